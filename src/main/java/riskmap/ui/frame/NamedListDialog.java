package riskmap.ui.frame;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import riskmap.base.Message;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.FirstRow;
import riskmap.ui.look.Follow;
import riskmap.ui.look.Texts;

/** Keeps, shows, renames, orders and deletes things that have a name: bookmarks, themes. */
final class NamedListDialog<T> {
    private final Actions<T> actions;
    private final Dialog<ButtonType> dialog;
    private final ListView<T> list = new ListView<>();
    private final TextField name = new TextField();
    private final Label problem = new Label();

    /**
     * What can be done.
     *
     * @param id of the dialog, and the beginning of its nodes' ids
     * @param key of one of its texts: title, name, add, show, none
     * @param all what there is
     * @param name of one
     * @param add keeps what is shown now under a name
     * @param show shows one
     * @param rename gives one another name
     * @param remove deletes one
     * @param move takes one so many places down the list
     */
    record Actions<T>(
            String id,
            UnaryOperator<String> key,
            ObservableValue<List<T>> all,
            Function<T, String> name,
            Consumer<String> add,
            Consumer<T> show,
            BiConsumer<T, String> rename,
            Consumer<T> remove,
            BiConsumer<T, Integer> move) {}

    NamedListDialog(Window owner, Actions<T> actions) {
        this.actions = actions;
        dialog = Dialogs.of(owner, Message.of(actions.key().apply("title")), content(), Dialogs.close());
        dialog.getDialogPane().setId(actions.id() + "-dialog");
        Follow.changes(
                dialog.getDialogPane(), actions.all(), () -> fill(actions.all().getValue()));
        fill(actions.all().getValue());
    }

    /** Shows it; the window stays usable. */
    Window show() {
        return Dialogs.showBeside(dialog, name);
    }

    private void fill(List<T> all) {
        int at = list.getSelectionModel().getSelectedIndex();
        T before = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(all);
        if (before != null && all.contains(before)) {
            list.getSelectionModel().select(before);
        } else if (at >= 0 && !all.isEmpty()) {
            list.getSelectionModel().select(Math.min(at, all.size() - 1));
        }
    }

    private Node content() {
        String id = actions.id();
        name.setId(id + "-name");
        name.promptTextProperty().bind(Texts.of(actions.key().apply("name")));
        name.accessibleTextProperty().bind(Texts.of(actions.key().apply("name")));
        name.setOnAction(event -> add());
        HBox.setHgrow(name, Priority.ALWAYS);
        Button add = button("add", actions.key().apply("add"), this::add);
        add.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> name.getText().isBlank(), name.textProperty()));
        list(id);
        problem.setId(id + "-problem");
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        VBox buttons = new VBox(
                6,
                onSelected("show", actions.key().apply("show"), () -> selected(actions.show())),
                onSelected("rename", "ui.list-rename", this::rename),
                onSelected(
                        "up", "ui.list-up", () -> selected(one -> actions.move().accept(one, -1))),
                onSelected(
                        "down",
                        "ui.list-down",
                        () -> selected(one -> actions.move().accept(one, 1))),
                onSelected("remove", "ui.list-remove", this::remove));
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(list, Priority.ALWAYS);
        HBox middle = new HBox(8, list, buttons);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox box = new VBox(8, new HBox(8, name, add), middle, problem);
        box.setPrefWidth(460);
        return box;
    }

    private void list(String id) {
        list.setId(id + "-list");
        list.accessibleTextProperty().bind(Texts.of(actions.key().apply("title")));
        list.setPrefSize(300, 230);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : actions.name().apply(item));
            }
        });
        Label none = new Label();
        none.setWrapText(true);
        none.textProperty().bind(Texts.of(actions.key().apply("none")));
        list.setPlaceholder(none);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                name.setText(actions.name().apply(now));
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                selected(actions.show());
            }
        });
        FirstRow.reachable(list);
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                selected(actions.show());
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                remove();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                // a list keeps the key for itself, though nothing is edited in it
                dialog.close();
                event.consume();
            }
        });
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button();
        button.setId(actions.id() + "-" + id);
        button.textProperty().bind(Texts.of(key));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Button onSelected(String id, String key, Runnable action) {
        Button button = button(id, key, action);
        button.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        return button;
    }

    private void selected(Consumer<T> action) {
        T one = list.getSelectionModel().getSelectedItem();
        if (one != null) {
            problem.setText("");
            action.accept(one);
        }
    }

    private void add() {
        String wanted = name.getText().strip();
        if (!wanted.isEmpty() && (!isTaken(wanted, null) || sure("ui.list-replace-sure", wanted, "ui.replace"))) {
            problem.setText("");
            actions.add().accept(wanted);
        }
    }

    private void remove() {
        selected(one -> {
            if (sure("ui.list-remove-sure", actions.name().apply(one), "ui.list-remove")) {
                actions.remove().accept(one);
            }
        });
    }

    /** What is kept here is not in the history of edits: nothing brings it back. */
    private boolean sure(String question, String of, String affirmative) {
        return Dialogs.confirmLoss(
                dialog.getDialogPane().getScene().getWindow(),
                Message.of(actions.key().apply("title")),
                Message.of(question, of),
                Message.of(affirmative));
    }

    private boolean isTaken(String wanted, T except) {
        return actions.all().getValue().stream()
                .anyMatch(other ->
                        !other.equals(except) && actions.name().apply(other).equals(wanted));
    }

    private void rename() {
        String wanted = name.getText().strip();
        selected(one -> {
            if (wanted.isEmpty() || isTaken(wanted, one)) {
                problem.setText(Message.of(wanted.isEmpty() ? "ui.list-unnamed" : "ui.list-taken", wanted)
                        .text());
            } else {
                actions.rename().accept(one, wanted);
            }
        });
    }
}
