package riskmap.app.style;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import riskmap.app.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.gpkg.LayerStyle;
import riskmap.map.MapLayer;
import riskmap.style.SldWriter;

/**
 * Where styles of map layers are kept: rows of {@code layer_styles}, one for each map layer. The row is written before the
 * map points to it, so that a program that is stopped in between leaves the old look whole. What the layer looked like
 * before its first own style is remembered in the row's description.
 */
public final class StyleStore {
    private static final String PREFIX = "layer_styles:";
    private static final String FORMER = "riskmap-former-style=";

    private StyleStore() {}

    /** Keeps a style for a map layer and draws the layer with it. */
    public static void save(Workspace project, String layerId, String sld) {
        requireWritable(project);
        MapLayer layer = layer(project, layerId);
        String name = name(layer);
        String former = stored(project, layer).map(LayerStyle::description).orElse(FORMER + layer.style());
        project.store()
                .putStyle(new LayerStyle(
                        table(layer),
                        name,
                        sld,
                        "",
                        project.store().styles().stream()
                                .noneMatch(style -> style.layer().equals(table(layer))
                                        && !style.name().equals(name)),
                        former));
        use(project, layerId, PREFIX + name);
    }

    /** Draws a layer as before its first own style; false when it has none. */
    public static boolean reset(Workspace project, String layerId) {
        requireWritable(project);
        MapLayer layer = layer(project, layerId);
        Optional<LayerStyle> own = stored(project, layer);
        if (own.isEmpty()) {
            return false;
        }
        String former = own.get().description();
        use(project, layerId, former.startsWith(FORMER) ? former.substring(FORMER.length()) : "");
        project.store().removeStyle(table(layer), own.get().name());
        return true;
    }

    /** The document of the style that a layer is drawn with: as it was stored, or written anew. */
    public static String document(Workspace project, MapLayer layer) {
        return stored(project, layer).map(LayerStyle::sld).orElseGet(() -> SldWriter.write(project.style(layer)));
    }

    /** Writes that document to a file, whole or not at all. */
    public static void export(Workspace project, MapLayer layer, Path file) {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.write(part, document(project, layer).getBytes(StandardCharsets.UTF_8));
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.io-failed", e.getMessage()), e);
        }
    }

    /** The map layer of an id, a title or a table. */
    public static MapLayer find(Workspace project, String said) {
        List<MapLayer> layers = project.map().layers();
        Optional<MapLayer> byId =
                layers.stream().filter(layer -> layer.id().equals(said)).findFirst();
        if (byId.isPresent()) {
            return byId.get();
        }
        List<MapLayer> others = layers.stream()
                .filter(layer -> layer.title().equals(said)
                        || layer.source().equals(said)
                        || layer.source().equals("#" + said))
                .toList();
        if (others.size() > 1) {
            throw RiskMapException.of("app.style-layer-several", said, others.size(), ids(others));
        }
        if (others.isEmpty()) {
            throw RiskMapException.of("app.style-layer-missing", said, ids(layers));
        }
        return others.get(0);
    }

    private static String ids(List<MapLayer> layers) {
        return String.join(", ", layers.stream().map(MapLayer::id).toList());
    }

    private static void use(Workspace project, String layerId, String style) {
        project.updateMap(map -> map.withLayers(map.layers().stream()
                .map(layer -> layer.id().equals(layerId) ? layer.withStyle(style) : layer)
                .toList()));
    }

    private static Optional<LayerStyle> stored(Workspace project, MapLayer layer) {
        return layer.style().startsWith(PREFIX)
                ? project.store().style(table(layer), layer.style().substring(PREFIX.length()))
                : Optional.empty();
    }

    private static MapLayer layer(Workspace project, String id) {
        return project.map().layers().stream()
                .filter(layer -> layer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RiskMapException.of(
                        "app.style-layer-missing", id, ids(project.map().layers())));
    }

    private static String name(MapLayer layer) {
        return layer.style().startsWith(PREFIX) ? layer.style().substring(PREFIX.length()) : "map-" + layer.id();
    }

    private static String table(MapLayer layer) {
        return layer.source().startsWith("#") ? layer.source().substring(1) : layer.source();
    }

    private static void requireWritable(Workspace project) {
        if (project.isReadOnly()) {
            throw RiskMapException.of("app.project-read-only", project.file());
        }
    }
}
