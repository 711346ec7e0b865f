package riskmap.geo.raster;

import java.util.Arrays;

/**
 * Sorts many short runs of numbers, as there are for each row of a shape or each neighbour of a zone. The library's sort
 * looks for patterns that pay for long ones only, and is so large that compiling it takes longer than sorting here does.
 */
public final class ShortRuns {
    /** From here on the library is quicker. */
    private static final int LONG = 48;

    private ShortRuns() {}

    /** Puts the numbers from a place (included) to another (left out) in ascending order. */
    public static void sort(long[] numbers, int from, int to) {
        if (to - from > LONG) {
            Arrays.sort(numbers, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            long number = numbers[i];
            int place = i;
            while (place > from && numbers[place - 1] > number) {
                numbers[place] = numbers[place - 1];
                place--;
            }
            numbers[place] = number;
        }
    }
}
