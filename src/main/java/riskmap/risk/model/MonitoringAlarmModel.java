package riskmap.risk.model;

import java.util.List;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.Coefficient;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.model.monitoring.AlarmTables;
import riskmap.risk.model.monitoring.GaugeReadings;
import riskmap.risk.monitor.AlarmRule;
import riskmap.risk.monitor.AlarmThresholds;
import riskmap.risk.monitor.ReadingSeries;

/**
 * The warning colour of readings of gauges, of waves, tsunami or by thresholds of one's own ({@link AlarmRule}): the
 * readings are typed, or those of a table of the project by gauge and time.
 */
public final class MonitoringAlarmModel implements RiskModel {
    static final String OWNER = "risk.monitoring-alarm";
    private static final String WAVES = "海浪预警分级（近岸、近海，国家海洋环境预报中心）";
    private static final String TSUNAMI = "海啸灾害四级警报（沿岸验潮站波高；现行版本待核对）";
    private static final String RULE = "own rule";

    @Override
    public String id() {
        return "monitoring-alarm";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<String> sources() {
        return List.of(WAVES, TSUNAMI, "threshold, least duration and hysteresis: own rule");
    }

    @Override
    public List<LayerNeed> needs() {
        return List.of();
    }

    @Override
    public List<LayerNeed> needs(ParameterValues values) {
        return values.has("table") ? List.of(new LayerNeed(values.text("table"), true)) : List.of();
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.empty();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(
                        OWNER, "kind", "waves-near-shore", "waves-near-shore", "waves-open-sea", "tsunami", "own"),
                Parameter.of(
                        OWNER,
                        "readings",
                        Parameter.Type.TEXT,
                        "1.8,2.2,2.6,2.9,3.6,3.8,3.7,-,4.6,4.8,4.4,3.9,3.3,2.4,2.1,1.9"),
                Parameter.number(OWNER, "step", "min", 30, 0.1, 1440),
                Parameter.of(OWNER, "table", Parameter.Type.LAYER, null).asOptional(),
                Parameter.of(OWNER, "gauge-field", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "time-field", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "value-field", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "thresholds", Parameter.Type.NUMBERS, null).asOptional(),
                Parameter.number(OWNER, "least-duration", "min", 0, 0, 10_080).asUnverified(),
                Parameter.number(OWNER, "hysteresis", "", 0.2, 0, 1e6).asUnverified());
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("alarm-raise", "h(t) ≥ T_k, t ∈ [t₀, t₀+D]", RULE, Evidence.RECOMPUTED),
                new Formula("alarm-lower", "h(t) < T_k − Δ", RULE, Evidence.RECOMPUTED));
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(
                new Coefficient("waves-near-shore", "2.5, 3.5, 4.5, 6", "m", WAVES, Evidence.PUBLISHED),
                new Coefficient("waves-open-sea", "–, 6, 9, 14", "m", WAVES, Evidence.PUBLISHED),
                new Coefficient("tsunami", "50, 100, 150, 200", "cm", TSUNAMI, Evidence.UNVERIFIED));
    }

    @Override
    public void check(InputChecks checks) {
        ParameterValues values = checks.values();
        if (values.text("kind").equals("own")) {
            if (values.numbers("thresholds").length != 4) {
                checks.problem("thresholds", Message.of("risk.check-own-thresholds", text(values, "thresholds")));
            } else {
                checks.ascendingNumbers("thresholds");
            }
        }
        hysteresis(checks, values);
        if (values.has("table")) {
            table(checks, values);
        } else {
            try {
                ReadingSeries.typed(values.text("readings"), values.number("step"));
            } catch (NumberFormatException e) {
                checks.problem("readings", Message.of("risk.check-readings", values.text("readings")));
            }
        }
    }

    /** A colour that is lowered only below the threshold of the next lower one contradicts that threshold. */
    private static void hysteresis(InputChecks checks, ParameterValues values) {
        AlarmThresholds known = AlarmThresholds.of(values.text("kind"));
        double[] levels = known == null ? values.numbers("thresholds") : known.levels();
        double hysteresis = values.number("hysteresis");
        for (int level = 1; level < levels.length; level++) {
            double step = levels[level] - levels[level - 1];
            if (step > 0 && hysteresis >= step) {
                checks.problem(
                        "hysteresis",
                        Message.of(
                                "risk.check-hysteresis",
                                checks.values().called("hysteresis"),
                                Workings.shown(hysteresis),
                                Workings.shown(levels[level - 1]),
                                Workings.shown(levels[level])));
                return;
            }
        }
        if (known != null && hysteresis >= known.lowest()) {
            checks.problem(
                    "hysteresis",
                    Message.of(
                            "risk.check-hysteresis-ends",
                            checks.values().called("hysteresis"),
                            Workings.shown(hysteresis),
                            Workings.shown(known.lowest())));
        }
    }

    private static void table(InputChecks checks, ParameterValues values) {
        String name = values.text("table");
        for (String key : List.of("time-field", "value-field")) {
            if (values.has(key)) {
                checks.hasField(name, values.text(key));
            } else {
                checks.problem(key, Message.of("risk.check-reading-field", Message.of(OWNER + "." + key)));
            }
        }
        if (values.has("gauge-field")) {
            checks.hasField(name, values.text("gauge-field"));
        }
        if (values.has("value-field")) {
            checks.hasNumbers(name, values.text("value-field"));
        }
        checks.notEmpty(name);
    }

    private static String text(ParameterValues values, String key) {
        return values.has(key) ? values.text(key) : "–";
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        progress.report(0.1, Message.of("risk.step-readings"));
        AlarmThresholds known = AlarmThresholds.of(values.text("kind"));
        AlarmRule rule = new AlarmRule(
                known == null ? values.numbers("thresholds") : known.levels(),
                values.number("least-duration"),
                values.number("hysteresis"));
        AlarmTables tables = new AlarmTables(rule, known == null ? "" : known.unit());
        if (values.has("table")) {
            LayerRows rows = inputs.rows(values.text("table"), progress);
            GaugeReadings readings = GaugeReadings.of(
                    rows,
                    values.has("gauge-field") ? values.text("gauge-field") : null,
                    values.text("time-field"),
                    values.text("value-field"),
                    values.number("step"));
            readings.series().forEach(tables::add);
            return tables.result(readings.notes());
        }
        tables.add(ReadingSeries.typed(values.text("readings"), values.number("step")));
        progress.report(1);
        return tables.result(List.of());
    }
}
