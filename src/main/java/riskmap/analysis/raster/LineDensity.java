package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.MetresNeeded;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * The length of the lines around each cell's centre by the area they are looked for in, as the density of rivers or roads:
 * kilometres per km² within a circle, each line as often as its weight says. As QGIS has it, the circle is a polygon of 36
 * sides, lengths and areas are in the unit of the CRS, and the raster covers the lines without what is around them.
 */
public final class LineDensity implements Operation {
    private static final String OWNER = "analysis.line-density";
    private static final String QGIS = "qgis";
    private static final double KILOMETRE = 1000;
    private static final double MOST_CELLS = 4e8;

    @Override
    public String id() {
        return "line-density";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "radius", "m", 1000, 1e-9, 1e6),
                Parameter.number(OWNER, "cell", "m", 100, 1e-9, 1e6),
                Parameter.of(OWNER, "weight", Parameter.Type.FIELD, null).asOptional(),
                Parameter.choice(OWNER, "manner", "metres", "metres", QGIS));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.LINES;
    }

    @Override
    public Set<String> numberParameters() {
        return Set.of("weight");
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        boolean qgis = values.text("manner").equals(QGIS);
        if (!qgis) {
            MetresNeeded.require(rows);
        }
        double radius = values.number("radius");
        double[] weights = values.has("weight") ? rows.numbersOf(values.text("weight")) : null;
        List<Piece> pieces = new ArrayList<>();
        Envelope extent = new Envelope();
        int unweighted = 0;
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = rows.geometry(row);
            if (shape == null || shape.isEmpty()) {
                continue;
            }
            extent.expandToInclude(shape.getEnvelopeInternal());
            double weight = weights == null ? 1 : weights[row];
            if (Double.isNaN(weight)) {
                unweighted++;
            } else {
                take(shape, weight, pieces);
            }
        }
        if (extent.isNull()) {
            extent.expandToInclude(0, 0);
        }
        Circle circle = qgis ? new ManySided(radius) : new Round(radius);
        double unit = qgis ? 1 / circle.area() : KILOMETRE / circle.area();
        Grid grid = Grid.filled(frame(extent, values, qgis, rows), 0);
        fill(grid, pieces, circle, radius, unit, progress.part(0.2, 1));
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (unweighted > 0) {
            notes.add(Message.of("analysis.note-no-weight", unweighted));
        }
        return new Output.Raster(grid, notes);
    }

    private static GridGeometry frame(Envelope lines, ParameterValues values, boolean qgis, LayerRows rows) {
        double cell = values.number("cell");
        Envelope extent = new Envelope(lines);
        if (!qgis) {
            extent.expandBy(values.number("radius"));
        }
        double width = Math.max(1, Math.ceil(extent.getWidth() / cell));
        double height = Math.max(1, Math.ceil(extent.getHeight() / cell));
        if (width * height > MOST_CELLS) {
            throw RiskMapException.of("analysis.too-many-cells", Double.toString(cell), Math.round(width * height));
        }
        return qgis
                ? new GridGeometry(
                        (int) width, (int) height, extent.getMinX(), extent.getMaxY(), cell, cell, rows.crs())
                : GridGeometry.covering(extent, cell, rows.crs());
    }

    /** A straight piece of a line. */
    private record Piece(LineSegment line, double weight) {}

    private static void take(Geometry shape, double weight, List<Piece> pieces) {
        for (Object part : LinearComponentExtracter.getLines(shape)) {
            Coordinate[] path = ((LineString) part).getCoordinates();
            for (int i = 1; i < path.length; i++) {
                pieces.add(new Piece(new LineSegment(path[i - 1], path[i]), weight));
            }
        }
    }

    private static void fill(
            Grid grid, List<Piece> pieces, Circle circle, double radius, double unit, Progress progress) {
        HPRtree tree = new HPRtree();
        for (int i = 0; i < pieces.size(); i++) {
            tree.insert(new Envelope(pieces.get(i).line.p0, pieces.get(i).line.p1), i);
        }
        tree.build();
        GridGeometry geometry = grid.geometry();
        Parallel.items(geometry.height(), 1, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                double y = geometry.y(row);
                double[] sums = new double[geometry.width()];
                List<Integer> near = new ArrayList<>();
                Envelope band = new Envelope(
                        geometry.x(0) - radius, geometry.x(geometry.width() - 1) + radius, y - radius, y + radius);
                tree.query(band, item -> near.add((Integer) item));
                // one order of adding, whatever the index gives
                near.sort(null);
                for (int piece : near) {
                    add(sums, geometry, pieces.get(piece), y, circle, radius);
                }
                for (int column = 0; column < sums.length; column++) {
                    grid.set(column, row, (float) (sums[column] * unit));
                }
            }
        });
    }

    private static void add(double[] sums, GridGeometry geometry, Piece piece, double y, Circle circle, double radius) {
        LineSegment line = piece.line;
        int first = Math.max(0, geometry.column(Math.min(line.p0.x, line.p1.x) - radius));
        int last = Math.min(sums.length - 1, geometry.column(Math.max(line.p0.x, line.p1.x) + radius));
        for (int column = first; column <= last; column++) {
            double x = geometry.x(column);
            double share = circle.share(line.p0.x - x, line.p0.y - y, line.p1.x - x, line.p1.y - y);
            sums[column] += share * line.getLength() * piece.weight;
        }
    }

    /** Where lines are looked for, around 0, 0. */
    private interface Circle {
        double area();

        /** How much of a straight line lies in it, from 0 to 1. */
        double share(double x0, double y0, double x1, double y1);
    }

    private record Round(double radius) implements Circle {
        @Override
        public double area() {
            return Math.PI * radius * radius;
        }

        @Override
        public double share(double x0, double y0, double x1, double y1) {
            double dx = x1 - x0;
            double dy = y1 - y0;
            double square = dx * dx + dy * dy;
            if (square == 0) {
                return 0;
            }
            // the middle of the chord along the line, and half the chord
            double middle = -(x0 * dx + y0 * dy) / square;
            double aside = (x0 * dy - y0 * dx) / Math.sqrt(square);
            double left = radius * radius - aside * aside;
            if (left <= 0) {
                return 0;
            }
            double half = Math.sqrt(left / square);
            return Math.max(0, Math.min(1, middle + half) - Math.max(0, middle - half));
        }
    }

    private static final class ManySided implements Circle {
        private static final int SIDES = 36;

        private final double radius;
        private final double reach;
        private final double[] east = new double[SIDES];
        private final double[] north = new double[SIDES];

        ManySided(double radius) {
            this.radius = radius;
            this.reach = radius * Math.cos(Math.PI / SIDES);
            for (int side = 0; side < SIDES; side++) {
                double direction = 2 * Math.PI * (side + 0.5) / SIDES;
                east[side] = Math.cos(direction);
                north[side] = Math.sin(direction);
            }
        }

        @Override
        public double area() {
            return SIDES / 2.0 * radius * radius * Math.sin(2 * Math.PI / SIDES);
        }

        @Override
        public double share(double x0, double y0, double x1, double y1) {
            double from = 0;
            double to = 1;
            for (int side = 0; side < SIDES && from < to; side++) {
                double outward = (x1 - x0) * east[side] + (y1 - y0) * north[side];
                double room = reach - (x0 * east[side] + y0 * north[side]);
                if (outward > 0) {
                    to = Math.min(to, room / outward);
                } else if (outward < 0) {
                    from = Math.max(from, room / outward);
                } else if (room < 0) {
                    return 0;
                }
            }
            return Math.max(0, to - from);
        }
    }
}
