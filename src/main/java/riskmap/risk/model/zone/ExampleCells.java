package riskmap.risk.model.zone;

import java.util.Arrays;
import riskmap.base.Message;
import riskmap.risk.Workings;

/** Cells out of which one is written down with its numbers, to be checked by hand. */
public final class ExampleCells {
    /** How many cells are kept at most, or about twice as many. */
    private static final int KEPT = 5000;

    private ExampleCells() {}

    /** Cells of the towns, evenly spread. */
    public static int[] spread(StudyArea area) {
        int all = area.lattice().cellCount();
        int step = Math.max(1, all / KEPT);
        int[] kept = new int[all / step + 1];
        int count = 0;
        for (int cell = 0; cell < all; cell += step) {
            if (area.townOfCell(cell) >= 0) {
                kept[count++] = cell;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** What a cell is called: its town and its place. */
    public static Message title(StudyArea area, int cell) {
        int width = area.lattice().width();
        return Message.of(
                "risk.working-cell",
                area.townNames()[area.townOfCell(cell)],
                Workings.shown(area.lattice().x(cell % width)),
                Workings.shown(area.lattice().y(cell / width)));
    }

    /** The level a cell comes to by its breaks, [a, b). */
    public static void level(Workings workings, float value, double[] breaks) {
        level(workings, value, ClassBreaks.level(value, breaks), breaks);
    }

    /** The level, with the breaks it lies between. */
    public static void level(Workings workings, double value, int level, double[] breaks) {
        String from = level == 1 ? "" : Workings.shown(breaks[level - 2]) + " ≤ ";
        String to = level > breaks.length ? "" : " < " + Workings.shown(breaks[level - 1]);
        workings.add("level-of", "L(a ≤ x < b)", level, "", "L(%s%s%s)", from, value, to);
    }
}
