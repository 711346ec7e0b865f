package riskmap.ui.run;

import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import riskmap.app.run.ParameterText;
import riskmap.app.run.RunRecord;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.RiskMapException;
import riskmap.base.UnitText;
import riskmap.risk.Conservation;
import riskmap.risk.Provenance;
import riskmap.risk.RiskModels;
import riskmap.ui.form.FactorTexts;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.LocalTime;
import riskmap.ui.look.ShownValue;
import riskmap.ui.look.Texts;

/** The recorded runs: when, which model, with which values, from what, proved how; repeat, tables, take values over. */
public final class RunsView extends BorderPane {
    /** What can be done with a run. */
    public interface Actions {
        /** Shows its tables. */
        void showTables(RunRecord run);

        /** Repeats it and says what differs. */
        void repeat(RunRecord run);

        /** Puts its values into the form of its model. */
        void takeOver(RunRecord run);

        /** Writes its run file. */
        void export(RunRecord run);

        /** Reads a run file and repeats the run from it. */
        void repeatFile();
    }

    private final RunsViewModel model;
    private final Actions actions;
    private final VBox list = new VBox(8);

    /** Shows the runs. */
    public RunsView(RunsViewModel model, Actions actions) {
        this.model = model;
        this.actions = actions;
        setId("runs-view");
        list.getStyleClass().add("risk-page");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        Button fromFile = button("ui.runs-file", actions::repeatFile);
        fromFile.setId("runs-file");
        HBox top = new HBox(fromFile);
        top.getStyleClass().add("panel-bar");
        setTop(top);
        model.runs().addListener(property -> show());
        model.reading().addListener(property -> show());
        Texts.follow(this, this::show);
        show();
    }

    private void show() {
        list.getChildren().clear();
        for (RunRecord run : model.runs().get()) {
            TitledPane pane = new TitledPane(heading(run.provenance()), details(run));
            pane.setExpanded(list.getChildren().isEmpty());
            pane.setAnimated(false);
            // a long title is cut, it does not push the values out of the panel
            pane.setMinWidth(0);
            Tooltip whole = new Tooltip(pane.getText());
            if (pane.getContent() instanceof Region content) {
                content.setMinWidth(0);
            }
            pane.setTooltip(whole);
            pane.getStyleClass().add(Styles.DENSE);
            list.getChildren().add(pane);
        }
        if (list.getChildren().isEmpty()) {
            Label none = new Label(Message.of(model.reading().get() ? "ui.runs-reading" : "ui.runs-none")
                    .text());
            none.setId("runs-none");
            none.setWrapText(true);
            none.getStyleClass().add("hint");
            list.getChildren().add(none);
        }
    }

    private static String heading(Provenance run) {
        return RunsViewModel.title(run.model()) + "\n" + LocalTime.text(run.time());
    }

    private Node details(RunRecord record) {
        Provenance run = record.provenance();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("field-grid");
        ColumnConstraints titles = new ColumnConstraints();
        titles.setPercentWidth(44);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(titles, values);
        line(grid, Message.of("ui.runs-id").text(), run.runId());
        line(grid, Message.of("ui.runs-version").text(), run.modelVersion() + " / " + run.programVersion());
        if (run.crs() != null && !run.crs().isBlank()) {
            line(grid, Message.of("ui.runs-crs").text(), run.crs());
        }
        section(grid, "ui.runs-parameters");
        for (Map.Entry<String, String> value : run.parameters().entrySet()) {
            Optional<Parameter> known = parameter(run.model(), value.getKey());
            line(
                    grid,
                    known.map(each -> each.title().text()).orElse(value.getKey()),
                    known.map(each -> shown(each, value.getValue())).orElse(value.getValue()));
        }
        contents(grid, "ui.runs-inputs", run.inputs(), model.titles()::layer);
        if (run.inputs().isEmpty()) {
            Label none = new Label(Message.of("ui.runs-no-inputs").text());
            none.setWrapText(true);
            none.setMinHeight(Region.USE_PREF_SIZE);
            none.getStyleClass().add("hint-inline");
            grid.add(none, 0, grid.getRowCount(), 2, 1);
        }
        contents(grid, "ui.runs-outputs", run.outputs(), name -> record.table(name)
                .map(table -> table.title().text())
                .orElseGet(() -> model.titles().layer(name)));
        section(grid, "ui.runs-conservation");
        for (Conservation proof : run.conservation()) {
            String verdict = Message.of(
                            proof.holds() ? "ui.runs-holds" : "ui.runs-broken",
                            proof.figures().toArray())
                    .text();
            line(grid, proof.title().text(), verdict);
        }
        FlowPane buttons = new FlowPane(
                6,
                6,
                button("ui.runs-tables", () -> actions.showTables(record)),
                button("ui.runs-take", () -> actions.takeOver(record)),
                button("ui.runs-repeat", () -> actions.repeat(record)),
                button("ui.runs-export", () -> actions.export(record)));
        return new VBox(8, buttons, grid);
    }

    private static Optional<Parameter> parameter(String model, String key) {
        try {
            return RiskModels.byId(model).allParameters().stream()
                    .filter(parameter -> parameter.key().equals(key))
                    .findFirst();
        } catch (RiskMapException e) {
            // a run of a model this version does not have any more
            return Optional.empty();
        }
    }

    /** A value as a reader knows it, with its unit. */
    private String shown(Parameter parameter, String value) {
        if (parameter.type() == Parameter.Type.FACTORS) {
            return FactorTexts.of(value, model.titles());
        }
        String text = ParameterText.of(parameter, value, Language.current());
        return parameter.unit().isEmpty() ? text : text + " " + UnitText.of(parameter.unit());
    }

    /** Each by its title, where there is one; the record names it otherwise. */
    private static void contents(
            GridPane grid, String title, Iterable<Provenance.Content> contents, UnaryOperator<String> titles) {
        section(grid, title);
        for (Provenance.Content content : contents) {
            String sum = content.sha256();
            String named = titles.apply(content.name());
            line(
                    grid,
                    named.isBlank() ? content.name() : named,
                    Message.of("ui.runs-content", content.size(), sum.substring(0, Math.min(12, sum.length())))
                            .text());
        }
    }

    private static void section(GridPane grid, String key) {
        Label label = new Label(Message.of(key).text());
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("form-title");
        grid.add(label, 0, grid.getRowCount(), 2, 1);
    }

    private static void line(GridPane grid, String title, String value) {
        Label label = new Label(title);
        label.setWrapText(true);
        label.getStyleClass().add("field-title");
        grid.addRow(grid.getRowCount(), label, ShownValue.of(value));
    }

    private static Button button(String text, Runnable action) {
        Button button = Buttons.words(text, action);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }
}
