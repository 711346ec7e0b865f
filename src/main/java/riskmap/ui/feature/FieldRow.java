package riskmap.ui.feature;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import riskmap.base.Message;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;

/** A line of the form: title with unit and required mark, the editor, and below it what is wrong. */
final class FieldRow extends VBox {
    /** Titles take this much of the form's width, editors the rest. */
    private static final double TITLE_SHARE = 0.36;

    private final FieldInput input;
    private final Node editor;
    private Label problem;

    /**
     * @param last the value entered last in this field of another feature, empty for none
     */
    FieldRow(FieldInput input, Supplier<String> last) {
        this.input = input;
        getStyleClass().add("field-row");
        Label title = new Label();
        title.setWrapText(true);
        title.getStyleClass().add("field-title");
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> input.shown().heading() + (input.required().get() ? " *" : ""),
                        input.required(),
                        Texts.language()));
        title.setTooltip(tip());
        title.minWidthProperty().bind(widthProperty().multiply(TITLE_SHARE));
        title.maxWidthProperty().bind(title.minWidthProperty());
        editor = FieldEditor.of(input);
        HBox.setHgrow(editor, Priority.ALWAYS);
        HBox line = new HBox(6, title, editor);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!input.isReadOnly()) {
            line.getChildren().add(lastButton(last));
        }
        getChildren().add(line);
        // what holds a value is never hidden
        visibleProperty()
                .bind(input.applies()
                        .or(input.text().isNotEmpty())
                        .or(input.several())
                        .or(input.touched()));
        managedProperty().bind(visibleProperty());
        input.problem().addListener((property, before, now) -> showProblem(now));
        input.applies().addListener(property -> showProblem(input.problem().get()));
        showProblem(input.problem().get());
        title.setLabelFor(editor);
    }

    FieldInput input() {
        return input;
    }

    /** Gives the keyboard to the editor. */
    void take() {
        FieldEditor.take(editor);
    }

    private Tooltip tip() {
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            String range = FieldEditor.range(input.rule());
                            String length = input.rule().length() > 0
                                    ? Message.of(
                                                    "ui.form-length",
                                                    Integer.toString(
                                                            input.rule().length()))
                                            .text()
                                    : "";
                            return (input.key() + "\n" + range + length).strip();
                        },
                        Texts.language()));
        return tip;
    }

    private Button lastButton(Supplier<String> last) {
        Button button = new Button(null, Icons.of(MaterialDesignH.HISTORY, 14));
        button.getStyleClass().addAll("flat", "field-open");
        button.setFocusTraversable(false);
        Tooltip tip = new Tooltip();
        tip.setOnShowing(event -> tip.setText(
                Message.of("ui.form-last", input.shown().text(input.rule().value(last.get())))
                        .text()));
        button.setTooltip(tip);
        button.accessibleTextProperty().bind(tip.textProperty());
        button.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> input.text().get().isEmpty() && !last.get().isEmpty(), input.text()));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> input.enter(last.get()));
        return button;
    }

    /** The label comes only when something is wrong: most rows never need one. */
    private void showProblem(Message found) {
        Message shown = found != null || input.applies().get() ? found : Message.of("ui.form-not-applying");
        if (problem == null) {
            if (shown == null) {
                return;
            }
            problem = new Label();
            problem.setWrapText(true);
            problem.setId("problem-" + input.key());
            getChildren().add(problem);
        }
        problem.getStyleClass().setAll(found != null ? "form-problem" : "hint-inline");
        problem.textProperty().bind(Texts.of(shown));
        problem.setVisible(shown != null);
        problem.setManaged(shown != null);
    }
}
