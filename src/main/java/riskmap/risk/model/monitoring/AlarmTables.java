package riskmap.risk.model.monitoring;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.risk.Chart;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.model.result.Columns;
import riskmap.risk.monitor.AlarmRule;
import riskmap.risk.monitor.ReadingSeries;

/** The alarms of gauges as tables: how each stands now, when each colour was on, and the readings themselves. */
public final class AlarmTables {
    /** Readings shown one by one; the alarms are of all of them. */
    private static final int SHOWN = 5000;

    private final AlarmRule rule;
    private final String unit;
    private final List<List<Object>> now = new ArrayList<>();
    private final List<List<Object>> alarms = new ArrayList<>();
    private final List<List<Object>> readings = new ArrayList<>();
    private final Workings workings = new Workings();
    private long all;
    private long missing;
    private int worst;
    private int worstReading;

    public AlarmTables(AlarmRule rule, String unit) {
        this.rule = rule;
        this.unit = unit;
    }

    public void add(ReadingSeries series) {
        double[] values = series.readings();
        int[] states = rule.states(series.minutes(), values);
        all += series.size();
        missing += series.missing();
        int highest = Arrays.stream(states).max().orElse(0);
        worst = Math.max(worst, highest);
        worstReading = Math.max(
                worstReading,
                Arrays.stream(values).mapToInt(rule::levelOf).max().orElse(0));
        int last = states.length - 1;
        List<Object> row = new ArrayList<>();
        row.add(name(series));
        row.add(series.times().get(last));
        row.add(Columns.number(values[last]));
        row.add(state(states[last]));
        row.add(state(Math.max(0, highest)));
        row.add((long) series.size());
        row.add(series.missing());
        now.add(row);
        spans(series, states);
        for (int i = 0; i < values.length && readings.size() < SHOWN; i++) {
            readings.add(Arrays.asList(
                    name(series),
                    series.times().get(i),
                    series.minutes()[i] / 60,
                    Columns.number(values[i]),
                    state(rule.levelOf(values[i])),
                    state(states[i])));
        }
    }

    /** One row for each time that a state other than “none” was on. */
    private void spans(ReadingSeries series, int[] states) {
        double[] values = series.readings();
        double[] minutes = series.minutes();
        for (int from = 0; from < states.length; ) {
            int to = from;
            while (to + 1 < states.length && states[to + 1] == states[from]) {
                to++;
            }
            if (states[from] != 0) {
                double most = Arrays.stream(values, from, to + 1).max().orElse(Double.NaN);
                alarms.add(Arrays.asList(
                        name(series),
                        state(states[from]),
                        series.times().get(from),
                        series.times().get(to),
                        minutes[to] - minutes[from],
                        Columns.number(most)));
                if (states[from] > 0 && values[from] >= rule.thresholds()[states[from] - 1]) {
                    double threshold = rule.thresholds()[states[from] - 1];
                    workings.of(name(series) + " " + series.times().get(from) + " ≥ " + Workings.shown(threshold) + " "
                            + unit);
                    workings.add("alarm-raise", "h(t)", values[from], unit, "");
                }
            }
            from = to + 1;
        }
    }

    private static String name(ReadingSeries series) {
        return series.gauge().isEmpty() ? "–" : series.gauge();
    }

    private static Message state(int state) {
        return Message.of(state == AlarmRule.MISSING ? "risk.missing" : "risk.signal-" + state);
    }

    public RiskResult result(List<Message> first) {
        List<Message> notes = new ArrayList<>(first);
        notes.add(Message.of("risk.note-alarm", now.size(), all, missing, state(worst), state(worstReading)));
        if (readings.size() < all) {
            notes.add(Message.of("risk.note-readings-shown", readings.size(), all));
        }
        Table values = new Table(
                "readings",
                Message.of("risk.table-readings"),
                List.of(
                        column("gauge", "", 0),
                        column("read-at", "", 0),
                        column("hours", "h", 2),
                        column("reading", unit, 2),
                        column("reading-level", "", 0),
                        column("state", "", 0)),
                readings);
        return RiskResult.of(
                List.of(standing(), spans(), values),
                notes,
                workings.lines(),
                now.size() == 1
                        ? List.of(new Chart("readings", Chart.Kind.LINE, "hours", List.of("reading")))
                        : List.of());
    }

    private Table standing() {
        return new Table(
                "alarm-now",
                Message.of("risk.table-alarm-now"),
                List.of(
                        column("gauge", "", 0),
                        column("read-at", "", 0),
                        column("reading", unit, 2),
                        column("state", "", 0),
                        column("highest-state", "", 0),
                        column("readings", "", 0),
                        column("missing-readings", "", 0)),
                now);
    }

    private Table spans() {
        return new Table(
                "alarms",
                Message.of("risk.table-alarms"),
                List.of(
                        column("gauge", "", 0),
                        column("state", "", 0),
                        column("from-time", "", 0),
                        column("to-time", "", 0),
                        column("lasted", "min", 0),
                        column("most-reading", unit, 2)),
                alarms);
    }
}
