package riskmap.ui.tool;

import atlantafx.base.theme.Styles;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.ui.command.FormKeys;
import riskmap.ui.form.LayerSource;
import riskmap.ui.form.ParameterForm;
import riskmap.ui.look.FormRow;
import riskmap.ui.look.Icons;
import riskmap.ui.look.InSight;
import riskmap.ui.look.NoteLine;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;
import riskmap.ui.look.Titles;
import riskmap.ui.rows.RunFoot;
import riskmap.ui.rows.ValueTableDialog;

/** The form of a tool: what it does, its layers and values, the name of the result, run and stop, and what came out. */
public final class ToolView extends BorderPane {
    private final ToolViewModel model;

    /** Shows a tool. */
    public ToolView(ToolViewModel model) {
        this.model = model;
        setId("tool-view");
        Label help = new Label();
        help.setWrapText(true);
        help.textProperty().bind(Texts.of(model.operation().help()));
        help.getStyleClass().add("hint-inline");
        // among many tabs there is no room for its name
        Label title = new Label();
        title.setWrapText(true);
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.textProperty().bind(Texts.of(model.operation().title()));
        VBox page = new VBox(8, title, help);
        page.getStyleClass().add("risk-page");
        Parameter before = null;
        for (Parameter input : model.inputs()) {
            page.getChildren().add(input(input, before));
            before = input;
        }
        page.getChildren()
                .addAll(
                        values(),
                        result(),
                        new BatchList(model),
                        ValueTableDialog.opener("tool-rows", model.rows()),
                        told());
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setBottom(buttons());
    }

    /** The values; one about a layer that may be left out is there while the layer is. */
    private Node values() {
        ParameterForm form = new ParameterForm(model.form());
        for (Parameter input : model.inputs()) {
            for (Parameter value : model.form().parameters()) {
                if (input.optional()
                        && model.operation().inputOfValue(value.key()).equals(input.key())) {
                    form.showWhile(value.key(), model.input(input.key()).isNotNull());
                }
            }
        }
        return form;
    }

    private Node input(Parameter input, Parameter before) {
        ComboBox<LayerSource> box = new ComboBox<>();
        box.setId("input-" + input.key());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(16);
        if (input.optional()) {
            box.getItems().add(null);
            box.promptTextProperty().bind(Texts.of("ui.form-optional"));
        }
        box.getItems().addAll(model.fitting(input));
        Titles.showWhole(box, model::shown, input.help());
        box.valueProperty().bindBidirectional(model.input(input.key()));
        if (input.equals(model.inputs().get(0))) {
            // the layers ticked below take its place
            box.disableProperty().bind(Bindings.isNotEmpty(model.batch()));
        }
        Node row = FormRow.of(Texts.of(input.title()), box);
        if (before != null && input.optional() && before.optional() && input.type() == before.type()) {
            // of many that may be left out: those that are filled, and one more
            row.visibleProperty()
                    .bind(model.input(input.key())
                            .isNotNull()
                            .or(model.input(before.key()).isNotNull()));
            row.managedProperty().bind(row.visibleProperty());
        }
        return row;
    }

    private static Node row(javafx.beans.value.ObservableValue<String> text, Message help, Node field) {
        Tooltip.install(field, Tips.of(Texts.of(help)));
        return FormRow.of(text, field);
    }

    private Node result() {
        TextField field = new TextField();
        field.setId("tool-result");
        field.textProperty().bindBidirectional(model.result());
        return row(Texts.of("ui.tool-result"), Message.of("ui.tool-result.help"), field);
    }

    private Node told() {
        Label problem = new Label();
        problem.setId("tool-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("form-problem");
        problem.textProperty().bind(Texts.of(model.problem()));
        VBox notes = new VBox(4);
        notes.setId("tool-notes");
        model.done().addListener((property, before, now) -> {
            notes.getChildren().clear();
            for (ToolViewModel.Done done : now) {
                if (done.problem() != null) {
                    notes.getChildren()
                            .add(NoteLine.of(Message.of("ui.tool-failed", done.layer(), done.problem()), true));
                    continue;
                }
                notes.getChildren()
                        .add(NoteLine.of(
                                Message.of(
                                        "ui.tool-made",
                                        done.layer(),
                                        done.outcome().record().output().size()),
                                false));
                done.outcome().output().notes().forEach(note -> notes.getChildren()
                        .add(NoteLine.of(note)));
            }
        });
        model.preview().addListener((property, before, now) -> {
            notes.getChildren().clear();
            if (now != null) {
                notes.getChildren().add(NoteLine.of(Message.of("ui.tool-previewed", now.size())));
                now.notes().forEach(note -> notes.getChildren().add(NoteLine.of(note)));
            }
        });
        // a form is longer than the window is high: what came out stands at its end
        notes.getChildren().addListener((ListChangeListener<Node>) change -> {
            if (!notes.getChildren().isEmpty()) {
                Platform.runLater(() -> InSight.toTop(notes));
            }
        });
        VBox box = new VBox(6, problem, notes);
        box.getStyleClass().add("risk-notes");
        return box;
    }

    private Node buttons() {
        Button run = new Button(null, Icons.of(MaterialDesignP.PLAY, 16));
        run.setId("tool-run");
        run.textProperty().bind(Texts.of("ui.tool-run"));
        run.getStyleClass().add(Styles.ACCENT);
        var canRun = model.canRun();
        run.disableProperty().bind(canRun.not());
        run.setOnAction(event -> model.run());
        Button tryOut = new Button(null, Icons.of(MaterialDesignE.EYE_OUTLINE, 16));
        tryOut.setId("tool-preview");
        tryOut.textProperty().bind(Texts.of("ui.tool-preview"));
        tryOut.setTooltip(Tips.of("ui.tool-preview.help"));
        tryOut.disableProperty().bind(model.canPreview().not());
        tryOut.setOnAction(event -> model.tryOut());
        Button stop = RunFoot.stop(model.running(), model::cancel);
        RunFoot.keyboard(stop, run, tryOut);
        FormKeys.enter(this, run);
        Label why = RunFoot.why(model.running(), model::hindrance, canRun, model.result());
        HBox bar = new HBox(8, run, tryOut, stop);
        bar.setAlignment(Pos.CENTER_LEFT);
        why.visibleProperty().bind(why.textProperty().isNotEmpty());
        why.managedProperty().bind(why.visibleProperty());
        VBox foot = new VBox(4, why, bar);
        foot.getStyleClass().add("panel-bar");
        return foot;
    }
}
