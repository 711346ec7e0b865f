package riskmap.data.gpkg;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The values of one column, row by row. Numbers stand as such as long as all that are there are of one class, {@link Double},
 * {@link Integer} or {@link Long}: a million of them then take 8 MB, not 20, and nothing that has to be tidied up.
 */
final class ValueColumn {
    /** The class of {@link #numbers}, null until the first value that is there. */
    private Class<?> of;

    /** The bits of the doubles, or the whole numbers; null where there are none. */
    private long[] numbers;

    private final BitSet missing = new BitSet();
    /** All values, where they are not numbers of one class; else null. */
    private Object[] objects;

    private int room;

    ValueColumn(int room) {
        this.room = room;
    }

    /** Makes room for so many rows. */
    void grow(int rows) {
        room = rows;
        numbers = numbers == null ? null : Arrays.copyOf(numbers, rows);
        objects = objects == null ? null : Arrays.copyOf(objects, rows);
    }

    /** Adds the value of the next row, null where there is none. */
    void put(int row, Object value) {
        if (objects != null) {
            objects[row] = value;
        } else if (value == null) {
            missing.set(row);
        } else if (value instanceof Double number && isOf(Double.class)) {
            numbers[row] = Double.doubleToRawLongBits(number);
        } else if (value instanceof Integer number && isOf(Integer.class)) {
            numbers[row] = number;
        } else if (value instanceof Long number && isOf(Long.class)) {
            numbers[row] = number;
        } else {
            Object[] all = new Object[room];
            for (int i = 0; i < row; i++) {
                all[i] = get(i);
            }
            all[row] = value;
            objects = all;
            numbers = null;
        }
    }

    /** Adds the first values of another column. */
    void putAll(int row, ValueColumn other, int count) {
        if (objects == null && other.objects == null && other.of != null && isOf(other.of)) {
            System.arraycopy(other.numbers, 0, numbers, row, count);
            other.missing.stream().forEach(at -> missing.set(row + at));
        } else if (other.objects != null && (objects != null || row == 0)) {
            objects = objects == null ? new Object[room] : objects;
            System.arraycopy(other.objects, 0, objects, row, count);
        } else {
            for (int i = 0; i < count; i++) {
                put(row + i, other.get(i));
            }
        }
    }

    /** Whether the numbers are of this class, which they are where it is the first. */
    private boolean isOf(Class<?> type) {
        if (of == null) {
            of = type;
            numbers = new long[room];
        }
        return of == type;
    }

    Object get(int row) {
        if (objects != null) {
            return objects[row];
        }
        if (missing.get(row)) {
            return null;
        }
        if (of == Double.class) {
            return Double.longBitsToDouble(numbers[row]);
        }
        return of == Integer.class ? (Object) (int) numbers[row] : (Object) numbers[row];
    }

    /** Whether all values are numbers of one class, or none. */
    boolean isOfNumbers() {
        return objects == null;
    }

    /** Whether there is a value that is no number. */
    boolean isOther(int row) {
        return objects != null && objects[row] != null && !(objects[row] instanceof Number);
    }

    /** As a number; NaN where it is none. */
    double number(int row) {
        if (objects != null) {
            return objects[row] instanceof Number number ? number.doubleValue() : Double.NaN;
        }
        if (missing.get(row)) {
            return Double.NaN;
        }
        return of == Double.class ? Double.longBitsToDouble(numbers[row]) : numbers[row];
    }
}
