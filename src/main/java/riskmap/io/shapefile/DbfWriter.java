package riskmap.io.shapefile;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import riskmap.base.Message;
import riskmap.io.ColumnNames;
import riskmap.io.Encodings;
import riskmap.io.ImportLog;
import riskmap.io.Place;

/** Writes a dBase III table; the number of rows must be known before. */
final class DbfWriter implements Closeable {
    private static final int NAME_BYTES = 10;
    private static final int LONGEST_TEXT = 254;
    private static final int GB18030_LANGUAGE = 0x4d;

    private final OutputStream out;
    private final List<DbfField> fields;
    private final Charset charset;
    private final ImportLog log;
    private final byte[] row;

    DbfWriter(Path file, List<DbfField> fields, long rows, Charset charset, ImportLog log) throws IOException {
        this.fields = fields;
        this.charset = charset;
        this.log = log;
        DbfField last = fields.get(fields.size() - 1);
        row = new byte[last.offset() + last.length()];
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        ByteBuffer head = ByteBuffer.allocate(32 + 32 * fields.size() + 1).order(ByteOrder.LITTLE_ENDIAN);
        // a fixed date: the same features give the same bytes
        head.put((byte) 3).put((byte) 126).put((byte) 1).put((byte) 1);
        head.putInt((int) rows).putShort((short) head.capacity()).putShort((short) row.length);
        head.put(29, (byte) (charset.equals(Encodings.GB18030) ? GB18030_LANGUAGE : 0));
        int at = 32;
        for (DbfField field : fields) {
            head.put(at, field.name().getBytes(charset));
            head.put(at + 11, (byte) field.type()).put(at + 16, (byte) field.length());
            head.put(at + 17, (byte) field.decimals());
            at += 32;
        }
        head.put(at, (byte) 0x0d);
        out.write(head.array());
    }

    /** A column for values of a type, behind the others; a name that had to change is said. */
    static DbfField field(
            String name, Class<?> binding, int longest, List<DbfField> before, Charset charset, ImportLog log) {
        int offset = 1;
        for (DbfField field : before) {
            offset = field.offset() + field.length();
        }
        String unique = fieldName(name, before.stream().map(DbfField::name).toList(), charset);
        if (!unique.equals(name)) {
            log.notice(Message.of("io.column-renamed", name, unique));
        }
        if (binding == Integer.class || binding == Short.class || binding == Byte.class) {
            return new DbfField(unique, 'N', offset, 11, 0);
        }
        if (binding == Long.class) {
            return new DbfField(unique, 'N', offset, 18, 0);
        }
        if (Number.class.isAssignableFrom(binding)) {
            return new DbfField(unique, 'N', offset, 24, 15);
        }
        if (binding == Boolean.class) {
            return new DbfField(unique, 'L', offset, 1, 0);
        }
        if (binding == LocalDate.class) {
            return new DbfField(unique, 'D', offset, 8, 0);
        }
        return new DbfField(unique, 'C', offset, Math.max(1, Math.min(LONGEST_TEXT, longest)), 0);
    }

    /** The name cut to the bytes a column name may have, with a number at its end where it is taken. */
    private static String fieldName(String name, List<String> taken, Charset charset) {
        String cut = new String(CutText.encode(name, NAME_BYTES, charset), charset);
        for (int i = 1; cut.isBlank() || ColumnNames.isTaken(cut, taken); i++) {
            String suffix = "_" + i;
            cut = new String(CutText.encode(name, NAME_BYTES - suffix.length(), charset), charset) + suffix;
        }
        return cut;
    }

    /** Writes a row; one value per field. */
    void write(Object[] values, Place place) throws IOException {
        Arrays.fill(row, (byte) ' ');
        for (int i = 0; i < fields.size(); i++) {
            if (values[i] != null) {
                put(fields.get(i), values[i], place);
            }
        }
        out.write(row);
    }

    private void put(DbfField field, Object value, Place place) {
        switch (field.type()) {
            case 'N' -> putNumber(field, (Number) value, place);
            case 'L' -> row[field.offset()] = (byte) (Boolean.TRUE.equals(value) ? 'T' : 'F');
            case 'D' ->
                copy(
                        field,
                        ((LocalDate) value)
                                .format(DateTimeFormatter.BASIC_ISO_DATE)
                                .getBytes(StandardCharsets.US_ASCII));
            default -> {
                byte[] bytes = CutText.encode(value.toString(), field.length(), charset);
                if (bytes.length == field.length() && value.toString().getBytes(charset).length > bytes.length) {
                    log.repaired(Message.of("io.text-cut", field.name(), Integer.toString(field.length())), place);
                }
                copy(field, bytes);
            }
        }
    }

    private void putNumber(DbfField field, Number value, Place place) {
        String text = value.toString();
        if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                log.repaired(Message.of("io.number-left-out", field.name(), text), place);
                return;
            }
            String plain = new BigDecimal(text).toPlainString();
            text = plain.length() <= field.length() ? plain : text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > field.length()) {
            log.repaired(Message.of("io.number-left-out", field.name(), text), place);
            return;
        }
        System.arraycopy(bytes, 0, row, field.offset() + field.length() - bytes.length, bytes.length);
    }

    private void copy(DbfField field, byte[] bytes) {
        System.arraycopy(bytes, 0, row, field.offset(), Math.min(bytes.length, field.length()));
    }

    @Override
    public void close() throws IOException {
        out.write(0x1a);
        out.close();
    }
}
