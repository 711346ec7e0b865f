package riskmap.ui.look;

import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * In rows of which none is selected the arrow down selects the first. JavaFX counts it as where the keyboard is already: it
 * goes on to the second, and a single row is never reached.
 */
public final class FirstRow {
    private FirstRow() {}

    /** Lets the arrow down reach the first row of a list. */
    public static void reachable(ListView<?> list) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> down(event, list.getSelectionModel(), list.getItems()));
    }

    /** Lets the arrow down reach the first row of a table. */
    public static void reachable(TableView<?> table) {
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> down(event, table.getSelectionModel(), table.getItems()));
    }

    private static void down(KeyEvent event, MultipleSelectionModel<?> selection, List<?> items) {
        boolean plain = event.getCode() == KeyCode.DOWN && !event.isShortcutDown() && !event.isShiftDown();
        if (plain && selection.isEmpty() && !items.isEmpty()) {
            selection.select(0);
            event.consume();
        }
    }
}
