package riskmap.risk.model.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import riskmap.base.Progress;
import riskmap.geo.raster.ClassGrid;
import riskmap.geo.raster.Grid;

/**
 * Which row of a layer covers each cell last, found once where several factors ask for a number of the same layer.
 */
public final class LastRows {
    /** Up to here a float holds the number of every row. */
    private static final int MOST_ROWS = 1 << 24;

    /** The layer of each factor still to come. */
    private final List<String> toCome;

    private final Map<String, Grid> known = new HashMap<>();

    /** @param layers of the factors that will ask, each as often as it is one's */
    public LastRows(List<String> layers) {
        toCome = new ArrayList<>(layers);
    }

    /** Whether another factor asks for the same layer, before or after this one. */
    public boolean isWorth(String layer, int rows) {
        return rows <= MOST_ROWS && (known.containsKey(layer) || Collections.frequency(toCome, layer) > 1);
    }

    /**
     * The number of the row that covers each cell last; 0 where none does.
     *
     * @param numbers of each row, none of them missing
     * @param burn burns numbers of the rows, the last one over the others; NaN where there is none
     */
    public Grid numbers(String layer, double[] numbers, Function<double[], Grid> burn, Progress progress) {
        Grid rows = rows(layer, numbers.length, burn);
        boolean again = isAskedAgain(layer);
        float[] from = rows.cells();
        float[] into = again ? new float[from.length] : from;
        int width = rows.width();
        rows.geometry().bandsOfRows(progress.part(0, 0), (first, end) -> {
            for (int cell = first * width; cell < end * width; cell++) {
                float row = from[cell];
                into[cell] = row == row ? (float) numbers[(int) row] : 0;
            }
        });
        return again ? new Grid(rows.geometry(), into) : rows;
    }

    /**
     * The class of the row that covers each cell last.
     *
     * @param rows of each cell, as {@link #rows} has them
     * @param classOf of each row
     * @param none where none does
     */
    public static ClassGrid classes(Grid rows, byte[] classOf, byte none, Progress progress) {
        float[] from = rows.cells();
        byte[] into = new byte[from.length];
        int width = rows.width();
        rows.geometry().bandsOfRows(progress.part(0, 0), (first, end) -> {
            for (int cell = first * width; cell < end * width; cell++) {
                float row = from[cell];
                into[cell] = row == row ? classOf[(int) row] : none;
            }
        });
        return new ClassGrid(rows.geometry(), into);
    }

    /** Whether another factor still asks for the rows of this layer. */
    public boolean isAskedAgain(String layer) {
        return known.containsKey(layer);
    }

    /**
     * The number of the row that covers each cell last, NaN where none does. It stays known as long as another factor asks
     * for it.
     *
     * @param count of the rows
     * @param burn as above
     */
    public Grid rows(String layer, int count, Function<double[], Grid> burn) {
        Grid rows = known.remove(layer);
        if (rows == null) {
            double[] places = new double[count];
            Arrays.setAll(places, row -> row);
            rows = burn.apply(places);
        }
        toCome.remove(layer);
        if (toCome.contains(layer)) {
            known.put(layer, rows);
        }
        return rows;
    }
}
