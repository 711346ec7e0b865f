package riskmap.analysis.cross;

import java.util.Arrays;
import java.util.Locale;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/**
 * What the cells of a cross-table say of their features.
 *
 * @param kind how it is worked out
 * @param field the field it is worked out from, empty for those that need none
 */
public record Measure(Kind kind, String field) {
    /** How features become one number. */
    public enum Kind {
        /** How many. */
        COUNT,
        /** The sum of a field. */
        SUM,
        /** The mean of a field over the features that have a value. */
        MEAN,
        /** The least value of a field. */
        MIN,
        /** The greatest value of a field. */
        MAX,
        /** The sum of the areas on the ellipsoid, in m². */
        AREA,
        /** The sum of the lengths on the ellipsoid, in m. */
        LENGTH;

        /** As on the command line: {@code sum}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is worked out from a field. */
        public boolean needsField() {
            return this == SUM || this == MEAN || this == MIN || this == MAX;
        }
    }

    public static final Measure COUNT = new Measure(Kind.COUNT, "");

    /** A measure from its text, such as {@code count}, {@code sum:people} or {@code area}. */
    public static Measure of(String text) {
        String[] parts = text.strip().split(":", 2);
        String name = parts[0].strip().toLowerCase(Locale.ROOT);
        String field = parts.length == 2 ? parts[1].strip() : "";
        for (Kind kind : Kind.values()) {
            if (kind.key().equals(name) && kind.needsField() == !field.isEmpty()) {
                return new Measure(kind, field);
            }
        }
        throw RiskMapException.of(
                "analysis.cross-measure-wrong",
                text,
                NameList.of(Arrays.stream(Kind.values())
                        .map(kind -> kind.needsField() ? kind.key() + ":FIELD" : kind.key())
                        .toList()));
    }

    /** The text it can be made from again. */
    public String text() {
        return field.isEmpty() ? kind.key() : kind.key() + ":" + field;
    }
}
