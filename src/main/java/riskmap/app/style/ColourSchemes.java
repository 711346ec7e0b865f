package riskmap.app.style;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import riskmap.app.Answer;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.style.ColourScheme;
import riskmap.style.Styles;

/**
 * Draws a map in another colour scheme: each layer in its shipped style in that scheme. Layers with a style of their own
 * keep it. The map is printed as it is drawn.
 */
public final class ColourSchemes {
    private static final String OWN = "layer_styles:";

    private ColourSchemes() {}

    /** What schemes are called on the command line and in {@link ColourScheme#of}. */
    public static List<String> names() {
        return List.of(ColourScheme.values()).stream().map(ColourScheme::id).toList();
    }

    /**
     * A change of a map.
     *
     * @param layers gives each layer in the scheme; twice is as once
     * @param own titles of the layers that keep a style of their own
     */
    public record Change(UnaryOperator<MapLayer> layers, List<String> own) {
        /** The map in the scheme. */
        public MapDocument of(MapDocument map) {
            return map.withLayers(map.layers().stream().map(layers).toList());
        }
    }

    /**
     * What has been changed.
     *
     * @param layers how many layers are drawn otherwise now
     * @param own titles of the layers that keep a style of their own
     */
    public record Changed(int layers, List<String> own) {}

    /** The change that draws a project's map in a scheme; of one layer when it is named. */
    public static Change of(Workspace project, String scheme, String layerId) {
        ColourScheme wanted = ColourScheme.of(scheme);
        Map<String, String> names = new HashMap<>();
        List<MapLayer> layers = project.map().layers().stream()
                .filter(layer -> layerId == null || layer.id().equals(layerId))
                .toList();
        for (MapLayer layer : layers) {
            if (!isOwn(layer)) {
                names.put(layer.id(), DrawnLayers.styleName(project, layer));
            }
        }
        List<String> own = layers.stream()
                .filter(ColourSchemes::isOwn)
                .map(MapLayer::title)
                .toList();
        return new Change(
                layer -> names.containsKey(layer.id()) && !isOwn(layer)
                        ? changed(layer, names.get(layer.id()), wanted)
                        : layer,
                own);
    }

    private static boolean isOwn(MapLayer layer) {
        return layer.style().startsWith(OWN);
    }

    private static MapLayer changed(MapLayer layer, String name, ColourScheme wanted) {
        String other = wanted.named(name);
        boolean usual = layer.style().isEmpty() && wanted == ColourScheme.STANDARD;
        return usual || !Styles.exists(other) ? layer : layer.withStyle(other);
    }

    /** Draws the map of a project, or one layer of it, in a scheme. */
    public static Answer apply(Path file, String said, String scheme, Progress progress) {
        try (Workspace project = Workspace.open(file, false, progress)) {
            String layer = said == null ? null : StyleStore.find(project, said).id();
            Changed changed = use(project, scheme, layer);
            return new Answer(
                    told(scheme, changed.layers(), changed.own()).text(),
                    Map.of("scheme", ColourScheme.of(scheme).id(), "changed", changed.layers(), "own", changed.own()));
        }
    }

    /** Draws the map of an open project, or one layer of it, in a scheme: one step that can be undone. */
    public static Changed use(Workspace project, String scheme, String layerId) {
        Change change = of(project, scheme, layerId);
        Message step = Message.of("app.colours-step", name(scheme));
        return new Changed(StyleStore.redraw(project, step, change.layers()), change.own());
    }

    private static Message name(String scheme) {
        return Message.of("app.colours-" + ColourScheme.of(scheme).id());
    }

    private static Message told(String scheme, long changed, List<String> own) {
        Message name = name(scheme);
        return own.isEmpty()
                ? Message.of("app.colours-used", name, changed)
                : Message.of("app.colours-used-but", name, changed, own.size(), String.join("、", own));
    }
}
