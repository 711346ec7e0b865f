package riskmap.ui.table;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import riskmap.ui.feature.FieldEditor;
import riskmap.ui.feature.FieldInput;
import riskmap.ui.feature.FieldText;

/**
 * A value in a table, in words; numbers stand right. Being edited it is the same control as in the form: Enter stores,
 * Tab stores and goes on to the next cell, Esc gives up, Ctrl+Enter gives all selected rows the value.
 */
final class FieldCell extends TableCell<Row, Object> {
    private final FieldText field;
    private final CellEdits edits;
    private final Going going;
    private FieldInput input;
    private Row edited;
    private boolean given;

    /** Where the keyboard goes from a cell that was stored. */
    interface Going {
        /** Down by rows, right by columns; opens the cell there when asked to. */
        void from(FieldCell cell, int down, int right, boolean open);

        /** All selected rows get the value. */
        void fill(FieldInput input);
    }

    /**
     * A cell; there are as many as fit into the window, so that what holds for a whole column is asked for once.
     *
     * @param edits null for a table that is only read
     * @param isEditable whether the column's cells can be opened at all
     */
    FieldCell(FieldText field, CellEdits edits, boolean isEditable, Going going) {
        this.field = field;
        this.edits = edits;
        this.going = going;
        setAlignment(field.numeric() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        setEditable(isEditable);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    @Override
    protected void updateItem(Object value, boolean empty) {
        super.updateItem(value, empty);
        if (!isEditing()) {
            setText(empty ? null : field.text(value));
        }
    }

    @Override
    public void startEdit() {
        Row row = getTableRow() == null ? null : getTableRow().getItem();
        boolean ready = row != null && row.values().get() != null && edits != null && edits.isEditable(field);
        if (!ready || isEditing()) {
            return;
        }
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        given = false;
        edited = row;
        input = edits.input(field, row);
        Node editor = FieldEditor.ofOneLine(input);
        setText(null);
        setGraphic(editor);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        FieldEditor.take(editor);
        editor.lookupAll(".text-field").forEach(node -> ((TextInputControl) node).selectAll());
    }

    /** What was typed is stored when the cell is left in any way but Esc. */
    @Override
    public void cancelEdit() {
        super.cancelEdit();
        end(!given);
    }

    private void end(boolean store) {
        FieldInput typed = input;
        Row row = edited;
        input = null;
        edited = null;
        setGraphic(null);
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        setText(isEmpty() ? null : field.text(getItem()));
        if (store && typed != null) {
            edits.store(row, typed);
        }
    }

    private void keyPressed(KeyEvent event) {
        if (!isEditing() || input == null || isPopupOpen()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            given = true;
            cancelEdit();
            getTableView().requestFocus();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            event.consume();
            if (input.problem().get() == null) {
                FieldInput typed = input;
                given = true;
                cancelEdit();
                going.fill(typed);
            }
        } else if (event.getCode() == KeyCode.ENTER) {
            leave(event, event.isShiftDown() ? -1 : 1, 0, false);
        } else if (event.getCode() == KeyCode.TAB) {
            leave(event, 0, event.isShiftDown() ? -1 : 1, true);
        }
    }

    /** A wrong value keeps the cell open: the reason stands there. */
    private void leave(KeyEvent event, int down, int right, boolean open) {
        event.consume();
        FieldEditor.finish(getGraphic());
        if (input.problem().get() == null) {
            cancelEdit();
            going.from(this, down, right, open);
        } else {
            edits.say(input.problem().get());
        }
    }

    private boolean isPopupOpen() {
        return getGraphic() != null && FieldEditor.isOpen(getGraphic());
    }

    FieldText field() {
        return field;
    }
}
