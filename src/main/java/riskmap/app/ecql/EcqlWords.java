package riskmap.app.ecql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import riskmap.analysis.FieldCalculation;
import riskmap.base.NameList;
import riskmap.data.Field;
import riskmap.data.LayerKind;

/** The words of ECQL that are no names of fields. */
public final class EcqlWords {
    /** What relates a geometry to another. */
    public static final List<String> PLACES = List.of(
            "INTERSECTS",
            "WITHIN",
            "CONTAINS",
            "DISJOINT",
            "TOUCHES",
            "CROSSES",
            "OVERLAPS",
            "EQUALS",
            "BBOX",
            "DWITHIN",
            "BEYOND",
            "RELATE");

    /** Operators behind a field, in the order they are offered. */
    public static final List<String> OPERATORS = List.of(
            "=",
            "<>",
            ">",
            ">=",
            "<",
            "<=",
            "IN",
            "LIKE",
            "ILIKE",
            "BETWEEN",
            "IS NULL",
            "IS NOT NULL",
            "NOT IN",
            "NOT LIKE");

    private static final Set<String> KEYWORDS = Set.of(
            "AND",
            "OR",
            "NOT",
            "LIKE",
            "ILIKE",
            "IN",
            "BETWEEN",
            "IS",
            "NULL",
            "TRUE",
            "FALSE",
            "INCLUDE",
            "EXCLUDE",
            "BEFORE",
            "AFTER",
            "DURING",
            "TEQUALS",
            "EXISTS",
            "ID",
            "METERS",
            "KILOMETERS",
            "FEET",
            "POINT",
            "LINESTRING",
            "POLYGON",
            "MULTIPOINT",
            "MULTILINESTRING",
            "MULTIPOLYGON",
            "GEOMETRYCOLLECTION",
            "ENVELOPE",
            "SRID",
            "P",
            "T");

    private EcqlWords() {}

    public static boolean isKeyword(String word) {
        return KEYWORDS.contains(word.toUpperCase(Locale.ROOT));
    }

    public static boolean isFunction(String word) {
        return functions().stream().anyMatch(word::equalsIgnoreCase);
    }

    /** All functions there are, those of places first. */
    public static List<String> functions() {
        return Stream.concat(PLACES.stream(), FieldCalculation.FUNCTIONS.stream())
                .toList();
    }

    /** The fields one of which may be meant by a misspelt name or title, as they must stand in a condition. */
    public static List<String> fieldsLike(String misspelt, SimpleFeatureType type, LayerKind kind) {
        Map<String, String> called = new LinkedHashMap<>();
        for (AttributeDescriptor attribute : type.getAttributeDescriptors()) {
            String name = attribute.getLocalName();
            called.put(name, name);
            Optional<Field> known = kind == null ? Optional.empty() : kind.field(name);
            known.ifPresent(field -> {
                called.putIfAbsent(field.title().chinese(), name);
                called.putIfAbsent(field.title().english(), name);
            });
        }
        return NameList.meant(misspelt, called.keySet()).stream()
                .map(called::get)
                .distinct()
                .map(EcqlWords::name)
                .toList();
    }

    public static boolean isComparison(EcqlToken token) {
        return token.kind() == EcqlToken.Kind.OPERATOR && !"+-*/".contains(token.text())
                || token.kind() == EcqlToken.Kind.WORD && (token.is("LIKE") || token.is("ILIKE"));
    }

    /** A name as it must stand in a condition: in double quotes where it is not plain. */
    public static String name(String field) {
        boolean plain = field.matches("[A-Za-z_][A-Za-z0-9_]*") && !isKeyword(field);
        return plain ? field : '"' + field + '"';
    }

    /** A value as it must stand in a condition. */
    public static String literal(Object value) {
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : "'" + value.toString().replace("'", "''") + "'";
    }
}
