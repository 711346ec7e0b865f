package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Parallel;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.Overlay;

/**
 * Areas with the same values of some fields become one. Areas that fit together without overlaps (a coverage) are joined
 * exactly, by cancelling the edges they share; others by a union. Fields that differ within a group are left out, or on
 * demand have the value of its first feature, as in QGIS.
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
                Parameter.of(OWNER, "sum", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.of(OWNER, "statistics", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.choice(OWNER, "others", "none", "none", "first"),
                Parameter.choice(OWNER, "parts", OutputRows.TOGETHER, OutputRows.TOGETHER, OutputRows.APART));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        Class<?> binding = OutputRows.geometryType(rows.type());
        if (binding == null) {
            throw RiskMapException.of(
                    "analysis.table-not-dissolved", rows.type().getTypeName());
        }
        rows = rows.valid(progress.part(0.2, 0.4));
        List<String> by = values.names("by");
        List<String> sums = values.names("sum");
        int[] keys = by.stream().mapToInt(rows::attribute).toArray();
        List<String> described = values.names("statistics");
        sums.forEach(rows::attribute);
        described.forEach(rows::attribute);
        Map<List<Object>, List<Integer>> groups = groups(rows, keys);
        List<List<Integer>> members = new ArrayList<>(groups.values());
        Geometry[] shapes = unions(rows, members, progress.part(0.4, 0.95));

        OutputRows output =
                new OutputRows("dissolve", OutputRows.multi(binding), rows.crs()).parts(values.text("parts"));
        output.takeThese(rows.type(), keys);
        int[] others = values.text("others").equals("first") ? output.takeOthers(rows.type(), keys) : new int[0];
        output.attribute("count", Long.class);
        sums.forEach(field -> output.attribute("sum_" + field, Double.class));
        described.forEach(field -> {
            for (String statistic : List.of("mean_", "min_", "max_")) {
                output.attribute(statistic + field, Double.class);
            }
        });
        int at = 0;
        for (var group : groups.entrySet()) {
            List<Object> row = new ArrayList<>();
            row.add(shapes[at++]);
            row.addAll(group.getKey());
            row.addAll(Arrays.asList(OutputRows.values(rows, group.getValue().get(0), others)));
            row.add((long) group.getValue().size());
            for (String field : sums) {
                double[] numbers = rows.numbers(field);
                ExactSum sum = new ExactSum();
                group.getValue().forEach(member -> sum.add(numbers[member]));
                row.add(sum.value());
            }
            for (String field : described) {
                describe(rows.numbers(field), group.getValue(), row);
            }
            output.add(row.toArray());
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        rows.addPartsBelow(notes, "features", leftOut(rows, members));
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

    /** Mean, least and greatest of the values there are; nothing where there is none. */
    private static void describe(double[] numbers, List<Integer> members, List<Object> row) {
        double[] known = members.stream()
                .mapToDouble(member -> numbers[member])
                .filter(number -> !Double.isNaN(number))
                .toArray();
        ExactSum sum = new ExactSum();
        Arrays.stream(known).forEach(sum::add);
        row.add(known.length == 0 ? null : Double.valueOf(sum.value() / known.length));
        row.add(
                known.length == 0
                        ? null
                        : Double.valueOf(Arrays.stream(known).min().getAsDouble()));
        row.add(
                known.length == 0
                        ? null
                        : Double.valueOf(Arrays.stream(known).max().getAsDouble()));
    }

    /** The shapes of each group of rows joined, null where it has none. */
    static Geometry[] unions(LayerRows rows, List<List<Integer>> groups, Progress progress) {
        Geometry[] shapes = new Geometry[groups.size()];
        Parallel.items(shapes.length, 1, progress, (from, to) -> {
            for (int group = from; group < to; group++) {
                List<Geometry> parts = new ArrayList<>();
                for (int row : groups.get(group)) {
                    if (rows.geometry(row) != null) {
                        parts.add(rows.geometry(row));
                    }
                }
                if (!parts.isEmpty()) {
                    shapes[group] = OutputRows.asMulti(union(parts, progress));
                }
            }
        });
        return shapes;
    }

    /** Rows with parts that the dissolved feature has not, as it has only the highest dimension of its group. */
    static int leftOut(LayerRows rows, List<List<Integer>> groups) {
        int result = 0;
        for (List<Integer> group : groups) {
            List<Geometry> shapes =
                    group.stream().map(rows::geometry).filter(Objects::nonNull).toList();
            int dimension =
                    shapes.stream().mapToInt(Geometry::getDimension).max().orElse(0);
            result += (int) shapes.stream()
                    .filter(shape -> Overlay.hasPartsBelow(dimension, shape))
                    .count();
        }
        return result;
    }

    private static Geometry union(List<Geometry> parts, Progress progress) {
        int dimension = parts.stream().mapToInt(Geometry::getDimension).max().orElseThrow();
        if (dimension == 2) {
            return Coverage.dissolve(parts).orElseGet(() -> Coverage.union(parts, progress));
        }
        Geometry union = UnaryUnionOp.union(parts);
        if (dimension != 1) {
            return union;
        }
        LineMerger merger = new LineMerger();
        merger.add(union);
        return union.getFactory().buildGeometry(merger.getMergedLineStrings());
    }
}
