package riskmap.ui.rows;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.UnitText;
import riskmap.ui.command.FormKeys;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Maximized;
import riskmap.ui.look.SavePlace;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** The window of rows of values: a table with a column per input and value, and a run of its own for each row. */
public final class ValueTableDialog {
    private static final double ROW = 40;

    /** Room at both sides of a heading. */
    private static final double BESIDE_HEADING = 36;

    private final ValueTable model;
    private final Window owner;
    private final TableView<ValueTable.Row> table = new TableView<>();
    /** Key of the column that the keyboard was in last, null for none that can be filled down. */
    private final StringProperty column = new SimpleStringProperty();

    private final Dialog<ButtonType> dialog;

    private ValueTableDialog(Window owner, ValueTable model) {
        this.owner = owner;
        this.model = model;
        if (model.rows().isEmpty()) {
            model.add();
        }
        table();
        table.getSelectionModel().select(0);
        model.running().addListener((property, before, now) -> {
            if (!now) {
                // what each row came to is noted a moment later
                Platform.runLater(this::showFailed);
            }
        });
        Button run = run();
        VBox content = new VBox(8, hint(), edits(), table, said(), foot(run));
        FormKeys.shortcut(content, run);
        VBox.setVgrow(table, Priority.ALWAYS);
        content.setPrefSize(980, 500);
        dialog = Dialogs.of(owner, Message.of("ui.rows-title", model.subject().title()), content, Dialogs.close());
        dialog.getDialogPane().setId("rows-dialog");
    }

    /**
     * A button that opens the window of a table, or brings the one that is open to the front.
     *
     * @param id of the button
     */
    public static Button opener(String id, ValueTable rows) {
        Button open = button(id, "ui.tool-rows", MaterialDesignT.TABLE_EDIT, () -> {});
        open.setTooltip(Tips.of("ui.tool-rows.help"));
        open.setOnAction(event -> {
            Window owner = open.getScene().getWindow();
            Dialogs.once(owner, rows, () -> new ValueTableDialog(owner, rows).show());
        });
        return open;
    }

    private Window show() {
        return Dialogs.showBeside(dialog, table);
    }

    private static Node hint() {
        Label hint = new Label();
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("hint-inline");
        hint.textProperty().bind(Texts.of("ui.rows-hint"));
        return hint;
    }

