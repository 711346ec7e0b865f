package riskmap.geo.raster;

import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

/**
 * Burns geometries into a grid. Geometries are added one by one, as they are read, and burnt in batches by bands of rows
 * on all processors; the result is that of burning them one after the other.
 *
 * <p>Which cells a geometry covers: see {@link Rule}; the centre rule is that of {@code gdal_rasterize}, cell for cell.
 *
 * <p>Example: the square (0 0, 20 20) burnt into cells of 10 covers four of them.
 */
public final class Rasterizer {
    /** Vertices in a batch: two arrays of 2 MB. */
    private static final int BATCH = 1 << 18;

    /** Bands a grid is cut into: a shape is looked at once for each band that it meets. */
    private static final int BANDS = 16;

    /** Which cells a geometry covers. */
    public enum Rule {
        /** Areas: cells whose centre lies inside; lines: the cells of the thin (Bresenham) line; points: their cell. */
        CENTRE,
        /** Every cell the geometry touches: areas by more than their edge, lines by more than an end. */
        ALL_TOUCHED
    }

    /** What becomes of a cell that several geometries cover. */
    public enum Combine {
        /** The value of the geometry added last. */
        LAST,
        /** The value of the geometry added first. */
        FIRST,
        /** The greatest value. */
        MAX,
        /** The least value. */
        MIN,
        /** The sum of the values; each geometry counts once per cell. */
        SUM
    }

    private final GridGeometry geometry;
    private final boolean allTouched;
    private final Combine combine;
    private final float background;
    private final Progress progress;
    private final PixelShapes batch;
    private final float[] cells;
    /** In place of the cells where small whole numbers are burnt. */
    private final byte[] marks;

    /** A rasterizer whose cells hold {@code background} until something covers them. */
    public Rasterizer(GridGeometry geometry, Rule rule, Combine combine, float background, Progress progress) {
        this(geometry, rule, combine, background, new float[geometry.cellCount()], progress);
    }

    /** The same into cells that nobody needs any more. */
    public Rasterizer(
            GridGeometry geometry, Rule rule, Combine combine, float background, float[] cells, Progress progress) {
        this.geometry = geometry;
        this.allTouched = rule == Rule.ALL_TOUCHED;
        this.combine = combine;
        this.background = background;
        this.progress = progress;
        this.batch = new PixelShapes(geometry);
        this.cells = cells;
        this.marks = null;
        int width = geometry.width();
        geometry.bandsOfRows(Progress.silent(), (from, to) -> Arrays.fill(cells, from * width, to * width, Float.NaN));
    }

    private Rasterizer(GridGeometry geometry, Rule rule, Combine combine, byte[] marks, Progress progress) {
        this.geometry = geometry;
        this.allTouched = rule == Rule.ALL_TOUCHED;
        this.combine = combine;
        this.background = Float.NaN;
        this.progress = progress;
        this.batch = new PixelShapes(geometry);
        this.cells = null;
        this.marks = marks;
    }

    /** As {@link #mask}, in a quarter of the memory: 1 in cells that one of the geometries covers, 0 elsewhere. */
    public static byte[] marks(
            GridGeometry geometry, Iterable<? extends Geometry> shapes, Rule rule, Progress progress) {
        byte[] marks = new byte[geometry.cellCount()];
        Rasterizer rasterizer = new Rasterizer(geometry, rule, Combine.LAST, marks, progress);
        for (Geometry shape : shapes) {
            rasterizer.add(shape, 1);
        }
        rasterizer.flush(rasterizer.batch);
        return marks;
    }

    /**
     * Small whole numbers burnt in a quarter of the memory: 0 where nothing covers a cell.
     *
     * @param shapes null where there is none
     * @param values of each, from 0 to 127; null for 1
     * @param combine the last one or the greatest
     */
    public static byte[] bytes(
            GridGeometry geometry, Geometry[] shapes, double[] values, Rule rule, Combine combine, Progress progress) {
        if (combine != Combine.LAST && combine != Combine.MAX) {
            throw new IllegalArgumentException(combine.name());
        }
        byte[] bytes = new byte[geometry.cellCount()];
        new Rasterizer(geometry, rule, combine, bytes, progress).addAll(shapes, values);
        return bytes;
    }

    /** Where the geometries lie: 1 in cells that one of them covers, NaN elsewhere. */
    public static Grid mask(GridGeometry geometry, Iterable<? extends Geometry> shapes, Rule rule, Progress progress) {
        Rasterizer rasterizer = new Rasterizer(geometry, rule, Combine.LAST, Float.NaN, progress);
        for (Geometry shape : shapes) {
            rasterizer.add(shape, 1);
        }
        return rasterizer.finish();
    }

