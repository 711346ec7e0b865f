package riskmap.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Feature ids in the order of a table, packed: ids of one layer share a beginning and end in a number ({@code
 * building.4711}), so eight bytes each are enough for a million rows. Other ids are kept as they are.
 */
final class IdList {
    private String prefix;
    private long[] numbers = new long[1024];
    private List<String> others;
    private int size;

    synchronized int size() {
        return size;
    }

    synchronized void add(String id) {
        int dot = id.lastIndexOf('.') + 1;
        String start = id.substring(0, dot);
        if (prefix == null) {
            prefix = start;
        }
        Long number = start.equals(prefix) ? number(id.substring(dot)) : null;
        if (number == null && others == null) {
            unpack();
        }
        if (others != null) {
            others.add(id);
        } else {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size] = number;
        }
        size++;
    }

    synchronized String get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return others != null ? others.get(index) : prefix + numbers[index];
    }

    /** Where this id stands, -1 when it does not. */
    synchronized int indexOf(String id) {
        if (others != null) {
            return others.indexOf(id);
        }
        if (prefix == null || !id.startsWith(prefix)) {
            return -1;
        }
        Long number = number(id.substring(prefix.length()));
        for (int i = 0; number != null && i < size; i++) {
            if (numbers[i] == number) {
                return i;
            }
        }
        return -1;
    }

    /** Where the ids with these numbers stand, ascending. */
    synchronized int[] indicesOf(Set<Long> wanted) {
        return wanted.isEmpty() || others != null
                ? new int[0]
                : IntStream.range(0, size)
                        .filter(i -> wanted.contains(numbers[i]))
                        .toArray();
    }

    /** Takes out the ids at these places, ascending. */
    synchronized void remove(int[] places) {
        int to = places.length == 0 ? size : places[0];
        int next = 0;
        for (int from = to; from < size; from++) {
            if (next < places.length && places[next] == from) {
                next++;
            } else if (others == null) {
                numbers[to++] = numbers[from];
            } else {
                others.set(to++, others.get(from));
            }
        }
        size = to;
        if (others != null) {
            others.subList(to, others.size()).clear();
        }
    }

    private void unpack() {
        others = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            others.add(prefix + numbers[i]);
        }
    }

    /** The number a text is, null when writing it back would give another text. */
    private static Long number(String text) {
        if (text.isEmpty() || text.length() > 18 || text.length() > 1 && text.charAt(0) == '0') {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
        }
        return Long.valueOf(text);
    }
}
