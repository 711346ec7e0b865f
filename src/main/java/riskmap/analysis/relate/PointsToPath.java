package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.analysis.ShapeKind;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * A line through the points of a layer in the order of a field, such as that of the times of a track, or one for each value
 * of another. Points without a value come first; a single point makes no line, which is told.
 */
public final class PointsToPath implements Operation {
    private static final String OWNER = "analysis.points-to-path";

    @Override
    public String id() {
        return "points-to-path";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "order", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "by", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "close", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.only(ShapeKind.POINTS);
    }

    private static int compare(Object one, Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        return one.toString().compareTo(other.toString());
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.5));
        int order = values.has("order") ? rows.attribute(values.text("order")) : -1;
        int by = values.has("by") ? rows.attribute(values.text("by")) : -1;
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null) {
                groups.computeIfAbsent(by < 0 ? null : rows.value(row, by), none -> new ArrayList<>())
                        .add(row);
            }
        }
        OutputRows output = new OutputRows("paths", LineString.class, rows.crs());
        if (by >= 0) {
            output.takeThese(rows.type(), new int[] {by});
        }
        if (order >= 0) {
            Class<?> type = rows.type().getDescriptor(order).getType().getBinding();
            output.attribute("begin", type);
            output.attribute("end", type);
        }
        int single = 0;
        for (Map.Entry<Object, List<Integer>> group : groups.entrySet()) {
            progress.check();
            List<Integer> members = group.getValue();
            if (order >= 0) {
                members.sort(Comparator.comparing(
                        row -> rows.value(row, order), Comparator.nullsFirst(PointsToPath::compare)));
            }
            List<Coordinate> path = new ArrayList<>();
            for (int row : members) {
                Geometry shape = rows.geometry(row);
                path.addAll(List.of(shape.getCoordinates()));
            }
            if (values.flag("close") && path.size() > 2) {
                path.add(path.get(0).copy());
            }
            if (path.size() < 2) {
                single++;
                continue;
            }
            Object[] ends = order < 0
                    ? new Object[0]
                    : new Object[] {
                        rows.value(members.get(0), order), rows.value(members.get(members.size() - 1), order)
                    };
            output.add(OutputRows.join(
                    new GeometryFactory().createLineString(path.toArray(Coordinate[]::new)),
                    by < 0 ? new Object[0] : new Object[] {group.getKey()},
                    ends));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (single > 0) {
            notes.add(Message.of("analysis.note-single-points", single));
        }
        return new Output.Features(output.features(), notes);
    }
}
