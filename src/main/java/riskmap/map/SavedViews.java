package riskmap.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * What a project keeps of the ways to look at its map: bookmarks and themes, each in the user's order. Immutable; saved
 * as JSON: {@code {"format": "riskmap-views", "version": 1, "bookmarks": […], "themes": […]}}.
 */
public record SavedViews(List<Bookmark> bookmarks, List<MapTheme> themes) {
    /** Nothing kept. */
    public static final SavedViews NONE = new SavedViews(List.of(), List.of());

    private static final String FORMAT = "riskmap-views";

    public SavedViews {
        bookmarks = List.copyOf(bookmarks);
        themes = List.copyOf(themes);
    }

    public SavedViews withBookmarks(List<Bookmark> changed) {
        return new SavedViews(changed, themes);
    }

    public SavedViews withThemes(List<MapTheme> changed) {
        return new SavedViews(bookmarks, changed);
    }

    /** The bookmark in place of the one of its name, or at the end. */
    public SavedViews with(Bookmark bookmark) {
        return withBookmarks(put(bookmarks, bookmark, Bookmark::name));
    }

    /** The theme in place of the one of its name, or at the end. */
    public SavedViews with(MapTheme theme) {
        return withThemes(put(themes, theme, MapTheme::name));
    }

    private static <T> List<T> put(List<T> all, T one, Function<T, String> name) {
        List<T> result = new ArrayList<>(all);
        for (int i = 0; i < result.size(); i++) {
            if (name.apply(result.get(i)).equals(name.apply(one))) {
                result.set(i, one);
                return result;
            }
        }
        result.add(one);
        return result;
    }

    /** As text; the same views give the same text. */
    public String write() {
        ObjectNode node = Json.mapper("", note -> {}).valueToTree(this);
        ObjectNode result = node.objectNode();
        result.put("format", FORMAT).put("version", 1);
        result.setAll(node);
        return Json.text(result);
    }

    /**
     * Reads them.
     *
     * @param where what the text is called in messages
     * @param notes told of every field that is not known
     * @throws RiskMapException when the text is none, saying the place in it
     */
    public static SavedViews read(String text, String where, Consumer<Message> notes) {
        ObjectNode node = Json.object(text, where);
        MapDocuments.checkFormat(node, FORMAT, where);
        node.putIfAbsent("bookmarks", node.arrayNode());
        node.putIfAbsent("themes", node.arrayNode());
        for (String list : new String[] {"bookmarks", "themes"}) {
            int at = 0;
            for (JsonNode one : node.path(list)) {
                if (!one.path("name").isTextual()
                        || one.path("name").textValue().isBlank()) {
                    throw RiskMapException.of(
                            "map.json-value", where, list + "[" + at + "].name", Message.of("map.view-unnamed"));
                }
                at++;
            }
        }
        SavedViews views = Json.value(Json.mapper(where, notes), node, SavedViews.class, where, "");
        for (int i = 0; i < views.bookmarks.size(); i++) {
            if (views.bookmarks.get(i).extent().size() != 4) {
                throw RiskMapException.of(
                        "map.json-value", where, "bookmarks[" + i + "].extent", Message.of("map.extent-numbers"));
            }
        }
        return views;
    }
}
