package riskmap.geo.zonal;

import org.locationtech.jts.geom.Geometry;
import riskmap.geo.raster.Grid;

/** Adds up the cells of one zone after the other. Not safe for several threads. */
final class ZoneMeasure implements ZoneCells.Counter {
    private final Grid grid;
    private final ZoneCells cells;
    /** Only when the shares of values are asked for. */
    private final ValueShares shareOfValue;

    private double count;
    private double sum;
    private double minimum;
    private double maximum;
    /** Sums of differences to the first value: squares of large values would lose the small differences. */
    private double origin;

    private double shifted;
    private double shiftedSquares;
    /** Whether shares make the sum and the mean only, and each cell counts once for the rest. */
    private boolean onceEach;

    private int entries;
    private double entriesShifted;
    private double entriesSquares;

    ZoneMeasure(Grid grid, boolean byValue) {
        this.grid = grid;
        this.cells = new ZoneCells(grid.geometry());
        this.shareOfValue = byValue ? new ValueShares() : null;
        clear();
    }

    /** The summary of a zone. */
    ZonalStatistics.Summary of(Geometry zone, ZonalStatistics.Rule rule) {
        clear();
        onceEach = rule == ZonalStatistics.Rule.SEVERAL_CENTRES;
        return summary(cells.of(zone, rule, this));
    }

    @Override
    public boolean isEmpty() {
        return count == 0;
    }

    @Override
    public boolean isFewAndForgotten() {
        boolean few = count <= 1;
        if (few) {
            clear();
        }
        return few;
    }

    private void clear() {
        count = 0;
        sum = 0;
        minimum = Double.POSITIVE_INFINITY;
        maximum = Double.NEGATIVE_INFINITY;
        origin = Double.NaN;
        shifted = 0;
        shiftedSquares = 0;
        entries = 0;
        entriesShifted = 0;
        entriesSquares = 0;
        if (shareOfValue != null) {
            shareOfValue.clear();
        }
    }

    /** Adds whole cells of a row. */
    @Override
    public void span(int row, int from, int to) {
        float[] values = grid.cells();
        int at = row * grid.width() + from;
        int end = row * grid.width() + to;
        while (origin != origin && at < end) {
            origin = values[at] == values[at] ? values[at] : origin;
            at += origin == origin ? 0 : 1;
        }
        // in variables of its own: before the second compiler has seen it a loop on fields takes three times as long
        double first = origin;
        int number = 0;
        double total = 0;
        double squares = 0;
        float low = (float) minimum;
        float high = (float) maximum;
        for (int i = at; i < end; i++) {
            float value = values[i];
            if (value == value) {
                double difference = value - first;
                number++;
                total += difference;
                squares += difference * difference;
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
        }
        if (number > 0) {
            count += number;
            sum += total + number * first;
            shifted += total;
            shiftedSquares += squares;
            minimum = low;
            maximum = high;
        }
        for (int i = at; shareOfValue != null && i < end; i++) {
            if (values[i] == values[i]) {
                shareOfValue.add(values[i], 1);
            }
        }
    }

    /** Adds shares of the cells of a row. */
    @Override
    public void row(int row, int from, int to, double[] shares) {
        for (int column = from; column < to; column++) {
            double share = shares[column - from];
            float value = grid.get(column, row);
            if (share > 0 && value == value) {
                if (origin != origin) {
                    origin = value;
                }
                double difference = value - origin;
                count += share;
                sum += share * value;
                shifted += share * difference;
                shiftedSquares += share * difference * difference;
                entries++;
                entriesShifted += difference;
                entriesSquares += difference * difference;
                minimum = Math.min(minimum, value);
                maximum = Math.max(maximum, value);
                if (shareOfValue != null) {
                    shareOfValue.add(value, onceEach ? 1 : share);
                }
            }
        }
    }

    ZonalStatistics.Summary summary(boolean byCoverage) {
        if (count == 0) {
            double none = Double.NaN;
            return new ZonalStatistics.Summary(0, 0, none, none, none, none, none, none, none, none, byCoverage);
        }
        double off = shifted / count;
        double variance = byCoverage && onceEach
                ? (entriesSquares - 2 * off * entriesShifted) / entries + off * off
                : shiftedSquares / count - off * off;
        return new ZonalStatistics.Summary(
                count,
                sum,
                sum / count,
                minimum,
                maximum,
                Math.sqrt(Math.max(0, variance)),
                shareOfValue == null ? Double.NaN : shareOfValue.majority(),
                shareOfValue == null ? Double.NaN : shareOfValue.minority(),
                shareOfValue == null ? Double.NaN : shareOfValue.median(),
                shareOfValue == null ? Double.NaN : shareOfValue.variety(),
                byCoverage);
    }
}
