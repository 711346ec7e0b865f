package riskmap.ui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
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
import javafx.stage.Window;
import javafx.util.Duration;
import riskmap.app.report.ReportRuns;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.map.LocalText;
import riskmap.report.ReportTemplate;
import riskmap.ui.look.ChoiceCell;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.FormRow;
import riskmap.ui.look.Pixels;
import riskmap.ui.look.SavePlace;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Titles;
import riskmap.ui.look.Waiting;
import riskmap.ui.print.SchemeChoice;

/** The report dialog: the pages as they will be at the left, the choices at the right. */
public final class ReportDialog {
    private static final Duration REST = Duration.millis(400);

    private final ReportViewModel model;
    private final Dialog<ButtonType> dialog;
    private final ImageView page = new ImageView();
    private final VBox settings = new VBox();
    private final PauseTransition rest = new PauseTransition(REST);

    /** Makes the dialog. */
    public ReportDialog(Window owner, ReportViewModel model) {
        this.model = model;
        VBox pages = new VBox(preview(), turning());
        pages.getStyleClass().add("report-pages");
        VBox.setVgrow(pages.getChildren().get(0), Priority.ALWAYS);
        HBox.setHgrow(pages, Priority.ALWAYS);
        HBox content = new HBox(pages, choices());
        content.getStyleClass().add("print-dialog");
        ButtonType save = Dialogs.button("ui.report-save", ButtonBar.ButtonData.OK_DONE);
        dialog = Dialogs.of(owner, Message.of("ui.command.report"), content, save, Dialogs.close());
        dialog.getDialogPane().setId("report-dialog");
        Node button = dialog.getDialogPane().lookupButton(save);
        button.setId("report-save");
        button.disableProperty()
                .bind(model.template().isNull().or(model.problem().isNotNull()));
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            chooseFile();
        });
        rest.setOnFinished(event -> model.refresh());
        for (var choice : List.of(model.run(), model.compare(), model.language(), model.colours())) {
            choice.addListener(property -> rest.playFromStart());
        }
        model.template().addListener((property, before, now) -> {
            fields(now);
            rest.playFromStart();
        });
        model.pages().addListener(property -> show(model.page().get()));
        model.page().addListener(property -> show(model.page().get()));
        dialog.setOnHidden(event -> model.cancel());
    }

    /** Shows it; the rest of the window stays in use. */
    public Window show() {
        return Dialogs.showBeside(dialog, null);
    }

    private void show(int index) {
        var pages = model.pages().get();
        page.setImage(index < pages.size() ? Pixels.image(pages.get(index)) : null);
    }

    private Node preview() {
        StackPane sheet = new StackPane();
        sheet.getStyleClass().add("print-preview");
        sheet.setPrefSize(640, 560);
        sheet.setMinSize(420, 420);
        page.setId("report-page");
        page.getStyleClass().add("print-page");
        page.setPreserveRatio(true);
        page.setSmooth(true);
        page.fitWidthProperty().bind(sheet.widthProperty().subtract(32));
        page.fitHeightProperty().bind(sheet.heightProperty().subtract(32));
        Node busy = Waiting.wheel(48);
        busy.visibleProperty().bind(model.drawing());
        Label problem = new Label();
        problem.setId("report-problem");
        problem.setWrapText(true);
        problem.getStyleClass().addAll("form-problem", "print-problem");
        problem.textProperty().bind(Texts.of(model.problem()));
        problem.visibleProperty().bind(model.problem().isNotNull());
        sheet.getChildren().addAll(page, problem, busy);
        return sheet;
    }

    private Node turning() {
        Button back = new Button();
        back.setId("report-back");
        back.textProperty().bind(Texts.of("ui.report-back"));
        back.setOnAction(event -> model.turn(-1));
        back.disableProperty().bind(model.page().lessThan(1));
        Button forth = new Button();
        forth.setId("report-forth");
        forth.textProperty().bind(Texts.of("ui.report-forth"));
        forth.setOnAction(event -> model.turn(1));
        forth.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.page().get() >= model.pages().get().size() - 1, model.page(), model.pages()));
        Label number = new Label();
        number.setId("report-number");
        number.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.pages().get().isEmpty()
                                ? ""
                                : model.page().get() + 1 + " / "
                                        + model.pages().get().size(),
                        model.page(),
                        model.pages()));
        HBox bar = new HBox(12, back, number, forth);
        bar.setAlignment(Pos.CENTER);
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
    }

    private Node choices() {
        ComboBox<ReportTemplate> template =
                combo("report-template", known -> known.label().text(Language.current()));
        template.getItems().setAll(model.templates());
        template.valueProperty().bindBidirectional(model.template());
        ComboBox<ReportRuns.Choice> run = runs("report-run", "ui.report-run-last");
        run.valueProperty().bindBidirectional(model.run());
        ComboBox<ReportRuns.Choice> compare = runs("report-compare", "ui.report-run-before");
        compare.valueProperty().bindBidirectional(model.compare());
        ComboBox<Language> language = combo("report-language", value -> Message.of("ui.language-" + value.code())
                .text());
        language.getItems().setAll(Language.values());
        language.valueProperty().bindBidirectional(model.language());
        ComboBox<String> format = combo("report-format", value -> Message.of("ui.report-format-" + value)
                .text());
        format.getItems().setAll(ReportViewModel.FORMATS);
        format.valueProperty().bindBidirectional(model.format());
        Label gaps = new Label();
        gaps.setId("report-gaps");
        gaps.setWrapText(true);
        gaps.getStyleClass().add("form-help");
        gaps.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.gaps().get().isEmpty()
                                ? ""
                                : Message.of("ui.report-gaps").text() + "\n• "
                                        + String.join("\n• ", model.gaps().get()),
                        model.gaps(),
                        Texts.language()));
        settings.getStyleClass().add("print-choices");
        VBox box = new VBox(
                FormRow.of("ui.report-template", template),
                FormRow.of("ui.report-run", run),
                FormRow.of("ui.report-compare", compare),
                FormRow.of("ui.report-language", language),
                FormRow.of("ui.print-colours", SchemeChoice.of("report-colours", model.colours())),
                FormRow.of("ui.report-format", format),
                settings,
                gaps);
        box.getStyleClass().add("print-choices");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(320);
        scroll.setPrefWidth(320);
        return scroll;
    }

    /** A field for each text the template lets the user set. */
    private void fields(ReportTemplate template) {
        List<Node> rows = new ArrayList<>();
        if (template != null) {
            for (ReportTemplate.Setting setting : template.fields()) {
                TextField field = new TextField();
                field.setId("report-field-" + setting.key());
                field.promptTextProperty().bind(inWords(setting.value()));
                field.textProperty().bindBidirectional(model.field(setting.key()));
                field.textProperty().addListener(property -> rest.playFromStart());
                rows.add(FormRow.of(inWords(setting.title()), field));
            }
        }
        settings.getChildren().setAll(rows);
    }

    private static StringBinding inWords(LocalText text) {
        return Bindings.createStringBinding(() -> text.text(Language.current()), Texts.language());
    }

    private ComboBox<ReportRuns.Choice> runs(String id, String usual) {
        ComboBox<ReportRuns.Choice> combo = new ComboBox<>();
        combo.setId(id);
        combo.promptTextProperty().bind(Texts.of(usual));
        model.runs().addListener((property, before, now) -> {
            List<ReportRuns.Choice> choices = new ArrayList<>();
            choices.add(null);
            choices.addAll(now);
            combo.getItems().setAll(choices);
        });
        ChoiceCell.use(combo, choice -> choice == null ? Message.of(usual).text() : choice.text());
        return combo;
    }

    private static <T> ComboBox<T> combo(String id, Function<T, String> title) {
        ComboBox<T> combo = new ComboBox<>();
        combo.setId(id);
        Titles.show(combo, title);
        return combo;
    }

    private void chooseFile() {
        String ending = model.format().get();
        new SavePlace("ui.report-save", model.fileName())
                .kind(Message.of("ui.report-format-" + ending).text(), ending)
                .ask(dialog.getDialogPane().getScene().getWindow())
                .ifPresent(target -> model.write(
                        target, answer -> Dialogs.news(dialog, Message.of("ui.command.report"), answer.text())));
    }
}
