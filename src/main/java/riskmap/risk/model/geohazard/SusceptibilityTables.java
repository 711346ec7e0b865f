package riskmap.risk.model.geohazard;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.risk.RiskLevel;
import riskmap.risk.Workings;
import riskmap.risk.model.zone.ClassBreaks;
import riskmap.risk.weighting.ClassEvidence;
import riskmap.risk.weighting.EvidenceTable;
import riskmap.risk.weighting.RateCurve;

/** What the known sites say about each class, and how well the levels tell where they are, as tables. */
public final class SusceptibilityTables {
    /** Steps of the curves, in percent of the area. */
    private static final int STEP = 5;

    private final List<SusceptibilityFactors.Factor> factors;
    private final SusceptibilityCells cells;
    private final EvidenceTable evidence;
    private final List<SusceptibilityCells.Fold> folds;

    public SusceptibilityTables(
            List<SusceptibilityFactors.Factor> factors,
            SusceptibilityCells cells,
            EvidenceTable evidence,
            List<SusceptibilityCells.Fold> folds) {
        this.factors = factors;
        this.cells = cells;
        this.evidence = evidence;
        this.folds = folds;
    }

    /** Cells, sites and evidence of every class of every factor. */
    public Table classes() {
        List<List<Object>> rows = new ArrayList<>();
        for (int factor = 0; factor < factors.size(); factor++) {
            for (int number = 0; number < factors.get(factor).titles().size(); number++) {
                ClassEvidence one = evidence.evidence(factor, number);
                List<Object> row = new ArrayList<>();
                row.add(factors.get(factor).title());
                row.add(factors.get(factor).titles().get(number));
                row.add(one == null ? 0L : (long) one.classCells());
                row.add(one == null ? 0L : (long) one.classEvents());
                row.addAll(
                        one == null
                                ? Arrays.asList(null, null, null, null, null, null)
                                : List.of(
                                        one.frequencyRatio(),
                                        one.informationValue(),
                                        one.weightInside(),
                                        one.weightOutside(),
                                        one.contrast(),
                                        one.contrastDeviation()));
                rows.add(row);
            }
        }
        return new Table(
                "factor-classes",
                Message.of("risk.table-factor-classes"),
                List.of(
                        column("factor", "", 0),
                        column("class", "", 0),
                        column("cells", "", 0),
                        column("sites", "", 0),
                        column("frequency-ratio", "", 4),
                        column("information-value", "", 4),
                        column("weight-inside", "", 4),
                        column("weight-outside", "", 4),
                        column("contrast", "", 4),
                        column("contrast-deviation", "", 4)),
                rows);
    }

    /** Area and sites of every level; the density of sites must rise from level to level. */
    public Table levels(double[] scores, double[] breaks) {
        double[] area = new double[RiskLevel.COUNT + 1];
        double[] sites = new double[RiskLevel.COUNT + 1];
        double[] events = evidence.events();
        for (int i = 0; i < scores.length; i++) {
            int level = ClassBreaks.level(scores[i], breaks);
            area[level] += cells.cells()[i];
            sites[level] += events[i];
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int level = RiskLevel.COUNT; level >= 1; level--) {
            double share = area[level] / cells.total();
            double found = sites[level] / cells.events();
            List<Object> row = new ArrayList<>();
            row.add(RiskLevel.title(level));
            row.add((long) area[level]);
            row.add(100 * share);
            row.add((long) sites[level]);
            row.add(100 * found);
            row.add(share > 0 ? (Object) (found / share) : null);
            rows.add(row);
        }
        return new Table(
                "susceptibility-levels",
                Message.of("risk.table-susceptibility-levels"),
                List.of(
                        column("level", "", 0),
                        column("cells", "", 0),
                        column("area-share", "%", 2),
                        column("sites", "", 0),
                        column("site-share", "%", 1),
                        column("density-ratio", "", 2)),
                rows);
    }

