package riskmap.style;

import static riskmap.style.ExpressionReader.FILTERS;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.identity.FeatureId;
import riskmap.data.Ecql;

/** Reads OGC Filter 1.0 and 1.1 conditions. A condition not understood selects nothing, and is reported. */
final class FilterReader {
    private final SldNotes notes;
    private final ExpressionReader expressions;

    FilterReader(SldNotes notes, ExpressionReader expressions) {
        this.notes = notes;
        this.expressions = expressions;
    }

    /** The condition inside a {@code Filter} element. */
    Filter filter(SldElement element) {
        List<SldElement> children = element.elements();
        if (children.isEmpty()) {
            return Filter.INCLUDE;
        }
        if (children.stream().allMatch(child -> isIdentifier(child.name()))) {
            return identifiers(children);
        }
        return condition(children.get(0));
    }

    private Filter condition(SldElement element) {
        return switch (element.name()) {
            case "And" -> FILTERS.and(conditions(element));
            case "Or" -> FILTERS.or(conditions(element));
            case "Not" -> FILTERS.not(conditions(element).get(0));
            case "PropertyIsEqualTo",
                    "PropertyIsNotEqualTo",
                    "PropertyIsLessThan",
                    "PropertyIsLessThanOrEqualTo",
                    "PropertyIsGreaterThan",
                    "PropertyIsGreaterThanOrEqualTo" -> comparison(element);
            case "PropertyIsBetween" -> between(element);
            case "PropertyIsLike" -> like(element);
            case "PropertyIsNull" ->
                FILTERS.isNull(expressions.expression(element.elements().get(0)));
            case "BBOX" -> bbox(element);
            case "FeatureId", "GmlObjectId" -> identifiers(List.of(element));
            default -> unknown(element);
        };
    }

    private Filter unknown(SldElement element) {
        element.ignore();
        notes.unknown(element);
        return Filter.EXCLUDE;
    }

    private List<Filter> conditions(SldElement element) {
        List<Filter> result = new ArrayList<>();
        element.elements().forEach(child -> result.add(condition(child)));
        if (result.isEmpty()) {
            result.add(unknown(element));
        }
        return result;
    }

    private Filter comparison(SldElement element) {
        List<SldElement> operands = element.elements();
        if (operands.size() != 2) {
            return unknown(element);
        }
        Expression a = expressions.expression(operands.get(0));
        Expression b = expressions.expression(operands.get(1));
        boolean matchCase = !"false".equals(element.attribute("matchCase"));
        return switch (element.name()) {
            case "PropertyIsEqualTo" -> FILTERS.equal(a, b, matchCase);
            case "PropertyIsNotEqualTo" -> FILTERS.notEqual(a, b, matchCase);
            case "PropertyIsLessThan" -> FILTERS.less(a, b, matchCase);
            case "PropertyIsLessThanOrEqualTo" -> FILTERS.lessOrEqual(a, b, matchCase);
            case "PropertyIsGreaterThan" -> FILTERS.greater(a, b, matchCase);
            default -> FILTERS.greaterOrEqual(a, b, matchCase);
        };
    }

    private Filter between(SldElement element) {
        SldElement lower = element.element("LowerBoundary");
        SldElement upper = element.element("UpperBoundary");
        List<SldElement> all = element.elements();
        if (lower == null || upper == null || all.size() != 3) {
            return unknown(element);
        }
        return FILTERS.between(expressions.expression(all.get(0)), expressions.value(lower), expressions.value(upper));
    }

    private Filter like(SldElement element) {
        List<SldElement> operands = element.elements();
        if (operands.size() != 2) {
            return unknown(element);
        }
        String escape = element.attribute("escapeChar") != null
                ? element.attribute("escapeChar")
                : element.attribute("escape") != null ? element.attribute("escape") : "\\";
        return Ecql.bounded(FILTERS.like(
                expressions.expression(operands.get(0)),
                operands.get(1).text(),
                attribute(element, "wildCard", "*"),
                attribute(element, "singleChar", "."),
                escape,
                !"false".equals(element.attribute("matchCase"))));
    }

    private static String attribute(SldElement element, String name, String otherwise) {
        String value = element.attribute(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** A GML 2 Box or GML 3 Envelope in x/y order. */
    private Filter bbox(SldElement element) {
        String property = "";
        List<Double> numbers = new ArrayList<>();
        for (SldElement child : element.elements()) {
            if (child.name().equals("PropertyName") || child.name().equals("ValueReference")) {
                property = child.text();
            } else {
                collectNumbers(child, numbers);
                if (child.attribute("srsName") != null) {
                    notes.boxCrs(child, child.attribute("srsName"));
                }
            }
        }
        if (numbers.size() != 4 || !(property.isEmpty() || property.matches("[\\p{L}\\p{N}_]+"))) {
            return unknown(element);
        }
        return FILTERS.bbox(property, numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), null);
    }

    private static void collectNumbers(SldElement element, List<Double> numbers) {
        for (String word : element.text().split("[\\s,]+")) {
            try {
                numbers.add(Double.valueOf(word));
            } catch (NumberFormatException notANumber) {
                // indentation between elements
            }
        }
        element.elements().forEach(child -> collectNumbers(child, numbers));
    }

    private static boolean isIdentifier(String name) {
        return name.equals("FeatureId") || name.equals("GmlObjectId");
    }

    private static Filter identifiers(List<SldElement> elements) {
        Set<FeatureId> ids = new LinkedHashSet<>();
        for (SldElement element : elements) {
            String id = element.attribute("fid") != null ? element.attribute("fid") : element.attribute("id");
            if (id != null) {
                ids.add(FILTERS.featureId(id));
            }
        }
        return FILTERS.id(ids);
    }
}
