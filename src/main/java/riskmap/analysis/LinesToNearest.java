package riskmap.analysis;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.distance.DistanceOp;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * The shortest line from each feature to the nearest features of another layer, with the attributes of both and its length:
 * from a village to the shelters around it. To the nearest place of the other feature, or to its centroid. Features with
 * none within the greatest distance have no line and are counted.
 */
final class LinesToNearest implements Operation {
    private static final String OWNER = "analysis.lines-to-nearest";

    @Override
    public String id() {
        return "lines-to-nearest";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "others", Parameter.Type.FEATURES, null),
                Parameter.integer(OWNER, "neighbours", "", 1, 1, 1000),
                Parameter.number(OWNER, "greatest-distance", "m", 5000, 0, 1e7),
                Parameter.choice(OWNER, "to", "nearest", "nearest", "centroid"),
                Parameter.choice(OWNER, "unit", "metres", "metres", "layer"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        DistanceInputs layers = DistanceInputs.read(inputs, "others", values, progress.part(0, 0.4));
        LayerRows features = layers.features();
        LayerRows others = layers.others();
        NearestFeatures search = new NearestFeatures(
                others, values.number("greatest-distance"), (int) values.integer("neighbours"), false);
        List<List<NearestFeatures.Neighbour>> nearest =
                search.around(features, layers.same(), progress.part(0.4, 0.95));
        boolean centroid = values.text("to").equals("centroid");
        OutputRows output = new OutputRows("lines_to_nearest", LineString.class, features.crs());
        int[] ofFeature = output.take(features.type());
        int[] ofOther = output.take(others, List.of(), "");
        output.attribute("distance", Double.class);
        int without = 0;
        for (int row = 0; row < features.size(); row++) {
            without += nearest.get(row).isEmpty() ? 1 : 0;
            for (NearestFeatures.Neighbour neighbour : nearest.get(row)) {
                Geometry shape = features.geometry(row);
                Geometry other = others.geometry(neighbour.row());
                Coordinate[] ends = DistanceOp.nearestPoints(shape, centroid ? other.getCentroid() : other);
                LineString line = shape.getFactory().createLineString(flat(ends));
                output.add(OutputRows.join(
                        line,
                        OutputRows.values(features, row, ofFeature),
                        OutputRows.values(others, neighbour.row(), ofOther),
                        new Object[] {line.getLength()}));
            }
        }
        return new Output.Features(
                output.features(),
                layers.notes(Message.of("analysis.note-joined", features.size() - without, without)));
    }

    private static Coordinate[] flat(Coordinate[] ends) {
        return new Coordinate[] {new Coordinate(ends[0].x, ends[0].y), new Coordinate(ends[1].x, ends[1].y)};
    }
}
