package riskmap.ui.feature;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import riskmap.data.Field;
import riskmap.data.FieldType;
import riskmap.ui.look.ShownValue;
import riskmap.ui.look.TabKey;
import riskmap.ui.look.Texts;

/** The control a field is filled in with: the same in the form and in the cells of the table. */
public final class FieldEditor {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    /** Longer texts get several lines. */
    private static final int ONE_LINE = 120;

    private FieldEditor() {}

    /** An editor bound to a field; its id is {@code field-<column>}. */
    public static Node of(FieldInput input) {
        Node editor = editor(input);
        editor.setId("field-" + input.key());
        return editor;
    }

    /** An editor of one line, for a cell. */
    public static Node ofOneLine(FieldInput input) {
        Field rule = input.rule();
        Node editor = rule.domain() == null && rule.type() == FieldType.TEXT ? text(input) : editor(input);
        editor.setId("field-" + input.key());
        return editor;
    }

    /** Gives the keyboard to an editor. */
    public static void take(Node editor) {
        (editor instanceof PopupField popup ? popup.field() : editor).requestFocus();
    }

    /** Whether something to choose from hangs open below an editor: Enter and Esc belong to it. */
    public static boolean isOpen(Node editor) {
        return editor instanceof PopupField popup && popup.isOpen();
    }

    /** What was typed in part is made whole, as when the keyboard goes elsewhere. */
    public static void finish(Node editor) {
        if (editor instanceof PopupField popup) {
            popup.left();
        }
    }

    private static Node editor(FieldInput input) {
        Field rule = input.rule();
        if (input.isReadOnly()) {
            return ShownValue.following(input.text());
        }
        if (rule.domain() != null) {
            return new CodeField(input);
        }
        return switch (rule.type()) {
            case BOOLEAN -> yesNo(input);
            case DATE -> new DayField(input);
            case TEXT -> rule.length() > ONE_LINE ? lines(input) : text(input);
            default -> text(input);
        };
    }

    private static TextField text(FieldInput input) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(input.text());
        dress(field, input);
        return field;
    }

    private static TextArea lines(FieldInput input) {
        TextArea area = TabKey.leaves(new TextArea());
        area.setPrefRowCount(2);
        area.setWrapText(true);
        area.textProperty().bindBidirectional(input.text());
        // Tab goes on to the next field, as everywhere in the form
        EventHandler<KeyEvent> tab = event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                Focus.move(area, !event.isShiftDown());
            }
        };
        area.addEventFilter(KeyEvent.KEY_PRESSED, tab);
        dress(area, input);
        return area;
    }

    /** Marks a wrong value, and says in an empty field what may go into it. */
    static void dress(TextInputControl field, FieldInput input) {
        input.problem().addListener((property, before, now) -> field.pseudoClassStateChanged(WRONG, now != null));
        field.pseudoClassStateChanged(WRONG, input.problem().get() != null);
        field.promptTextProperty().bind(prompt(input));
    }

    private static ObservableValue<String> prompt(FieldInput input) {
        String range = range(input.rule());
        return Bindings.when(input.several()).then(Texts.of("ui.form-several")).otherwise(range);
    }

    /** The range of a number as it is written, the empty string for none. */
    static String range(Field rule) {
        if (rule.minimum() == null && rule.maximum() == null) {
            return rule.type() == FieldType.DATETIME ? "2026-01-31 09:30" : "";
        }
        return bound(rule.minimum(), "−∞") + " – " + bound(rule.maximum(), "+∞");
    }

    private static String bound(Double value, String none) {
        if (value == null) {
            return none;
        }
        if (value != Math.rint(value)) {
            return value.toString();
        }
        // four digits stay together: they may be a year
        return String.format(Locale.ROOT, Math.abs(value) < 10_000 ? "%.0f" : "%,.0f", value);
    }

    private static Node yesNo(FieldInput input) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton yes = flag("ui.yes", "true", Styles.LEFT_PILL, group);
        ToggleButton no = flag("ui.no", "false", Styles.RIGHT_PILL, group);
        HBox box = new HBox(yes, no);
        HBox.setHgrow(yes, Priority.NEVER);
        box.getStyleClass().add("form-flag");
        Runnable show = () -> group.selectToggle(
                switch (input.text().get()) {
                    case "true" -> yes;
                    case "false" -> no;
                    default -> null;
                });
        show.run();
        input.text().addListener(property -> show.run());
        group.selectedToggleProperty().addListener((property, before, now) -> {
            String wanted = now == null ? "" : (String) now.getUserData();
            if (!wanted.equals(input.text().get())) {
                input.enter(wanted);
            }
        });
        input.problem().addListener((property, before, now) -> {
            yes.pseudoClassStateChanged(WRONG, now != null);
            no.pseudoClassStateChanged(WRONG, now != null);
        });
        return box;
    }

    private static ToggleButton flag(String text, String value, String side, ToggleGroup group) {
        ToggleButton button = new ToggleButton();
        button.textProperty().bind(Texts.of(text));
        button.setUserData(value);
        button.setToggleGroup(group);
        button.getStyleClass().addAll(side, Styles.SMALL);
        return button;
    }
}
