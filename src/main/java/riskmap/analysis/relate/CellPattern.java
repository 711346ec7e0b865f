package riskmap.analysis.relate;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * How the cells of a grid lie: in columns from west to east, each from north to south, every second column half a cell
 * lower where the pattern says so. Corners are counted in whole units, so that neighbours have the very same ones.
 */
enum CellPattern {
    /** Places: the north-western corner of each rectangle. */
    POINTS(1, 1, 1, 1, 0, new int[][] {{0, 0}}),
    /** Lines on the northern and western sides of rectangles; they run through the whole extent. */
    LINES(1, 1, 1, 1, 0, new int[][] {}),
    RECTANGLES(1, 1, 1, 1, 0, new int[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}),
    DIAMONDS(0.5, 0.5, 1, 2, 1, new int[][] {{0, 1}, {1, 0}, {2, 1}, {1, 2}, {0, 1}}),
    /** Regular ones with a side to the north and to the south; the distance between these is the spacing. */
    HEXAGONS(0.5 / Math.sqrt(3), 0.5, 3, 2, 1, new int[][] {{0, 1}, {1, 0}, {3, 0}, {4, 1}, {3, 2}, {1, 2}, {0, 1}});

    /** Units in the spacing from west to east; for hexagons in that from north to south, as they are regular. */
    private final double unitAcross;

    private final double unitDown;
    private final int columnUnits;
    private final int rowUnits;
    /** How many units lower every second column lies. */
    private final int lower;

    private final int[][] corners;

    CellPattern(double unitAcross, double unitDown, int columnUnits, int rowUnits, int lower, int[][] corners) {
        this.unitAcross = unitAcross;
        this.unitDown = unitDown;
        this.columnUnits = columnUnits;
        this.rowUnits = rowUnits;
        this.lower = lower;
        this.corners = corners;
    }

    static CellPattern of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    static String[] keys() {
        return java.util.Arrays.stream(values())
                .map(pattern -> pattern.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    /** Whether cells fill an extent without those that begin outside it. */
    boolean fills() {
        return lower == 0;
    }

    /** How much of an overlap columns and rows move: two diamonds that overlap by it do so at their corners. */
    double overlapShare() {
        return this == DIAMONDS ? 0.5 : 1;
    }

    /** Spacing of the columns. */
    double columnStep(double across, double down) {
        return columnUnits * unitAcross * (this == HEXAGONS ? down : across);
    }

    /**
     * Where the cells lie.
     *
     * @param corner north-western corner of the first cell's extent
     * @param spacing from west to east and from north to south
     * @param overlap how far neighbours reach over each other, in the same directions
     */
    Lattice lattice(Coordinate corner, double[] spacing, double[] overlap) {
        double unitX = unitAcross * (this == HEXAGONS ? spacing[1] : spacing[0]);
        double unitY = unitDown * spacing[1];
        GeometryFactory factory = new GeometryFactory();
        return (column, row) -> {
            int shift = Math.floorMod(column, 2) * lower;
            Coordinate[] ring = new Coordinate[corners.length];
            for (int i = 0; i < ring.length; i++) {
                ring[i] = new Coordinate(
                        corner.x + unitX * (columnUnits * column + corners[i][0]) - overlap[0] * column,
                        corner.y - unitY * (rowUnits * row + shift + corners[i][1]) + overlap[1] * row);
            }
            return ring.length == 1 ? factory.createPoint(ring[0]) : factory.createPolygon(ring);
        };
    }

    /** The shape of the cell in a column and a row, both from 0. */
    interface Lattice {
        Geometry cell(int column, int row);
    }
}
