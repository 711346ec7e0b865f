package riskmap.risk.flood;

import java.util.Arrays;

/**
 * Rain in equal steps.
 *
 * @param rain mm in each step
 * @param seconds length of a step
 */
public record Storm(double[] rain, double seconds) {
    /** How the rain of a storm is spread over its time. */
    public enum Shape {
        /** The same in every step. */
        EVEN(Double.NaN),
        /** Rising to the middle and falling from there. */
        MIDDLE(0.5),
        /** Heaviest after a quarter of the time. */
        EARLY(0.25),
        /** Heaviest after three quarters. */
        LATE(0.75);

        private final double peak;

        Shape(double peak) {
            this.peak = peak;
        }
    }

    /** A storm of so much rain in so many hours, in steps of so many minutes. */
    public static Storm of(double millimetres, double hours, Shape shape, double minutes) {
        int steps = (int) Math.max(1, Math.round(hours * 60 / minutes));
        double[] rain = new double[steps];
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double time = (i + 0.5) / steps;
            rain[i] = shape == Shape.EVEN ? 1 : time < shape.peak ? time / shape.peak : (1 - time) / (1 - shape.peak);
            sum += rain[i];
        }
        for (int i = 0; i < steps; i++) {
            rain[i] *= millimetres / sum;
        }
        return new Storm(rain, minutes * 60);
    }

    /** A storm as it was measured hour by hour, each hour shared evenly among steps of so many minutes. */
    public static Storm ofHours(double[] hourly, double minutes) {
        int perHour = (int) Math.max(1, Math.round(60 / minutes));
        double[] rain = new double[hourly.length * perHour];
        for (int i = 0; i < rain.length; i++) {
            rain[i] = hourly[i / perHour] / perHour;
        }
        return new Storm(rain, 3600.0 / perHour);
    }

    /** All its rain in mm. */
    public double total() {
        return Arrays.stream(rain).sum();
    }
}
