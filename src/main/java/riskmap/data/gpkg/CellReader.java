package riskmap.data.gpkg;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Reads one column's cells as the Java values of its type. A cell that holds something else (SQLite lets it) is given as
 * found where it cannot be made one of the type: shown, never silently changed.
 */
@FunctionalInterface
interface CellReader {
    Object read(StoredRow row, int index) throws SQLException;

    static CellReader of(ColumnType type) {
        return type == ColumnType.TEXT
                ? new TextReader(() -> {}, false)
                : (row, index) -> value(type, row.value(index));
    }

    /** What SQLite gives for a cell, as a value of the column's type. */
    static Object value(ColumnType type, Object cell) {
        return switch (type) {
            case BOOLEAN -> flag(cell);
            case TINYINT -> whole(cell, Byte.MIN_VALUE, Byte.MAX_VALUE, type);
            case SMALLINT -> whole(cell, Short.MIN_VALUE, Short.MAX_VALUE, type);
            case MEDIUMINT -> whole(cell, Integer.MIN_VALUE, Integer.MAX_VALUE, type);
            case INTEGER -> whole(cell, Long.MIN_VALUE, Long.MAX_VALUE, type);
            case FLOAT -> cell instanceof Number number ? (Object) number.floatValue() : cell;
            case REAL -> real(cell);
            case TEXT -> cell instanceof Number ? cell.toString() : cell;
            case BLOB -> cell;
            case DATE -> day(cell);
            case DATETIME -> moment(cell);
        };
    }

    private static Object flag(Object value) {
        return value instanceof Number number ? (Object) (number.doubleValue() != 0) : value;
    }

    private static Object whole(Object value, long least, long most, ColumnType type) {
        if (!(value instanceof Integer) && !(value instanceof Long)) {
            return value;
        }
        long number = ((Number) value).longValue();
        if (number < least || number > most) {
            return number;
        }
        return switch (type) {
            case TINYINT -> (Object) (byte) number;
            case SMALLINT -> (short) number;
            case MEDIUMINT -> (int) number;
            default -> number;
        };
    }

    private static Object real(Object value) {
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    private static Object day(Object value) {
        LocalDate day = value instanceof String text ? TimeText.day(text) : null;
        return day != null ? day : value;
    }

    private static Object moment(Object value) {
        Instant moment = value instanceof String text ? TimeText.moment(text) : null;
        return moment != null ? moment : value;
    }

    /**
     * Keeps the last texts seen: columns often repeat a few words, which then take memory once. Bytes that are no UTF-8
     * are read as GB18030 where they are that, and told.
     */
    final class TextReader implements CellReader {
        private static final int KEPT = 256;
        /** What stands for bytes that are no character. */
        private static final char UNREADABLE = '\uFFFD';

        private final String[] kept = new String[KEPT];
        /** The bytes of what is kept, where these are what the file holds. */
        private final byte[][] keptBytes = new byte[KEPT][];

        private final Runnable odd;
        private final boolean isUtf8;

        /**
         * @param odd told while a row is read whose text is not UTF-8
         * @param isUtf8 whether the file holds texts as UTF-8
         */
        TextReader(Runnable odd, boolean isUtf8) {
            this.odd = odd;
            this.isUtf8 = isUtf8;
        }

        @Override
        public Object read(StoredRow row, int index) throws SQLException {
            if (isUtf8) {
                // bytes are handed over in a third of the time that a text takes
                byte[] bytes = row.bytes(index);
                return bytes == null ? null : ofBytes(bytes, row, index);
            }
            String text = row.text(index);
            if (text == null) {
                return null;
            }
            int slot = slot(text.hashCode());
            if (text.equals(kept[slot])) {
                return kept[slot];
            }
            if (text.indexOf(UNREADABLE) >= 0) {
                return fromBytes(text, row, index);
            }
            kept[slot] = text;
            return text;
        }

        private String ofBytes(byte[] bytes, StoredRow row, int index) throws SQLException {
            int slot = slot(Arrays.hashCode(bytes));
            if (Arrays.equals(bytes, keptBytes[slot])) {
                return kept[slot];
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf(UNREADABLE) >= 0) {
                return fromBytes(text, row, index);
            }
            kept[slot] = text;
            keptBytes[slot] = bytes;
            return text;
        }

        private static int slot(int hash) {
            return (hash * 0x9E3779B9) >>> 24;
        }

        private String fromBytes(String text, StoredRow row, int index) throws SQLException {
            byte[] bytes = row.bytes(index);
            if (!text.equals(new String(bytes, StandardCharsets.UTF_8)) || isStrictly(StandardCharsets.UTF_8, bytes)) {
                return text;
            }
            odd.run();
            Charset chinese = Charset.forName("GB18030");
            return isStrictly(chinese, bytes) ? new String(bytes, chinese) : text;
        }

        private static boolean isStrictly(Charset charset, byte[] bytes) {
            try {
                charset.newDecoder().decode(ByteBuffer.wrap(bytes));
                return true;
            } catch (CharacterCodingException e) {
                return false;
            }
        }
    }
}
