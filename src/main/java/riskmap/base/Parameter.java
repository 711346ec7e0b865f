package riskmap.base;

import java.math.BigDecimal;
import java.util.List;

/**
 * A value the user may choose, declared once: the form, the command-line option, the log line and the line of the
 * report are all made from it.
 *
 * <p>Title and help are messages whose keys derive from the owner: {@code <owner>.<key>} and {@code <owner>.<key>.help},
 * where the owner is, say, {@code analysis.zonal-statistics} or {@code risk.combined}.
 *
 * @param owner prefix of the message keys, {@code package.id}
 * @param key name on the command line, lower-case with hyphens
 * @param type what values it takes
 * @param unit unit symbol such as {@code m}, or the empty string
 * @param defaultValue the value when none is given, as text in the form of the command line; null when one must be given
 *     (or, if optional, when none is meant)
 * @param minimum least number allowed, or null
 * @param maximum greatest number allowed, or null
 * @param choices the values of a CHOICE; empty otherwise
 * @param optional whether it may be left without a value
 * @param unverified whether its default was not seen in the printed standard it should follow: the form, the command line
 *     and the record of a run then say “check against the standard”
 * @param use of which choice of another parameter it is a detail; null where it counts whatever is chosen
 */
public record Parameter(
        String owner,
        String key,
        Type type,
        String unit,
        String defaultValue,
        Double minimum,
        Double maximum,
        List<String> choices,
        boolean optional,
        boolean unverified,
        Use use) {

    /**
     * What has to be chosen for a parameter to count, such as the sea as the water that rises for the level of the sea.
     *
     * @param key of the parameter in which it is chosen
     * @param choice what has to be chosen there
     */
    public record Use(String key, String choice) {}

    /** The unit of what is measured in the coordinates of the input: metres, or degrees. */
    public static final String COORDINATE_UNIT = "坐标单位";

    /** What values a parameter takes. */
    public enum Type {
        /** A decimal number. */
        NUMBER,
        /** A whole number. */
        INTEGER,
        /** Decimal numbers separated by commas. */
        NUMBERS,
        /** A place in the project's coordinates: easting and northing separated by a comma. */
        PLACE,
        /** Easting of a place whose {@link #NORTHING} is the next parameter. */
        EASTING,
        /** Northing of the place whose {@link #EASTING} is the parameter before. */
        NORTHING,
        /** Pairs {@code name=number} separated by commas. */
        WEIGHTS,
        /** Rows of numbers: rows separated by semicolons, the numbers of a row by commas; all rows equally long. */
        TABLE,
        TEXT,
        /** One of the choices. */
        CHOICE,
        BOOLEAN,
        /** Name of a field of the input. */
        FIELD,
        /** Names of fields separated by commas. */
        FIELDS,
        /** An ECQL expression or condition. */
        EXPRESSION,
        /** An authority code such as EPSG:4550. */
        CRS,
        /** Name of a layer or raster of the project. */
        LAYER,
        /** Names of layers separated by commas. */
        LAYERS,
        /** Factors of a combination, written as its model says. */
        FACTORS,
        /** Judgements of a pairwise comparison: the numbers above the diagonal, row by row; {@code 1/3} is a number. */
        JUDGEMENTS,
        /** A feature layer, given with {@code --in}. */
        FEATURES,
        /** A raster, given with {@code --in}. */
        GRID
    }

    public Parameter {
        choices = List.copyOf(choices);
    }

    public static Parameter number(
            String owner, String key, String unit, double value, double minimum, double maximum) {
        return bounded(owner, key, Type.NUMBER, unit, text(value), minimum, maximum);
    }

    public static Parameter integer(String owner, String key, String unit, long value, long minimum, long maximum) {
        return bounded(owner, key, Type.INTEGER, unit, Long.toString(value), (double) minimum, (double) maximum);
    }

    public static Parameter choice(String owner, String key, String value, String... choices) {
        return new Parameter(owner, key, Type.CHOICE, "", value, null, null, List.of(choices), false, false, null);
    }

    /** A parameter of any type without bounds. */
    public static Parameter of(String owner, String key, Type type, String value) {
        return bounded(owner, key, type, "", value, null, null);
    }

    /** A parameter of any type whose numbers lie within bounds; null for no bound. */
    public static Parameter bounded(
            String owner, String key, Type type, String unit, String value, Double minimum, Double maximum) {
        return new Parameter(owner, key, type, unit, value, minimum, maximum, List.of(), false, false, null);
    }

    /** The same parameter, which may be left without a value. */
    public Parameter asOptional() {
        return new Parameter(owner, key, type, unit, defaultValue, minimum, maximum, choices, true, unverified, use);
    }

    /** The same parameter, whose default is to be checked against the standard. */
    public Parameter asUnverified() {
        return new Parameter(owner, key, type, unit, defaultValue, minimum, maximum, choices, optional, true, use);
    }

    /** The same parameter, which changes nothing unless this is chosen in another one. */
    public Parameter onlyFor(String other, String choice) {
        return new Parameter(
                owner,
                key,
                type,
                unit,
                defaultValue,
                minimum,
                maximum,
                choices,
                optional,
                unverified,
                new Use(other, choice));
    }

    public boolean isInput() {
        return type == Type.FEATURES || type == Type.GRID;
    }

    public Message title() {
        return Message.of(owner + "." + key);
    }

    /**
     * Its title with its key, as messages name it: people know the one, commands take the other. Where the English title is
     * the key, it stands alone in English.
     */
    public Message called() {
        boolean same = title().exists() && title().text(Language.ENGLISH).equalsIgnoreCase(key);
        // the pattern chooses by the last number: texts of all languages have the same placeholders
        return same
                ? Message.of("base.parameter-called-same", title(), key, 0)
                : Message.of("base.parameter-called", title(), key);
    }

    public Message help() {
        return Message.of(owner + "." + key + ".help");
    }

    /** What could be typed, where one has been written down: {@code <owner>.<key>.example}. */
    public Message example() {
        return Message.of(owner + "." + key + ".example");
    }

    /** What a choice is called in the form: {@code <owner>.<key>.<choice>}. */
    public Message choiceTitle(String choice) {
        return Message.of(owner + "." + key + "." + choice);
    }

    /** As people write it: a millionth is 0.000001, not 1.0E-6. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
