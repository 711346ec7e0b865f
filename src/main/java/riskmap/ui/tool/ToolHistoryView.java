package riskmap.ui.tool;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import riskmap.analysis.Operations;
import riskmap.app.run.ParameterText;
import riskmap.app.tool.ToolRecord;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.RiskMapException;
import riskmap.base.UnitText;
import riskmap.ui.form.SourceTitles;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.LocalTime;
import riskmap.ui.look.Texts;

/** The runs of tools recorded in the project, the latest first: what went in, with which values; repeat, or run anew. */
public final class ToolHistoryView extends BorderPane {
    /** What can be done with a run. */
    public interface Actions {
        /** Repeats it and says what differs. */
        void repeat(ToolRecord run);

        /** Puts its layers and values into the form of its tool. */
        void takeOver(ToolRecord run);
    }

    private final Actions actions;
    private final VBox list = new VBox(8);
    private List<ToolRecord> runs = List.of();
    private SourceTitles titles = SourceTitles.ofCatalogue();

    /** Shows no runs yet. */
    public ToolHistoryView(Actions actions) {
        this.actions = actions;
        setId("tool-history");
        list.getStyleClass().add("risk-page");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        Texts.follow(this, this::sayAgain);
    }

    /** In another language; what is unfolded stays so. */
    private void sayAgain() {
        List<Boolean> unfolded = list.getChildren().stream()
                .map(pane -> pane instanceof TitledPane run && run.isExpanded())
                .toList();
        show(runs, titles);
        for (int i = 0; i < runs.size(); i++) {
            ((TitledPane) list.getChildren().get(i)).setExpanded(unfolded.get(i));
        }
    }

    /**
     * Shows these runs.
     *
     * @param titles what the project calls its layers
     */
    public void show(List<ToolRecord> runs, SourceTitles titles) {
        this.runs = List.copyOf(runs);
        this.titles = titles;
        list.getChildren().clear();
        for (ToolRecord run : runs) {
            TitledPane pane = new TitledPane(title(run) + "\n" + LocalTime.text(run.time()), details(run, titles));
            pane.setExpanded(list.getChildren().isEmpty());
            pane.setAnimated(false);
            pane.getStyleClass().add(Styles.DENSE);
            list.getChildren().add(pane);
        }
        if (runs.isEmpty()) {
            Label none = new Label();
            none.textProperty().bind(Texts.of("ui.tool-history-none"));
            none.setWrapText(true);
            none.getStyleClass().add("hint");
            list.getChildren().add(none);
        }
    }

    /** What a run is called in a sentence: by its tool and time. */
    public static String name(ToolRecord run) {
        return Message.of("ui.run-name", title(run), LocalTime.text(run.time())).text();
    }

    private static String title(ToolRecord run) {
        try {
            return Operations.byId(run.operation()).title().text();
        } catch (RiskMapException e) {
            // a tool this version does not have any more
            return run.operation();
        }
    }

    private Node details(ToolRecord run, SourceTitles titles) {
        StringBuilder text = new StringBuilder();
        run.inputs()
                .forEach((name, content) -> text.append(fact(
                        titleOf(run, name),
                        Message.of("ui.tool-content", layer(content.source(), titles), content.size())
                                .text())));
        run.parameters().forEach((key, value) -> text.append(fact(titleOf(run, key), shown(run, key, value))));
        text.append("→ ")
                .append(Message.of(
                                "ui.tool-content",
                                layer(run.output().source(), titles),
                                run.output().size())
                        .text());
        Label label = new Label(text.toString());
        label.setWrapText(true);
        FlowPane buttons = new FlowPane(
                6,
                6,
                button("ui.runs-take", () -> actions.takeOver(run)),
                button("ui.runs-repeat", () -> actions.repeat(run)));
        return new VBox(8, buttons, label);
    }

    /** A layer of the project by title and name, a file by its address. */
    private static String layer(String source, SourceTitles titles) {
        if (!source.startsWith("#")) {
            return source;
        }
        String name = source.substring(1);
        return SourceTitles.both(titles.layer(name), name);
    }

    private static String titleOf(ToolRecord run, String key) {
        return parameter(run, key).map(each -> each.title().text()).orElse(key);
    }

    /** A value as a reader knows it, with its unit. */
    private static String fact(String name, String value) {
        return Message.of("ui.tool-fact", name, value).text() + "\n";
    }

    private static String shown(ToolRecord run, String key, String value) {
        return parameter(run, key)
                .map(each -> {
                    String text = ParameterText.of(each, value, Language.current());
                    return each.unit().isEmpty() ? text : text + " " + UnitText.of(each.unit());
                })
                .orElse(value);
    }

    private static Optional<Parameter> parameter(ToolRecord run, String key) {
        try {
            return Operations.byId(run.operation()).parameters().stream()
                    .filter(parameter -> parameter.key().equals(key))
                    .findFirst();
        } catch (RiskMapException e) {
            // a tool this version does not have any more
            return Optional.empty();
        }
    }

    private static Button button(String text, Runnable action) {
        Button button = Buttons.words(text, action);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }
}