    /** Burns one more geometry; a value that is no number burns nothing. */
    public Rasterizer add(Geometry shape, double value) {
        if (!Double.isNaN(value)) {
            batch.add(shape, value);
            if (batch.points() >= BATCH) {
                flush(batch);
            }
        }
        return this;
    }

    /**
     * Burns geometries one after the other as {@link #add} does. While they are all at hand, batches are made ready on
     * several processors, and burnt in their order.
     *
     * @param shapes null where there is none
     * @param values of each, null for 1
     */
    public Rasterizer addAll(Geometry[] shapes, double[] values) {
        flush(batch);
        PixelShapes[] ready = {batch, new PixelShapes(geometry)};
        int[] ends = new int[ready.length + 1];
        while (ends[0] < shapes.length) {
            for (int i = 0; i < ready.length; i++) {
                ends[i + 1] = endOfBatch(shapes, ends[i]);
            }
            Parallel.items(ready.length, 1, silently(), (from, to) -> {
                for (int shape = ends[from]; shape < ends[from + 1]; shape++) {
                    double value = values == null ? 1 : values[shape];
                    if (shapes[shape] != null && !Double.isNaN(value)) {
                        ready[from].add(shapes[shape], value);
                    }
                }
            });
            for (PixelShapes each : ready) {
                flush(each);
            }
            ends[0] = ends[ready.length];
        }
        return this;
    }

    private static int endOfBatch(Geometry[] shapes, int from) {
        int end = from;
        for (int points = 0; end < shapes.length && points < BATCH; end++) {
            points += shapes[end] == null ? 0 : shapes[end].getNumPoints();
        }
        return end;
    }

    /** The finished grid; nothing can be added any more. */
    public Grid finish() {
        flush(batch);
        if (!Float.isNaN(background)) {
            int width = geometry.width();
            geometry.bandsOfRows(silently(), (from, to) -> {
                for (int i = from * width; i < to * width; i++) {
                    float value = cells[i];
                    cells[i] = value == value ? value : background;
                }
            });
        }
        return new Grid(geometry, cells);
    }

    private void flush(PixelShapes batch) {
        int rows = Math.max(32, (geometry.height() + BANDS - 1) / BANDS);
        Parallel.items(geometry.height(), rows, silently(), (from, to) -> {
            CellSpans spans = new CellSpans(geometry.width());
            for (int shape = 0; shape < batch.count(); shape++) {
                if (batch.firstRow(shape) < to && batch.endRow(shape) > from) {
                    CellSpans.Receiver burner = burner((float) batch.value(shape));
                    spans.of(batch, shape, allTouched, from, to, burner);
                    if (batch.dimension(shape) == 2 && combine != Combine.SUM) {
                        spans.ofLevelEdges(batch, shape, from, to, burner);
                    }
                }
            }
        });
        batch.clear();
    }

    /** How far a stream of unknown length is, its source knows: only cancelling is passed on. */
    private Progress silently() {
        return new Progress() {
            @Override
            public void report(double fraction, riskmap.base.Message step) {
                // see above
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }

    private CellSpans.Receiver burner(float value) {
        int width = geometry.width();
        if (marks != null) {
            byte mark = (byte) value;
            return combine == Combine.LAST
                    ? (row, from, to) -> Arrays.fill(marks, row * width + from, row * width + to, mark)
                    : (row, from, to) -> {
                        for (int i = row * width + from; i < row * width + to; i++) {
                            marks[i] = (byte) Math.max(marks[i], mark);
                        }
                    };
        }
        return switch (combine) {
            case LAST -> (row, from, to) -> Arrays.fill(cells, row * width + from, row * width + to, value);
            case FIRST ->
                (row, from, to) -> {
                    for (int i = row * width + from; i < row * width + to; i++) {
                        cells[i] = cells[i] == cells[i] ? cells[i] : value;
                    }
                };
            case MAX ->
                (row, from, to) -> {
                    for (int i = row * width + from; i < row * width + to; i++) {
                        cells[i] = cells[i] >= value ? cells[i] : value;
                    }
                };
            case MIN ->
                (row, from, to) -> {
                    for (int i = row * width + from; i < row * width + to; i++) {
                        cells[i] = cells[i] <= value ? cells[i] : value;
                    }
                };
            case SUM ->
                (row, from, to) -> {
                    for (int i = row * width + from; i < row * width + to; i++) {
                        cells[i] = cells[i] == cells[i] ? cells[i] + value : value;
                    }
                };
        };
    }
}
