package riskmap.risk.model.zone;

import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.raster.ClassCombinations;

/**
 * How many cells of each town have each combination of the factors' classes: what hangs on scores and towns alone is then
 * computed once for each combination, not for each of ten million cells.
 */
public final class TownCombinations {
    /** The most numbers by town and combination that every band of cells counts on its own: 8 MB. */
    private static final int MOST_COUNTED = 1 << 21;

    private static final int BANDS = 8;

    private final ClassCombinations classes;
    private final int towns;
    private final int[] cells;

    private TownCombinations(ClassCombinations classes, int towns) {
        this.classes = classes;
        this.towns = towns;
        this.cells = new int[towns * classes.count()];
    }

    /** Counts; null where the combinations are not known (null) or too many. */
    public static TownCombinations of(StudyArea area, ClassCombinations classes, Progress progress) {
        int towns = area.townNames().length;
        if (classes == null || (long) towns * classes.count() > MOST_COUNTED) {
            return null;
        }
        TownCombinations result = new TownCombinations(classes, towns);
        int combinations = classes.count();
        int[] all = result.cells;
        int width = area.lattice().width();
        int height = area.lattice().height();
        Parallel.items(height, Math.max(1, (height + BANDS - 1) / BANDS), progress, (from, to) -> {
            int[] here = new int[all.length];
            for (int cell = from * width; cell < to * width; cell++) {
                int town = area.townOfCell(cell);
                if (town >= 0) {
                    here[town * combinations + classes.of(cell)]++;
                }
            }
            synchronized (all) {
                for (int i = 0; i < all.length; i++) {
                    all[i] += here[i];
                }
            }
        });
        return result;
    }

    public ClassCombinations classes() {
        return classes;
    }

    /** The cells of a town that have a combination. */
    public int cells(int town, int combination) {
        return cells[town * classes.count() + combination];
    }

    /** The cells of all towns that have a combination. */
    public long cells(int combination) {
        long all = 0;
        for (int town = 0; town < towns; town++) {
            all += cells(town, combination);
        }
        return all;
    }
}
