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
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.terrain.WaterFlow;
import riskmap.risk.Chart;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.flood.DamBreak;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.flood.BreachedDam;
import riskmap.risk.model.flood.DamBreakTables;
import riskmap.risk.model.flood.DamFlood;
import riskmap.risk.model.flood.DepthZones;
import riskmap.risk.model.flood.ReservoirData;
import riskmap.risk.model.zone.CellSpread;

/**
 * What the break of each earth dam would let loose ({@link DamBreak}): peak outflow by two formulas with its range, the
 * breach and how soon it forms, and the peak farther downstream. A range over a factor of six is what such formulas give.
 */
public final class DamBreakModel implements RiskModel {
    private static final String OWNER = "risk.dam-break";
    private static final String FROEHLICH_1995 = "Froehlich, J. Water Resour. Plan. Manage. 121 (1995) 90–97";
    private static final String FROEHLICH_2008 = "Froehlich, J. Hydraul. Eng. 134 (2008) 1708–1721";
    private static final String MACDONALD = "MacDonald and Langridge-Monopolis (1984)";
    private static final String LISTVAN = "李斯特万公式, 水力计算手册";

    private static final String RATING = "Zheng et al., JAWRA 54 (2018) 785–806; NOAA-OWP (rating by HAND)";

    @Override
    public String id() {
        return "dam-break";
    }

    @Override
    public String version() {
        return "4";
    }

    @Override
    public List<String> sources() {
        return List.of(
                FROEHLICH_1995,
                FROEHLICH_2008,
                MACDONALD,
                "Wahl, J. Hydraul. Eng. 130 (2004) 389–397 (range)",
                LISTVAN,
                RATING);
    }

    @Override
    public List<LayerNeed> needs() {
        List<LayerNeed> needs = new ArrayList<>();
        needs.add(new LayerNeed("reservoir", true));
        for (String kind : List.of("reservoir_curve", "dem", "town")) {
            needs.add(new LayerNeed(kind, false));
        }
        InundationModel.EXPOSED.forEach(kind -> needs.add(new LayerNeed(kind, false)));
        return needs;
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("flood_depth");
    }

