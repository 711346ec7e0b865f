package riskmap.risk.model.combination;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Reclassification;
import riskmap.geo.raster.WeightedSum;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.TownCombinations;

/**
 * What other weights do to the levels of cells: by town, how much ground falls and rises, and the mean score. Cells are
 * counted whole and sums are added row by row from north to south, or combination by combination, so that threads change
 * nothing.
 */
final class CellChanges {
    /** What is counted of each town: cells that fall, that rise, and all with a level. */
    private static final int SLOTS = 3;

    private final int towns;
    private final double cellArea;
    private final AtomicLongArray counts;
    private final double[][] means;

    private CellChanges(StudyArea area, int variants) {
        this.towns = area.townNames().length;
        this.cellArea = area.lattice().cellArea();
        this.counts = new AtomicLongArray(variants * towns * SLOTS);
        this.means = new double[variants][towns];
    }

    /**
     * Compares.
     *
     * @param together the combinations of the factors' classes, and how many cells of each town have each; null where
     *     they are not known
     * @param variants lists of weights, the first of them those of the levels as they are
     * @param before the levels as they are
     */
    static CellChanges of(
            StudyArea area,
            List<WeightedSum.Factor> scored,
            TownCombinations together,
            List<double[]> variants,
            Grid before,
            Reclassification classes,
            Progress progress) {
        CellChanges changes = new CellChanges(area, variants.size());
        if (together != null) {
            changes.together(together, scored, variants, classes);
            return changes;
        }
        int towns = changes.towns;
        int height = before.height();
        RowSums[][] sums = new RowSums[variants.size()][height];
        WeightedSum.variants(
                scored,
                variants.toArray(double[][]::new),
                classes,
                progress,
                (number, row, scores, levels) ->
                        sums[number][row] = changes.row(area, before, number, row, scores, levels));
        for (int number = 0; number < sums.length; number++) {
            double[] sum = new double[towns];
            long[] count = new long[towns];
            for (RowSums row : sums[number]) {
                for (int i = 0; i < row.towns().length; i++) {
                    sum[row.towns()[i]] += row.sums()[i];
                    count[row.towns()[i]] += row.cells()[i];
                }
            }
            for (int town = 0; town < towns; town++) {
                changes.means[number][town] = count[town] == 0 ? Double.NaN : sum[town] / count[town];
            }
        }
        return changes;
    }

    /** The towns with a score in a row of cells, the sum of these of each, and how many: of a thousand towns a row has few. */
    private record RowSums(int[] towns, double[] sums, int[] cells) {
        static RowSums of(double[] sums, int[] cells) {
            int[] there = IntStream.range(0, cells.length)
                    .filter(town -> cells[town] > 0)
                    .toArray();
            return new RowSums(
                    there,
                    IntStream.of(there).mapToDouble(town -> sums[town]).toArray(),
                    IntStream.of(there).map(town -> cells[town]).toArray());
        }
    }

    /** Compares combination by combination. */
    private void together(
            TownCombinations together,
            List<WeightedSum.Factor> scored,
            List<double[]> variants,
            Reclassification classes) {
        float[] before = null;
        for (int number = 0; number < variants.size(); number++) {
            double[] scores = together.classes().sums(CombinationCells.weighted(scored, variants.get(number)));
            float[] levels = together.classes().classes(scores, classes);
            before = before == null ? levels : before;
            for (int town = 0; town < towns; town++) {
                double sum = 0;
                long count = 0;
                for (int i = 0; i < scores.length; i++) {
                    long many = together.cells(town, i);
                    if (many == 0) {
                        // most of the combinations that are possible
                        continue;
                    }
                    float score = (float) scores[i];
                    if (score == score) {
                        sum += (double) score * many;
                        count += many;
                    }
                    if (before[i] == before[i]) {
                        int slot = (number * towns + town) * SLOTS;
                        counts.addAndGet(slot, before[i] > levels[i] ? many : 0);
                        counts.addAndGet(slot + 1, before[i] < levels[i] ? many : 0);
                        counts.addAndGet(slot + 2, many);
                    }
                }
                means[number][town] = count == 0 ? Double.NaN : sum / count;
            }
        }
    }

    private RowSums row(StudyArea area, Grid before, int number, int row, double[] scores, float[] levels) {
        double[] sums = new double[towns];
        int[] cells = new int[towns];
        int[] found = new int[towns * SLOTS];
        int start = row * scores.length;
        for (int i = 0; i < scores.length; i++) {
            int town = area.townOfCell(start + i);
            if (town < 0) {
                continue;
            }
            float score = (float) scores[i];
            if (score == score) {
                sums[town] += score;
                cells[town]++;
            }
            float level = before.cells()[start + i];
            if (level == level) {
                found[town * SLOTS] += level > levels[i] ? 1 : 0;
                found[town * SLOTS + 1] += level < levels[i] ? 1 : 0;
                found[town * SLOTS + 2]++;
            }
        }
        for (int slot = 0; slot < found.length; slot++) {
            if (found[slot] != 0) {
                counts.addAndGet(number * found.length + slot, found[slot]);
            }
        }
        return RowSums.of(sums, cells);
    }

    /** m² of a town that fall, rise, and have a level at all; of all towns for the number behind the last. */
    double[] ground(int number, int town) {
        double[] ground = new double[SLOTS];
        for (int each = town == towns ? 0 : town; each < (town == towns ? towns : town + 1); each++) {
            for (int slot = 0; slot < SLOTS; slot++) {
                ground[slot] += counts.get((number * towns + each) * SLOTS + slot) * cellArea;
            }
        }
        return ground;
    }

    /** Mean score of a town with weights of this number. */
    double mean(int number, int town) {
        return means[number][town];
    }
}
