package riskmap.map;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which layers of the map a map frame shows, whether or not the map itself shows them, and how. In JSON an object, or a
 * plain list for {@code only}. Layers keep the order they have in the map.
 *
 * @param only ids of layers that must be there: a page without one of them is an error that names frame and layer
 * @param also ids of layers shown where the map has them; when {@code only} and {@code also} are both empty, all visible
 *     layers are shown
 * @param without ids of layers never shown
 * @param results names of styles in the standard colours: where a layer of results in one of them is shown, those in other styles are not, as they
 *     would cover it in the same colours
 * @param styles names of styles, by layer id, instead of the map's
 * @param opacity opacities 0 to 1, by layer id, instead of the map's
 */
public record LayerChoice(
        List<String> only,
        List<String> also,
        List<String> without,
        List<String> results,
        Map<String, String> styles,
        Map<String, Double> opacity) {
    /** All visible layers as the map shows them. */
    public static final LayerChoice VISIBLE = new LayerChoice(null, null, null, null, null, null);

    public LayerChoice {
        only = only == null ? List.of() : List.copyOf(only);
        also = also == null ? List.of() : List.copyOf(also);
        without = without == null ? List.of() : List.copyOf(without);
        results = results == null ? List.of() : List.copyOf(results);
        // sorted, so that the same choice is written the same
        styles = Collections.unmodifiableMap(new TreeMap<>(styles == null ? Map.of() : styles));
        opacity = Collections.unmodifiableMap(new TreeMap<>(opacity == null ? Map.of() : opacity));
    }

    /** These layers, which must be there. */
    public static LayerChoice only(List<String> ids) {
        return new LayerChoice(ids, null, null, null, null, null);
    }

    /** The same choice with other styles. */
    public LayerChoice withStyles(Map<String, String> others) {
        return new LayerChoice(only, also, without, results, others, opacity);
    }

    /** Whether a layer of the map is shown, were it alone; see {@link #results}. */
    public boolean shows(MapLayer layer) {
        if (without.contains(layer.id())) {
            return false;
        }
        return only.isEmpty() && also.isEmpty()
                ? layer.visible() && layer.opacity() > 0
                : only.contains(layer.id()) || also.contains(layer.id());
    }

    /** The layer as it is shown here. */
    public MapLayer look(MapLayer layer) {
        return new MapLayer(
                layer.id(),
                layer.title(),
                layer.group(),
                layer.source(),
                styles.getOrDefault(layer.id(), layer.style()),
                layer.filter(),
                true,
                opacity.containsKey(layer.id()) ? opacity.get(layer.id()) : Math.max(layer.opacity(), 0));
    }
}
