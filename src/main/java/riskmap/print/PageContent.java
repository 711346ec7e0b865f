package riskmap.print;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import riskmap.base.Language;
import riskmap.data.Table;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.render.PaintLayer;

/**
 * What fills a layout.
 *
 * @param map the map: its CRS, extent and the titles of its layers
 * @param layers the visible layers of the map, ready to paint, from the bottom up
 * @param tables tables that items of the layout name
 * @param fields values of the fields in texts; the page adds those that depend on it ({@code scale}, {@code crs},
 *     {@code page})
 * @param language of everything the page says
 * @param folder where files named by pictures lie
 */
public record PageContent(
        MapDocument map, List<PaintLayer> layers, List<Table> tables, Fields fields, Language language, Path folder) {
    public PageContent {
        layers = List.copyOf(layers);
        tables = List.copyOf(tables);
    }

    /** What a layer is called. */
    String title(String layerId) {
        return map.layers().stream()
                .filter(layer -> layer.id().equals(layerId))
                .map(MapLayer::title)
                .findFirst()
                .orElse(layerId);
    }

    Optional<Table> table(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** The layers with these ids, all of them when none is named. */
    List<PaintLayer> layers(List<String> ids) {
        return ids.isEmpty()
                ? layers
                : layers.stream().filter(layer -> ids.contains(layer.id())).toList();
    }
}
