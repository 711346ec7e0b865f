package riskmap.style;

import java.util.Locale;
import org.geotools.api.style.Description;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;

/**
 * Writes a GeoTools {@link Style} as an SLD document that GeoServer, QGIS and {@link SldReader} read. What is read back
 * and written again is the same text.
 */
public final class SldWriter {
    private final SldText out;
    private final ExpressionWriter expressions;
    private final SymbolizerWriter symbolizers;

    /** Which of the two standards' spellings is written. */
    public enum Dialect {
        /** SLD 1.0.0, OGC 02-070. */
        SLD_1_0,
        /** SLD 1.1.0 with Symbology Encoding 1.1.0, OGC 05-077r4, as QGIS writes it. */
        SE_1_1
    }

    private SldWriter(Dialect dialect) {
        out = new SldText(dialect);
        expressions = new ExpressionWriter(out);
        symbolizers = new SymbolizerWriter(out, expressions);
    }

    /** The style as an SLD 1.0 document. */
    public static String write(Style style) {
        return write(style, Dialect.SLD_1_0);
    }

    /** The style as a document of a dialect. */
    public static String write(Style style, Dialect dialect) {
        SldWriter writer = new SldWriter(dialect);
        writer.document(style);
        return writer.out.toString();
    }

    private void document(Style style) {
        out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        boolean encoding = out.dialect() == Dialect.SE_1_1;
        out.open(
                out.sld("StyledLayerDescriptor"),
                "version",
                encoding ? "1.1.0" : "1.0.0",
                "xmlns:sld",
                "http://www.opengis.net/sld",
                "xmlns:se",
                encoding ? "http://www.opengis.net/se" : null,
                "xmlns:ogc",
                "http://www.opengis.net/ogc",
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink");
        out.open(out.sld("NamedLayer"));
        out.leaf(out.se("Name"), style.getName() == null ? "" : style.getName());
        out.open(out.sld("UserStyle"));
        out.leaf(out.se("Name"), style.getName());
        describe(style.getDescription());
        out.leaf(out.sld("IsDefault"), style.isDefault() ? "1" : null);
        symbolizers.graphics().fill("Background", style.getBackground());
        style.featureTypeStyles().forEach(this::featureTypeStyle);
        out.close(out.sld("UserStyle"));
        out.close(out.sld("NamedLayer"));
        out.close(out.sld("StyledLayerDescriptor"));
    }

    private void describe(Description description) {
        String title = description == null || description.getTitle() == null
                ? null
                : description.getTitle().toString();
        String text = description == null || description.getAbstract() == null
                ? null
                : description.getAbstract().toString();
        boolean nested = out.dialect() == Dialect.SE_1_1 && (title != null || text != null);
        if (nested) {
            out.open(out.se("Description"));
        }
        out.leaf(out.se("Title"), title);
        out.leaf(out.se("Abstract"), text);
        if (nested) {
            out.close(out.se("Description"));
        }
    }

    private void featureTypeStyle(FeatureTypeStyle featureTypeStyle) {
        out.open(out.se("FeatureTypeStyle"));
        out.leaf(out.se("Name"), featureTypeStyle.getName());
        describe(featureTypeStyle.getDescription());
        featureTypeStyle.semanticTypeIdentifiers().stream()
                .map(type -> "generic:" + type.name().toLowerCase(Locale.ROOT))
                .sorted()
                .forEach(type -> out.leaf(out.se("SemanticTypeIdentifier"), type));
        featureTypeStyle.rules().forEach(this::rule);
        symbolizers.options(featureTypeStyle.getOptions());
        out.close(out.se("FeatureTypeStyle"));
    }

    private void rule(Rule rule) {
        out.open(out.se("Rule"));
        out.leaf(out.se("Name"), rule.getName());
        describe(rule.getDescription());
        if (rule.isElseFilter()) {
            out.empty(out.se("ElseFilter"));
        } else {
            expressions.filter(rule.getFilter());
        }
        if (rule.getMinScaleDenominator() > 0) {
            out.leaf(out.se("MinScaleDenominator"), number(rule.getMinScaleDenominator()));
        }
        if (rule.getMaxScaleDenominator() < Double.POSITIVE_INFINITY) {
            out.leaf(out.se("MaxScaleDenominator"), number(rule.getMaxScaleDenominator()));
        }
        rule.symbolizers().forEach(symbolizers::write);
        symbolizers.options(rule.getOptions());
        out.close(out.se("Rule"));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
