package riskmap.analysis;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.operation.distance.DistanceOp;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.shape.Bearing;

/**
 * In which direction the nearest feature of another layer lies from each feature, in degrees clockwise from north, in a
 * field: by which a symbol is turned, such as a sign towards the road or the shelter. Those with none within the greatest
 * distance have no direction and are counted; where the two meet it is 0. In the plane of the coordinates.
 */
final class BearingToNearest implements Operation {
    private static final String OWNER = "analysis.bearing-to-nearest";

    @Override
    public String id() {
        return "bearing-to-nearest";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "others", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "greatest-distance", "m", 5000, 0, 1e7),
                Parameter.of(OWNER, "field", Parameter.Type.TEXT, "rotation"),
                Parameter.choice(OWNER, "turn", "clockwise", "clockwise", "either-way"),
                Parameter.choice(OWNER, "unit", "metres", "metres", "layer"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        DistanceInputs layers = DistanceInputs.read(inputs, "others", values, progress.part(0, 0.4));
        LayerRows features = layers.features();
        LayerRows others = layers.others();
        List<List<NearestFeatures.Neighbour>> nearest = new NearestFeatures(
                        others, values.number("greatest-distance"), 1, false)
                .around(features, layers.same(), progress.part(0.4, 0.95));
        OutputRows output = new OutputRows("bearings", OutputRows.geometryType(features.type()), features.crs());
        String field = values.text("field");
        // a field of this name takes the direction
        int[] taken = output.take(features, List.of(), null, List.of(field));
        int there = features.hasAttribute(field)
                ? Arrays.stream(taken).boxed().toList().indexOf(features.attribute(field))
                : -1;
        if (there < 0) {
            output.attribute(field, Double.class);
        }
        int without = 0;
        for (int row = 0; row < features.size(); row++) {
            Double bearing = null;
            if (nearest.get(row).isEmpty()) {
                without++;
            } else {
                Coordinate[] ends = DistanceOp.nearestPoints(
                        features.geometry(row),
                        others.geometry(nearest.get(row).get(0).row()));
                bearing = Bearing.of(ends[0], ends[1]);
                if (bearing > 180 && values.text("turn").equals("either-way")) {
                    bearing -= 360;
                }
            }
            Object[] own = OutputRows.values(features, row, taken);
            if (there >= 0) {
                own[there] = bearing;
            }
            output.addWith(features.geometry(row), own, there < 0 ? new Object[] {bearing} : new Object[0]);
        }
        return new Output.Features(
                output.features(),
                layers.notes(Message.of("analysis.note-bearings", features.size() - without, without)));
    }
}
