package riskmap.analysis;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * Gives each feature the attributes of the nearest features of another layer, a row each, how manieth it is ({@code n}),
 * their distance (planar, in metres) and the points of both between which it is measured, where there are any within the
 * greatest distance. Of several equally near the first in its layer comes first;
 * those as near as the last may come too. Features of the same layer on both sides are not neighbours of themselves.
 */
final class JoinNearest implements Operation {
    private static final String OWNER = "analysis.join-nearest";
    /** As QGIS calls them. */
    private static final List<String> MEASURES =
            List.of("distance", "feature_x", "feature_y", "nearest_x", "nearest_y");

    @Override
    public String id() {
        return "join-nearest";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "others", Parameter.Type.FEATURES, null),
                Parameter.integer(OWNER, "neighbours", "", 1, 1, 1000),
                Parameter.number(OWNER, "greatest-distance", "m", 5000, 0, 1e7),
                Parameter.choice(OWNER, "ties", "first", "first", "every"),
                Parameter.choice(OWNER, "unmatched", "keep", Unmatched.keys()),
                Parameter.choice(OWNER, "unit", "metres", "metres", "layer"),
                Parameter.of(OWNER, "fields", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.of(OWNER, "prefix", Parameter.Type.TEXT, null).asOptional());
    }

    @Override
    public String inputOfFields(String parameter) {
        return "others";
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        DistanceInputs layers = DistanceInputs.read(inputs, "others", values, progress.part(0, 0.4));
        LayerRows features = layers.features();
        LayerRows others = layers.others();
        boolean same = layers.same();
        NearestFeatures search = new NearestFeatures(
                others,
                values.number("greatest-distance"),
                (int) values.integer("neighbours"),
                values.text("ties").equals("every"));
        List<List<NearestFeatures.Neighbour>> nearest = search.around(features, same, progress.part(0.4, 0.95));
        Unmatched unmatched = Unmatched.of(values.text("unmatched"));
        OutputRows output = new OutputRows("nearest", OutputRows.geometryType(features.type()), features.crs());
        int[] ofFeature = output.take(features.type());
        int[] ofOther = unmatched.takes(output, others, values.names("fields"), values.text("prefix"));
        if (unmatched != Unmatched.ONLY) {
            output.attribute("n", Long.class);
            MEASURES.forEach(name -> output.attribute(name, Double.class));
        }
        int without = 0;
        for (int row = 0; row < features.size(); row++) {
            Object[] own = OutputRows.values(features, row, ofFeature);
            List<NearestFeatures.Neighbour> found = nearest.get(row);
            without += found.isEmpty() ? 1 : 0;
            if (found.isEmpty() && unmatched != Unmatched.DROP) {
                output.add(OutputRows.join(
                        features.geometry(row),
                        own,
                        OutputRows.values(others, -1, ofOther),
                        new Object[unmatched == Unmatched.ONLY ? 0 : 1 + MEASURES.size()]));
            }
            for (int i = 0; i < found.size() && unmatched != Unmatched.ONLY; i++) {
                NearestFeatures.Neighbour neighbour = found.get(i);
                Geometry shape = features.geometry(row);
                output.add(OutputRows.join(
                        shape,
                        own,
                        OutputRows.values(others, neighbour.row(), ofOther),
                        new Object[] {i + 1L, neighbour.distance()},
                        ends(shape, others.geometry(neighbour.row()))));
            }
        }
        return new Output.Features(
                output.features(),
                layers.notes(Message.of("analysis.note-joined", features.size() - without, without)));
    }

    /** x and y of the point of a shape that is nearest to another, and of that of the other. */
    private static Object[] ends(Geometry shape, Geometry other) {
        Coordinate[] ends = DistanceOp.nearestPoints(shape, other);
        return new Object[] {ends[0].x, ends[0].y, ends[1].x, ends[1].y};
    }
}
