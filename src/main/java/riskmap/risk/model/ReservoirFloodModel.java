package riskmap.risk.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.flood.CurveNumber;
import riskmap.risk.flood.LevelPool;
import riskmap.risk.flood.ReservoirAlarm;
import riskmap.risk.flood.Storm;
import riskmap.risk.flood.UnitHydrograph;
import riskmap.risk.model.flood.ReservoirData;
import riskmap.risk.model.flood.ReservoirFloodTables;
import riskmap.risk.model.flood.RoutedFlood;

/**
 * A storm on the reservoirs: runoff of each catchment by curve number, its flow by the triangular unit hydrograph, routed
 * through the reservoir with a level surface. Tells peak level and outflow, the time to each of its levels, and the alarm
 * colour. Every reservoir by itself: what an upper one lets out does not reach a lower one.
 */
public final class ReservoirFloodModel implements RiskModel {
    private static final String OWNER = "risk.reservoir-flood";
    private static final String ROUTING = "Chow, Maidment, Mays, Applied Hydrology (1988), 8.2";

    @Override
    public String id() {
        return "reservoir-flood";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public List<String> sources() {
        return List.of(
                RunoffModel.SCS,
                "USDA NRCS, National Engineering Handbook 4, chapter 16",
                ROUTING,
                "reservoir alarm: own rule");
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
    public Optional<String> intensity() {
        return Optional.of("rain");
    }

    @Override
    public Map<String, Named> named() {
        return Map.of("reservoir", new Named("reservoir", "name"));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "reservoir", Parameter.Type.TEXT, null).asOptional(),
                Parameter.number(OWNER, "rain", "mm", 200, 0, 3000),
                Parameter.number(OWNER, "hours", "h", 6, 0.5, 240),
                Parameter.choice(OWNER, "shape", "middle", "even", "middle", "early", "late"),
                Parameter.bounded(OWNER, "hourly-rain", Parameter.Type.NUMBERS, "mm/h", null, 0.0, 500.0)
                        .asOptional(),
                RunoffModel.curveNumber(OWNER, 80),
                RunoffModel.ratio(OWNER),
                Parameter.number(OWNER, "concentration-time", "h", 1, 0, 100).asUnverified(),
                Parameter.number(OWNER, "above-limit", "m", 0, -100, 100),
                Parameter.number(OWNER, "step", "min", 10, 1, 60),
                Parameter.number(OWNER, "weir-coefficient", "", 0.36, 0.1, 0.6).asUnverified(),
                Parameter.number(OWNER, "blue-margin", "m", 0.3, 0, 10).asUnverified());
    }

    @Override
    public List<Formula> formulas() {
        List<Formula> all = new ArrayList<>(RunoffModel.curveNumberFormulas());
        all.add(new Formula(
                "unit-hydrograph",
                "Tp = Δt/2 + 0.6·tc, Tb = 2.67·Tp",
                "USDA NRCS, NEH 4, chapter 16",
                Evidence.UNVERIFIED));
        all.add(new Formula("level-pool", "(I₁ + I₂)/2·Δt + S₁ − O₁·Δt/2 = S₂ + O₂·Δt/2", ROUTING, Evidence.PUBLISHED));
        all.add(new Formula("weir", "O = m·B·√(2g)·H^1.5", ROUTING, Evidence.RECOMPUTED));
        all.add(RainCapacityModel.assumedCurve());
        return all;
    }

    @Override
    public void check(InputChecks checks) {
        ReservoirData.check(checks);
        ReservoirData.checkStart(checks);
        ReservoirData.checkCatchments(checks);
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has("reservoir")) {
            return RiskResult.nothing("risk.note-no-reservoir");
        }
        List<Message> notes = new ArrayList<>();
        Storm storm = storm(values);
        CurveNumber curve = new CurveNumber(values.number("curve-number"), values.number("abstraction-ratio"));
        double[] runoff = curve.runoffByStep(storm.rain());
        List<RoutedFlood> routed = new ArrayList<>();
        List<ReservoirData> reservoirs =
                ReservoirData.of(inputs, values, values.number("weir-coefficient"), notes, progress);
        List<String> without = new ArrayList<>();
        for (ReservoirData reservoir : reservoirs) {
            progress.check();
            if (reservoir.hasCatchment()) {
                routed.add(route(reservoir, runoff, storm.seconds(), values));
            } else {
                without.add(reservoir.name());
            }
        }
        if (!without.isEmpty()) {
            notes.add(Message.of("risk.note-no-catchment", without.size(), NameList.of(without)));
        }
        routed.sort(Comparator.comparingInt(RoutedFlood::alarm).reversed().thenComparing(each -> each.reservoir()
                .name()));
        notes.add(0, Message.of("risk.note-storm", storm.total(), storm.rain().length * storm.seconds() / 3600));
        notes.add(Message.of("risk.note-open-spillway"));
        double worst = routed.stream()
                .mapToDouble(each -> Math.abs(each.flood().imbalance()))
                .max()
                .orElse(0);
        notes.add(Message.of("risk.note-water-balance", Workings.shown(worst)));
        ReservoirFloodTables tables = new ReservoirFloodTables(inputs, routed);
        return new RiskResult(
                List.of(tables.layer().features()),
                List.of(),
                tables.tables(),
                List.of(),
                notes,
                tables.workings(curve, storm).lines(),
                tables.charts());
    }

    private static Storm storm(ParameterValues values) {
        double minutes = values.number("step");
        if (values.has("hourly-rain")) {
            return Storm.ofHours(values.numbers("hourly-rain"), minutes);
        }
        Storm.Shape shape = Storm.Shape.valueOf(values.text("shape").toUpperCase(Locale.ROOT));
        return Storm.of(values.number("rain"), values.number("hours"), shape, minutes);
    }

    private static RoutedFlood route(ReservoirData reservoir, double[] runoff, double seconds, ParameterValues values) {
        double[] inflow =
                UnitHydrograph.flows(runoff, seconds, reservoir.catchment(), values.number("concentration-time"));
        double start = reservoir.limit() + values.number("above-limit");
        // as long again after the flow has ended: the level may still rise slowly towards a low spillway
        double[] whole = java.util.Arrays.copyOf(inflow, 2 * inflow.length);
        LevelPool flood = LevelPool.route(reservoir.pool(), whole, seconds, start);
        double peak = flood.levels()[flood.peak()];
        ReservoirAlarm alarm = new ReservoirAlarm(
                reservoir.limit(),
                reservoir.design(),
                reservoir.check(),
                reservoir.crest(),
                values.number("blue-margin"));
        return new RoutedFlood(reservoir, flood, alarm.level(peak, peak > start, peak));
    }
}
