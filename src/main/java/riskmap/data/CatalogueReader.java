package riskmap.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import riskmap.base.RiskMapException;

/** Reads the catalogue's files. */
final class CatalogueReader {
    private static final String SHIPPED = "/riskmap/maps/catalogue/";
    private static final String INDEX = "index.json";
    private static final Title FIRST_GROUP = new Title("基本情况", "Basics");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Files of the user's folder by name; they go before the shipped ones. */
    private final Map<String, Path> own;

    /** Rules of every surveyed kind. */
    private List<QualityRule> commonRules = List.of();

    private CatalogueReader(Map<String, Path> own) {
        this.own = own;
    }

    static CatalogueReader shipped() {
        return new CatalogueReader(Map.of());
    }

    static CatalogueReader with(Path folder) {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            list.filter(path -> path.toString().endsWith(".json"))
                    .forEach(path -> files.put(path.getFileName().toString(), path));
        } catch (IOException | UncheckedIOException e) {
            throw new RiskMapException(riskmap.base.Message.of("data.catalogue-folder", folder.toString()), e);
        }
        return new CatalogueReader(files);
    }

    Catalogue read() {
        JsonNode index = json(INDEX);
        List<Family> families = new ArrayList<>();
        Map<String, Supplier<LayerKind>> kinds = new LinkedHashMap<>();
        List<Field> common = fields(index.path("common"), INDEX);
        commonRules = RuleReader.rules(index.path("rules"), INDEX);
        Map<String, Path> further = new TreeMap<>(own);
        further.remove(INDEX);
        for (JsonNode family : index.path("families")) {
            List<String> keys = new ArrayList<>();
            for (JsonNode key : family.path("kinds")) {
                keys.add(key.asText());
                further.remove(key.asText() + ".json");
                add(kinds, key.asText() + ".json", common);
            }
            families.add(new Family(text(family, "key", INDEX), title(family, INDEX), keys));
        }
        further.keySet().forEach(name -> add(kinds, name, common));
        return new Catalogue(families, kinds);
    }

    /** A kind that is shipped is read when it is asked for, under the name of its file; a user's own at once, as it may be wrong. */
    private void add(Map<String, Supplier<LayerKind>> kinds, String name, List<Field> common) {
        if (own.isEmpty()) {
            kinds.put(name.substring(0, name.length() - ".json".length()), new Once(() -> kind(name, common)));
        } else {
            LayerKind kind = kind(name, common);
            kinds.put(kind.key(), () -> kind);
        }
    }

    /** Read when it is first asked for. */
    private static final class Once implements Supplier<LayerKind> {
        private Supplier<LayerKind> reader;
        private LayerKind kind;

        Once(Supplier<LayerKind> reader) {
            this.reader = reader;
        }

        @Override
        public synchronized LayerKind get() {
            if (reader != null) {
                kind = reader.get();
                reader = null;
            }
            return kind;
        }
    }

    private LayerKind kind(String name, List<Field> common) {
        JsonNode node = json(name);
        String key = text(node, "key", name);
        List<GeometryKind> geometries = new ArrayList<>();
        for (JsonNode geometry : node.path("geometry")) {
            geometries.add(choice(GeometryKind.class, geometry.asText(), name));
        }
        if (geometries.isEmpty()) {
            geometries.add(GeometryKind.NONE);
        }
        List<Field> fields = fields(node.path("fields"), name);
        // results are written by models, not by surveyors
        if (node.path("common").asBoolean(true)) {
            common.stream()
                    .filter(field ->
                            fields.stream().noneMatch(other -> other.key().equals(field.key())))
                    .forEach(fields::add);
        }
        List<QualityRule> rules = RuleReader.rules(node.path("rules"), name);
        if (node.path("common").asBoolean(true)) {
            commonRules.stream()
                    .filter(rule -> rules.stream().noneMatch(own -> own.key().equals(rule.key())))
                    .forEach(rules::add);
        }
        String style = node.path("style").asText(key);
        return new LayerKind(key, text(node, "family", name), geometries, title(node, name), fields, style, rules);
    }

    private static List<Field> fields(JsonNode nodes, String file) {
        List<Field> fields = new ArrayList<>();
        // a group is named where it begins
        Title group = FIRST_GROUP;
        for (JsonNode node : nodes) {
            group = node.has("group") ? title(node.get("group"), file) : group;
            fields.add(field(node, group, file));
        }
        return fields;
    }

    private static Field field(JsonNode node, Title group, String file) {
        List<String> aliases = new ArrayList<>();
        node.path("aliases").forEach(alias -> aliases.add(alias.asText()));
        Field field = new Field(
                text(node, "key", file),
                title(node, file),
                choice(FieldType.class, text(node, "type", file), file),
                node.path("unit").asText(""),
                node.path("length").asInt(0),
                node.path("required").asBoolean(false),
                domain(node, file),
                number(node, "min"),
                number(node, "max"),
                aliases,
                null,
                group,
                node.has("when") ? FieldCondition.parse(node.get("when").asText(), file) : null);
        return node.has("default") ? field.withDefault(node.get("default").asText()) : field;
    }

    /** {@code domain} lists all the values there are, {@code names} those that have a title. */
    private static Domain domain(JsonNode field, String file) {
        boolean open = field.has("names");
        if (!open && !field.has("domain")) {
            return null;
        }
        List<Domain.Code> codes = new ArrayList<>();
        for (JsonNode code : field.get(open ? "names" : "domain")) {
            codes.add(new Domain.Code(text(code, "code", file), title(code, file)));
        }
        return new Domain(codes, open);
    }

    private static Double number(JsonNode node, String name) {
        return node.has(name) ? Double.valueOf(node.get(name).asDouble()) : null;
    }

    static Title title(JsonNode node, String file) {
        return new Title(text(node, "zh", file), text(node, "en", file));
    }

    static String text(JsonNode node, String name, String file) {
        String text = node.path(name).asText("");
        if (text.isBlank()) {
            throw RiskMapException.of("data.catalogue-entry", file, name);
        }
        return text;
    }

    static <E extends Enum<E>> E choice(Class<E> type, String name, String file) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
                return constant;
            }
        }
        throw RiskMapException.of("data.catalogue-entry", file, name);
    }

    private JsonNode json(String name) {
        try (InputStream stream = open(name)) {
            if (stream == null) {
                throw RiskMapException.of("data.catalogue-file", name);
            }
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new RiskMapException(riskmap.base.Message.of("data.catalogue-file", name), e);
        }
    }

    private InputStream open(String name) throws IOException {
        Path mine = own.get(name);
        return mine == null ? CatalogueReader.class.getResourceAsStream(SHIPPED + name) : Files.newInputStream(mine);
    }
}
