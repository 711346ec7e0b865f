package riskmap.app.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.app.Answer;
import riskmap.app.TextTable;
import riskmap.app.tool.QgisNames;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.UnitText;
import riskmap.data.Catalogue;
import riskmap.data.Field;
import riskmap.data.GeometryKind;
import riskmap.data.LayerKind;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.risk.RiskModels;

/** What there is: formats, tools, models and the survey catalogue. */
public final class Listings {
    private Listings() {}

    /** The formats that are read and written. */
    public static Answer formats() {
        List<List<String>> lines = new ArrayList<>();
        List<Object> facts = new ArrayList<>();
        for (Format format : Formats.all()) {
            String kind = Message.of(format instanceof GridFormat ? "app.list-raster" : "app.list-features")
                    .text();
            String endings = "." + String.join(", .", format.extensions());
            lines.add(List.of(format.id(), format.title().text(), kind, endings));
            facts.add(Map.of(
                    "id", format.id(),
                    "title", format.title().text(),
                    "raster", format instanceof GridFormat,
                    "extensions", format.extensions()));
        }
        return new Answer(TextTable.columns(lines, null), facts);
    }

    /** The tools, or one of them with its parameters when a name is given. */
    public static Answer operations(String name) {
        if (name == null) {
            List<List<String>> lines = new ArrayList<>();
            List<Object> facts = new ArrayList<>();
            for (Operation operation : Operations.all()) {
                lines.add(List.of(operation.id(), operation.title().text()));
                facts.add(
                        Map.of("id", operation.id(), "title", operation.title().text()));
            }
            return new Answer(TextTable.columns(lines, null), facts);
        }
        Operation operation = Operations.byId(QgisNames.operation(name));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", operation.id());
        facts.put("title", operation.title().text());
        facts.put("help", operation.help().text());
        facts.put("parameters", facts(operation.parameters()));
        return new Answer(
                operation.id() + "  " + operation.title().text() + "\n"
                        + operation.help().text() + "\n\n" + text(operation.parameters()),
                facts);
    }

    /** The models, or one of them with its layers, parameters, formulas and sources when a name is given. */
    public static Answer models(String name) {
        return name == null ? ModelListing.all() : ModelListing.of(RiskModels.byId(name));
    }

    /** The layer kinds by family, or the fields of one when a key is given. */
    public static Answer catalogue(String kind) {
        if (kind != null) {
            return kind(Catalogue.standard().kind(kind));
        }
        List<List<String>> lines = new ArrayList<>();
        List<Object> facts = new ArrayList<>();
        for (LayerKind each : Catalogue.standard().kinds()) {
            String geometry = each.geometry().name().toLowerCase(java.util.Locale.ROOT);
            lines.add(List.of(
                    each.family(),
                    each.key(),
                    each.title().text(),
                    geometry,
                    Integer.toString(each.fields().size())));
            facts.add(Map.of(
                    "key",
                    each.key(),
                    "family",
                    each.family(),
                    "title",
                    each.title().text(),
                    "geometry",
                    geometry));
        }
        return new Answer(TextTable.columns(lines, null), facts);
    }

    private static Answer kind(LayerKind kind) {
        List<List<String>> lines = new ArrayList<>();
        List<Object> fields = new ArrayList<>();
        lines.add(List.of(
                Message.of("app.list-field").text(),
                Message.of("app.list-title").text(),
                Message.of("app.list-type").text(),
                Message.of("app.list-unit").text(),
                Message.of("app.list-required-column").text(),
                Message.of("app.list-values").text()));
        for (Field field : kind.fields()) {
            String values = values(field);
            String type = Message.of("data.type-" + field.type().name().toLowerCase(java.util.Locale.ROOT))
                    .text();
            lines.add(List.of(
                    field.key(),
                    field.title().text(),
                    type,
                    UnitText.of(field.unit()),
                    field.required() ? "*" : "",
                    values));
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("key", field.key());
            fact.put("title", field.title().text());
            fact.put("type", field.type().name().toLowerCase(java.util.Locale.ROOT));
            fact.put("unit", field.unit());
            fact.put("length", field.length());
            fact.put("required", field.required());
            fact.put("minimum", field.minimum());
            fact.put("maximum", field.maximum());
            fact.put("values", values);
            fact.put("aliases", field.aliases());
            fields.add(fact);
        }
        String geometry = kind.geometries().stream()
                .filter(each -> each != GeometryKind.NONE)
                .map(each -> each.name().toLowerCase(java.util.Locale.ROOT))
                .reduce((a, b) -> a + ", " + b)
                .orElse("–");
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("key", kind.key());
        facts.put("family", kind.family());
        facts.put("title", kind.title().text());
        facts.put("geometry", geometry);
        facts.put("fields", fields);
        return new Answer(
                kind.key() + "  " + kind.title().text() + "  (" + geometry + ")\n" + TextTable.columns(lines, null),
                facts);
    }

    private static String values(Field field) {
        if (field.domain() != null) {
            return field.domain().codes().stream()
                    .map(code -> code.code().equals(code.title().text())
                            ? code.code()
                            : code.code() + " " + code.title().text())
                    .reduce((a, b) -> a + "; " + b)
                    .orElse("");
        }
        if (field.minimum() == null && field.maximum() == null) {
            return "";
        }
        return (field.minimum() == null ? "−∞" : TextTable.plain(field.minimum()))
                + " … "
                + (field.maximum() == null ? "+∞" : TextTable.plain(field.maximum()));
    }

    static String text(List<Parameter> parameters) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                Message.of("app.list-parameter").text(),
                Message.of("app.list-title").text(),
                Message.of("app.list-type").text(),
                Message.of("app.list-unit").text(),
                Message.of("app.list-default").text(),
                Message.of("app.list-values").text()));
        for (Parameter parameter : parameters) {
            String values = parameter.choices().isEmpty() ? bounds(parameter) : String.join(" | ", parameter.choices());
            String name = parameter.isInput() ? "--in " + parameter.key() : "-p " + parameter.key();
            String given = parameter.defaultValue() != null
                    ? parameter.defaultValue()
                    : parameter.optional()
                            ? ""
                            : Message.of("app.list-required").text();
            lines.add(List.of(
                    name,
                    parameter.unverified()
                            ? Message.of("app.list-unverified", parameter.title())
                                    .text()
                            : parameter.title().text(),
                    parameter.type().name().toLowerCase(java.util.Locale.ROOT),
                    UnitText.of(parameter.unit()),
                    given,
                    values));
        }
        return TextTable.columns(lines, null);
    }

    static String bounds(Parameter parameter) {
        if (parameter.minimum() == null && parameter.maximum() == null) {
            return "";
        }
        return (parameter.minimum() == null ? "−∞" : TextTable.plain(parameter.minimum()))
                + " … "
                + (parameter.maximum() == null ? "+∞" : TextTable.plain(parameter.maximum()));
    }

    static List<Object> facts(List<Parameter> parameters) {
        List<Object> result = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("key", parameter.key());
            fact.put("title", parameter.title().text());
            fact.put("help", parameter.help().text());
            fact.put("type", parameter.type().name().toLowerCase(java.util.Locale.ROOT));
            fact.put("unit", parameter.unit());
            fact.put("default", parameter.defaultValue());
            fact.put("minimum", parameter.minimum());
            fact.put("maximum", parameter.maximum());
            fact.put("choices", parameter.choices());
            fact.put("optional", parameter.optional());
            fact.put("unverified", parameter.unverified());
            result.add(fact);
        }
        return result;
    }
}
