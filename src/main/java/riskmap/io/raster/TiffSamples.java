package riskmap.io.raster;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns the bytes of a decompressed block into numbers: undoes the predictor, then reads the first sample of each cell. */
final class TiffSamples {
    private final TiffLayout layout;
    private final ByteOrder order;
    private final double noData;

    /**
     * How to read the samples.
     *
     * @param noData the value that stands for no data, NaN for none
     */
    TiffSamples(TiffLayout layout, ByteOrder order, double noData) {
        this.layout = layout;
        this.order = order;
        // compared as it is stored: a float file cannot hold -3.4e38 exactly
        this.noData = layout.format() == 3 && layout.bits() == 32 ? (float) noData : noData;
    }

    /** Undoes the predictor in place. */
    void undoPredictor(byte[] block, int rows) {
        int rowBytes = layout.rowBytes();
        for (int row = 0; row < rows && layout.predictor() > 1; row++) {
            if (layout.predictor() == 2) {
                addDifferences(block, row * rowBytes, rowBytes);
            } else {
                addFloatDifferences(block, row * rowBytes, rowBytes);
            }
        }
    }

    private void addDifferences(byte[] block, int start, int length) {
        int bytes = layout.bits() / 8;
        int step = layout.samples() * bytes;
        ByteBuffer row = ByteBuffer.wrap(block).order(order);
        for (int at = start + step; at + bytes <= start + length; at += bytes) {
            switch (bytes) {
                case 1 -> block[at] += block[at - step];
                case 2 -> row.putShort(at, (short) (row.getShort(at) + row.getShort(at - step)));
                case 4 -> row.putInt(at, row.getInt(at) + row.getInt(at - step));
                default -> row.putLong(at, row.getLong(at) + row.getLong(at - step));
            }
        }
    }

    /** Predictor 3: bytes of equal significance lie together, most significant first, as differences. */
    private void addFloatDifferences(byte[] block, int start, int length) {
        int bytes = layout.bits() / 8;
        int samples = layout.samples();
        int values = length / bytes;
        byte[] planes = new byte[length];
        for (int sample = 0; sample < Math.min(samples, length); sample++) {
            byte sum = 0;
            for (int i = sample; i < length; i += samples) {
                sum += block[start + i];
                planes[i] = sum;
            }
        }
        boolean little = order == ByteOrder.LITTLE_ENDIAN;
        for (int b = 0; b < bytes; b++) {
            int plane = b * values;
            int to = start + (little ? bytes - 1 - b : b);
            for (int value = 0; value < values; value++) {
                block[to] = planes[plane + value];
                to += bytes;
            }
        }
    }

    /** Reads one row of cells of a block into the grid's cells; no data becomes NaN. */
    void read(byte[] block, int row, int columns, float[] cells, int to) {
        ByteBuffer in = ByteBuffer.wrap(block).order(order);
        int start = row * layout.rowBytes();
        int bytes = layout.bits() / 8;
        int step = layout.samples() * bytes;
        if (layout.format() == 3 && layout.bits() == 32) {
            // what nearly all grids are, without asking at each cell
            float none = (float) noData;
            if (step == bytes) {
                in.position(start);
                in.asFloatBuffer().get(cells, to, columns);
            }
            for (int i = 0; i < columns; i++) {
                float value = step == bytes ? cells[to + i] : in.getFloat(start + i * step);
                cells[to + i] = value == none ? Float.NaN : value;
            }
            return;
        }
        if (layout.format() == 1 && layout.bits() == 8) {
            // what nearly all others are
            for (int i = 0; i < columns; i++) {
                int value = block[start + i * step] & 0xff;
                cells[to + i] = value == noData ? Float.NaN : value;
            }
            return;
        }
        boolean whole = layout.bits() % 8 == 0;
        for (int i = 0; i < columns; i++) {
            double value = whole ? sample(in, start + i * step) : packed(block, start, i);
            cells[to + i] = value == noData ? Float.NaN : (float) value;
        }
    }

    private double sample(ByteBuffer in, int at) {
        boolean unsigned = layout.format() == 1;
        if (layout.format() == 3) {
            return layout.bits() == 32 ? in.getFloat(at) : in.getDouble(at);
        }
        return switch (layout.bits()) {
            case 8 -> unsigned ? in.get(at) & 0xff : in.get(at);
            case 16 -> unsigned ? in.getShort(at) & 0xffff : in.getShort(at);
            case 32 -> unsigned ? in.getInt(at) & 0xffffffffL : in.getInt(at);
            default -> unsigned ? unsigned(in.getLong(at)) : in.getLong(at);
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : value + 0x1p64;
    }

    /** Samples of a number of bits that is no whole byte, most significant bit first. */
    private double packed(byte[] block, int start, int cell) {
        long bit = (long) cell * layout.samples() * layout.bits();
        long value = 0;
        for (int i = 0; i < layout.bits(); i++, bit++) {
            int b = block[start + (int) (bit >> 3)];
            value = value << 1 | (b >> (7 - (bit & 7)) & 1);
        }
        boolean negative = layout.format() == 2 && (value >> (layout.bits() - 1)) == 1;
        return negative ? value - (1L << layout.bits()) : value;
    }
}
