package riskmap.ui.form;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import riskmap.base.Message;
import riskmap.ui.look.Icons;
import riskmap.ui.look.TabKey;
import riskmap.ui.look.Texts;

/**
 * The factors of a combination, a {@link FactorCard} for each, one of them open; the sum of their weights below. Instead
 * of the cards the text of the parameter can be seen and typed, as it is recorded and given to the command line.
 */
final class FactorsEditor extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final int TEXT_ROWS = 6;

    private final FactorsViewModel model;
    private final SourceTitles titles;
    private final VBox cards = new VBox(6);
    private final ToggleButton asText = new ToggleButton(null, Icons.of(MaterialDesignC.CODE_TAGS, 14));

    FactorsEditor(FactorsViewModel model, SourceTitles titles) {
        super(6);
        this.model = model;
        this.titles = titles;
        getStyleClass().add("factors-editor");
        asText.setId("factors-as-text");
        asText.textProperty().bind(Texts.of("ui.factors-as-text"));
        asText.setMinWidth(Region.USE_PREF_SIZE);
        asText.setSelected(model.unreadable().get() != null);
        // cards cannot show what cannot be read: it is mended in the text first
        asText.disableProperty().bind(model.unreadable().isNotNull());
        Node text = text();
        text.visibleProperty().bind(asText.selectedProperty());
        cards.visibleProperty().bind(asText.selectedProperty().not());
        text.managedProperty().bind(text.visibleProperty());
        cards.managedProperty().bind(cards.visibleProperty());
        getChildren().addAll(cards, text, sum(), buttons());
        model.drafts().addListener((ListChangeListener<FactorDraft>) change -> show());
        model.unreadable().addListener((property, before, now) -> {
            if (now != null) {
                asText.setSelected(true);
            }
        });
        show();
    }

    /** The cards in the order of the factors; those that are there stay as they are. */
    private void show() {
        List<FactorCard> known =
                cards.getChildren().stream().map(FactorCard.class::cast).toList();
        cards.getChildren()
                .setAll(model.drafts().stream()
                        .map(draft -> known.stream()
                                .filter(card -> card.draft() == draft)
                                .findFirst()
                                .orElseGet(() -> card(draft)))
                        .toList());
    }

    private FactorCard card(FactorDraft draft) {
        FactorCard card = new FactorCard(model, draft, titles);
        card.openProperty().addListener((property, before, now) -> {
            if (now) {
                cards.getChildren().stream()
                        .map(FactorCard.class::cast)
                        .filter(other -> other != card)
                        .forEach(other -> other.openProperty().set(false));
            }
        });
        return card;
    }

    private Node text() {
        TextArea text = TabKey.leaves(new TextArea());
        text.setId("factors-text");
        text.setWrapText(true);
        text.setPrefRowCount(TEXT_ROWS);
        text.textProperty().bindBidirectional(model.text());
        Label problem = new Label();
        problem.setId("factors-text-problem");
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(Texts.of(model.unreadable()));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        model.unreadable().addListener((property, before, now) -> text.pseudoClassStateChanged(WRONG, now != null));
        return new VBox(4, text, problem);
    }

    /** The sum of the weights, what it should be, and a button that makes it so. */
    private Node sum() {
        Label sum = new Label();
        sum.setId("factors-sum");
        sum.setWrapText(true);
        sum.textProperty().bind(Bindings.createStringBinding(() -> sumText().text(), dependencies()));
        Button one = new Button();
        one.setId("factors-sum-one");
        one.textProperty().bind(Texts.of("ui.factors-sum-one"));
        one.setMinWidth(Region.USE_PREF_SIZE);
        one.setOnAction(event -> model.makeSumOne());
        one.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> !model.isSumGood() && model.sum() > 0, model.everything()));
        one.managedProperty().bind(one.visibleProperty());
        Runnable mark = () -> {
            sum.getStyleClass().removeAll("form-problem", "form-unit");
            sum.getStyleClass().add(model.isSumGood() ? "form-unit" : "form-problem");
        };
        sum.textProperty().addListener(property -> mark.run());
        mark.run();
        HBox.setHgrow(sum, Priority.ALWAYS);
        sum.setMaxWidth(Double.MAX_VALUE);
        HBox box = new HBox(6, sum, one);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Message sumText() {
        if (!model.weightsCount()) {
            return Message.of("ui.factors-weights-unused");
        }
        String sum = Double.isNaN(model.sum()) ? "–" : FactorDraft.number(model.sum());
        return Message.of(model.isSumGood() ? "ui.factors-sum" : "ui.factors-sum-wrong", sum);
    }

    private Observable[] dependencies() {
        List<Observable> all = new ArrayList<>(List.of(model.everything()));
        all.add(Texts.language());
        return all.toArray(Observable[]::new);
    }

    private Node buttons() {
        Button add = new Button(null, Icons.of(MaterialDesignP.PLUS, 14));
        add.setId("factor-add");
        add.textProperty().bind(Texts.of("ui.factor-add"));
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.disableProperty().bind(asText.selectedProperty());
        add.setOnAction(event -> {
            FactorDraft added = model.add();
            cards.getChildren().stream()
                    .map(FactorCard.class::cast)
                    .filter(card -> card.draft() == added)
                    .forEach(card -> card.openProperty().set(true));
        });
        return new HBox(6, add, asText);
    }
}
