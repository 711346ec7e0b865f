package riskmap.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.risk.weighting.Factor;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Titles;

/**
 * The factors of a combination, a card for each: weight and name, what is measured of which layer and field, and how it
 * becomes a score. What is typed is put together into the text of the parameter; text that is no factor is said below.
 */
final class FactorsEditor extends VBox {
    private final StringProperty value;
    private final List<String> layers;
    private final SourceTitles titles;
    private final VBox cards = new VBox(8);
    private final Label problem = new Label();
    private boolean writing;

    FactorsEditor(StringProperty value, List<String> layers, SourceTitles titles) {
        super(6);
        this.titles = titles;
        this.value = value;
        this.layers = layers;
        getStyleClass().add("factors-editor");
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        Button add = new Button(null, Icons.of(MaterialDesignP.PLUS, 14));
        add.setId("factor-add");
        add.textProperty().bind(Texts.of("ui.factor-add"));
        add.setOnAction(event -> {
            Card card = new Card("0.2", "", "presence", layers.isEmpty() ? "" : layers.get(0), "", "min-max");
            cards.getChildren().add(card);
            write();
        });
        getChildren().addAll(cards, problem, add);
        value.addListener((property, before, now) -> {
            if (!writing) {
                read();
            }
        });
        read();
    }

    private void read() {
        try {
            List<Card> all = new ArrayList<>();
            for (Factor factor : Factor.parse(value.get())) {
                String per = factor.per() == null ? "" : " / " + factor.per();
                all.add(new Card(
                        number(factor.weight()),
                        factor.name(),
                        factor.measure().key(),
                        factor.layer(),
                        factor.field() == null ? "" : factor.field(),
                        per.isEmpty()
                                ? factor.scale().text()
                                : per.trim() + " " + factor.scale().text()));
            }
            cards.getChildren().setAll(all);
            problem.textProperty().unbind();
            problem.setText("");
        } catch (RiskMapException e) {
            say(e.userMessage());
        }
    }

    private static String number(double weight) {
        return weight == Math.rint(weight) ? Long.toString((long) weight) : Double.toString(weight);
    }

    private void say(Message message) {
        problem.textProperty().unbind();
        problem.textProperty().bind(Texts.of(message));
    }

    private void write() {
        writing = true;
        List<String> texts = new ArrayList<>();
        cards.getChildren().forEach(card -> texts.add(((Card) card).text()));
        String all = String.join("; ", texts);
        value.set(all);
        writing = false;
        try {
            Factor.parse(all);
            problem.textProperty().unbind();
            problem.setText("");
        } catch (RiskMapException e) {
            say(e.userMessage());
        }
    }

    /** One factor. */
    private final class Card extends VBox {
        private final TextField weight;
        private final TextField name;
        private final ComboBox<String> measure = new ComboBox<>();
        private final NameBox layer = new NameBox(FXCollections.observableArrayList(layers), titles::layer);
        private final TextField field;
        private final TextField scale;

        Card(String weight, String name, String measure, String layer, String field, String scale) {
            super(4);
            this.weight = text(weight, "ui.factor-weight", 56);
            this.name = text(name, "ui.factor-name", 60);
            this.field = text(field, "ui.factor-field", 84);
            this.scale = text(scale, "ui.factor-scale", 60);
            for (Factor.Measure each : Factor.Measure.values()) {
                this.measure.getItems().add(each.key());
            }
            this.measure.setValue(measure);
            Titles.show(this.measure, FactorTexts::measureAndKey);
            this.measure.setButtonCell(new ListCell<>() {
                @Override
                protected void updateItem(String key, boolean empty) {
                    super.updateItem(key, empty);
                    textProperty().unbind();
                    if (empty || key == null) {
                        setText(null);
                    } else {
                        textProperty().bind(Texts.of("ui.factor-measure-" + key));
                    }
                }
            });
            this.measure.setMinWidth(104);
            this.measure.setMaxWidth(104);
            this.layer.setValue(layer);
            this.layer.setMinWidth(70);
            this.measure.valueProperty().addListener(property -> write());
            this.layer.getEditor().textProperty().addListener(property -> write());
            Button remove = new Button(null, Icons.of(MaterialDesignC.CLOSE, 12));
            remove.getStyleClass().add("flat");
            Tooltip tip = new Tooltip();
            tip.textProperty().bind(Texts.of("ui.factor-remove"));
            remove.setTooltip(tip);
            remove.accessibleTextProperty().bind(tip.textProperty());
            remove.setMinWidth(Region.USE_PREF_SIZE);
            remove.setOnAction(event -> {
                cards.getChildren().remove(this);
                write();
            });
            HBox.setHgrow(this.name, Priority.ALWAYS);
            HBox.setHgrow(this.layer, Priority.ALWAYS);
            HBox head = new HBox(4, this.weight, new Label("×"), this.name, remove);
            HBox what = new HBox(4, this.measure, this.layer);
            HBox how = new HBox(4, this.field, this.scale);
            HBox.setHgrow(this.scale, Priority.ALWAYS);
            head.setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("factor-card");
            getChildren().addAll(head, what, how, meaning());
        }

        /** What layer, field and scale are called, below their names. */
        private Label meaning() {
            Label label = new Label();
            label.getStyleClass().add("name-title");
            label.setWrapText(true);
            label.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> {
                                String source = layer.getEditor().getText();
                                return Stream.of(
                                                titles.layer(source),
                                                titles.field(source, field.getText()),
                                                FactorTexts.scale(scale.getText()))
                                        .filter(text -> !text.isEmpty())
                                        .collect(Collectors.joining(" · "));
                            },
                            layer.getEditor().textProperty(),
                            field.textProperty(),
                            scale.textProperty(),
                            Texts.language()));
            return label;
        }

        private TextField text(String content, String prompt, double least) {
            TextField text = new TextField(content);
            text.promptTextProperty().bind(Texts.of(prompt));
            Tooltip tip = new Tooltip();
            tip.textProperty().bind(Texts.of(prompt));
            text.setTooltip(tip);
            text.setMinWidth(least);
            text.setPrefWidth(least);
            text.textProperty().addListener(property -> write());
            return text;
        }

        String text() {
            String source = layer.getEditor().getText() == null
                    ? ""
                    : layer.getEditor().getText().trim();
            String at = field.getText().isBlank()
                    ? source
                    : source + "." + field.getText().trim();
            String called = name.getText().isBlank() ? "" : name.getText().trim() + " = ";
            return weight.getText().trim() + " * " + called + measure.getValue() + "(" + at + ") "
                    + scale.getText().trim();
        }
    }
}
