package riskmap.app.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import riskmap.analysis.CountingRule;
import riskmap.base.RiskMapException;

/**
 * What a side of a cross-table shows, as text: {@code field}, {@code field@1,3,10} for classes [a, b) of numbers, or
 * {@code layer:field} for the zones of a layer, with a counting rule and {@code every} behind where they are not the usual
 * ones: {@code flood_zone:depth_m:intersects:every}.
 *
 * @param layer the layer of the zones, empty for a field of the features themselves
 * @param field the field whose values are the categories
 * @param breaks where numbers are classed, else empty
 * @param rule when a feature counts for a zone
 * @param every whether a feature in several zones counts in each of them, not only in the first
 */
public record SideSpec(String layer, String field, List<Double> breaks, CountingRule rule, boolean every) {
    private static final String EVERY = "every";

    public SideSpec {
        breaks = List.copyOf(breaks);
    }

    /** By the values of a field. */
    public static SideSpec field(String field) {
        return new SideSpec("", field, List.of(), CountingRule.CENTROID_WITHIN, false);
    }

    /** By the zones of a layer. */
    public static SideSpec zones(String layer, String field, CountingRule rule) {
        return new SideSpec(layer, field, List.of(), rule, false);
    }

    /** A side from its text. */
    public static SideSpec of(String text) {
        String[] parts = text.strip().split(":");
        if (parts.length >= 2 && parts.length <= 4) {
            CountingRule rule = CountingRule.CENTROID_WITHIN;
            boolean every = false;
            for (String part : Arrays.asList(parts).subList(2, parts.length)) {
                if (part.equals(EVERY)) {
                    every = true;
                } else {
                    rule = rule(part, text);
                }
            }
            return new SideSpec(parts[0], parts[1], List.of(), rule, every);
        }
        int at = text.indexOf('@');
        if (text.isBlank() || parts.length != 1 || at == 0) {
            throw RiskMapException.of("app.query-side-wrong", text);
        }
        if (at < 0) {
            return field(text.strip());
        }
        List<Double> breaks = new ArrayList<>();
        for (String number : text.substring(at + 1).split("[,，]")) {
            try {
                breaks.add(Double.valueOf(number.strip()));
            } catch (NumberFormatException e) {
                throw RiskMapException.of("app.query-side-wrong", text);
            }
        }
        return new SideSpec("", text.substring(0, at).strip(), breaks, CountingRule.CENTROID_WITHIN, false);
    }

    private static CountingRule rule(String key, String text) {
        for (CountingRule rule : CountingRule.values()) {
            if (rule.key().equals(key.toLowerCase(Locale.ROOT))) {
                return rule;
            }
        }
        throw RiskMapException.of("app.query-side-wrong", text);
    }

    /** Whether it is by location. */
    public boolean isZones() {
        return !layer.isEmpty();
    }

    /** The text it can be made from again. */
    public String text() {
        if (isZones()) {
            return layer + ":" + field + (rule == CountingRule.CENTROID_WITHIN ? "" : ":" + rule.key())
                    + (every ? ":" + EVERY : "");
        }
        return breaks.isEmpty()
                ? field
                : field + "@" + breaks.stream().map(SideSpec::plain).collect(Collectors.joining(","));
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
