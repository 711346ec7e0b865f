package riskmap.render;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tables as large as a canvas, which those who paint on it use one after another: to make them anew for each look took as
 * long as to draw what a map of 1:2,000 shows. They are given back as empty as they were lent. Belongs to one thread.
 */
final class Spare {
    private final Deque<long[][]> samples = new ArrayDeque<>();
    private final Deque<float[][]> parts = new ArrayDeque<>();
    private final Deque<DrawnSides> sides = new ArrayDeque<>();
    private float[] steps = new float[1024];

    /** Rows of samples for {@link ThinLines}, of which some may be null. */
    long[][] samples(int height) {
        return samples.isEmpty() ? new long[height][] : samples.pop();
    }

    void back(long[][] empty) {
        samples.push(empty);
    }

    /** Rows of what is painted for {@link AreaFill}, of which some may be null. */
    float[][] parts(int height) {
        return parts.isEmpty() ? new float[height][] : parts.pop();
    }

    void back(float[][] empty) {
        parts.push(empty);
    }

    /** At least so many zeros; they are to be zeros again when it is asked for the next time. */
    float[] steps(int count) {
        if (steps.length < count) {
            steps = new float[Math.max(2 * steps.length, count)];
        }
        return steps;
    }

    /** What is to be told to forget before it is asked. */
    DrawnSides sides() {
        return sides.isEmpty() ? new DrawnSides() : sides.pop();
    }

    void back(DrawnSides done) {
        sides.push(done);
    }
}
