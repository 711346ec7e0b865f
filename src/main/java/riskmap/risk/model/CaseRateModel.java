package riskmap.risk.model;

import java.time.LocalDate;
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
import riskmap.risk.model.people.CaseTables;
import riskmap.risk.model.people.CaseWeeks;

/**
 * Alerts of a disease by town and week: cases per 100,000 residents against the moving mean and standard deviation of the
 * weeks before ({@link riskmap.risk.social.CaseBaseline}), or against fixed thresholds, in four colours. A week that was not
 * reported and a baseline of too few weeks are states of their own, never blue.
 */
public final class CaseRateModel implements RiskModel {
    static final String OWNER = "risk.case-rates";
    private static final String STROUP = "Stroup et al. (1989), Statistics in Medicine 8: 323–329";

    @Override
    public String id() {
        return "case-rates";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<String> sources() {
        return List.of(STROUP, "thresholds of the colours: local rule");
    }

    @Override
    public List<LayerNeed> needs() {
        return List.of(new LayerNeed("town", true), new LayerNeed(CaseWeeks.REPORTS, true));
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("case_alert");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(
                        OWNER,
                        "disease",
                        "influenza",
                        "all",
                        "influenza",
                        "hfmd",
                        "diarrhoea",
                        "hepatitis",
                        "tuberculosis",
                        "hfrs",
                        "sfts",
                        "other"),
                Parameter.of(OWNER, "week", Parameter.Type.TEXT, null).asOptional(),
                Parameter.choice(OWNER, "threshold", "moving", "moving", "fixed"),
                Parameter.integer(OWNER, "window", "", 8, 2, 200),
                Parameter.integer(OWNER, "least-weeks", "", 4, 2, 200).asUnverified(),
                Parameter.integer(OWNER, "least-cases", "例", 2, 0, 100_000).asUnverified(),
                Parameter.bounded(OWNER, "deviations", Parameter.Type.NUMBERS, "σ", "1,2,3", 0.0, 20.0)
                        .asUnverified()
                        .onlyFor("threshold", "moving"),
                Parameter.bounded(OWNER, "fixed-rates", Parameter.Type.NUMBERS, "1/10万", "10,20,40", 0.001, 100_000.0)
                        .asUnverified()
                        .onlyFor("threshold", "fixed"));
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("case-rate", "r = n/P·10⁵", STROUP, Evidence.RECOMPUTED),
                new Formula("case-baseline", "m = Σ rᵢ/w, σ = √(Σ (rᵢ − m)²/(w − 1))", STROUP, Evidence.RECOMPUTED),
                new Formula("case-limit", "r ≥ m + k·σ, r > m, n ≥ n₀", STROUP, Evidence.UNVERIFIED));
    }

    @Override
    public void check(InputChecks checks) {
        checks.notEmpty("town")
                .notEmpty(CaseWeeks.REPORTS)
                .notNegative(CaseWeeks.REPORTS, "cases", "deaths")
                .notNegative("town", "population")
                .ascendingNumbers("deviations")
                .ascendingNumbers("fixed-rates");
        checks.howMany("deviations", 3);
        checks.howMany("fixed-rates", 3);
        long least = checks.values().integer("least-weeks");
        long window = checks.values().integer("window");
        if (checks.values().text("threshold").equals("moving") && least > window) {
            checks.problem(
                    "least-weeks",
                    Message.of(
                            "risk.check-least-weeks",
                            checks.values().called("least-weeks"),
                            Long.toString(least),
                            checks.values().called("window"),
                            Long.toString(window)));
        }
        if (checks.inputs().has(CaseWeeks.REPORTS) && checks.inputs().has("town")) {
            CaseWeeks.check(checks);
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has(CaseWeeks.REPORTS) || !inputs.has("town")) {
            return RiskResult.nothing("risk.note-no-reports");
        }
        progress.report(0.1, Message.of("risk.step-cases"));
        CaseWeeks weeks = CaseWeeks.of(inputs, values, progress);
        LocalDate week = weeks.chosen();
        if (week == null) {
            return RiskResult.nothing("risk.note-no-reports");
        }
        CaseTables tables = new CaseTables(inputs, weeks, values);
        progress.report(1);
        return new RiskResult(
                List.of(tables.layer().features()),
                List.of(),
                List.of(tables.towns(), tables.byWeek()),
                List.of(weeks.conservation()),
                tables.notes(),
                tables.workings().lines(),
                List.of(
                        new Chart("case-weeks", Chart.Kind.LINE, "week", List.of("rate", "case_mean", "case_upper")),
                        new Chart("case-towns", Chart.Kind.BAR, "town", List.of("rate"))));
    }
}
