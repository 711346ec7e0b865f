package riskmap.io.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.io.ByteSource;
import riskmap.io.ColumnNames;
import riskmap.io.ImportLog;
import riskmap.io.Place;
import riskmap.io.PlainNumber;

/**
 * The rows of a DBF table (dBase III to Visual FoxPro without memo texts). The header's counts are not believed beyond
 * the bytes that are there.
 *
 * <p><b>Source:</b> dBase III file structure; Esri shapefile technical description (1998), p. 25.
 */
final class DbfReader implements Closeable {
    private static final int HEADER = 32;
    private static final int LANGUAGE = 29;
    private static final char DELETED = '*';

    private final ByteSource source;
    private final ImportLog log;
    private final List<RawField> rawFields = new ArrayList<>();
    private final int headerLength;
    private final int rowLength;
    private final int rows;
    private final int language;
    private List<DbfField> fields = List.of();
    private Charset charset = StandardCharsets.UTF_8;

    /** A field before its name is decoded. */
    private record RawField(byte[] name, char type, int offset, int length, int decimals) {}

    DbfReader(Path file, ImportLog log) throws IOException {
        source = new ByteSource(file);
        this.log = log;
        try {
            if (source.size() < HEADER) {
                throw RiskMapException.of("io.dbf-damaged", file);
            }
            ByteBuffer head = source.at(0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
            int stated = head.getInt(4);
            headerLength = head.getShort(8) & 0xffff;
            language = head.get(LANGUAGE) & 0xff;
            readFields();
            int fieldBytes = 1 + rawFields.stream().mapToInt(RawField::length).sum();
            int statedLength = head.getShort(10) & 0xffff;
            rowLength = statedLength < 1 ? fieldBytes : statedLength;
            if (rawFields.isEmpty() || fieldBytes > rowLength || headerLength > source.size()) {
                throw RiskMapException.of("io.dbf-damaged", file);
            }
            long whole = (source.size() - headerLength) / rowLength;
            rows = (int) Math.min(Integer.MAX_VALUE, whole < stated || stated < 0 ? whole : stated);
            if (rows < stated) {
                log.notice(Message.of("io.dbf-short", Integer.toString(stated), Integer.toString(rows)));
            }
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private void readFields() throws IOException {
        int offset = 1;
        for (long at = HEADER; at + HEADER <= Math.min(headerLength, source.size()); at += HEADER) {
            ByteBuffer entry = source.at(at, HEADER);
            if (entry.get(0) == 0x0d || entry.get(0) == 0) {
                break;
            }
            byte[] name = new byte[11];
            entry.get(0, name);
            char type = (char) (entry.get(11) & 0xff);
            int length = entry.get(16) & 0xff;
            int decimals = entry.get(17) & 0xff;
            if (type == 'C') {
                // Clipper keeps the high byte of a long text here; a damaged header is caught by the row length
                length += decimals << 8;
                decimals = 0;
            }
            rawFields.add(new RawField(name, type, offset, length, decimals));
            offset += length;
        }
    }

    int rows() {
        return rows;
    }

    /** The language driver id of the header. */
    int language() {
        return language;
    }

    /** Texts of names and rows that are not plain ASCII, as many as it takes to tell the encoding. */
    List<byte[]> samples(int most) throws IOException {
        List<byte[]> result = new ArrayList<>();
        for (RawField field : rawFields) {
            addSample(result, field.name());
        }
        for (int row = 0; row < rows && result.size() < most; row++) {
            ByteBuffer bytes = row(row);
            for (RawField field : rawFields) {
                if (field.type() == 'C' && hasHighByte(bytes, field)) {
                    byte[] value = new byte[field.length()];
                    bytes.get(field.offset(), value);
                    addSample(result, value);
                }
            }
        }
        return result;
    }

    private static boolean hasHighByte(ByteBuffer row, RawField field) {
        for (int i = field.offset(); i < field.offset() + field.length(); i++) {
            if (row.get(i) < 0) {
                return true;
            }
        }
        return false;
    }

    private static void addSample(List<byte[]> samples, byte[] value) {
        byte[] trimmed = trim(value);
        for (byte b : trimmed) {
            if (b < 0) {
                samples.add(trimmed);
                return;
            }
        }
    }

    /** Decodes names, and later values, with this encoding. */
    void decodeWith(Charset newCharset) {
        charset = newCharset;
        List<DbfField> decoded = new ArrayList<>();
        ColumnNames names = new ColumnNames(List.of());
        for (RawField field : rawFields) {
            String name = new String(trim(field.name()), charset).strip();
            if (name.isEmpty()) {
                name = "field_" + (decoded.size() + 1);
            }
            String unique = names.take(name);
            if (!unique.equals(name)) {
                log.notice(Message.of("io.column-renamed", name, unique));
            }
            decoded.add(new DbfField(unique, field.type(), field.offset(), field.length(), field.decimals()));
            if ("MGP".indexOf(field.type()) >= 0) {
                log.notice(Message.of("io.dbf-memo", unique));
            }
        }
        fields = decoded;
    }

    List<DbfField> fields() {
        return fields;
    }

    boolean isDeleted(int row) throws IOException {
        return row(row).get(0) == DELETED;
    }

    /** Reads the values of a row into an array from an index on. */
    void read(int row, Object[] values, int from, Place place) throws IOException {
        ByteBuffer bytes = row(row).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < fields.size(); i++) {
            DbfField field = fields.get(i);
            try {
                values[from + i] = value(field, bytes);
            } catch (NumberFormatException | DateTimeException unreadable) {
                log.repaired(Message.of("io.value-unreadable", field.name(), text(field, bytes)), place);
            }
        }
    }

    private ByteBuffer row(int row) throws IOException {
        return source.at(headerLength + (long) row * rowLength, rowLength);
    }

    private Object value(DbfField field, ByteBuffer row) {
        switch (field.type()) {
            case 'I', '+':
                return field.length() == 4 ? (long) row.getInt(field.offset()) : null;
            case 'B', 'O':
                return field.length() == 8 ? row.getDouble(field.offset()) : null;
            case 'Y':
                return field.length() == 8 ? row.getLong(field.offset()) / 1e4 : null;
            case 'M', 'G', 'P', '0':
                return null;
            default:
        }
        if (field.type() == 'N' || field.type() == 'F') {
            Number plain = PlainNumber.read(row, field.offset(), field.length(), field.binding() == Long.class);
            if (plain != null) {
                return plain;
            }
        }
        String text = text(field, row);
        return text.isEmpty() ? null : parsed(field, text);
    }

    private static Object parsed(DbfField field, String text) {
        switch (field.type()) {
            case 'N', 'F':
                String number = text.strip();
                if (number.isEmpty() || number.charAt(0) == '*') {
                    return null;
                }
                if (field.binding() == Long.class) {
                    return number.indexOf('.') < 0 ? Long.parseLong(number) : wholeNumber(number);
                }
                return finite(Double.parseDouble(number.replace(',', '.')));
            case 'L':
                return switch (text.strip()) {
                    case "T", "t", "Y", "y", "1" -> Boolean.TRUE;
                    case "F", "f", "N", "n", "0" -> Boolean.FALSE;
                    default -> null;
                };
            case 'D':
                String day = text.strip();
                return day.isEmpty() || day.equals("00000000") ? null : date(day);
            default:
                return text;
        }
    }

    private static Long wholeNumber(String number) {
        double value = Double.parseDouble(number);
        if (value != Math.rint(value)) {
            throw new NumberFormatException(number);
        }
        return (long) value;
    }

    private static Double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new NumberFormatException();
        }
        return value;
    }

    private static LocalDate date(String day) {
        String digits = day.length() == 8 ? day : day.replaceAll("[^0-9]", "");
        if (digits.length() != 8) {
            throw new NumberFormatException(day);
        }
        return LocalDate.of(
                Integer.parseInt(digits.substring(0, 4)),
                Integer.parseInt(digits.substring(4, 6)),
                Integer.parseInt(digits.substring(6)));
    }

    private String text(DbfField field, ByteBuffer row) {
        int end = field.offset() + field.length();
        int start = field.offset();
        while (end > start && (row.get(end - 1) == ' ' || row.get(end - 1) == 0)) {
            end--;
        }
        byte[] bytes = new byte[end - start];
        row.get(start, bytes);
        return CutText.decode(bytes, charset);
    }

    private static byte[] trim(byte[] value) {
        int end = 0;
        while (end < value.length && value[end] != 0) {
            end++;
        }
        while (end > 0 && value[end - 1] == ' ') {
            end--;
        }
        return java.util.Arrays.copyOf(value, end);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
