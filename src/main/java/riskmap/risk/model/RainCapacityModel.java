package riskmap.risk.model;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.NameList;
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
import riskmap.risk.flood.CurveNumber;
import riskmap.risk.model.flood.ReservoirData;
import riskmap.risk.model.flood.ReservoirLayer;
import riskmap.risk.model.flood.RunoffSteps;
import riskmap.risk.model.result.ResultRows;

/**
 * Rain-absorbing capacity of reservoirs (纳雨能力): the rain on its catchment that fills a reservoir from its level now to
 * the flood limit, design, check and crest level when nothing is let out. The less, the sooner it is in danger.
 */
public final class RainCapacityModel implements RiskModel {
    private static final String OWNER = "risk.rain-capacity";
    private static final List<String> TARGETS = List.of("limit", "design", "check", "crest");
    /** Reservoirs whose computation is written down line by line. */
    private static final int WRITTEN = 3;

    @Override
    public String id() {
        return "rain-capacity";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<String> sources() {
        return List.of(RunoffModel.SCS);
    }

    @Override
    public List<LayerNeed> needs() {
        return List.of(new LayerNeed("reservoir", true), new LayerNeed("reservoir_curve", false));
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("reservoir_alarm");
    }

    @Override
    public Map<String, Named> named() {
        return Map.of("reservoir", new Named("reservoir", "name"));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "reservoir", Parameter.Type.TEXT, null).asOptional(),
                Parameter.number(OWNER, "above-limit", "m", 0, -100, 100),
                RunoffModel.curveNumber(OWNER, 80),
                RunoffModel.ratio(OWNER),
                Parameter.bounded(OWNER, "breaks", Parameter.Type.NUMBERS, "mm", "50,100,150", 0.0, 5000.0)
                        .asUnverified(),
                Parameter.number(OWNER, "weir-coefficient", "", 0.36, 0.1, 0.6).asUnverified());
    }

    @Override
    public List<Formula> formulas() {
        List<Formula> all = new ArrayList<>(RunoffModel.curveNumberFormulas());
        all.add(new Formula(
                "free-storage", "R = (W(z) − W(z_now))/(1000·F) (mm)", RunoffModel.SCS, Evidence.RECOMPUTED));
        all.add(new Formula(
                "rain-capacity", "P = Ia + (R + √(R² + 4·R·S))/2 (mm)", RunoffModel.SCS, Evidence.RECOMPUTED));
        all.add(assumedCurve());
        return all;
    }

    /** The storage of a reservoir without a table. */
    static Formula assumedCurve() {
        return new Formula(
                "assumed-curve",
                "W(z) = W_total·((z − z₀)/(z_check − z₀))^b, z₀ = z_crest − H_dam",
                "own assumption where the survey has no stage–storage table",
                Evidence.OWN);
    }

    @Override
    public void check(InputChecks checks) {
        ReservoirData.check(checks);
        ReservoirData.checkStart(checks);
        ReservoirData.checkCatchments(checks);
        checks.ascendingNumbers("breaks");
        if (checks.values().numbers("breaks").length != 3) {
            checks.problem(
                    "breaks",
                    Message.of(
                            "risk.breaks-wrong",
                            checks.values().called("breaks"),
                            3,
                            checks.values().text("breaks")));
        }
    }

    /** A reservoir and the rain to each of its levels. */
    private record Capacity(ReservoirData reservoir, double now, double[] rain) {
        /** The rain to the check flood level, or where that is not known to the crest. */
        double decisive() {
            return Double.isNaN(rain[2]) ? rain[3] : rain[2];
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has("reservoir")) {
            return nothing();
        }
        List<Message> notes = new ArrayList<>();
        CurveNumber curve = new CurveNumber(values.number("curve-number"), values.number("abstraction-ratio"));
        List<Capacity> all = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (ReservoirData reservoir :
                ReservoirData.of(inputs, values, values.number("weir-coefficient"), notes, progress)) {
            if (reservoir.hasCatchment()) {
                all.add(capacity(reservoir, curve, values.number("above-limit")));
            } else {
                without.add(reservoir.name());
            }
        }
        all.sort(Comparator.comparingDouble(Capacity::decisive).thenComparing(each -> each.reservoir.name()));
        if (!without.isEmpty()) {
            notes.add(Message.of("risk.note-no-catchment", without.size(), NameList.of(without)));
        }
        double[] breaks = values.numbers("breaks");
        notes.add(0, Message.of("risk.note-rain-capacity", all.size(), values.number("above-limit")));
        ResultRows layer = layer(inputs, all, breaks);
        return new RiskResult(
                List.of(layer.features()),
                List.of(),
                List.of(table(all)),
                List.of(),
                notes,
                workings(all, curve).lines(),
                List.of(new Chart("rain-capacity", Chart.Kind.BAR, "reservoir", List.of("rain_check"))));
    }

    private static RiskResult nothing() {
        return RiskResult.nothing("risk.note-no-reservoir");
    }

    private static Capacity capacity(ReservoirData reservoir, CurveNumber curve, double above) {
        double now = reservoir.limit() + above;
        double[] rain = new double[TARGETS.size()];
        for (int i = 0; i < rain.length; i++) {
            double level = reservoir.level(TARGETS.get(i));
            double free = reservoir.pool().storage(level) - reservoir.pool().storage(now);
            rain[i] = Double.isNaN(level) ? Double.NaN : free <= 0 ? 0 : curve.rainOf(depth(free, reservoir));
        }
        return new Capacity(reservoir, now, rain);
    }

    /** Storage in m³ as mm over the catchment. */
    private static double depth(double cubicMetres, ReservoirData reservoir) {
        return cubicMetres / (reservoir.catchment() * 1000);
    }

    private static Workings workings(List<Capacity> all, CurveNumber curve) {
        Workings workings = new Workings();
        for (Capacity each : all.subList(0, Math.min(WRITTEN, all.size()))) {
            ReservoirData reservoir = each.reservoir;
            double before = reservoir.pool().storage(each.now);
            double full = reservoir.pool().storage(reservoir.check());
            double depth = depth(Math.max(0, full - before), reservoir);
            workings.of(reservoir.name());
            workings.add(
                    "free-storage",
                    "R = (W(z_check) − W(z_now))/(1000·F)",
                    depth,
                    "mm",
                    "(%s − %s)/(1000 × %s)",
                    full,
                    before,
                    reservoir.catchment());
            RunoffSteps.writtenRetention(workings, curve);
            workings.add(
                    "rain-capacity",
                    "P = Ia + (R + √(R² + 4·R·S))/2",
                    curve.rainOf(depth),
                    "mm",
                    "%1$s + (%2$s + √(%2$s² + 4 × %2$s × %3$s))/2",
                    curve.abstraction(),
                    depth,
                    curve.retention());
        }
        return workings;
    }

    private static ResultRows layer(Inputs inputs, List<Capacity> all, double[] breaks) {
        ReservoirLayer layer = new ReservoirLayer(inputs);
        for (Capacity each : all) {
            SimpleFeature row = layer.add(each.reservoir);
            int reached = 0;
            for (double limit : breaks) {
                reached += each.decisive() >= limit ? 1 : 0;
            }
            ReservoirLayer.level(row, 4 - reached);
            row.setAttribute("start_level_m", each.now);
            row.setAttribute("rain_capacity_mm", each.decisive());
        }
        return layer.rows();
    }

    private static Table table(List<Capacity> all) {
        List<List<Object>> rows = new ArrayList<>();
        for (Capacity each : all) {
            List<Object> row = new ArrayList<>();
            ReservoirData reservoir = each.reservoir;
            row.add(reservoir.name());
            row.add(reservoir.catchment());
            row.add(each.now);
            row.add(reservoir.pool().storage(each.now) / 1e4);
            for (double rain : each.rain) {
                row.add(Double.isNaN(rain) ? null : (Object) rain);
            }
            row.add(Message.of(reservoir.surveyed() ? "risk.curve-assumed" : "risk.curve-table"));
            rows.add(row);
        }
        return new Table(
                "rain-capacity",
                Message.of("risk.table-rain-capacity"),
                List.of(
                        column("reservoir", "", 0),
                        column("catchment", "km²", 2),
                        column("level-now", "m", 2),
                        column("storage-now", "万m³", 1),
                        column("rain-limit", "mm", 1),
                        column("rain-design", "mm", 1),
                        column("rain-check", "mm", 1),
                        column("rain-crest", "mm", 1),
                        column("curve", "", 0)),
                rows);
    }
}
