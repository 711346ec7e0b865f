package riskmap.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.app.Failures;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.geo.crs.Crs;
import riskmap.print.CrsTitle;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Texts;
import riskmap.ui.task.TasksViewModel;

/**
 * Asks for a CRS by its EPSG code or words of its name. The CRS in use in surveys are listed; any other is found by its
 * code, beside the window's thread.
 */
public final class CrsChooser {
    private final TasksViewModel tasks;
    private final Consumer<CoordinateReferenceSystem> chosen;
    private final Dialog<ButtonType> dialog;
    private final TextField search = new TextField();
    private final ListView<CoordinateReferenceSystem> list = new ListView<>();
    private final Label problem = new Label();
    private final List<CoordinateReferenceSystem> known = new ArrayList<>();

    /**
     * Prepares the dialog.
     *
     * @param first listed before all others: the map's own CRS
     * @param chosen gets what the user has chosen
     */
    public CrsChooser(
            Window owner,
            CoordinateReferenceSystem first,
            TasksViewModel tasks,
            Consumer<CoordinateReferenceSystem> chosen) {
        this.tasks = tasks;
        this.chosen = chosen;
        known.add(first);
        for (int code : Crs.known()) {
            CoordinateReferenceSystem crs = Crs.of(code);
            if (!Crs.same(crs, first)) {
                known.add(crs);
            }
        }
        ButtonType take = Dialogs.button("ui.crs-take", ButtonBar.ButtonData.APPLY);
        dialog = Dialogs.of(owner, Message.of("ui.crs-title"), content(), take, Dialogs.close());
        dialog.getDialogPane().setId("crs-dialog");
        Node apply = dialog.getDialogPane().lookupButton(take);
        apply.setId("crs-take");
        // an unknown code keeps the dialog open
        apply.addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            take();
            event.consume();
        });
        filter();
    }

    /** Shows it; the window stays usable. */
    public Window show() {
        return Dialogs.showBeside(dialog, search);
    }

    private Node content() {
        search.setId("crs-search");
        search.promptTextProperty().bind(Texts.of("ui.crs-search"));
        search.accessibleTextProperty().bind(Texts.of("ui.crs-search"));
        search.textProperty().addListener(property -> filter());
        search.setOnAction(event -> take());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
                int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
                int last = list.getItems().size() - 1;
                int next = list.getSelectionModel().getSelectedIndex() + step;
                list.getSelectionModel().select(Math.max(0, Math.min(last, next)));
                list.scrollTo(list.getSelectionModel().getSelectedIndex());
                event.consume();
            }
        });
        list.setId("crs-list");
        list.accessibleTextProperty().bind(Texts.of("ui.crs-title"));
        list.setPrefSize(480, 260);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(CoordinateReferenceSystem crs, boolean empty) {
                super.updateItem(crs, empty);
                setText(empty || crs == null ? null : CrsTitle.inLine(crs, Language.current()));
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                take();
            }
        });
        problem.setId("crs-problem");
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.setMinHeight(34);
        problem.setAlignment(Pos.TOP_LEFT);
        Label hint = new Label();
        hint.setWrapText(true);
        hint.textProperty().bind(Texts.of("ui.crs-hint"));
        VBox box = new VBox(8, hint, search, list, problem);
        VBox.setVgrow(list, Priority.ALWAYS);
        box.setPrefWidth(500);
        return box;
    }

    private void filter() {
        String[] words = search.getText().strip().toLowerCase(Locale.ROOT).split("\\s+");
        list.getItems().setAll(known.stream().filter(crs -> holds(crs, words)).toList());
        list.getSelectionModel().selectFirst();
        problem.setText("");
    }

    private static boolean holds(CoordinateReferenceSystem crs, String[] words) {
        // found by its name in the window's language and by the one of the register
        String title = (CrsTitle.inLine(crs, Language.current()) + " " + Crs.title(crs)).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!title.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private void take() {
        CoordinateReferenceSystem selected = list.getSelectionModel().getSelectedItem();
        if (selected != null) {
            close(selected);
            return;
        }
        String typed = search.getText();
        tasks.start(
                Message.of("ui.crs-looking-up"),
                progress -> Crs.of(typed),
                this::close,
                failure -> problem.setText(Failures.message(failure).text()));
    }

    private void close(CoordinateReferenceSystem crs) {
        chosen.accept(crs);
        dialog.setResult(ButtonType.OK);
        dialog.close();
    }
}
