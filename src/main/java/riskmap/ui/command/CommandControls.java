package riskmap.ui.command;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;

/** Menu items and tool buttons made from commands. What cannot be done is greyed out and says why. */
public final class CommandControls {
    private CommandControls() {}

    /** A menu of commands; null stands for a separator. */
    public static Menu menu(String titleKey, Command... commands) {
        Menu menu = new Menu();
        menu.textProperty().bind(Texts.of(titleKey));
        for (Command command : commands) {
            menu.getItems().add(command == null ? new SeparatorMenuItem() : item(command));
        }
        return menu;
    }

    /** A menu item; while it is greyed out the reason stands behind its title. */
    public static MenuItem item(Command command) {
        MenuItem item;
        if (command.state() != null) {
            CheckMenuItem check = new CheckMenuItem();
            check.selectedProperty().bindBidirectional(command.state());
            item = check;
        } else {
            item = new MenuItem();
            item.setGraphic(Icons.of(command.icon(), 16));
            item.setOnAction(event -> command.run());
        }
        item.setId("menu-" + command.id());
        item.setMnemonicParsing(false);
        item.textProperty().bind(withReason(command, "　·　"));
        item.setAccelerator(command.keys());
        item.disableProperty().bind(unavailable(command));
        return item;
    }

    /** A tool button with a tooltip: title, accelerator, and why it is greyed out. */
    public static Node button(Command command) {
        ButtonBase button;
        if (command.state() != null) {
            ToggleButton toggle = new ToggleButton();
            toggle.selectedProperty().bindBidirectional(command.state());
            button = toggle;
        } else {
            button = new Button();
            button.setOnAction(event -> command.run());
        }
        button.setId("tool-" + command.id());
        button.setGraphic(Icons.of(command.icon()));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setFocusTraversable(false);
        button.disableProperty().bind(unavailable(command));
        Tooltip tip = new Tooltip();
        tip.setShowDelay(Duration.millis(400));
        tip.textProperty().bind(tipText(command));
        button.accessibleTextProperty().bind(tipText(command));
        // a greyed-out control hears no mouse: the box around it does, and shows the tip
        StackPane box = new StackPane(button);
        Tooltip.install(box, tip);
        return box;
    }

    private static StringBinding tipText(Command command) {
        StringBinding title = withReason(command, "\n");
        return Bindings.createStringBinding(
                () -> command.keys() == null
                        ? title.get()
                        : title.get()
                                .replaceFirst("$|\\n", "  (" + command.keys().getDisplayText() + ")$0"),
                title);
    }

    private static StringBinding withReason(Command command, String between) {
        return Bindings.createStringBinding(
                () -> command.isAvailable()
                        ? command.title().text()
                        : command.title().text()
                                + between
                                + command.reason().getValue().text(),
                dependencies(command));
    }

    private static Observable[] dependencies(Command command) {
        return command.name() == null
                ? new Observable[] {Texts.language(), command.reason()}
                : new Observable[] {Texts.language(), command.reason(), command.name()};
    }

    private static BooleanBinding unavailable(Command command) {
        return Bindings.createBooleanBinding(() -> !command.isAvailable(), command.reason());
    }
}
