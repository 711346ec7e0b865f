package riskmap.io;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import riskmap.base.RiskMapException;

/** The rows of a sheet: numbers, days where the cell is formatted as one, texts. Rows without any value are left out. */
final class XlsxRows implements TableRows {
    /** With the formats of the cells: only they tell a day from a number. */
    static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    /** Most columns a GeoPackage table can have. */
    private static final int COLUMNS = 2000;
    /** Quoted text, colours and conditions in brackets, escaped and padding characters of a number format. */
    private static final Pattern NO_CODE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");

    private final Path file;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private long read;

    XlsxRows(Path file, String sheet) throws IOException {
        this.file = file;
        workbook = new ReadableWorkbook(file.toFile(), OPTIONS);
        try {
            Sheet found = workbook.findSheet(sheet).orElseThrow();
            stream = found.openStream();
            rows = stream.iterator();
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public TableRow next() throws IOException {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                read++;
                if (row.getCellCount() > COLUMNS) {
                    throw RiskMapException.of("io.table-wide", file, Integer.toString(row.getCellCount()));
                }
                List<Object> cells = new ArrayList<>(row.getCellCount());
                boolean filled = false;
                for (int i = 0; i < row.getCellCount(); i++) {
                    Object value = value(row.getCell(i));
                    cells.add(value);
                    filled |= value != null;
                }
                if (filled) {
                    return new TableRow(row.getRowNum(), Collections.unmodifiableList(cells));
                }
            }
            return null;
        } catch (ExcelReaderException | IllegalArgumentException e) {
            throw XlsxFormat.damaged(file, e);
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The value of a cell; an error such as #N/A is none, a formula is what it last came to. */
    private static Object value(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return null;
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.getValue();
        }
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell) ? date(cell) : cell.getValue();
        }
        if (cell.getType() == CellType.FORMULA) {
            return cell.getValue() instanceof java.math.BigDecimal number && isDate(cell)
                    ? dateOf(number.doubleValue())
                    : cell.getValue();
        }
        return cell.getText();
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        // the formats Chinese and other eastern editions keep under numbers without a text
        if (id != null && (id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null || format.equalsIgnoreCase("General") || format.indexOf('@') >= 0) {
            return false;
        }
        String code = NO_CODE.matcher(format.split(";")[0]).replaceAll("");
        boolean number = code.indexOf('0') >= 0 && code.indexOf('.') < 0 || code.indexOf('#') >= 0;
        return !number && code.chars().anyMatch(c -> "yYmMdDhHs".indexOf(c) >= 0);
    }

    private static Object date(Cell cell) {
        try {
            LocalDateTime time = cell.asDate();
            return time.getYear() < 1900 ? (Object) time.toLocalTime().toString() : time;
        } catch (DateTimeException | ExcelReaderException | NumberFormatException e) {
            return cell.getValue();
        }
    }

    /** Days since the end of 1899, as Excel counts from March 1900 on. */
    private static LocalDateTime dateOf(double days) {
        return LocalDateTime.of(1899, 12, 30, 0, 0).plusSeconds(Math.round(days * 86_400));
    }

    @Override
    public double fraction() {
        return read / (read + 20_000.0);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
