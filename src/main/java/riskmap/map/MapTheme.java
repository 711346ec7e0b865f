package riskmap.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A map theme: which layers of a map are seen, and how each looks. The order of the layers is the map's.
 *
 * @param name what it is called; unique in a project
 * @param layers the layers that are seen; all others are hidden
 */
public record MapTheme(String name, List<Shown> layers) {
    /**
     * A layer that a theme shows.
     *
     * @param id of the map layer
     * @param style as in {@link MapLayer#style()}
     * @param filter as in {@link MapLayer#filter()}
     * @param opacity 0 to 1
     */
    public record Shown(String id, String style, String filter, double opacity) {}

    public MapTheme {
        layers = List.copyOf(layers);
    }

    /** What a map shows now. */
    public static MapTheme of(String name, MapDocument map) {
        return new MapTheme(
                name,
                map.layers().stream()
                        .filter(MapLayer::visible)
                        .map(layer -> new Shown(layer.id(), layer.style(), layer.filter(), layer.opacity()))
                        .toList());
    }

    public MapTheme withName(String other) {
        return new MapTheme(other, layers);
    }

    /** The map with the layers of this theme shown, and only these. */
    public MapDocument on(MapDocument map) {
        Map<String, Shown> shown = new HashMap<>();
        layers.forEach(layer -> shown.put(layer.id(), layer));
        List<MapLayer> changed = new ArrayList<>();
        for (MapLayer layer : map.layers()) {
            Shown how = shown.get(layer.id());
            changed.add(
                    how == null
                            ? layer.withVisible(false)
                            : new MapLayer(
                                    layer.id(),
                                    layer.title(),
                                    layer.group(),
                                    layer.source(),
                                    how.style(),
                                    how.filter(),
                                    true,
                                    how.opacity()));
        }
        return map.withLayers(changed);
    }

    /** Layers of this theme that the map has no more. */
    public List<String> missing(MapDocument map) {
        return layers.stream()
                .map(Shown::id)
                .filter(id ->
                        map.layers().stream().noneMatch(layer -> layer.id().equals(id)))
                .toList();
    }
}
