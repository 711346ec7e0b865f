package riskmap.app.style;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import riskmap.app.Answer;
import riskmap.app.Workspace;
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
     * @param change gives the map in the scheme; twice is as once
     * @param own titles of the layers that keep a style of their own
     */
    public record Change(UnaryOperator<MapDocument> change, List<String> own) {}

    /** The change that draws a project's map in a scheme; of one layer when it is named. */
    public static Change of(Workspace project, String scheme, String layerId) {
        ColourScheme wanted = ColourScheme.of(scheme);
        Map<String, String> names = new HashMap<>();
        List<MapLayer> layers = project.map().layers().stream()
                .filter(layer -> layerId == null || layer.id().equals(layerId))
                .toList();
        for (MapLayer layer : layers) {
            if (!isOwn(layer)) {
                names.put(layer.id(), project.styleName(layer));
            }
        }
        List<String> own = layers.stream()
                .filter(ColourSchemes::isOwn)
                .map(MapLayer::title)
                .toList();
        return new Change(
                map -> map.withLayers(map.layers().stream()
                        .map(layer -> names.containsKey(layer.id()) && !isOwn(layer)
                                ? changed(layer, names.get(layer.id()), wanted)
                                : layer)
                        .toList()),
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
            Change change = of(project, scheme, layer);
            MapDocument before = project.map();
            project.updateMap(change.change());
            long changed = project.map().layers().stream()
                    .filter(each -> !before.layers().contains(each))
                    .count();
            return new Answer(
                    told(scheme, changed, change.own()).text(),
                    Map.of("scheme", ColourScheme.of(scheme).id(), "changed", changed, "own", change.own()));
        }
    }

    private static Message told(String scheme, long changed, List<String> own) {
        Message name = Message.of("app.colours-" + ColourScheme.of(scheme).id());
        return own.isEmpty()
                ? Message.of("app.colours-used", name, changed)
                : Message.of("app.colours-used-but", name, changed, own.size(), String.join("、", own));
    }
}
