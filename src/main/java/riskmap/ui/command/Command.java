package riskmap.ui.command;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import riskmap.base.Message;

/**
 * Something the user can do. Its title is the text {@code ui.command.<id>}.
 *
 * @param id lower-case with hyphens
 * @param icon shown in menu and tool bar
 * @param keys accelerator, null for none
 * @param action what it does
 * @param reason why it cannot be done now; holds null while it can
 * @param state for a command that is on or off: which; else null
 * @param name a title that changes with what it would do, such as the step to be undone; else null
 */
public record Command(
        String id,
        Ikon icon,
        KeyCombination keys,
        Runnable action,
        ObservableValue<Message> reason,
        BooleanProperty state,
        ObservableValue<Message> name) {

    /** A command that can be done at any time. */
    public static Command of(String id, Ikon icon, String keys, Runnable action) {
        return new Command(id, icon, combination(keys), action, new ReadOnlyObjectWrapper<>(), null, null);
    }

    /** A command that is on or off. */
    public static Command toggle(String id, Ikon icon, String keys, BooleanProperty state) {
        return new Command(
                id, icon, combination(keys), () -> state.set(!state.get()), new ReadOnlyObjectWrapper<>(), state, null);
    }

    /**
     * A command that takes one of several things, such as a tool, and is on while that is taken. Given again it leaves it
     * taken, as other programs of maps do: whoever presses a key twice to be sure has it. Another is taken instead.
     */
    public static <T> Command choice(String id, Ikon icon, String keys, ObjectProperty<T> taken, T mine) {
        BooleanProperty state = new SimpleBooleanProperty(taken.get() == mine);
        taken.addListener((property, before, now) -> state.set(now == mine));
        state.addListener((property, before, now) -> {
            if (now) {
                taken.set(mine);
            } else if (taken.get() == mine) {
                // a button that is being let go of takes nothing back until it has been
                Platform.runLater(() -> state.set(taken.get() == mine));
            }
        });
        return new Command(
                id, icon, combination(keys), () -> taken.set(mine), new ReadOnlyObjectWrapper<>(), state, null);
    }

    /** The same command, which can be done only while the condition holds; else the text says why not. */
    public Command onlyIf(ObservableBooleanValue condition, String why) {
        Message message = Message.of(why);
        return hinderedBy(Bindings.createObjectBinding(() -> condition.get() ? null : message, condition));
    }

    /** The same command, which can be done only while this holds null; else it says why not. */
    public Command hinderedBy(ObservableValue<Message> hindrance) {
        ObservableValue<Message> before = reason;
        return new Command(
                id,
                icon,
                keys,
                action,
                Bindings.createObjectBinding(
                        () -> before.getValue() != null ? before.getValue() : hindrance.getValue(), hindrance, before),
                state,
                name);
    }

    /** The same command under a title that changes; its own while that is null. */
    public Command named(ObservableValue<Message> changing) {
        return new Command(id, icon, keys, action, reason, state, changing);
    }

    public Message title() {
        return name == null || name.getValue() == null ? Message.of("ui.command." + id) : name.getValue();
    }

    public boolean isAvailable() {
        return reason.getValue() == null;
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (isAvailable()) {
            action.run();
        }
    }

    /** A name that stands for no key would become a combination that never comes. */
    private static KeyCombination combination(String keys) {
        KeyCombination result = keys == null ? null : KeyCombination.valueOf(keys);
        if (result != null && !(result instanceof KeyCodeCombination)) {
            throw new IllegalArgumentException("no key: " + keys);
        }
        return result;
    }
}
