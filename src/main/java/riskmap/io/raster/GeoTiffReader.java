package riskmap.io.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.ByteSource;
import riskmap.io.CellEncoding;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.SourceFiles;
import riskmap.io.shapefile.ShapefileFormat;

/** Reads the first band of the first image of a GeoTIFF into a grid, its blocks in parallel. */
final class GeoTiffReader {
    private static final int PIXEL_SCALE = 33550;
    private static final int TIE_POINT = 33922;
    private static final int TRANSFORMATION = 34264;
    private static final int NO_DATA = 42113;

    private final Path file;
    private final ReadOptions options;
    private final ImportLog log;

    GeoTiffReader(Path file, ReadOptions options, ImportLog log) {
        this.file = file;
        this.options = options;
        this.log = log;
    }

    Grid read(Progress progress) throws IOException {
        try (ByteSource source = new ByteSource(file)) {
            TiffDirectory tags = new TiffDirectory(source);
            TiffLayout layout = TiffLayout.read(file, tags);
            if (layout.bits() > 32 || layout.bits() == 32 && layout.format() != 3) {
                log.notice(Message.of("io.raster-rounded"));
            }
            double[] affine = affine(tags, layout);
            float[] cells = new float[layout.width() * layout.height()];
            Arrays.fill(cells, Float.NaN);
            readBlocks(tags, layout, cells, progress);
            if (affine[3] > 0) {
                turnOver(cells, layout.width(), layout.height());
            }
            return new Grid(geometry(tags, layout, affine), cells);
        }
    }

    /** Where the cells lie. */
    GridGeometry lattice() throws IOException {
        try (ByteSource source = new ByteSource(file)) {
            TiffDirectory tags = new TiffDirectory(source);
            TiffLayout layout = TiffLayout.read(file, tags);
            return geometry(tags, layout, affine(tags, layout));
        }
    }

    /** The type of the cells and the number that stands for none; none where the file names no such number or another type. */
    static Optional<CellEncoding> encoding(Path file) throws IOException {
        try (ByteSource source = new ByteSource(file)) {
            TiffDirectory tags = new TiffDirectory(source);
            TiffLayout layout = TiffLayout.read(file, tags);
            double none = noData(tags);
            return Stream.of(CellEncoding.Type.values())
                    .filter(type -> 8 * type.size() == layout.bits() && type.format() == layout.format())
                    .filter(type -> type.isFor(none))
                    .map(type -> new CellEncoding(type, none))
                    .findFirst();
        }
    }

    private GridGeometry geometry(TiffDirectory tags, TiffLayout layout, double[] affine) throws IOException {
        double north = affine[3] > 0 ? affine[2] + affine[3] * layout.height() : affine[2];
        return new GridGeometry(
                layout.width(), layout.height(), affine[0], north, affine[1], Math.abs(affine[3]), crs(tags));
    }

    private CoordinateReferenceSystem crs(TiffDirectory tags) throws IOException {
        if (options.crs() != null) {
            return options.crs();
        }
        CoordinateReferenceSystem crs = new GeoKeys(tags).crs(log);
        return crs != null ? crs : ShapefileFormat.crs(file, options, log);
    }

