package riskmap.ui.check;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.edit.check.Excuse;
import riskmap.edit.check.Finding;
import riskmap.edit.check.MissingKind;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.SpokenName;
import riskmap.ui.look.Texts;

/** The quality panel: run the checks, go through the findings, fix or excuse them; beside it the verdict. */
public final class CheckView extends BorderPane {
    private final CheckViewModel model;
    private final CheckActions actions;
    private final FindingsTree tree = new FindingsTree();
    private final ComboBox<String> town = new ComboBox<>();
    private final ComboBox<FindingFilter.Severity> severity = new ComboBox<>();
    private final ComboBox<FindingFilter.State> state = new ComboBox<>();
    private final Label summary = new Label();
    private final Label detail = new Label();
    private final Button fix = button("fix", this::fixChosen);
    private final Button excuse = button("excuse", this::excuseChosen);

    public CheckView(CheckViewModel model, CheckActions actions) {
        this.model = model;
        this.actions = actions;
        setId("check-view");
        Tab findings = tab("ui.check-tab-findings", new BorderPane(tree, top(), null, bottom(), null));
        Tab verdict = tab("ui.check-tab-verdict", new VerdictView(model, actions));
        TabPane tabs = new TabPane(findings, verdict);
        tabs.setId("check-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        setCenter(tabs);
        model.shown().addListener(property -> refresh());
        Texts.follow(this, this::refresh);
        tree.getSelectionModel().selectedItemProperty().addListener(property -> chosen());
        tree.setOnMouseClicked(event -> show());
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                show();
            }
        });
        refresh();
    }

    private static Tab tab(String title, Node content) {
        Tab tab = new Tab();
        tab.textProperty().bind(Texts.of(title));
        tab.setContent(content);
        return tab;
    }

    private static Button button(String key, Runnable action) {
        Button button = Buttons.words("ui.check-" + key, action);
        button.setId("check-" + key);
        return button;
    }

    private Node top() {
        SplitMenuButton run = new SplitMenuButton();
        run.setId("check-run");
        run.textProperty().bind(Texts.of("ui.check-run"));
        run.setOnAction(event -> actions.check(CheckActions.Extent.ALL));
        run.disableProperty().bind(model.busy());
        for (CheckActions.Extent extent : CheckActions.Extent.values()) {
            MenuItem item = new MenuItem();
            String key = "ui.check-extent-" + extent.name().toLowerCase(Locale.ROOT);
            item.textProperty().bind(Texts.of(key));
            item.setOnAction(event -> actions.check(extent));
            run.getItems().add(item);
        }
        severity.setId("check-severity");
        severity.getItems().setAll(FindingFilter.Severity.values());
        named(severity, "ui.check-severity-");
        severity.setValue(FindingFilter.Severity.ALL);
        state.setId("check-state");
        state.getItems().setAll(FindingFilter.State.values());
        named(state, "ui.check-state-");
        state.setValue(FindingFilter.State.OPEN);
        town.setId("check-town");
        town.getItems().setAll("");
        town.setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null || name.isEmpty()
                        ? Message.of("app.verdict-all-towns").text()
                        : name;
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        town.setValue("");
        List.of(severity, state, town).forEach(box -> box.valueProperty().addListener(property -> fill()));
        SpokenName.give(town, Texts.of("ui.check-by-town"));
        SpokenName.give(severity, Texts.of("ui.check-by-severity"));
        SpokenName.give(state, Texts.of("ui.check-by-state"));
        summary.setId("check-summary");
        summary.setWrapText(true);
        summary.getStyleClass().add("hint-inline");
        FlowPane filters = new FlowPane(6, 4, run, town, severity, state);
        VBox top = new VBox(6, filters, summary);
        top.getStyleClass().add("check-bar");
        return top;
    }

    /** Gives the choices of a box names that follow the language. */
    private static <E extends Enum<E>> void named(ComboBox<E> box, String prefix) {
        box.setCellFactory(list -> new NameCell<>(prefix));
        box.setButtonCell(new NameCell<>(prefix));
    }

    private static final class NameCell<E extends Enum<E>> extends ListCell<E> {
        private final String prefix;

        NameCell(String prefix) {
            this.prefix = prefix;
        }

        @Override
        protected void updateItem(E item, boolean empty) {
            super.updateItem(item, empty);
            textProperty().unbind();
            if (empty || item == null) {
                setText("");
            } else {
                textProperty().bind(Texts.of(prefix + item.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private Node bottom() {
        detail.setId("check-detail");
        detail.setWrapText(true);
        detail.setMinHeight(80);
        Button withdraw = button("withdraw", () -> model.withdraw(tree.chosen()));
        // a missing layer is nothing that a click mends or excuses
        BooleanBinding none = Bindings.createBooleanBinding(
                () -> tree.chosen().isEmpty(), tree.getSelectionModel().selectedItemProperty());
        for (Button one : List.of(fix, excuse, withdraw)) {
            one.disableProperty().bind(none.or(model.busy()).or(Bindings.createBooleanBinding(model::isReadOnly)));
        }
        VBox bottom = new VBox(6, detail, new FlowPane(6, 4, fix, excuse, withdraw));
        bottom.getStyleClass().add("check-bar");
        return bottom;
    }

    private void refresh() {
        CheckViewModel.Shown now = model.shown().get();
        TreeSet<String> towns = new TreeSet<>();
        towns.add("");
        if (now.report() == null) {
            summary.setText(Message.of("ui.check-none-yet").text());
        } else {
            now.report().findings().forEach(finding -> towns.add(finding.town()));
            long excused =
                    now.report().findings().filter(now.excuses()::excuses).count();
            summary.setText(Message.of(
                            "ui.check-summary",
                            now.report().layers().size(),
                            now.report().rows(),
                            now.report().count(),
                            excused)
                    .text());
            if (now.last() != null) {
                summary.setText(now.last().when().text() + "　" + summary.getText() + "\n"
                        + now.last().since().text());
            }
        }
        String kept = towns.contains(town.getValue()) ? town.getValue() : "";
        town.getItems().setAll(towns);
        town.setValue(kept);
        fill();
    }

    private void fill() {
        tree.fill(
                model.shown().get(),
                new FindingFilter(
                        town.getValue() == null ? "" : town.getValue(), severity.getValue(), state.getValue()));
        chosen();
    }

    private void chosen() {
        Finding one = tree.one();
        List<Finding> all = tree.chosen();
        if (all.isEmpty()) {
            List<MissingKind> missing = tree.missing();
            detail.setText(
                    missing.size() == 1
                            ? missing.get(0).text(Language.current()) + "\n"
                                    + missing.get(0).rule().help().text()
                            : Message.of("ui.check-choose").text());
            return;
        }
        Finding first = all.get(0);
        StringBuilder text = new StringBuilder(first.rule().title().text());
        if (!first.rule().help().equals(first.rule().title())) {
            text.append('\n').append(first.rule().help().text());
        }
        if (one != null) {
            text.append('\n').append(one.message().text());
            if (!one.town().isEmpty()) {
                text.append("　").append(one.town());
            }
            Excuse known = model.shown().get().excuses().about(one).orElse(null);
            if (known != null) {
                String when = known.at().substring(0, Math.min(10, known.at().length()));
                text.append('\n')
                        .append(Message.of("ui.check-excused-by", known.by(), when, known.reason())
                                .text());
            }
        }
        if (first.fix() != null) {
            text.append('\n')
                    .append(Message.of("ui.check-fix-is", first.fix().title()).text());
        }
        detail.setText(text.toString());
    }

    private void show() {
        Finding one = tree.one();
        if (one != null) {
            actions.show(one);
        }
    }

    private void fixChosen() {
        Finding one = tree.one();
        if (one != null) {
            actions.fix(one);
        } else {
            actions.fixAll(tree.chosen());
        }
    }

    private void excuseChosen() {
        actions.excuse(tree.chosen());
    }
}
