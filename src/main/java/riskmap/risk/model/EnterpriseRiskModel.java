package riskmap.risk.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.MessageList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.Chart;
import riskmap.risk.Coefficient;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.model.people.EnterpriseScores;
import riskmap.risk.model.people.EnterpriseTables;
import riskmap.risk.model.result.AlarmCounts;
import riskmap.risk.weighting.LecScore;
import riskmap.risk.weighting.RiskMatrix;

/**
 * Colours of enterprises from their risk points, each scored by LEC ({@link LecScore}) or by a risk matrix
 * ({@link RiskMatrix}), the higher level where both are given: the worst point decides the enterprise.
 */
public final class EnterpriseRiskModel implements RiskModel {
    static final String OWNER = "risk.enterprise-risk";
    private static final String KINNEY = "Graham and Kinney (1976); GB/T 13861";

    @Override
    public String id() {
        return "enterprise-risk";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<String> sources() {
        return List.of(
                KINNEY,
                "DB37/T 2882 (risk matrix, colours; to be checked against the printed standard)",
                "the worst point decides the enterprise: rule of the double prevention system");
    }

    @Override
    public List<LayerNeed> needs() {
        return List.of(
                new LayerNeed(EnterpriseScores.POINTS, true),
                new LayerNeed("hazardous_site", false),
                new LayerNeed("town", false));
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("enterprise_risk");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(OWNER, "method", "worst", "worst", "lec", "matrix"),
                Parameter.bounded(OWNER, "lec-breaks", Parameter.Type.NUMBERS, "", "70,160,320", 0.01, 10_000.0),
                Parameter.bounded(
                                OWNER,
                                "matrix",
                                Parameter.Type.TABLE,
                                "",
                                "1,1,1,2,2;1,1,2,2,3;1,2,2,3,3;2,2,3,3,4;2,3,3,4,4",
                                1.0,
                                4.0)
                        .asUnverified());
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("lec", "D = L·E·C", KINNEY, Evidence.PUBLISHED),
                new Formula("risk-matrix", "R = M(L, S)", "DB37/T 2882", Evidence.UNVERIFIED),
                new Formula("worst-point", "R = max Rᵢ", "DB37/T 2882", Evidence.UNVERIFIED));
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(
                new Coefficient("lec-likelihood", "10 6 3 1 0.5 0.2 0.1", "", KINNEY, Evidence.PUBLISHED),
                new Coefficient("lec-exposure", "10 6 3 2 1 0.5", "", KINNEY, Evidence.PUBLISHED),
                new Coefficient("lec-consequence", "100 40 15 7 3 1", "", KINNEY, Evidence.PUBLISHED));
    }

    @Override
    public void check(InputChecks checks) {
        checks.notEmpty(EnterpriseScores.POINTS).ascendingNumbers("lec-breaks");
        checks.howMany("lec-breaks", 3);
        RiskMatrix matrix = new RiskMatrix(checks.values().rows("matrix"));
        if (!matrix.isSound()) {
            checks.problem(
                    "matrix", Message.of("risk.check-matrix", checks.values().text("matrix")));
        }
        if (checks.inputs().has(EnterpriseScores.POINTS)) {
            scores(checks, matrix);
        }
    }

    /** Scores off the scales are named with enterprise and point. */
    private static void scores(InputChecks checks, RiskMatrix matrix) {
        LayerRows rows = checks.inputs().rows(EnterpriseScores.POINTS, Progress.silent());
        String[] enterprises = rows.texts("enterprise");
        String[] names = rows.texts("name");
        double[] l = rows.numbers("lec_likelihood");
        double[] e = rows.numbers("lec_exposure");
        double[] c = rows.numbers("lec_consequence");
        double[] likelihood = rows.numbers("matrix_likelihood");
        double[] severity = rows.numbers("matrix_severity");
        List<Message> wrong = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            boolean lec = !Double.isNaN(l[row] + e[row] + c[row]) && !LecScore.isOnScale(l[row], e[row], c[row]);
            boolean cell =
                    !Double.isNaN(likelihood[row] + severity[row]) && !matrix.has(likelihood[row], severity[row]);
            if (lec || cell) {
                String scores = lec ? shown("·", l[row], e[row], c[row]) : shown(", ", likelihood[row], severity[row]);
                wrong.add(Message.of(
                        "risk.check-score", rows.called(row, enterprises[row]), rows.called(row, names[row]), scores));
            }
        }
        if (!wrong.isEmpty()) {
            checks.problem(
                    EnterpriseScores.POINTS, Message.of("risk.check-scores", wrong.size(), MessageList.of(wrong)));
        }
    }

    private static String shown(String between, double... scores) {
        return Arrays.stream(scores).mapToObj(Workings::shown).collect(Collectors.joining(between));
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has(EnterpriseScores.POINTS)) {
            return RiskResult.nothing("risk.note-no-risk-points");
        }
        progress.report(0.1, Message.of("risk.step-enterprises"));
        EnterpriseScores scores = new EnterpriseScores(inputs, values, progress);
        EnterpriseTables tables = new EnterpriseTables(scores);
        progress.report(1);
        return new RiskResult(
                List.of(tables.layer().features()),
                List.of(),
                List.of(tables.enterprises(), tables.byTown(), tables.points()),
                List.of(),
                scores.notes(),
                tables.workings().lines(),
                List.of(new Chart("enterprises-by-town", Chart.Kind.BAR, "town", AlarmCounts.COLOURS)));
    }
}
