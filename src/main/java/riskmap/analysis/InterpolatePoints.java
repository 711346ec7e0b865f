package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.PointSurfaces;

/**
 * A raster of the values of points, in a field or their heights: by inverse distance, from the nearest, on triangles, or a
 * number about those within a radius, at the centre of each cell. Distances are planar, in units of the coordinates. Points
 * without a value do not count; cells without points have no data, or the value given for that.
 */
final class InterpolatePoints implements Operation {
    private static final String OWNER = "analysis.interpolate-points";
    /** So many distances are measured before it is asked whether to go on: less than a tenth of a second. */
    private static final int STEPS = 1_000_000;

    @Override
    public String id() {
        return "interpolate-points";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null));
        all.add(Parameter.of(OWNER, "field", Parameter.Type.FIELD, null).asOptional());
        all.add(Parameter.choice(
                OWNER, "method", "idw", "idw", "nearest", "linear", "average", "minimum", "maximum", "range", "count"));
        all.add(Parameter.number(OWNER, "power", "", 2, 0.1, 20));
        all.add(Parameter.number(OWNER, "radius", Parameter.COORDINATE_UNIT, 0, 0, 1e9));
        all.add(Parameter.of(OWNER, "without", Parameter.Type.NUMBER, null).asOptional());
        all.addAll(TargetLattice.parameters(OWNER));
        all.addAll(TargetLattice.frameParameters(OWNER));
        return all;
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ANY.mostly(ShapeKind.POINTS);
    }

    @Override
    public Set<String> lattices() {
        return Set.of("like");
    }

    @Override
    public Set<String> numberParameters() {
        return Set.of("field");
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        GridGeometry cells = TargetLattice.framed(inputs, values, rows);
        LayerRows there = rows.in(cells.crs(), progress);
        double[] field = values.has("field") ? rows.numbersOf(values.text("field")) : null;
        List<Coordinate> places = new ArrayList<>();
        List<Double> known = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = there.geometry(row);
            Coordinate[] at = shape == null || shape.isEmpty()
                    ? new Coordinate[0]
                    : shape.getDimension() == 0
                            ? shape.getCoordinates()
                            : new Coordinate[] {shape.getCentroid().getCoordinate()};
            for (Coordinate place : at) {
                double value = field == null ? place.getZ() : field[row];
                if (Double.isFinite(value)) {
                    places.add(place);
                    known.add(value);
                }
            }
        }
        if (places.isEmpty() && rows.size() > 0) {
            throw RiskMapException.of(
                    "analysis.interpolate-nothing",
                    rows.type().getTypeName(),
                    rows.size(),
                    values.has("field") ? values.text("field") : "Z");
        }
        PointSurfaces points = new PointSurfaces(
                places.toArray(Coordinate[]::new),
                known.stream().mapToDouble(Double::doubleValue).toArray(),
                values.number("radius"));
        PointSurfaces.Surface surface = places.isEmpty() ? (x, y) -> Double.NaN : surface(points, values);
        double none = values.has("without") ? values.number("without") : Double.NaN;
        float[] made = new float[cells.cellCount()];
        int checked = Math.max(1, STEPS / Math.max(1, places.size()));
        cells.bandsOfRows(progress.part(0.2, 1), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < cells.width(); column++) {
                    if (column % checked == 0) {
                        progress.check();
                    }
                    double value = surface.at(cells.x(column), cells.y(row));
                    made[row * cells.width() + column] = (float) (Double.isNaN(value) ? none : value);
                }
            }
        });
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-interpolated", places.size(), cells.width(), cells.height()));
        if (cells.crs() != null && Crs.isGeographic(cells.crs())) {
            notes.add(Message.of("analysis.note-distance-layer"));
        }
        return new Output.Raster(new Grid(cells, made), notes);
    }

    private static PointSurfaces.Surface surface(PointSurfaces points, ParameterValues values) {
        return switch (values.text("method")) {
            case "idw" -> points.inverseDistance(values.number("power"));
            case "nearest" -> points.nearest();
            case "linear" -> points.linear();
            default ->
                points.metric(PointSurfaces.Metric.valueOf(values.text("method").toUpperCase(Locale.ROOT)));
        };
    }
}
