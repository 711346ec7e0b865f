package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * Features drawn by chance, each with the same chance, none twice; so many in all, or so many of each value of a field.
 * The same seed draws the same features. They stay in the order of their layer.
 */
public final class RandomSample implements Operation {
    private static final String OWNER = "analysis.random-sample";

    @Override
    public String id() {
        return "random-sample";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.choice(OWNER, "unit", "count", "count", "percent"),
                Parameter.number(OWNER, "size", "", 10, 0, 1e9),
                Parameter.of(OWNER, "by", Parameter.Type.FIELD, null).asOptional(),
                Parameter.integer(OWNER, "seed", "", 1, 0, Integer.MAX_VALUE));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        int by = values.has("by") ? rows.attribute(values.text("by")) : -1;
        for (int row = 0; row < rows.size(); row++) {
            Object key = by < 0 ? null : rows.value(row, by);
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
        }
        SplittableRandom random = new SplittableRandom(values.integer("seed"));
        boolean[] drawn = new boolean[rows.size()];
        for (List<Integer> group : groups.values()) {
            double size = values.text("unit").equals("percent")
                    ? Math.ceil(group.size() * values.number("size") / 100)
                    : values.number("size");
            int[] members = group.stream().mapToInt(Integer::intValue).toArray();
            int wanted = (int) Math.min(members.length, size);
            for (int i = 0; i < wanted; i++) {
                int other = i + random.nextInt(members.length - i);
                int chosen = members[other];
                members[other] = members[i];
                members[i] = chosen;
                drawn[chosen] = true;
            }
        }
        Class<? extends Geometry> type = OutputRows.geometryType(rows.type());
        OutputRows output = new OutputRows("sample", type, rows.crs());
        int[] taken = output.take(rows.type());
        for (int row = 0; row < drawn.length; row++) {
            if (drawn[row]) {
                Object[] own = OutputRows.values(rows, row, taken);
                output.add(type == null ? own : OutputRows.join(rows.geometry(row), own));
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-selected", output.size(), rows.size()));
        return new Output.Features(output.features(), notes);
    }
}
