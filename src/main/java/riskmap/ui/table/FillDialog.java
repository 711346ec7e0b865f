package riskmap.ui.table;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import riskmap.analysis.FieldCalculation;
import riskmap.app.rows.FieldFill;
import riskmap.base.Message;
import riskmap.ui.feature.FieldEditor;
import riskmap.ui.feature.FieldText;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.TabKey;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Waiting;

/** The field calculator of the table: a value or an expression for many rows, looked at before it is done. */
final class FillDialog {
    /** So long after the last key the preview is worked out. */
    private static final Duration REST = Duration.millis(350);

    private final FillViewModel model;
    private final Dialog<ButtonType> dialog;
    private final TextArea expression = TabKey.leaves(new TextArea());
    private final PauseTransition looking = new PauseTransition(REST);

    FillDialog(Window owner, CellEdits edits, Collection<Long> selected, String column) {
        model = new FillViewModel(edits, selected, column);
        ButtonType apply = Dialogs.button("ui.fill-apply", ButtonBar.ButtonData.OK_DONE);
        dialog = Dialogs.of(owner, Message.of("ui.fill-title"), content(), apply, Dialogs.close());
        dialog.getDialogPane().setId("fill-dialog");
        Button done = (Button) dialog.getDialogPane().lookupButton(apply);
        done.setId("fill-apply");
        done.disableProperty()
                .bind(model.busy()
                        .or(Bindings.createBooleanBinding(
                                () -> model.preview().get() == null
                                        || model.preview().get().changed() == 0,
                                model.preview())));
        done.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            model.apply(rows -> dialog.close());
        });
        looking.setOnFinished(event -> model.look());
        model.preview().addListener((property, before, now) -> {
            if (now == null && !model.busy().get() && model.problem().get() == null) {
                looking.playFromStart();
            }
        });
        for (var said : java.util.List.of(model.field(), model.scope(), model.byExpression(), model.expression())) {
            said.addListener(property -> looking.playFromStart());
        }
        model.value().addListener((property, before, now) -> now.text().addListener(text -> looking.playFromStart()));
        model.value().get().text().addListener(text -> looking.playFromStart());
        dialog.setOnHidden(event -> {
            looking.stop();
            model.stop();
        });
    }

    Window show() {
        return Dialogs.showBeside(dialog, expression);
    }

    private Node content() {
        VBox box = new VBox(8, head(), how(), body(), counts(), preview(), problems());
        box.setPrefSize(720, 560);
        return box;
    }

    private Node head() {
        ComboBox<FieldText> field = new ComboBox<>();
        field.setId("fill-field");
        field.setPrefWidth(220);
        field.getItems().setAll(model.fields());
        field.setCellFactory(view -> fieldCell(FieldText::heading));
        field.setButtonCell(fieldCell(FieldText::heading));
        field.valueProperty().bindBidirectional(model.field());
        Label label = new Label();
        label.textProperty().bind(Texts.of("ui.fill-field"));
        ToggleGroup scopes = new ToggleGroup();
        HBox line = new HBox(10, label, field);
        line.setAlignment(Pos.CENTER_LEFT);
        for (FillViewModel.Scope scope : FillViewModel.Scope.values()) {
            RadioButton choice = new RadioButton();
            choice.setId("fill-" + scope.name().toLowerCase(Locale.ROOT));
            choice.textProperty()
                    .bind(
                            scope == FillViewModel.Scope.SELECTED
                                    ? Texts.of("ui.fill-selected", model.selectedCount())
                                    : Texts.of("ui.fill-table"));
            choice.setToggleGroup(scopes);
            choice.setSelected(model.scope().get() == scope);
            choice.setDisable(scope == FillViewModel.Scope.SELECTED && model.selectedCount() == 0);
            choice.setOnAction(event -> model.scope().set(scope));
            line.getChildren().add(choice);
        }
        return line;
    }

    private Node how() {
        ToggleGroup ways = new ToggleGroup();
        RadioButton worked = new RadioButton();
        worked.textProperty().bind(Texts.of("ui.fill-by-expression"));
        worked.setToggleGroup(ways);
        worked.setSelected(true);
        RadioButton same = new RadioButton();
        same.setId("fill-by-value");
        same.textProperty().bind(Texts.of("ui.fill-by-value"));
        same.setToggleGroup(ways);
        model.byExpression().bind(worked.selectedProperty());
        return new HBox(16, worked, same);
    }

    private Node body() {
        expression.setId("fill-expression");
        expression.setPrefRowCount(3);
        expression.setWrapText(true);
        expression.promptTextProperty().bind(Texts.of("ui.fill-expression"));
        model.expression().bind(expression.textProperty());
        ListView<FieldText> fields = new ListView<>();
        fields.getItems().setAll(model.fields());
        fields.setCellFactory(view -> fieldCell(field -> field.heading() + "  –  " + field.name()));
        ListView<String> functions = new ListView<>();
        functions.getItems().setAll(FieldCalculation.FUNCTIONS);
        fields.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && fields.getSelectionModel().getSelectedItem() != null) {
                insert(quoted(fields.getSelectionModel().getSelectedItem().name()) + " ");
            }
        });
        functions.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && functions.getSelectionModel().getSelectedItem() != null) {
                insert(functions.getSelectionModel().getSelectedItem() + "(");
            }
        });
        HBox lists = new HBox(8, fields, functions);
        lists.setPrefHeight(110);
        lists.setMinHeight(100);
        HBox.setHgrow(fields, Priority.ALWAYS);
        functions.setPrefWidth(200);
        VBox worked = new VBox(6, expression, lists);
        VBox same = new VBox();
        same.getStyleClass().add("field-row");
        model.value().addListener(property -> showValue(same));
        showValue(same);
        worked.visibleProperty().bind(model.byExpression());
        same.visibleProperty().bind(model.byExpression().not());
        StackPane both = new StackPane(worked, same);
        both.setAlignment(Pos.TOP_LEFT);
        both.setMinHeight(176);
        return both;
    }

    private void showValue(VBox room) {
        Label problem = new Label();
        problem.getStyleClass().add("form-problem");
        problem.textProperty().bind(Texts.of(model.value().get().problem()));
        room.getChildren().setAll(FieldEditor.of(model.value().get()), problem);
    }

    private void insert(String text) {
        expression.replaceSelection(text);
        expression.requestFocus();
    }

    /** ECQL wants names that are not plain ASCII words in quotes. */
    private static String quoted(String name) {
        return name.matches("[A-Za-z_][A-Za-z_0-9]*") ? name : '"' + name + '"';
    }

    private static ListCell<FieldText> fieldCell(Function<FieldText, String> text) {
        return new ListCell<>() {
            @Override
            protected void updateItem(FieldText field, boolean empty) {
                super.updateItem(field, empty);
                setText(empty || field == null ? null : text.apply(field));
            }
        };
    }

    private Node counts() {
        Label counts = new Label();
        counts.setId("fill-counts");
        counts.textProperty()
                .bind(Bindings.createStringBinding(this::said, model.preview(), model.problem(), Texts.language()));
        counts.setWrapText(true);
        model.problem().addListener((property, before, now) -> {
            counts.getStyleClass().remove("form-problem");
            if (now != null) {
                counts.getStyleClass().add("form-problem");
            }
        });
        Node busy = Waiting.wheel(16);
        busy.visibleProperty().bind(model.busy());
        HBox line = new HBox(8, counts, busy);
        line.setMinHeight(24);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String said() {
        if (model.problem().get() != null) {
            return model.problem().get().text();
        }
        FieldFill.Preview found = model.preview().get();
        return found == null
                ? Message.of("ui.fill-nothing-yet").text()
                : Message.of("ui.fill-counts", found.rows(), found.changed(), found.same(), found.wrong())
                        .text();
    }

    private Node preview() {
        TableView<FieldFill.Line> table = lines("fill-preview");
        table.getColumns().add(column("ui.fill-row", line -> Long.toString(line.fid())));
        table.getColumns().add(column("ui.fill-before", line -> shown(line.before())));
        table.getColumns().add(column("ui.fill-after", line -> shown(line.after())));
        model.preview().addListener((property, before, now) -> {
            if (now == null) {
                table.getItems().clear();
            } else {
                table.getItems().setAll(now.first());
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private Node problems() {
        TableView<FieldFill.Line> table = lines("fill-problems");
        table.getColumns().add(column("ui.fill-row", line -> Long.toString(line.fid())));
        table.getColumns().add(column("ui.fill-problem", line -> line.problem()
                .map(Message::text)
                .orElse("")));
        table.getColumns().get(1).setPrefWidth(520);
        model.preview().addListener((property, before, now) -> {
            if (now == null) {
                table.getItems().clear();
            } else {
                table.getItems().setAll(now.problems());
            }
        });
        table.setPrefHeight(120);
        table.setMinHeight(110);
        table.visibleProperty().bind(Bindings.isNotEmpty(table.getItems()));
        table.managedProperty().bind(table.visibleProperty());
        return table;
    }

    private static TableView<FieldFill.Line> lines(String id) {
        TableView<FieldFill.Line> table = new TableView<>();
        table.setId(id);
        table.getStyleClass().addAll("dense", "striped");
        table.setPlaceholder(new Label());
        return table;
    }

    private static TableColumn<FieldFill.Line, String> column(String key, Function<FieldFill.Line, String> text) {
        TableColumn<FieldFill.Line, String> column = new TableColumn<>();
        column.textProperty().bind(Texts.of(key));
        column.setSortable(false);
        column.setPrefWidth(180);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())).getReadOnlyProperty());
        return column;
    }

    private String shown(Object value) {
        return model.field().get().text(value);
    }
}
