package riskmap.risk.model.combination;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import riskmap.base.ParameterValues;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.WeightedSum;
import riskmap.risk.Workings;
import riskmap.risk.model.zone.ExampleCells;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.weighting.Factor;
import riskmap.risk.weighting.Scale;

/**
 * The combination of one cell or area written down with its numbers, to be checked by hand: of each factor what was
 * measured and how it became a score, then the weights, the sum and the level.
 */
final class CombinationExample {
    private final List<Factor> factors;
    private final ParameterValues values;
    private final int[] cells;
    /** By factor, of the cell of a place in the list what was measured. */
    private final IntToDoubleFunction[] measured;

    private final Scale.Summary[] summaries;

    /** An example among these cells, whose measures are kept while the factors go by; none for areas. */
    CombinationExample(List<Factor> factors, ParameterValues values, int[] cells) {
        this.factors = factors;
        this.values = values;
        this.cells = cells;
        this.measured = new IntToDoubleFunction[factors.size()];
        this.summaries = new Scale.Summary[factors.size()];
    }

    /** Keeps what a factor measured in the cells, before it is made scores. */
    void measured(Factor factor, Grid measures) {
        float[] all = measures.cells();
        measuredAtOnce(factor, cell -> all[cell]);
    }

    /** Keeps what a factor measures in the cells. */
    void measuredAtOnce(Factor factor, IntToDoubleFunction measureOfCell) {
        float[] kept = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            kept[i] = (float) measureOfCell.applyAsDouble(cells[i]);
        }
        measured[factors.indexOf(factor)] = i -> kept[i];
    }

    /** Keeps how a factor measures a cell. */
    void measured(Factor factor, IntToDoubleFunction measureOfCell) {
        measured[factors.indexOf(factor)] = i -> measureOfCell.applyAsDouble(cells[i]);
    }

    /** Keeps what the scores of a factor refer to. */
    void scored(Factor factor, Scale.Summary summary) {
        summaries[factors.indexOf(factor)] = summary;
    }

    /** Writes down the cell with the highest score; nothing where no cell has one. */
    void ofCells(
            Workings workings,
            StudyArea area,
            List<WeightedSum.Factor> scored,
            double[] weights,
            Grid score,
            Grid levels,
            double[] breaks) {
        float[] sums = score.cells();
        int worst = -1;
        for (int i = 0; i < cells.length; i++) {
            if (!Float.isNaN(sums[cells[i]]) && (worst < 0 || sums[cells[i]] > sums[cells[worst]])) {
                worst = i;
            }
        }
        if (worst < 0) {
            return;
        }
        int cell = cells[worst];
        double[] measures = new double[factors.size()];
        double[] scores = new double[factors.size()];
        for (int i = 0; i < scores.length; i++) {
            measures[i] = measured[i] == null ? Double.NaN : written((float) measured[i].applyAsDouble(worst));
            scores[i] = scored.get(i).scoreOf(cell);
        }
        workings.of(ExampleCells.title(area, cell)).add("combined-score", "S", sums[cell], "", "");
        write(workings, measures, scores, weights);
        workings.of("");
        score(workings, scores, weights, sums[cell]);
        level(workings, scores, sums[cell], (int) levels.cells()[cell], breaks);
    }

    /** A cell's number as it is written: of 32 bits, 0.7 is 0.69999998, which no reader would find on the break 0.7. */
    private static double written(float measure) {
        return Double.parseDouble(Float.toString(measure));
    }

    /** Writes down the area with the highest score; nothing where none has one. */
    void ofAreas(
            Workings workings,
            String[] names,
            double[][] measures,
            double[][] scores,
            double[] weights,
            double[] score,
            int[] levels,
            double[] breaks) {
        int worst = -1;
        for (int i = 0; i < score.length; i++) {
            if (!Double.isNaN(score[i]) && (worst < 0 || score[i] > score[worst])) {
                worst = i;
            }
        }
        if (worst < 0) {
            return;
        }
        double[] measuresHere = new double[factors.size()];
        double[] scoresHere = new double[factors.size()];
        for (int i = 0; i < scoresHere.length; i++) {
            boolean codes = factors.get(i).scale().kind() == Scale.Kind.CODES;
            measuresHere[i] = codes ? Double.NaN : measures[i][worst];
            scoresHere[i] = scores[i][worst];
            summaries[i] = factors.get(i).scale().summary(measures[i]);
        }
        workings.of(names[worst]).add("combined-score", "S", score[worst], "", "");
        write(workings, measuresHere, scoresHere, weights);
        workings.of("");
        score(workings, scoresHere, weights, score[worst]);
        level(workings, scoresHere, score[worst], levels[worst], breaks);
    }

    /** Of each factor the measure, the score and, where they are added up, the weighted score. */
    private void write(Workings workings, double[] measures, double[] scores, double[] weights) {
        for (int i = 0; i < scores.length; i++) {
            Factor factor = factors.get(i);
            workings.of(factor.name());
            if (factor.scale().kind() != Scale.Kind.CODES) {
                workings.add("factor-measure", source(factor), measures[i], "", "");
            }
            workings.add("factor-score", formula(factor.scale()), scores[i], "", filled(measures[i], i));
            if (values.text("rule").equals("sum")) {
                workings.add("weighted-score", "w·x", weights[i] * scores[i], "", "%s × %s", weights[i], scores[i]);
            }
        }
    }

    private void score(Workings workings, double[] scores, double[] weights, double score) {
        if (values.text("rule").equals("sum")) {
            workings.add("combined-score", "S = Σ w·x", score, "", "%s", joined(" + ", i -> weights[i] * scores[i]));
        } else if (values.text("rule").equals("worst")) {
            workings.add("combined-score", "S = max x", score, "", "max(%s)", joined("; ", i -> scores[i]));
        }
    }

    private void level(Workings workings, double[] scores, double score, int level, double[] breaks) {
        if (values.text("rule").equals("matrix")) {
            int row = CombinationAreas.quarter(scores[0]) + 1;
            int column = CombinationAreas.quarter(scores[1]) + 1;
            workings.add("level-of", "M(i, j)", level, "", "M(%s, %s)", row, column);
        } else {
            ExampleCells.level(workings, score, level, breaks);
        }
    }

    private String joined(String between, IntToDoubleFunction number) {
        return IntStream.range(0, factors.size())
                .mapToObj(i -> Workings.shown(number.applyAsDouble(i)))
                .collect(Collectors.joining(between));
    }

    /** What is measured of which layer, as it is written in the factor. */
    private static String source(Factor factor) {
        return factor.measure().key() + "(" + factor.layer() + (factor.field() == null ? "" : "." + factor.field())
                + ")" + (factor.per() == null ? "" : "/" + factor.per());
    }

    private static String formula(Scale scale) {
        String straight =
                switch (scale.kind()) {
                    case MIN_MAX -> "(v − min)/(max − min)";
                    case Z_SCORE -> "(v − m)/σ";
                    case RANK -> "(Σ[u < v] + Σ[u = v]/2)/(n − 1)";
                    case CLASSES -> "Σ[v ≥ b]/n";
                    default -> "v";
                };
        return "x = " + turned(scale, straight);
    }

    /** The score with its numbers; nothing where there is no measure, or where it is one of all the others. */
    private String filled(double measure, int factor) {
        Scale scale = factors.get(factor).scale();
        Scale.Summary all = summaries[factor];
        if (Double.isNaN(measure)) {
            return "";
        }
        String v = Workings.shown(measure);
        return switch (scale.kind()) {
            case MIN_MAX -> {
                String least = Workings.shown(all.least());
                yield all.greatest() > all.least()
                        ? turned(
                                scale,
                                "(" + v + " − " + least + ")/(" + Workings.shown(all.greatest()) + " − " + least + ")")
                        : "";
            }
            case Z_SCORE ->
                all.deviation() > 0
                        ? turned(
                                scale,
                                "(" + v + " − " + Workings.shown(all.mean()) + ")/" + Workings.shown(all.deviation()))
                        : "";
            case CLASSES -> {
                long reached = Arrays.stream(scale.breaks())
                        .filter(each -> measure >= each)
                        .count();
                yield turned(scale, reached + "/" + scale.breaks().length);
            }
            case RAW -> turned(scale, v);
            default -> "";
        };
    }

    /** Where less is worse. */
    private static String turned(Scale scale, String straight) {
        if (!scale.falling()) {
            return straight;
        }
        return scale.kind() == Scale.Kind.Z_SCORE || scale.kind() == Scale.Kind.RAW
                ? "−" + straight
                : "1 − " + straight;
    }
}
