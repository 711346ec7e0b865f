package riskmap.ui;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.Separator;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import riskmap.base.Message;
import riskmap.ui.command.Command;
import riskmap.ui.command.CommandControls;
import riskmap.ui.edit.EditDesk;
import riskmap.ui.edit.SnapMenu;
import riskmap.ui.look.Texts;

/** The bar of editing tools, and the menus with the same commands. */
final class EditBar {
    private final EditCommands c;

    EditBar(EditCommands commands) {
        c = commands;
    }

    /** The tool bar, with the layer that is edited at its end. */
    ToolBar bar(WindowViewModel model, EditDesk desk) {
        ToolBar bar = new ToolBar();
        bar.setId("edit-bar");
        bar.getStyleClass().add("edit-bar");
        add(bar, c.undo, c.redo, c.checkpoint, null);
        add(bar, c.select, c.selectArea, c.selectFreehand, c.selectRadius, c.selectBy, null);
        add(bar, c.draw, c.rectangle, c.circle, c.addPart, null);
        add(bar, c.vertex, c.move, c.rotate, c.reshape, c.split, c.merge, c.cutHole, c.fillHole, null);
        add(bar, c.cut, c.copy, c.paste, c.delete, null);
        add(bar, c.snapping);
        bar.getItems().add(new SnapMenu(desk.snappingSettings(), model.project().content(), id -> model.layerTitle(id)
                .getValue()));
        add(bar, c.trace, c.orthogonal, c.fixedLength, c.topology, c.avoidOverlap);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label layer = new Label();
        layer.setId("edit-layer");
        layer.getStyleClass().add("project-name");
        layer.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.editing().layer().get() == null
                                ? Message.of("ui.no-edit-layer").text()
                                : Message.of(
                                                "ui.edit-layer",
                                                // as the tree beside it calls it
                                                model.layerTitle(model.editing()
                                                                .layer()
                                                                .get()
                                                                .id())
                                                        .getValue())
                                        .text(),
                        model.editing().layer(),
                        Texts.language()));
        bar.getItems().addAll(space, layer);
        bar.visibleProperty().bind(model.project().workspace().isNotNull());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private static void add(ToolBar bar, Command... commands) {
        for (Command command : commands) {
            bar.getItems().add(command == null ? new Separator(Orientation.VERTICAL) : CommandControls.button(command));
        }
    }

    /** What is done with features that are there. */
    Menu edit() {
        return CommandControls.menu(
                "ui.menu-edit",
                c.undo,
                c.redo,
                c.history,
                c.checkpoint,
                null,
                c.cut,
                c.copy,
                c.paste,
                c.delete,
                null,
                c.vertex,
                c.move,
                c.rotate,
                c.reshape,
                c.split,
                c.merge,
                c.combine,
                c.explode,
                c.reverse,
                null,
                c.cutHole,
                c.fillHole,
                c.fillNew);
    }

    /** New features, and what helps to draw them. */
    Menu draw() {
        return CommandControls.menu(
                "ui.menu-draw",
                c.draw,
                c.rectangle,
                c.circle,
                c.addPart,
                null,
                c.snapping,
                c.trace,
                c.orthogonal,
                c.fixedLength,
                c.topology,
                c.avoidOverlap);
    }

    /** What is selected. */
    Menu select(Command unselect, Command zoom) {
        Menu menu = CommandControls.menu(
                "ui.menu-select",
                c.select,
                c.selectArea,
                c.selectFreehand,
                c.selectRadius,
                c.selectBy,
                c.selectNear,
                null,
                c.selectAll,
                c.invert,
                unselect,
                zoom,
                null);
        menu.getItems().add(CommandControls.menu("ui.menu-select-mode", c.modes.toArray(new Command[0])));
        return menu;
    }
}
