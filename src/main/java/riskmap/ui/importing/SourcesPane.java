package riskmap.ui.importing;

import java.io.File;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import riskmap.app.importing.ImportPreview;
import riskmap.base.Message;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Maximized;
import riskmap.ui.look.Texts;

/** The sources of an import, each with its state; files that could not be read below. */
final class SourcesPane extends BorderPane {
    static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    /** Pixels that the edges of the list and its bar for scrolling take. */
    private static final double BORDERS = 16;

    private final ImportViewModel model;
    private final ListView<ImportEntry> list = new ListView<>();
    private final Label notes = new Label();

    /** Makes the pane; {@code files} asks the user for files. */
    SourcesPane(ImportViewModel model, Runnable files) {
        this.model = model;
        getStyleClass().add("import-sources");
        Button addFiles = button(MaterialDesignF.FILE_PLUS_OUTLINE, "ui.import-add-files", "import-add-files", files);
        Button addFolder = button(
                MaterialDesignF.FOLDER_PLUS_OUTLINE, "ui.import-add-folder", "import-add-folder", this::chooseFolder);
        Button remove = button(
                MaterialDesignM.MINUS_CIRCLE_OUTLINE,
                "ui.import-remove",
                "import-remove",
                () -> model.remove(model.selected().get()));
        remove.disableProperty().bind(model.selected().isNull());
        Label title = new Label();
        title.textProperty().bind(Texts.of("ui.import-sources"));
        title.getStyleClass().add("form-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox bar = new HBox(4, title, addFiles, addFolder, remove);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        list.setId("import-sources");
        list.setItems(model.entries());
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.selected().set(now);
            }
        });
        model.selected()
                .addListener((property, before, now) -> list.getSelectionModel().select(now));
        list.getSelectionModel().select(model.selected().get());
        model.hindrance().addListener(property -> list.refresh());
        model.entries().addListener((ListChangeListener<ImportEntry>) change -> list.refresh());
        notes.setWrapText(true);
        notes.setId("import-unread");
        notes.getStyleClass().add("import-missing");
        model.notes().addListener((ListChangeListener<Message>) change -> showNotes());
        ScrollPane scroll = new ScrollPane(notes);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(130);
        scroll.visibleProperty().bind(notes.textProperty().isNotEmpty());
        scroll.managedProperty().bind(scroll.visibleProperty());
        showNotes();
        Label hint = new Label();
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        hint.textProperty().bind(Texts.of("ui.import-drop-hint"));
        list.setPlaceholder(hint);
        setTop(bar);
        setCenter(list);
        setBottom(scroll);
    }

    private void showNotes() {
        notes.setText(
                String.join("\n", model.notes().stream().map(Message::text).toList()));
    }

    private static Button button(Ikon icon, String title, String id, Runnable action) {
        Button button = Buttons.icon(icon, title, action);
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon", "small");
        return button;
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.titleProperty().bind(Texts.of("ui.import-add-folder"));
        File folder = Maximized.through(getScene().getWindow(), chooser::showDialog);
        if (folder != null) {
            model.add(List.of(folder.toPath()));
        }
    }

    /** A source: whether it is imported, its name, and what it is or what is wrong with it. */
    private final class Cell extends ListCell<ImportEntry> {
        private final CheckBox check = new CheckBox();
        private final Label name = new Label();
        private final Label state = new Label();
        private final HBox line;
        private ImportEntry shown;

        Cell() {
            state.getStyleClass().add("import-state");
            state.setWrapText(true);
            VBox texts = new VBox(1, name, state);
            texts.setMinWidth(0);
            HBox.setHgrow(texts, Priority.ALWAYS);
            line = new HBox(4, check, texts);
            line.setPrefWidth(0);
        }

        /** As many lines as what is said takes in the list as wide as it is: lists ask without telling how wide. */
        @Override
        protected double computePrefHeight(double width) {
            double around = snappedLeftInset() + snappedRightInset();
            return getGraphic() == line
                    ? snappedTopInset() + line.prefHeight(list.getWidth() - around - BORDERS) + snappedBottomInset()
                    : super.computePrefHeight(width);
        }

        @Override
        protected void updateItem(ImportEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (shown != null) {
                check.selectedProperty().unbindBidirectional(shown.included());
            }
            shown = empty ? null : entry;
            if (shown == null) {
                setGraphic(null);
                return;
            }
            check.selectedProperty().bindBidirectional(entry.included());
            name.setText(entry.name());
            boolean told = entry.included().get() || entry.unreadable().get() != null;
            Message problem = told && !entry.reading().get() ? model.problem(entry) : null;
            Message doubt = problem == null ? doubt(entry) : null;
            pseudoClassStateChanged(BAD, problem != null);
            pseudoClassStateChanged(DOUBTFUL, doubt != null);
            state.setText(text(entry, problem) + (doubt == null ? "" : "\n" + doubt.text()));
            setTooltip(new Tooltip(entry.address() + "\n" + state.getText()));
            state.setGraphic(Icons.of(icon(entry, problem, doubt), 14));
            setGraphic(line);
        }

        private String text(ImportEntry entry, Message problem) {
            if (entry.reading().get()) {
                return Message.of("ui.import-why-reading").text();
            }
            if (problem != null) {
                return problem.text();
            }
            return entry.preview().get() == null
                    ? ""
                    : FactsText.count(entry.preview().get());
        }

        /** What does not keep it from being imported and yet is most likely not as it should be; null for nothing. */
        private static Message doubt(ImportEntry entry) {
            ImportPreview seen = entry.preview().get();
            return seen == null || entry.reading().get() ? null : seen.elsewhere();
        }

        private Ikon icon(ImportEntry entry, Message problem, Message doubt) {
            if (entry.reading().get()) {
                return MaterialDesignP.PROGRESS_CLOCK;
            }
            if (doubt != null) {
                return MaterialDesignA.ALERT_OUTLINE;
            }
            return problem != null ? MaterialDesignA.ALERT_CIRCLE_OUTLINE : MaterialDesignC.CHECK_CIRCLE_OUTLINE;
        }
    }
}
