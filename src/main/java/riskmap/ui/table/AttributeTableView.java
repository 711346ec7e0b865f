package riskmap.ui.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import riskmap.base.Message;
import riskmap.ui.edit.Fids;
import riskmap.ui.feature.FieldText;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.FirstRow;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Waiting;

/** The attribute table of a layer: headings of the catalogue, sort, filter by condition, selection, zoom to a row. */
public final class AttributeTableView extends BorderPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final Duration REST = Duration.millis(150);
    /** More rows are not marked one by one: the map shows them. */
    private static final int MOST_SHOWN = 10_000;

    private final AttributeTableViewModel model;
    /** Null for a table that is only read. */
    private final CellEdits edits;

    private final TableView<Row> table = new TableView<>();
    private final PauseTransition selecting = new PauseTransition(REST);

    private final FittedColumns columns;
    private final TableKeys keys;
    private final WideSelection wide;
    private boolean replacing;
    /** Whether the table takes the keyboard once it is in its panel. */
    private BooleanSupplier takesKeyboard = () -> false;
    /** What the map or a form selected, which need not be told back. */
    private Set<Long> shown = Set.of();

    private Consumer<List<String>> selected = ids -> {};
    private Consumer<List<String>> activated = ids -> {};

    /**
     * Shows a table.
     *
     * @param edits how its cells are edited, null for a table that is only read
     * @param widths those the user has given its columns
     */
    public AttributeTableView(AttributeTableViewModel model, CellEdits edits, ColumnWidths widths) {
        this.model = model;
        this.edits = edits;
        keys = new TableKeys(table, fids -> edits.fill(Fids.of(selectedIds()), fids));
        table.setEditable(edits != null);
        table.setId("attribute-table");
        table.getStyleClass().addAll("dense", "striped");
        table.setPlaceholder(placeholder());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        wide = new WideSelection(table, MOST_SHOWN);
        for (int i = 0; i < model.fields().size(); i++) {
            table.getColumns().add(column(model.fields().get(i), i));
        }
        FirstRow.reachable(table);
        columns = new FittedColumns(table, this::texts, widths);
        // the store sorts; the rows in memory are never sorted here
        table.setSortPolicy(view -> {
            if (!replacing) {
                sort();
            }
            return true;
        });
        model.rows().addListener((property, before, now) -> replaceRows());
        replaceRows();
        model.reading().addListener(property -> putBack());
        table.setRowFactory(view -> row());
        table.getSelectionModel().getSelectedIndices().addListener((Observable change) -> selecting.playFromStart());
        wide.stretch().addListener((Observable change) -> selecting.playFromStart());
        selecting.setOnFinished(event -> tellSelected());
        Texts.follow(this, () -> {
            table.refresh();
            fitHeadings();
        });
        setTop(new VBox(bar(), problem()));
        new Unrolling(this, table, this::placed, columns::fit);
    }

    /**
     * Puts the keyboard into the rows, once they are there.
     *
     * @param wanted whether it still is to when they are there
     */
    public void takeKeyboard(BooleanSupplier wanted) {
        takesKeyboard = wanted;
        if (table.getScene() != null) {
            Platform.runLater(this::placed);
        }
    }

    private void placed() {
        if (takesKeyboard.getAsBoolean()) {
            table.requestFocus();
        }
        takesKeyboard = () -> false;
    }

    /** Called with the ids of the selected features after the selection changed. */
    public void onSelect(Consumer<List<String>> listener) {
        selected = listener;
    }

    /** Called with the ids of features to be shown on the map. */
    public void onActivate(Consumer<List<String>> listener) {
        activated = listener;
    }

    /** Selects the rows of these keys, because they were selected elsewhere. */
    public void showSelected(Set<Long> fids) {
        if (!Set.copyOf(Fids.of(selectedIds())).equals(fids)) {
            mark(fids, true);
        }
        shown = fids;
    }

    private void mark(Set<Long> fids, boolean scroll) {
        shown = fids;
        int[] rows = fids.size() > MOST_SHOWN ? new int[0] : model.indicesOf(fids);
        wide.clear();
        table.getSelectionModel().clearSelection();
        if (rows.length > 0) {
            table.getSelectionModel().selectIndices(rows[0], rows);
            if (scroll) {
                table.scrollTo(Math.max(0, rows[0] - 3));
            }
        }
    }

    private void tellSelected() {
        List<String> ids = selectedIds();
        if (model.reading().get() && ids.isEmpty()) {
            return;
        }
        // a filter may hide selected rows: only what the user does here changes the selection
        boolean followed = Set.copyOf(Fids.of(ids)).equals(rowsOf(shown));
        if (!followed) {
            shown = Set.copyOf(Fids.of(ids));
            selected.accept(ids);
        }
    }

    private Set<Long> rowsOf(Set<Long> fids) {
        if (fids.isEmpty() || fids.size() > MOST_SHOWN) {
            return Set.of();
        }
        Set<Long> present = new HashSet<>();
        for (int row : model.indicesOf(fids)) {
            present.add(Fids.of(model.idAt(row)));
        }
        return present;
    }

    /** Selects a feature and scrolls to it, if it is in the table. */
    public void reveal(String id) {
        int index = model.indexOf(id);
        if (index >= 0) {
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(Math.max(0, index - 3));
        }
    }

    private List<String> selectedIds() {
        WideSelection.Stretch stretch = wide.stretch().get();
        if (stretch != null) {
            return IntStream.range(stretch.from(), stretch.to())
                    .mapToObj(model::idAt)
                    .toList();
        }
        return table.getSelectionModel().getSelectedIndices().stream()
                .filter(index -> index >= 0 && index < table.getItems().size())
                .map(model::idAt)
                .toList();
    }

    private HBox bar() {
        TextField filter = new TextField();
        filter.setId("table-filter");
        filter.promptTextProperty().bind(Texts.of("ui.table-filter"));
        filter.setPrefColumnCount(36);
        filter.setOnAction(event -> model.filter(filter.getText()));
        model.filterProblem()
                .addListener((property, before, now) -> filter.pseudoClassStateChanged(WRONG, now != null));
        Button apply =
                button(MaterialDesignF.FILTER_OUTLINE, "ui.table-filter-apply", () -> model.filter(filter.getText()));
        Button clear = button(MaterialDesignF.FILTER_OFF_OUTLINE, "ui.table-filter-clear", () -> {
            filter.clear();
            model.filter("");
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Node busy = Waiting.wheel(16);
        busy.visibleProperty().bind(model.reading());
        Label count = new Label();
        count.setId("table-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.of("ui.table-count", model.count().get()).text(),
                        model.count(),
                        Texts.language()));
        Button zoom = button(MaterialDesignI.IMAGE_FILTER_CENTER_FOCUS, "ui.table-zoom", () -> {
            List<String> ids = selectedIds();
            if (!ids.isEmpty()) {
                activated.accept(ids);
            }
        });
        zoom.disableProperty()
                .bind(Bindings.isEmpty(table.getSelectionModel().getSelectedIndices())
                        .and(wide.stretch().isNull()));
        Button none = button(MaterialDesignC.CLOSE_BOX_OUTLINE, "ui.table-unselect", () -> {
            wide.clear();
            table.getSelectionModel().clearSelection();
        });
        none.disableProperty().bind(zoom.disableProperty());
        HBox bar = new HBox(filter, apply, clear, space, busy, count, zoom, none);
        if (edits != null) {
            Button fill = button(MaterialDesignC.CALCULATOR_VARIANT_OUTLINE, "ui.table-fill", this::fill);
            fill.setId("table-fill");
            bar.getChildren().add(bar.getChildren().size() - 2, fill);
        }
        bar.getStyleClass().add("table-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    /** What is wrong with the filter, whole, in lines of its own as long as it is wrong. */
    private Label problem() {
        Label problem = new Label();
        problem.getStyleClass().addAll("form-problem", "table-problem");
        problem.textProperty().bind(Texts.of(model.filterProblem()));
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.visibleProperty().bind(model.filterProblem().isNotNull());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private void fill() {
        Window window = getScene().getWindow();
        var rows = Fids.of(selectedIds());
        String column = keys.focusedColumn();
        Dialogs.once(window, Arrays.asList(FillDialog.class, edits, rows, column), () -> new FillDialog(
                        window, edits, rows, column)
                .show());
    }

    private static Button button(Ikon icon, String text, Runnable action) {
        Button button = Buttons.icon(icon, 18, text, action);
        button.getStyleClass().addAll("flat", "button-icon");
        return button;
    }

    private Label placeholder() {
        Label label = new Label();
        label.textProperty()
                .bind(Bindings.when(model.reading())
                        .then(Texts.of("ui.table-loading"))
                        .otherwise(Texts.of("ui.table-empty")));
        return label;
    }

    private TableColumn<Row, Object> column(FieldText field, int index) {
        TableColumn<Row, Object> column = new TableColumn<>();
        column.textProperty().bind(Bindings.createStringBinding(field::heading, Texts.language()));
        column.setUserData(field.name());
        column.setCellValueFactory(cell -> cell.getValue().values().map(values -> values[index]));
        boolean isEditable = edits != null && !edits.isReadOnly(field);
        column.setCellFactory(view -> new FieldCell(field, edits, isEditable, keys));
        column.setEditable(edits != null);
        if (field.numeric()) {
            column.getStyleClass().add("numeric");
        }
        return column;
    }

    private TableRow<Row> row() {
        TableRow<Row> row = new TableRow<>();
        wide.follow(row);
        row.setOnMouseClicked(event -> {
            boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
            if (twice && !row.isEmpty() && table.getEditingCell() == null) {
                activated.accept(List.of(row.getItem().id()));
            }
        });
        return row;
    }

    /** A table forgets its sort order with its rows; the rows come sorted, so it is put back. */
    private void replaceRows() {
        replacing = true;
        wide.clear();
        List<TableColumn<Row, ?>> order = List.copyOf(table.getSortOrder());
        // the table would look for each selected row among the new ones: seconds for ten thousand
        table.getSelectionModel().clearSelection();
        table.setItems(model.rows().get());
        table.getSortOrder().setAll(order);
        replacing = false;
        columns.rowsChanged();
        putBack();
    }

    /** What a column shows of a row that is read. */
    private Function<Row, String> texts(TableColumn<Row, ?> column) {
        List<FieldText> fields = model.fields();
        int index = fields.stream().map(FieldText::name).toList().indexOf(column.getUserData());
        return row -> fields.get(index).text(row.values().get()[index]);
    }

    /** Headings in other words are longer or shorter. */
    private void fitHeadings() {
        columns.fit();
    }

    /** What is selected stays selected among other rows: once they are all there. */
    private void putBack() {
        selecting.stop();
        boolean none = table.getSelectionModel().isEmpty() && wide.stretch().get() == null;
        if (!model.reading().get() && none && !shown.isEmpty()) {
            Set<Long> before = shown;
            shown = Set.of();
            mark(before, false);
        }
    }

    private void sort() {
        if (table.getSortOrder().isEmpty()) {
            model.sort(null, true);
        } else {
            TableColumn<Row, ?> column = table.getSortOrder().get(0);
            model.sort((String) column.getUserData(), column.getSortType() == TableColumn.SortType.ASCENDING);
        }
    }
}
