package riskmap.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.base.SafeFile;
import riskmap.base.UserFolders;

/**
 * JSON of layouts, and where layouts come from: the files in {@code maps/layouts} that come with the program, and those in
 * the user's folder {@code layouts}, which override shipped ones by file name.
 */
public final class Layouts {
    private static final List<String> SHIPPED = List.of(
            "one-map-a3",
            "one-map-a0",
            "flood-a3",
            "geohazard-a3",
            "forest-fire-a3",
            "hazardous-sites-a3",
            "shelters-a3",
            "flood-a0",
            "geohazard-a0",
            "forest-fire-a0",
            "hazardous-sites-a0",
            "shelters-a0",
            "town-atlas",
            "town-atlas-index",
            "bureau-a3",
            "map-a3",
            "map-a4");
    private static final Pattern NAME = Pattern.compile("[^\\\\/:*?\"<>|\\p{Cntrl}]{1,80}");
    private static final String FORMAT = "riskmap-layout";
    /** A layout is made from another that is made from another …: more steps than this are a circle. */
    private static final int MOST_STEPS = 8;

    private Layouts() {}

    /** Names of the layouts that come with the program; the first is the one map. */
    public static List<String> shipped() {
        return SHIPPED;
    }

    /** Names of all layouts: the shipped ones, then those of the user's folder. */
    public static List<String> names() {
        Set<String> names = new LinkedHashSet<>(SHIPPED);
        names.addAll(own());
        return List.copyOf(names);
    }

    /** Names of the layouts in the user's folder. */
    public static List<String> own() {
        if (!Files.isDirectory(userFolder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(userFolder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RiskMapException(Message.of("map.layout-unreadable", userFolder()), e);
        }
    }

    /** The folder of the user's layouts, which may not exist yet; the system property {@code riskmap.layouts} names another. */
    public static Path userFolder() {
        String chosen = System.getProperty("riskmap.layouts");
        return chosen == null || chosen.isBlank() ? UserFolders.settings().resolve("layouts") : Path.of(chosen);
    }

    /** A layout by the name of one in the user's folder or of a shipped one, or by the path of a JSON file. */
    public static Layout open(String nameOrFile, Consumer<Message> notes) {
        return read(text(nameOrFile), nameOrFile, notes);
    }

    /** Keeps a layout in the user's folder under its name; returns the file. */
    public static Path save(Layout layout) {
        if (!NAME.matcher(layout.name()).matches() || layout.name().isBlank()) {
            throw RiskMapException.of("map.layout-name-invalid", layout.name());
        }
        Path file = userFolder().resolve(layout.name() + ".json");
        try {
            Files.createDirectories(userFolder());
            SafeFile.write(file, write(layout).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RiskMapException(Message.of("map.layout-not-saved", file, e.getMessage()), e);
        }
        return file;
    }

    /** Takes a layout out of the user's folder; a shipped one of this name shows again. */
    public static void delete(String name) {
        try {
            Files.deleteIfExists(userFolder().resolve(name + ".json"));
        } catch (IOException e) {
            throw new RiskMapException(Message.of("map.layout-not-saved", name, e.getMessage()), e);
        }
    }

    /** The layout as text; the same layout gives the same text. */
    public static String write(Layout layout) {
        ObjectMapper mapper = Json.mapper("", note -> {});
        ObjectNode result = mapper.createObjectNode();
        result.put("format", FORMAT).put("version", 1).put("name", layout.name());
        result.set("title", mapper.valueToTree(layout.title()));
        result.putObject("page")
                .put("width", layout.page().width())
                .put("height", layout.page().height());
        result.put("background", layout.background());
        if (layout.atlas() != null) {
            result.set("atlas", mapper.valueToTree(layout.atlas()));
        }
        ArrayNode items = result.putArray("items");
        layout.items().forEach(item -> items.add(LayoutItems.write(item)));
        return Json.text(result);
    }

    /**
     * Reads a layout.
     *
     * @param where what the text is called in messages
     * @param notes told of every field that is not known
     * @throws RiskMapException when the text is no layout, saying the place in it
     */
    public static Layout read(String text, String where, Consumer<Message> notes) {
        ObjectNode node = whole(text, where, 0);
        ObjectMapper mapper = Json.mapper(where, notes);
        PageSize page = page(mapper, node.path("page"), where);
        List<LayoutItem> items = new ArrayList<>();
        for (JsonNode item : node.path("items")) {
            items.add(LayoutItems.read(mapper, item, where, "items[" + items.size() + "]"));
        }
        String name = node.path("name").asText(where);
        LocalText title = node.hasNonNull("title")
                ? Json.value(mapper, node.get("title"), LocalText.class, where, "title")
                : LocalText.of(name);
        AtlasPlan atlas = node.hasNonNull("atlas")
                ? Json.value(mapper, node.get("atlas"), AtlasPlan.class, where, "atlas")
                : null;
        try {
            return new Layout(name, title, page, node.path("background").asText(""), atlas, items);
        } catch (RiskMapException e) {
            throw new RiskMapException(Message.of("map.json-value", where, "items", e.userMessage()), e);
        }
    }

    /** The layout with all that it takes from others. */
    private static ObjectNode whole(String text, String where, int steps) {
        ObjectNode node = Json.object(text, where);
        MapDocuments.checkFormat(node, FORMAT, where);
        if (!node.hasNonNull("extends")) {
            return node;
        }
        String base = node.get("extends").asText();
        if (steps > MOST_STEPS) {
            throw RiskMapException.of("map.extends-circle", where, base);
        }
        // a user's layout of a shipped one's name may extend that one
        boolean same = base.equals(node.path("name").asText()) && SHIPPED.contains(base);
        return LayoutBase.merged(whole(same ? resource(base) : text(base), base, steps + 1), node, where);
    }

    private static String text(String nameOrFile) {
        Path own = NAME.matcher(nameOrFile).matches() ? userFolder().resolve(nameOrFile + ".json") : null;
        if ((own == null || !Files.isRegularFile(own)) && SHIPPED.contains(nameOrFile)) {
            return resource(nameOrFile);
        }
        Path file = own != null && Files.isRegularFile(own) ? own : Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw RiskMapException.of("map.layout-missing", nameOrFile, NameList.of(names()));
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("map.layout-unreadable", nameOrFile), e);
        }
    }

    private static PageSize page(ObjectMapper mapper, JsonNode node, String where) {
        try {
            if (node.has("paper")) {
                boolean landscape = "landscape".equals(node.path("orientation").asText("portrait"));
                return PageSize.of(node.get("paper").asText(), landscape);
            }
            if (!node.isObject()) {
                throw RiskMapException.of("map.page-missing");
            }
        } catch (RiskMapException e) {
            throw new RiskMapException(Message.of("map.json-value", where, "page", e.userMessage()), e);
        }
        return Json.value(mapper, node, PageSize.class, where, "page");
    }

    private static String resource(String name) {
        try (InputStream stream = Layouts.class.getResourceAsStream("/riskmap/maps/layouts/" + name + ".json")) {
            if (stream == null) {
                throw RiskMapException.of("map.layout-missing", name, NameList.of(SHIPPED));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("map.layout-unreadable", name), e);
        }
    }
}
