package riskmap.risk.model;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.risk.Chart;
import riskmap.risk.Coefficient;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.flood.RationalPeak;

/** Peak discharge of a small catchment by 推理公式 ({@link RationalPeak}); reads no layer. */
public final class PeakDischargeModel implements RiskModel {
    private static final String OWNER = "risk.peak-discharge";
    private static final String SOURCE = "SL 44-2006, 水利水电工程设计洪水计算规范";
    private static final String PARTIAL = "Qm = 0.278·(n·Sp·t^(1−n)/τ)·F";
    private static final String RUNOFF_TIME = "t = ((1 − n)·Sp/μ)^(1/n)";
    private static final double[] PARTS = {0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6};

    @Override
    public String id() {
        return "peak-discharge";
    }

    @Override
    public String version() {
        return "2";
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
    public Optional<String> intensity() {
        return Optional.of("rain-power");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number(OWNER, "catchment", "km²", 12, 0.01, 1000),
                Parameter.number(OWNER, "river-length", "km", 6, 0.01, 1000),
                Parameter.number(OWNER, "slope", "", 0.012, 1e-6, 1),
                Parameter.number(OWNER, "concentration", "", 1, 0.01, 10).asUnverified(),
                Parameter.number(OWNER, "rain-power", "mm/h", 80, 0, 1000).asUnverified(),
                Parameter.number(OWNER, "exponent", "", 0.65, 0, 1).asUnverified(),
                Parameter.number(OWNER, "loss", "mm/h", 3, 0, 200).asUnverified());
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("rational-peak", "Qm = 0.278·(Sp/τⁿ − μ)·F", SOURCE, Evidence.UNVERIFIED),
                new Formula("rational-peak-partial", PARTIAL + ", τ > t", SOURCE, Evidence.UNVERIFIED),
                new Formula("runoff-time", RUNOFF_TIME, SOURCE, Evidence.UNVERIFIED),
                new Formula("concentration", "τ = 0.278·L/(m·J^(1/3)·Qm^(1/4))", SOURCE, Evidence.UNVERIFIED));
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(new Coefficient("rational-units", "0.278 = 1/3.6", "", SOURCE, Evidence.RECOMPUTED));
    }

    @Override
    public void check(InputChecks checks) {
        if (checks.values().number("rain-power") <= checks.values().number("loss")) {
            checks.warning("rain-power", Message.of("risk.check-no-runoff"));
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        double power = values.number("rain-power");
        RationalPeak peak = peak(values, power);
        List<List<Object>> rows = new ArrayList<>();
        for (double part : PARTS) {
            RationalPeak other = peak(values, part * power);
            rows.add(Arrays.asList(part * power, other.discharge(), known(other.hours()), known(other.runoffHours())));
        }
        Table table = new Table(
                "peak-by-rain",
                Message.of("risk.table-peak-by-rain"),
                List.of(
                        column("rain-power", "mm/h", 1),
                        column("peak-discharge", "m³/s", 2),
                        column("concentration-time", "h", 3),
                        column("runoff-time", "h", 3)),
                rows);
        return RiskResult.of(
                List.of(table),
                notes(peak),
                workings(values, peak).lines(),
                List.of(new Chart("peak-by-rain", Chart.Kind.LINE, "rain_power", List.of("peak_discharge"))));
    }

    /** The number, null for one that is not known or has no end. */
    private static Double known(double number) {
        return Double.isFinite(number) ? number : null;
    }

    private static List<Message> notes(RationalPeak peak) {
        if (peak.discharge() == 0) {
            return List.of(Message.of("risk.note-peak-none"));
        }
        Message found = Message.of("risk.note-peak", peak.discharge(), peak.hours(), peak.steps());
        return peak.isOfWholeArea()
                ? List.of(found)
                : List.of(found, Message.of("risk.note-peak-partial", peak.runoffHours(), peak.hours()));
    }

    private static Workings workings(ParameterValues values, RationalPeak peak) {
        Workings workings = new Workings();
        if (peak.discharge() == 0) {
            return workings;
        }
        double power = values.number("rain-power");
        double exponent = values.number("exponent");
        workings.add(
                "concentration",
                "τ = 0.278·L/(m·J^(1/3)·Qm^(1/4))",
                peak.hours(),
                "h",
                "0.278 × %s/(%s × %s^(1/3) × %s^(1/4))",
                values.number("river-length"),
                values.number("concentration"),
                values.number("slope"),
                peak.discharge());
        if (Double.isFinite(peak.runoffHours())) {
            workings.add(
                    "runoff-time",
                    RUNOFF_TIME,
                    peak.runoffHours(),
                    "h",
                    "((1 − %s) × %s/%s)^(1/%s)",
                    exponent,
                    power,
                    values.number("loss"),
                    exponent);
        }
        if (peak.isOfWholeArea()) {
            workings.add(
                    "rational-peak",
                    "Qm = 0.278·(Sp/τⁿ − μ)·F",
                    peak.discharge(),
                    "m³/s",
                    "0.278 × (%s/%s^%s − %s) × %s",
                    power,
                    peak.hours(),
                    exponent,
                    values.number("loss"),
                    values.number("catchment"));
        } else {
            workings.add(
                    "rational-peak-partial",
                    PARTIAL,
                    peak.discharge(),
                    "m³/s",
                    "0.278 × (%s × %s × %s^(1 − %s)/%s) × %s",
                    exponent,
                    power,
                    peak.runoffHours(),
                    exponent,
                    peak.hours(),
                    values.number("catchment"));
        }
        return workings;
    }

    private static RationalPeak peak(ParameterValues values, double power) {
        return RationalPeak.of(
                values.number("catchment"),
                values.number("river-length"),
                values.number("slope"),
                values.number("concentration"),
                power,
                values.number("exponent"),
                values.number("loss"));
    }
}
