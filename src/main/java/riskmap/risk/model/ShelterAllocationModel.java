package riskmap.risk.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import riskmap.analysis.Inputs;
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
import riskmap.risk.model.capacity.ShelterDemand;
import riskmap.risk.model.capacity.ShelterPlaces;
import riskmap.risk.model.capacity.ShelterPlan;
import riskmap.risk.model.capacity.ShelterPlanTables;

/**
 * Who finds a place in which shelter: people of buildings to shelters within walking distance and capacity, as an exact
 * optimum ({@link riskmap.risk.capacity.ShelterAllocation}); who finds none; and what the displaced people need beside what
 * is in stock.
 *
 * <p>Distances are straight lines. People are gathered by cells of a lattice, at their own centre of gravity; capacity is
 * what the survey says, what the area allows by square metres a head, or the lesser of both.
 */
public final class ShelterAllocationModel implements RiskModel {
    static final String OWNER = "risk.shelter-allocation";
    private static final String STANDARD = "GB 51143-2015";

    @Override
    public String id() {
        return "shelter-allocation";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("evacuation_flow");
    }

    @Override
    public List<String> sources() {
        return List.of(
                STANDARD + " (capacity for the people of the duty area, 5.2.4; square metres a head and distances to be"
                        + " checked against the printed standard)",
                "J. Edmonds, R. M. Karp (1972) (minimum-cost flow by capacity scaling)");
    }

    @Override
    public List<LayerNeed> needs() {
        return List.of(
                new LayerNeed("building", true),
                new LayerNeed("shelter", true),
                new LayerNeed("town", false),
                new LayerNeed("risk_zone", false),
                new LayerNeed("supply_stock", false),
                new LayerNeed("rescue_team", false),
                new LayerNeed("hospital", false));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(OWNER, "demand", "all", "all", "risk-zones"),
                Parameter.integer(OWNER, "from-level", "", 3, 1, 4).onlyFor("demand", "risk-zones"),
                Parameter.number(OWNER, "displaced-share", "", 1, 0, 1),
                Parameter.choice(OWNER, "capacity-rule", "least", "least", "stated", "area"),
                weights(
                        "area-per-head",
                        "m²",
                        "emergency=0.5,fixed_short=2,fixed_medium=3,fixed_long=4.5,centre=4.5,typhoon=1"),
                weights(
                        "distances",
                        "m",
                        "emergency=500,fixed_short=1000,fixed_medium=1500,fixed_long=2500,centre=2500,typhoon=500"),
                Parameter.number(OWNER, "demand-cell", "m", 100, 10, 2000),
                weights("relief-per-head", "", "帐篷=0.2,棉被=1,折叠床=0.5"));
    }

    private static Parameter weights(String key, String unit, String value) {
        return Parameter.bounded(OWNER, key, Parameter.Type.WEIGHTS, unit, value, 0.0, 1e5)
                .asUnverified();
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula(
                        "allocation",
                        "min (Σ u, Σ p·d): Σ p + u = N, Σ p ≤ K, d ≤ D",
                        "Edmonds and Karp (1972)",
                        Evidence.PUBLISHED),
                new Formula("capacity-by-area", "K = A/a", STANDARD, Evidence.UNVERIFIED));
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of();
    }

    @Override
    public void check(InputChecks checks) {
        checks.notEmpty("building")
                .notEmpty("shelter")
                .projected("building")
                .notNegative("building", "people")
                .notNegative("shelter", "capacity_people", "area_m2")
                .near(
                        "building",
                        "shelter",
                        checks.values().weights("distances").values().stream()
                                .mapToDouble(Double::doubleValue)
                                .max()
                                .orElse(0));
        fewEnough(checks);
        if (checks.values().text("demand").equals("risk-zones")
                && !checks.inputs().has("risk_zone")) {
            checks.problem("risk_zone", Message.of("risk.check-no-zones"));
        }
    }

    /** People are allocated one by one as whole numbers: more than there are on Earth are a mistake in the layer. */
    private static void fewEnough(InputChecks checks) {
        if (checks.inputs().has("building") && !checks.inputs().isGrid("building")) {
            double[] people =
                    checks.inputs().rows("building", Progress.silent()).numbers("people");
            double all = Arrays.stream(people).filter(Double::isFinite).sum();
            if (all > Integer.MAX_VALUE / 4) {
                checks.problem("building", Message.of("risk.check-too-many-people", Workings.shown(all)));
            }
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        progress.report(0, Message.of("risk.step-demand"));
        if (!inputs.has("building") || !inputs.has("shelter")) {
            return RiskResult.nothing("risk.note-no-demand");
        }
        ShelterDemand demand = ShelterDemand.of(inputs, values, progress.part(0, 0.3));
        ShelterPlaces places = ShelterPlaces.of(inputs, values, demand.crs(), progress.part(0.3, 0.35));
        progress.report(0.35, Message.of("risk.step-allocation"));
        ShelterPlan plan = new ShelterPlan(demand, places, progress.part(0.35, 0.9));
        progress.report(0.9, Message.of("risk.step-impact"));
        ShelterPlanTables tables = new ShelterPlanTables(inputs, values, demand, places, plan);
        List<Message> notes = new ArrayList<>(demand.notes());
        notes.addAll(places.notes());
        notes.add(Message.of("risk.note-straight"));
        return tables.result(notes, progress.part(0.9, 1));
    }
}
