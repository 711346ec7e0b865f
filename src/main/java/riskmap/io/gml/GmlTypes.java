package riskmap.io.gml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.io.ImportLog;
import riskmap.io.SourceFiles;
import riskmap.io.ValueKind;
import riskmap.io.XmlPull;
import riskmap.io.XmlSource;

/**
 * The types of columns that the schema file beside a GML file states, by kind of feature. A value that is not of its
 * stated type makes the column one that holds it: nothing is lost because a schema is wrong.
 */
final class GmlTypes {
    private final Map<String, Map<String, ValueKind>> byType = new HashMap<>();
    private final Map<String, String> typeOfLayer = new HashMap<>();

    private GmlTypes() {}

    /** Without a schema: types come from the values. */
    static GmlTypes none() {
        return new GmlTypes();
    }

    /** Reads the file of the same name that ends in .xsd, where there is one. */
    static GmlTypes beside(Path file, ImportLog log) {
        Path schema = SourceFiles.companion(file, "xsd");
        GmlTypes result = new GmlTypes();
        if (schema == null) {
            return result;
        }
        try (XmlPull xml = new XmlSource(schema, null, Files::newInputStream).open()) {
            result.read(xml);
            return result;
        } catch (IOException | RiskMapException unreadable) {
            log.notice(Message.of("io.gml-schema-unreadable", schema.getFileName()));
            return none();
        }
    }

    private void read(XmlPull xml) {
        String type = null;
        String field = null;
        while (xml.next()) {
            if (!xml.isStart()) {
                continue;
            }
            String name = xml.attribute("name");
            switch (xml.name()) {
                case "complexType" -> type = name == null ? type : name;
                case "element" -> {
                    field = name;
                    if (xml.depth() == 2 && name != null) {
                        String own = xml.attribute("type");
                        type = own == null ? name : local(own);
                        typeOfLayer.put(name, type);
                    } else if (xml.attribute("type") != null) {
                        put(type, field, xml.attribute("type"));
                    }
                }
                case "restriction" -> put(type, field, xml.attribute("base"));
                default -> {
                    // what else a schema says has no bearing on the columns
                }
            }
        }
    }

    private void put(String type, String field, String xsType) {
        ValueKind kind = type == null || field == null || xsType == null ? null : kind(local(xsType));
        if (kind != null) {
            byType.computeIfAbsent(type, key -> new LinkedHashMap<>()).put(field, kind);
        }
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static ValueKind kind(String xsType) {
        return switch (xsType) {
            case "string", "token", "normalizedString", "anyURI", "time", "gYear", "duration" -> ValueKind.TEXT;
            case "integer", "int", "long", "short", "byte" -> ValueKind.INTEGER;
            case "nonNegativeInteger", "positiveInteger", "unsignedInt", "unsignedShort", "unsignedByte" ->
                ValueKind.INTEGER;
            case "decimal", "double", "float" -> ValueKind.DECIMAL;
            case "boolean" -> ValueKind.BOOLEAN;
            case "date" -> ValueKind.DATE;
            case "dateTime" -> ValueKind.MOMENT;
            default -> null;
        };
    }

    /** Columns that a schema states for a kind of feature, in its order. */
    Map<String, ValueKind> columns(String layer) {
        return byType.getOrDefault(typeOfLayer.getOrDefault(layer, layer), Map.of());
    }

    /** The kind of a value: the stated one where the value is of it, else what the value looks like. */
    ValueKind kind(String layer, String column, String text) {
        ValueKind stated = columns(layer).get(column);
        if (stated == null) {
            return ValueKind.ofText(text);
        }
        try {
            value(stated, text);
            return stated;
        } catch (NumberFormatException | DateTimeException other) {
            return ValueKind.ofText(text);
        }
    }

    /** A text as a value of this kind, which holds it. */
    static Object value(ValueKind kind, String text) {
        return switch (kind) {
            case INTEGER -> Long.valueOf(text.startsWith("+") ? text.substring(1) : text);
            case DECIMAL -> finite(Double.parseDouble(text));
            case BOOLEAN -> flag(text);
            case DATE -> LocalDate.parse(text.replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", ""));
            case MOMENT -> moment(text);
            default -> text;
        };
    }

    private static Double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new NumberFormatException();
        }
        return value;
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true", "1", "TRUE", "True" -> Boolean.TRUE;
            case "false", "0", "FALSE", "False" -> Boolean.FALSE;
            default -> throw new NumberFormatException(text);
        };
    }

    private static Object moment(String text) {
        TemporalAccessor read =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
    }
}
