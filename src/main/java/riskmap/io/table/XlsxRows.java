package riskmap.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import riskmap.base.RiskMapException;
import riskmap.io.XmlPull;

/**
 * The rows of a sheet: numbers, days where the cell is formatted as one, texts. An error such as #N/A is an empty cell; a
 * formula is what it last came to. Rows without any value are left out.
 */
final class XlsxRows implements TableRows {
    /** Most columns a GeoPackage table can have. */
    private static final int COLUMNS = 2000;
    /** Days until here are wrong by one for a leap day that never was (1900-02-29). */
    private static final double MARCH_1900 = 60;

    private static final double LAST_DAY = 2_958_466;

    private final Path file;
    private final XlsxPackage workbook;
    private final XmlPull xml;
    private long row;
    private long read;

    XlsxRows(Path file, String sheet, long mostBytes) throws IOException {
        this.file = file;
        workbook = new XlsxPackage(file, mostBytes);
        try {
            xml = workbook.sheet(sheet);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public TableRow next() throws IOException {
        while (xml.next()) {
            if (xml.isEnd("sheetData")) {
                return null;
            }
            if (xml.isStart("row")) {
                int stated = number(xml.attribute("r"));
                row = stated > 0 ? stated : row + 1;
                read++;
                List<Object> cells = cells();
                if (cells.stream().anyMatch(cell -> cell != null)) {
                    return new TableRow(row, Collections.unmodifiableList(cells));
                }
            }
        }
        return null;
    }

    private List<Object> cells() throws IOException {
        List<Object> cells = new ArrayList<>();
        while (xml.next() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                String address = xml.attribute("r");
                int column = address == null ? cells.size() : column(address);
                if (column >= COLUMNS) {
                    throw RiskMapException.of("io.table-wide", file, Integer.toString(column + 1));
                }
                while (cells.size() <= column) {
                    cells.add(null);
                }
                cells.set(column, cell());
            }
        }
        return cells;
    }

    private Object cell() throws IOException {
        String type = xml.attribute("t");
        int format = number(xml.attribute("s"));
        String value = null;
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("v")) {
                value = xml.text();
            } else if (xml.isStart("is")) {
                value = XlsxPackage.richText(xml, "is");
            } else if (xml.isStart()) {
                xml.skip();
            }
        }
        if (value == null || "e".equals(type)) {
            return null;
        }
        return switch (type == null ? "n" : type) {
            case "s" -> workbook.text(number(value));
            case "inlineStr", "str" -> value;
            case "b" -> value.strip().equals("1") || value.strip().equals("true");
            case "d" -> iso(value.strip());
            default -> numeric(value.strip(), format);
        };
    }

    private Object numeric(String text, int format) throws IOException {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return text.isEmpty() ? null : text;
        }
        return workbook.isDate(format) ? day(value) : value;
    }

    /** A number of days as a day or moment; less than a day is a time. */
    private Object day(double days) {
        if (!(days >= 0 && days < LAST_DAY)) {
            return days;
        }
        LocalDate origin = workbook.countsFrom1904()
                ? LocalDate.of(1904, 1, 1)
                : LocalDate.of(1899, 12, days < MARCH_1900 ? 31 : 30);
        LocalDateTime time = origin.atStartOfDay().plusSeconds(Math.round(days * 86_400));
        return days < 1 ? time.toLocalTime().toString() : time;
    }

    private static Object iso(String text) {
        try {
            return text.length() > 10 ? LocalDateTime.parse(text.replace("Z", "")) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    /** The column of an address such as AB12, from 0; beyond any sheet's when it is none. */
    private static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = Math.min(COLUMNS + 1, column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1);
        }
        return column < 1 ? COLUMNS : column - 1;
    }

    /** A whole number, −1 where there is none. */
    static int number(String text) {
        try {
            return text == null ? -1 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The size is not known before the end: it comes ever closer to 1. */
    @Override
    public double fraction() {
        return read / (read + 20_000.0);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } finally {
            workbook.close();
        }
    }
}
