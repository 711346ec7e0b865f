package riskmap.ui.edit;

import java.util.Optional;
import java.util.Set;
import riskmap.base.Message;
import riskmap.data.GeometryKind;

/** Why a command of editing cannot be done now; empty when it can. */
public final class EditHindrance {
    private final EditDesk desk;

    public EditHindrance(EditDesk desk) {
        this.desk = desk;
    }

    /** The project must be open for writing. */
    public Optional<Message> writing() {
        if (desk.editing().workspace() == null) {
            return Optional.of(Message.of("ui.why-no-project"));
        }
        return unless(!desk.editing().workspace().isReadOnly(), "ui.why-read-only");
    }

    /** A layer with features must be chosen. */
    public Optional<Message> layer() {
        if (desk.editing().workspace() == null) {
            return Optional.of(Message.of("ui.why-no-project"));
        }
        return unless(desk.layer().isPresent(), "ui.why-no-edit-layer");
    }

    /** A layer that can be drawn into must be chosen. */
    public Optional<Message> drawing() {
        return Jobs.layer(desk);
    }

    /** So many features of the chosen layer must be selected, and it must hold geometries of these kinds. */
    public Optional<Message> selected(Set<GeometryKind> kinds, int least) {
        Optional<Message> hindrance = writing().or(this::layer);
        if (hindrance.isPresent()) {
            return hindrance;
        }
        Optional<GeometryKind> kind = desk.layer().flatMap(EditLayer::geometry);
        if (kind.isPresent() && !kinds.contains(kind.get())) {
            return Optional.of(Message.of(kinds.size() == 1 ? "ui.why-not-line" : "ui.why-not-polygon-or-line"));
        }
        return unless(
                Jobs.selected(desk).size() >= least, least > 1 ? "ui.why-too-few-selected" : "ui.why-none-selected");
    }

    /** Features of the chosen layer must be selected; they are only read. */
    public Optional<Message> selectedToRead() {
        return layer().or(() -> unless(!Jobs.selected(desk).isEmpty(), "ui.why-none-selected"));
    }

    /** The reason, unless the condition holds. */
    public Optional<Message> unless(boolean condition, String why) {
        return condition ? Optional.empty() : Optional.of(Message.of(why));
    }
}
