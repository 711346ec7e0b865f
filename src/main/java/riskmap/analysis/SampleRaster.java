package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPoint;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Sampling;

/** The value of a raster at each feature: at points, and at the centroids of lines and areas. */
final class SampleRaster implements Operation {
    private static final String OWNER = "analysis.sample-raster";

    @Override
    public String id() {
        return "sample-raster";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.choice(OWNER, "method", "nearest", "nearest", "nearest-within", "bilinear"),
                Parameter.of(OWNER, "name", Parameter.Type.TEXT, "value"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ANY.mostly(ShapeKind.POINTS);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = inputs.grid("raster");
        LayerRows features = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        LayerRows there = features.in(grid.geometry().crs(), progress);
        double[] places = new double[2 * features.size()];
        int several = 0;
        for (int row = 0; row < features.size(); row++) {
            Geometry geometry = there.geometry(row);
            boolean apart = geometry instanceof MultiPoint && geometry.getNumGeometries() > 1;
            several += apart ? 1 : 0;
            // between points that lie apart there is none of them
            Coordinate place =
                    geometry == null || apart ? null : geometry.getCentroid().getCoordinate();
            places[2 * row] = place == null ? Double.NaN : place.x;
            places[2 * row + 1] = place == null ? Double.NaN : place.y;
        }
        Sampling.Method method =
                switch (values.text("method")) {
                    case "nearest" -> Sampling.Method.NEAREST;
                    case "nearest-within" -> Sampling.Method.NEAREST_WITHIN;
                    default -> Sampling.Method.BILINEAR_WITHIN;
                };
        float[] sampled = Sampling.at(grid, method, places, progress.part(0.4, 0.7));

        OutputRows rows =
                new OutputRows(features.type().getTypeName(), OutputRows.geometryType(features.type()), features.crs());
        int[] taken = rows.take(features.type());
        rows.attribute(values.text("name"), Double.class);
        int without = 0;
        for (int row = 0; row < features.size(); row++) {
            boolean none = Float.isNaN(sampled[row]);
            without += none ? 1 : 0;
            rows.add(OutputRows.join(features.geometry(row), OutputRows.values(features, row, taken), new Object[] {
                none ? null : (double) sampled[row]
            }));
        }
        List<Message> notes = new ArrayList<>(features.notes("features"));
        if (several > 0) {
            notes.add(Message.of("analysis.note-several-places", several));
        }
        if (without > 0) {
            notes.add(Message.of("analysis.note-no-value", without, features.size()));
        }
        return new Output.Features(rows.features(), notes);
    }
}
