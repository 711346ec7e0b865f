package riskmap.geo.polygonize;

import java.util.Arrays;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;

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

    private final Grid zones;
    private final ZoneLabels labelled;
    /** Cells of each zone, and its value: at first its own, in the end that of the zone it has become a part of. */
    private int[] sizes = new int[1024];

    private float[] valueOf = new float[1024];

    private Sieve(Grid zones, ZoneLabels labelled) {
        this.zones = zones;
        this.labelled = labelled;
    }

    /**
     * A new grid in which every zone has at least so many cells; only a zone with no neighbour at all stays smaller.
     *
     * @param minimumCells 1 changes nothing
     */
    public static Grid sieve(Grid zones, int minimumCells, Progress progress) {
        return of(zones, minimumCells, progress.part(0, 0.9)).grid(progress.part(0.9, 1));
    }

    /** The same to be asked for single cells, for whoever needs no grid. */
    public static Sieve of(Grid zones, int minimumCells, Progress progress) {
        ZoneLabels labelled = ZoneLabels.of(zones, progress.part(0, 0.3));
        Sieve numbered = new Sieve(zones, labelled);
        int count = numbered.number();
        int width = zones.width();
        progress.report(0.5);
        ZoneGraph graph = new ZoneGraph(
                Arrays.copyOf(numbered.sizes, count),
                Arrays.copyOf(numbered.valueOf, count),
                borders(labelled, width, zones.height(), progress.part(0.5, 0.6)));
        int[] current = new int[count];
        Arrays.setAll(current, zone -> zone);
        while (graph.mergeSmall(minimumCells)) {
            progress.check();
            int[] renumbered = graph.contract();
            Arrays.setAll(current, zone -> renumbered[current[zone]]);
        }
        for (int zone = 0; zone < count; zone++) {
            numbered.valueOf[zone] = graph.value(current[zone]);
        }
        return numbered;
    }

    /** The value of a cell after sieving, NaN without data. */
    public float value(int column, int row) {
        int zone = labelled.labels()[labelled.place(column, row)];
        return zone < 0 ? Float.NaN : valueOf[zone];
    }

    private Grid grid(Progress progress) {
        int width = zones.width();
        float[] out = new float[zones.cells().length];
        zones.geometry().bandsOfRows(progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < width; column++) {
                    out[row * width + column] = value(column, row);
                }
            }
        });
        return new Grid(zones.geometry(), out);
    }

    /** Turns labels into the numbers 0, 1, 2, … of the zones in the order of their first cells; how many there are. */
    private int number() {
        int[] labels = labelled.labels();
        int count = 0;
        for (int row = 0; row < zones.height(); row++) {
            int first = labelled.place(0, row);
            for (int place = first, end = first + zones.width(); place < end; ) {
                int run = place;
                int label = labels[run];
                do {
                    place++;
                } while (place < end && labels[place] == label);
                if (label >= 0) {
                    // a label is the place of the zone's first cell, which has been numbered when others are reached
                    int zone = label == run ? count++ : labels[label];
                    Arrays.fill(labels, run, place, zone);
                    if (zone == sizes.length) {
                        sizes = Arrays.copyOf(sizes, 2 * zone);
                        valueOf = Arrays.copyOf(valueOf, 2 * zone);
                    }
                    sizes[zone] += place - run;
                    valueOf[zone] = zones.get(run - first, row);
                }
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
