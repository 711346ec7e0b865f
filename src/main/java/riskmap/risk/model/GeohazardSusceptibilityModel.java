package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.risk.Chart;
import riskmap.risk.Coefficient;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.geohazard.SusceptibilityCells;
import riskmap.risk.model.geohazard.SusceptibilityFactors;
import riskmap.risk.model.geohazard.SusceptibilityLevels;
import riskmap.risk.model.geohazard.SusceptibilityTables;
import riskmap.risk.model.zone.ClassBreaks;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.weighting.ClassEvidence;
import riskmap.risk.weighting.EvidenceTable;

/**
 * Where slopes are likely to fail: what the known sites have in common in slope, aspect, relief, distance to road, river
 * and fault and land cover (information value or weights of evidence), applied to every cell, in four levels; and how well
 * sites that were held back are foretold.
 */
public final class GeohazardSusceptibilityModel implements RiskModel {
    private static final String OWNER = "risk.geohazard-susceptibility";
    /** Memory of a cell, all factors with it. Measured: 500 MB are too little for 15 million cells. */
    private static final int BYTES_PER_CELL = 26;

    private static final String WESTEN = "van Westen (2002), ITC";
    private static final String CARTER = "Bonham-Carter (1994), Geographic Information Systems for Geoscientists";
    private static final List<String> EXPOSED =
            List.of("village", "school", "hospital", "shelter", "crowded_place", "hazardous_site");
    private static final List<String> BREAKS =
            List.of("slope-breaks", "relief-breaks", "road-breaks", "river-breaks", "fault-breaks");

    @Override
    public String id() {
        return "geohazard-susceptibility";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public List<String> sources() {
        return List.of(WESTEN, CARTER, "Chung and Fabbri, Natural Hazards 30 (2003) 451–472 (rate curves)");
    }

    @Override
    public List<LayerNeed> needs() {
        List<LayerNeed> needs = new ArrayList<>();
        for (String kind : List.of("town", "dem", "geohazard_site")) {
            needs.add(new LayerNeed(kind, true));
        }
        for (String kind : List.of("road", "river", "fault_line", "forest_stand", "farmland", "building")) {
            needs.add(new LayerNeed(kind, false));
        }
        EXPOSED.forEach(kind -> needs.add(new LayerNeed(kind, false)));
        return needs;
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("susceptibility_zone");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(OWNER, "method", "information_value", "information_value", "weights_of_evidence"),
                Parameter.number(OWNER, "cell-size", "m", 25, 5, 1000),
                breaks("slope-breaks", "°", "10,15,25,35,45", 90),
                Parameter.of(OWNER, "use-aspect", Parameter.Type.BOOLEAN, "true"),
                breaks("relief-breaks", "m", "20,50,100,150", 10_000),
                Parameter.number(OWNER, "relief-radius", "m", 150, 10, 5000).asUnverified(),
                breaks("road-breaks", "m", "50,100,200,400", 1e5),
                breaks("river-breaks", "m", "100,200,400,800", 1e5),
                breaks("fault-breaks", "m", "500,1000,2000,4000", 1e6),
                Parameter.of(OWNER, "use-land-cover", Parameter.Type.BOOLEAN, "true"),
                Parameter.choice(OWNER, "break-method", "area", "area", "natural", "fixed"),
                Parameter.bounded(OWNER, "area-shares", Parameter.Type.NUMBERS, "", "0.5,0.8,0.95", 0.001, 0.999)
                        .asUnverified()
                        .onlyFor("break-method", "area"),
                Parameter.bounded(OWNER, "breaks", Parameter.Type.NUMBERS, "", "-1,0,2", -100.0, 100.0)
                        .onlyFor("break-method", "fixed"),
                Parameter.integer(OWNER, "folds", "", 5, 2, 100),
                Parameter.integer(OWNER, "seed", "", 1, 0, 1_000_000),
                Parameter.number(OWNER, "minimum-zone-area", "m²", 5000, 0, 1e8));
    }

