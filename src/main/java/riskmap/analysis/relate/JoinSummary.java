package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.FieldSummary;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

/**
 * Gives each feature the number of features of another layer it stands in a relation to, and statistics of their fields:
 * as {@link SpatialJoin}, with a summary in place of a row for each.
 */
public final class JoinSummary implements Operation {
    private static final String OWNER = "analysis.join-summary";
    private static final String[] RULES = {
        "intersects", "contains", "within", "overlaps", "touches", "crosses", "equals"
    };
    /** Names of the new fields behind {@code FIELD_}, where they are not those of the statistics. */
    private static final Map<String, String> NAMES = Map.of(
            "minimum", "min",
            "maximum", "max",
            "standard-deviation", "std",
            "first-quartile", "q1",
            "third-quartile", "q3",
            "quartile-range", "iqr",
            "mean-length", "mean_length");

    @Override
    public String id() {
        return "join-summary";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "others", Parameter.Type.FEATURES, null),
                Parameter.choice(OWNER, "rule", "intersects", RULES),
                Parameter.of(OWNER, "fields", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.choice(OWNER, "unmatched", "keep", "keep", "drop"));
    }

    @Override
    public String inputOfFields(String parameter) {
        return "others";
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows features = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        LayerRows others = LayerRows.read(inputs.features("others"), progress.part(0.3, 0.4))
                .in(features.crs(), progress);
        List<String> fields = values.names("fields");
        fields.forEach(others::attribute);
        int[][] found = related(features, others, Predicate.of(values.text("rule")), progress.part(0.4, 0.9));

        OutputRows output = new OutputRows("summary", OutputRows.geometryType(features.type()), features.crs());
        int[] taken = output.take(features.type());
        output.attribute("matches", Long.class);
        List<FieldSummary> summaries = new ArrayList<>();
        for (String field : fields) {
            FieldSummary summary = FieldSummary.of(others.numbers(field), () -> others.texts(field), true);
            summaries.add(summary);
            output.attribute(field + "_count", Long.class);
            summary.columns()
                    .forEach(column -> output.attribute(
                            field + "_" + NAMES.getOrDefault(column, column), summary.binding(column)));
        }
        int without = 0;
        boolean drop = values.text("unmatched").equals("drop");
        for (int row = 0; row < features.size(); row++) {
            int[] met = found[row] == null ? new int[0] : found[row];
            without += met.length == 0 ? 1 : 0;
            if (met.length > 0 || !drop) {
                output.add(OutputRows.join(
                        features.geometry(row), OutputRows.values(features, row, taken), numbers(met, summaries)));
            }
        }
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("analysis.note-rule", Message.of(OWNER + ".rule." + values.text("rule"))));
        notes.add(Message.of("analysis.note-joined", features.size() - without, without));
        notes.addAll(features.notes("features"));
        notes.addAll(others.notes("others"));
        return new Output.Features(output.features(), notes);
    }

    /** Matches, then of each field the number of values there are and its statistics; those of nothing are empty. */
    private static Object[] numbers(int[] met, List<FieldSummary> summaries) {
        List<Object> numbers = new ArrayList<>();
        numbers.add((long) met.length);
        for (FieldSummary summary : summaries) {
            List<Object> all = summary.of(met);
            long known = (Long) all.get(0) - (Long) all.get(1);
            numbers.add(known);
            List<Object> statistics = all.subList(2, all.size());
            numbers.addAll(known > 0 ? statistics : Collections.nCopies(statistics.size(), null));
        }
        return numbers.toArray();
    }

    /** The rows of the other layer each feature stands in a relation to, ascending; null without geometry. */
    static int[][] related(LayerRows features, LayerRows others, Predicate predicate, Progress progress) {
        Related related = new Related(others);
        int[][] found = new int[features.size()][];
        Parallel.items(found.length, 256, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry feature = features.geometry(row);
                found[row] = feature == null ? null : related.to(feature, predicate);
            }
        });
        return found;
    }
}
