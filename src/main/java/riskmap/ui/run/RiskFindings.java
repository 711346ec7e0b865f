package riskmap.ui.run;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import riskmap.base.Message;
import riskmap.risk.InputChecks;
import riskmap.ui.look.Follow;
import riskmap.ui.look.Icons;
import riskmap.ui.look.NoteLine;
import riskmap.ui.look.Texts;

/** A button that looks at the inputs, and what it found: what keeps the run from starting, and what to know. */
final class RiskFindings extends VBox {
    private final RiskViewModel model;
    private final Consumer<String> focus;
    private final Runnable top;

    /**
     * The button and what it found.
     *
     * @param focus goes to the field of a value
     * @param top brings the list into sight
     */
    RiskFindings(RiskViewModel model, Consumer<String> focus, Runnable top) {
        super(6);
        this.model = model;
        this.focus = focus;
        this.top = top;
        getStyleClass().add("risk-notes");
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
                found.getChildren().add(NoteLine.of(Message.of("ui.risk-inputs-good")));
            }
            for (InputChecks.Finding finding : now == null ? List.<InputChecks.Finding>of() : now) {
                found.getChildren().add(finding(finding));
            }
            showFirst(now == null ? List.of() : now);
        });
        getChildren().addAll(check, found);
    }

    /** Brings what keeps the run from starting into sight: its field, else the list of what was found. */
    private void showFirst(List<InputChecks.Finding> found) {
        InputChecks.Finding first =
                found.stream().filter(InputChecks.Finding::fatal).findFirst().orElse(null);
        if (first != null && model.isOfValue(first)) {
            focus.accept(first.input());
        } else if (first != null) {
            top.run();
        }
    }

    /** What was found, and the way to the parameter it is about, or to do without the layer it is about. */
    private Node finding(InputChecks.Finding finding) {
        Label text = NoteLine.of(finding.message(), finding.fatal());
        Button go = new Button();
        if (model.isOfValue(finding)) {
            go.setId("risk-go-" + finding.input());
            go.textProperty().bind(Texts.of("ui.risk-go-to"));
            go.setOnAction(event -> focus.accept(finding.input()));
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
}
