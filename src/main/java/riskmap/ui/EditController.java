package riskmap.ui;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Stage;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.edit.Sketch;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.render.MapPainter;
import riskmap.ui.canvas.MapView;
import riskmap.ui.edit.DrawingAids;
import riskmap.ui.edit.EditActions;
import riskmap.ui.edit.EditDesk;
import riskmap.ui.edit.EditLayer;
import riskmap.ui.edit.EditTools;
import riskmap.ui.edit.HistoryView;
import riskmap.ui.edit.SelectNearDialog;
import riskmap.ui.edit.SketchTool;
import riskmap.ui.feature.InputText;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Look;
import riskmap.ui.query.SelectByDialog;

/** Joins the editing tools with the window: commands, dialogs, the picture of the map after an edit. */
final class EditController implements EditDialogs, AutoCloseable {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Stage stage;
    private final WindowViewModel model;
    private final SidePanel side;
    private final MapPainter painter;
    private final EditDesk desk;
    private final MapTools tools;
    private final EditCommands commands;
    /** A drawing that waits for its layer to be read; null for none. */
    private Sketch waiting;

    EditController(Stage stage, WindowViewModel model, MapView map, SidePanel side, MapPainter painter) {
        this.stage = stage;
        this.model = model;
        this.side = side;
        this.painter = painter;
        desk = new EditDesk(map, model.selection(), model.selectionHighlight(), model.editing(), model.tasks());
        tools = new MapTools(model, map, new EditTools(desk), answer -> MapCommands.askRadius(stage, answer));
        commands = new EditCommands(model, desk, tools, this);
        model.editing().onAppliedBeside(this::patch);
        model.editing().onApplied(changes -> map.redraw());
    }

    EditDesk desk() {
        return desk;
    }

    MapTools tools() {
        return tools;
    }

    EditCommands commands() {
        return commands;
    }

    /** Takes up the drawing that an interrupted session has left: its layer, the tool, what was drawn. */
    void resume(Sketch left) {
        MapDocument map = model.project().document().get();
        Optional<String> layer = map.layers().stream()
                .filter(shown -> shown.source().equals("#" + left.layer()))
                .map(MapLayer::id)
                .findFirst();
        if (layer.isEmpty() || !(tools.of(Tool.DRAW) instanceof SketchTool drawing)) {
            model.tasks().say(Message.of("ui.recovery-no-layer", left.layer()));
            return;
        }
        waiting = left;
        model.layers().selected().set(layer.get());
        ChangeListener<EditLayer> chosen = (property, before, now) -> takeUp(drawing);
        model.editing().layer().addListener(chosen);
        takeUp(drawing);
    }

    private void takeUp(SketchTool drawing) {
        EditLayer now = model.editing().layer().get();
        if (waiting != null && now != null && now.table().equals(waiting.layer())) {
            Sketch left = waiting;
            waiting = null;
            model.tool().set(Tool.DRAW);
            drawing.resume(left);
        }
    }

    private void patch(Changes changes) {
        Workspace workspace = model.project().workspace().get();
        if (workspace != null) {
            painter.cache().apply(workspace.store().dataStore(), changes);
        }
    }

    @Override
    public void showHistory() {
        side.show("history", "ui.side-history", MaterialDesignH.HISTORY, () -> new HistoryView(model.editing()));
    }

    @Override
    public void saveCheckpoint() {
        TextInputDialog dialog = new TextInputDialog(NAME.format(LocalDateTime.now()));
        dialog.initOwner(stage);
        dialog.setTitle(Message.of("ui.checkpoint-title").text());
        dialog.setHeaderText(Message.of("ui.checkpoint-question").text());
        dialog.setGraphic(null);
        dialog.getEditor().setId("checkpoint-name");
        Look.dress(dialog.getDialogPane());
        dialog.showAndWait().map(String::strip).filter(name -> !name.isEmpty()).ifPresent(model.editing()::save);
    }

    @Override
    public void askLength(DrawingAids aids) {
        TextInputDialog dialog = new TextInputDialog(
                aids.length().get() == null ? "" : InputText.of(aids.length().get()));
        dialog.initOwner(stage);
        dialog.setTitle(Message.of("ui.command.fixed-length").text());
        dialog.setHeaderText(Message.of("ui.fixed-length-question").text());
        dialog.setGraphic(null);
        dialog.getEditor().setId("fixed-length");
        Look.dress(dialog.getDialogPane());
        // the command that asks is still on its way
        javafx.application.Platform.runLater(() -> {
            String typed = dialog.showAndWait().map(String::strip).orElse("");
            boolean good = typed.matches("\\d{1,7}(\\.\\d{1,4})?") && Double.parseDouble(typed) > 0;
            aids.length().set(good ? Double.valueOf(typed) : null);
            aids.fixedLength().set(good);
        });
    }

    @Override
    public void selectBy() {
        EditLayer layer = model.editing().layer().get();
        Dialogs.once(stage, List.of(SelectByDialog.class, layer), () -> new SelectByDialog(
                        stage, layer, new EditActions(desk))
                .show());
    }

    @Override
    public void selectNear() {
        Workspace workspace = model.project().workspace().get();
        List<String> tables = new ArrayList<>(workspace.layers());
        tables.removeAll(workspace.plainTables());
        EditLayer layer = model.editing().layer().get();
        Dialogs.once(stage, List.of(SelectNearDialog.class, layer), () -> new SelectNearDialog(
                        stage,
                        layer,
                        tables,
                        table -> workspace
                                .kind(table)
                                .map(kind -> kind.title().text())
                                .orElse(table),
                        new EditActions(desk))
                .show());
    }

    @Override
    public void close() {
        desk.close();
    }
}
