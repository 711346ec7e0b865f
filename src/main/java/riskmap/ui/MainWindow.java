package riskmap.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import riskmap.base.Message;
import riskmap.ui.canvas.MapGestures;
import riskmap.ui.canvas.MapView;
import riskmap.ui.command.Command;
import riskmap.ui.command.CommandControls;
import riskmap.ui.edit.EditHud;
import riskmap.ui.edit.SaveStatus;
import riskmap.ui.layers.LayerTreeView;
import riskmap.ui.look.Texts;
import riskmap.ui.safety.SafetyBar;

/** The main window: menu and tool bar, layers, map, tables, side panel, status bar; the start page without a project. */
final class MainWindow extends BorderPane {
    private final WindowViewModel model;
    private final WindowCommands commands;
    /** Held here: what they listen to holds them only weakly. */
    private Panels rows;

    private Panels columns;

    MainWindow(
            WindowViewModel model,
            WindowCommands commands,
            EditController edit,
            MapView map,
            MapGestures gestures,
            SidePanel side,
            MapFrame frame) {
        this.model = model;
        this.commands = commands;
        getStyleClass().add("main-window");
        EditBar editBar = new EditBar(edit.commands());
        setTop(new VBox(
                menuBar(editBar, frame), toolBar(), editBar.bar(model, edit.desk()), new SafetyBar(model.safety())));
        Node workbench = workbench(frame.around(map, new EditHud(edit.desk())), side);
        StartPage start = new StartPage(model, commands);
        BooleanBinding open = model.project().workspace().isNotNull();
        workbench.visibleProperty().bind(open);
        start.visibleProperty().bind(open.not());
        setCenter(new StackPane(workbench, start));
        setBottom(new StatusBar(
                model.tasks(),
                model.map(),
                frame.readout(gestures.pointer()),
                map.drawing(),
                frame.selectionCount(),
                new SaveStatus(model.editing())));
        getChildren().add(ground());
    }

    /** Knows the colour of the theme and gives it to the scene, which lays it under a frame at no cost. */
    private Region ground() {
        Region ground = new Region();
        ground.getStyleClass().add("ground");
        ground.setManaged(false);
        ground.backgroundProperty().addListener((property, before, now) -> {
            if (now != null && !now.getFills().isEmpty()) {
                getScene().setFill(now.getFills().get(0).getFill());
            }
        });
        return ground;
    }

    private Menu layerMenu() {
        WindowCommands c = commands;
        Menu layer = CommandControls.menu(
                "ui.menu-layer",
                c.table,
                c.style,
                c.zoomLayer,
                null,
                c.layerUp,
                c.layerDown,
                null,
                c.showAll,
                c.hideAll);
        layer.getItems().add(1, new PlainTablesMenu(model));
        return layer;
    }

    private MenuBar menuBar(EditBar editBar, MapFrame frame) {
        WindowCommands c = commands;
        Menu layer = layerMenu();
        MenuBar bar = new MenuBar(
                CommandControls.menu(
                        "ui.menu-file",
                        c.open,
                        c.demo,
                        null,
                        c.importFile,
                        c.exportLayer,
                        c.print,
                        c.layout,
                        c.report,
                        null,
                        c.preferences,
                        null,
                        c.closeProject,
                        c.exit),
                editBar.edit(),
                editBar.draw(),
                editBar.select(c.unselect, c.zoomSelection),
                CommandControls.menu(
                        "ui.menu-view",
                        c.zoomIn,
                        c.zoomOut,
                        c.zoomWhole,
                        c.zoomLayer,
                        c.zoomSelection,
                        null,
                        c.back,
                        c.forth,
                        c.refresh,
                        null,
                        c.layersPanel,
                        c.tablesPanel,
                        c.sidePanel,
                        null,
                        c.theme,
                        c.language),
                frame.commands().menu(),
                layer,
                CommandControls.menu(
                        "ui.menu-tools",
                        c.pan,
                        c.identify,
                        c.distance,
                        c.area,
                        null,
                        c.query,
                        c.toolbox,
                        c.toolHistory,
                        null,
                        c.checks),
                CommandControls.menu("ui.menu-risk", c.risk, c.runs),
                CommandControls.menu("ui.menu-help", c.about));
        bar.setId("menu-bar");
        return bar;
    }

    private ToolBar toolBar() {
        WindowCommands c = commands;
        ToolBar bar = new ToolBar();
        bar.setId("tool-bar");
        add(bar, c.open, c.importFile, c.exportLayer, c.print, null);
        add(bar, c.pan, c.identify, c.distance, c.area, c.unselect, null);
        add(bar, c.zoomIn, c.zoomOut, c.zoomWhole, c.zoomLayer, c.zoomSelection, c.back, c.forth, null);
        add(bar, c.table, c.query, c.toolbox, c.risk, c.runs, c.checks);
        Label project = new Label();
        project.getStyleClass().add("project-name");
        project.textProperty()
                .bind(Bindings.createStringBinding(
                        this::projectName, model.project().document(), Texts.language()));
        Region left = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        bar.getItems().addAll(left, project);
        bar.getItems().add(new Separator(Orientation.VERTICAL));
        add(bar, c.language, c.theme);
        return bar;
    }

    private String projectName() {
        if (model.project().document().get() == null) {
            return "";
        }
        String title = model.project().document().get().title();
        return model.project().workspace().get().isReadOnly()
                ? Message.of("ui.project-read-only", title).text()
                : title;
    }

    private static void add(ToolBar bar, Command... commands) {
        for (Command command : commands) {
            bar.getItems().add(command == null ? new Separator(Orientation.VERTICAL) : CommandControls.button(command));
        }
    }

    private Node workbench(Region mapFrame, SidePanel side) {
        LayerTreeView layers = new LayerTreeView(model.layers(), model.project().legends());
        layers.setMinWidth(210);
        TablesPane tables = new TablesPane(model, this);
        SplitPane middle = new SplitPane();
        middle.setOrientation(Orientation.VERTICAL);
        mapFrame.setMinSize(120, 80);
        rows = new Panels(middle);
        rows.add(mapFrame, 0, always());
        rows.add(
                tables,
                0.44,
                model.tablesShown().and(Bindings.isNotEmpty(model.tables().open())));
        rows.lay();
        SplitPane all = new SplitPane();
        all.setId("workbench");
        columns = new Panels(all);
        columns.add(layers, 0.2, model.layersShown().and(always()));
        columns.add(middle, 0, always());
        columns.add(side, 0.22, model.sideShown().and(always()));
        columns.lay();
        return all;
    }

    private static BooleanBinding always() {
        return Bindings.createBooleanBinding(() -> true);
    }
}
