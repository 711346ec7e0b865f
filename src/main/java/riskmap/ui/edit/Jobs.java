package riskmap.ui.edit;

import java.util.Optional;
import java.util.Set;
import riskmap.base.Message;
import riskmap.data.GeometryKind;

/** What the jobs of drawing tools ask of the window before they begin. */
final class Jobs {
    private Jobs() {}

    /** Why nothing can be edited now: no project, read-only, no layer chosen, a table without geometry. */
    static Optional<Message> layer(EditDesk desk) {
        if (desk.editing().workspace() == null) {
            return Optional.of(Message.of("ui.why-no-project"));
        }
        if (desk.editing().workspace().isReadOnly()) {
            return Optional.of(Message.of("ui.why-read-only"));
        }
        EditLayer layer = desk.editing().layer().get();
        if (layer == null) {
            return Optional.of(Message.of("ui.why-no-edit-layer"));
        }
        return layer.geometryColumn() == null ? Optional.of(Message.of("ui.why-no-geometry-layer")) : Optional.empty();
    }

    /** The same, and the layer must hold geometries of certain kinds. */
    static Optional<Message> layer(EditDesk desk, Set<GeometryKind> kinds, String why) {
        Optional<Message> hindrance = layer(desk);
        if (hindrance.isPresent()) {
            return hindrance;
        }
        Optional<GeometryKind> kind = desk.editing().layer().get().geometry();
        return kind.isPresent() && !kinds.contains(kind.get()) ? Optional.of(Message.of(why)) : Optional.empty();
    }

    /** The same, and features of the layer must be selected. */
    static Optional<Message> selection(EditDesk desk, Set<GeometryKind> kinds, String why) {
        Optional<Message> hindrance = layer(desk, kinds, why);
        if (hindrance.isPresent()) {
            return hindrance;
        }
        return selected(desk).isEmpty() ? Optional.of(Message.of("ui.why-none-selected")) : Optional.empty();
    }

    /** The selected features of the edited layer. */
    static Set<Long> selected(EditDesk desk) {
        EditLayer layer = desk.editing().layer().get();
        return layer == null ? Set.of() : desk.selection().of(layer.table());
    }
}
