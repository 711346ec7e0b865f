package riskmap.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import riskmap.app.Answer;
import riskmap.app.ImportRequest;
import riskmap.app.Imports;
import riskmap.base.Message;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Texts;

/** Importing in the window: files, what the user says about them, the work, and what became of the features. */
final class ImportController {
    private final Stage stage;
    private final WindowViewModel model;
    private final Runnable dataChanged;

    /**
     * Joins them.
     *
     * @param dataChanged called when layers of the project were written
     */
    ImportController(Stage stage, WindowViewModel model, Runnable dataChanged) {
        this.stage = stage;
        this.model = model;
        this.dataChanged = dataChanged;
    }

    /** Asks for files and imports them. */
    void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.titleProperty().bind(Texts.of("ui.command.import"));
        chooser.getExtensionFilters()
                .setAll(
                        filter(
                                "ui.files-data",
                                "*.gpkg",
                                "*.shp",
                                "*.geojson",
                                "*.json",
                                "*.csv",
                                "*.tif",
                                "*.tiff",
                                "*.asc"),
                        filter("ui.files-all", "*.*"));
        List<File> chosen = chooser.showOpenMultipleDialog(stage);
        if (chosen != null && !chosen.isEmpty()) {
            Path project = model.project().workspace().get().file();
            List<Path> files = chosen.stream().map(File::toPath).toList();
            new ImportDialog(stage, project, files).show(this::run);
        }
    }

    /** Imports, then shows what became of it. */
    void run(ImportRequest request) {
        model.tasks().start(Message.of("ui.importing"), progress -> Imports.run(request, progress), this::finished);
    }

    private void finished(Answer answer) {
        dataChanged.run();
        model.project().reload(() -> {});
        TextArea log = new TextArea(answer.text());
        log.setId("import-log");
        log.setEditable(false);
        log.setPrefSize(620, 320);
        Dialogs.of(stage, Message.of("ui.import-done"), log, Dialogs.close()).show();
    }

    private static FileChooser.ExtensionFilter filter(String title, String... patterns) {
        return new FileChooser.ExtensionFilter(Message.of(title).text(), patterns);
    }
}
