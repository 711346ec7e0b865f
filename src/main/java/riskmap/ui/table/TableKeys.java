package riskmap.ui.table;

import java.util.function.Consumer;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import riskmap.ui.feature.FieldInput;

/** Where the keyboard goes in an attribute table that is edited. */
final class TableKeys implements FieldCell.Going {
    private final TableView<Row> table;
    private final Consumer<FieldInput> fill;

    /** @param fill gives all selected rows a value */
    TableKeys(TableView<Row> table, Consumer<FieldInput> fill) {
        this.table = table;
        this.fill = fill;
    }

    @Override
    public void from(FieldCell cell, int down, int right, boolean open) {
        int row = cell.getIndex() + down;
        int at = table.getVisibleLeafIndex(cell.getTableColumn());
        int column = at;
        do {
            column += right;
        } while (right != 0
                && column >= 0
                && column < table.getVisibleLeafColumns().size()
                && !isOpenable(column));
        boolean there = row >= 0
                && row < table.getItems().size()
                && column >= 0
                && column < table.getVisibleLeafColumns().size();
        table.requestFocus();
        if (!there) {
            return;
        }
        TableColumn<Row, ?> next = table.getVisibleLeafColumn(column);
        if (down != 0) {
            table.getSelectionModel().clearAndSelect(row);
        }
        table.getFocusModel().focus(row, next);
        table.scrollToColumn(next);
        if (open) {
            table.edit(row, next);
        }
    }

    private boolean isOpenable(int column) {
        return !"uuid".equals(table.getVisibleLeafColumn(column).getUserData());
    }

    @Override
    public void fill(FieldInput input) {
        fill.accept(input);
        table.requestFocus();
    }

    /** The column that has the keyboard, null for none. */
    String focusedColumn() {
        TablePosition<?, ?> focused = table.getFocusModel().getFocusedCell();
        TableColumn<?, ?> column = focused == null ? null : focused.getTableColumn();
        return column == null ? null : (String) column.getUserData();
    }
}
