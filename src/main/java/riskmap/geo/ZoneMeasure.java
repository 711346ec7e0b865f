package riskmap.geo;

import org.locationtech.jts.geom.Geometry;

/** Adds up the cells of one zone after the other. Not safe for several threads. */
final class ZoneMeasure {
    private final Grid grid;
    private final PixelShapes shapes;
    private final CellSpans spans;
    private final CoverageSweep sweep;
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

    ZoneMeasure(Grid grid, boolean byValue) {
        this.grid = grid;
        this.shapes = new PixelShapes(grid.geometry());
        this.spans = new CellSpans(grid.width());
        this.sweep = new CoverageSweep(grid.width());
        this.shareOfValue = byValue ? new ValueShares() : null;
        clear();
    }

    /** The summary of a zone. */
    ZonalStatistics.Summary of(Geometry zone, ZonalStatistics.Rule rule) {
        clear();
        shapes.clear();
        shapes.add(zone, 0);
        boolean byCoverage = rule == ZonalStatistics.Rule.COVERAGE;
        if (!byCoverage) {
            boolean touched = rule == ZonalStatistics.Rule.ALL_TOUCHED;
            eachArea(shape -> spans.of(shapes, shape, touched, 0, grid.height(), this::span));
            byCoverage = count == 0 && rule == ZonalStatistics.Rule.CENTRE;
        }
        if (byCoverage) {
            eachArea(shape -> sweep.of(shapes, shape, 0, grid.height(), this::shares));
        }
        return summary(byCoverage);
    }

    private void eachArea(java.util.function.IntConsumer work) {
        for (int shape = 0; shape < shapes.count(); shape++) {
            if (shapes.dimension(shape) == 2) {
                work.accept(shape);
            }
        }
    }

    private void clear() {
        count = 0;
        sum = 0;
        minimum = Double.POSITIVE_INFINITY;
        maximum = Double.NEGATIVE_INFINITY;
        origin = Double.NaN;
        shifted = 0;
        shiftedSquares = 0;
        if (shareOfValue != null) {
            shareOfValue.clear();
        }
    }

    /** Adds whole cells of a row. */
    void span(int row, int from, int to) {
        float[] cells = grid.cells();
        int offset = row * grid.width();
        int number = 0;
        double total = 0;
        double squares = 0;
        double low = minimum;
        double high = maximum;
        for (int i = offset + from; i < offset + to; i++) {
            float value = cells[i];
            if (value == value) {
                if (origin != origin) {
                    origin = value;
                }
                double difference = value - origin;
                number++;
                total += difference;
                squares += difference * difference;
                low = value < low ? value : low;
                high = value > high ? value : high;
                if (shareOfValue != null) {
                    shareOfValue.add(value, 1);
                }
            }
        }
        if (number > 0) {
            count += number;
            sum += total + number * origin;
            shifted += total;
            shiftedSquares += squares;
            minimum = low;
            maximum = high;
        }
    }

    private void shares(int row, int from, int to, double[] shares) {
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
                minimum = Math.min(minimum, value);
                maximum = Math.max(maximum, value);
                if (shareOfValue != null) {
                    shareOfValue.add(value, share);
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
        double variance = Math.max(0, shiftedSquares / count - off * off);
        return new ZonalStatistics.Summary(
                count,
                sum,
                sum / count,
                minimum,
                maximum,
                Math.sqrt(variance),
                shareOfValue == null ? Double.NaN : shareOfValue.majority(),
                shareOfValue == null ? Double.NaN : shareOfValue.minority(),
                shareOfValue == null ? Double.NaN : shareOfValue.median(),
                shareOfValue == null ? Double.NaN : shareOfValue.variety(),
                byCoverage);
    }
}
