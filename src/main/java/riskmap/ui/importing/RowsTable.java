package riskmap.ui.importing;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import riskmap.app.importing.ImportPreview;
import riskmap.ui.look.Texts;

/** The first rows of a source as it is read with the choices made. */
final class RowsTable extends TableView<List<String>> {
    /** More columns than these make a table slow, and nobody reads them in a preview. */
    private static final int MOST = 60;

    RowsTable() {
        setId("import-rows");
        getStyleClass().addAll("dense", "striped");
        Label nothing = new Label();
        nothing.textProperty().bind(Texts.of("ui.import-no-rows"));
        nothing.getStyleClass().add("hint");
        setPlaceholder(nothing);
    }

    void show(ImportPreview preview) {
        getItems().clear();
        getColumns().clear();
        if (preview == null) {
            return;
        }
        for (int i = 0; i < Math.min(MOST, preview.columns().size()); i++) {
            int at = i;
            TableColumn<List<String>, String> column =
                    new TableColumn<>(preview.columns().get(i).name());
            column.setCellValueFactory(
                    cell -> new ReadOnlyStringWrapper(cell.getValue().get(at)).getReadOnlyProperty());
            column.setSortable(false);
            column.setReorderable(false);
            column.setPrefWidth(width(preview, at));
            getColumns().add(column);
        }
        getItems().setAll(preview.rows());
    }

    /** About as wide as its widest cell; a Chinese character counts as two. */
    private static double width(ImportPreview preview, int column) {
        int widest = wide(preview.columns().get(column).name());
        for (List<String> row : preview.rows()) {
            widest = Math.max(widest, wide(row.get(column)));
        }
        return Math.max(60, Math.min(240, 26 + 7.2 * widest));
    }

    private static int wide(String text) {
        return text.chars().map(c -> c > 0x2E80 ? 2 : 1).sum();
    }
}