    private void readBlocks(TiffDirectory tags, TiffLayout layout, float[] cells, Progress progress)
            throws IOException {
        long[] offsets = tags.numbers(layout.tiled() ? TiffLayout.TILE_OFFSETS : TiffLayout.STRIP_OFFSETS);
        long[] counts = tags.numbers(layout.tiled() ? TiffLayout.TILE_BYTES : TiffLayout.STRIP_BYTES);
        TiffSamples samples = new TiffSamples(layout, tags.order(), noData(tags));
        int across = layout.blocksAcross();
        int blocks = Math.multiplyExact(across, layout.blocksDown());
        AtomicInteger damaged = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            IntStream.range(0, blocks).parallel().forEach(block -> {
                progress.check();
                // a block that was never written (offset 0) is no data, which a sparse file may have
                if (block >= offsets.length || offsets[block] > 0) {
                    long there = block < offsets.length ? size - offsets[block] : 0;
                    long count = block < counts.length && counts[block] > 0 ? counts[block] : uncompressed(layout);
                    try {
                        byte[] data = bytes(channel, block, offsets, Math.min(count, there));
                        put(data, block % across, block / across, layout, samples, cells);
                    } catch (IOException | RuntimeException e) {
                        damaged.incrementAndGet();
                    }
                }
                progress.report((double) done.incrementAndGet() / blocks);
            });
        }
        if (damaged.get() == blocks) {
            throw RiskMapException.of("io.raster-damaged", file);
        }
        if (damaged.get() > 0) {
            log.notice(
                    Message.of("io.raster-blocks-damaged", Integer.toString(damaged.get()), Integer.toString(blocks)));
        }
    }

    private static long uncompressed(TiffLayout layout) {
        return (long) layout.rowBytes() * layout.blockHeight();
    }

    private static byte[] bytes(FileChannel channel, int block, long[] offsets, long count) throws IOException {
        if (block >= offsets.length || count <= 0 || count > Integer.MAX_VALUE - 8) {
            throw new IOException("block " + block + " is not there");
        }
        ByteBuffer data = ByteBuffer.allocate((int) count);
        while (data.hasRemaining()) {
            if (channel.read(data, offsets[block] + data.position()) < 0) {
                break;
            }
        }
        return data.array();
    }

    private static void put(
            byte[] data, int blockColumn, int blockRow, TiffLayout layout, TiffSamples samples, float[] cells)
            throws IOException {
        int rows = layout.rowsIn(blockRow);
        byte[] block = TiffCodec.decode(layout.compression(), data, layout.rowBytes() * rows);
        samples.undoPredictor(block, rows);
        int firstColumn = blockColumn * layout.blockWidth();
        int firstRow = blockRow * layout.blockHeight();
        int columns = Math.min(layout.blockWidth(), layout.width() - firstColumn);
        for (int row = 0; row < rows && firstRow + row < layout.height(); row++) {
            samples.read(block, row, columns, cells, (firstRow + row) * layout.width() + firstColumn);
        }
    }

    private static double noData(TiffDirectory tags) throws IOException {
        String text = tags.text(NO_DATA).strip();
        try {
            return switch (text.toLowerCase(java.util.Locale.ROOT)) {
                case "" -> Double.NaN;
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    /** x of the west edge, cell width, y of the first row's outer edge, step of y per row (negative: southward). */
    private double[] affine(TiffDirectory tags, TiffLayout layout) throws IOException {
        double[] scale = tags.doubles(PIXEL_SCALE);
        double[] tie = tags.doubles(TIE_POINT);
        double[] matrix = tags.doubles(TRANSFORMATION);
        double[] result;
        if (scale.length >= 2 && tie.length >= 6) {
            result = new double[] {tie[3] - tie[0] * scale[0], scale[0], tie[4] + tie[1] * scale[1], -scale[1]};
        } else if (matrix.length >= 8) {
            if (matrix[1] != 0 || matrix[4] != 0) {
                throw RiskMapException.of("io.raster-rotated", file);
            }
            result = new double[] {matrix[3], matrix[0], matrix[7], matrix[5]};
        } else {
            return worldFile(layout);
        }
        if (new GeoKeys(tags).isPixelPoint()) {
            result[0] -= result[1] / 2;
            result[2] -= result[3] / 2;
        }
        if (!(result[1] > 0) || result[3] == 0 || !Double.isFinite(result[0] + result[2] + result[3])) {
            throw RiskMapException.of("io.raster-cell-size", file, result[1], result[3]);
        }
        return result;
    }

    private double[] worldFile(TiffLayout layout) throws IOException {
        for (String ending : List.of("tfw", "tifw", "wld")) {
            Path companion = SourceFiles.companion(file, ending);
            if (companion != null) {
                double[] values = Files.readString(companion)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .limit(6)
                        .mapToDouble(GeoTiffReader::number)
                        .toArray();
                boolean usable = values.length == 6 && values[1] == 0 && values[2] == 0 && values[0] > 0;
                if (usable && values[3] != 0 && Double.isFinite(values[4] + values[5])) {
                    return new double[] {values[4] - values[0] / 2, values[0], values[5] - values[3] / 2, values[3]};
                }
                log.notice(Message.of("io.world-file", companion.getFileName()));
            }
        }
        log.notice(Message.of("io.raster-no-place"));
        return new double[] {0, 1, layout.height(), -1};
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private static void turnOver(float[] cells, int width, int height) {
        float[] row = new float[width];
        for (int top = 0, bottom = height - 1; top < bottom; top++, bottom--) {
            System.arraycopy(cells, top * width, row, 0, width);
            System.arraycopy(cells, bottom * width, cells, top * width, width);
            System.arraycopy(row, 0, cells, bottom * width, width);
        }
    }
}
