package riskmap.ui.importing;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Message;
import riskmap.render.MapPainter;
import riskmap.ui.canvas.MapContent;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Look;
import riskmap.ui.look.SavePlace;
import riskmap.ui.look.Texts;
import riskmap.ui.task.TaskBar;
import riskmap.ui.task.TasksViewModel;

/** The window of the import assistant: sources at the left, choices, map and rows of the one chosen; then the outcome. */
public final class ImportWindow {
    private final Stage stage = new Stage();
    private final ImportViewModel model;
    private final Surroundings around;
    private final BorderPane root = new BorderPane();
    private final BorderPane main = new BorderPane();
    private final PreviewMap map;
    private final RowsTable rows = new RowsTable();
    private final TabPane tabs = new TabPane();
    private final SplitPane middle;

    private final ChangeListener<Object> newPreview = (property, before, now) -> showPreview();

    /**
     * What the assistant needs of the program around it.
     *
     * @param under the project's map, shown under the sources
     * @param area where the project's layers lie, in its CRS
     * @param files asks the user for files; empty for none
     * @param zoom shows a part of the map in the main window
     */
    public record Surroundings(
            MapPainter painter,
            ObservableValue<MapContent> under,
            Envelope area,
            TasksViewModel tasks,
            Supplier<List<File>> files,
            Consumer<Envelope> zoom) {}

