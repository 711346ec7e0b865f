package riskmap.ui.layers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import riskmap.app.run.ResultGroup;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;

/**
 * The layers of the open map as a tree of groups, the topmost first, and what the user does with them. Every change
 * makes a new map document. Knows no toolkit.
 */
public final class LayersViewModel {
    private final ObservableValue<MapDocument> document;
    private final Consumer<UnaryOperator<MapDocument>> change;
    private final LayerActions actions;
    private final ReadOnlyObjectWrapper<List<LayerNode>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<String> selected = new SimpleObjectProperty<>();
    private Map<String, LayerNode> nodes = Map.of();
    private List<String> structure = List.of();

    /**
     * Follows a map document.
     *
     * @param document the map, null while none is open
     * @param change called with what is to be done with the map, now or on a newer one
     * @param actions what the tree asks of the rest of the window
     */
    public LayersViewModel(
            ObservableValue<MapDocument> document, Consumer<UnaryOperator<MapDocument>> change, LayerActions actions) {
        this.document = document;
        this.change = change;
        this.actions = actions;
        document.addListener((property, before, now) -> follow(now));
        follow(document.getValue());
    }

    /** The groups, top first; another list only when layers came, went, moved or were renamed. */
    public ReadOnlyObjectProperty<List<LayerNode>> groups() {
        return groups.getReadOnlyProperty();
    }

    /** Id of the layer the user works with, null for none. */
    public ObjectProperty<String> selected() {
        return selected;
    }

    /** Ids of the layers that work most likely goes on with: the one chosen, then those shown, from the head of the tree. */
    public Stream<String> likely() {
        Stream<String> shown = groups.get().stream()
                .flatMap(group -> group.members().stream())
                .filter(layer -> layer.visible().get())
                .map(LayerNode::id);
        return Stream.concat(Stream.ofNullable(selected.get()), shown);
    }

    LayerActions actions() {
        return actions;
    }

    /** The node of a layer, null when there is none. */
    public LayerNode node(String id) {
        return id == null ? null : nodes.get(id);
    }

    /** Shows or hides a layer or every layer of a group. */
    public void setVisible(LayerNode node, boolean visible) {
        List<String> ids =
                node.isGroup() ? node.members().stream().map(LayerNode::id).toList() : List.of(node.id());
        edit(layer -> ids.contains(layer.id()) ? layer.withVisible(visible) : layer);
    }

    /** Shows or hides all layers. */
    public void setAllVisible(boolean visible) {
        edit(layer -> layer.withVisible(visible));
    }

    /** Shows this layer and hides all others of its group. */
    public void showOnly(LayerNode node) {
        String group = groupOf(node.id());
        edit(layer -> layer.group().equals(group) ? layer.withVisible(layer.id().equals(node.id())) : layer);
    }

    public void setOpacity(LayerNode node, double opacity) {
        double rounded = Math.round(Math.max(0, Math.min(1, opacity)) * 100) / 100.0;
        edit(layer -> layer.id().equals(node.id()) ? layer.withOpacity(rounded) : layer);
    }

    /** Lays a layer directly above (or below) another one, into its group. */
    public void move(String id, String targetId, boolean above) {
        if (!id.equals(targetId)) {
            change.accept(map -> moved(map, id, targetId, above));
        }
    }

    private static MapDocument moved(MapDocument map, String id, String targetId, boolean above) {
        MapLayer target = layer(map, targetId);
        MapLayer moved = layer(map, id);
        if (target == null || moved == null) {
            return map;
        }
        List<MapLayer> layers = new ArrayList<>(map.layers());
        layers.remove(moved);
        int place = layers.indexOf(target) + (above ? 1 : 0);
        layers.add(place, withGroup(moved, target.group()));
        return map.withLayers(layers);
    }

    /** Lifts a layer over its neighbour (or lowers it under), within its group. */
    public void shift(String id, boolean up) {
        for (LayerNode group : groups.get()) {
            List<LayerNode> members = group.members();
            for (int i = 0; i < members.size(); i++) {
                int other = up ? i - 1 : i + 1;
                if (members.get(i).id().equals(id) && other >= 0 && other < members.size()) {
                    move(id, members.get(other).id(), up);
                    return;
                }
            }
        }
    }

    /** Takes a layer off the map; its data stays in the project. */
    public void remove(LayerNode node) {
        change.accept(map -> map.withLayers(map.layers().stream()
                .filter(layer -> !layer.id().equals(node.id()))
                .toList()));
    }

    private void edit(UnaryOperator<MapLayer> operator) {
        change.accept(map -> map.withLayers(map.layers().stream().map(operator).toList()));
    }

    private void follow(MapDocument now) {
        List<MapLayer> layers = now == null ? List.of() : now.layers();
        List<String> shape = layers.stream()
                .map(layer -> String.join("\n", layer.id(), layer.group(), layer.title(), layer.style()))
                .toList();
        if (!shape.equals(structure) || now == null) {
            structure = shape;
            rebuild(layers);
        } else {
            layers.forEach(layer -> nodes.get(layer.id()).refresh(layer));
            groups.get().forEach(LayerNode::refreshGroup);
        }
    }

    private void rebuild(List<MapLayer> layers) {
        Map<String, LayerNode> fresh = new LinkedHashMap<>();
        Map<String, List<LayerNode>> byGroup = new LinkedHashMap<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            LayerNode node = LayerNode.ofLayer(layers.get(i));
            fresh.put(node.id(), node);
            byGroup.computeIfAbsent(layers.get(i).group(), name -> new ArrayList<>())
                    .add(node);
        }
        nodes = fresh;
        if (!nodes.containsKey(selected.get())) {
            selected.set(null);
        }
        // results are looked for first; other groups stand where most of their layers lie, base maps lowest
        groups.set(byGroup.keySet().stream()
                .sorted(Comparator.comparingDouble(name -> -meanPlace(layers, name)))
                .map(name -> LayerNode.ofGroup(name, byGroup.get(name)))
                .toList());
    }

    private static double meanPlace(List<MapLayer> layers, String group) {
        if (ResultGroup.isResults(group)) {
            return layers.size();
        }
        return IntStream.range(0, layers.size())
                .filter(i -> layers.get(i).group().equals(group))
                .average()
                .orElse(0);
    }

    private String groupOf(String id) {
        MapLayer layer = layer(document.getValue(), id);
        return layer == null ? "" : layer.group();
    }

    private static MapLayer layer(MapDocument map, String id) {
        return map.layers().stream()
                .filter(layer -> layer.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static MapLayer withGroup(MapLayer layer, String group) {
        return new MapLayer(
                layer.id(),
                layer.title(),
                group,
                layer.source(),
                layer.style(),
                layer.filter(),
                layer.visible(),
                layer.opacity());
    }
}
