package riskmap.ui.print;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.util.Duration;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.map.LocalText;
import riskmap.print.InkPalette;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.FormRow;
import riskmap.ui.look.Pixels;
import riskmap.ui.look.SavePlace;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Titles;
import riskmap.ui.look.Waiting;

/** The print dialog: the page as it will be at the left, the choices at the right. */
public final class PrintDialog {
    private static final Duration REST = Duration.millis(350);
    private static final double WIDTH_OF_CHOICES = 320;

    /** Pixels of a small screen that the page must leave to the buttons, the title and the edges. */
    private static final double AROUND_SHEET = 200;

    private final PrintViewModel model;
    private final Dialog<ButtonType> dialog;
    private final ImageView page = new ImageView();
    private final PauseTransition rest = new PauseTransition(REST);

    /** Makes the dialog. */
    public PrintDialog(Window owner, PrintViewModel model) {
        this.model = model;
        VBox choices = new VBox();
        choices.getStyleClass().add("print-choices");
        // more choices than the page is high must not push the buttons out of the dialog
        ScrollPane scroll = new ScrollPane(choices);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(WIDTH_OF_CHOICES);
        scroll.setPrefWidth(WIDTH_OF_CHOICES);
        HBox content = new HBox(preview(), scroll);
        content.getStyleClass().add("print-dialog");
        ButtonType save = Dialogs.button("ui.print-save", ButtonBar.ButtonData.OK_DONE);
        dialog = Dialogs.of(owner, Message.of("ui.command.print"), content, save, Dialogs.close());
        dialog.getDialogPane().setId("print-dialog");
        Node button = dialog.getDialogPane().lookupButton(save);
        button.setId("print-save");
        button.disableProperty().bind(model.layout().isNull());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            chooseFile();
        });
        rest.setOnFinished(event -> model.refresh());
        for (Property<?> choice : new Property<?>[] {
            model.layout(), model.title(), model.maker(), model.language(), model.inks(), model.colours()
        }) {
            choice.addListener(property -> rest.playFromStart());
        }
        model.preview().addListener((property, before, now) -> page.setImage(Pixels.image(now)));
        List<Node> rows = choices();
        dialog.setOnShown(event -> fill(choices, rows));
        dialog.setOnHidden(event -> model.cancel());
    }

    /** Puts one row into the box with every frame: all at once they would hold up the window. */
    private static void fill(VBox box, List<Node> rows) {
        Iterator<Node> next = rows.iterator();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (next.hasNext()) {
                    boolean first = box.getChildren().isEmpty();
                    box.getChildren().add(next.next());
                    if (first) {
                        // the keyboard went to the only thing there was: the button that closes
                        box.lookup(".combo-box").requestFocus();
                    }
                } else {
                    stop();
                }
            }
        }.start();
    }

    /** Shows it; the rest of the window stays in use. */
    public Window show() {
        return Dialogs.showBeside(dialog, null);
    }

    private Node preview() {
        StackPane sheet = new StackPane();
        sheet.getStyleClass().add("print-preview");
        sheet.setPrefSize(820, 560);
        // the pane of a dialog would rather squeeze the page than grow
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        sheet.setMinSize(
                Math.min(700, screen.getWidth() - WIDTH_OF_CHOICES - AROUND_SHEET),
                Math.min(480, screen.getHeight() - AROUND_SHEET));
        page.setId("print-page");
        page.getStyleClass().add("print-page");
        page.setPreserveRatio(true);
        page.setSmooth(true);
        page.setManaged(true);
        page.fitWidthProperty().bind(sheet.widthProperty().subtract(48));
        page.fitHeightProperty().bind(sheet.heightProperty().subtract(48));
        Node busy = Waiting.wheel(48);
        busy.visibleProperty().bind(model.drawing());
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().addAll("form-problem", "print-problem");
        problem.textProperty().bind(Texts.of(model.problem()));
        problem.visibleProperty().bind(model.problem().isNotNull());
        sheet.getChildren().addAll(page, problem, busy);
        HBox.setHgrow(sheet, Priority.ALWAYS);
        return sheet;
    }

    private List<Node> choices() {
        ComboBox<String> layouts = new ComboBox<>();
        layouts.setId("print-layout");
        Titles.show(layouts, name -> {
            LocalText known = model.layouts().get().get(name);
            return known == null ? name : known.text(Language.current());
        });
        model.layouts()
                .addListener((property, before, now) -> layouts.getItems().setAll(now.keySet()));
        layouts.valueProperty().bindBidirectional(model.layout());
        ComboBox<Language> language = new ComboBox<>();
        language.getItems().setAll(Language.values());
        Titles.show(language, value -> Message.of("ui.language-" + value.code()).text());
        language.valueProperty().bindBidirectional(model.language());
        ComboBox<String> format = new ComboBox<>();
        format.setId("print-format");
        format.getItems().setAll(PrintViewModel.FORMATS);
        Titles.show(format, value -> Message.of("ui.format-" + value).text());
        format.valueProperty().bindBidirectional(model.format());
        ComboBox<Integer> dpi = new ComboBox<>();
        dpi.getItems().setAll(96, 150, 200, 300, 600);
        dpi.valueProperty().bindBidirectional(model.dpi());
        dpi.disableProperty().bind(model.format().isEqualTo("svg"));
        return List.of(
                FormRow.of("ui.print-layout", layouts),
                FormRow.of("ui.print-title", text("print-title", "ui.print-title-usual", model.title())),
                FormRow.of("ui.print-maker", text("print-maker", "ui.print-maker-usual", model.maker())),
                FormRow.of("ui.print-language", language),
                FormRow.of("ui.print-format", format),
                FormRow.of("ui.print-dpi", dpi),
                FormRow.of("ui.print-colours", SchemeChoice.of("print-colours", model.colours())),
                FormRow.of("ui.print-inks", inks()),
                printerRow());
    }

    private ComboBox<InkPalette> inks() {
        ComboBox<InkPalette> inks = new ComboBox<>();
        inks.setId("print-inks");
        inks.getItems().setAll(InkPalette.values());
        Titles.show(inks, value -> Message.of("ui.print-inks-" + value.name().toLowerCase(Locale.ROOT))
                .text());
        inks.valueProperty().bindBidirectional(model.inks());
        return inks;
    }

    /** The printers there are, with the button that sends the page; says so where there is none. */
    private Node printerRow() {
        ComboBox<String> printers = new ComboBox<>();
        printers.setId("print-printer");
        printers.promptTextProperty().bind(Texts.of("ui.print-no-printer"));
        Runnable fill = () -> {
            printers.getItems().setAll(model.printers().get());
            if (printers.getValue() == null && !printers.getItems().isEmpty()) {
                printers.setValue(printers.getItems().get(0));
            }
        };
        model.printers().addListener(property -> fill.run());
        fill.run();
        Button send = new Button();
        send.setId("print-send");
        send.textProperty().bind(Texts.of("ui.print-send"));
        send.setMinWidth(Region.USE_PREF_SIZE);
        send.disableProperty()
                .bind(printers.valueProperty().isNull().or(model.layout().isNull()));
        send.setOnAction(event -> model.toPrinter(
                printers.getValue(), answer -> Dialogs.news(dialog, Message.of("ui.command.print"), answer.text())));
        printers.setMaxWidth(Double.MAX_VALUE);
        HBox both = new HBox(6, printers, send);
        HBox.setHgrow(printers, Priority.ALWAYS);
        return FormRow.of("ui.print-printer", both);
    }

    private static TextField text(String id, String prompt, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.promptTextProperty().bind(Texts.of(prompt));
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private void chooseFile() {
        String ending = model.format().get();
        new SavePlace("ui.print-save", model.fileName())
                .kind(Message.of("ui.format-" + ending).text(), ending)
                .ask(dialog.getDialogPane().getScene().getWindow())
                .ifPresent(target -> model.print(
                        target, answer -> Dialogs.news(dialog, Message.of("ui.command.print"), answer.text())));
    }
}