    private static Parameter breaks(String key, String unit, String value, double most) {
        return Parameter.bounded(OWNER, key, Parameter.Type.NUMBERS, unit, value, 0.001, most)
                .asOptional()
                .asUnverified();
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("information-value", "I = ln[(Nᵢ/N)/(Sᵢ/S)]", WESTEN, Evidence.RECOMPUTED),
                new Formula("weight-inside", "W⁺ = ln[(Nᵢ/N)/((Sᵢ−Nᵢ)/(S−N))]", CARTER, Evidence.RECOMPUTED),
                new Formula("weight-outside", "W⁻ = ln[((N−Nᵢ)/N)/((S−Sᵢ−N+Nᵢ)/(S−N))]", CARTER, Evidence.RECOMPUTED),
                new Formula("contrast", "C = W⁺ − W⁻, s(C) = √(Σ 1/n)", CARTER, Evidence.RECOMPUTED),
                new Formula("susceptibility-score", "Σⱼ Iⱼ; Σⱼ (W⁺ⱼ + Σₖ W⁻ⱼₖ)", WESTEN, Evidence.RECOMPUTED),
                new Formula("auc", "AUC = ∫ N(A) dA", "Chung and Fabbri (2003)", Evidence.PUBLISHED));
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(
                new Coefficient("empty-class", Double.toString(ClassEvidence.FLOOR), "", CARTER, Evidence.UNVERIFIED));
    }

    @Override
    public void check(InputChecks checks) {
        StudyArea.check(checks, "town", BYTES_PER_CELL);
        checks.notEmpty("town")
                .projected("town")
                .elevation()
                .notEmpty("geohazard_site")
                .overlap("town", "dem")
                .overlap("town", "geohazard_site")
                .ascendingNumbers("area-shares")
                .ascendingNumbers("breaks");
        BREAKS.forEach(checks::ascendingNumbers);
        for (String key : List.of("area-shares", "breaks")) {
            checks.howMany(key, 3);
        }
        boolean none = BREAKS.stream().noneMatch(key -> checks.values().has(key))
                && !checks.values().flag("use-aspect")
                && !checks.values().flag("use-land-cover");
        if (none) {
            checks.problem("slope-breaks", Message.of("risk.check-no-factor"));
        }
        SusceptibilityFactors.check(checks);
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has("dem") || !inputs.has("geohazard_site")) {
            return RiskResult.nothing("risk.note-no-sites-or-elevation");
        }
        progress.report(0, Message.of("risk.step-area"));
        StudyArea area = StudyArea.of(inputs, values.number("cell-size"), progress.part(0, 0.1));
        if (area == null) {
            return RiskResult.nothing("risk.note-no-town");
        }
        progress.report(0.1, Message.of("risk.step-factors"));
        List<SusceptibilityFactors.Factor> factors = SusceptibilityFactors.of(area, values, progress.part(0.1, 0.5));
        SusceptibilityCells cells =
                new SusceptibilityCells(area, factors, area.rows("geohazard_site", progress), progress);
        if (cells.events() == 0 || cells.events() >= cells.total()) {
            return RiskResult.nothing("risk.note-sites-unknown");
        }
        progress.report(0.5, Message.of("risk.step-evidence"));
        EvidenceTable.Method method =
                EvidenceTable.Method.valueOf(values.text("method").toUpperCase(Locale.ROOT));
        EvidenceTable evidence = cells.evidence();
        double[] scores = evidence.scores(method);
        double[] breaks = SusceptibilityLevels.breaks(values, scores, cells.cells());
        List<SusceptibilityCells.Fold> folds =
                cells.folds((int) values.integer("folds"), values.integer("seed"), method, progress.part(0.5, 0.6));
        progress.report(0.6, Message.of("risk.step-zones"));
        SusceptibilityLevels levels =
                new SusceptibilityLevels(area, cells, scores, breaks, values, progress.part(0.6, 0.85));
        progress.report(0.85, Message.of("risk.step-impact"));
        ZoneExposure exposure = levels.exposure(inputs, progress.part(0.85, 1));
        SusceptibilityTables tables = new SusceptibilityTables(factors, cells, evidence, folds);
        List<Table> all = new ArrayList<>(List.of(
                tables.classes(), tables.levels(scores, breaks), tables.curves(scores), tables.validation(scores)));
        all.addAll(exposure.tables());
        List<Message> notes = new ArrayList<>(tables.notes(scores));
        notes.add(ClassBreaks.note(breaks, values.text("break-method")));
        notes.addAll(area.rows("geohazard_site", progress).notes("geohazard_site"));
        notes.addAll(exposure.notes());
        return new RiskResult(
                List.of(levels.layer().features()),
                List.of(),
                all,
                exposure.conservation(),
                notes,
                tables.workings().lines(),
                List.of(
                        new Chart(
                                "susceptibility-curves",
                                Chart.Kind.LINE,
                                "area_share",
                                List.of("success", "prediction")),
                        new Chart("susceptibility-levels", Chart.Kind.BAR, "level", List.of("density_ratio"))));
    }
}
