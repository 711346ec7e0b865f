package riskmap.io.raster;

import java.io.IOException;
import java.nio.file.Path;
import riskmap.base.RiskMapException;

/**
 * How the cells of a TIFF image lie in its file: size, blocks (strips or tiles), sample type, compression.
 *
 * @param width columns
 * @param height rows
 * @param blockWidth columns of a block
 * @param blockHeight rows of a block
 * @param bits bits per sample
 * @param format 1 unsigned, 2 signed, 3 floating point
 * @param samples samples per cell in a block
 * @param compression compression code
 * @param predictor 1 none, 2 differences, 3 floating-point differences
 * @param tiled whether blocks are tiles
 */
record TiffLayout(
        int width,
        int height,
        int blockWidth,
        int blockHeight,
        int bits,
        int format,
        int samples,
        int compression,
        int predictor,
        boolean tiled) {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES = 277;
    private static final int ROWS_PER_STRIP = 278;
    static final int STRIP_BYTES = 279;
    private static final int PLANAR = 284;
    private static final int PREDICTOR = 317;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;
    private static final int FORMAT = 339;
    /** Largest block decoded at once, bytes. */
    private static final long LARGEST_BLOCK = 1L << 30;
    /** Part of the heap that the cells of one raster may take. */
    private static final double HEAP_SHARE = 0.6;

    /** Reads and checks the layout; throws for what this program does not read, saying what it is. */
    static TiffLayout read(Path file, TiffDirectory tags) throws IOException {
        long width = tags.number(WIDTH, 0);
        long height = tags.number(HEIGHT, 0);
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw RiskMapException.of("io.raster-size", file, Long.toString(width), Long.toString(height));
        }
        checkMemory(file, width, height);
        boolean tiled = tags.has(TILE_OFFSETS) || tags.has(TILE_WIDTH);
        long blockWidth = tiled ? tags.number(TILE_WIDTH, 0) : width;
        long blockHeight = tiled ? tags.number(TILE_HEIGHT, 0) : Math.min(height, tags.number(ROWS_PER_STRIP, height));
        int compression = (int) tags.number(COMPRESSION, TiffCodec.NONE);
        if (!TiffCodec.isKnown(compression)) {
            throw RiskMapException.of("io.tiff-compression", file, TiffCodec.name(compression));
        }
        int bits = (int) tags.number(BITS, 1);
        int format = (int) tags.number(FORMAT, 1);
        boolean floating = format == 3 && (bits == 32 || bits == 64);
        boolean whole = (format == 1 || format == 2) && (bits <= 16 && bits > 0 || bits == 32 || bits == 64);
        if (!floating && !whole) {
            throw RiskMapException.of("io.tiff-samples", file, Integer.toString(bits), Integer.toString(format));
        }
        int predictor = (int) tags.number(PREDICTOR, 1);
        boolean predictable = bits == 8 || bits == 16 || bits == 32 || bits == 64;
        if (predictor < 1 || predictor > 3 || predictor == 3 && format != 3 || predictor > 1 && !predictable) {
            throw RiskMapException.of("io.tiff-predictor", file, Integer.toString(predictor));
        }
        long samples = tags.number(PLANAR, 1) == 2 ? 1 : tags.number(SAMPLES, 1);
        long blockBytes = (blockWidth * samples * bits + 7) / 8 * blockHeight;
        boolean sane = blockWidth > 0 && blockHeight > 0 && samples > 0 && samples < 65536;
        if (!sane || blockWidth > Integer.MAX_VALUE || blockBytes <= 0 || blockBytes > LARGEST_BLOCK) {
            throw RiskMapException.of("io.tiff-blocks", file, Long.toString(blockWidth), Long.toString(blockHeight));
        }
        return new TiffLayout(
                (int) width,
                (int) height,
                (int) blockWidth,
                (int) blockHeight,
                bits,
                format,
                (int) samples,
                compression,
                predictor,
                tiled);
    }

    /** Refuses a raster whose cells do not fit into memory, before anything is allocated. */
    static void checkMemory(Path file, long width, long height) {
        double bytes = 4.0 * width * height;
        if (bytes > HEAP_SHARE * Runtime.getRuntime().maxMemory() || width * height > Integer.MAX_VALUE - 8L) {
            throw RiskMapException.of(
                    "io.raster-too-large", file, Long.toString(width), Long.toString(height), Long.toString((long)
                            (bytes / (1 << 20))));
        }
    }

    int blocksAcross() {
        return (int) (((long) width + blockWidth - 1) / blockWidth);
    }

    int blocksDown() {
        return (int) (((long) height + blockHeight - 1) / blockHeight);
    }

    /** Bytes of a row of a block. */
    int rowBytes() {
        return (int) (((long) blockWidth * samples * bits + 7) / 8);
    }

    /** Rows of a block that exist: the last strip ends with the image, tiles are always whole. */
    int rowsIn(int blockRow) {
        return tiled ? blockHeight : Math.min(blockHeight, height - blockRow * blockHeight);
    }
}
