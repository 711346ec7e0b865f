package riskmap.ui.look;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import riskmap.base.Message;

/** The words a list or choice shows for its values. What is shown is only read: nobody types it. */
public final class Titles<T> extends StringConverter<T> {
    private final Function<? super T, String> title;

    private Titles(Function<? super T, String> title) {
        this.title = title;
    }

    /** Shows a title for each value, and nothing where there is none. */
    public static <T> Titles<T> of(Function<? super T, String> title) {
        return new Titles<>(value -> value == null ? "" : title.apply(value));
    }

    /**
     * Lets a box show a title for each value, and nothing where there is none, in the language on the screen;
     * {@link ChoiceCell} for boxes in which none is a choice, too.
     */
    public static <T> void show(ComboBox<T> box, Function<? super T, String> title) {
        box.converterProperty().bind(Bindings.createObjectBinding(() -> of(title), Texts.language()));
        box.converterProperty().addListener((property, before, now) -> writeAgain(box));
    }

    /**
     * JavaFX 21 writes what a box shows anew for another value or prompt, but not for another converter. One in a dialog
     * that was closed is left alone: what its titles are read from may be closed, too.
     */
    private static void writeAgain(ComboBox<?> box) {
        boolean seen = box.getScene() != null
                && box.getScene().getWindow() != null
                && box.getScene().getWindow().isShowing();
        // a bound prompt is in the language on the screen, too: it has changed
        if (seen && !box.promptTextProperty().isBound()) {
            String prompt = box.getPromptText();
            box.setPromptText(prompt + " ");
            box.setPromptText(prompt);
        }
    }

    /**
     * As {@link #show}, for titles that may be longer than the box: under the pointer it says the whole title of its value.
     *
     * @param help said there, too; null for none
     */
    public static <T> void showWhole(ComboBox<T> box, Function<? super T, String> title, Message help) {
        show(box, title);
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        tip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> whole(of(title).toString(box.getValue()), help == null ? "" : help.text()),
                        box.valueProperty(),
                        Texts.language()));
        // one that says nothing is not shown
        box.tooltipProperty()
                .bind(Bindings.when(tip.textProperty().isEmpty())
                        .then((Tooltip) null)
                        .otherwise(tip));
    }

    private static String whole(String title, String help) {
        return title.isEmpty() || help.isEmpty() ? title + help : title + "\n" + help;
    }

    @Override
    public String toString(T value) {
        return title.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("nothing is typed here");
    }
}
