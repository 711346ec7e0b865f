package riskmap.ui.look;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

/** A choice in words of the language in use: they change with it, in the list and in the closed box alike. */
public final class ChoiceCell<T> extends ListCell<T> {
    private final Function<T, String> text;

    /** A cell that shows its choice by its word. */
    public ChoiceCell(Function<T, String> text) {
        this.text = text;
        Texts.follow(this, this::show);
    }

    /** Shows the choices of a box in words; null is a choice, too, where the text has a word for it. */
    public static <T> void use(ComboBox<T> box, Function<T, String> text) {
        box.setCellFactory(view -> new ChoiceCell<>(text));
        box.setButtonCell(new ChoiceCell<>(text));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return text.apply(value);
            }

            @Override
            public T fromString(String written) {
                return null;
            }
        });
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        show();
    }

    private void show() {
        setText(isEmpty() ? null : text.apply(getItem()));
    }
}
