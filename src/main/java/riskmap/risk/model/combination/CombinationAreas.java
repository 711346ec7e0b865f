package riskmap.risk.model.combination;

import java.util.ArrayList;
import java.util.List;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.model.result.Columns;
import riskmap.risk.model.zone.ClassBreaks;
import riskmap.risk.weighting.Factor;

/** A combination by areas: a number of each factor for each area, scores, levels and their order. */
public final class CombinationAreas {
    /** How far below a break a sum still counts as on it: weights such as 0.1 have no exact binary form. */
    private static final double ON_BREAK = 1e-9;

    private final Inputs inputs;
    private final ParameterValues values;
    private final List<Factor> factors;
    private final Workings workings;
    private final CombinationOutput output;

    public CombinationAreas(Inputs inputs, ParameterValues values, List<Factor> factors, Workings workings) {
        this.inputs = inputs;
        this.values = values;
        this.factors = factors;
        this.workings = workings;
        this.output = new CombinationOutput(inputs, values, factors);
    }

    public RiskResult run(Progress progress) {
        String layer = values.text("areas");
        LayerRows areas = inputs.rows(layer, progress.part(0, 0.1));
        String[] names = names(areas);
        AreaFactors measured = new AreaFactors(inputs, layer, areas, names);
        double[][] measures = new double[factors.size()][];
        double[][] scores = new double[factors.size()][];
        for (int i = 0; i < factors.size(); i++) {
            Factor factor = factors.get(i);
            Progress part = progress.part(0.1 + 0.7 * i / factors.size(), 0.1 + 0.7 * (i + 1) / factors.size());
            part.report(0, Message.of("risk.step-factor", factor.name()));
            measures[i] = measured.measures(factor, part);
            scores[i] = AreaFactors.scores(factor, measures[i]);
            missing(factor, scores[i]);
        }
        progress.report(0.8, Message.of("risk.step-index"));
        double[] weights = CombinationWeights.of(factors, values, () -> byArea(scores, names.length), workings);
        double[] score = score(scores, weights, names.length);
        double[] breaks = ClassBreaks.of(values.text("break-method"), values.numbers("breaks"), score);
        int[] levels = new int[score.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = values.text("rule").equals("matrix") && !Double.isNaN(score[i])
                    ? (int) score[i]
                    : level(score[i], breaks);
        }
        new CombinationExample(factors, values, new int[0])
                .ofAreas(workings, names, measures, scores, weights, score, levels, breaks);
        output.areas(areas, names, score, levels);
        output.add(List.of(ranking(names, measures, scores, score, levels)));
        if (values.text("rule").equals("sum")) {
            output.add(new CombinationSensitivity(factors, weights, values.number("weight-change") / 100)
                    .ofAreas(names, scores, breaks, levels));
        }
        return output.finish(breaks, weights, null, workings);
    }

    public static String[] names(LayerRows areas) {
        String[] names = areas.texts("name");
        for (int i = 0; i < names.length; i++) {
            names[i] = names[i] == null ? areas.id(i) : names[i];
        }
        return names;
    }

    private void missing(Factor factor, double[] scores) {
        boolean zero = values.text("missing").equals("zero");
        int without = 0;
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                without++;
                scores[i] = zero ? 0 : Double.NaN;
            }
        }
        if (without > 0) {
            output.note(Message.of(
                    "risk.note-areas-missing",
                    factor.name(),
                    without,
                    Message.of(CombinationChecks.OWNER + ".missing." + values.text("missing"))));
        }
    }

    static double[][] byArea(double[][] scores, int areas) {
        double[][] turned = new double[areas][scores.length];
        for (int factor = 0; factor < scores.length; factor++) {
            for (int i = 0; i < areas; i++) {
                turned[i][factor] = scores[factor][i];
            }
        }
        return turned;
    }

    private double[] score(double[][] scores, double[] weights, int areas) {
        if (values.text("rule").equals("sum")) {
            return sums(scores, weights);
        }
        double[] result = new double[areas];
        for (int i = 0; i < areas; i++) {
            if (values.text("rule").equals("worst")) {
                result[i] = Double.NEGATIVE_INFINITY;
                for (double[] factor : scores) {
                    result[i] = Math.max(result[i], factor[i]);
                }
            } else {
                double first = scores[0][i];
                double second = scores[1][i];
                boolean known = !Double.isNaN(first) && !Double.isNaN(second);
                result[i] = known ? Math.rint(values.rows("matrix")[quarter(first)][quarter(second)]) : Double.NaN;
            }
        }
        return result;
    }

    /** Which quarter of the way from 0 to 1, from 0 to 3. */
    static int quarter(double score) {
        return score >= 0.75 ? 3 : score >= 0.5 ? 2 : score >= 0.25 ? 1 : 0;
    }

    /** Σ w·x of each area. */
    static double[] sums(double[][] scores, double[] weights) {
        double[] sums = new double[scores[0].length];
        for (int factor = 0; factor < scores.length; factor++) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weights[factor] * scores[factor][i];
            }
        }
        return sums;
    }

    /** 1 to 4, [a, b); 0 for no score. */
    public static int level(double score, double[] breaks) {
        if (Double.isNaN(score)) {
            return 0;
        }
        int level = 1;
        for (double limit : breaks) {
            level += score + ON_BREAK >= limit ? 1 : 0;
        }
        return level;
    }

    /** The areas by their score, the highest first, with what each factor measured and scored. */
    private Table ranking(String[] names, double[][] measures, double[][] scores, double[] score, int[] levels) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.isNaN(score[a]) || Double.isNaN(score[b])
                ? Boolean.compare(Double.isNaN(score[a]), Double.isNaN(score[b]))
                : Double.compare(score[b], score[a]));
        List<Table.Column> columns = new ArrayList<>(List.of(
                Columns.column("rank", "", 0),
                Columns.column("town", "", 0),
                Columns.column("level", "", 0),
                Columns.column("points", "", 4)));
        for (int i = 0; i < factors.size(); i++) {
            String name = factors.get(i).name();
            columns.add(new Table.Column("measure_" + i, Message.of("risk.column-measured", name), "", 3));
            columns.add(new Table.Column("score_" + i, Message.of("risk.column-scored", name), "", 3));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int at = 0; at < order.size(); at++) {
            int area = order.get(at);
            List<Object> row = new ArrayList<>();
            row.add((long) at + 1);
            row.add(names[area]);
            row.add(CombinationOutput.levelTitle(levels[area]));
            row.add(Columns.finite(score[area]));
            for (int i = 0; i < factors.size(); i++) {
                row.add(Columns.finite(measures[i][area]));
                row.add(Columns.finite(scores[i][area]));
            }
            rows.add(row);
        }
        return new Table("combination-ranking", Message.of("risk.table-combination-ranking"), columns, rows);
    }
}
