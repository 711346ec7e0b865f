package riskmap.analysis;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/** The different values of a field, or those that several fields have together, each once, as first met; none is one too. */
final class DistinctValues implements Operation {
    private static final String OWNER = "analysis.distinct-values";

    @Override
    public String id() {
        return "distinct-values";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "fields", Parameter.Type.FIELDS, null).asOptional());
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        OutputRows output = new OutputRows("distinct", null, null);
        int[] fields = output.take(rows, values.names("fields"), "");
        Set<List<Object>> all = new LinkedHashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            all.add(Arrays.asList(OutputRows.values(rows, row, fields)));
        }
        all.forEach(one -> output.add(one.toArray()));
        return new Output.Features(
                output.features(), List.of(Message.of("analysis.note-distinct", all.size(), rows.size())));
    }
}
