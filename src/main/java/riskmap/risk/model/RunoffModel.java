package riskmap.risk.model;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.risk.Chart;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.flood.CurveNumber;
import riskmap.risk.model.flood.RunoffSteps;

/** Runoff of a storm from a catchment by curve number ({@link CurveNumber}); reads no layer. */
public final class RunoffModel implements RiskModel {
    static final String SCS = "USDA NRCS, TR-55 (1986), chapter 2";
    private static final String OWNER = "risk.runoff";
    private static final int LINES = 20;

    @Override
    public String id() {
        return "runoff";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<String> sources() {
        return List.of(SCS);
    }

    @Override
    public List<LayerNeed> needs() {
        return List.of();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number(OWNER, "rain", "mm", 100, 0, 3000),
                curveNumber(OWNER, 75),
                Parameter.bounded(OWNER, "covers", Parameter.Type.TABLE, "", null, 0.0, 1e6)
                        .asOptional(),
                ratio(OWNER),
                Parameter.number(OWNER, "catchment", "km²", 10, 0, 1e6));
    }

    /** The curve number: for the user to choose from the tables of his province. */
    static Parameter curveNumber(String owner, double value) {
        return Parameter.number(owner, "curve-number", "", value, 1, 100).asUnverified();
    }

    static Parameter ratio(String owner) {
        return Parameter.number(owner, "abstraction-ratio", "", CurveNumber.USUAL_RATIO, 0, 0.5);
    }

    /** The formulas of the curve number. */
    static List<Formula> curveNumberFormulas() {
        return List.of(
                new Formula("retention", "S = 25400/CN − 254 (mm)", SCS, Evidence.PUBLISHED),
                new Formula(
                        "retention-converted",
                        RunoffSteps.RETENTION_CONVERTED + " (mm), λ = 0.05",
                        "Woodward et al. (2003)",
                        Evidence.PUBLISHED),
                new Formula("abstraction", "Ia = λ·S (mm)", SCS, Evidence.PUBLISHED),
                new Formula(
                        "runoff", "Q = (P − Ia)²/(P − Ia + S) (mm), P > Ia; Q = 0, P ≤ Ia", SCS, Evidence.PUBLISHED));
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.empty();
    }

    @Override
    public Optional<String> intensity() {
        return Optional.of("rain");
    }

    @Override
    public List<Formula> formulas() {
        List<Formula> all = new ArrayList<>(curveNumberFormulas());
        all.add(new Formula("weighted-number", "CN = Σ CNᵢ·Aᵢ / Σ Aᵢ", SCS, Evidence.PUBLISHED));
        all.add(new Formula("runoff-volume", "W = Q·F/10 (10⁴ m³)", SCS, Evidence.PUBLISHED));
        return all;
    }

    @Override
    public void check(InputChecks checks) {
        double[][] covers = checks.values().rows("covers");
        double area = 0;
        for (double[] cover : covers) {
            boolean sound = cover.length == 2 && cover[0] >= 1 && cover[0] <= 100;
            if (!sound) {
                checks.problem(
                        "covers",
                        Message.of("risk.check-covers", checks.values().text("covers")));
                return;
            }
            area += cover[1];
        }
        if (covers.length > 0 && !(area > 0)) {
            checks.problem(
                    "covers", Message.of("risk.check-covers", checks.values().text("covers")));
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        Workings workings = new Workings();
        double[][] covers = values.rows("covers");
        double number = values.number("curve-number");
        double area = values.number("catchment");
        if (covers.length > 0) {
            double[] numbers = new double[covers.length];
            double[] areas = new double[covers.length];
            area = 0;
            for (int i = 0; i < covers.length; i++) {
                numbers[i] = covers[i][0];
                areas[i] = covers[i][1];
                area += areas[i];
            }
            number = workings.add(
                    "weighted-number",
                    "CN = Σ CNᵢ·Aᵢ / Σ Aᵢ",
                    CurveNumber.weighted(numbers, areas),
                    "",
                    "Σ / %s",
                    area);
        }
        CurveNumber curve = new CurveNumber(number, values.number("abstraction-ratio"));
        double rain = values.number("rain");
        double runoff = RunoffSteps.written(workings, curve, rain);
        workings.add("runoff-volume", "W = Q·F/10", runoff * area / 10, "万m³", "%s × %s/10", runoff, area);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i <= LINES; i++) {
            double part = 2 * rain * i / LINES;
            rows.add(List.of(part, curve.runoff(part), curve.runoff(part) * area / 10));
        }
        Table table = new Table(
                "runoff-by-rain",
                Message.of("risk.table-runoff-by-rain"),
                List.of(column("rain", "mm", 1), column("runoff", "mm", 2), column("volume", "万m³", 2)),
                rows);
        return RiskResult.of(
                List.of(table),
                List.of(Message.of("risk.note-runoff", curve.number(), runoff, runoff * area / 10)),
                workings.lines(),
                List.of(new Chart("runoff-by-rain", Chart.Kind.LINE, "rain", List.of("runoff"))));
    }
}
