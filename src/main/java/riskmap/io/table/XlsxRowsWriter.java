package riskmap.io.table;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.io.CellText;
import riskmap.io.ImportLog;
import riskmap.io.Place;

/** Rows of a table as a sheet of a workbook, its header bold and in sight while scrolling. */
final class XlsxRowsWriter implements TableRowsWriter {
    /** Most characters of a cell. */
    static final int LONGEST = 32_767;

    private static final int MOST_COLUMNS = 16_384;
    private static final int LARGEST_ROW = 1_048_575;
    private static final int FLUSH = 1000;
    /** Whole numbers beyond 15 digits lose digits in Excel; they are written as text. */
    private static final long EXACT = 1_000_000_000_000_000L;

    /** Excel counts days from 1900 on, with a 29 February in that year which there was not: days before are texts. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Worksheet sheet;
    private final ImportLog log;
    private final Map<Integer, String> formats = new HashMap<>();
    private int row;

    XlsxRowsWriter(Workbook workbook, String title, ImportLog log) {
        // the library makes the name one that Excel takes, and no other sheet has
        sheet = workbook.newWorksheet(title);
        this.log = log;
    }

    @Override
    public void header(List<String> names) {
        if (names.size() > MOST_COLUMNS) {
            throw RiskMapException.of(
                    "io.xlsx-columns", Integer.toString(MOST_COLUMNS), Integer.toString(names.size()));
        }
        for (int i = 0; i < names.size(); i++) {
            String name = CellText.write(names.get(i));
            if (name.length() > LONGEST) {
                log.repaired(
                        Message.of("io.xlsx-header-long", Integer.toString(i + 1), Integer.toString(LONGEST)),
                        Place.line(1));
                name = name.substring(0, LONGEST - 1) + "…";
            }
            sheet.value(0, i, name);
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    @Override
    public void shown(int column, int decimals) {
        // whole numbers may be years
        if (decimals > 0) {
            formats.put(column, "#,##0." + "0".repeat(decimals));
        }
    }

    @Override
    public void row(List<Object> cells) throws IOException {
        if (row > LARGEST_ROW) {
            throw RiskMapException.of("io.xlsx-rows", Integer.toString(LARGEST_ROW));
        }
        boolean filled = false;
        for (int i = 0; i < cells.size(); i++) {
            filled |= cells.get(i) != null;
            put(i, cells.get(i));
        }
        if (!filled && !cells.isEmpty()) {
            // a row without any cell would not be there when the sheet is read
            sheet.inlineString(row, 0, "");
        }
        if (++row % FLUSH == 0) {
            sheet.flush();
        }
    }

    private void put(int column, Object cell) {
        if (cell instanceof LocalDate day && isCounted(day)) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof Instant moment && isCounted(utc(moment).toLocalDate())) {
            sheet.value(row, column, utc(moment));
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (cell instanceof Boolean flag) {
            sheet.value(row, column, flag);
        } else if (cell instanceof Long number && Math.abs(number) >= EXACT) {
            sheet.inlineString(row, column, number.toString());
        } else if (cell instanceof Number number) {
            if (Double.isFinite(number.doubleValue())) {
                sheet.value(row, column, number);
                String format = formats.get(column);
                if (format != null) {
                    sheet.style(row, column).format(format).set();
                }
            }
        } else if (cell != null) {
            text(column, CellText.write(cell.toString()));
        }
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static boolean isCounted(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    private void text(int column, String text) {
        if (text.length() > LONGEST) {
            log.repaired(Message.of("io.xlsx-text-long", Integer.toString(LONGEST)), Place.line(row + 1L));
        } else {
            sheet.inlineString(row, column, text);
        }
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
