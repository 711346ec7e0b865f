package riskmap.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a join does with features that have no match. */
public enum Unmatched {
    /** They stay, without values of the other layer. */
    KEEP,
    /** They are left out, and counted. */
    DROP,
    /** They are the result, with their own fields: to be looked at for why they have none. */
    ONLY;

    /** As on the command line. */
    public static Unmatched of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** The choices, the usual one first. */
    public static String[] keys() {
        return Arrays.stream(values())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    /** Takes over fields of the other layer, where the result has any of it; returns their positions there. */
    public int[] takes(OutputRows output, LayerRows other, List<String> fields, String prefix) {
        return this == ONLY ? new int[0] : output.take(other, fields, prefix);
    }
}
