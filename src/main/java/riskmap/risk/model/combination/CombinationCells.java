package riskmap.risk.model.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.base.Beside;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.raster.ClassCombinations;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Reclassification;
import riskmap.geo.raster.WeightedSum;
import riskmap.geo.zonal.ZonalStatistics;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.model.zone.CellSpread;
import riskmap.risk.model.zone.ClassBreaks;
import riskmap.risk.model.zone.ExampleCells;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.TownCombinations;
import riskmap.risk.model.zone.TownOfPlace;
import riskmap.risk.model.zone.ZoneLayer;
import riskmap.risk.weighting.Factor;

/** A combination in cells: scores on a lattice, levels, zones cut along the areas, and what lies in them. */
public final class CombinationCells {
    private final Inputs inputs;
    private final ParameterValues values;
    private final List<Factor> factors;
    private final Workings workings;
    private final CombinationOutput output;
    private StudyArea area;

    public CombinationCells(Inputs inputs, ParameterValues values, List<Factor> factors, Workings workings) {
        this.inputs = inputs;
        this.values = values;
        this.factors = factors;
        this.workings = workings;
        this.output = new CombinationOutput(inputs, values, factors);
    }

    public RiskResult run(Progress progress) {
        progress.report(0, Message.of("risk.step-area"));
        area = StudyArea.of(inputs, values.text("areas"), values.number("cell-size"), progress.part(0, 0.05));
        if (area == null) {
            return output.nothing(Message.of("risk.note-no-town"));
        }
        List<WeightedSum.Factor> scored = new ArrayList<>();
        CombinationExample example = new CombinationExample(factors, values, ExampleCells.spread(area));
        CellFactors cells = new CellFactors(inputs, values, area, example);
        for (int i = 0; i < factors.size(); i++) {
            Progress part = progress.part(0.05 + 0.45 * i / factors.size(), 0.05 + 0.45 * (i + 1) / factors.size());
            part.report(0, Message.of("risk.step-factor", factors.get(i).name()));
            scored.add(cells.of(factors.get(i), part));
        }
        cells.finish();
        output.note(Message.of("risk.note-cells-of-factors"));
        cells.notes().forEach(output::note);
        progress.report(0.5, Message.of("risk.step-index"));
        double[] weights = CombinationWeights.of(factors, values, () -> areaScores(scored, progress), workings);
        boolean atOnce =
                values.text("rule").equals("sum") && values.text("break-method").equals("fixed");
        ClassCombinations together =
                values.text("rule").equals("sum") ? ClassCombinations.of(scored, progress.part(0.5, 0.5)) : null;
        WeightedSum.SumAndClasses both = atOnce ? sumAndClasses(scored, weights, together, progress) : null;
        Grid score = atOnce ? both.sum() : score(scored, weights, progress);
        double[] breaks = ClassBreaks.ofCells(values.text("break-method"), values.numbers("breaks"), active(score));
        Grid levels = atOnce ? both.classes() : levels(scored, weights, score, breaks, progress);
        example.ofCells(workings, area, scored, weights, score, levels, breaks);
        progress.report(0.6, Message.of("risk.step-zones"));
        // where the towns end, and what hangs on the scores alone, has nothing to do with where the zones do
        try (Beside<TownOfPlace> townOf = Beside.begin("towns", progress, quiet -> new TownOfPlace(area, quiet));
                Beside<OfScores> ofScores = Beside.begin(
                        "sensitivity",
                        progress,
                        quiet -> ofScores(scored, weights, together, score, levels, breaks, quiet))) {
            ZoneLayer zones =
                    ZoneLayer.ofLevels(area, levels, values.number("minimum-zone-area"), progress.part(0.6, 0.75));
            output.cells(area, zones, score, townOf::result, progress.part(0.75, 0.9));
            progress.report(0.9, Message.of("risk.step-sensitivity"));
            ofScores.result().spread().ifPresent(output::add);
            output.add(ofScores.result().changes());
        }
        return output.finish(breaks, weights, new RiskResult.NamedGrid("combination_score", score), workings);
    }

    /** What hangs on the scores alone: how they are spread, and which weight would change whose level. */
    private record OfScores(Optional<CellSpread> spread, List<Table> changes) {}

