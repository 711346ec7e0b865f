package riskmap.ui.layers;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import riskmap.map.MapLayer;

/** A line of the layer tree: a layer, or a group of them. */
public final class LayerNode {
    private final String id;
    private final LayerTitle title;
    private final List<LayerNode> members;
    private final ReadOnlyBooleanWrapper visible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper mixed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper opacity = new ReadOnlyDoubleWrapper(1);

    private LayerNode(String id, LayerTitle title, List<LayerNode> members) {
        this.id = id;
        this.title = title;
        this.members = List.copyOf(members);
    }

    static LayerNode ofLayer(MapLayer layer) {
        LayerNode node = new LayerNode(layer.id(), LayerTitle.of(layer), List.of());
        node.refresh(layer);
        return node;
    }

    static LayerNode ofGroup(String name, List<LayerNode> members) {
        LayerNode node = new LayerNode(null, LayerTitle.ofGroup(name), members);
        node.refreshGroup();
        return node;
    }

    public boolean isGroup() {
        return id == null;
    }

    /** The map layer's id, null for a group. */
    public String id() {
        return id;
    }

    public LayerTitle title() {
        return title;
    }

    /** The layers of a group, top first. */
    public List<LayerNode> members() {
        return members;
    }

    /** Whether the layer, or any of the group, is shown. */
    public ReadOnlyBooleanProperty visible() {
        return visible.getReadOnlyProperty();
    }

    /** Whether some layers of the group are shown and some are not. */
    public ReadOnlyBooleanProperty mixed() {
        return mixed.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty opacity() {
        return opacity.getReadOnlyProperty();
    }

    void refresh(MapLayer layer) {
        visible.set(layer.visible());
        opacity.set(layer.opacity());
    }

    void refreshGroup() {
        long shown = members.stream().filter(member -> member.visible.get()).count();
        visible.set(shown > 0);
        mixed.set(shown > 0 && shown < members.size());
    }
}
