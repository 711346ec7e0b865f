package riskmap.io;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;

/**
 * How the cells of a raster are to be written for a program that does not read them as this one writes them: the type of
 * the numbers, and the number that stands for a cell without data. Whole numbers are rounded, halves away from 0; what
 * the type cannot hold is refused, never cut off.
 *
 * @param type the numbers
 * @param noData what is written for a cell without data; NaN is one of decimal numbers only
 */
public record CellEncoding(Type type, double noData) {
    /** Types of cells, by what GIS programs call them. */
    public enum Type {
        BYTE(1, 1, 0, 255, 255),
        INT16(2, 2, Short.MIN_VALUE, Short.MAX_VALUE, Short.MIN_VALUE),
        UINT16(2, 1, 0, 65535, 65535),
        INT32(4, 2, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE),
        UINT32(4, 1, 0, 4294967295L, 4294967295L),
        FLOAT32(4, 3, -Float.MAX_VALUE, Float.MAX_VALUE, Double.NaN),
        FLOAT64(8, 3, -Double.MAX_VALUE, Double.MAX_VALUE, Double.NaN);

        private final int size;
        private final int format;
        private final double least;
        private final double greatest;
        private final double usual;

        Type(int size, int format, double least, double greatest, double usual) {
            this.size = size;
            this.format = format;
            this.least = least;
            this.greatest = greatest;
            this.usual = usual;
        }

        /** Bytes a cell takes. */
        public int size() {
            return size;
        }

        /** TIFF's SampleFormat: 1 whole numbers from 0, 2 whole numbers, 3 decimal numbers. */
        public int format() {
            return format;
        }

        boolean isWhole() {
            return format != 3;
        }

        boolean holds(double value) {
            return value >= least && value <= greatest || !isWhole() && !Double.isFinite(value);
        }

        /** Whether a number can stand for a cell without data. */
        public boolean isFor(double noData) {
            return holds(noData) && (!isWhole() || noData == Math.rint(noData));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public CellEncoding {
        if (!type.isFor(noData)) {
            throw RiskMapException.of("io.cells-no-data", type, noData);
        }
    }

    /** By its names; null or blank for the usual one: 32-bit decimal numbers, and what stands for none in them. */
    public static CellEncoding of(String type, String noData) {
        Type chosen = type == null || type.isBlank() ? Type.FLOAT32 : type(type.strip());
        return new CellEncoding(
                chosen, noData == null || noData.isBlank() ? chosen.usual : number(chosen, noData.strip()));
    }

    private static Type type(String name) {
        return Stream.of(Type.values())
                .filter(one -> one.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> RiskMapException.of(
                        "io.cells-type",
                        name,
                        NameList.of(Stream.of(Type.values()).map(Type::toString).toList())));
    }

    private static double number(Type type, String text) {
        try {
            return text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException none) {
            throw RiskMapException.of("io.cells-no-data", type, text);
        }
    }

    /**
     * What is to be told of a grid written so: cells whose value is the number that stands for none, which whoever reads the
     * file takes for none, and cells that are rounded.
     *
     * @throws RiskMapException when cells are beyond what the type can hold
     */
    public List<Message> heed(Grid grid) {
        int none = 0;
        int rounded = 0;
        int beyond = 0;
        for (float cell : grid.cells()) {
            if (Float.isNaN(cell)) {
                continue;
            }
            double written = written(cell);
            none += written == noData || type == Type.FLOAT32 && cell == (float) noData ? 1 : 0;
            rounded += written != cell ? 1 : 0;
            beyond += type.holds(written) ? 0 : 1;
        }
        if (beyond > 0) {
            throw RiskMapException.of("io.cells-beyond", beyond, type);
        }
        List<Message> told = new ArrayList<>();
        if (none > 0) {
            told.add(Message.of("io.cells-as-none", none, noDataText()));
        }
        if (rounded > 0) {
            told.add(Message.of("io.cells-rounded", rounded, type));
        }
        return told;
    }

    private double written(float cell) {
        return type.isWhole() ? Math.signum(cell) * Math.floor(Math.abs((double) cell) + 0.5) : cell;
    }

    /** Writes one cell. */
    public void put(ByteBuffer bytes, float cell) {
        double value = Float.isNaN(cell) ? noData : written(cell);
        switch (type) {
            case BYTE -> bytes.put((byte) (int) value);
            case INT16, UINT16 -> bytes.putShort((short) (int) value);
            case INT32, UINT32 -> bytes.putInt((int) (long) value);
            case FLOAT32 -> bytes.putFloat((float) value);
            default -> bytes.putDouble(value);
        }
    }

    /** The number that stands for none, as the file states it. */
    public String noDataText() {
        boolean whole = noData == Math.rint(noData) && Math.abs(noData) < 1e15;
        return Double.isNaN(noData) ? "nan" : whole ? Long.toString((long) noData) : Double.toString(noData);
    }
}
