package riskmap.report;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How a table of an HTML page, which the window scrolls sideways, gets onto paper: one that is too wide in smaller letters,
 * and one whose letters would be too small on a page that lies. What it needs is estimated by characters, as for pages.
 */
final class PaperFit {
    /** Between the margins of a page that stands or lies, in letters of tables (10.08 pt), less a little for the rules. */
    private static final double STANDING = 44;

    private static final double LYING = 67;

    /** Per cent of their size below which letters on a page that stands are too small: 6 pt. */
    private static final int LEAST_STANDING = 60;

    private static final int STEP = 5;
    /** Size of the letters of tables in those of the page. */
    private static final double LETTERS = 0.84;
    /** A text that is no number has this room, in letters, and the space beside it. */
    private static final double LEAST_TEXT = 6.1;

    /** Rules for the classes that {@link #of} gives. */
    static final String STYLE = style();

    private PaperFit() {}

    /** The classes of a table after those it has, nothing where it fits as it is. */
    static String of(Block.Grid grid) {
        double needed = IntStream.range(0, grid.columns().size())
                .mapToDouble(i -> grid.columns().get(i).number()
                        ? GridParts.width(grid, i)
                        : Math.max(LEAST_TEXT, GridParts.width(grid, i)))
                .sum();
        int standing = percent(STANDING, needed);
        if (standing >= 100) {
            return "";
        }
        return standing >= LEAST_STANDING ? " fit" + standing : " lying fit" + Math.min(100, percent(LYING, needed));
    }

    private static int percent(double room, double needed) {
        return Math.max(STEP, (int) (100 * room / needed) / STEP * STEP);
    }

    private static String style() {
        StringBuilder style = new StringBuilder("@page lying{size:A4 landscape;margin:24mm 28mm}.lying{page:lying}");
        for (int percent = STEP; percent <= 100; percent += STEP) {
            style.append(
                    String.format(Locale.ROOT, ".fit%d table{font-size:%.3frem}", percent, LETTERS * percent / 100));
        }
        return style.append("[class*=fit] th,[class*=fit] td{padding:.25em .5em}[class*=fit] td:not(.n){min-width:5em}")
                .toString();
    }
}
