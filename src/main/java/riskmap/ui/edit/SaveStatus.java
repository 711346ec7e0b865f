package riskmap.ui.edit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import riskmap.base.Message;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** Says whether all edits are on the disk, and since when. */
public final class SaveStatus extends Label {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final double LEAST = 90;

    /** Held here: what it listens to holds it only weakly. */
    private final BooleanBinding writable;

    /** Follows the edits of the open project. */
    public SaveStatus(EditingViewModel editing) {
        setId("status-saved");
        getStyleClass().addAll("chip", "chip-good");
        // cut on a narrow screen, and whole under the pointer
        setMinWidth(LEAST);
        visibleProperty().bind(editing.isShown());
        managedProperty().bind(visibleProperty());
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text(editing).text(), editing.history(), editing.isWritable(), Texts.language()));
        writable = editing.isWritable();
        writable.addListener((property, before, now) -> look(now));
        look(writable.get());
        setTooltip(Tips.of(Bindings.concat(textProperty(), "\n", Texts.of("ui.saved-tip"))));
    }

    private void look(boolean writable) {
        getStyleClass().removeAll("chip-good", "chip-off");
        getStyleClass().add(writable ? "chip-good" : "chip-off");
        setGraphic(Icons.of(writable ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignP.PENCIL_OFF_OUTLINE, 12));
    }

    private static Message text(EditingViewModel editing) {
        if (!editing.isWritable().get()) {
            return Message.of("ui.saved-read-only");
        }
        Instant last = editing.history().get().lastEdit();
        return last == null ? Message.of("ui.saved-none") : Message.of("ui.saved-at", TIME.format(last));
    }
}
