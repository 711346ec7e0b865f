package riskmap.app.style;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.KeptStyles;
import riskmap.app.project.StyleLook;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.base.SafeFile;
import riskmap.data.EditStep;
import riskmap.data.gpkg.LayerStyle;
import riskmap.data.gpkg.StyleJournal;
import riskmap.edit.EditSession;
import riskmap.map.MapLayer;
import riskmap.style.SldWriter;

/**
 * Changes the styles of map layers: each change is a step of the project's one history. What a layer looked like before
 * its first own style is remembered in the description of its row.
 */
public final class StyleStore {
    private static final String FORMER = "riskmap-former-style=";

    private StyleStore() {}

    /** Keeps a style for a map layer and draws the layer with it: one step that can be undone. */
    public static void save(Workspace project, String layerId, String sld) {
        requireWritable(project);
        change(project, layerId, layer -> {
            String former =
                    project.styles().of(layer).map(LayerStyle::description).orElse(FORMER + layer.style());
            return new StyleLook(layerId, KeptStyles.reference(layer), sld, former);
        });
    }

    /** Draws a layer as before its first own style; false when it has none. */
    public static boolean reset(Workspace project, String layerId) {
        requireWritable(project);
        KeptStyles styles = project.styles();
        Optional<LayerStyle> own = styles.of(styles.layer(layerId));
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
        step.ifPresent(one -> project.edits()
                .restyle(() -> project.styles().walk(one, back).ifPresent(why -> {
                    throw new RiskMapException(why);
                })));
        return step.map(EditStep::name);
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
        KeptStyles styles = project.styles();
        List<StyleLook> become = new ArrayList<>();
        edits.restyle(() -> {
            List<StyleJournal.Looks> looks = new ArrayList<>();
            for (MapLayer layer : project.map().layers()) {
                MapLayer changed = change.apply(layer);
                if (!changed.style().equals(layer.style())) {
                    StyleLook after = styles.look(changed);
                    looks.add(new StyleJournal.Looks(styles.look(layer).cells(), after.cells()));
                    become.add(after);
                }
            }
            if (!become.isEmpty()) {
                styles.write(become, write -> project.store().styleSteps().add(name, looks, write, edits.author()));
            }
        });
        return become.size();
    }

    private static void change(Workspace project, String layerId, Function<MapLayer, StyleLook> becomes) {
        EditSession edits = project.edits();
        KeptStyles styles = project.styles();
        edits.restyle(() -> {
            MapLayer layer = styles.layer(layerId);
            StyleLook before = styles.look(layer);
            StyleLook after = becomes.apply(layer);
            if (!before.equals(after)) {
                Message name = Message.of("app.style-step", layer.title());
                StyleJournal.Looks looks = new StyleJournal.Looks(before.cells(), after.cells());
                styles.write(
                        List.of(after),
                        write -> project.store().styleSteps().add(name, List.of(looks), write, edits.author()));
            }
        });
    }

    /** The document of the style that a layer is drawn with: as it was stored, or written anew. */
    public static String document(Workspace project, MapLayer layer) {
        return project.styles()
                .of(layer)
                .map(LayerStyle::sld)
                .orElseGet(() -> SldWriter.write(DrawnLayers.style(project, layer)));
    }

    /** Writes that document to a file, whole or not at all. */
    public static void export(Workspace project, MapLayer layer, Path file) {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.write(part, document(project, layer).getBytes(StandardCharsets.UTF_8));
            SafeFile.replace(part, whole);
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
            throw RiskMapException.of("app.style-layer-several", said, others.size(), KeptStyles.ids(others));
        }
        if (others.isEmpty()) {
            throw RiskMapException.of("app.style-layer-missing", said, KeptStyles.ids(layers));
        }
        return others.get(0);
    }

    private static void requireWritable(Workspace project) {
        if (project.isReadOnly()) {
            throw RiskMapException.of("app.project-read-only", project.file());
        }
    }
}
