package riskmap.io;

import riskmap.base.Message;

/**
 * Where in a source something was found.
 *
 * @param unit what is counted
 * @param number which one, from 1; 0 for the file as a whole
 * @param x coordinate in the CRS of the source, NaN where there is none
 * @param y coordinate in the CRS of the source, NaN where there is none
 */
public record Place(Unit unit, long number, double x, double y) {
    /** What is counted: features of a file, lines of a text or the file itself. */
    public enum Unit {
        FILE,
        FEATURE,
        LINE
    }

    public static Place file() {
        return new Place(Unit.FILE, 0, Double.NaN, Double.NaN);
    }

    public static Place feature(long number) {
        return new Place(Unit.FEATURE, number, Double.NaN, Double.NaN);
    }

    public static Place line(long number) {
        return new Place(Unit.LINE, number, Double.NaN, Double.NaN);
    }

    /** The same place with coordinates. */
    public Place at(double newX, double newY) {
        return new Place(unit, number, newX, newY);
    }

    /** Whether it is no place in the file, but the file. */
    public boolean isFile() {
        return unit == Unit.FILE;
    }

    public boolean hasCoordinates() {
        return Double.isFinite(x) && Double.isFinite(y);
    }

    /** The place in words. */
    public Message message() {
        Message where =
                switch (unit) {
                    case FILE -> Message.of("io.place-file");
                    case FEATURE -> Message.of("io.place-feature", Long.toString(number));
                    case LINE -> Message.of("io.place-line", Long.toString(number));
                };
        return hasCoordinates() ? Message.of("io.place-at", where, shown(x), shown(y)) : where;
    }

    private static String shown(double value) {
        return Math.abs(value) <= 360
                ? String.format(java.util.Locale.ROOT, "%.6f", value)
                : String.format(java.util.Locale.ROOT, "%.2f", value);
    }
}
