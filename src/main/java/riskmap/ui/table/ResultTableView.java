package riskmap.ui.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.FontWeight;
import riskmap.app.TextTable;
import riskmap.base.Message;
import riskmap.base.UnitText;
import riskmap.data.Table;
import riskmap.ui.feature.ValueText;
import riskmap.ui.look.Look;
import riskmap.ui.look.Texts;

/** A table of results: values are exact underneath, rounded where they are shown by the column's decimals. */
public final class ResultTableView extends TableView<List<Object>> {
    /** Cells and heading at both sides of their text; the heading also keeps room for the arrow of its order. */
    private static final double CELL_SIDES = 20;

    private static final double HEADING_SIDES = 44;
    private static final double LEAST_WIDE = 60;
    /** Texts longer than this are cut; headings never are. */
    private static final double MOST_WIDE = 280;
    /** As many rows decide how wide a column begins. */
    private static final int LOOKED_AT = 500;

    /** The longest texts of a column whose width is measured. */
    private static final int MEASURED = 8;

    private final Table data;

    /** Shows a table. */
    public ResultTableView(Table data) {
        this.data = data;
        Texts.follow(this, () -> {
            fit();
            refresh();
        });
        setId("result-" + data.id());
        getStyleClass().addAll("dense", "striped");
        for (int i = 0; i < data.columns().size(); i++) {
            getColumns().add(column(data, i));
        }
        getItems().setAll(data.rows());
        fit();
    }

    /** Columns as wide as their headings and what stands in them. */
    private void fit() {
        for (int i = 0; i < data.columns().size(); i++) {
            int index = i;
            Table.Column description = data.columns().get(i);
            // letters differ in width: of two texts the one with fewer may take more room
            double widest = data.rows().stream()
                    .limit(LOOKED_AT)
                    .map(row -> text(row.get(index), description.decimals()))
                    .distinct()
                    .sorted(Comparator.comparingInt(TextTable::width).reversed())
                    .limit(MEASURED)
                    .mapToDouble(text -> Look.width(text, FontWeight.NORMAL))
                    .max()
                    .orElse(0);
            double cells = Math.min(MOST_WIDE, widest + CELL_SIDES);
            double heading = Look.width(heading(description), FontWeight.BOLD) + HEADING_SIDES;
            getColumns().get(i).setPrefWidth(Math.max(LEAST_WIDE, Math.max(heading, cells)));
        }
    }

    private static String heading(Table.Column column) {
        return UnitText.heading(column.title().text(), column.unit());
    }

    private static TableColumn<List<Object>, Object> column(Table data, int index) {
        Table.Column description = data.columns().get(index);
        boolean numeric = data.rows().stream().anyMatch(row -> row.get(index) instanceof Number);
        TableColumn<List<Object>, Object> column = new TableColumn<>();
        column.textProperty().bind(Bindings.createStringBinding(() -> heading(description), Texts.language()));
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().get(index)).getReadOnlyProperty());
        column.setCellFactory(view -> cell(description.decimals(), numeric));
        if (numeric) {
            column.getStyleClass().add("numeric");
        }
        return column;
    }

    private static TableCell<List<Object>, Object> cell(int decimals, boolean numeric) {
        TableCell<List<Object>, Object> cell = new TableCell<>() {
            @Override
            protected void updateItem(Object value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty ? null : text(value, decimals));
            }
        };
        cell.setAlignment(numeric ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        return cell;
    }

    private static String text(Object value, int decimals) {
        if (value instanceof Message message) {
            return message.text();
        }
        if (value instanceof Double || value instanceof Float) {
            return String.format(Locale.ROOT, "%,." + decimals + "f", ((Number) value).doubleValue());
        }
        if (value instanceof Number number) {
            return String.format(Locale.ROOT, "%,d", number.longValue());
        }
        return ValueText.of(value);
    }
}
