package riskmap.app.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.data.EditStep;
import riskmap.data.gpkg.GeoPackage;
import riskmap.data.gpkg.LayerStyle;
import riskmap.data.gpkg.StyleJournal;
import riskmap.map.MapLayer;

/**
 * The rows of {@code layer_styles} that map layers of one project are drawn with. A row, the map that points to it and
 * the step in the project's one history are written as one change.
 */
public final class KeptStyles {
    private static final String PREFIX = "layer_styles:";

    private final GeoPackage store;
    private final ProjectMap map;

    public KeptStyles(GeoPackage store, ProjectMap map) {
        this.store = store;
        this.map = map;
    }

    /** The row that a map layer is drawn with; empty where it has none of its own. */
    public Optional<LayerStyle> of(MapLayer layer) {
        return name(layer).flatMap(name -> store.style(table(layer), name));
    }

    /** The name of the row that the map says a layer is drawn with; empty where it has none of its own. */
    public static Optional<String> name(MapLayer layer) {
        return layer.style().startsWith(PREFIX)
                ? Optional.of(layer.style().substring(PREFIX.length()))
                : Optional.empty();
    }

    /** What the map says of a layer that has a row of its own. */
    public static String reference(MapLayer layer) {
        return PREFIX + name(layer).orElse(newName(layer.id()));
    }

    /** Their ids, for a message. */
    public static NameList ids(List<MapLayer> layers) {
        return NameList.of(layers.stream().map(MapLayer::id).toList());
    }

    /** The map layer of an id. */
    public MapLayer layer(String id) {
        List<MapLayer> layers = map.now().layers();
        return layers.stream()
                .filter(layer -> layer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RiskMapException.of("app.style-layer-missing", id, ids(layers)));
    }

    public StyleLook look(MapLayer layer) {
        Optional<LayerStyle> row = of(layer);
        return new StyleLook(
                layer.id(),
                layer.style(),
                row.map(LayerStyle::sld).orElse(null),
                row.map(LayerStyle::description).orElse(""));
    }

    /**
     * Takes a step of a style back, or does it again. Where the layer is gone or looks otherwise than the step left it,
     * nothing is changed but that the step is out of reach from now on.
     *
     * @return why it could not be walked
     */
    public Optional<Message> walk(EditStep step, boolean back) {
        StyleJournal journal = store.styleSteps();
        List<StyleLook> become = new ArrayList<>();
        for (StyleJournal.Looks looks : journal.looks(step)) {
            StyleLook from = StyleLook.of(back ? looks.after() : looks.before());
            boolean same = map.now().layers().stream()
                    .filter(each -> each.id().equals(from.layer()))
                    .anyMatch(each -> look(each).equals(from));
            if (!same) {
                journal.abandon(step);
                return Optional.of(Message.of("app.style-changed-since", step.name()));
            }
            become.add(StyleLook.of(back ? looks.before() : looks.after()));
        }
        EditStep.State state = back ? EditStep.State.UNDONE : EditStep.State.DONE;
        write(become, write -> journal.move(step, state, write));
        return Optional.empty();
    }

    /** The rows and the map, handed on to be one change of the file together with the step. */
    public void write(List<StyleLook> looks, Consumer<StyleJournal.Write> journal) {
        Map<String, String> styles = new HashMap<>();
        List<LayerStyle> rows = new ArrayList<>();
        for (StyleLook look : looks) {
            MapLayer layer = layer(look.layer());
            styles.put(layer.id(), look.style());
            if (look.sld() != null || of(layer).isPresent()) {
                rows.add(row(layer, look));
            }
        }
        map.update(
                now -> now.withLayers(now.layers().stream()
                        .map(each -> each.withStyle(styles.getOrDefault(each.id(), each.style())))
                        .toList()),
                texts -> journal.accept(new StyleJournal.Write(texts, rows)));
    }

    private LayerStyle row(MapLayer layer, StyleLook look) {
        String table = table(layer);
        String name = name(layer.withStyle(look.style())).or(() -> name(layer)).orElse(newName(layer.id()));
        boolean alone = store.styles().stream()
                .noneMatch(style -> style.layer().equals(table) && !style.name().equals(name));
        String qml = store.style(table, name).map(LayerStyle::qml).orElse("");
        return new LayerStyle(table, name, look.sld(), qml, alone, look.description());
    }

    private static String newName(String layer) {
        return "map-" + layer;
    }

    private static String table(MapLayer layer) {
        return layer.source().startsWith("#") ? layer.source().substring(1) : layer.source();
    }
}
