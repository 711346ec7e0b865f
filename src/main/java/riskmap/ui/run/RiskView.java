package riskmap.ui.run;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
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
import riskmap.base.Message;
import riskmap.base.UnitText;
import riskmap.data.Catalogue;
import riskmap.risk.Chart;
import riskmap.risk.Coefficient;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.Working;
import riskmap.ui.form.ParameterForm;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;

/** The form of a risk model: what it is, which layers it reads, its values, run and stop, and what came out. */
public final class RiskView extends BorderPane {
    private final RiskViewModel model;

    /** Shows a model. */
    public RiskView(RiskViewModel model) {
        this.model = model;
        setId("risk-view");
        getStyleClass().add("risk-view");
        TitledPane layers = fold("ui.risk-layers", needs(), !model.hasLayers());
        layers.setVisible(!model.needs().get().isEmpty());
        layers.setManaged(layers.isVisible());
        VBox page = new VBox(
                fold("ui.risk-about", help(), false),
                fold("ui.risk-formulas", formulas(), false),
                layers,
                new ParameterForm(model.form()),
                checks(),
                charts(),
                workings(),
                notes());
        page.getStyleClass().add("risk-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setBottom(buttons());
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
                        String.join("\n", model.model().sources())));
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
            text.append("\n  [").append(formula.source()).append("; ");
            text.append(formula.evidence().title().text()).append("]\n");
        }
        for (Coefficient fixed : model.model().coefficients()) {
            text.append(fixed.title().text())
                    .append("\n  ")
                    .append(fixed.value())
                    .append(' ');
            text.append(UnitText.of(fixed.unit()))
                    .append("\n  [")
                    .append(fixed.source())
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
        model.findings().addListener((property, before, now) -> {
            found.getChildren().clear();
            if (now != null && now.isEmpty()) {
                found.getChildren().add(finding(Message.of("ui.risk-inputs-good"), false));
            }
            for (InputChecks.Finding finding : now == null ? List.<InputChecks.Finding>of() : now) {
                found.getChildren().add(finding(finding.message(), finding.fatal()));
            }
        });
        VBox box = new VBox(6, check, found);
        box.getStyleClass().add("risk-notes");
        return box;
    }

    private static Label finding(Message message, boolean fatal) {
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
        Label lines = new Label();
        lines.setId("risk-workings");
        lines.setWrapText(true);
        lines.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.outcome().get() == null
                                ? ""
                                : model.outcome().get().workings().stream()
                                        .map(Working::text)
                                        .collect(Collectors.joining("\n")),
                        model.outcome(),
                        Texts.language()));
        TitledPane pane = fold("ui.risk-workings", lines, false);
        pane.visibleProperty().bind(lines.textProperty().isNotEmpty());
        pane.managedProperty().bind(pane.visibleProperty());
        return pane;
    }

    private static TitledPane fold(String title, Node content, boolean open) {
        TitledPane pane = new TitledPane();
        pane.textProperty().bind(Texts.of(title));
        pane.setContent(content);
        pane.setExpanded(open);
        pane.setAnimated(false);
        pane.getStyleClass().addAll(Styles.DENSE, "fold");
        return pane;
    }

    private Node needs() {
        FlowPane chips = new FlowPane(6, 6);
        Runnable fill = () -> chips.getChildren()
                .setAll(model.needs().get().stream().map(RiskView::chip).toList());
        model.needs().addListener(property -> fill.run());
        fill.run();
        return chips;
    }

    private static Label chip(RiskViewModel.Need need) {
        Label chip = new Label();
        chip.getStyleClass().addAll("chip", need.present() ? "chip-good" : need.required() ? "chip-bad" : "chip-off");
        chip.setGraphic(Icons.of(need.present() ? MaterialDesignC.CHECK : MaterialDesignC.CLOSE, 12));
        chip.textProperty().bind(Bindings.createStringBinding(() -> title(need), Texts.language()));
        return chip;
    }

    private static String title(RiskViewModel.Need need) {
        String title = Catalogue.standard()
                .find(need.kind())
                .map(kind -> kind.title().text())
                .orElseGet(() -> need.kind().equals("dem")
                        ? Message.of("ui.risk-elevation").text()
                        : need.kind());
        return need.required() ? Message.of("ui.risk-required", title).text() : title;
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
                        .ifPresent(table -> box.getChildren().add(ChartView.of(chart, table)));
            }
        };
        model.outcome().addListener(property -> fill.run());
        Texts.language().addListener(property -> fill.run());
        return box;
    }

    private Node notes() {
        VBox box = new VBox(6);
        box.getStyleClass().add("risk-notes");
        Runnable fill = () -> {
            box.getChildren().clear();
            RiskViewModel.Outcome outcome = model.outcome().get();
            List<Message> notes = outcome == null ? List.of() : outcome.notes();
            if (!notes.isEmpty()) {
                Label title = new Label();
                title.textProperty().bind(Texts.of("ui.risk-notes"));
                title.getStyleClass().add("form-title");
                box.getChildren().add(title);
            }
            for (Message note : notes) {
                Label label = new Label();
                label.setWrapText(true);
                label.textProperty().bind(Texts.of(note));
                box.getChildren().add(label);
            }
        };
        model.outcome().addListener(property -> fill.run());
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
        reset.setOnAction(event -> model.form().reset());
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
        why.setVisible(!model.hasLayers());
        why.setManaged(!model.hasLayers());
        VBox box = new VBox(6, why, problem, line);
        box.getStyleClass().add("panel-bar");
        return box;
    }
}
