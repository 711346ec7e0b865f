package riskmap.risk.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.model.combination.CombinationAreas;
import riskmap.risk.model.combination.CombinationCells;
import riskmap.risk.model.combination.CombinationChecks;
import riskmap.risk.model.combination.CombinationOutput;
import riskmap.risk.model.zone.ClassBreaks;
import riskmap.risk.weighting.Factor;

/**
 * Any layers, rasters and tables put together into four levels, in cells or by areas such as towns: each factor measured
 * and made a score ({@link Factor}), scores weighted (given, by pairwise comparison or by entropy) and added up, or the
 * worst of them, or two of them by a matrix; levels by fixed breaks, equal intervals, quantiles or natural breaks, [a, b);
 * small zones merged, zones cut along the areas, corners smoothed without gaps or overlaps; and which change of a weight
 * would change whose level.
 *
 * <p><b>Source:</b> T. L. Saaty (1980) (pairwise comparison); C. E. Shannon (1948) (entropy); W. D. Fisher (1958),
 * G. F. Jenks (1977) (natural breaks).
 */
public final class CombinationModel implements RiskModel {
    private static final String MIN_MAX =
            "OECD and JRC, Handbook on Constructing Composite Indicators (2008), normalisation";

    @Override
    public String id() {
        return "combination";
    }

    @Override
    public String version() {
        return "3";
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("combination_zone");
    }

    @Override
    public List<String> sources() {
        return List.of(
                "T. L. Saaty, The Analytic Hierarchy Process (1980)",
                "C. E. Shannon, A Mathematical Theory of Communication (1948)",
                "W. D. Fisher (1958); G. F. Jenks (1977) (natural breaks)");
    }

    @Override
    public List<LayerNeed> needs() {
        return needs(ParameterValues.of(parameters(), Map.of()));
    }

    @Override
    public List<LayerNeed> needs(ParameterValues values) {
        Map<String, LayerNeed> needs = new LinkedHashMap<>();
        needs.put(values.text("areas"), new LayerNeed(values.text("areas"), true));
        for (Factor factor : Factor.parse(values.text("factors"))) {
            needs.put(factor.layer(), new LayerNeed(factor.layer(), true));
        }
        if (values.has("count")) {
            needs.putIfAbsent(values.text("count"), new LayerNeed(values.text("count"), false));
        }
        return new ArrayList<>(needs.values());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(CombinationChecks.OWNER, "unit", "cells", "cells", "areas"),
                Parameter.of(CombinationChecks.OWNER, "areas", Parameter.Type.LAYER, "town"),
                Parameter.of(
                        CombinationChecks.OWNER,
                        "factors",
                        Parameter.Type.FACTORS,
                        "0.4 * flood = max(flood_zone.depth_m) classes 0.5 1 2 3;"
                                + " 0.2 * slope = slope(dem) classes 5 15 25 35;"
                                + " 0.2 * road = distance(road) min-max falling;"
                                + " 0.2 * people = density(building.people) min-max"),
                Parameter.choice(CombinationChecks.OWNER, "weighting", "given", "given", "ahp", "entropy"),
                Parameter.bounded(
                                CombinationChecks.OWNER,
                                "comparison",
                                Parameter.Type.JUDGEMENTS,
                                "",
                                null,
                                1.0 / 9.001,
                                9.0)
                        .asOptional()
                        .onlyFor("weighting", "ahp"),
                Parameter.choice(CombinationChecks.OWNER, "rule", "sum", "sum", "worst", "matrix"),
                Parameter.bounded(
                        CombinationChecks.OWNER,
                        "matrix",
                        Parameter.Type.TABLE,
                        "",
                        "1,1,2,2;1,2,2,3;2,2,3,4;2,3,4,4",
                        1.0,
                        4.0),
                Parameter.choice(CombinationChecks.OWNER, "break-method", "fixed", ClassBreaks.METHODS),
                Parameter.bounded(
                        CombinationChecks.OWNER, "breaks", Parameter.Type.NUMBERS, "", "0.25,0.5,0.75", null, null),
                Parameter.number(CombinationChecks.OWNER, "cell-size", "m", 10, 1, 1000),
                Parameter.number(CombinationChecks.OWNER, "density-radius", "m", 100, 5, 5000),
                Parameter.choice(CombinationChecks.OWNER, "missing", "zero", "zero", "no-level"),
                Parameter.number(CombinationChecks.OWNER, "minimum-zone-area", "m²", 10_000, 0, 1e8),
                Parameter.choice(CombinationChecks.OWNER, "smoothing", "none", "none", "corners"),
                Parameter.number(CombinationChecks.OWNER, "weight-change", "%", 20, 0, 100),
                Parameter.of(CombinationChecks.OWNER, "count", Parameter.Type.LAYER, "building")
                        .asOptional(),
                Parameter.of(CombinationChecks.OWNER, "count-field", Parameter.Type.FIELD, "people")
                        .asOptional());
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("weighted-sum", "S = Σ wᵢ·xᵢ, Σ wᵢ = 1", "weighted overlay", Evidence.PUBLISHED),
                new Formula(
                        "ahp-weights",
                        "A·w = λ·w, CR = (λ − n)/(n − 1)/RI ≤ 0.10",
                        "Saaty (1980)",
                        Evidence.RECOMPUTED),
                new Formula(
                        "entropy-weights",
                        "e = −Σ p·ln p/ln m, w = (1 − e)/Σ(1 − e)",
                        "Shannon (1948)",
                        Evidence.RECOMPUTED),
                new Formula("min-max", "x = (v − min)/(max − min)", MIN_MAX, Evidence.PUBLISHED),
                new Formula("natural-breaks", "min Σ Σ (x − m)²", "Fisher (1958); Jenks (1977)", Evidence.PUBLISHED));
    }

    @Override
    public void check(InputChecks checks) {
        CombinationChecks.run(checks);
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        List<Factor> factors = Factor.parse(values.text("factors"));
        boolean complete = inputs.has(values.text("areas"))
                && factors.stream().map(Factor::layer).allMatch(inputs::has);
        if (!complete) {
            return new CombinationOutput(inputs, values, factors).nothing(Message.of("risk.note-no-factors"));
        }
        Workings workings = new Workings();
        return values.text("unit").equals("cells")
                ? new CombinationCells(inputs, values, factors, workings).run(progress)
                : new CombinationAreas(inputs, values, factors, workings).run(progress);
    }
}
