package riskmap.ui.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import riskmap.base.Message;
import riskmap.risk.weighting.Factor;
import riskmap.risk.weighting.Scale;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;
import riskmap.ui.look.TitleCell;
import riskmap.ui.look.Titles;

/**
 * One factor: weight and name in a line, below it in words what is measured and how it is scored, which opens the choices
 * of layer, measure, field, score and direction; and what is wrong with it.
 */
final class FactorCard extends VBox {
    private static final double WEIGHT = 54;

    private final FactorsViewModel model;
    private final FactorDraft draft;
    private final SourceTitles titles;
    private final BooleanProperty open = new SimpleBooleanProperty();

    FactorCard(FactorsViewModel model, FactorDraft draft, SourceTitles titles) {
        super(4);
        this.model = model;
        this.draft = draft;
        this.titles = titles;
        getStyleClass().add("factor-card");
        GridPane choices = choices();
        choices.visibleProperty().bind(open);
        choices.managedProperty().bind(open);
        getChildren().addAll(head(), summary(), choices, problem());
    }

    FactorDraft draft() {
        return draft;
    }

    /** Whether its choices are shown. */
    BooleanProperty openProperty() {
        return open;
    }

    private Node head() {
        TextField weight = text(draft.weight, "ui.factor-weight");
        weight.getStyleClass().add("factor-weight");
        weight.setAlignment(Pos.CENTER_RIGHT);
        weight.setMinWidth(WEIGHT);
        weight.setMaxWidth(WEIGHT);
        TextField name = text(draft.name, "ui.factor-name");
        name.getStyleClass().add("factor-name");
        name.setMinWidth(60);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button up = button(MaterialDesignA.ARROW_UP, "ui.factor-up", () -> model.move(draft, -1));
        Button down = button(MaterialDesignA.ARROW_DOWN, "ui.factor-down", () -> model.move(draft, 1));
        up.getStyleClass().add("factor-up");
        down.getStyleClass().add("factor-down");
        up.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.drafts().indexOf(draft) <= 0, model.drafts()));
        down.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.drafts().indexOf(draft) >= model.drafts().size() - 1, model.drafts()));
        Button remove = button(MaterialDesignC.CLOSE, "ui.factor-remove", () -> model.remove(draft));
        remove.getStyleClass().add("factor-remove");
        HBox buttons = new HBox(up, down, remove);
        Label times = new Label("×");
        times.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(4, weight, times, name, buttons);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Button button(Ikon icon, String key, Runnable action) {
        Button button = Buttons.icon(icon, 12, key, action);
        button.getStyleClass().add("flat");
        return button;
    }

    private static TextField text(StringProperty part, String prompt) {
        TextField text = new TextField();
        text.textProperty().bindBidirectional(part);
        text.promptTextProperty().bind(Texts.of(prompt));
        Tips.name(text, prompt);
        return text;
    }

    /** What is measured and how it is scored in words; pressed, it opens or closes the choices. */
    private Node summary() {
        Button summary = new Button();
        summary.getStyleClass().addAll("flat", "factor-summary");
        summary.setWrapText(true);
        summary.setAlignment(Pos.CENTER_LEFT);
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.graphicProperty()
                .bind(Bindings.createObjectBinding(
                        () -> Icons.of(open.get() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT, 14),
                        open));
        List<Observable> all = new ArrayList<>(draft.parts());
        all.add(Texts.language());
        summary.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.of(
                                        "ui.factor-summary",
                                        FactorTexts.measured(draft, titles),
                                        FactorTexts.scored(draft))
                                .text(),
                        all.toArray(Observable[]::new)));
        summary.setOnAction(event -> open.set(!open.get()));
        return summary;
    }

    private GridPane choices() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("factor-choices");
        ColumnConstraints named = new ColumnConstraints();
        named.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints chosen = new ColumnConstraints();
        chosen.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(named, chosen);
        row(grid, "ui.factor-layer", layer(), null);
        row(
                grid,
                "ui.factor-measure",
                choice(
                        draft.measure,
                        Arrays.stream(Factor.Measure.values())
                                .map(Factor.Measure::key)
                                .toList(),
                        key -> Message.of("ui.factor-measure-" + key)),
                null);
        row(grid, "ui.factor-field", field(), shown(() -> draft.measured().hasField(), draft.measure));
        row(
                grid,
                "ui.factor-per",
                divisor(),
                shown(() -> !model.isByCells() || !draft.per.get().isBlank(), model.everything()));
        row(
                grid,
                "ui.factor-score",
                choice(
                        draft.score,
                        Arrays.stream(Scale.Kind.values()).map(Scale.Kind::key).toList(),
                        key -> Message.of("ui.factor-score-" + key)),
                null);
        TextField numbers = text(draft.numbers, "ui.factor-classes-example");
        numbers.promptTextProperty().unbind();
        numbers.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.of(draft.isClasses() ? "ui.factor-classes-example" : "ui.factor-codes-example")
                                .text(),
                        draft.score,
                        Texts.language()));
        numbers.getStyleClass().add("factor-numbers");
        row(grid, "ui.factor-classes", numbers, shown(draft::hasNumbers, draft.score));
        row(
                grid,
                "ui.factor-direction",
                choice(
                        draft.falling,
                        List.of(false, true),
                        falling -> Message.of(falling ? "ui.factor-falling" : "ui.factor-rising")),
                null);
        return grid;
    }

    private static ObservableValue<Boolean> shown(BooleanSupplier meant, Observable... parts) {
        return Bindings.createObjectBinding(meant::getAsBoolean, parts);
    }

    private static void row(GridPane grid, String key, Region control, ObservableValue<Boolean> meant) {
        Label title = new Label();
        title.textProperty().bind(Texts.of(key));
        title.getStyleClass().add("form-unit");
        title.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setMinWidth(0);
        grid.addRow(grid.getRowCount(), title, control);
        if (meant != null) {
            for (Node part : List.of(title, control)) {
                part.visibleProperty().bind(meant);
                part.managedProperty().bind(part.visibleProperty());
            }
        }
    }

    private NameBox layer() {
        NameBox box = new NameBox(FXCollections.observableArrayList(model.layers()), titles::layer);
        box.getStyleClass().add("factor-layer");
        box.getEditor().textProperty().bindBidirectional(draft.layer);
        box.setOnAction(event -> {
            String chosen = box.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                draft.layer.set(chosen);
                if (draft.name.get().isBlank()) {
                    draft.name.set(FactorDraft.asName(titles.layer(chosen)));
                }
            }
        });
        return box;
    }

    private NameBox field() {
        NameBox box = new NameBox(
                FXCollections.observableArrayList(model.fields(draft)), name -> titles.field(draft.layer.get(), name));
        box.getStyleClass().add("factor-field");
        box.getEditor().textProperty().bindBidirectional(draft.field);
        draft.layer.addListener((property, before, now) -> {
            String kept = draft.field.get();
            box.getItems().setAll(model.fields(draft));
            // a list that changes may take the text of its box away
            draft.field.set(kept);
        });
        box.setOnAction(event -> {
            String chosen = box.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                draft.field.set(chosen);
            }
        });
        return box;
    }

    private ComboBox<String> divisor() {
        return choice(
                draft.per,
                model.divisors(),
                per -> per.isEmpty()
                        ? Message.of("ui.factor-per-nothing")
                        : Message.of("ui.factor-per-by", FactorTexts.divisor(per)));
    }

    private static <T> ComboBox<T> choice(Property<T> value, List<T> keys, Function<T, Message> title) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(keys);
        Titles.show(box, key -> title.apply(key).text());
        box.setButtonCell(new TitleCell<>(title));
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private Node problem() {
        Label problem = new Label();
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(Texts.of(model.problem(draft)));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }
}
