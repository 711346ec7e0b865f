package riskmap.risk.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import riskmap.base.RiskMapException;

/**
 * A factor of a combination: what is measured of which layer, how the measure becomes a score, and how much it counts.
 * Written {@code 0.3 * slope = slope(dem) classes 5 15 25 35}: weight, name, measure, layer (and field), scale. Weight
 * (1), name (the layer) and scale ({@code min-max}) may be left out; {@code falling} at the end says that less is worse.
 *
 * @param weight how much it counts, not negative
 * @param name what it is called
 * @param measure what is measured
 * @param layer name of a layer or raster
 * @param field its field, null where the measure needs none
 * @param per what the measure is divided by ({@code km2} or a field of the areas), null for nothing
 * @param scale how it becomes a score
 */
public record Factor(double weight, String name, Measure measure, String layer, String field, String per, Scale scale) {
    private static final Pattern FORM = Pattern.compile("(?:([0-9.eE+-]+)\\s*\\*\\s*)?(?:([^=*()]+?)\\s*=\\s*)?"
            + "([a-z]+)\\s*\\(\\s*([^()]+?)\\s*\\)(?:\\s*/\\s*(\\S+))?(?:\\s+(.+))?");

    /** What is measured of a layer, in a cell or in an area. */
    public enum Measure {
        /** The field of the area itself or of the feature over the cell; the cell of a raster, their mean in an area. */
        VALUE,
        /** The greatest value there. */
        MAX,
        /** The mean of the values there. */
        MEAN,
        /** 1 where there is a feature, 0 elsewhere; in an area its share that is covered. */
        PRESENCE,
        /** Metres to the nearest feature. */
        DISTANCE,
        /** Slope of an elevation, degrees. */
        SLOPE,
        /** Features, or their field added up, per km² of the neighbourhood of a cell or of the area. */
        DENSITY,
        /** Features by their centroid. */
        COUNT,
        /** A field added up over features by their centroid, or over the rows of a table by the name of the area. */
        SUM;

        /** As it is written. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a field can be named for it. */
        public boolean hasField() {
            return this != PRESENCE && this != DISTANCE && this != SLOPE && this != COUNT;
        }

        /** Whether it means nothing without a field, where the layer is no raster. */
        public boolean needsField() {
            return hasField() && this != DENSITY;
        }
    }

    /**
     * Reads factors with semicolons or line ends between them.
     *
     * @throws RiskMapException when one is not written as a factor
     */
    public static List<Factor> parse(String text) {
        List<Factor> factors = new ArrayList<>();
        for (String part : text.split("[;\n]")) {
            if (!part.isBlank()) {
                factors.add(one(part.trim()));
            }
        }
        return factors;
    }

    private static Factor one(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw RiskMapException.of("risk.factor-form", text);
        }
        try {
            double weight = form.group(1) == null ? 1 : Double.parseDouble(form.group(1));
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw RiskMapException.of("risk.factor-weight", text);
            }
            Measure measure = Measure.valueOf(form.group(3).toUpperCase(Locale.ROOT));
            String layer = form.group(4);
            String field = null;
            int dot = layer.lastIndexOf('.');
            if (measure.hasField() && dot > 0 && !layer.endsWith(".tif")) {
                field = layer.substring(dot + 1);
                layer = layer.substring(0, dot);
            }
            String name = form.group(2) == null ? layer : form.group(2).trim();
            String scale = form.group(6) == null ? "" : form.group(6).trim();
            return new Factor(weight, name, measure, layer, field, form.group(5), Scale.parse(scale, text));
        } catch (IllegalArgumentException e) {
            throw RiskMapException.of("risk.factor-form", text);
        }
    }

    /** As it is written. */
    public String text() {
        String at = field == null ? layer : layer + "." + field;
        String divided = per == null ? "" : " / " + per;
        return Scale.number(weight) + " * " + name + " = " + measure.key() + "(" + at + ")" + divided + " "
                + scale.text();
    }

    /** Several as they are written. */
    public static String text(List<Factor> factors) {
        return factors.stream().map(Factor::text).collect(Collectors.joining("; "));
    }
}
