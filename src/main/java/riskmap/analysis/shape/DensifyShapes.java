package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Operation;
import riskmap.base.Parameter;
import riskmap.geo.shape.Paths;

/** Adds vertices to the edges of each feature: so many to each, or as many as make them no longer than an interval. */
public final class DensifyShapes {
    private static final String OWNER = "analysis.densify";

    private DensifyShapes() {}

    /** The tool. */
    public static Operation tool() {
        return new ShapeOfEach(
                        "densify",
                        null,
                        (shape, values) -> {
                            double interval = values.number("interval");
                            int vertices = (int) values.integer("vertices");
                            boolean shorter = values.flag("shorter");
                            return shape.getDimension() == 0
                                    ? shape
                                    : Paths.map(shape, (path, part, ring) -> denser(path, interval, vertices, shorter));
                        },
                        Parameter.number(OWNER, "interval", "", 10, 1e-9, 1e6),
                        Parameter.integer(OWNER, "vertices", "", 0, 0, 1000),
                        Parameter.of(OWNER, "shorter", Parameter.Type.BOOLEAN, "false"))
                .on(FittingShapes.PATHS);
    }

    private static Coordinate[] denser(Coordinate[] path, double interval, int vertices, boolean shorter) {
        List<Coordinate> result = new ArrayList<>();
        for (int i = 0; i < path.length; i++) {
            result.add(path[i]);
            if (i + 1 < path.length) {
                double intervals = path[i].distance(path[i + 1]) / interval;
                int most = shorter ? (int) Math.floor(intervals) + 1 : (int) Math.ceil(intervals);
                int pieces = vertices > 0 ? vertices + 1 : most;
                for (int n = 1; n < pieces; n++) {
                    result.add(Paths.between(path[i], path[i + 1], (double) n / pieces));
                }
            }
        }
        return result.size() == path.length ? path : result.toArray(Coordinate[]::new);
    }
}
