package riskmap.ui.style;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.geotools.api.feature.simple.SimpleFeatureType;
import riskmap.app.query.EcqlCompletion;
import riskmap.style.RuleFacts;
import riskmap.ui.look.Texts;

/** What a rule says beside its symbols: its name, which features it draws, and at which scales. */
final class RuleForm extends GridPane {
    private static final int MOST_OFFERS = 12;

    private final RuleEdits edits;
    private final TextField title = field("style-rule-title");
    private final TextField english = field("style-rule-english");
    private final TextField filter = field("style-rule-filter");
    private final CheckBox otherwise = new CheckBox();
    private final TextField minimum = field("style-rule-minimum");
    private final TextField maximum = field("style-rule-maximum");
    private final ContextMenu offers = new ContextMenu();
    private RuleFacts shown;

    RuleForm(RuleEdits edits) {
        this.edits = edits;
        setHgap(8);
        setVgap(6);
        otherwise.setId("style-rule-otherwise");
        otherwise.textProperty().bind(Texts.of("ui.style-rule-otherwise"));
        filter.promptTextProperty().bind(Texts.of("ui.style-rule-filter-prompt"));
        minimum.setPrefColumnCount(7);
        maximum.setPrefColumnCount(7);
        minimum.promptTextProperty().bind(Texts.of("ui.style-rule-scale-any"));
        maximum.promptTextProperty().bind(Texts.of("ui.style-rule-scale-any"));
        row(0, "ui.style-rule-title", title);
        row(1, "ui.style-rule-english", english);
        if (edits.type() != null) {
            // cells of a raster are told apart by their colours, not by conditions
            row(2, "ui.style-rule-filter", filter);
            add(otherwise, 1, 3);
        }
        row(4, "ui.style-rule-scales", new HBox(6, word("1:"), minimum, word("– 1:"), maximum));
        ((HBox) maximum.getParent()).setAlignment(Pos.CENTER_LEFT);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(new ColumnConstraints(), wide);
        otherwise.setOnAction(event -> changed());
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
                offer();
                event.consume();
            }
        });
        filter.textProperty().addListener((property, before, now) -> {
            if (filter.isFocused()) {
                Platform.runLater(this::offer);
            }
        });
    }

    private static Label word(String text) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setOnAction(event -> changed());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                changed();
            }
        });
        return field;
    }

    private void row(int row, String key, Node control) {
        Label label = new Label();
        label.textProperty().bind(Texts.of(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        addRow(row, label, control);
    }

    void show(RuleFacts facts) {
        shown = facts;
        title.setText(facts.title());
        english.setText(facts.english());
        filter.setText(facts.filter() == null ? "" : facts.filter());
        filter.setDisable(facts.otherwise());
        otherwise.setSelected(facts.otherwise());
        minimum.setText(facts.minimum());
        maximum.setText(facts.maximum());
    }

    private void changed() {
        if (shown == null) {
            return;
        }
        String where = filter.getText().strip();
        RuleFacts now = new RuleFacts(
                title.getText().strip(),
                english.getText().strip(),
                shown.filter() == null && where.isEmpty() ? null : otherwise.isSelected() ? "" : where,
                otherwise.isSelected(),
                minimum.getText().strip(),
                maximum.getText().strip(),
                shown.off());
        if (!now.equals(shown)) {
            edits.changeRule(edits.rule(), now);
        }
    }

    /** Fields, operators and functions that can come next. */
    private void offer() {
        SimpleFeatureType type = edits.type();
        offers.hide();
        if (type == null || !filter.isFocused()) {
            return;
        }
        EcqlCompletion.Spot spot = EcqlCompletion.at(filter.getText(), filter.getCaretPosition(), type);
        offers.getItems().clear();
        EcqlCompletion.suggestions(spot, type, null).stream().limit(MOST_OFFERS).forEach(suggestion -> {
            MenuItem item = new MenuItem(suggestion.shown());
            item.setMnemonicParsing(false);
            item.setOnAction(event ->
                    filter.replaceText(spot.from(), Math.min(spot.to(), filter.getLength()), suggestion.insert()));
            offers.getItems().add(item);
        });
        if (!offers.getItems().isEmpty() && getScene() != null) {
            offers.show(filter, Side.BOTTOM, 0, 0);
        }
    }
}
