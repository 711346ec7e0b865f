package riskmap.ui.look;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import riskmap.base.Language;
import riskmap.base.Message;

/**
 * Texts that follow the language: bound once, they change on the screen the moment the user switches between Chinese
 * and English. The bindings listen weakly, so a closed view is not kept.
 */
public final class Texts {
    private static final ReadOnlyObjectWrapper<Language> LANGUAGE = new ReadOnlyObjectWrapper<>(Language.current());

    private Texts() {}

    /** The language on the screen. */
    public static ReadOnlyObjectProperty<Language> language() {
        return LANGUAGE.getReadOnlyProperty();
    }

    /**
     * Switches the language of the process and of every bound text; also of what JavaFX says itself, such as the buttons of
     * a dialog, the menu of a text field and the months of a calendar, which would be in the system's.
     */
    public static void use(Language language) {
        Language.use(language);
        Locale.setDefault(language.locale());
        LANGUAGE.set(language);
    }

    /** The text of a key in the language in use, kept up to date. */
    public static StringBinding of(String key, Object... arguments) {
        return of(Message.of(key, arguments));
    }

    /** The text of a message in the language in use, kept up to date; empty for null. */
    public static StringBinding of(Message message) {
        return Bindings.createStringBinding(() -> text(message), LANGUAGE);
    }

    /** The text of a changing message, kept up to date; empty while there is none. */
    public static StringBinding of(ObservableValue<Message> message) {
        return Bindings.createStringBinding(() -> text(message.getValue()), LANGUAGE, message);
    }

    /** Does something whenever the language changes, as long as the view is there. */
    public static void follow(Node view, Runnable again) {
        Follow.changes(view, LANGUAGE, again);
    }

    private static String text(Message message) {
        return message == null ? "" : message.text(LANGUAGE.get());
    }
}
