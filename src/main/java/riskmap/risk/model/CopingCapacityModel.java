package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
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
import riskmap.risk.model.capacity.TownCapacity;
import riskmap.risk.model.capacity.TownCapacityOutput;
import riskmap.risk.model.result.ResultRows;

/**
 * What each town has to cope with a disaster, per head and beside targets: shelter places (by what is stated, or by area
 * and square metres a head of the kind), people within reach of a shelter by straight line, hospital beds, rescue teams,
 * relief goods beside what displaced people need; the towns in order; and how far the plan's counts are reached.
 *
 * <p>Index of a town: Σ w·min(1, value/target)/Σ w, from 0 to 1; a town is short of capacity at level 4 below the first
 * break, at level 1 from the third on.
 */
public final class CopingCapacityModel implements RiskModel {
    static final String OWNER = "risk.coping-capacity";
    private static final String STANDARD = "GB 51143-2015";
    private static final List<String> OPTIONAL = List.of(
            "building",
            "shelter",
            "hospital",
            "rescue_team",
            "supply_store",
            "supply_stock",
            "fire_water_store",
            "fire_lane",
            "treatment_project",
            "isolation_site");

    @Override
    public String id() {
        return "coping-capacity";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("coping_capacity");
    }

    @Override
    public List<String> sources() {
        return List.of(
                STANDARD + " (square metres a head and distances to be checked against the printed standard)",
                "District work plan (counts of the plan)");
    }

    @Override
    public List<LayerNeed> needs() {
        List<LayerNeed> needs = new ArrayList<>();
        needs.add(new LayerNeed("town", true));
        OPTIONAL.forEach(kind -> needs.add(new LayerNeed(kind, false)));
        return needs;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(OWNER, "capacity-rule", "least", "least", "stated", "area"),
                weights(
                                "area-per-head",
                                "m²",
                                "emergency=0.5,fixed_short=2,fixed_medium=3,fixed_long=4.5,centre=4.5,typhoon=1")
                        .asUnverified(),
                weights(
                                "distances",
                                "m",
                                "emergency=500,fixed_short=1000,fixed_medium=1500,fixed_long=2500,centre=2500,typhoon=500")
                        .asUnverified(),
                Parameter.number(OWNER, "displaced-share", "", 0.1, 0, 1),
                weights("relief-per-head", "", "帐篷=0.2,棉被=1,折叠床=0.5").asUnverified(),
                weights("targets", "", "shelter=0.3,service=1,beds=6,rescuers=10,relief=1")
                        .asUnverified(),
                weights("indicators", "", "shelter=1,service=1,beds=1,rescuers=1,relief=1"),
                Parameter.bounded(OWNER, "breaks", Parameter.Type.NUMBERS, "", "0.25,0.5,0.75", 0.0, 1.0),
                weights("plan", "", "fire_water_store=9,fire_lane=21,treatment_project=1,isolation_site=400"));
    }

    private static Parameter weights(String key, String unit, String value) {
        return Parameter.bounded(OWNER, key, Parameter.Type.WEIGHTS, unit, value, 0.0, 1e5);
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("capacity-by-area", "K = A/a", STANDARD, Evidence.UNVERIFIED),
                new Formula("coping-index", "C = Σ wᵢ·min(1, vᵢ/zᵢ)/Σ wᵢ", "own rule", Evidence.RECOMPUTED));
    }

    @Override
    public void check(InputChecks checks) {
        checks.notEmpty("town").projected("town").notNegative("town", "population");
        checks.notNegative("shelter", "capacity_people", "area_m2").notNegative("hospital", "beds");
        checks.notNegative("rescue_team", "people").notNegative("supply_stock", "quantity");
        checks.ascendingNumbers("breaks");
        checks.howMany("breaks", 3);
        for (String kind : List.of("shelter", "hospital", "rescue_team", "supply_store")) {
            checks.overlap("town", kind);
        }
        if (checks.inputs().has("town")) {
            TownCapacity.withoutPeople(checks.inputs().rows("town", Progress.silent()))
                    .ifPresent(message -> checks.warning("town", message));
        }
        ParameterValues values = checks.values();
        for (String key : List.of("indicators", "targets")) {
            values.weights(key).keySet().stream()
                    .filter(name -> !TownCapacity.INDICATORS.contains(name))
                    .forEach(name -> checks.problem(
                            key,
                            Message.of(
                                    "risk.weight-unknown",
                                    checks.values().called(key),
                                    name,
                                    NameList.of(TownCapacity.INDICATORS))));
        }
        if (values.weights("indicators").values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                <= 0) {
            checks.problem(
                    "indicators",
                    Message.of("risk.check-all-zero", checks.values().called("indicators")));
        }
        values.weights("targets").forEach((name, target) -> {
            if (!(target > 0)) {
                checks.problem("targets", Message.of("risk.check-target", name));
            }
        });
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has("town") || inputs.rows("town", progress).size() == 0) {
            return new RiskResult(
                    List.of(
                            new ResultRows("coping_capacity", null).features(),
                            new ResultRows("service_area", null).features()),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(Message.of("risk.note-no-town")));
        }
        progress.report(0, Message.of("risk.step-capacity"));
        TownCapacity capacity = TownCapacity.of(inputs, values, progress.part(0, 0.6));
        progress.report(0.6, Message.of("risk.step-tables"));
        return new TownCapacityOutput(inputs, values, capacity).result(progress.part(0.6, 1));
    }
}
