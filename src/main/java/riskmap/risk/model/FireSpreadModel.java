package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.Chart;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.fire.FireSpreadRun;
import riskmap.risk.model.fire.FireSpreadTables;
import riskmap.risk.model.fire.Ignition;

/**
 * How far a forest fire has spread from where it broke out after given times, under wind and slope and by fuel
 * ({@link riskmap.risk.fire.SpreadRate}, {@link riskmap.geo.terrain.SpreadTime}): rings with the forest in them and who and what
 * stands in or near them. Fire lanes and water hold it up when told so.
 */
public final class FireSpreadModel implements RiskModel {
    static final String OWNER = "risk.fire-spread";
    /** Rings that the style tells apart. */
    static final int MOST_RINGS = 9;

    private static final String WANG = "王正非 (1992) 通用森林火险级系统; 毛贤敏 (1993)";

    @Override
    public String id() {
        return "fire-spread";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public List<String> sources() {
        return List.of(WANG + " (to be checked against the printed papers)");
    }

    @Override
    public List<LayerNeed> needs() {
        List<LayerNeed> needs = new ArrayList<>();
        needs.add(new LayerNeed("forest_stand", true));
        needs.add(new LayerNeed("dem", true));
        for (String kind : List.of("fire_lane", "river", "reservoir", "town")) {
            needs.add(new LayerNeed(kind, false));
        }
        GeohazardRunoutModel.EXPOSED.forEach(kind -> needs.add(new LayerNeed(kind, false)));
        return needs;
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("fire_spread");
    }

    @Override
    public Optional<String> intensity() {
        return Optional.of("temperature");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bounded(OWNER, "ignition", Parameter.Type.PLACE, "m", null, -1e8, 1e8)
                        .asOptional(),
                Parameter.number(OWNER, "temperature", "°C", 25, -30, 50),
                Parameter.number(OWNER, "humidity", "%", 30, 0, 100),
                Parameter.number(OWNER, "wind-speed", "m/s", 5, 0, 40),
                Parameter.number(OWNER, "wind-from", "°", 315, 0, 360),
                Parameter.bounded(OWNER, "times", Parameter.Type.NUMBERS, "h", "0.5,1,2,3,6", 0.01, 240.0),
                Parameter.bounded(
                                OWNER,
                                "fuel-factors",
                                Parameter.Type.WEIGHTS,
                                "",
                                "conifer=1,mixed=0.9,broadleaf=0.7,shrub=1.2,grass=1.8,orchard=0.5",
                                0.0,
                                10.0)
                        .asUnverified(),
                Parameter.number(OWNER, "other-land", "", 0, 0, 10).asUnverified(),
                Parameter.of(OWNER, "lanes-stop", Parameter.Type.BOOLEAN, "true"),
                Parameter.of(OWNER, "water-stops", Parameter.Type.BOOLEAN, "true"),
                Parameter.number(OWNER, "exposure-distance", "m", 100, 0, 5000).asUnverified(),
                Parameter.number(OWNER, "farthest", "m", 6000, 100, 30_000));
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula(
                        "spread-still", "R₀ = 0.03T + 0.05W + 0.01(100 − H) − 0.3 (m/min)", WANG, Evidence.UNVERIFIED),
                new Formula("spread-wind", "Kw = e^(0.1783·v·cos θ)", WANG, Evidence.UNVERIFIED),
                new Formula("spread-slope", "Kφ = e^(±3.533·tan^1.2 φ)", WANG, Evidence.UNVERIFIED),
                new Formula("spread-rate", "R = R₀·Ks·Kw·Kφ", WANG, Evidence.UNVERIFIED));
    }

    @Override
    public void check(InputChecks checks) {
        checks.notEmpty("forest_stand")
                .elevation()
                .overlap("dem", "forest_stand")
                .ascendingNumbers("times");
        if (checks.values().numbers("times").length > MOST_RINGS) {
            checks.problem(
                    "times", Message.of("risk.check-too-many", checks.values().called("times"), MOST_RINGS));
        }
        Ignition.check(checks);
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has("dem") || !inputs.has("forest_stand")) {
            return RiskResult.nothing("risk.note-no-forest");
        }
        progress.report(0, Message.of("risk.step-spread"));
        FireSpreadRun run = FireSpreadRun.of(inputs, values, progress.part(0, 0.2));
        if (run == null) {
            return RiskResult.nothing("risk.note-no-forest");
        }
        run.spread(progress.part(0.2, 0.7));
        progress.report(0.7, Message.of("risk.step-impact"));
        ZoneExposure exposure = run.exposure(progress.part(0.7, 1));
        FireSpreadTables tables = new FireSpreadTables(run, exposure);
        var all = new ArrayList<>(List.of(tables.rings()));
        all.addAll(exposure.tables());
        List<Message> notes = new ArrayList<>(run.notes());
        notes.addAll(exposure.notes());
        return new RiskResult(
                List.of(tables.layer().features()),
                List.of(new RiskResult.NamedGrid("fire_urgency", run.urgency())),
                all,
                exposure.conservation(),
                notes,
                tables.workings().lines(),
                List.of(
                        new Chart("fire-rings", Chart.Kind.LINE, "hours_to", List.of("area_ha", "forest_ha")),
                        new Chart("fire-rings", Chart.Kind.BAR, "ring", List.of("people"))));
    }
}
