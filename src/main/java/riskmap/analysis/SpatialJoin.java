package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * Gives each feature the attributes of the areas it lies in: a row for each area, or for the first only. Features in no
 * area keep a row without values of an area.
 */
final class SpatialJoin implements Operation {
    private static final String OWNER = "analysis.spatial-join";

    @Override
    public String id() {
        return "spatial-join";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "areas", Parameter.Type.FEATURES, null),
                Parameter.choice(OWNER, "rule", "centroid-within", "centroid-within", "intersects"),
                Parameter.choice(OWNER, "matches", "first", "first", "every"));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows features = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        LayerRows areas = LayerRows.read(inputs.features("areas"), progress.part(0.3, 0.4))
                .in(features.crs(), progress);
        CountingRule rule = CountingRule.of(values.text("rule"));
        boolean first = values.text("matches").equals("first");
        ZoneCount found =
                ZoneCount.of(features.geometries(), areas.geometries(), rule, first, progress.part(0.4, 0.95));
        var geometry = features.type().getGeometryDescriptor();
        OutputRows output = new OutputRows(
                "joined", (Class<? extends Geometry>) geometry.getType().getBinding(), features.crs());
        int[] ofFeature = output.take(features.type());
        int[] ofArea = output.take(areas.type());
        int without = 0;
        for (int row = 0; row < features.size(); row++) {
            Object[] own = OutputRows.values(features, row, ofFeature);
            int[] met = found.zones(row);
            if (met == null || met.length == 0) {
                without++;
                output.add(OutputRows.join(features.geometry(row), own, new Object[ofArea.length]));
            } else {
                for (int area : met) {
                    output.add(OutputRows.join(features.geometry(row), own, OutputRows.values(areas, area, ofArea)));
                }
            }
        }
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("analysis.note-rule", rule.title()));
        notes.add(Message.of("analysis.note-joined", features.size() - without, without));
        notes.addAll(features.notes("features"));
        notes.addAll(areas.notes("areas"));
        return new Output.Features(output.features(), notes);
    }
}