    /** Success and prediction curve. */
    public Table curves(double[] scores) {
        RateCurve success = success(scores);
        List<List<Object>> rows = new ArrayList<>();
        for (int percent = 0; percent <= 100; percent += STEP) {
            List<Object> row = new ArrayList<>();
            row.add((double) percent);
            row.add(100 * success.at(percent / 100.0));
            row.add(folds.isEmpty() ? null : (Object) (100 * predicted(percent / 100.0)));
            rows.add(row);
        }
        return new Table(
                "susceptibility-curves",
                Message.of("risk.table-susceptibility-curves"),
                List.of(column("area-share", "%", 0), column("success", "%", 1), column("prediction", "%", 1)),
                rows);
    }

    private RateCurve success(double[] scores) {
        return RateCurve.of(scores, cells.cells(), evidence.events());
    }

    /** Share of the sites held back in this share of the area, over all parts. */
    private double predicted(double share) {
        double sum = 0;
        for (SusceptibilityCells.Fold fold : folds) {
            sum += fold.held() * fold.curve().at(share);
        }
        return sum / cells.events();
    }

    /** AUC of the success curve, and of the prediction of every part from the others. */
    public Table validation(double[] scores) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                Message.of("risk.all-sites"),
                (long) cells.events(),
                success(scores).auc()));
        for (int part = 0; part < folds.size(); part++) {
            SusceptibilityCells.Fold fold = folds.get(part);
            rows.add(List.of(
                    Message.of("risk.held-back", part + 1),
                    (long) fold.held(),
                    fold.curve().auc()));
        }
        if (!folds.isEmpty()) {
            rows.add(List.of(Message.of("risk.held-back-all"), (long) cells.events(), predictionAuc()));
        }
        return new Table(
                "susceptibility-validation",
                Message.of("risk.table-susceptibility-validation"),
                List.of(column("validated", "", 0), column("sites", "", 0), column("auc", "", 4)),
                rows);
    }

    private double predictionAuc() {
        double sum = 0;
        for (SusceptibilityCells.Fold fold : folds) {
            sum += fold.held() * fold.curve().auc();
        }
        return sum / cells.events();
    }

    public List<Message> notes(double[] scores) {
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of(
                "risk.note-evidence", (long) cells.total(), cells.events(), cells.sitesOutside(), factors.size()));
        notes.add(
                folds.isEmpty()
                        ? Message.of("risk.note-no-validation")
                        : Message.of(
                                "risk.note-validation",
                                rounded(success(scores).auc()),
                                rounded(predictionAuc()),
                                folds.size()));
        return notes;
    }

    private static String rounded(double auc) {
        return String.format(java.util.Locale.ROOT, "%.3f", auc);
    }

    /** The class with the most sites of each factor, with its numbers. */
    public Workings workings() {
        Workings workings = new Workings();
        for (int factor = 0; factor < factors.size(); factor++) {
            ClassEvidence most = null;
            int at = 0;
            for (int number = 0; number < factors.get(factor).titles().size(); number++) {
                ClassEvidence one = evidence.evidence(factor, number);
                if (one != null && (most == null || one.classEvents() > most.classEvents())) {
                    most = one;
                    at = number;
                }
            }
            if (most != null) {
                workings.of(Message.of(
                        "risk.working-class",
                        factors.get(factor).title(),
                        factors.get(factor).titles().get(at)));
                write(workings, most);
            }
        }
        return workings;
    }

    private static void write(Workings workings, ClassEvidence one) {
        workings.add(
                "information-value",
                "I = ln[(Nᵢ/N)/(Sᵢ/S)]",
                one.informationValue(),
                "",
                "ln[(%s/%s)/(%s/%s)]",
                one.classEvents(),
                one.events(),
                one.classCells(),
                one.cells());
        workings.add(
                "weight-inside",
                "W⁺ = ln[(Nᵢ/N)/((Sᵢ−Nᵢ)/(S−N))]",
                one.weightInside(),
                "",
                "ln[(%s/%s)/(%s/%s)]",
                one.classEvents(),
                one.events(),
                one.classCells() - one.classEvents(),
                one.cells() - one.events());
    }
}
