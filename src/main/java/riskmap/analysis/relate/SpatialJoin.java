package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.CountingRule;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.analysis.ShapeKind;
import riskmap.analysis.Unmatched;
import riskmap.analysis.ZoneCount;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.shape.Cut;

/**
 * Gives each feature the attributes of the features of another layer that it stands in a relation to (its centroid lies
 * in them, it meets, contains, touches them …): a row for each, for the first only, or for the one it has most in common
 * with (area of areas, length of lines; the first of equals). Features that stand in it to none keep a row without values of
 * the other layer, are left out and counted, or are the whole result.
 */
public final class SpatialJoin implements Operation {
    private static final String OWNER = "analysis.spatial-join";
    private static final String CENTROID = CountingRule.CENTROID_WITHIN.key();
    private static final String[] RULES = {
        CENTROID, "intersects", "within", "contains", "overlaps", "touches", "crosses", "equals"
    };

    private static final Parameter RULE = Parameter.choice(OWNER, "rule", CENTROID, RULES);

    @Override
    public String id() {
        return "spatial-join";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "areas", Parameter.Type.FEATURES, null),
                RULE,
                Relations.also(OWNER),
                Parameter.choice(OWNER, "matches", "first", "first", "every", "largest"),
                Parameter.choice(OWNER, "unmatched", "keep", Unmatched.keys()),
                Parameter.of(OWNER, "fields", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.of(OWNER, "prefix", Parameter.Type.TEXT, null).asOptional());
    }

    @Override
    public FittingShapes shapes(String input) {
        return input.equals("areas") ? FittingShapes.ANY.mostly(ShapeKind.AREAS) : FittingShapes.ANY;
    }

    @Override
    public String inputOfFields(String parameter) {
        return "areas";
    }

    @Override
    @SuppressWarnings("unchecked")
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows features = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        LayerRows areas = LayerRows.near(inputs.features("areas"), features, progress.part(0.3, 0.4));
        String rule = values.text("rule");
        Relations relations = Relations.of(values, RULE);
        int[][] found = relations.predicates().isEmpty()
                ? new int[features.size()][]
                : JoinSummary.related(features, areas, relations, progress.part(0.4, 0.7));
        if (rule.equals(CENTROID)) {
            int[][] centroids = centroids(features, areas, progress.part(0.7, 0.95));
            Arrays.setAll(found, row -> both(found[row], centroids[row]));
        }
        if (values.text("matches").equals("largest")) {
            largest(features, areas, found, progress.part(0.95, 0.99));
        }
        boolean every = values.text("matches").equals("every");
        Unmatched unmatched = Unmatched.of(values.text("unmatched"));
        var geometry = features.type().getGeometryDescriptor();
        OutputRows output = new OutputRows(
                "joined", (Class<? extends Geometry>) geometry.getType().getBinding(), features.crs());
        int[] ofFeature = output.take(features.type());
        int[] ofArea = unmatched.takes(output, areas, values.names("fields"), values.text("prefix"));
        int without = 0;
        for (int row = 0; row < features.size(); row++) {
            Object[] own = OutputRows.values(features, row, ofFeature);
            int[] met = found[row];
            if (met == null || met.length == 0) {
                without++;
                if (unmatched != Unmatched.DROP) {
                    output.add(OutputRows.join(features.geometry(row), own, new Object[ofArea.length]));
                }
            } else if (unmatched != Unmatched.ONLY) {
                for (int area : every ? met : Arrays.copyOf(met, 1)) {
                    output.add(OutputRows.join(features.geometry(row), own, OutputRows.values(areas, area, ofArea)));
                }
            }
        }
        List<Message> notes = new ArrayList<>();
        Stream.concat(Stream.of(rule), relations.keys())
                .distinct()
                .forEach(key -> notes.add(Message.of("analysis.note-rule", Message.of(OWNER + ".rule." + key))));
        notes.add(Message.of("analysis.note-joined", features.size() - without, without));
        boolean cut = values.text("matches").equals("largest");
        notes.addAll(cut ? features.notesOfOverlay("features") : features.notes("features"));
        notes.addAll(cut ? areas.notesOfOverlay("areas") : areas.notes("areas"));
        return new Output.Features(output.features(), notes);
    }

    /** Puts the match with most in common before the others. */
    private static void largest(LayerRows features, LayerRows areas, int[][] found, Progress progress) {
        Parallel.items(found.length, 64, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                int[] met = found[row];
                if (met == null || met.length < 2) {
                    continue;
                }
                double most = -1;
                int best = met[0];
                for (int area : met) {
                    double common = Cut.size(Overlay.intersection(features.geometry(row), areas.geometry(area)));
                    if (common > most) {
                        most = common;
                        best = area;
                    }
                }
                found[row] = new int[] {best};
            }
        });
    }

    private static int[] both(int[] one, int[] other) {
        return one == null || other == null
                ? one == null ? other : one
                : IntStream.concat(IntStream.of(one), IntStream.of(other))
                        .distinct()
                        .sorted()
                        .toArray();
    }

    private static int[][] centroids(LayerRows features, LayerRows areas, Progress progress) {
        ZoneCount zones =
                ZoneCount.of(features.geometries(), areas.geometries(), CountingRule.CENTROID_WITHIN, false, progress);
        int[][] found = new int[features.size()][];
        for (int row = 0; row < found.length; row++) {
            found[row] = zones.zones(row);
        }
        return found;
    }
}
