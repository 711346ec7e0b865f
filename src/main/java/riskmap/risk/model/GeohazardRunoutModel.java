package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import riskmap.risk.model.geohazard.RunoutSites;
import riskmap.risk.model.geohazard.RunoutTables;

/**
 * How far each known slide, fall or debris flow may run: downhill from the site over the elevation as long as the energy
 * line of its reach angle stays above the ground ({@link riskmap.geo.terrain.Runout}), in four bands by how steep a line still gets
 * there; buildings and people in them, beside the surveyor's own figure.
 */
public final class GeohazardRunoutModel implements RiskModel {
    static final String OWNER = "risk.geohazard-runout";
    private static final String HEIM = "Heim (1932), Bergsturz und Menschenleben";
    static final List<String> EXPOSED =
            List.of("building", "village", "school", "hospital", "shelter", "crowded_place", "hazardous_site");

    @Override
    public String id() {
        return "geohazard-runout";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public List<String> sources() {
        return List.of(
                HEIM, "Corominas, Can. Geotech. J. 33 (1996) 260–271 (usual angles; to be checked for the district)");
    }

    @Override
    public List<LayerNeed> needs() {
        List<LayerNeed> needs = new ArrayList<>();
        needs.add(new LayerNeed("geohazard_site", true));
        needs.add(new LayerNeed("dem", true));
        needs.add(new LayerNeed("town", false));
        EXPOSED.forEach(kind -> needs.add(new LayerNeed(kind, false)));
        return needs;
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("runout_zone");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bounded(
                                OWNER,
                                "reach-angles",
                                Parameter.Type.WEIGHTS,
                                "°",
                                "landslide=22,rockfall=32,debris_flow=14,unstable_slope=25",
                                1.0,
                                80.0)
                        .asUnverified(),
                Parameter.bounded(OWNER, "angle-steps", Parameter.Type.NUMBERS, "°", "0,3,6,10", 0.0, 60.0)
                        .asUnverified(),
                Parameter.number(OWNER, "source-radius", "m", 20, 0, 1000).asUnverified(),
                Parameter.choice(OWNER, "crown", "surveyed", "surveyed", "ground"),
                Parameter.number(OWNER, "longest", "m", 3000, 10, 50_000),
                Parameter.choice(OWNER, "counting-rule", "centroid", "centroid", "intersects", "area"));
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("energy-head", "h = z₀ + H − L·tan φ − z ≥ 0", HEIM, Evidence.UNVERIFIED),
                new Formula("runout-length", "L = Σ √(Δx² + Δy²)", HEIM, Evidence.UNVERIFIED));
    }

    @Override
    public void check(InputChecks checks) {
        checks.notEmpty("geohazard_site")
                .elevation()
                .overlap("dem", "geohazard_site")
                .ascendingNumbers("angle-steps")
                .notNegative("geohazard_site", "threatened_people", "volume", "slope_height_m")
                .notNegative("building", "people");
        checks.howMany("angle-steps", 4);
        Map<String, Double> angles = checks.values().weights("reach-angles");
        double[] steps = checks.values().numbers("angle-steps");
        double steepest =
                angles.values().stream().mapToDouble(Double::doubleValue).max().orElse(0)
                        + (steps.length == 0 ? 0 : steps[steps.length - 1]);
        if (steepest >= 90) {
            checks.problem("angle-steps", Message.of("risk.check-angle", steepest));
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has("dem") || !inputs.has("geohazard_site")) {
            return RiskResult.nothing("risk.note-no-sites-or-elevation");
        }
        progress.report(0, Message.of("risk.step-runout"));
        RunoutSites sites = new RunoutSites(inputs, values);
        sites.run(progress.part(0, 0.8));
        progress.report(0.8, Message.of("risk.step-impact"));
        ZoneExposure exposure = sites.exposure(progress.part(0.8, 1));
        List<Message> notes = new ArrayList<>(sites.notes());
        notes.addAll(exposure.notes());
        RunoutTables said = new RunoutTables(sites, values);
        var tables = new ArrayList<>(List.of(said.table(), said.byType()));
        tables.addAll(exposure.tables());
        return new RiskResult(
                List.of(said.layer().features()),
                List.of(),
                tables,
                exposure.conservation(),
                notes,
                said.workings().lines(),
                List.of(new Chart(
                        "runout-by-type", Chart.Kind.BAR, "site_type", List.of("people", "surveyed_people"))));
    }
}
