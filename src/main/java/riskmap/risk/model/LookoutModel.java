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
import riskmap.risk.Coefficient;
import riskmap.risk.Conservation;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.model.count.ConservationTable;
import riskmap.risk.model.fire.LookoutCount;
import riskmap.risk.model.fire.Lookouts;
import riskmap.risk.model.zone.StudyArea;

/**
 * What the lookouts over the forest see ({@link riskmap.geo.terrain.Viewshed}): forest seen by one, by two and more, and by none,
 * by town and by lookout.
 */
public final class LookoutModel implements RiskModel {
    static final String OWNER = "risk.lookout-view";
    private static final String RAY = "Franklin and Ray (1994), Higher isn't necessarily better (R3)";

    @Override
    public String id() {
        return "lookout-view";
    }

    @Override
    public String version() {
        return "4";
    }

    @Override
    public List<String> sources() {
        return List.of(RAY);
    }

    @Override
    public List<LayerNeed> needs() {
        return List.of(
                new LayerNeed("town", true),
                new LayerNeed("dem", true),
                new LayerNeed("station_point", true),
                new LayerNeed("forest_stand", false));
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("lookout_view");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number(OWNER, "cell-size", "m", 25, 5, 500),
                Parameter.number(OWNER, "eye-height", "m", 10, 0, 500).asUnverified(),
                Parameter.number(OWNER, "target-height", "m", 15, 0, 500).asUnverified(),
                Parameter.number(OWNER, "radius", "km", 5, 0.1, 100).asUnverified(),
                Parameter.number(OWNER, "minimum-zone-area", "m²", 5000, 0, 1e8));
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("line-of-sight", "z(s) − c(s) ≤ z₀ + s·(z₁ − z₀)", RAY, Evidence.PUBLISHED),
                new Formula("earth-curvature", "c = (1 − k)·d²/2R", RAY, Evidence.PUBLISHED));
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(
                new Coefficient("refraction", "0.13", "", "Gauss", Evidence.UNVERIFIED),
                new Coefficient("earth-radius", "6371", "km", "IUGG", Evidence.PUBLISHED));
    }

    @Override
    public void check(InputChecks checks) {
        StudyArea.check(checks, "town", StudyArea.LEAST_BYTES);
        checks.notEmpty("town")
                .projected("town")
                .elevation()
                .overlap("town", "dem")
                .overlap("town", "station_point")
                .overlap("town", "forest_stand")
                .notNegative("station_point", "tower_m", "radius_km");
        if (checks.inputs().has("station_point")
                && Lookouts.of(checks.inputs(), checks.values(), null, Progress.silent())
                        .isEmpty()) {
            checks.problem("station_point", Message.of("risk.check-no-lookout"));
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has("dem") || !inputs.has("station_point")) {
            return RiskResult.nothing("risk.note-no-lookout");
        }
        progress.report(0, Message.of("risk.step-area"));
        StudyArea area = StudyArea.of(inputs, values.number("cell-size"), progress.part(0, 0.1));
        if (area == null) {
            return RiskResult.nothing("risk.note-no-town");
        }
        progress.report(0.1, Message.of("risk.step-view"));
        LookoutCount count = new LookoutCount(inputs, values, area, progress.part(0.1, 0.8));
        progress.report(0.8, Message.of("risk.step-zones"));
        count.zones(progress.part(0.8, 1));
        List<Conservation> proofs = count.proofs(inputs, progress);
        List<Message> notes = new ArrayList<>(count.notes());
        proofs.forEach(proof -> notes.add(ConservationTable.note(proof)));
        return new RiskResult(
                List.of(count.layer().features()),
                List.of(),
                List.of(count.summary(), count.byLookout(), count.byTown()),
                proofs,
                notes,
                count.workings().lines(),
                List.of(
                        LookoutCount.CHART,
                        new Chart("lookouts", Chart.Kind.BAR, "lookout", List.of("seen_ha", "only_ha"))));
    }
}
