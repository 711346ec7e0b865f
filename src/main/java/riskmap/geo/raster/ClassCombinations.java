package riskmap.geo.raster;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Parallel;

/**
 * Which classes of several factors come together in each cell, as one number for the cell. What hangs on the classes alone
 * (a weighted sum, its level, what they become with other weights) is then computed once for each combination, not for
 * each of ten million cells.
 *
 * <p>Example: factors with the classes {@code 0 1 1} and {@code 2 2 0} come together in three combinations of the four
 * that are possible.
 */
public final class ClassCombinations {
    /** The most that a {@code char} tells apart. */
    private static final int MOST = 1 << 16;

    /** Classes a byte can name, from {@link ClassGrid#NONE} on. */
    private static final int NAMES = ClassGrid.MOST_BREAKS + 2;

    private final GridGeometry geometry;
    private final char[] cells;
    /** The class of each factor in each combination. */
    private final byte[][] classes;

    private final int count;

    private ClassCombinations(GridGeometry geometry, byte[][] classes, int count) {
        this.geometry = geometry;
        this.cells = new char[geometry.cellCount()];
        this.classes = classes;
        this.count = count;
    }

    /**
     * The combinations of the factors' classes; null where a factor is known by its values, or where more are possible
     * than can be told apart.
     *
     * @throws RiskMapException when the grids do not have the same cells
     */
    public static ClassCombinations of(List<WeightedSum.Factor> factors, Progress progress) {
        if (factors.isEmpty() || factors.stream().anyMatch(factor -> factor.classes() == null)) {
            return null;
        }
        GridGeometry geometry = WeightedSum.commonLattice(factors);
        int[][] places = new int[factors.size()][];
        byte[][] found = new byte[factors.size()][];
        int count = 1;
        for (int i = 0; i < places.length; i++) {
            found[i] = found(factors.get(i).classes(), progress);
            if ((long) count * found[i].length > MOST) {
                return null;
            }
            places[i] = new int[NAMES];
            for (int place = 0; place < found[i].length; place++) {
                places[i][found[i][place] + 1] = place * count;
            }
            count *= found[i].length;
        }
        byte[][] classes = new byte[places.length][count];
        for (int i = 0, before = 1; i < places.length; before *= found[i++].length) {
            for (int combination = 0; combination < count; combination++) {
                classes[i][combination] = found[i][combination / before % found[i].length];
            }
        }
        ClassCombinations result = new ClassCombinations(geometry, classes, count);
        result.put(factors, places, progress);
        return result;
    }

    /** The classes that occur, ascending. */
    private static byte[] found(ClassGrid grid, Progress progress) {
        int width = grid.geometry().width();
        byte[] classes = grid.classes();
        AtomicLongArray all = new AtomicLongArray(NAMES);
        grid.geometry().bandsOfRows(progress.part(0, 0), (from, to) -> {
            boolean[] here = new boolean[NAMES];
            for (int cell = from * width; cell < to * width; cell++) {
                here[classes[cell] + 1] = true;
            }
            for (int name = 0; name < NAMES; name++) {
                if (here[name]) {
                    all.set(name, 1);
                }
            }
        });
        byte[] result = new byte[NAMES];
        int size = 0;
        for (int name = 0; name < NAMES; name++) {
            if (all.get(name) != 0) {
                result[size++] = (byte) (name - 1);
            }
        }
        return java.util.Arrays.copyOf(result, size);
    }

    private void put(List<WeightedSum.Factor> factors, int[][] places, Progress progress) {
        int width = geometry.width();
        geometry.bandsOfRows(progress.part(0, 0), (from, to) -> {
            for (int i = 0; i < places.length; i++) {
                byte[] own = factors.get(i).classes().classes();
                int[] placeOf = places[i];
                for (int cell = from * width; cell < to * width; cell++) {
                    cells[cell] += (char) placeOf[own[cell] + 1];
                }
            }
        });
    }

    /** How many combinations are possible. */
    public int count() {
        return count;
    }

    /** The number of a cell's combination, from 0 on. */
    public int of(int cell) {
        return cells[cell];
    }

    /** The weighted sum of each combination, as {@link WeightedSum#sum} has it before it is made a float. */
    public double[] sums(List<WeightedSum.Factor> factors) {
        double[] sums = new double[count];
        for (int i = 0; i < classes.length; i++) {
            new WeightedSum.Contribution(factors.get(i)).add(classes[i], sums);
        }
        return sums;
    }

    /** The weighted sum of each combination as {@link WeightedSum#sum} has it. */
    public float[] scores(List<WeightedSum.Factor> factors) {
        double[] sums = sums(factors);
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            scores[i] = (float) sums[i];
        }
        return scores;
    }

    /** The class of each combination's sum, as {@link WeightedSum#classes} has it. */
    public float[] classes(double[] sums, Reclassification levels) {
        float[] result = new float[sums.length];
        WeightedSum.classed(levels).write(sums, result, 0);
        return result;
    }

    /**
     * As {@link WeightedSum#sumAndClasses}, of the factors these combinations were made of with any weights.
     *
     * @param spare as many cells that nobody needs any more, which will hold the classes; null for none
     */
    public WeightedSum.SumAndClasses sumAndClasses(
            List<WeightedSum.Factor> factors, Reclassification levels, float[] spare, Progress progress) {
        float[] sumOf = scores(factors);
        float[] classOf = classes(sums(factors), levels);
        // memory used for the first time takes longer than what is written into it
        float[][] into = {null, spare};
        Parallel.items(2, 1, progress.part(0, 0), (from, to) -> {
            into[from] = into[from] == null ? new float[cells.length] : into[from];
        });
        float[] sums = into[0];
        float[] found = into[1];
        int width = geometry.width();
        geometry.bandsOfRows(progress, (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                int combination = cells[cell];
                sums[cell] = sumOf[combination];
                found[cell] = classOf[combination];
            }
        });
        return new WeightedSum.SumAndClasses(new Grid(geometry, sums), new Grid(geometry, found));
    }
}
