package riskmap.risk.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one gauge read, in the order of time, with gaps as missing readings.
 *
 * @param gauge its name
 * @param times when, as a user reads it
 * @param minutes when, counted from the first
 * @param readings NaN where one is missing
 */
public record ReadingSeries(String gauge, List<String> times, double[] minutes, double[] readings) {
    public ReadingSeries {
        times = List.copyOf(times);
        minutes = minutes.clone();
        readings = readings.clone();
    }

    @Override
    public double[] minutes() {
        return minutes.clone();
    }

    @Override
    public double[] readings() {
        return readings.clone();
    }

    /** How many there are, the missing ones too. */
    public int size() {
        return readings.length;
    }

    /** How many are missing. */
    public long missing() {
        return java.util.Arrays.stream(readings).filter(Double::isNaN).count();
    }

    /**
     * Readings written one after another, separated by commas, {@code -} or nothing for a missing one.
     *
     * @throws NumberFormatException for anything else
     */
    public static ReadingSeries typed(String text, double stepMinutes) {
        String[] parts = text.split("[,，;；\\s]+", -1);
        List<String> times = new ArrayList<>();
        double[] minutes = new double[parts.length];
        double[] readings = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            minutes[i] = i * stepMinutes;
            times.add(clock(minutes[i]));
            String part = parts[i].strip();
            readings[i] = part.isEmpty() || part.equals("-") ? Double.NaN : finite(part);
        }
        return new ReadingSeries("", times, minutes, readings);
    }

    private static double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    /** Hours and minutes since the first reading. */
    public static String clock(double minutes) {
        long whole = Math.round(minutes);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
