package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
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
    private static final String ALL = "*";
    private static final String[] RULES = {
        "intersects", "contains", "within", "overlaps", "touches", "crosses", "equals"
    };

    private static final Parameter RULE = Parameter.choice(OWNER, "rule", "intersects", RULES);

    @Override
    public String id() {
        return "join-summary";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "others", Parameter.Type.FEATURES, null),
                RULE,
                Relations.also(OWNER),
                Parameter.of(OWNER, "fields", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.of(OWNER, "statistics", Parameter.Type.TEXT, null).asOptional(),
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
        List<String> fields = fields(others, values.names("fields"));
        Relations relations = Relations.of(values, RULE);
        int[][] found = related(features, others, relations, progress.part(0.4, 0.9));

        OutputRows output = new OutputRows("summary", OutputRows.geometryType(features.type()), features.crs());
        int[] taken = output.take(features.type());
        output.attribute("matches", Long.class);
        List<FieldSummary> summaries = new ArrayList<>();
        for (String field : fields) {
            FieldSummary summary = FieldSummary.of(others, field, true).only(values.names("statistics"));
            summaries.add(summary);
            summary.columns().forEach(column -> output.attribute(field + "_" + column, summary.binding(column)));
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
        relations
                .keys()
                .forEach(key -> notes.add(Message.of("analysis.note-rule", Message.of(OWNER + ".rule." + key))));
        notes.add(Message.of("analysis.note-joined", features.size() - without, without));
        notes.addAll(features.notes("features"));
        notes.addAll(others.notes("others"));
        return new Output.Features(output.features(), notes);
    }

    /** The fields asked for; {@link #ALL} is all but the geometry. */
    private static List<String> fields(LayerRows others, List<String> wanted) {
        if (!wanted.equals(List.of(ALL))) {
            wanted.forEach(others::attribute);
            return wanted;
        }
        return others.type().getAttributeDescriptors().stream()
                .filter(attribute -> !(attribute instanceof GeometryDescriptor))
                .map(AttributeDescriptor::getLocalName)
                .toList();
    }

    /** Matches, then the statistics of each field; those of nothing are empty. */
    private static Object[] numbers(int[] met, List<FieldSummary> summaries) {
        List<Object> numbers = new ArrayList<>();
        numbers.add((long) met.length);
        for (FieldSummary summary : summaries) {
            numbers.addAll(
                    met.length > 0
                            ? summary.of(met)
                            : Collections.nCopies(summary.columns().size(), null));
        }
        return numbers.toArray();
    }

    /** The rows of the other layer each feature stands in a relation to, ascending; null without geometry. */
    static int[][] related(LayerRows features, LayerRows others, Relations relations, Progress progress) {
        Related related = new Related(others);
        int[][] found = new int[features.size()][];
        Parallel.items(found.length, 256, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry feature = features.geometry(row);
                found[row] = feature == null ? null : relations.to(feature, related);
            }
        });
        return found;
    }
}
