package riskmap.risk.model.count;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.Table;

/**
 * How far the counts of a plan are reached: stores, projects and sites by their number, lanes by their length in km, sites
 * to isolate people by their rooms. Done is what the survey calls built or accepted (a site that says nothing of its state
 * counts as done, one that is closed does not).
 */
public final class PlanProgress {
    private static final Set<String> BEGUN = Set.of("planned", "building", "survey", "closed");

    private final Inputs inputs;
    private final ParameterValues values;

    public PlanProgress(Inputs inputs, ParameterValues values) {
        this.inputs = inputs;
        this.values = values;
    }

    public Table table(Progress progress) {
        List<List<Object>> rows = new ArrayList<>();
        for (Map.Entry<String, Double> item : values.weights("plan").entrySet()) {
            String kind = item.getKey();
            if (inputs.has(kind)) {
                LayerRows found = inputs.rows(kind, progress);
                // lengths are those of the towns' plane: a lane may be kept in degrees
                rows.add(line(
                        kind,
                        item.getValue(),
                        inputs.has("town")
                                ? found.in(inputs.rows("town", progress).crs(), progress)
                                : found));
            }
        }
        return new Table(
                "plan-progress",
                Message.of("risk.table-plan-progress"),
                List.of(
                        column("item", "", 0),
                        column("unit", "", 0),
                        column("planned", "", 1),
                        column("done", "", 1),
                        column("begun", "", 1),
                        column("progress", "%", 1)),
                rows);
    }

    private static List<Object> line(String kind, double planned, LayerRows rows) {
        String[] states = rows.texts(rows.hasAttribute("phase") ? "phase" : "state");
        double[] rooms = rows.numbers("rooms");
        boolean lines = kind.equals("fire_lane");
        boolean byRooms = kind.equals("isolation_site");
        double done = 0;
        double begun = 0;
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = rows.geometry(row);
            double amount = lines ? kilometres(shape) : byRooms ? Math.max(0, orZero(rooms[row])) : 1;
            if (states[row] != null && BEGUN.contains(states[row])) {
                begun += amount;
            } else {
                done += amount;
            }
        }
        String unit = lines ? "km" : byRooms ? "rooms" : "number";
        return List.of(
                Catalogue.called(kind),
                Message.of("risk.unit-" + unit),
                planned,
                done,
                begun,
                planned > 0 ? 100 * done / planned : 100.0);
    }

    private static double kilometres(Geometry shape) {
        return shape == null ? 0 : shape.getLength() / 1000;
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
