package riskmap.ui.table;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * All rows of a table, or a long stretch of them, selected beside the table's own selection, which takes time in the square
 * of its rows: JavaFX needs a minute to give 300,000 up again, and the window stands meanwhile. There is either the one
 * selection or the other.
 */
final class WideSelection {
    /** Rows that are selected this way. */
    static final PseudoClass WITHIN = PseudoClass.getPseudoClass("within");

    /** Rows from the first to the one behind the last. */
    record Stretch(int from, int to) {
        boolean holds(int row) {
            return row >= from && row < to;
        }
    }

    private final TableView<Row> table;
    private final int most;
    private final ReadOnlyObjectWrapper<Stretch> stretch = new ReadOnlyObjectWrapper<>();

    /** @param most rows the table's own selection is asked to hold */
    WideSelection(TableView<Row> table, int most) {
        this.table = table;
        this.most = most;
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        table.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                clear();
            }
        });
    }

    /** The rows; null for none, as while the table has a selection of its own. */
    ReadOnlyObjectProperty<Stretch> stretch() {
        return stretch.getReadOnlyProperty();
    }

    void clear() {
        stretch.set(null);
    }

    /** Lets a row show whether it is among them. */
    void follow(TableRow<Row> row) {
        row.indexProperty().addListener(property -> show(row));
        stretch.addListener(property -> show(row));
    }

    private void show(TableRow<Row> row) {
        Stretch now = stretch.get();
        row.pseudoClassStateChanged(WITHIN, now != null && now.holds(row.getIndex()));
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        int size = table.getItems().size();
        int here = Math.max(0, table.getFocusModel().getFocusedIndex());
        if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
            take(0, size, event);
        } else if (event.getCode() == KeyCode.END && event.isShiftDown()) {
            take(here, size, event);
        } else if (event.getCode() == KeyCode.HOME && event.isShiftDown()) {
            take(0, here + 1, event);
        }
    }

    private void pressed(MouseEvent event) {
        int row = event.getButton() == MouseButton.PRIMARY && event.isShiftDown() ? rowAt(event) : -1;
        int here = table.getFocusModel().getFocusedIndex();
        if (row >= 0 && here >= 0) {
            take(Math.min(row, here), Math.max(row, here) + 1, event);
        }
    }

    private static int rowAt(MouseEvent event) {
        for (Node node = (Node) event.getTarget(); node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return row.isEmpty() ? -1 : row.getIndex();
            }
        }
        return -1;
    }

    /** Takes the rows where they are too many for the table itself. */
    private void take(int from, int to, Event event) {
        if (to - from > most) {
            event.consume();
            table.getSelectionModel().clearSelection();
            // without it the next stretch would begin at the top
            table.getFocusModel().focus(from);
            stretch.set(new Stretch(from, to));
        }
    }
}
