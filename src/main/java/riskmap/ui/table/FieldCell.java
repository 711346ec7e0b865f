package riskmap.ui.table;

import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import riskmap.ui.feature.FieldText;

/** A value in a table, in words; numbers stand right. */
final class FieldCell extends TableCell<Row, Object> {
    private final FieldText field;

    FieldCell(FieldText field) {
        this.field = field;
        setAlignment(field.numeric() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Object value, boolean empty) {
        super.updateItem(value, empty);
        setText(empty ? null : field.text(value));
    }
}
