package riskmap.ui.table;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.UnitText;
import riskmap.data.Table;
import riskmap.ui.feature.ValueText;
import riskmap.ui.look.Texts;

/** A table of results: values are exact underneath, rounded where they are shown by the column's decimals. */
public final class ResultTableView extends TableView<List<Object>> {
    /** Held here: the language holds it only weakly. */
    private final ChangeListener<Language> inOtherWords = (property, before, now) -> refresh();

    /** Shows a table. */
    public ResultTableView(Table data) {
        Texts.language().addListener(new WeakChangeListener<>(inOtherWords));
        setId("result-" + data.id());
        getStyleClass().addAll("dense", "striped");
        for (int i = 0; i < data.columns().size(); i++) {
            getColumns().add(column(data, i));
        }
        getItems().setAll(data.rows());
    }

    private static TableColumn<List<Object>, Object> column(Table data, int index) {
        Table.Column description = data.columns().get(index);
        boolean numeric = data.rows().stream().anyMatch(row -> row.get(index) instanceof Number);
        TableColumn<List<Object>, Object> column = new TableColumn<>();
        column.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> UnitText.heading(description.title().text(), description.unit()), Texts.language()));
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().get(index)).getReadOnlyProperty());
        column.setCellFactory(view -> cell(description.decimals(), numeric));
        column.setPrefWidth(numeric ? 110 : 150);
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
