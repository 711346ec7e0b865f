package riskmap.map;

import java.util.regex.Pattern;
import riskmap.base.RiskMapException;

/** Colours as layouts write them: {@code #rrggbb} or {@code #rrggbbaa}. */
final class Colours {
    private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?");

    private Colours() {}

    /** The colour itself, or an error that names it. */
    static String check(String colour) {
        if (!FORM.matcher(colour).matches()) {
            throw RiskMapException.of("map.colour-invalid", colour);
        }
        return colour;
    }

    /** As {@link #check(String)}; empty for none. */
    static String checkOptional(String colour) {
        return colour == null || colour.isEmpty() ? "" : check(colour);
    }
}
