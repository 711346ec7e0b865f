package riskmap.analysis.shape;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.shape.Bearing;
import riskmap.geo.shape.Paths;

/**
 * A line across each vertex of the lines of a layer, as for cross-sections of a river: to the left, to the right or to both
 * sides, at an angle to the direction of the line there. The fields are called as QGIS calls them; {@code TR_FID} and
 * {@code TR_ID} count from 0, {@code TR_SEGMENT} from 1.
 */
public final class Transects implements Operation {
    private static final String OWNER = "analysis.transects";

    @Override
    public String id() {
        return "transects";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "length", Parameter.COORDINATE_UNIT, 50, 1e-9, 1e7),
                Parameter.number(OWNER, "angle", "°", 90, 0, 360),
                Parameter.choice(OWNER, "side", "both", "left", "right", "both"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.LINES;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        OutputRows output = new OutputRows("transects", LineString.class, rows.crs());
        int[] taken = output.take(rows.type());
        for (String field : List.of("TR_FID", "TR_ID", "TR_SEGMENT")) {
            output.attribute(field, Long.class);
        }
        output.attribute("TR_ANGLE", Double.class);
        output.attribute("TR_LENGTH", Double.class);
        output.attribute("TR_ORIENT", Long.class);
        double length = values.number("length");
        double angle = values.number("angle");
        List<String> sides = List.of("left", "right", "both");
        String side = values.text("side");
        double reach = side.equals("both") ? length / 2 : length;
        for (int row = 0; row < rows.size(); row++) {
            progress.check();
            Geometry shape = rows.geometry(row);
            if (shape == null || shape.getDimension() != 1) {
                continue;
            }
            Object[] own = OutputRows.values(rows, row, taken);
            long feature = row;
            Paths.forEach(shape, (path, part, ring) -> {
                for (int i = 0; i < path.length; i++) {
                    double bearing = Bearing.along(path, i) + angle;
                    Coordinate left = side.equals("right") ? path[i] : Bearing.from(path[i], bearing, -reach);
                    Coordinate right = side.equals("left") ? path[i] : Bearing.from(path[i], bearing, reach);
                    Coordinate[] ends = {right.copy(), left.copy()};
                    Geometry line = shape.getFactory().createLineString(ends);
                    output.add(OutputRows.join(line, own, new Object[] {
                        feature, (long) output.size(), i + 1L, angle, length, (long) sides.indexOf(side)
                    }));
                }
            });
        }
        return new Output.Features(output.features(), rows.notes("features"));
    }
}
