package riskmap.geo.raster;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * Shapes in pixel coordinates, packed into arrays: x from the west edge and y from the north edge in cells, so that the
 * cell (column, row) is [column, column + 1) × [row, row + 1).
 *
 * <p>A shape has one dimension: a collection of several is added as up to three shapes. Parts are rings, lines or points.
 */
public final class PixelShapes {
    /** Beyond this many cells from the grid a coordinate is moved in: whole numbers of it still fit an int. */
    private static final double FAR = 1 << 28;

    private final double perX;
    private final double perY;
    private final double originX;
    private final double originY;

    private double[] xs = new double[1024];
    private double[] ys = new double[1024];
    private int points;
    private int[] partEnds = new int[64];
    private boolean[] partIsHole = new boolean[64];
    private int parts;
    private int[] shapeEnds = new int[16];
    private int[] dimensions = new int[16];
    private double[] values = new double[16];
    private int[] firstRows = new int[16];
    private int[] endRows = new int[16];
    private int shapes;
    /** Of the shape that is being added: NaN where a coordinate is none. */
    private double top;

    private double bottom;

    public PixelShapes(GridGeometry geometry) {
        // in this order of operations for bit-equal pixel coordinates with GDAL, whose ties then fall the same way
        perX = 1 / geometry.cellWidth();
        perY = 1 / -geometry.cellHeight();
        originX = -geometry.minX() / geometry.cellWidth();
        originY = -geometry.maxY() / -geometry.cellHeight();
    }

    public void clear() {
        points = 0;
        parts = 0;
        shapes = 0;
    }

    public int count() {
        return shapes;
    }

    public int points() {
        return points;
    }

    public double x(int point) {
        return xs[point];
    }

    public double y(int point) {
        return ys[point];
    }

    public int partStart(int part) {
        return part == 0 ? 0 : partEnds[part - 1];
    }

    public int partEnd(int part) {
        return partEnds[part];
    }

    public boolean isHole(int part) {
        return partIsHole[part];
    }

    public int firstPart(int shape) {
        return shape == 0 ? 0 : shapeEnds[shape - 1];
    }

    public int endPart(int shape) {
        return shapeEnds[shape];
    }

    /** 0 for points, 1 for lines, 2 for areas. */
    public int dimension(int shape) {
        return dimensions[shape];
    }

    public double value(int shape) {
        return values[shape];
    }

    /** The first row the shape may touch (may lie outside the grid). */
    public int firstRow(int shape) {
        return firstRows[shape];
    }

    /** The row after the last the shape may touch. */
    public int endRow(int shape) {
        return endRows[shape];
    }

    /** Adds a geometry as one shape, or as one per dimension when it mixes them. */
    public void add(Geometry geometry, double value) {
        for (int dimension = 2; dimension >= 0; dimension--) {
            int firstPart = parts;
            top = Double.POSITIVE_INFINITY;
            bottom = Double.NEGATIVE_INFINITY;
            addParts(geometry, dimension);
            if (parts > firstPart) {
                close(dimension, value);
            }
        }
    }

    private void addParts(Geometry geometry, int dimension) {
        if (geometry.isEmpty()) {
            return;
        }
        if (geometry instanceof Polygon polygon) {
            if (dimension == 2) {
                addPart(polygon.getExteriorRing().getCoordinateSequence(), false);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    addPart(polygon.getInteriorRingN(i).getCoordinateSequence(), true);
                }
            }
        } else if (geometry instanceof LineString line) {
            if (dimension == 1) {
                addPart(line.getCoordinateSequence(), false);
            }
        } else if (geometry instanceof Point point) {
            if (dimension == 0) {
                addPart(point.getCoordinateSequence(), false);
            }
        } else {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                addParts(geometry.getGeometryN(i), dimension);
            }
        }
    }

    private void addPart(CoordinateSequence sequence, boolean hole) {
        int size = sequence.size();
        if (points + size > xs.length) {
            int capacity = Math.max(points + size, 2 * xs.length);
            xs = Arrays.copyOf(xs, capacity);
            ys = Arrays.copyOf(ys, capacity);
        }
        if (sequence instanceof PackedCoordinateSequence.Double packed) {
            addPacked(packed.getRawCoordinates(), packed.getDimension());
        } else {
            for (int i = 0; i < size; i++) {
                addPoint(sequence.getX(i), sequence.getY(i));
            }
        }
        if (parts == partEnds.length) {
            partEnds = Arrays.copyOf(partEnds, 2 * parts);
            partIsHole = Arrays.copyOf(partIsHole, 2 * parts);
        }
        partEnds[parts] = points;
        partIsHole[parts] = hole;
        parts++;
    }

    /** Positions as they lie in memory: asked for one by one they take three times as long. */
    private void addPacked(double[] values, int dimension) {
        for (int i = 0; i < values.length; i += dimension) {
            addPoint(values[i], values[i + 1]);
        }
    }

    private void addPoint(double eastX, double northY) {
        double x = originX + eastX * perX;
        double y = originY + northY * perY;
        // not Math.max and min, which take their time before the second compiler has seen them; NaN stays NaN
        x = x > FAR ? FAR : x < -FAR ? -FAR : x;
        y = y > FAR ? FAR : y < -FAR ? -FAR : y;
        xs[points] = x;
        ys[points++] = y;
        top = y < top || y != y ? y : top;
        bottom = y > bottom || y != y ? y : bottom;
    }

    private void close(int dimension, double value) {
        if (shapes == shapeEnds.length) {
            shapeEnds = Arrays.copyOf(shapeEnds, 2 * shapes);
            dimensions = Arrays.copyOf(dimensions, 2 * shapes);
            values = Arrays.copyOf(values, 2 * shapes);
            firstRows = Arrays.copyOf(firstRows, 2 * shapes);
            endRows = Arrays.copyOf(endRows, 2 * shapes);
        }
        shapeEnds[shapes] = parts;
        dimensions[shapes] = dimension;
        values[shapes] = value;
        firstRows[shapes] = (int) Math.floor(top);
        endRows[shapes] = (int) Math.floor(bottom) + 1;
        shapes++;
    }
}
