package riskmap.style;

import static riskmap.style.GraphicReader.STYLES;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.geotools.api.style.Description;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.SemanticType;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;
import org.geotools.util.SimpleInternationalString;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * Reads SLD 1.0 and SE 1.1 into a GeoTools {@link Style}: what GeoServer, QGIS and GeoTools write.
 *
 * <p>A document is not trusted: no DTD, nothing fetched, limits on size, depth and rules; functions that only compute;
 * symbols of the styles folder only. What is not understood or not let in is listed with its line, and the rest is read.
 *
 * <p><b>Source:</b> OGC 02-070 (SLD 1.0), OGC 05-077r4 (SE 1.1), OGC 02-059 and 04-095 (Filter 1.0, 1.1).
 */
public final class SldReader {
    /** A legend of more rules than this cannot be read by anybody. */
    static final int MAX_RULES = 1000;

    /** The kinds of geometry that a feature-type style may say it is for, as {@code generic:line}. */
    private static final List<SemanticType> SEMANTIC_TYPES = List.of(
            SemanticType.POINT,
            SemanticType.LINE,
            SemanticType.POLYGON,
            SemanticType.TEXT,
            SemanticType.RASTER,
            SemanticType.ANY);

    /**
     * Attributes that say nothing about the look: of which version it is, of what kind a link or a number is, and
     * the unit that QGIS names on the document and says again on each symbolizer.
     */
    private static final Set<String> PLAIN =
            Set.of("version", "service", "type", "lang", "id", "decimalSymbol", "units");

    private final SldNotes notes;
    private final SymbolizerReader symbolizers;
    private final FilterReader filters;
    private final ExpressionReader expressions;
    private int ruleCount;

    private SldReader(String name) {
        notes = new SldNotes(name);
        expressions = new ExpressionReader(notes);
        symbolizers = new SymbolizerReader(notes, expressions);
        filters = new FilterReader(notes, expressions);
    }

    /**
     * What was read.
     *
     * @param style the first style of the document
     * @param notes what was not understood or not allowed, each with its line
     */
    public record Result(Style style, List<Message> notes) {}

