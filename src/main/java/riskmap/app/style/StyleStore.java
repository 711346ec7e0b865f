package riskmap.app.style;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import riskmap.app.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.EditStep;
import riskmap.data.gpkg.LayerStyle;
import riskmap.data.gpkg.StyleJournal;
import riskmap.edit.EditSession;
import riskmap.map.MapLayer;
import riskmap.style.SldWriter;

/**
 * Where styles of map layers are kept: rows of {@code layer_styles}, one for each map layer. The row, the map that points
 * to it and the step in the project's one history are written as one change. What the layer looked like before its first own style
 * is remembered in the row's description.
 */
public final class StyleStore {
    private static final String PREFIX = "layer_styles:";
    private static final String FORMER = "riskmap-former-style=";

    private StyleStore() {}

    /** Keeps a style for a map layer and draws the layer with it: one step that can be undone. */
    public static void save(Workspace project, String layerId, String sld) {
        requireWritable(project);
        change(project, layerId, layer -> {
            String former = stored(project, layer).map(LayerStyle::description).orElse(FORMER + layer.style());
            return new StyleLook(layerId, PREFIX + name(layer), sld, former);
        });
    }

    /** Draws a layer as before its first own style; false when it has none. */
    public static boolean reset(Workspace project, String layerId) {
        requireWritable(project);
        Optional<LayerStyle> own = stored(project, layer(project, layerId));
        if (own.isEmpty()) {
            return false;
        }
        String former = own.get().description();
        String style = former.startsWith(FORMER) ? former.substring(FORMER.length()) : "";
        change(project, layerId, layer -> new StyleLook(layerId, style, null, ""));
        return true;
    }

    /** What the last step would undo, such as “Style of layer Roads”. */
    public static Optional<Message> undoName(Workspace project) {
        return project.store().styleSteps().last().map(EditStep::name);
    }

    /** What redo would do again. */
    public static Optional<Message> redoName(Workspace project) {
        return project.store().styleSteps().next().map(EditStep::name);
    }

    /** Takes the last saved change of a style back, also behind later edits of rows; its name, nothing for none. */
    public static Optional<Message> undo(Workspace project) {
        requireWritable(project);
        return step(project, project.store().styleSteps().last(), true);
    }

    /** Does the change that was taken back last again. */
    public static Optional<Message> redo(Workspace project) {
        requireWritable(project);
        return step(project, project.store().styleSteps().next(), false);
    }

    private static Optional<Message> step(Workspace project, Optional<EditStep> step, boolean back) {
        step.ifPresent(
                one -> project.edits().restyle(() -> walk(project, one, back).ifPresent(why -> {
                    throw new RiskMapException(why);
                })));
        return step.map(EditStep::name);
    }

    /**
     * Takes a step of a style back, or does it again. Where the layer is gone or looks otherwise than the step left it,
     * nothing is changed but that the step is out of reach from now on.
     *
     * @return why it could not be walked
     */
    public static Optional<Message> walk(Workspace project, EditStep step, boolean back) {
        StyleJournal journal = project.store().styleSteps();
        List<StyleLook> become = new ArrayList<>();
        for (StyleJournal.Looks looks : journal.looks(step)) {
            StyleLook from = StyleLook.of(back ? looks.after() : looks.before());
            boolean same = project.map().layers().stream()
                    .filter(each -> each.id().equals(from.layer()))
                    .anyMatch(each -> look(project, each).equals(from));
            if (!same) {
                journal.abandon(step);
                return Optional.of(Message.of("app.style-changed-since", step.name()));
            }
            become.add(StyleLook.of(back ? looks.before() : looks.after()));
        }
        EditStep.State state = back ? EditStep.State.UNDONE : EditStep.State.DONE;
        write(project, become, write -> journal.move(step, state, write));
        return Optional.empty();
    }

    /**
     * Draws layers otherwise that have no style of their own: one step that can be undone; none where nothing changes.
     *
     * @param change gives each layer as it becomes
     * @return how many layers have changed
     */
    static int redraw(Workspace project, Message name, UnaryOperator<MapLayer> change) {
        requireWritable(project);
        EditSession edits = project.edits();
        List<StyleLook> become = new ArrayList<>();
        edits.restyle(() -> {
            List<StyleJournal.Looks> looks = new ArrayList<>();
            for (MapLayer layer : project.map().layers()) {
                MapLayer changed = change.apply(layer);
                if (!changed.style().equals(layer.style())) {
                    StyleLook after = look(project, changed);
                    looks.add(new StyleJournal.Looks(look(project, layer).cells(), after.cells()));
                    become.add(after);
                }
            }
            if (!become.isEmpty()) {
                write(project, become, write -> project.store().styleSteps().add(name, looks, write, edits.author()));
            }
        });
        return become.size();
    }

    private static void change(Workspace project, String layerId, Function<MapLayer, StyleLook> becomes) {
        EditSession edits = project.edits();
        edits.restyle(() -> {
            MapLayer layer = layer(project, layerId);
            StyleLook before = look(project, layer);
            StyleLook after = becomes.apply(layer);
            if (!before.equals(after)) {
                Message name = Message.of("app.style-step", layer.title());
                StyleJournal.Looks looks = new StyleJournal.Looks(before.cells(), after.cells());
                write(project, List.of(after), write -> project.store()
                        .styleSteps()
                        .add(name, List.of(looks), write, edits.author()));
            }
        });
    }

    private static StyleLook look(Workspace project, MapLayer layer) {
        Optional<LayerStyle> row = stored(project, layer);
        return new StyleLook(
                layer.id(),
                layer.style(),
                row.map(LayerStyle::sld).orElse(null),
                row.map(LayerStyle::description).orElse(""));
    }

    /** The rows and the map, handed on to be one change of the file together with the step. */
    private static void write(Workspace project, List<StyleLook> looks, Consumer<StyleJournal.Write> journal) {
        Map<String, String> styles = new HashMap<>();
        List<LayerStyle> rows = new ArrayList<>();
        for (StyleLook look : looks) {
            MapLayer layer = layer(project, look.layer());
            styles.put(layer.id(), look.style());
            if (look.sld() != null || stored(project, layer).isPresent()) {
                rows.add(row(project, layer, look));
            }
        }
        project.updateMap(
                map -> map.withLayers(map.layers().stream()
                        .map(each -> each.withStyle(styles.getOrDefault(each.id(), each.style())))
                        .toList()),
                texts -> journal.accept(new StyleJournal.Write(texts, rows)));
    }

    private static LayerStyle row(Workspace project, MapLayer layer, StyleLook look) {
        String table = table(layer);
        String name = look.style().startsWith(PREFIX) ? look.style().substring(PREFIX.length()) : name(layer);
        boolean alone = project.store().styles().stream()
                .noneMatch(style -> style.layer().equals(table) && !style.name().equals(name));
        String qml = project.store().style(table, name).map(LayerStyle::qml).orElse("");
        return new LayerStyle(table, name, look.sld(), qml, alone, look.description());
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
