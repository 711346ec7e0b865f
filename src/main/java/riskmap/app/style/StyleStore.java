package riskmap.app.style;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.app.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.gpkg.LayerStyle;
import riskmap.map.MapLayer;
import riskmap.style.SldWriter;

/**
 * Where styles of map layers are kept: rows of {@code layer_styles}, one for each map layer. The row, the map that points
 * to it and the step that can be undone are written as one change. What the layer looked like before its first own style
 * is remembered in the row's description.
 */
public final class StyleStore {
    private static final String PREFIX = "layer_styles:";
    private static final String FORMER = "riskmap-former-style=";

    private StyleStore() {}

    /** Keeps a style for a map layer and draws the layer with it: one step that can be undone. */
    public static void save(Workspace project, String layerId, String sld) {
        requireWritable(project);
        MapLayer layer = layer(project, layerId);
        String former = stored(project, layer).map(LayerStyle::description).orElse(FORMER + layer.style());
        change(project, layer, new StyleSteps.Look(PREFIX + name(layer), sld, former));
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
        String style = former.startsWith(FORMER) ? former.substring(FORMER.length()) : "";
        change(project, layer, new StyleSteps.Look(style, null, ""));
        return true;
    }

    /** What the last step would undo, such as “Style of layer Roads”. */
    public static Optional<Message> undoName(Workspace project) {
        return StyleSteps.of(project).last().map(StyleSteps.Step::name);
    }

    /** What redo would do again. */
    public static Optional<Message> redoName(Workspace project) {
        return StyleSteps.of(project).next().map(StyleSteps.Step::name);
    }

    /** Takes the last saved change of a style back; its name, nothing when there is none. */
    public static Optional<Message> undo(Workspace project) {
        StyleSteps steps = StyleSteps.of(project);
        steps.last().ifPresent(step -> walk(project, step, step.after(), step.before(), steps.at(steps.done() - 1)));
        return steps.last().map(StyleSteps.Step::name);
    }

    /** Does the change that was taken back last again. */
    public static Optional<Message> redo(Workspace project) {
        StyleSteps steps = StyleSteps.of(project);
        steps.next().ifPresent(step -> walk(project, step, step.before(), step.after(), steps.at(steps.done() + 1)));
        return steps.next().map(StyleSteps.Step::name);
    }

    private static void walk(
            Workspace project, StyleSteps.Step step, StyleSteps.Look from, StyleSteps.Look to, StyleSteps then) {
        requireWritable(project);
        MapLayer layer = layer(project, step.layer());
        if (!look(project, layer).equals(from)) {
            throw RiskMapException.of("app.style-changed-since", layer.title());
        }
        write(project, layer, to, then);
    }

    private static void change(Workspace project, MapLayer layer, StyleSteps.Look after) {
        StyleSteps.Look before = look(project, layer);
        if (!before.equals(after)) {
            StyleSteps.Step step = new StyleSteps.Step(layer.id(), layer.title(), before, after);
            write(project, layer, after, StyleSteps.of(project).with(step));
        }
    }

    private static StyleSteps.Look look(Workspace project, MapLayer layer) {
        Optional<LayerStyle> row = stored(project, layer);
        return new StyleSteps.Look(
                layer.style(),
                row.map(LayerStyle::sld).orElse(null),
                row.map(LayerStyle::description).orElse(""));
    }

    /** The row, the map and the steps, as one change of the file. */
    private static void write(Workspace project, MapLayer layer, StyleSteps.Look look, StyleSteps steps) {
        String table = table(layer);
        String name = look.style().startsWith(PREFIX) ? look.style().substring(PREFIX.length()) : name(layer);
        boolean alone = project.store().styles().stream()
                .noneMatch(style -> style.layer().equals(table) && !style.name().equals(name));
        String qml = project.store().style(table, name).map(LayerStyle::qml).orElse("");
        project.updateMap(
                map -> map.withLayers(map.layers().stream()
                        .map(each -> each.id().equals(layer.id()) ? each.withStyle(look.style()) : each)
                        .toList()),
                Map.of(StyleSteps.KEY, steps.json()),
                new LayerStyle(table, name, look.sld(), qml, alone, look.description()));
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
