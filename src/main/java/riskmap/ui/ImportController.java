package riskmap.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.locationtech.jts.geom.Envelope;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.map.MapLayer;
import riskmap.render.MapPainter;
import riskmap.ui.export.ExportDialog;
import riskmap.ui.export.ExportViewModel;
import riskmap.ui.importing.ImportViewModel;
import riskmap.ui.importing.ImportWindow;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Maximized;
import riskmap.ui.look.Texts;

/** Import and export in the window: files chosen or dropped go to the assistant, layers through the export dialog. */
final class ImportController {
    private final Stage stage;
    private final WindowViewModel model;
    private final MapPainter painter;
    /** What the dialog of exports asked last. */
    private ExportViewModel exporting;

    private ImportViewModel importing;

    ImportController(Stage stage, WindowViewModel model, MapPainter painter) {
        this.stage = stage;
        this.model = model;
        this.painter = painter;
    }

    /** Asks for files and opens the assistant with them. */
    void chooseFiles() {
        List<File> chosen = askForFiles();
        if (!chosen.isEmpty()) {
            open(chosen.stream().map(File::toPath).toList());
        }
    }

    private List<File> askForFiles() {
        FileChooser chooser = new FileChooser();
        chooser.titleProperty().bind(Texts.of("ui.command.import"));
        List<String> endings = new java.util.ArrayList<>(List.of("*.zip"));
        for (Format format : Formats.all()) {
            format.extensions().forEach(ending -> endings.add("*." + ending));
        }
        endings.addAll(endings.stream()
                .map(ending -> ending.toUpperCase(java.util.Locale.ROOT))
                .toList());
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                Message.of("ui.files-data").text(), endings),
                        new FileChooser.ExtensionFilter(
                                Message.of("ui.files-all").text(), "*.*"));
        List<File> chosen = Maximized.through(stage, chooser::showOpenMultipleDialog);
        return chosen == null ? List.of() : chosen;
    }

    /** Lets files be dropped where the map is; there must be a project that may be written to. */
    void acceptFiles(Node map) {
        ImportWindow.acceptFiles(map, files -> {
            Workspace workspace = model.project().workspace().get();
            if (workspace != null && workspace.isReadOnly()) {
                model.tasks().say(Message.of("ui.why-read-only"));
            } else if (workspace != null) {
                open(files);
            }
        });
    }

    /** Opens the assistant with these files, folders or archives. */
    ImportViewModel open(List<Path> files) {
        Dialogs.once(stage, ImportWindow.class, this::newWindow);
        importing.add(files);
        return importing;
    }

    /** A window for other files than those that are being imported, if any are. */
    private Window newWindow() {
        Workspace workspace = model.project().workspace().get();
        ImportViewModel assistant = new ImportViewModel(model.tasks(), workspace, this::written);
        ImportWindow.Surroundings around = new ImportWindow.Surroundings(
                painter,
                model.project().content(),
                model.map().fullExtent(),
                model.tasks(),
                this::askForFiles,
                this::zoom);
        importing = assistant;
        Window window = new ImportWindow(stage, assistant, around).show();
        window.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> importing = null);
        return window;
    }

    /** Asks what of a layer is to be written; the one chosen in the tree first, else one with selected features. */
    ExportViewModel exportLayer() {
        Workspace workspace = model.project().workspace().get();
        MapLayer chosen = model.project().layer(model.layers().selected().get());
        Map<String, Set<Long>> selection = model.selection().all().get();
        String first = chosen != null && chosen.source().startsWith("#")
                ? chosen.source().substring(1)
                : selection.keySet().stream().findFirst().orElse(null);
        Dialogs.once(stage, Arrays.asList(ExportDialog.class, workspace, first, selection), () -> {
            exporting = new ExportViewModel(model.tasks(), workspace, first, selection, workspace.folder());
            return new ExportDialog(stage, exporting).show();
        });
        return exporting;
    }

    private void written() {
        painter.cache().clear();
        model.editing().readHistory();
        model.project().reload(() -> {});
    }

    private void zoom(Envelope extent) {
        model.map().zoomTo(extent);
    }
}
