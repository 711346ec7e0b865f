package riskmap.style;

import static riskmap.style.ExpressionReader.FILTERS;
import static riskmap.style.GraphicReader.STYLES;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.style.ColorMapEntry;
import org.geotools.api.style.Description;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;
import riskmap.base.Language;
import riskmap.base.Message;

/**
 * One line of a legend: a title in both languages and the rule whose swatch is drawn beside it.
 *
 * @param chinese the rule's Title
 * @param english the rule's Abstract, where shipped styles keep the English title; the Chinese one where it is missing
 * @param rule what to draw; a colour of a raster's colour map is given as a rule with a filled polygon, rules of the
 *     same title (a casing and its line, a symbol and its dot at small scales) as one rule with all their symbolizers
 */
public record LegendEntry(String chinese, String english, Rule rule) {
    /** The title in a language. */
    public String title(Language language) {
        return language == Language.ENGLISH ? english : chinese;
    }

    /** The entries of a style, in the order of its rules; rules without a title are not for the legend. */
    public static List<LegendEntry> of(Style style) {
        Map<String, LegendEntry> entries = new LinkedHashMap<>();
        for (FeatureTypeStyle part : style.featureTypeStyles()) {
            for (Rule rule : part.rules()) {
                if (RuleFacts.inLegend(rule)) {
                    add(rule, entries);
                }
            }
        }
        return List.copyOf(entries.values());
    }

    private static void add(Rule rule, Map<String, LegendEntry> entries) {
        for (Symbolizer symbolizer : rule.symbolizers()) {
            if (symbolizer instanceof RasterSymbolizer raster && isPlain(raster)) {
                grey("style.legend-least", "#000000", entries);
                grey("style.legend-greatest", "#FFFFFF", entries);
            } else if (symbolizer instanceof RasterSymbolizer raster) {
                for (ColorMapEntry entry : raster.getColorMap().getColorMapEntries()) {
                    colour(entry, entries);
                }
            }
        }
        String title = text(rule.getDescription(), true);
        if (title == null || rule.symbolizers().isEmpty()) {
            return;
        }
        String english = text(rule.getDescription(), false);
        LegendEntry known = entries.get(title);
        if (known == null) {
            entries.put(title, new LegendEntry(title, english == null ? title : english, rule));
        } else if (drawnTogether(known.rule(), rule)) {
            entries.put(title, new LegendEntry(title, known.english(), merged(known.rule(), rule)));
        }
    }

    /** Whether a raster is drawn in greys from its least to its greatest value, for want of colours of its own. */
    private static boolean isPlain(RasterSymbolizer raster) {
        return raster.getColorMap() == null || raster.getColorMap().getColorMapEntries().length == 0;
    }

    private static void grey(String key, String colour, Map<String, LegendEntry> entries) {
        PolygonSymbolizer swatch = STYLES.createPolygonSymbolizer();
        swatch.setFill(STYLES.createFill(FILTERS.literal(colour)));
        swatch.setStroke(STYLES.createStroke(FILTERS.literal("#808080"), FILTERS.literal(1)));
        Rule rule = STYLES.createRule();
        rule.symbolizers().add(swatch);
        Message title = Message.of(key);
        String chinese = title.text(Language.CHINESE);
        entries.put(chinese, new LegendEntry(chinese, title.text(Language.ENGLISH), rule));
    }

    /** Whether both rules are drawn at some scale: otherwise the first one stands for both. */
    private static boolean drawnTogether(Rule a, Rule b) {
        return a.getMinScaleDenominator() < b.getMaxScaleDenominator()
                && b.getMinScaleDenominator() < a.getMaxScaleDenominator();
    }

    private static Rule merged(Rule a, Rule b) {
        Rule result = STYLES.createRule();
        List<Symbolizer> all = new ArrayList<>(a.symbolizers());
        all.addAll(b.symbolizers());
        result.symbolizers().addAll(all);
        if (a.getFilter() != null && b.getFilter() != null) {
            result.setFilter(
                    a.getFilter().equals(b.getFilter()) ? a.getFilter() : FILTERS.or(a.getFilter(), b.getFilter()));
        }
        return result;
    }

    private static void colour(ColorMapEntry entry, Map<String, LegendEntry> entries) {
        String label = entry.getLabel();
        if (label == null || label.isBlank()) {
            return;
        }
        PolygonSymbolizer swatch = STYLES.createPolygonSymbolizer();
        swatch.setStroke(null);
        swatch.setFill(STYLES.createFill(
                entry.getColor(), entry.getOpacity() == null ? FILTERS.literal(1L) : entry.getOpacity()));
        Rule rule = STYLES.createRule();
        rule.symbolizers().add(swatch);
        int bar = label.indexOf('|');
        String chinese = bar < 0 ? label : label.substring(0, bar);
        entries.put(chinese, new LegendEntry(chinese, bar < 0 ? label : label.substring(bar + 1), rule));
    }

    private static String text(Description description, boolean title) {
        if (description == null) {
            return null;
        }
        Object value = title ? description.getTitle() : description.getAbstract();
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
