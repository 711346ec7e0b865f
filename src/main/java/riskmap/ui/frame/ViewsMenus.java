package riskmap.ui.frame;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;
import riskmap.map.Bookmark;
import riskmap.map.MapTheme;
import riskmap.ui.command.Command;
import riskmap.ui.command.CommandControls;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Texts;

/** The menus and dialogs of bookmarks and themes. */
public final class ViewsMenus {
    private final ViewsViewModel views;
    /** Held here: what they listen to holds them only weakly. */
    private final ObjectBinding<List<Bookmark>> bookmarks;

    private final ObjectBinding<List<MapTheme>> themes;

    /** Makes the menus of what a project keeps. */
    public ViewsMenus(ViewsViewModel views) {
        this.views = views;
        bookmarks = Bindings.createObjectBinding(() -> views.views().get().bookmarks(), views.views());
        themes = Bindings.createObjectBinding(() -> views.views().get().themes(), views.views());
    }

    /** The bookmarks of the project after the command that keeps and orders them. */
    public Menu bookmarks(Command manage) {
        return menu("ui.menu-bookmarks", "bookmark", manage, bookmarks, Bookmark::name, views::goTo);
    }

    /** The themes of the project after the command that keeps and orders them. */
    public Menu themes(Command manage) {
        return menu("ui.menu-themes", "theme", manage, themes, MapTheme::name, views::apply);
    }

    private static <T> Menu menu(
            String title,
            String id,
            Command manage,
            ObservableValue<List<T>> all,
            Function<T, String> name,
            Consumer<T> show) {
        Menu menu = new Menu();
        menu.textProperty().bind(Texts.of(title));
        MenuItem first = CommandControls.item(manage);
        Runnable fill = () -> {
            menu.getItems().setAll(first);
            if (!all.getValue().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            for (T one : all.getValue()) {
                MenuItem item = new MenuItem(name.apply(one));
                item.setMnemonicParsing(false);
                item.setId("menu-" + id + "-" + name.apply(one));
                item.setOnAction(event -> show.accept(one));
                menu.getItems().add(item);
            }
        };
        all.addListener((property, before, now) -> fill.run());
        fill.run();
        return menu;
    }

    /** Opens the dialog of the bookmarks. */
    public void manageBookmarks(Window owner) {
        Dialogs.once(owner, "bookmarks-dialog", () -> new NamedListDialog<>(
                        owner,
                        new NamedListDialog.Actions<>(
                                "bookmarks",
                                part -> "ui.bookmarks-" + part,
                                bookmarks,
                                Bookmark::name,
                                views::addBookmark,
                                views::goTo,
                                views::renameBookmark,
                                views::removeBookmark,
                                views::moveBookmark))
                .show());
    }

    /** Opens the dialog of the themes. */
    public void manageThemes(Window owner) {
        Dialogs.once(owner, "themes-dialog", () -> new NamedListDialog<>(
                        owner,
                        new NamedListDialog.Actions<>(
                                "themes",
                                part -> "ui.themes-" + part,
                                themes,
                                MapTheme::name,
                                views::addTheme,
                                views::apply,
                                views::renameTheme,
                                views::removeTheme,
                                views::moveTheme))
                .show());
    }
}
