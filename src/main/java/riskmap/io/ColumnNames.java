package riskmap.io;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import riskmap.base.Language;
import riskmap.base.NameList;
import riskmap.base.Translated;

/** Column names that no other column has, compared without case as databases do. */
public final class ColumnNames {
    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_SHOWN = 40;

    /** In lower case. */
    private final Set<String> taken = new HashSet<>();
    /** By name in lower case, the number to try next: a damaged file has thousands of columns of one long name. */
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Names beside those that are taken already. */
    public ColumnNames(Collection<String> taken) {
        taken.forEach(name -> this.taken.add(lower(name)));
    }

    /** Takes the name, with _2, _3 … behind it where another has it. */
    public String take(String name) {
        String lower = lower(name);
        if (taken.add(lower)) {
            return name;
        }
        int number = numbers.getOrDefault(lower, 2);
        while (!taken.add(lower + "_" + number)) {
            number++;
        }
        numbers.put(lower, number + 1);
        return name + "_" + number;
    }

    /** The name, with _2, _3 … behind it where it is taken. */
    public static String unique(String name, Collection<String> taken) {
        return new ColumnNames(taken).take(name);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Names in one line of a message, the first of them where there are many. */
    public static Translated shown(Collection<String> names) {
        List<String> first = names.stream()
                .limit(MOST_SHOWN)
                .map(name -> name.replaceAll("\\s+", " "))
                .map(name -> name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name)
                .toList();
        return new Counted(new NameList(first, names.size() > MOST_SHOWN), names.size());
    }

    /** Some names, and how many there are where not all are named. */
    private record Counted(NameList first, int all) implements Translated {
        @Override
        public String in(Language language) {
            return first.in(language) + (first.more() ? " (" + all + ")" : "");
        }
    }

    public static boolean isTaken(String name, Collection<String> taken) {
        String lower = lower(name);
        return taken.stream().anyMatch(other -> lower(other).equals(lower));
    }
}