    /** Reads a file. */
    public static Result read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.getFileName().toString());
        } catch (IOException e) {
            throw new RiskMapException(Message.of("style.sld-unreadable", file, e.getMessage()), e);
        }
    }

    /** Reads a document held as text, as {@code layer_styles} keeps it. */
    public static Result parse(String sld) {
        String body = sld.replaceFirst("^\\uFEFF?\\s*<\\?xml[^>]*\\?>", "");
        return read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), "SLD");
    }

    /** Reads a stream; {@code name} is what messages call it. */
    public static Result read(InputStream in, String name) {
        return new SldReader(name).document(SldXml.read(in, name));
    }

    private Result document(SldElement root) {
        if (!root.name().equals("StyledLayerDescriptor")) {
            throw RiskMapException.of("style.sld-not-style", notes.document(), root.name());
        }
        Style style = null;
        for (SldElement layer : root.elements()) {
            if (!layer.name().equals("NamedLayer") && !layer.name().equals("UserLayer")) {
                ignoreNames(layer);
                continue;
            }
            layer.text("Name");
            constraints(layer);
            for (SldElement user : layer.elements("UserStyle")) {
                if (style == null) {
                    style = style(user);
                    if (style.getName() == null) {
                        style.setName(layer.text("Name"));
                    }
                } else {
                    user.ignore();
                    notes.unknown(user);
                }
            }
        }
        if (style == null) {
            throw RiskMapException.of("style.sld-empty", notes.document());
        }
        root.reportUnused(notes::unknown);
        root.reportLost(notes::unwritten);
        root.reportUnusedAttributes((element, name) -> {
            if (!PLAIN.contains(name)) {
                notes.unknown(element, element.name() + "/@" + name);
            }
        });
        return new Result(style, notes.all());
    }

    /** QGIS writes empty constraints for rasters; any other would have to choose features, and is reported. */
    private static void constraints(SldElement layer) {
        SldElement constraints = layer.element("LayerFeatureConstraints");
        if (constraints != null) {
            constraints.elements("FeatureTypeConstraint");
        }
        layer.elements("Description").forEach(SldElement::ignore);
    }

    /** Name, title and description of the document itself say nothing about the look. */
    private void ignoreNames(SldElement element) {
        boolean described = List.of("Name", "Title", "Abstract", "Description").contains(element.name());
        element.ignore();
        if (!described) {
            notes.unknown(element);
        }
    }

    private Style style(SldElement element) {
        Style style = STYLES.createStyle();
        style.setName(element.text("Name"));
        describe(element, style.getDescription());
        style.setDefault("1".equals(element.text("IsDefault")) || "true".equals(element.text("IsDefault")));
        SldElement background = element.element("Background");
        if (background != null) {
            style.setBackground(symbolizers.graphics().fill(background));
        }
        element.elements("FeatureTypeStyle")
                .forEach(child -> style.featureTypeStyles().add(featureTypeStyle(child)));
        return style;
    }

    /** SLD 1.0 has Title and Abstract, SE 1.1 puts them into a Description. */
    private static void describe(SldElement element, Description description) {
        SldElement holder = element.element("Description");
        for (SldElement source : holder == null ? List.of(element) : List.of(element, holder)) {
            if (source.element("Title") != null) {
                description.setTitle(new SimpleInternationalString(source.text("Title")));
            }
            if (source.element("Abstract") != null) {
                description.setAbstract(new SimpleInternationalString(source.text("Abstract")));
            }
        }
    }

    private FeatureTypeStyle featureTypeStyle(SldElement element) {
        FeatureTypeStyle result = STYLES.createFeatureTypeStyle();
        if (element.element("Name") != null) {
            result.setName(element.text("Name"));
        }
        describe(element, result.getDescription());
        element.elements("FeatureTypeName");
        for (SldElement type : element.elements("SemanticTypeIdentifier")) {
            // other words, such as GeoTools' “simple”, restrict nothing
            String word = type.text().substring(type.text().indexOf(':') + 1);
            SEMANTIC_TYPES.stream()
                    .filter(known -> known.name().equalsIgnoreCase(word))
                    .forEach(result.semanticTypeIdentifiers()::add);
        }
        SldElement transformation = element.element("Transformation");
        if (transformation != null) {
            transformation.ignore();
            notes.refused(transformation, "Transformation");
        }
        VendorOptions.read(element, result.getOptions(), notes);
        element.elements("Rule").forEach(child -> result.rules().add(rule(child)));
        return result;
    }

    private Rule rule(SldElement element) {
        if (++ruleCount > MAX_RULES) {
            throw RiskMapException.of(
                    "style.sld-too-many-rules", notes.document(), String.valueOf(element.line()), MAX_RULES);
        }
        Rule rule = STYLES.createRule();
        rule.setName(element.text("Name"));
        describe(element, rule.getDescription());
        VendorOptions.read(element, rule.getOptions(), notes);
        notes.enterRule(called(rule));
        for (SldElement child : element.elements()) {
            switch (child.name()) {
                case "Name", "Title", "Abstract", "Description", "VendorOption" -> {
                    // read above
                }
                case "Filter" -> rule.setFilter(filters.filter(child));
                case "ElseFilter" -> rule.setElseFilter(true);
                case "MinScaleDenominator" -> rule.setMinScaleDenominator(number(child, 0));
                case "MaxScaleDenominator" -> rule.setMaxScaleDenominator(number(child, Double.POSITIVE_INFINITY));
                default -> {
                    Symbolizer symbolizer = symbolizers.symbolizer(child);
                    if (symbolizer != null) {
                        rule.symbolizers().add(symbolizer);
                    }
                }
            }
        }
        Unwritten.condition(element, rule, notes);
        return rule;
    }

    /** The rule as its legend has it, else by its name or number. */
    private String called(Rule rule) {
        String name = rule.getDescription().getTitle() == null
                ? rule.getName()
                : rule.getDescription().getTitle().toString();
        return name == null || name.isBlank() ? "Rule " + ruleCount : name;
    }

    private double number(SldElement element, double otherwise) {
        try {
            return Double.parseDouble(element.text());
        } catch (NumberFormatException e) {
            notes.refused(element, element.text());
            return otherwise;
        }
    }
}
