package riskmap.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Coverage;
import riskmap.geo.Parallel;

/**
 * Areas with the same values of some fields become one. Areas that fit together without overlaps (a coverage) are joined
 * exactly, by cancelling the edges they share; others by a union.
 */
final class DissolveFeatures implements Operation {
    private static final String OWNER = "analysis.dissolve";

    @Override
    public String id() {
        return "dissolve";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "by", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.of(OWNER, "sum", Parameter.Type.FIELDS, null).asOptional());
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        if (rows.dimension() != 2 && rows.dimension() != -1) {
            throw RiskMapException.of("analysis.not-areas", rows.type().getTypeName());
        }
        rows = rows.valid(progress.part(0.2, 0.4));
        List<String> by = values.names("by");
        List<String> sums = values.names("sum");
        int[] keys = by.stream().mapToInt(rows::attribute).toArray();
        sums.forEach(rows::attribute);
        Map<List<Object>, List<Integer>> groups = groups(rows, keys);
        List<List<Integer>> members = new ArrayList<>(groups.values());
        Geometry[] areas = unions(rows, members, progress.part(0.4, 0.95));

        OutputRows output = new OutputRows("dissolve", MultiPolygon.class, rows.crs());
        for (int key : keys) {
            var attribute = rows.type().getDescriptor(key);
            output.attribute(attribute.getLocalName(), attribute.getType().getBinding());
        }
        output.attribute("count", Long.class);
        sums.forEach(field -> output.attribute("sum_" + field, Double.class));
        int at = 0;
        for (var group : groups.entrySet()) {
            List<Object> row = new ArrayList<>();
            row.add(areas[at++]);
            row.addAll(group.getKey());
            row.add((long) group.getValue().size());
            for (String field : sums) {
                double[] numbers = rows.numbers(field);
                ExactSum sum = new ExactSum();
                group.getValue().forEach(member -> sum.add(numbers[member]));
                row.add(sum.value());
            }
            output.add(row.toArray());
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-dissolved", rows.size(), groups.size()));
        return new Output.Features(output.features(), notes);
    }

    private static Map<List<Object>, List<Integer>> groups(LayerRows rows, int[] keys) {
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Object> key = new ArrayList<>();
            for (int attribute : keys) {
                key.add(rows.value(row, attribute));
            }
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    private static Geometry[] unions(LayerRows rows, List<List<Integer>> groups, Progress progress) {
        Geometry[] areas = new Geometry[groups.size()];
        Parallel.items(areas.length, 1, progress, (from, to) -> {
            for (int group = from; group < to; group++) {
                List<Geometry> parts = new ArrayList<>();
                for (int row : groups.get(group)) {
                    if (rows.geometry(row) != null) {
                        parts.add(rows.geometry(row));
                    }
                }
                if (!parts.isEmpty()) {
                    areas[group] = OutputRows.asMulti(
                            Coverage.dissolve(parts).orElseGet(() -> Coverage.union(parts, progress)));
                }
            }
        });
        return areas;
    }
}
