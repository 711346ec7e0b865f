package riskmap.ui.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import riskmap.app.TextTable;
import riskmap.app.check.SignState;
import riskmap.app.check.VerdictFiles;
import riskmap.app.check.VerdictTables;
import riskmap.base.Message;
import riskmap.edit.check.Verdict;
import riskmap.edit.check.VerdictLine;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;

/** The survey verdict by layer and town, with what has been signed off and whether that still holds. */
final class VerdictView extends BorderPane {
    private final CheckViewModel model;
    private final CheckActions actions;
    private final Label conclusion = new Label();
    private final TreeView<Line> tree = new TreeView<>(new TreeItem<>());

    /**
     * A line of the list.
     *
     * @param text what it says
     * @param layer the layer
     * @param towns the towns it stands for
     * @param passes whether it passes
     */
    private record Line(String text, String layer, List<String> towns, boolean passes) {}

    VerdictView(CheckViewModel model, CheckActions actions) {
        this.model = model;
        this.actions = actions;
        tree.setId("check-verdict");
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new Cell());
        conclusion.setId("check-conclusion");
        conclusion.setWrapText(true);
        conclusion.getStyleClass().add("check-conclusion");
        Button sign = button("sign", this::sign);
        Button unsign = button("unsign", this::unsign);
        for (Button one : List.of(sign, unsign)) {
            one.disableProperty()
                    .bind(Bindings.isNull(tree.getSelectionModel().selectedItemProperty())
                            .or(model.busy())
                            .or(Bindings.createBooleanBinding(model::isReadOnly)));
        }
        Button export = button("export", actions::export);
        Button tables = button("tables", actions::tables);
        Button parameters = button("parameters", actions::parameters);
        for (Button one : List.of(export, tables)) {
            one.disableProperty()
                    .bind(model.busy()
                            .or(Bindings.createBooleanBinding(
                                    () -> model.shown().get().verdict() == null, model.shown())));
        }
        parameters.disableProperty().bind(model.busy());
        VBox top = new VBox(6, new FlowPane(6, 4, parameters, tables, export), conclusion);
        VBox bottom = new VBox(6, new FlowPane(6, 4, sign, unsign));
        top.getStyleClass().add("check-bar");
        bottom.getStyleClass().add("check-bar");
        setTop(top);
        setCenter(tree);
        setBottom(bottom);
        model.shown().addListener(property -> refresh());
        Texts.follow(this, this::refresh);
        refresh();
    }

    private static Button button(String key, Runnable action) {
        Button button = Buttons.words("ui.check-" + key, action);
        button.setId("check-" + key);
        return button;
    }

    private void refresh() {
        CheckViewModel.Shown now = model.shown().get();
        TreeItem<Line> before = tree.getSelectionModel().getSelectedItem();
        Line chosen = before == null ? null : before.getValue();
        tree.getRoot().getChildren().clear();
        if (now.verdict() == null) {
            conclusion.setText(Message.of("ui.check-none-yet").text());
            conclusion.getStyleClass().setAll("label", "hint");
            return;
        }
        long lapsed = now.signed().stream().filter(signed -> !signed.holds()).count();
        String text = VerdictFiles.conclusion(now.verdict()).text();
        String signed = now.signed().isEmpty()
                ? ""
                : "\n"
                        + Message.of("ui.check-signs", now.signed().size() - lapsed, lapsed)
                                .text();
        conclusion.setText(text + signed);
        conclusion.getStyleClass().setAll("label", "check-conclusion");
        conclusion.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("danger"), !now.verdict().passes());
        Map<List<String>, SignState> states = new HashMap<>();
        now.signed()
                .forEach(state -> states.put(
                        List.of(state.signOff().layer(), state.signOff().town()), state));
        for (VerdictLine layer : now.verdict().byLayer()) {
            add(layer, now, states, chosen);
        }
    }

    private void add(VerdictLine layer, CheckViewModel.Shown now, Map<List<String>, SignState> states, Line chosen) {
        Verdict verdict = now.verdict();
        List<VerdictLine> towns = verdict.lines().stream()
                .filter(line -> line.layer().equals(layer.layer()))
                .toList();
        long signed = states.values().stream()
                .filter(state -> state.holds() && state.signOff().layer().equals(layer.layer()))
                .count();
        String title = now.report()
                .layer(layer.layer())
                .map(report -> VerdictTables.title(layer.layer(), report.kind()))
                .orElse(layer.layer());
        String count = signed == 0
                ? ""
                : "　" + Message.of("ui.check-signed-of", signed, towns.size()).text();
        List<String> names = towns.stream()
                .filter(line -> line.rows() > 0)
                .map(VerdictLine::town)
                .toList();
        TreeItem<Line> item = new TreeItem<>(
                new Line(text(title, layer, verdict) + count, layer.layer(), names, layer.passes(verdict.rule())));
        for (VerdictLine line : towns) {
            SignState state = states.get(List.of(line.layer(), line.town()));
            String town =
                    line.town().isEmpty() ? Message.of("app.quality-no-town").text() : line.town();
            String sign = state == null
                    ? ""
                    : "　"
                            + Message.of(
                                            state.holds() ? "ui.check-line-signed" : "ui.check-line-void",
                                            state.signOff().by(),
                                            VerdictTables.shortTime(
                                                    state.signOff().at()))
                                    .text();
            TreeItem<Line> child = new TreeItem<>(new Line(
                    text(town, line, verdict) + sign,
                    layer.layer(),
                    List.of(line.town()),
                    line.passes(verdict.rule())));
            item.getChildren().add(child);
        }
        tree.getRoot().getChildren().add(item);
        select(item, chosen);
    }

    private void select(TreeItem<Line> layer, Line chosen) {
        if (chosen == null || !chosen.layer().equals(layer.getValue().layer())) {
            return;
        }
        if (chosen.towns().equals(layer.getValue().towns())) {
            tree.getSelectionModel().select(layer);
            return;
        }
        for (TreeItem<Line> town : layer.getChildren()) {
            if (town.getValue().towns().equals(chosen.towns())) {
                layer.setExpanded(true);
                tree.getSelectionModel().select(town);
            }
        }
    }

    private static String text(String name, VerdictLine line, Verdict verdict) {
        String rate = line.checked() > 0 ? TextTable.shown(line.ratePercent(), 2) + "%" : "–";
        String says = Message.of(line.passes(verdict.rule()) ? "app.verdict-pass" : "app.verdict-fail")
                .text();
        String open = line.errors() == 0
                ? ""
                : "　" + Message.of("ui.check-open", line.errors()).text();
        return name + "　" + rate + "　" + says + open;
    }

    private Line chosen() {
        TreeItem<Line> item = tree.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }

    private void sign() {
        Line line = chosen();
        if (line != null) {
            actions.sign(line.layer(), line.towns());
        }
    }

    private void unsign() {
        Line line = chosen();
        if (line != null) {
            model.withdrawSignOff(line.layer(), line.towns());
        }
    }

    private static final class Cell extends TreeCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(line.text());
            FontIcon icon = Icons.of(
                    line.passes() ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignC.CLOSE_CIRCLE_OUTLINE, 16);
            icon.getStyleClass().add(line.passes() ? "check-good" : "check-error");
            setGraphic(icon);
        }
    }
}
