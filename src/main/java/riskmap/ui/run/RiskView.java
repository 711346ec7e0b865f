package riskmap.ui.run;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.UnitText;
import riskmap.print.ChartColours;
import riskmap.risk.Chart;
import riskmap.risk.Coefficient;
import riskmap.risk.Formula;
import riskmap.risk.RiskModel;
import riskmap.risk.SourceText;
import riskmap.risk.Working;
import riskmap.ui.command.FormKeys;
import riskmap.ui.form.ParameterForm;
import riskmap.ui.look.Follow;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.rows.RunFoot;
import riskmap.ui.rows.ValueTableDialog;

/** The form of a risk model: what it is, which layers it reads, its values, run and stop, and what came out. */
public final class RiskView extends BorderPane {
    /** Pixels left above the results when they are brought into sight. */
    private static final double ABOVE_RESULTS = 8;

    private final RiskViewModel model;
    private final ParameterForm form;
    private final Supplier<ChartColours> colours;
    private final ScrollPane page = new ScrollPane();
    private final Node results;
    private Runnable drawCharts;

    /**
     * Shows a model.
     *
     * @param importLayers lets the user import what the model lacks
     * @param choose shows another model, whose result this one lacks
     * @param colours of charts beside the map as it is now
     */
    public RiskView(
            RiskViewModel model, Runnable importLayers, Consumer<RiskModel> choose, Supplier<ChartColours> colours) {
        this.model = model;
        this.colours = colours;
        this.form = new ParameterForm(model.form());
        setId("risk-view");
        getStyleClass().add("risk-view");
        this.results = charts();
        TitledPane layers = fold("ui.risk-layers", new RiskLayers(model, importLayers, choose), !model.hasLayers());
        layers.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> !model.needs().get().isEmpty(), model.needs()));
        layers.managedProperty().bind(layers.visibleProperty());
        VBox parts = new VBox(
                fold("ui.risk-about", help(), false),
                fold("ui.risk-formulas", formulas(), false),
                layers,
                new RiskFindings(model, form::focus, () -> page.setVvalue(0)),
                form,
                ValueTableDialog.opener("risk-rows", model.rows()),
                results,
                workings(),
                new RunNotes(model));
        parts.getStyleClass().add("risk-page");
        page.setContent(parts);
        page.setFitToWidth(true);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(page);
        setBottom(buttons());
        Follow.changes(this, model.outcome(), () -> Platform.runLater(this::showResults));
    }

    /** How far the page is scrolled, in pixels. */
    double scrolled() {
        return page.getVvalue() * hidden();
    }

    /** Scrolls the page so far, once it is laid out. */
    void scrollTo(double pixels) {
        applyCss();
        layout();
        double hidden = hidden();
        page.setVvalue(hidden <= 0 ? 0 : Math.min(1, pixels / hidden));
    }

    private double hidden() {
        return Math.max(
                0,
                page.getContent().getLayoutBounds().getHeight()
                        - page.getViewportBounds().getHeight());
    }

    /** Brings what came out into sight: the charts, and below them the working and the notes. */
    private void showResults() {
        if (model.outcome().get() != null) {
            applyCss();
            layout();
            scrollTo(results.getBoundsInParent().getMinY() - ABOVE_RESULTS);
        }
    }

    /** The map has other colours now. */
    void coloursChanged() {
        drawCharts.run();
    }

    private Node help() {
        Label help = new Label();
        help.setWrapText(true);
        help.textProperty()
                .bind(Bindings.concat(
                        Texts.of(model.model().help()),
                        "\n\n",
                        Texts.of("ui.risk-sources"),
                        "\n",
                        Bindings.createStringBinding(() -> sources(model.model()), Texts.language())));
        return help;
    }

    /** What it computes by: formulas and fixed numbers, each with its source and how well that is known. */
    private Node formulas() {
        Label all = new Label();
        all.setWrapText(true);
        all.textProperty().bind(Bindings.createStringBinding(this::formulaText, Texts.language()));
        return all;
    }

    private String formulaText() {
        StringBuilder text = new StringBuilder();
        for (Formula formula : model.model().formulas()) {
            text.append(formula.title().text()).append("\n  ").append(formula.explained(Language.current()));
            text.append("\n  [")
                    .append(SourceText.in(formula.source(), Language.current()))
                    .append("; ");
            // an empty line: formulas take several lines in the narrow panel
            text.append(formula.evidence().title().text()).append("]\n\n");
        }
        for (Coefficient fixed : model.model().coefficients()) {
            text.append(fixed.title().text())
                    .append("\n  ")
                    .append(fixed.value())
                    .append(' ');
            text.append(UnitText.of(fixed.unit()))
                    .append("\n  [")
                    .append(SourceText.in(fixed.source(), Language.current()))
                    .append("; ");
            text.append(fixed.evidence().title().text()).append("]\n");
        }
        return text.toString().strip();
    }

    /** The last run with its numbers filled in, to be checked by hand; nothing before the first. */
    private Node workings() {
        // a step that takes several lines in the narrow panel stands apart from the next
        VBox lines = new VBox(8);
        lines.setId("risk-workings");
        Runnable fill = () -> {
            lines.getChildren().clear();
            if (model.outcome().get() != null) {
                for (Working working : model.outcome().get().workings()) {
                    Label line = new Label(working.text());
                    line.setWrapText(true);
                    line.setMinHeight(Region.USE_PREF_SIZE);
                    lines.getChildren().add(line);
                }
            }
        };
        Follow.changes(lines, model.outcome(), fill);
        Texts.follow(this, fill);
        fill.run();
        TitledPane pane = fold("ui.risk-workings", lines, false);
        pane.visibleProperty().bind(Bindings.isNotEmpty(lines.getChildren()));
        pane.managedProperty().bind(pane.visibleProperty());
        return pane;
    }

    private static TitledPane fold(String title, Node content, boolean open) {
        return fold(Message.of(title), content, open);
    }

    /** A part of the page behind its title. */
    static TitledPane fold(Message title, Node content, boolean open) {
        TitledPane pane = new TitledPane();
        pane.textProperty().bind(Texts.of(title));
        pane.setContent(content);
        pane.setExpanded(open);
        pane.setAnimated(false);
        // a long title is cut, it does not push the form out of its panel
        pane.setMinWidth(0);
        pane.getStyleClass().addAll(Styles.DENSE, "fold");
        return pane;
    }

    /** The charts of the last run. */
    private Node charts() {
        VBox box = new VBox(6);
        box.setId("risk-charts");
        Runnable fill = () -> {
            box.getChildren().clear();
            RiskViewModel.Outcome outcome = model.outcome().get();
            for (Chart chart : outcome == null ? List.<Chart>of() : outcome.charts()) {
                outcome.tables().stream()
                        .filter(table -> table.id().equals(chart.table()))
                        .findFirst()
                        .ifPresent(table ->
                                box.getChildren().add(ChartView.of(chart, table, outcome.charts(), colours.get())));
            }
        };
        Follow.changes(box, model.outcome(), fill);
        Texts.follow(this, fill);
        drawCharts = fill;
        fill.run();
        return box;
    }

    private Node buttons() {
        Button run = new Button(null, Icons.of(MaterialDesignP.PLAY, 16));
        run.setId("risk-run");
        run.getStyleClass().add(Styles.ACCENT);
        run.textProperty().bind(Texts.of("ui.risk-run"));
        run.disableProperty().bind(model.canRun().not());
        run.setOnAction(event -> model.run());
        Button stop = new Button(null, Icons.of(MaterialDesignS.STOP, 16));
        stop.setId("risk-stop");
        stop.textProperty().bind(Texts.of("ui.task-cancel"));
        stop.disableProperty().bind(model.running().not());
        stop.setOnAction(event -> model.cancel());
        Button reset = new Button(null, Icons.of(MaterialDesignR.RESTORE, 16));
        reset.setId("risk-reset");
        reset.textProperty().bind(Texts.of("ui.risk-reset"));
        reset.setOnAction(event -> model.reset());
        RunFoot.keyboard(stop, run);
        FormKeys.enter(this, run);
        for (Button button : List.of(run, stop, reset)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, run, stop, space, reset);
        line.setAlignment(Pos.CENTER_LEFT);
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("form-problem");
        problem.textProperty().bind(Texts.of(model.problem()));
        problem.visibleProperty().bind(model.problem().isNotNull());
        problem.managedProperty().bind(problem.visibleProperty());
        Label why = new Label();
        why.setWrapText(true);
        why.getStyleClass().add("form-problem");
        why.textProperty().bind(Texts.of("ui.risk-no-layers"));
        why.visibleProperty().bind(Bindings.createBooleanBinding(() -> !model.hasLayers(), model.needs()));
        why.managedProperty().bind(why.visibleProperty());
        VBox box = new VBox(6, why, problem, line);
        box.getStyleClass().add("panel-bar");
        return box;
    }

    private static String sources(RiskModel model) {
        return model.sources().stream()
                .map(source -> SourceText.in(source, Language.current()))
                .collect(Collectors.joining("\n"));
    }
}
