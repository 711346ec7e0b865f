package riskmap.analysis.cross;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import riskmap.data.Domain;
import riskmap.data.Field;

/** The order of a field's values: by its domain, else numbers by size and texts as in a dictionary; nothing comes last. */
final class FieldOrder implements Comparator<Object> {
    /** Stands for no value, which a map or a comparison cannot hold. */
    static final Object NONE = new Object();

    /** What the catalogue calls a field of levels from 1, the lowest, to 4. */
    private static final String LEVEL = "level";

    private static final int LEVELS = 4;

    private final List<String> codes;
    private final Collator collator = Collator.getInstance(Locale.CHINA);

    FieldOrder(Field known) {
        Domain domain = known == null ? null : known.domain();
        codes = domain == null
                ? List.of()
                : domain.codes().stream().map(Domain.Code::code).toList();
    }

    /** What features of one category share: whole numbers of any width are the same. */
    static Object key(Object value) {
        if (value == null) {
            return NONE;
        }
        if (value instanceof Number number) {
            double real = number.doubleValue();
            if (Double.isNaN(real)) {
                return NONE;
            }
            boolean whole = real == Math.rint(real) && Math.abs(real) < 1e15;
            return whole ? (Object) (long) real : (Object) real;
        }
        return value instanceof Boolean ? value : value.toString();
    }

    static Category category(Object key, Field known) {
        if (key == NONE) {
            return Category.noValue();
        }
        if (key instanceof String text && text.isBlank()) {
            return Category.emptyText();
        }
        if (key instanceof Boolean flag) {
            return Category.flag(flag);
        }
        Domain domain = known == null ? null : known.domain();
        Object shown = domain == null
                ? key.toString()
                : domain.find(key.toString()).<Object>map(Domain.Code::title).orElse(key.toString());
        boolean level = domain != null && key instanceof Long && known.key().equals(LEVEL) && isLevels(domain);
        return Category.level(shown, level && (long) key >= 1 && (long) key <= LEVELS ? (int) (long) key : 0);
    }

    private static boolean isLevels(Domain domain) {
        return IntStream.rangeClosed(1, LEVELS).allMatch(level -> domain.contains(Integer.toString(level)));
    }

    @Override
    public int compare(Object one, Object other) {
        int by = Integer.compare(rank(one), rank(other));
        if (by != 0) {
            return by;
        }
        if (one instanceof Number number && other instanceof Number second) {
            return Double.compare(number.doubleValue(), second.doubleValue());
        }
        String text = one.toString();
        String second = other.toString();
        int words = collator.compare(text, second);
        return words != 0 ? words : text.compareTo(second);
    }

    private int rank(Object key) {
        if (key == NONE) {
            return Integer.MAX_VALUE;
        }
        if (key instanceof String text && text.isBlank()) {
            return Integer.MAX_VALUE - 1;
        }
        int at = codes.indexOf(key.toString());
        return at >= 0 ? at : key instanceof Number ? codes.size() : codes.size() + 1;
    }
}
