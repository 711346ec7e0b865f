package riskmap.ui.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import riskmap.app.importing.ImportPreview;
import riskmap.base.Message;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.ui.look.ChoiceCell;
import riskmap.ui.look.Texts;

/** Which column of a source fills which field, with a few of its values; below, what no column fills. */
final class ColumnsTable extends BorderPane {
    private final ImportEntry entry;
    private final TableView<ImportPreview.Column> table = new TableView<>();
    private final Label missing = new Label();

    ColumnsTable(ImportEntry entry) {
        this.entry = entry;
        table.setId("import-columns");
        table.getStyleClass().addAll("striped", "import-columns");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(text("ui.import-column", 150, ImportPreview.Column::name));
        table.getColumns().add(text("ui.import-samples", 220, column -> String.join("；", column.samples())));
        table.getColumns().add(field());
        Label nothing = new Label();
        nothing.textProperty().bind(Texts.of("ui.import-no-columns"));
        nothing.getStyleClass().add("hint");
        table.setPlaceholder(nothing);
        missing.setId("import-missing");
        missing.setWrapText(true);
        missing.getStyleClass().addAll("import-missing");
        Rows.shownIfFilled(missing);
        setCenter(table);
        setBottom(missing);
        Texts.follow(this, this::shownAnew);
        entry.preview().addListener(property -> show());
        entry.columns().addListener(property -> shownAnew());
        entry.kind().addListener(property -> shownAnew());
        show();
    }

    private void show() {
        ImportPreview seen = entry.preview().get();
        table.getItems().setAll(seen == null ? List.of() : seen.columns());
        shownAnew();
    }

    private void shownAnew() {
        table.refresh();
        List<String> titles = new ArrayList<>();
        entry.chosenKind().ifPresent(kind -> entry.missing()
                .forEach(key -> titles.add(kind.field(key).orElseThrow().title().text())));
        long unused = entry.chosenKind().isEmpty()
                ? 0
                : table.getItems().stream()
                        .filter(column -> entry.fieldOf(column.name()).isEmpty())
                        .count();
        List<String> lines = new ArrayList<>();
        if (!titles.isEmpty()) {
            lines.add(Message.of("ui.import-missing", String.join("、", titles)).text());
        }
        if (unused > 0) {
            lines.add(Message.of("ui.import-unused", Long.toString(unused)).text());
        }
        missing.setText(String.join("\n", lines));
    }

    private static TableColumn<ImportPreview.Column, String> text(
            String title, double width, java.util.function.Function<ImportPreview.Column, String> text) {
        TableColumn<ImportPreview.Column, String> column = new TableColumn<>();
        column.textProperty().bind(Texts.of(title));
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())).getReadOnlyProperty());
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private TableColumn<ImportPreview.Column, ImportPreview.Column> field() {
        TableColumn<ImportPreview.Column, ImportPreview.Column> column = new TableColumn<>();
        column.textProperty().bind(Texts.of("ui.import-field"));
        column.setCellValueFactory(
                cell -> new javafx.beans.property.ReadOnlyObjectWrapper<>(cell.getValue()).getReadOnlyProperty());
        column.setCellFactory(view -> new FieldChoice());
        column.setPrefWidth(240);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** The field of a column: a choice among the kind's fields, or that the column stays as it is. */
    private final class FieldChoice extends TableCell<ImportPreview.Column, ImportPreview.Column> {
        private final ComboBox<String> box = new ComboBox<>();
        private boolean filling;

        FieldChoice() {
            box.setMaxWidth(Double.MAX_VALUE);
            box.setVisibleRowCount(14);
            ChoiceCell.use(box, this::title);
            box.valueProperty().addListener((property, before, now) -> {
                if (!filling && now != null && getItem() != null) {
                    entry.fill(getItem().name(), now);
                }
            });
        }

        private String title(String key) {
            if (key == null || key.isEmpty()) {
                return Message.of("ui.import-field-none").text();
            }
            return entry.chosenKind()
                    .flatMap(kind -> kind.field(key))
                    .map(ChoicesPane::fieldTitle)
                    .orElse(key);
        }

        @Override
        protected void updateItem(ImportPreview.Column column, boolean empty) {
            super.updateItem(column, empty);
            if (empty || column == null) {
                setGraphic(null);
                setText(null);
                return;
            }
            if (entry.chosenKind().isEmpty()) {
                setGraphic(null);
                setText(Message.of("ui.import-field-same").text());
                return;
            }
            filling = true;
            List<String> keys = new ArrayList<>(List.of(""));
            keys.addAll(entry.chosenKind().map(LayerKind::fields).orElseThrow().stream()
                    .map(Field::key)
                    .collect(Collectors.toList()));
            if (!box.getItems().equals(keys)) {
                box.getItems().setAll(keys);
            }
            box.setId("import-field-" + column.name());
            box.setValue(entry.fieldOf(column.name()));
            box.pseudoClassStateChanged(
                    javafx.css.PseudoClass.getPseudoClass("unused"),
                    box.getValue().isEmpty());
            filling = false;
            setText(null);
            setGraphic(box);
        }
    }
}
