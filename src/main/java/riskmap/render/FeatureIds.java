package riskmap.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Feature ids, as numbers where they are {@code layer.NUMBER} throughout, which a million of them afford. */
final class FeatureIds {
    /** Numbers from here on are kept as text. */
    private static final int MOST = 1_000_000_000;

    private String prefix;
    private int[] numbers = new int[1024];
    private int size;
    /** All ids as text, once one of them was not a number after the prefix. */
    private List<String> texts;

    void add(String id) {
        if (texts == null && !addNumber(id)) {
            texts = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                texts.add(prefix + numbers[i]);
            }
            numbers = new int[0];
        }
        if (texts != null) {
            texts.add(id);
        }
        size++;
    }

    /** Adds the id {@code layer.key}. */
    void add(String layer, long key) {
        boolean fits = texts == null && key >= 0 && key < MOST && (prefix == null || isPrefix(layer));
        if (!fits) {
            add(layer + "." + key);
            return;
        }
        addNumber(prefix == null ? layer + "." : prefix, (int) key);
    }

    private boolean isPrefix(String layer) {
        int length = layer.length();
        return prefix.length() == length + 1 && prefix.startsWith(layer) && prefix.charAt(length) == '.';
    }

    private boolean addNumber(String id) {
        int dot = id.lastIndexOf('.') + 1;
        if (prefix == null) {
            prefix = id.substring(0, dot);
        }
        if (dot != prefix.length() || !id.startsWith(prefix)) {
            return false;
        }
        int number = 0;
        int length = id.length() - dot;
        if (length == 0 || length > 9 || (length > 1 && id.charAt(dot) == '0')) {
            return false;
        }
        for (int i = dot; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            number = number * 10 + (c - '0');
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size] = number;
        return true;
    }

    String get(int index) {
        return texts != null ? texts.get(index) : prefix + numbers[index];
    }

    /** Whether two rows have the same id. */
    boolean same(int one, int other) {
        return texts != null ? texts.get(one).equals(texts.get(other)) : numbers[one] == numbers[other];
    }

    /** Whether the ids are numbers that never fall, so that {@link #find} works: rows come in the order of their keys. */
    boolean isAscending() {
        for (int i = 1; texts == null && i < size; i++) {
            if (numbers[i] < numbers[i - 1]) {
                return false;
            }
        }
        return texts == null;
    }

    /** The first place of a number, or −1 minus the place where it would be. */
    int find(long number) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < size && numbers[low] == number ? low : -1 - low;
    }

    /** How often the number at a place is there. */
    int repeats(int index) {
        int end = index;
        while (end < size && numbers[end] == numbers[index]) {
            end++;
        }
        return end - index;
    }

    /** The same ids with further ones, all put where they belong. */
    FeatureIds with(String layer, long[] added) {
        FeatureIds result = new FeatureIds();
        int next = 0;
        for (int i = 0; i < size; i++) {
            while (next < added.length && added[next] < numbers[i]) {
                result.add(layer + "." + added[next++]);
            }
            result.addNumber(prefix, numbers[i]);
        }
        while (next < added.length) {
            result.add(layer + "." + added[next++]);
        }
        return result;
    }

    private void addNumber(String known, int number) {
        prefix = known;
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    long bytes() {
        return texts != null ? 60L * texts.size() : 4L * numbers.length;
    }
}
