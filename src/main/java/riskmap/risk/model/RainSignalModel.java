package riskmap.risk.model;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.risk.Chart;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.flood.RainSignal;

/** The rainstorm warning signal of a series of hourly rain ({@link RainSignal}); reads no layer. */
public final class RainSignalModel implements RiskModel {
    private static final String OWNER = "risk.rain-signal";
    private static final String SOURCE = "气象灾害预警信号发布与传播办法, CMA decree 16 (2007)";

    @Override
    public String id() {
        return "rain-signal";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<String> sources() {
        return List.of(SOURCE);
    }

    @Override
    public List<LayerNeed> needs() {
        return List.of();
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.empty();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bounded(
                        OWNER, "rain", Parameter.Type.NUMBERS, "mm/h", "2,4,8,12,20,18,9,5,2,1,0,0", 0.0, 500.0),
                Parameter.bounded(
                        OWNER, "thresholds", Parameter.Type.TABLE, "", "1,12,50;2,6,50;3,3,50;4,3,100", 0.0, 5000.0));
    }

    @Override
    public List<Formula> formulas() {
        return List.of(new Formula("rain-signal", "max Σ P(t … t+T) ≥ P_T", SOURCE, Evidence.PUBLISHED));
    }

    @Override
    public void check(InputChecks checks) {
        for (double[] row : checks.values().rows("thresholds")) {
            boolean sound = row.length == 3
                    && row[0] >= 1
                    && row[0] <= 4
                    && row[0] == Math.rint(row[0])
                    && row[1] >= 1
                    && row[1] == Math.rint(row[1]);
            if (!sound) {
                checks.problem(
                        "thresholds",
                        Message.of("risk.check-thresholds", checks.values().text("thresholds")));
                return;
            }
        }
        order(checks, checks.values().rows("thresholds"));
    }

    /** A lower signal whose rain always reaches a higher one too would never be given: the rows contradict each other. */
    private static void order(InputChecks checks, double[][] rows) {
        for (double[] low : rows) {
            for (double[] high : rows) {
                if (low[0] < high[0] && high[1] >= low[1] && high[2] <= low[2]) {
                    checks.problem(
                            "thresholds",
                            Message.of(
                                    "risk.check-signals",
                                    Message.of("risk.signal-" + (int) low[0]),
                                    Workings.shown(low[1]),
                                    Workings.shown(low[2]),
                                    Message.of("risk.signal-" + (int) high[0]),
                                    Workings.shown(high[1]),
                                    Workings.shown(high[2])));
                    return;
                }
            }
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        double[] rain = values.numbers("rain");
        double[][] thresholds = values.rows("thresholds");
        RainSignal signal = new RainSignal(thresholds);
        Workings workings = new Workings();
        List<List<Object>> rows = new ArrayList<>();
        for (double[] threshold : thresholds) {
            int level = (int) threshold[0];
            int hours = (int) threshold[1];
            double most = RainSignal.most(rain, hours);
            int first = new RainSignal(new double[][] {threshold}).firstHour(rain, level);
            workings.of("≥ " + Workings.shown(threshold[2]) + " mm/" + hours + " h");
            workings.add("rain-signal", "max Σ P(t … t+T)", most, "mm", "max Σ P(t … t+%s h)", hours);
            List<Object> row = new ArrayList<>();
            row.add(Message.of("risk.signal-" + level));
            row.add((long) hours);
            row.add(threshold[2]);
            row.add(most);
            row.add(first == 0 ? null : (Object) Long.valueOf(first));
            rows.add(row);
        }
        List<List<Object>> hourly = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < rain.length; i++) {
            sum += rain[i];
            hourly.add(List.of(i + 1L, rain[i], sum));
        }
        return RiskResult.of(
                List.of(
                        new Table(
                                "signals",
                                Message.of("risk.table-signals"),
                                List.of(
                                        column("signal", "", 0),
                                        column("period", "h", 0),
                                        column("threshold", "mm", 0),
                                        column("most-rain", "mm", 1),
                                        column("reached-hour", "h", 0)),
                                rows),
                        new Table(
                                "rain",
                                Message.of("risk.table-rain"),
                                List.of(column("hour", "h", 0), column("rain", "mm", 1), column("rain-sum", "mm", 1)),
                                hourly)),
                List.of(Message.of(
                        "risk.note-signal", Message.of("risk.signal-" + signal.level(rain)), sum, rain.length)),
                workings.lines(),
                List.of(new Chart("rain", Chart.Kind.BAR, "hour", List.of("rain"))));
    }
}
