package riskmap.io;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Column names that no other column has, compared without case as databases do. */
public final class ColumnNames {
    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_SHOWN = 40;

    private ColumnNames() {}

    /** The name, with _2, _3 … behind it where it is taken. */
    public static String unique(String name, Collection<String> taken) {
        String result = name;
        for (int i = 2; isTaken(result, taken); i++) {
            result = name + "_" + i;
        }
        return result;
    }

    /** Names in one line of a message, the first of them where there are many. */
    public static String shown(Collection<String> names) {
        String first = names.stream()
                .limit(MOST_SHOWN)
                .map(name -> name.replaceAll("\\s+", " "))
                .map(name -> name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name)
                .collect(Collectors.joining(", "));
        return names.size() > MOST_SHOWN ? first + " … (" + names.size() + ")" : first;
    }

    public static boolean isTaken(String name, Collection<String> taken) {
        return taken.stream().anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
    }
}