    /** Makes the window. */
    public ImportWindow(Window owner, ImportViewModel model, Surroundings around) {
        this.model = model;
        this.around = around;
        map = new PreviewMap(around.painter(), model.workspace().map().crs(), around.area(), around.under());
        middle = new SplitPane(map, tabs);
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.52);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.titleProperty().bind(Texts.of("ui.import-title"));
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(root, Math.min(1280, screen.getWidth() - 40), Math.min(740, screen.getHeight() - 60));
        Look.dress(scene);
        stage.setScene(scene);
        stage.setMinWidth(940);
        stage.setMinHeight(560);
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !model.running().get()) {
                stage.close();
            }
        });
        acceptFiles(root, model::add);
        root.setId("import-window");
        Texts.follow(root, this::build);
        model.selected().addListener((property, before, now) -> {
            if (before != null) {
                before.preview().removeListener(newPreview);
            }
            showEntry();
        });
        model.outcome().addListener(property -> showOutcomeOrEntry());
        stage.setOnHidden(event -> {
            map.close();
            model.close();
        });
        build();
    }

    /** Lets files and folders be dropped on a part of a window. */
    public static void acceptFiles(Node node, Consumer<List<java.nio.file.Path>> take) {
        node.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        node.setOnDragDropped(event -> {
            if (event.getDragboard().hasFiles()) {
                take.accept(event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** Shows it. */
    public Window show() {
        stage.show();
        return stage;
    }

    private void build() {
        SourcesPane sources = new SourcesPane(model, this::chooseFiles);
        sources.setPrefWidth(230);
        sources.setMinWidth(190);
        root.setLeft(sources);
        root.setCenter(main);
        root.setBottom(bottom());
        showOutcomeOrEntry();
    }

    private void chooseFiles() {
        List<File> chosen = around.files().get();
        if (!chosen.isEmpty()) {
            model.add(chosen.stream().map(File::toPath).toList());
        }
    }

    private void showOutcomeOrEntry() {
        if (model.outcome().get() != null) {
            main.setLeft(null);
            main.setCenter(new OutcomeView(model.outcome().get(), around.zoom()));
        } else if (main.getCenter() != middle || main.getLeft() == null) {
            showEntry();
        }
    }

    private void showEntry() {
        ImportEntry entry = model.selected().get();
        if (entry == null) {
            main.setLeft(null);
            main.setCenter(middle);
            tabs.getTabs().clear();
            showPreview();
            return;
        }
        ChoicesPane choices = new ChoicesPane(model, entry);
        choices.setPrefWidth(320);
        choices.setMinWidth(260);
        main.setLeft(choices);
        main.setCenter(middle);
        int before = Math.max(0, tabs.getSelectionModel().getSelectedIndex());
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .setAll(
                        tab("ui.import-tab-rows", MaterialDesignC.CARD_TEXT_OUTLINE, rows, "import-tab-rows"),
                        tab(
                                "ui.import-tab-columns",
                                MaterialDesignA.ARROW_RIGHT_BOLD_BOX_OUTLINE,
                                new ColumnsTable(entry),
                                "import-tab-columns"));
        tabs.getSelectionModel().select(before);
        entry.preview().removeListener(newPreview);
        entry.preview().addListener(newPreview);
        showPreview();
    }

    private void showPreview() {
        ImportEntry entry = model.selected().get();
        rows.show(entry == null ? null : entry.preview().get());
        map.show(entry == null ? null : entry.preview().get());
    }

    private static Tab tab(String title, Ikon icon, Node content, String id) {
        Tab tab = new Tab();
        tab.setId(id);
        tab.textProperty().bind(Texts.of(title));
        tab.setGraphic(Icons.of(icon, 16));
        tab.setContent(content);
        return tab;
    }

    private Node bottom() {
        Label why = new Label();
        why.setId("import-why");
        why.setWrapText(true);
        why.styleProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.isWaiting() ? "" : "-fx-text-fill: -color-danger-fg;", model.hindrance()));
        why.setMinWidth(0);
        why.textProperty().bind(Texts.of(model.hindrance()));
        why.visibleProperty().bind(model.running().not().and(model.outcome().isNull()));
        why.managedProperty().bind(why.visibleProperty());
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMaxWidth(Double.MAX_VALUE);
        TaskBar task = new TaskBar(around.tasks());
        task.visibleProperty().bind(model.running().or(model.outcome().isNotNull()));
        task.managedProperty().bind(task.visibleProperty());
        Button back = button("import-back", "ui.import-back", MaterialDesignA.ARROW_LEFT, model::back);
        Button zoom = button("import-zoom", "ui.import-zoom", MaterialDesignF.FIT_TO_PAGE_OUTLINE, () -> {
            around.zoom().accept(model.outcome().get().extent());
            stage.close();
        });
        Button log = button("import-log", "ui.import-log", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::saveLog);
        Button dry = button("import-dry", "ui.import-dry", MaterialDesignC.CLIPBOARD_CHECK_OUTLINE, model::dryRun);
        Button run = button("import-run", "ui.import-run", MaterialDesignD.DATABASE_IMPORT_OUTLINE, model::run);
        Button close = button("import-close", "ui.close", MaterialDesignC.CLOSE, stage::close);
        run.getStyleClass().add("accent");
        close.disableProperty().bind(model.running());
        for (Button button : List.of(dry, run)) {
            button.disableProperty().bind(model.hindrance().isNotNull());
        }
        Runnable show = () -> {
            ImportViewModel.Outcome outcome = model.outcome().get();
            boolean done = outcome != null && !outcome.dry();
            Rows.show(back, outcome != null);
            Rows.show(log, outcome != null);
            Rows.show(zoom, done && !outcome.extent().isNull());
            Rows.show(dry, outcome == null);
            Rows.show(run, !done);
        };
        model.outcome().addListener(property -> show.run());
        show.run();
        HBox space = new HBox();
        HBox.setHgrow(space, Priority.ALWAYS);
        space.visibleProperty().bind(why.visibleProperty().not());
        space.managedProperty().bind(space.visibleProperty());
        HBox bar = new HBox(8, why, task, space, back, log, zoom, dry, run, close);
        bar.setAlignment(Pos.CENTER_RIGHT);
        bar.getStyleClass().add("import-bottom");
        return bar;
    }

    private void saveLog() {
        new SavePlace("ui.import-log", Message.of("ui.import-log-name").text() + ".txt")
                .in(model.workspace().file().toAbsolutePath().getParent())
                .kind(Message.of("ui.import-log-text").text(), "txt")
                .kind("Excel", "xlsx")
                .kind("CSV", "csv")
                .ask(stage)
                .ifPresent(model::saveLog);
    }

    private static Button button(String id, String title, Ikon icon, Runnable action) {
        Button button = Buttons.words(icon, title, action);
        button.setId(id);
        return button;
    }

    /** Its stage. */
    Stage stage() {
        return stage;
    }
}
