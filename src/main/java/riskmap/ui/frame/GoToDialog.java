package riskmap.ui.frame;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import riskmap.app.Failures;
import riskmap.app.TypedPlaces;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.print.CrsTitle;
import riskmap.ui.canvas.CoordinateText;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Texts;
import riskmap.ui.task.TasksViewModel;

/** Asks for a place as people write one, says at once how it is understood, and shows it on the map. */
public final class GoToDialog {
    private static final Pattern CODE = Pattern.compile("(?i)EPSG");

    private final MapViewModel map;
    private final CoordinateReferenceSystem understood;
    private final TasksViewModel tasks;
    private final Consumer<Coordinate> arrive;
    private final Dialog<ButtonType> dialog;
    private final TextField place = new TextField();
    private final Label says = new Label();
    private final Node go;

    /**
     * Prepares the dialog.
     *
     * @param understood the CRS of bare numbers
     * @param arrive gets the place in map coordinates after the map has gone there
     */
    public GoToDialog(
            Window owner,
            MapViewModel map,
            CoordinateReferenceSystem understood,
            TasksViewModel tasks,
            Consumer<Coordinate> arrive) {
        this.map = map;
        this.understood = understood;
        this.tasks = tasks;
        this.arrive = arrive;
        ButtonType button = Dialogs.button("ui.go-to-go", ButtonBar.ButtonData.APPLY);
        dialog = Dialogs.of(owner, Message.of("ui.go-to-title"), content(), button, Dialogs.close());
        dialog.getDialogPane().setId("go-to-dialog");
        go = dialog.getDialogPane().lookupButton(button);
        go.setId("go-to-go");
        go.addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            go();
            event.consume();
        });
        check();
    }

    /** Shows it; the window stays usable. */
    public Window show() {
        return Dialogs.showBeside(dialog, place);
    }

    private Node content() {
        place.setId("go-to-place");
        place.promptTextProperty().bind(Texts.of("ui.go-to-prompt"));
        place.accessibleTextProperty().bind(Texts.of("ui.go-to-title"));
        place.textProperty().addListener(property -> check());
        place.setOnAction(event -> go());
        says.setId("go-to-says");
        says.setWrapText(true);
        // what is said is a place in two lines, its CRS and that it is off the map: the last of them must not be cut
        // off
        says.setMinHeight(88);
        says.setAlignment(Pos.TOP_LEFT);
        Label hint = new Label();
        hint.setWrapText(true);
        hint.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        hint.textProperty().bind(Texts.of("ui.go-to-hint", CrsTitle.inLine(understood, Language.current())));
        VBox box = new VBox(8, hint, place, says);
        box.setPrefWidth(500);
        return box;
    }

    /** A CRS that is named by its code may wake a database: it is looked up when the user goes there. */
    private void check() {
        String typed = place.getText().strip();
        says.getStyleClass().remove("form-problem");
        go.setDisable(typed.isEmpty());
        says.setText("");
        if (typed.isEmpty() || CODE.matcher(typed).find()) {
            return;
        }
        try {
            says.setText(
                    understoodAs(TypedPlaces.read(typed, understood, map.crs().get())));
        } catch (RiskMapException wrong) {
            go.setDisable(true);
            refuse(wrong);
        }
    }

    private String understoodAs(Coordinate at) {
        double[] degrees = {at.x, at.y};
        Crs.transform(map.crs().get(), Crs.of("EPSG:4490")).apply(degrees, 1);
        String inside = map.fullExtent().contains(at)
                ? ""
                : "\n" + Message.of("ui.go-to-off-map").text();
        return CoordinateText.degrees(degrees[0], degrees[1]) + "\n"
                + CoordinateText.inMapUnits(at.x, at.y, map.crs().get()) + "  ("
                + CrsTitle.inLine(map.crs().get(), Language.current()) + ")" + inside;
    }

    private void refuse(Throwable wrong) {
        says.getStyleClass().add("form-problem");
        says.setText(Failures.message(wrong).text());
    }

    private void go() {
        String typed = place.getText();
        if (typed.isBlank()) {
            return;
        }
        CoordinateReferenceSystem crs = map.crs().get();
        tasks.start(
                Message.of("ui.crs-looking-up"),
                progress -> TypedPlaces.read(typed, understood, crs),
                at -> {
                    if (map.crs().get() == crs) {
                        map.centreOn(at.x, at.y);
                        arrive.accept(at);
                        says.getStyleClass().remove("form-problem");
                        says.setText(understoodAs(at));
                    }
                },
                this::refuse);
    }
}
