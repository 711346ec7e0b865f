package riskmap.io.raster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.TextInput;
import riskmap.io.shapefile.ShapefileFormat;

/** Reads an Esri ASCII grid, one word after another. */
final class AsciiGridReader {
    private static final Set<String> KEYS = Set.of(
            "ncols",
            "nrows",
            "xllcorner",
            "yllcorner",
            "xllcenter",
            "yllcenter",
            "cellsize",
            "dx",
            "dy",
            "nodata_value",
            "nodata");
    private static final int LONGEST_WORD = 64;
    private static final int LONGEST_SHOWN = 20;

    private final Path file;
    private final ReadOptions options;
    private final ImportLog log;
    private final Map<String, Double> header = new HashMap<>();
    private final StringBuilder word = new StringBuilder();
    private Reader in;
    private long line = 1;
    /** Whether the last character ended a line: the count follows with the next one. */
    private boolean newLine;

    AsciiGridReader(Path file, ReadOptions options, ImportLog log) {
        this.file = file;
        this.options = options;
        this.log = log;
    }

    Grid read(Progress progress) throws IOException {
        TextInput.Counter counter = new TextInput.Counter(file);
        try (Reader reader = new BufferedReader(TextInput.open(file, StandardCharsets.ISO_8859_1, counter), 1 << 16)) {
            in = reader;
            String first = readHeader();
            GridGeometry geometry = geometry();
            float[] cells = new float[geometry.cellCount()];
            Arrays.fill(cells, Float.NaN);
            readCells(first, cells, counter, progress);
            return new Grid(geometry, cells);
        }
    }

    /** Reads names and numbers; returns the first word behind them. */
    private String readHeader() throws IOException {
        while (true) {
            String key = next();
            if (key == null) {
                throw RiskMapException.of("io.asc-no-cells", file);
            }
            // a byte order mark read as Latin letters
            key = key.replace("\u00ef\u00bb\u00bf", "").toLowerCase(Locale.ROOT);
            if (!KEYS.contains(key)) {
                return key;
            }
            String value = next();
            double number = value == null ? Double.NaN : number(value);
            if (Double.isNaN(number) && !key.startsWith("nodata")) {
                throw RiskMapException.of("io.asc-header", file, Long.toString(line), key + " " + value);
            }
            header.put(key, number);
        }
    }

    private GridGeometry geometry() {
        double columns = required("ncols");
        double rows = required("nrows");
        double width = header.containsKey("dx") ? required("dx") : required("cellsize");
        double height = header.containsKey("dy") ? required("dy") : required("cellsize");
        if (columns < 1 || rows < 1 || columns != Math.rint(columns) || rows != Math.rint(rows)) {
            throw RiskMapException.of("io.raster-size", file, plain(columns), plain(rows));
        }
        if (columns > Integer.MAX_VALUE || rows > Integer.MAX_VALUE) {
            throw RiskMapException.of("io.raster-size", file, plain(columns), plain(rows));
        }
        TiffLayout.checkMemory(file, (long) columns, (long) rows);
        if (!(width > 0) || !(height > 0)) {
            throw RiskMapException.of("io.raster-cell-size", file, plain(width), plain(height));
        }
        double west = header.containsKey("xllcenter") ? header.get("xllcenter") - width / 2 : required("xllcorner");
        double south = header.containsKey("yllcenter") ? header.get("yllcenter") - height / 2 : required("yllcorner");
        return new GridGeometry(
                (int) columns,
                (int) rows,
                west,
                south + rows * height,
                width,
                height,
                ShapefileFormat.crs(file, options, log));
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private double required(String key) {
        Double value = header.get(key);
        if (value == null) {
            throw RiskMapException.of("io.asc-missing", file, key);
        }
        return value;
    }

    private void readCells(String first, float[] cells, TextInput.Counter counter, Progress progress)
            throws IOException {
        double noData = header.getOrDefault("nodata_value", header.getOrDefault("nodata", -9999.0));
        int count = 0;
        long extra = 0;
        for (String text = first; text != null; text = next()) {
            double value = number(text);
            if (Double.isNaN(value) && !text.equalsIgnoreCase("nan")) {
                if (count < cells.length) {
                    throw RiskMapException.of("io.asc-value", file, Long.toString(line), shown(text));
                }
                ignoreRest(text);
                break;
            }
            if (count >= cells.length) {
                extra++;
                continue;
            }
            cells[count++] = value == noData ? Float.NaN : (float) value;
            if (count % 100_000 == 0) {
                progress.check();
                progress.report(counter.fraction());
            }
        }
        if (count < cells.length) {
            log.notice(Message.of("io.asc-short", Integer.toString(cells.length - count)));
        }
        if (extra > 0) {
            log.notice(Message.of("io.asc-extra", Long.toString(extra)));
        }
    }

    /** Some programs write remarks behind the cells (CRS, NOTES): they say nothing about the cells, all of which are read. */
    private void ignoreRest(String first) throws IOException {
        long from = line;
        long lines = 1;
        boolean counted = true;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (newLine) {
                counted = false;
            }
            newLine = c == '\n';
            if (c > ' ' && !counted) {
                lines++;
                counted = true;
            }
        }
        log.notice(Message.of("io.asc-text", Long.toString(from), shown(first), Long.toString(lines)));
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
    }

    /** A number with a decimal point or comma; NaN when it is none. */
    private static double number(String text) {
        if (text.length() > LONGEST_WORD) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text.indexOf(',') < 0 ? text : text.replace(',', '.'));
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    /** The next word, or null at the end. */
    private String next() throws IOException {
        word.setLength(0);
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (newLine) {
                line++;
            }
            newLine = c == '\n';
            if (c > ' ') {
                word.append((char) c);
                if (word.length() > LONGEST_WORD) {
                    // longer than any number: not read to its end, which may be that of the file
                    return word.toString();
                }
            } else if (word.length() > 0) {
                return word.toString();
            }
        }
        return word.length() == 0 ? null : word.toString();
    }
}
