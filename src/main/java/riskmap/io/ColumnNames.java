package riskmap.io;

import java.util.Collection;
import java.util.Locale;

/** Column names that no other column has, compared without case as databases do. */
final class ColumnNames {
    private ColumnNames() {}

    /** The name, with _2, _3 … behind it where it is taken. */
    static String unique(String name, Collection<String> taken) {
        String result = name;
        for (int i = 2; isTaken(result, taken); i++) {
            result = name + "_" + i;
        }
        return result;
    }

    static boolean isTaken(String name, Collection<String> taken) {
        return taken.stream().anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
    }
}