    @Override
    public Map<String, Named> named() {
        return Map.of("reservoir", new Named("reservoir", "name"));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "reservoir", Parameter.Type.TEXT, null).asOptional(),
                Parameter.choice(OWNER, "level", "check", "limit", "design", "check", "crest"),
                Parameter.choice(OWNER, "failure", "overtopping", "overtopping", "piping"),
                weights("failure-factors", "overtopping=1.3,piping=1"),
                Parameter.number(OWNER, "macdonald-coefficient", "", 1.154, 0.1, 10)
                        .asUnverified(),
                Parameter.number(OWNER, "log-range", "", 0.4, 0, 2),
                Parameter.choice(OWNER, "terrain", "hill", "mountain", "hill", "plain"),
                weights("velocities", "mountain=7.15,hill=4.76,plain=3.13"),
                Parameter.bounded(OWNER, "distances", Parameter.Type.NUMBERS, "km", "0.5,1,2,5,10", 0.0, 1000.0),
                Parameter.choice(OWNER, "flood-peak", "middle", "low", "middle", "high"),
                Parameter.number(OWNER, "roughness", "", 0.05, 0.01, 0.5).asUnverified(),
                InundationModel.breaks(OWNER, "0.5,1,2,3"),
                Parameter.number(OWNER, "minimum-zone-area", "m²", 2000, 0, 1e8),
                Parameter.number(OWNER, "weir-coefficient", "", 0.36, 0.1, 0.6).asUnverified());
    }

    private static Parameter weights(String key, String value) {
        return Parameter.bounded(OWNER, key, Parameter.Type.WEIGHTS, "", value, 0.01, 30.0)
                .asUnverified();
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("dam-peak", "Qp = 0.607·Vw^0.295·hw^1.24", FROEHLICH_1995, Evidence.PUBLISHED),
                new Formula("dam-peak-second", "Qp = c·(Vw·hw)^0.412", MACDONALD, Evidence.UNVERIFIED),
                new Formula("breach-width", "B = 0.27·K₀·Vw^0.32·hb^0.04", FROEHLICH_2008, Evidence.PUBLISHED),
                new Formula("breach-time", "tf = 63.2·√(Vw/(g·hb²))", FROEHLICH_2008, Evidence.PUBLISHED),
                new Formula("dam-downstream", "Q_L = W/(W/Qp + L/(vK))", LISTVAN, Evidence.UNVERIFIED),
                new Formula("rating", "Q = A·R^(2/3)·√S/n, A = V/L, R = V/B", RATING, Evidence.UNVERIFIED),
                RainCapacityModel.assumedCurve());
    }

    @Override
    public void check(InputChecks checks) {
        ReservoirData.check(checks);
        checks.ascendingNumbers("depth-breaks").elevation().overlap("dem", "reservoir");
        for (String key : List.of("failure", "terrain")) {
            String numbers = key.equals("failure") ? "failure-factors" : "velocities";
            String chosen = checks.values().text(key);
            if (!checks.values().weights(numbers).containsKey(chosen)) {
                checks.problem(
                        numbers, Message.of("risk.check-factor", checks.values().called(numbers), chosen));
            }
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has("reservoir")) {
            return RiskResult.nothing("risk.note-no-reservoir");
        }
        List<Message> notes = new ArrayList<>();
        List<BreachedDam> breaks = breaks(inputs, values, notes, progress);
        double range = values.number("log-range");
        notes.add(
                0,
                Message.of(
                        "risk.note-dam-break",
                        breaks.size(),
                        Message.of("risk.dam-break.level." + values.text("level")),
                        Workings.shown(range),
                        Workings.shown(Math.pow(10, 2 * range))));
        DamBreakTables results = new DamBreakTables(breaks, values);
        List<Table> tables = new ArrayList<>(List.of(results.peaks(), results.downstream()));
        List<Chart> charts = new ArrayList<>(
                List.of(new Chart("dam-break", Chart.Kind.BAR, "reservoir", List.of("peak", "peak_second"))));
        if (!inputs.has("dem")) {
            notes.add(Message.of("risk.note-no-elevation"));
            return RiskResult.of(tables, notes, results.workings().lines(), charts);
        }
        progress.report(0.1, Message.of("risk.step-water"));
        List<Message> ways = new ArrayList<>();
        Grid depths = flood(inputs, values, breaks, ways, progress.part(0.1, 0.7));
        DepthZones zones = new DepthZones(
                inputs,
                depths,
                values.numbers("depth-breaks"),
                values.number("minimum-zone-area"),
                progress.part(0.7, 0.9));
        ZoneExposure exposure = zones.exposure(inputs, progress.part(0.9, 1));
        tables.add(zones.areas());
        tables.addAll(exposure.tables());
        CellSpread.ofDepths(zones.inside(), values.numbers("depth-breaks"), zones::title)
                .ifPresent(spread -> spread.addTo(tables, charts));
        notes.add(Message.of("risk.note-dam-flood"));
        notes.addAll(ways);
        notes.addAll(zones.notes());
        notes.addAll(exposure.notes());
        return new RiskResult(
                List.of(zones.layer(title()).features()),
                List.of(new RiskResult.NamedGrid("flood_depth", zones.inside())),
                tables,
                exposure.conservation(),
                notes,
                results.workings().lines(),
                charts);
    }

    /** The dams that break with water behind them, the greatest peak first. */
    private static List<BreachedDam> breaks(
            Inputs inputs, ParameterValues values, List<Message> notes, Progress progress) {
        List<BreachedDam> breaks = new ArrayList<>();
        for (ReservoirData reservoir :
                ReservoirData.of(inputs, values, values.number("weir-coefficient"), notes, progress)) {
            double level = reservoir.level(values.text("level"));
            double head = level - reservoir.bottom();
            double volume = reservoir.pool().storage(level);
            if (head > 0 && volume > 0) {
                double height = reservoir.crest() - reservoir.bottom();
                breaks.add(new BreachedDam(reservoir, volume, head, height, DamBreak.peakFroehlich(volume, head)));
            }
        }
        breaks.sort(Comparator.comparingDouble(BreachedDam::peak).reversed().thenComparing(each -> each.reservoir()
                .name()));
        return breaks;
    }

    /**
     * Highest water of all floods, each dam breaking by itself.
     *
     * @param notes takes whose flood is not known at all, and whose not to the farthest distance
     */
    private static Grid flood(
            Inputs inputs, ParameterValues values, List<BreachedDam> breaks, List<Message> notes, Progress progress) {
        Grid ground = inputs.grid("dem");
        WaterFlow flow = WaterFlow.of(ground, progress.part(0, 0.5));
        double farthest = 0;
        for (double kilometres : values.numbers("distances")) {
            farthest = Math.max(farthest, 1000 * kilometres);
        }
        DamFlood flood = new DamFlood(
                flow, values.number("roughness"), DamBreakTables.factor(values, "terrain", "velocities"), farthest);
        var toGround = Crs.transform(
                inputs.rows("reservoir", progress).crs(), ground.geometry().crs());
        double range = values.number("log-range");
        double shift =
                switch (values.text("flood-peak")) {
                    case "low" -> -range;
                    case "high" -> range;
                    default -> 0;
                };
        List<String> off = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        int done = 0;
        for (BreachedDam each : breaks) {
            progress.check();
            double way = each.reservoir().shape() == null
                    ? 0
                    : flood.add(
                            toGround.apply(each.reservoir().shape()),
                            each.volume(),
                            DamBreak.shifted(each.peak(), shift),
                            progress.part(0, 0));
            if (way == 0) {
                off.add(each.reservoir().name());
            } else if (way < farthest) {
                ended.add(each.reservoir().name() + " (" + String.format(Locale.ROOT, "%.1f", way / 1000) + " km)");
            }
            progress.report(0.5 + 0.5 * ++done / breaks.size());
        }
        if (!off.isEmpty()) {
            notes.add(Message.of("risk.note-dam-off", off.size(), NameList.of(off)));
        }
        if (!ended.isEmpty()) {
            notes.add(Message.of(
                    "risk.note-dam-ended", ended.size(), Workings.shown(farthest / 1000), NameList.of(ended)));
        }
        return flood.depths();
    }
}
