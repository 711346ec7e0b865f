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
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.UnitText;
import riskmap.data.Catalogue;
import riskmap.print.ChartColours;
import riskmap.risk.Chart;
import riskmap.risk.Coefficient;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.risk.SourceText;
import riskmap.risk.Working;
import riskmap.ui.command.FormKeys;
import riskmap.ui.form.ParameterForm;
import riskmap.ui.look.Follow;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;
import riskmap.ui.rows.RunFoot;
import riskmap.ui.rows.ValueTableDialog;

/** The form of a risk model: what it is, which layers it reads, its values, run and stop, and what came out. */
public final class RiskView extends BorderPane {
    /** Pixels left above the results when they are brought into sight. */
    private static final double ABOVE_RESULTS = 8;

    private final RiskViewModel model;
    private final Runnable importLayers;
    private final Consumer<RiskModel> choose;
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
        this.choose = choose;
        this.importLayers = importLayers;
        this.form = new ParameterForm(model.form());
        setId("risk-view");
        getStyleClass().add("risk-view");
        this.results = charts();
        TitledPane layers = fold("ui.risk-layers", needs(), !model.hasLayers());
        layers.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> !model.needs().get().isEmpty(), model.needs()));
        layers.managedProperty().bind(layers.visibleProperty());
        VBox parts = new VBox(
                fold("ui.risk-about", help(), false),
                fold("ui.risk-formulas", formulas(), false),
                layers,
                checks(),
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
            text.append(formula.title().text()).append("\n  ").append(formula.text());
            text.append("\n  [")
                    .append(SourceText.in(formula.source(), Language.current()))
                    .append("; ");
            text.append(formula.evidence().title().text()).append("]\n");
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

    /** A button that looks at the inputs, and what it found: what keeps the run from starting, and what to know. */
    private Node checks() {
        Button check = new Button(null, Icons.of(MaterialDesignC.CLIPBOARD_CHECK_OUTLINE, 16));
        check.setId("risk-check");
        check.textProperty().bind(Texts.of("ui.risk-check"));
        check.disableProperty().bind(model.canRun().not());
        check.setOnAction(event -> model.check());
        VBox found = new VBox(4);
        found.setId("risk-findings");
        Follow.changes(found, model.findings(), () -> {
            List<InputChecks.Finding> now = model.findings().get();
            found.getChildren().clear();
            if (now != null && now.isEmpty()) {
                found.getChildren().add(told(Message.of("ui.risk-inputs-good"), false));
            }
            for (InputChecks.Finding finding : now == null ? List.<InputChecks.Finding>of() : now) {
                found.getChildren().add(finding(finding));
            }
            showFirst(now == null ? List.of() : now);
        });
        VBox box = new VBox(6, check, found);
        box.getStyleClass().add("risk-notes");
        return box;
    }

    /** Brings what keeps the run from starting into sight: its field, else the list of what was found. */
    private void showFirst(List<InputChecks.Finding> found) {
        InputChecks.Finding first =
                found.stream().filter(InputChecks.Finding::fatal).findFirst().orElse(null);
        if (first != null && model.isOfValue(first)) {
            form.focus(first.input());
        } else if (first != null) {
            page.setVvalue(0);
        }
    }

    /** What was found, and the way to the parameter it is about, or to do without the layer it is about. */
    private Node finding(InputChecks.Finding finding) {
        Label text = told(finding.message(), finding.fatal());
        Button go = new Button();
        if (model.isOfValue(finding)) {
            go.setId("risk-go-" + finding.input());
            go.textProperty().bind(Texts.of("ui.risk-go-to"));
            go.setOnAction(event -> form.focus(finding.input()));
        } else if (model.isOfChoice(finding)) {
            go.setId("risk-leave-out-" + finding.input());
            go.textProperty().bind(Texts.of("ui.risk-leave-out"));
            go.setOnAction(event -> {
                model.leaveOut(finding.input(), true);
                model.check();
            });
        } else {
            return text;
        }
        go.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(6, text, go);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label told(Message message, boolean fatal) {
        Label label = new Label();
        label.setWrapText(true);
        label.textProperty().bind(Texts.of(message));
        if (fatal) {
            label.getStyleClass().add("form-problem");
        }
        return label;
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

    /** The layers it reads, and for each required one that is missing the way to get it. */
    private Node needs() {
        FlowPane chips = new FlowPane(6, 6);
        VBox missing = new VBox(4);
        Label hint = new Label();
        hint.setWrapText(true);
        hint.getStyleClass().add("hint-inline");
        hint.textProperty().bind(Texts.of("ui.risk-layers-hint"));
        Runnable fill = () -> {
            List<RiskViewModel.Need> needs = model.needs().get();
            chips.getChildren().setAll(needs.stream().map(this::chip).toList());
            boolean choice = needs.stream().anyMatch(RiskViewModel.Need::isChoice);
            hint.setVisible(choice);
            hint.setManaged(choice);
            missing.getChildren()
                    .setAll(needs.stream()
                            .filter(need -> need.required() && !need.present())
                            .map(this::fix)
                            .toList());
        };
        Follow.changes(chips, model.needs(), fill);
        fill.run();
        return new VBox(6, chips, hint, missing);
    }

    private Node fix(RiskViewModel.Need need) {
        Label what = new Label();
        what.setWrapText(true);
        what.setMaxWidth(Double.MAX_VALUE);
        what.getStyleClass().add("form-problem");
        what.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.of(
                                        need.kind().equals("dem") ? "ui.risk-missing-raster" : "ui.risk-missing",
                                        name(need),
                                        need.kind())
                                .text(),
                        Texts.language()));
        Button get = new Button();
        get.setId("risk-import-" + need.kind());
        get.textProperty().bind(Texts.of("ui.risk-import"));
        get.setMinWidth(Region.USE_PREF_SIZE);
        get.setOnAction(event -> importLayers.run());
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox line = new HBox(6, what, get);
        line.setAlignment(Pos.CENTER_LEFT);
        RiskModel first = RiskModels.all().stream()
                .filter(each -> each != model.model()
                        && each.mainLayer().filter(need.kind()::equals).isPresent())
                .findFirst()
                .orElse(null);
        return first == null ? line : new VBox(4, line, compute(need.kind(), first));
    }

    /** The way to the model that makes what this one lacks. */
    private Button compute(String kind, RiskModel first) {
        Button compute = new Button();
        compute.setId("risk-first-" + kind);
        compute.setWrapText(true);
        compute.textProperty().bind(Texts.of("ui.risk-compute-first", first.title()));
        compute.setOnAction(event -> choose.accept(first));
        return compute;
    }

    /** The name of a layer; of one the model can do without, a button that leaves it out and takes it in again. */
    private Node chip(RiskViewModel.Need need) {
        boolean read = need.present() && !need.leftOut();
        Labeled chip = need.isChoice() ? new ToggleButton() : new Label();
        chip.getStyleClass().setAll("chip", read ? "chip-good" : need.required() ? "chip-bad" : "chip-off");
        chip.setGraphic(Icons.of(read ? MaterialDesignC.CHECK : MaterialDesignC.CLOSE, 12));
        chip.textProperty().bind(Bindings.createStringBinding(() -> title(need), Texts.language()));
        if (chip instanceof ToggleButton button) {
            button.setId("risk-use-" + need.kind());
            button.setSelected(read);
            button.setTooltip(Tips.of(need.leftOut() ? "ui.risk-take-in" : "ui.risk-leave-out-help"));
            button.setOnAction(event -> {
                model.leaveOut(need.kind(), !need.leftOut());
                // the names are made anew: the keyboard stays on this one
                lookup("#" + button.getId()).requestFocus();
            });
        }
        return chip;
    }

    private static String title(RiskViewModel.Need need) {
        if (need.required()) {
            return Message.of("ui.risk-required", name(need)).text();
        }
        return need.leftOut() && need.present()
                ? Message.of("ui.risk-left-out", name(need)).text()
                : name(need);
    }

    private static String name(RiskViewModel.Need need) {
        return Catalogue.standard()
                .find(need.kind())
                .map(kind -> kind.title().text())
                .orElseGet(() -> need.kind().equals("dem")
                        ? Message.of("ui.risk-elevation").text()
                        : need.kind());
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
