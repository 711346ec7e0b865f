package riskmap.analysis;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

/** A point for each feature: its centroid, or a point that surely lies inside it. */
final class CentroidPoints implements Operation {
    private static final String OWNER = "analysis.centroid";

    @Override
    public String id() {
        return "centroid";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.choice(OWNER, "position", "centroid", "centroid", "inside"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ANY.mostly(ShapeKind.AREAS);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        boolean inside = values.text("position").equals("inside");
        Point[] points = new Point[rows.size()];
        Parallel.items(points.length, 1024, progress.part(0.4, 1), (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry geometry = rows.geometry(row);
                if (geometry != null) {
                    points[row] = inside ? geometry.getInteriorPoint() : geometry.getCentroid();
                }
            }
        });
        OutputRows output = new OutputRows("centroid", Point.class, rows.crs());
        int[] taken = output.take(rows.type());
        for (int row = 0; row < rows.size(); row++) {
            output.add(OutputRows.join(points[row], OutputRows.values(rows, row, taken)));
        }
        return new Output.Features(output.features(), rows.notes("features"));
    }
}
