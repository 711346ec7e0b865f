package riskmap.risk.model.combination;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Reclassification;
import riskmap.geo.raster.WeightedSum;
import riskmap.risk.Workings;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.TownCombinations;
import riskmap.risk.weighting.Factor;

/**
 * Which weights change whose level: each weight in turn is made larger and smaller by a share of itself, the others keep
 * their proportions so that the sum stays the same, the breaks stay, and whatever then has another level is told.
 */
public final class CombinationSensitivity {
    private final List<Factor> factors;
    private final double[] weights;
    private final double share;

    CombinationSensitivity(List<Factor> factors, double[] weights, double share) {
        this.factors = factors;
        this.weights = weights;
        this.share = share;
    }

    /** Weights with one of them changed, adding up to the same. */
    public static double[] changed(double[] weights, int factor, double change) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] result = weights.clone();
        result[factor] = Math.min(sum, weights[factor] * (1 + change));
        double others = sum - weights[factor];
        for (int i = 0; i < result.length; i++) {
            if (i != factor && others > 0) {
                result[i] = weights[i] * (sum - result[factor]) / others;
            }
        }
        return result;
    }

    /** Areas whose level changes. */
    List<Table> ofAreas(String[] names, double[][] scores, double[] breaks, int[] levels) {
        List<List<Object>> rows = new ArrayList<>();
        forEachChange((factor, change) -> {
            double[] sums = CombinationAreas.sums(scores, changed(weights, factor, change));
            for (int i = 0; i < names.length; i++) {
                int now = CombinationAreas.level(sums[i], breaks);
                if (now != levels[i]) {
                    rows.add(List.of(
                            factors.get(factor).name(),
                            percent(change),
                            names[i],
                            CombinationOutput.levelTitle(levels[i]),
                            CombinationOutput.levelTitle(now)));
                }
            }
        });
        return List.of(new Table(
                "sensitivity",
                Message.of("risk.table-sensitivity"),
                List.of(
                        column("factor", "", 0),
                        column("weight-change", "", 0),
                        column("town", "", 0),
                        column("level", "", 0),
                        column("level-then", "", 0)),
                rows));
    }

    /**
     * The ground whose level rises or falls, in all and by town with the level of its mean score.
     *
     * @param together the combinations of the factors' classes by town, null where they are not known
     * @param before the levels as they are
     */
    List<Table> ofCells(
            StudyArea area,
            List<WeightedSum.Factor> scored,
            TownCombinations together,
            Grid before,
            double[] breaks,
            Progress progress) {
        List<double[]> variants = new ArrayList<>();
        variants.add(weights);
        forEachChange((factor, change) -> variants.add(changed(weights, factor, change)));
        CellChanges changes = variants.size() == 1
                ? null
                : CellChanges.of(area, scored, together, variants, before, Reclassification.from(1, breaks), progress);
        List<List<Object>> all = new ArrayList<>();
        List<List<Object>> byTown = new ArrayList<>();
        int[] number = {0};
        forEachChange((factor, change) -> {
            number[0]++;
            int towns = area.townNames().length;
            double[] whole = changes.ground(number[0], towns);
            all.add(List.of(
                    factors.get(factor).name(),
                    percent(change),
                    whole[1] / 1e6,
                    whole[0] / 1e6,
                    100 * (whole[0] + whole[1]) / Math.max(1, whole[2])));
            for (int town = 0; town < towns; town++) {
                double[] ground = changes.ground(number[0], town);
                if (ground[0] + ground[1] > 0) {
                    byTown.add(List.of(
                            factors.get(factor).name(),
                            percent(change),
                            area.townNames()[town],
                            ground[1] / 1e6,
                            ground[0] / 1e6,
                            levelTitle(changes.mean(0, town), breaks),
                            levelTitle(changes.mean(number[0], town), breaks)));
                }
            }
        });
        return List.of(
                new Table(
                        "sensitivity",
                        Message.of("risk.table-sensitivity"),
                        List.of(
                                column("factor", "", 0),
                                column("weight-change", "", 0),
                                column("risen-km2", "km²", 3),
                                column("fallen-km2", "km²", 3),
                                column("changed-share", "%", 2)),
                        all),
                new Table(
                        "sensitivity-by-town",
                        Message.of("risk.table-sensitivity-by-town"),
                        List.of(
                                column("factor", "", 0),
                                column("weight-change", "", 0),
                                column("town", "", 0),
                                column("risen-km2", "km²", 3),
                                column("fallen-km2", "km²", 3),
                                column("level-of-mean", "", 0),
                                column("level-then", "", 0)),
                        byTown));
    }

    private interface Change {
        void run(int factor, double change);
    }

    private boolean changesAny() {
        return share > 0 && factors.size() > 1;
    }

    private void forEachChange(Change change) {
        if (changesAny()) {
            for (int factor = 0; factor < factors.size(); factor++) {
                change.run(factor, share);
                change.run(factor, -share);
            }
        }
    }

    private static String percent(double change) {
        String text = Workings.shown(Math.abs(change) * 100) + " %";
        return (change < 0 ? "−" : "+") + text;
    }

    private static Object levelTitle(double score, double[] breaks) {
        return CombinationOutput.levelTitle(CombinationAreas.level(score, breaks));
    }
}
