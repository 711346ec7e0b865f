package riskmap.ui.look;

import java.util.function.Function;
import javafx.util.StringConverter;

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

    /** Shows a title for no value too. */
    public static <T> Titles<T> ofAny(Function<? super T, String> title) {
        return new Titles<>(title);
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
