package riskmap.print;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.base.Language;
import riskmap.data.Table;
import riskmap.map.LayoutItem;
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
 * @param frames the layers of map frames that choose their own, by id of the frame
 * @param pages the pages of the atlas, for its index sheet; none outside an atlas
 * @param page the atlas page that this is, or null
 * @param colours the colours of charts and of the inset
 * @param absent layers that frames should show and that could not be read, by id of the frame
 */
public record PageContent(
        MapDocument map,
        List<PaintLayer> layers,
        List<Table> tables,
        Fields fields,
        Language language,
        Path folder,
        Map<String, List<PaintLayer>> frames,
        List<AtlasPage> pages,
        AtlasPage page,
        ChartColours colours,
        Map<String, List<AbsentLayer>> absent) {
    public PageContent {
        layers = List.copyOf(layers);
        tables = List.copyOf(tables);
        frames = Map.copyOf(frames);
        pages = List.copyOf(pages);
        absent = Map.copyOf(absent);
    }

    /** What fills a layout whose frames show all visible layers. */
    public PageContent(
            MapDocument map,
            List<PaintLayer> layers,
            List<Table> tables,
            Fields fields,
            Language language,
            Path folder) {
        this(map, layers, tables, fields, language, folder, Map.of(), List.of(), null, ChartColours.USUAL, Map.of());
    }

    /** The same content with the layers that map frames choose. */
    public PageContent withFrames(Map<String, List<PaintLayer>> chosen) {
        return new PageContent(map, layers, tables, fields, language, folder, chosen, pages, page, colours, absent);
    }

    /** The same content as a page of an atlas, or as its index sheet when {@code one} is null. */
    public PageContent withPage(List<AtlasPage> all, AtlasPage one, List<Table> itsTables, Fields itsFields) {
        return new PageContent(map, layers, itsTables, itsFields, language, folder, frames, all, one, colours, absent);
    }

    /** The same content with charts in these colours. */
    public PageContent withColours(ChartColours charts) {
        return new PageContent(map, layers, tables, fields, language, folder, frames, pages, page, charts, absent);
    }

    /** The same content of which some layers could not be read. */
    public PageContent withAbsent(Map<String, List<AbsentLayer>> unread) {
        return new PageContent(map, layers, tables, fields, language, folder, frames, pages, page, colours, unread);
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

    /** The layers that a frame should show and that could not be read. */
    List<AbsentLayer> absent(LayoutItem.MapFrame frame) {
        return absent.getOrDefault(frame.id(), List.of());
    }

    /** The layers that a frame shows, from the bottom up. */
    List<PaintLayer> layers(LayoutItem.MapFrame frame) {
        return frames.getOrDefault(frame.id(), layers);
    }
}
