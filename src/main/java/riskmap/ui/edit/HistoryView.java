package riskmap.ui.edit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import riskmap.base.Message;
import riskmap.data.Checkpoint;
import riskmap.data.EditStep;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;

/**
 * The history of edits, newest first: what is done, what was undone and can be done again, what was abandoned, with the
 * named states between. A click on a line (or Enter) goes there.
 */
public final class HistoryView extends BorderPane {
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final EditingViewModel editing;
    private final ListView<Line> list = new ListView<>();

    /** A line of the list: a step, a named state, or the beginning (both null). */
    private record Line(long seq, EditStep step, Checkpoint checkpoint) {
        boolean canBeGoneTo() {
            return step == null || step.state() != EditStep.State.ABANDONED;
        }
    }

    /** Shows the history of the open project. */
    public HistoryView(EditingViewModel editing) {
        this.editing = editing;
        list.setId("edit-history");
        list.getStyleClass().add("dense");
        list.setCellFactory(view -> new Cell());
        list.accessibleTextProperty().bind(Texts.of("ui.side-history"));
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                goThere();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                goThere();
            }
        });
        Label hint = new Label();
        hint.setWrapText(true);
        hint.getStyleClass().add("panel-hint");
        hint.textProperty().bind(Texts.of("ui.history-hint"));
        setTop(hint);
        setCenter(list);
        editing.history().addListener((property, before, now) -> show(now));
        show(editing.history().get());
    }

    private void goThere() {
        Line chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.canBeGoneTo()) {
            editing.goTo(chosen.seq());
        }
    }

    private void show(EditHistory history) {
        List<Line> lines = new ArrayList<>();
        int next = 0;
        List<Checkpoint> checkpoints = history.checkpoints();
        for (EditStep step : history.steps()) {
            while (next < checkpoints.size() && checkpoints.get(next).seq() >= step.seq()) {
                lines.add(new Line(checkpoints.get(next).seq(), null, checkpoints.get(next++)));
            }
            lines.add(new Line(step.seq(), step, null));
        }
        while (next < checkpoints.size()) {
            lines.add(new Line(checkpoints.get(next).seq(), null, checkpoints.get(next++)));
        }
        if (history.isWhole()) {
            lines.add(new Line(0, null, null));
        }
        list.getItems().setAll(lines);
    }

    /** The last step that is done. */
    private long current() {
        return editing.history().get().steps().stream()
                .filter(step -> step.state() == EditStep.State.DONE)
                .mapToLong(EditStep::seq)
                .max()
                .orElse(0);
    }

    private final class Cell extends ListCell<Line> {
        private final Label name = new Label();
        private final Label when = new Label();
        private final HBox box = new HBox(name, when);

        Cell() {
            getStyleClass().add("history-cell");
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            when.setMinWidth(Region.USE_PREF_SIZE);
            when.getStyleClass().add("history-time");
            box.setSpacing(8);
            prefWidthProperty().bind(Bindings.subtract(list.widthProperty(), 24));
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : box);
            boolean undone = line != null && line.step() != null && line.step().state() != EditStep.State.DONE;
            pseudoClassStateChanged(UNDONE, undone);
            pseudoClassStateChanged(CURRENT, line != null && line.checkpoint() == null && line.seq() == current());
            if (line == null || empty) {
                return;
            }
            setDisable(!line.canBeGoneTo());
            if (line.checkpoint() != null) {
                name.setText(line.checkpoint().name());
                name.setGraphic(Icons.of(MaterialDesignB.BOOKMARK_OUTLINE, 14));
                when.setText(TIME.format(line.checkpoint().time()));
            } else if (line.step() != null) {
                Message text = line.step().state() == EditStep.State.ABANDONED
                        ? Message.of("ui.history-abandoned-step", line.step().name())
                        : line.step().name();
                name.setText(text.text());
                name.setGraphic(Icons.of(undone ? MaterialDesignC.CIRCLE_OUTLINE : MaterialDesignC.CHECK_CIRCLE, 14));
                when.setText(TIME.format(line.step().time()));
            } else {
                name.setText(Message.of("ui.history-start").text());
                name.setGraphic(Icons.of(MaterialDesignF.FLAG_OUTLINE, 14));
                when.setText("");
            }
        }
    }
}