    private Node edits() {
        var selected = table.getSelectionModel().getSelectedItems();
        var nothing = Bindings.isEmpty(selected);
        Button add = button("rows-add", MaterialDesignP.PLUS, () -> enter(model.add()));
        Button duplicate = button(
                "rows-duplicate",
                MaterialDesignC.CONTENT_DUPLICATE,
                () -> enter(model.duplicate(table.getSelectionModel().getSelectedItem())));
        Button remove = button("rows-remove", MaterialDesignT.TRASH_CAN_OUTLINE, () -> model.remove(selected));
        Button fill = button(
                "rows-fill",
                MaterialDesignA.ARROW_DOWN_BOLD_OUTLINE,
                () -> model.fillDown(table.getSelectionModel().getSelectedItem(), column.get()));
        fill.textProperty().unbind();
        fill.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> column.get() == null
                                ? Message.of("ui.rows-fill").text()
                                : Message.of("ui.rows-fill-column", title(column.get()))
                                        .text(),
                        column,
                        Texts.language()));
        Button open = button("rows-open", MaterialDesignF.FOLDER_OPEN_OUTLINE, this::open);
        Button save = button("rows-save", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save);
        ObservableBooleanValue busy = model.running();
        for (Button each : List.of(add, open)) {
            each.disableProperty().bind(busy);
        }
        duplicate.disableProperty().bind(nothing.or(model.running()));
        remove.disableProperty().bind(nothing.or(model.running()));
        fill.disableProperty().bind(nothing.or(column.isNull()).or(model.running()));
        save.disableProperty().bind(Bindings.isEmpty(model.rows()));
        return new HBox(6, add, duplicate, remove, fill, open, save);
    }

    /** After a run the first row that failed is selected: why it did is told below. */
    private void showFailed() {
        model.rows().stream()
                .filter(row -> row.state() == ValueTable.State.FAILED)
                .findFirst()
                .ifPresent(this::enter);
    }

    private void enter(ValueTable.Row row) {
        table.getSelectionModel().clearAndSelect(model.rows().indexOf(row));
        table.scrollTo(row);
    }

    private Message title(String key) {
        return model.subject().parameters().stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst()
                .orElseThrow()
                .title();
    }

    private static Button button(String id, Ikon icon, Runnable action) {
        return button(id, "ui." + id, icon, action);
    }

    private static Button button(String id, String text, Ikon icon, Runnable action) {
        Button button = Buttons.words(icon, text, action);
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    private void open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Message.of("ui.rows-open").text());
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Message.of("ui.rows-files").text(), "*.csv", "*.xlsx"));
        File chosen = Maximized.through(dialog.getDialogPane().getScene().getWindow(), chooser::showOpenDialog);
        if (chosen != null) {
            model.read(chosen.toPath());
        }
    }

    private void save() {
        new SavePlace("ui.rows-save", model.subject().id() + ".csv")
                .kind(Message.of("ui.rows-files").text(), "csv", "xlsx")
                .ask(dialog.getDialogPane().getScene().getWindow())
                .ifPresent(model::write);
    }

    private void table() {
        table.setId("rows-table");
        table.setItems(model.rows());
        table.setFixedCellSize(ROW);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.disableProperty().bind(model.running());
        Label none = new Label();
        none.textProperty().bind(Texts.of("ui.rows-none"));
        table.setPlaceholder(none);
        table.getColumns().add(number());
        table.getColumns().add(state());
        if (model.subject().namesResult()) {
            TableColumn<ValueTable.Row, ValueTable.Row> result = column(170, null, ValueCell::result);
            result.textProperty().bind(Texts.of("ui.tool-result"));
            table.getColumns().add(result);
        }
        for (Parameter input : model.inputs()) {
            table.getColumns()
                    .add(column(input, input.key(), 190, entered -> ValueCell.input(model.subject(), input, entered)));
        }
        for (Parameter parameter : model.values()) {
            table.getColumns()
                    .add(column(parameter, parameter.key(), 140, entered -> ValueCell.value(parameter, entered)));
        }
    }

    private TableColumn<ValueTable.Row, ValueTable.Row> column(
            Parameter parameter,
            String key,
            double width,
            Function<Consumer<ValueTable.Row>, TableCell<ValueTable.Row, ValueTable.Row>> cell) {
        TableColumn<ValueTable.Row, ValueTable.Row> made = column(width, key, cell);
        Label heading = new Label();
        heading.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> UnitText.heading(parameter.title().text(), parameter.unit()), Texts.language()));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(Bindings.concat(heading.textProperty(), "\n", Texts.of(parameter.help())));
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        heading.setTooltip(tip);
        made.setGraphic(heading);
        InvalidationListener fit = property -> {
            Text measured = new Text(heading.getText());
            measured.setFont(heading.getFont());
            made.setPrefWidth(
                    Math.max(width, Math.ceil(measured.getLayoutBounds().getWidth()) + BESIDE_HEADING));
        };
        heading.textProperty().addListener(fit);
        heading.fontProperty().addListener(fit);
        fit.invalidated(null);
        return made;
    }

    private TableColumn<ValueTable.Row, ValueTable.Row> column(
            double width,
            String key,
            Function<Consumer<ValueTable.Row>, TableCell<ValueTable.Row, ValueTable.Row>> cell) {
        TableColumn<ValueTable.Row, ValueTable.Row> made = new TableColumn<>();
        made.setPrefWidth(width);
        made.setSortable(false);
        made.setReorderable(false);
        made.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        made.setCellFactory(view -> cell.apply(row -> {
            column.set(key);
            if (!table.getSelectionModel().getSelectedItems().contains(row)) {
                table.getSelectionModel().clearAndSelect(model.rows().indexOf(row));
            }
        }));
        return made;
    }

    private TableColumn<ValueTable.Row, Integer> number() {
        TableColumn<ValueTable.Row, Integer> made = new TableColumn<>("#");
        made.setPrefWidth(44);
        made.setSortable(false);
        made.setReorderable(false);
        made.setCellValueFactory(
                row -> Bindings.createObjectBinding(() -> model.rows().indexOf(row.getValue()) + 1, model.rows()));
        return made;
    }

    private TableColumn<ValueTable.Row, String> state() {
        TableColumn<ValueTable.Row, String> made = new TableColumn<>();
        made.textProperty().bind(Texts.of("ui.rows-state"));
        made.setPrefWidth(84);
        made.setSortable(false);
        made.setReorderable(false);
        made.setCellValueFactory(row -> word(row.getValue()));
        made.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(String word, boolean empty) {
                super.updateItem(word, empty);
                setText(empty ? null : word);
                ValueTable.Row row =
                        empty || getTableRow() == null ? null : getTableRow().getItem();
                boolean bad = row != null
                        && (row.state() == ValueTable.State.WRONG || row.state() == ValueTable.State.FAILED);
                getStyleClass().remove("form-problem");
                if (bad) {
                    getStyleClass().add("form-problem");
                }
                setTooltip(
                        row == null || row.said() == null
                                ? null
                                : new Tooltip(row.said().text()));
            }
        });
        return made;
    }

    private ObservableValue<String> word(ValueTable.Row row) {
        return Bindings.createStringBinding(
                () -> Message.of("ui.rows-state-" + row.state().name().toLowerCase(Locale.ROOT))
                        .text(),
                model.changes(),
                Texts.language());
    }

    /** What there is to say of the row that is selected, or of the table as a whole. */
    private Node said() {
        Label said = new Label();
        said.setId("rows-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        var selected = table.getSelectionModel().selectedItemProperty();
        said.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            ValueTable.Row row = selected.get();
                            if (model.problem().get() != null) {
                                return model.problem().get().text();
                            }
                            return row == null || row.said() == null
                                    ? ""
                                    : Message.of("ui.rows-row", model.rows().indexOf(row) + 1, row.said())
                                            .text();
                        },
                        selected,
                        model.problem(),
                        model.changes(),
                        Texts.language()));
        return said;
    }

    private Button run() {
        Button run = new Button(null, Icons.of(MaterialDesignP.PLAY, 16));
        run.setId("rows-run");
        run.getStyleClass().add(Styles.ACCENT);
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.of("ui.rows-run", model.openCount()).text(), model.changes(), Texts.language()));
        run.disableProperty().bind(model.canRun().not());
        run.setOnAction(event -> model.run());
        return run;
    }

    private Node foot(Button run) {
        Button stop = RunFoot.stop(model.running(), model::cancel);
        stop.setMinWidth(Region.USE_PREF_SIZE);
        RunFoot.keyboard(stop, run);
        Label why = RunFoot.why(
                model.running(),
                () -> model.hindrance() == null ? model.leftOut() : model.hindrance(),
                model.canRun(),
                model.changes());
        why.setId("rows-why");
        HBox.setHgrow(why, Priority.ALWAYS);
        HBox foot = new HBox(8, run, stop, why);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }
}
