package riskmap.geo;

import java.util.Arrays;
import riskmap.base.Progress;

/**
 * Merges small zones (cells of one value connected over their sides) into a neighbour, so that no zone remains with fewer
 * than so many cells. A specks' filter for class grids: cells without data stay so and receive nothing.
 *
 * <p>A small zone takes the value of the neighbour with which it shares the longest border; of several the one with more
 * cells, then the one whose first cell comes first. The smallest zones go first; a zone that has just received another
 * is looked at again before it is given away. Zones of one value that come to touch are one. The answer depends on
 * nothing else.
 *
 * <p>{@code gdal_sieve} takes the neighbour with the most cells instead, whatever little they share; the border keeps
 * shapes compact.
 */
public final class Sieve {
    /** Rows whose sides are counted together; any number gives the same counts. */
    private static final int ROWS = 64;

    private Sieve() {}

    /**
     * A new grid in which every zone has at least so many cells; only a zone with no neighbour at all stays smaller.
     *
     * @param minimumCells 1 changes nothing
     */
    public static Grid sieve(Grid zones, int minimumCells, Progress progress) {
        ZoneLabels labelled = ZoneLabels.of(zones, progress.part(0, 0.3));
        int[] numbers = labelled.labels();
        int count = number(numbers);
        int[] sizes = new int[count];
        float[] values = new float[count];
        int width = zones.width();
        for (int row = 0; row < zones.height(); row++) {
            int first = labelled.place(0, row);
            for (int place = first, end = first + width; place < end; ) {
                int zone = numbers[place];
                int run = place;
                while (place < end && numbers[place] == zone) {
                    place++;
                }
                if (zone >= 0) {
                    sizes[zone] += place - run;
                    values[zone] = zones.get(run - first, row);
                }
            }
        }
        progress.report(0.5);
        ZoneGraph graph =
                new ZoneGraph(sizes, values, borders(labelled, width, zones.height(), progress.part(0.5, 0.6)));
        int[] current = new int[count];
        Arrays.setAll(current, zone -> zone);
        while (graph.mergeSmall(minimumCells)) {
            progress.check();
            int[] renumbered = graph.contract();
            Arrays.setAll(current, zone -> renumbered[current[zone]]);
        }
        float[] out = new float[zones.cells().length];
        Parallel.rows(zones.geometry(), progress.part(0.9, 1), (from, to) -> {
            for (int row = from; row < to; row++) {
                int place = labelled.place(0, row);
                for (int column = 0; column < width; column++) {
                    int zone = numbers[place + column];
                    out[row * width + column] = zone < 0 ? Float.NaN : graph.value(current[zone]);
                }
            }
        });
        return new Grid(zones.geometry(), out);
    }

    /** Turns labels into the numbers 0, 1, 2, … of the zones in the order of their first cells. */
    private static int number(int[] labels) {
        int count = 0;
        for (int place = 0; place < labels.length; place++) {
            int label = labels[place];
            if (label >= 0) {
                // a label is the place of the zone's first cell, which has been numbered when others are reached
                labels[place] = label == place ? count++ : labels[label];
            }
        }
        return count;
    }

    /** Sides between two zones, counted in bands of rows; each row looks at the sides in its west and north. */
    private static BorderLengths borders(ZoneLabels labelled, int width, int height, Progress progress) {
        BorderLengths all = new BorderLengths();
        Parallel.items(height, ROWS, progress, (from, to) -> {
            BorderLengths band = new BorderLengths();
            for (int row = from; row < to; row++) {
                int first = labelled.place(0, row);
                count(labelled.labels(), first, first + width, 1, band);
                count(labelled.labels(), first, first + width, labelled.stride(), band);
            }
            synchronized (all) {
                all.add(band);
            }
        });
        return all;
    }

    /** Sides between places and those so many before them. */
    private static void count(int[] numbers, int from, int to, int step, BorderLengths borders) {
        // no zones: neither outside nor where there is no data
        int one = -2;
        int other = -2;
        int length = 0;
        for (int place = from; place < to; place++) {
            int here = numbers[place];
            int there = numbers[place - step];
            if (here == one && there == other) {
                // most sides follow one of the same two zones
                length++;
            } else if (here != there && here >= 0 && there >= 0) {
                add(borders, one, other, length);
                one = here;
                other = there;
                length = 1;
            }
        }
        add(borders, one, other, length);
    }

    private static void add(BorderLengths borders, int one, int other, int length) {
        if (length > 0) {
            borders.add(one, other, length);
        }
    }
}