    private OfScores ofScores(
            List<WeightedSum.Factor> scored,
            double[] weights,
            ClassCombinations together,
            Grid score,
            Grid levels,
            double[] breaks,
            Progress progress) {
        TownCombinations counted = TownCombinations.of(area, together, progress);
        CombinationSensitivity sensitivity =
                new CombinationSensitivity(factors, weights, values.number("weight-change") / 100);
        List<Table> changes = values.text("rule").equals("sum")
                ? sensitivity.ofCells(area, scored, counted, levels, breaks, progress)
                : List.of();
        return new OfScores(
                counted == null
                        ? CellSpread.ofScores(score.cells(), area)
                        : CellSpread.ofScores(together.scores(weighted(scored, weights)), counted::cells, area),
                changes);
    }

    private WeightedSum.SumAndClasses sumAndClasses(
            List<WeightedSum.Factor> scored, double[] weights, ClassCombinations together, Progress progress) {
        Reclassification levels = Reclassification.from(1, values.numbers("breaks"));
        List<WeightedSum.Factor> weighted = weighted(scored, weights);
        return together == null
                ? WeightedSum.sumAndClasses(weighted, levels, progress.part(0.5, 0.6))
                : together.sumAndClasses(weighted, levels, area.takeSpareCells(), progress.part(0.5, 0.6));
    }

    private Grid score(List<WeightedSum.Factor> scored, double[] weights, Progress progress) {
        return switch (values.text("rule")) {
            case "worst" -> worst(scored, progress);
            case "matrix" -> matrix(scored, progress);
            default -> WeightedSum.sum(weighted(scored, weights), progress.part(0.5, 0.55));
        };
    }

    private Grid levels(
            List<WeightedSum.Factor> scored, double[] weights, Grid score, double[] breaks, Progress progress) {
        return switch (values.text("rule")) {
            case "matrix" -> score;
            case "worst" -> Reclassification.from(1, breaks).of(score, progress);
            default ->
                WeightedSum.classes(
                        weighted(scored, weights), Reclassification.from(1, breaks), progress.part(0.55, 0.6));
        };
    }

    static List<WeightedSum.Factor> weighted(List<WeightedSum.Factor> scored, double[] weights) {
        List<WeightedSum.Factor> result = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            result.add(scored.get(i).weighing(weights[i]));
        }
        return result;
    }

    /** The scores of one factor. */
    private static Grid alone(WeightedSum.Factor factor, Progress progress) {
        return WeightedSum.sum(List.of(factor), progress);
    }

    private Grid worst(List<WeightedSum.Factor> scored, Progress progress) {
        float[] worst = alone(scored.get(0), progress).cells();
        for (WeightedSum.Factor factor : scored.subList(1, scored.size())) {
            float[] other = alone(factor, progress).cells();
            int width = area.lattice().width();
            area.lattice().bandsOfRows(progress.part(0, 0), (from, to) -> {
                for (int cell = from * width; cell < to * width; cell++) {
                    worst[cell] = Math.max(worst[cell], other[cell]);
                }
            });
        }
        return new Grid(area.lattice(), worst);
    }

    /** Level by the classes of two factors: quarters of the way from 0 to 1. */
    private Grid matrix(List<WeightedSum.Factor> scored, Progress progress) {
        Reclassification quarters = Reclassification.counting(0.25, 0.5, 0.75);
        Grid first = quarters.of(alone(scored.get(0), progress), progress);
        Grid second = quarters.of(alone(scored.get(1), progress), progress);
        double[][] matrix = values.rows("matrix");
        float[] levels = first.cells();
        for (int cell = 0; cell < levels.length; cell++) {
            float column = second.cells()[cell];
            boolean known = !Float.isNaN(levels[cell]) && !Float.isNaN(column);
            levels[cell] = known ? (float) Math.rint(matrix[(int) levels[cell]][(int) column]) : Float.NaN;
        }
        return first;
    }

    private float[] active(Grid score) {
        if (values.text("break-method").equals("fixed")) {
            return new float[0];
        }
        float[] cells = score.cells().clone();
        for (int cell = 0; cell < cells.length; cell++) {
            if (!area.isActive(cell)) {
                cells[cell] = Float.NaN;
            }
        }
        return cells;
    }

    private double[][] areaScores(List<WeightedSum.Factor> scored, Progress progress) {
        List<Geometry> shapes = Arrays.stream(area.towns().geometries())
                .filter(java.util.Objects::nonNull)
                .toList();
        double[][] scores = new double[shapes.size()][scored.size()];
        for (int factor = 0; factor < scored.size(); factor++) {
            List<ZonalStatistics.Summary> means = ZonalStatistics.of(
                    alone(scored.get(factor), progress), shapes, ZonalStatistics.Rule.CENTRE, false, progress);
            for (int i = 0; i < scores.length; i++) {
                scores[i][factor] = means.get(i).mean();
            }
        }
        return scores;
    }
}
