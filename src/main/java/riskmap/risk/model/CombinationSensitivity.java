package riskmap.risk.model;

import static riskmap.risk.model.CombinedTables.column;

import java.util.ArrayList;
import java.util.List;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.Grid;
import riskmap.geo.Reclassification;
import riskmap.geo.WeightedSum;
import riskmap.risk.Workings;
import riskmap.risk.weighting.Factor;

/**
 * Which weights change whose level: each weight in turn is made larger and smaller by a share of itself, the others keep
 * their proportions so that the sum stays the same, the breaks stay, and whatever then has another level is told.
 */
final class CombinationSensitivity {
    private final List<Factor> factors;
    private final double[] weights;
    private final double share;

    CombinationSensitivity(List<Factor> factors, double[] weights, double share) {
        this.factors = factors;
        this.weights = weights;
        this.share = share;
    }

    /** Weights with one of them changed, adding up to the same. */
    static double[] changed(double[] weights, int factor, double change) {
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
     * @param before the levels as they are
     */
    List<Table> ofCells(
            StudyArea area,
            List<WeightedSum.Factor> scored,
            Grid score,
            Grid before,
            double[] breaks,
            Progress progress) {
        Reclassification classes = Reclassification.from(1, breaks);
        double[] meansBefore = changesAny() ? means(area, score) : new double[0];
        List<List<Object>> all = new ArrayList<>();
        List<List<Object>> byTown = new ArrayList<>();
        forEachChange((factor, change) -> {
            List<WeightedSum.Factor> then = CombinationCells.weighted(scored, changed(weights, factor, change));
            Grid after = WeightedSum.classes(then, classes, progress.part(0.1, 0.1));
            double[][] ground = ground(area, before, after);
            double[] meansThen = means(area, WeightedSum.sum(then, progress.part(0.1, 0.1)));
            int towns = area.townNames().length;
            all.add(List.of(
                    factors.get(factor).name(),
                    percent(change),
                    ground[towns][1] / 1e6,
                    ground[towns][0] / 1e6,
                    100 * (ground[towns][0] + ground[towns][1]) / Math.max(1, ground[towns][2])));
            for (int town = 0; town < towns; town++) {
                int level = CombinationAreas.level(meansBefore[town], breaks);
                int now = CombinationAreas.level(meansThen[town], breaks);
                if (ground[town][0] + ground[town][1] > 0) {
                    byTown.add(List.of(
                            factors.get(factor).name(),
                            percent(change),
                            area.townNames()[town],
                            ground[town][1] / 1e6,
                            ground[town][0] / 1e6,
                            CombinationOutput.levelTitle(level),
                            CombinationOutput.levelTitle(now)));
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

    /** m² that fall, rise, and are there at all, by town; the last for all. */
    private static double[][] ground(StudyArea area, Grid before, Grid after) {
        int towns = area.townNames().length;
        double[][] ground = new double[towns + 1][3];
        double cell = area.lattice().cellArea();
        for (int i = 0; i < before.cells().length; i++) {
            int town = area.townOfCell(i);
            if (town >= 0 && !Float.isNaN(before.cells()[i])) {
                int slot = before.cells()[i] > after.cells()[i] ? 0 : before.cells()[i] < after.cells()[i] ? 1 : -1;
                ground[town][2] += cell;
                ground[towns][2] += cell;
                if (slot >= 0) {
                    ground[town][slot] += cell;
                    ground[towns][slot] += cell;
                }
            }
        }
        return ground;
    }

    private static double[] means(StudyArea area, Grid score) {
        double[] sums = new double[area.townNames().length];
        long[] counts = new long[sums.length];
        for (int i = 0; i < score.cells().length; i++) {
            int town = area.townOfCell(i);
            if (town >= 0 && !Float.isNaN(score.cells()[i])) {
                sums[town] += score.cells()[i];
                counts[town]++;
            }
        }
        for (int town = 0; town < sums.length; town++) {
            sums[town] = counts[town] == 0 ? Double.NaN : sums[town] / counts[town];
        }
        return sums;
    }
}
