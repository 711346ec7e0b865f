package riskmap.ui;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Message;
import riskmap.geo.crs.Crs;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.command.Command;
import riskmap.ui.command.CommandControls;
import riskmap.ui.frame.ColourMenu;
import riskmap.ui.frame.CrsChooser;
import riskmap.ui.frame.FrameViewModel;
import riskmap.ui.frame.GoToDialog;
import riskmap.ui.frame.ViewsMenus;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Texts;

/** The commands around the map: coordinates, bookmarks, themes, overview, swipe, turn, time; and their dialogs. */
final class MapCommands {
    private static final double TURN = 15;

    final Command goTo;
    final Command readoutCrs;
    final Command bookmarks;
    final Command themes;
    final Command overview;
    final Command swipe;
    final Command time;
    final Command rotateLeft;
    final Command rotateRight;
    final Command rotateReset;

    private final Stage stage;
    private final WindowViewModel model;
    private final ViewsMenus menus;
    private final ColourMenu colours;

    MapCommands(Stage stage, WindowViewModel model) {
        this.stage = stage;
        this.model = model;
        FrameViewModel frame = model.frame();
        MapViewModel map = model.map();
        menus = new ViewsMenus(frame.views());
        colours = new ColourMenu(model.project(), model.tasks());
        goTo = project(Command.of("go-to", MaterialDesignC.CROSSHAIRS_GPS, "Shortcut+G", this::goTo));
        readoutCrs = project(Command.of("readout-crs", MaterialDesignE.EARTH, null, this::chooseCrs));
        bookmarks = project(Command.of(
                "bookmarks",
                MaterialDesignB.BOOKMARK_MULTIPLE_OUTLINE,
                "Shortcut+B",
                () -> menus.manageBookmarks(stage)));
        themes = project(Command.of(
                "themes", MaterialDesignL.LAYERS_OUTLINE, "Shortcut+Shift+M", () -> menus.manageThemes(stage)));
        overview = project(Command.toggle("overview", MaterialDesignM.MAP_OUTLINE, "Shift+F7", frame.overview()));
        BooleanBinding some = Bindings.createBooleanBinding(
                () -> frame.swiping().get()
                        || !frame.views().views().get().themes().isEmpty(),
                frame.views().views(),
                frame.swiping());
        swipe = project(Command.toggle("swipe", MaterialDesignC.COMPARE_HORIZONTAL, "Shift+F8", swiping(frame)))
                .onlyIf(some, "ui.why-no-theme");
        time = project(Command.toggle(
                "time", MaterialDesignC.CALENDAR_RANGE, "Shift+F9", frame.time().on()));
        rotateLeft = project(
                Command.of("rotate-left", MaterialDesignR.ROTATE_LEFT, "Shortcut+Shift+LEFT", () -> turn(map, -TURN)));
        rotateRight = project(Command.of(
                "rotate-right", MaterialDesignR.ROTATE_RIGHT, "Shortcut+Shift+RIGHT", () -> turn(map, TURN)));
        rotateReset = project(Command.of(
                "rotate-reset", MaterialDesignN.NAVIGATION_OUTLINE, "Shortcut+Alt+0", () -> map.rotateTo(0)));
    }

    /** All of them, for accelerators and tests. */
    List<Command> all() {
        return Stream.of(
                        goTo,
                        readoutCrs,
                        bookmarks,
                        themes,
                        overview,
                        swipe,
                        time,
                        rotateLeft,
                        rotateRight,
                        rotateReset)
                .toList();
    }

    /** The menu of them. */
    Menu menu() {
        Menu menu = CommandControls.menu("ui.menu-map", goTo, readoutCrs, null);
        menu.getItems().addAll(menus.bookmarks(bookmarks), menus.themes(themes), colours, new SeparatorMenuItem());
        Stream.of(overview, swipe, time).map(CommandControls::item).forEach(menu.getItems()::add);
        menu.getItems().add(new SeparatorMenuItem());
        Stream.of(rotateLeft, rotateRight, rotateReset)
                .map(CommandControls::item)
                .forEach(menu.getItems()::add);
        return menu;
    }

    /** Turning the swipe on chooses a theme for it. */
    private static BooleanProperty swiping(FrameViewModel frame) {
        BooleanProperty wanted = new SimpleBooleanProperty(frame.swiping().get());
        wanted.addListener((property, before, now) -> frame.swipe(now));
        frame.swiping().addListener((property, before, now) -> wanted.set(now));
        return wanted;
    }

    private static void turn(MapViewModel map, double degrees) {
        map.rotateTo(Math.round((map.view().get().rotation() + degrees) / TURN) * TURN);
    }

    private Command project(Command command) {
        return command.onlyIf(model.project().workspace().isNotNull(), "ui.why-no-project");
    }

    private void goTo() {
        FrameViewModel frame = model.frame();
        var understood = frame.readout().get() == null
                ? model.map().crs().get()
                : frame.readout().get();
        Dialogs.once(stage, GoToDialog.class, () -> new GoToDialog(
                        stage,
                        model.map(),
                        understood,
                        model.tasks(),
                        at -> model.pointAt(List.of(new GeometryFactory().createPoint(at))))
                .show());
    }

    /** Asks for the CRS of the coordinates. */
    void chooseCrs() {
        var own = model.map().crs().get();
        if (own != null) {
            Dialogs.once(stage, List.of(CrsChooser.class, own), () -> new CrsChooser(
                            stage, own, model.tasks(), chosen -> model.frame()
                                    .readout()
                                    .set(Crs.same(chosen, own) ? null : chosen))
                    .show());
        }
    }

    /** Asks for the radius of a circle, metres; what is none is not taken, and said. */
    static void askRadius(Stage stage, DoubleConsumer answer) {
        TextField field = new TextField("500");
        field.setId("select-radius");
        Label question = new Label();
        question.textProperty().bind(Texts.of("ui.select-radius-question"));
        question.setLabelFor(field);
        Label wrong = new Label();
        wrong.setId("select-radius-wrong");
        wrong.getStyleClass().add("form-problem");
        wrong.textProperty().bind(Texts.of("ui.select-radius-wrong"));
        wrong.visibleProperty().bind(field.textProperty().map(text -> radius(text) <= 0));
        ButtonType take = Dialogs.button("ui.select-by-apply", ButtonBar.ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = Dialogs.of(
                stage,
                Message.of("ui.command.select-radius"),
                new VBox(6, question, field, wrong),
                take,
                Dialogs.button("ui.cancel", ButtonBar.ButtonData.CANCEL_CLOSE));
        Node button = dialog.getDialogPane().lookupButton(take);
        button.setId("select-radius-take");
        button.disableProperty().bind(wrong.visibleProperty());
        dialog.setOnShown(event -> field.requestFocus());
        Platform.runLater(() ->
                dialog.showAndWait().filter(take::equals).ifPresent(taken -> answer.accept(radius(field.getText()))));
    }

    /** 0 for what is no radius. */
    private static double radius(String typed) {
        String number = typed.strip();
        return number.matches("\\d{1,7}(\\.\\d{1,3})?") ? Double.parseDouble(number) : 0;
    }
}
