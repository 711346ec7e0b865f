package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.model.impact.Difference;
import riskmap.risk.model.impact.DifferenceOutput;
import riskmap.risk.model.impact.ImpactTowns;
import riskmap.risk.model.result.ResultRows;

/**
 * Two scenarios beside each other, A − B: two layers of zones by a number such as their level, two rasters, or what two
 * recorded runs left. Where A is higher or lower and by how much, as a map; from what to what, how much ground in which
 * town, and who is there.
 *
 * <p>Where one of them has no zone its value is 0; where zones of one layer overlap the greatest counts. Rasters: the
 * second is sampled at the cells of the first (nearest cell).
 *
 * <p><b>Source:</b> map algebra; overlay after OGC 06-103r4.
 */
public final class ComparisonModel implements RiskModel {
    static final String OWNER = "risk.comparison";

    @Override
    public String id() {
        return "comparison";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<String> sources() {
        return List.of("OGC 06-103r4 (Simple Feature Access: overlay)");
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("difference_zone");
    }

    @Override
    public List<LayerNeed> needs() {
        return needs(ParameterValues.of(parameters(), Map.of()));
    }

    @Override
    public List<LayerNeed> needs(ParameterValues values) {
        List<LayerNeed> needs = new ArrayList<>();
        needs.add(new LayerNeed(values.text("first"), true));
        needs.add(new LayerNeed(values.text("second"), true));
        for (String optional : List.of("towns", "count")) {
            if (values.has(optional)) {
                needs.add(new LayerNeed(values.text(optional), false));
            }
        }
        return needs.stream().distinct().toList();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "first", Parameter.Type.LAYER, "risk_zone"),
                Parameter.of(OWNER, "second", Parameter.Type.LAYER, "risk_zone"),
                Parameter.of(OWNER, "field", Parameter.Type.FIELD, "level"),
                Parameter.number(OWNER, "tolerance", "", 0, 0, 1e9),
                Parameter.of(OWNER, "towns", Parameter.Type.LAYER, "town").asOptional(),
                Parameter.of(OWNER, "population-field", Parameter.Type.FIELD, "population")
                        .asOptional(),
                Parameter.of(OWNER, "count", Parameter.Type.LAYER, "building").asOptional(),
                Parameter.of(OWNER, "count-field", Parameter.Type.FIELD, "people")
                        .asOptional());
    }

    @Override
    public List<Formula> formulas() {
        return List.of(new Formula("difference", "Δ = A − B", "OGC 06-103r4", Evidence.PUBLISHED));
    }

    @Override
    public void check(InputChecks checks) {
        ParameterValues values = checks.values();
        Inputs inputs = checks.inputs();
        String first = values.text("first");
        String second = values.text("second");
        if (!inputs.has(first) || !inputs.has(second)) {
            return;
        }
        if (inputs.isGrid(first) != inputs.isGrid(second)) {
            checks.problem(second, Message.of("risk.check-same-kind", first, second));
            return;
        }
        if (first.equals(second)) {
            checks.warning(second, Message.of("risk.check-same-layer", Catalogue.called(first)));
        }
        checks.overlap(first, second);
        if (!inputs.isGrid(first)) {
            for (String layer : List.of(first, second)) {
                checks.notEmpty(layer).projected(layer).dimension(layer, 2).hasField(layer, values.text("field"));
            }
        }
        if (values.has("count")) {
            checks.overlap(first, values.text("count"));
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        String first = values.text("first");
        String second = values.text("second");
        if (!inputs.has(first) || !inputs.has(second)) {
            return new RiskResult(
                    List.of(new ResultRows("difference_zone", null).features()),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(Message.of("risk.note-no-impact")));
        }
        progress.report(0, Message.of("risk.step-difference"));
        CoordinateReferenceSystem crs = inputs.isGrid(first)
                ? inputs.grid(first).geometry().crs()
                : inputs.rows(first, progress.part(0, 0)).crs();
        ImpactTowns towns = ImpactTowns.of(inputs, values, crs, progress.part(0, 0));
        Difference difference = inputs.isGrid(first)
                ? Difference.ofGrids(inputs.grid(first), inputs.grid(second), values, progress.part(0, 0.6))
                : Difference.ofZones(inputs, values, towns, progress.part(0, 0.6));
        progress.report(0.6, Message.of("risk.step-counting"));
        return new DifferenceOutput(inputs, values, difference, towns).result(progress.part(0.6, 1));
    }
}
