package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Catalogue;
import riskmap.risk.RiskModels;
import riskmap.ui.look.Texts;

/** The factors of the combination in its form in the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class FactorsFormTest {
    private static WindowDriver driver;

    @BeforeAll
    static void openTheCombination(WindowDriver open) throws Exception {
        driver = open;
        driver.run(() -> driver.command("risk").run());
        driver.await(() -> Fx.find("#risk-model", ComboBox.class) != null);
        driver.run(() -> Fx.find("#risk-model", ComboBox.class).setValue(RiskModels.byId("combination")));
        driver.settle();
    }

    @Test
    void aFactorIsToldInWordsInBothLanguagesAndItsTextStaysAsItIs() throws Exception {
        driver.run(() -> node("#factor-add", Button.class).fire());
        driver.run(() -> {
            Node card = lastCard();
            ComboBox<?> layer = (ComboBox<?>) card.lookup(".factor-layer");
            layer.getEditor().setText("susceptibility_zone");
            Labeled told = (Labeled) card.lookup(".factor-summary");
            try {
                for (Language language : Language.values()) {
                    Texts.use(language);
                    assertThat(told.getText())
                            .contains(Catalogue.standard()
                                    .kind("susceptibility_zone")
                                    .title()
                                    .in(language))
                            .contains(Message.of("ui.factor-score-min-max").text(language));
                    assertThat(layer.getEditor().getText()).isEqualTo("susceptibility_zone");
                }
            } finally {
                Texts.use(Language.CHINESE);
            }
        });
        driver.run(() -> node("#risk-reset", Button.class).fire());
    }

    @Test
    void aFactorIsMadeFromListsAndTheSumOfTheWeightsIsToldAndMended() throws Exception {
        driver.run(() -> node("#factor-add", Button.class).fire());
        assertThat(driver.get(() -> node("#risk-run", Button.class).isDisabled()))
                .as("without a layer")
                .isTrue();
        driver.run(() -> {
            Node card = lastCard();
            box(card, ".factor-layer").setValue("building");
            assertThat(((TextField) card.lookup(".factor-name")).getText())
                    .isEqualTo(Catalogue.standard().kind("building").title().in(Language.CHINESE));
            assertThat(box(card, ".factor-field").getItems()).contains("people", "floors");
            List<ComboBox<?>> choices = card.lookupAll(".combo-box").stream()
                    .<ComboBox<?>>map(node -> (ComboBox<?>) node)
                    .filter(each -> !each.isEditable())
                    .toList();
            choose(choices, "density");
            box(card, ".factor-field").setValue("people");
            choose(choices, "rank");
            choose(choices, true);
        });
        driver.settle();
        assertThat(told("#factors-sum")).contains("1.2").contains("应为 1");
        driver.run(() -> node("#factors-sum-one", Button.class).fire());
        assertThat(told("#factors-sum"))
                .isEqualTo(Message.of("ui.factors-sum", "1").text());
        driver.run(() -> ((Button) lastCard().lookup(".factor-up")).fire());
        driver.run(() -> node("#factors-as-text", ToggleButton.class).fire());
        String text = driver.get(() -> node("#factors-text", TextArea.class).getText());
        assertThat(text.split("; ")).hasSize(5).satisfies(parts -> assertThat(parts[3])
                .isEqualTo("0.1667 * 房屋建筑 = density(building.people) rank falling"));
        driver.run(() -> node("#factors-text", TextArea.class).setText(text + "; 0 * nonsense"));
        assertThat(told("#factors-text-problem")).contains("nonsense");
        assertThat(driver.get(() -> node("#factors-as-text", ToggleButton.class).isDisabled()
                        && node("#risk-run", Button.class).isDisabled()))
                .isTrue();
        driver.run(() -> node("#factors-text", TextArea.class).setText("1 * 道路 = distance(road) min-max falling"));
        driver.run(() -> node("#factors-as-text", ToggleButton.class).fire());
        assertThat(driver.get(() -> cards().size())).isEqualTo(1);
        driver.run(() -> node("#risk-reset", Button.class).fire());
        assertThat(driver.get(() -> cards().size())).isEqualTo(4);
    }

    @Test
    void theChoicesOfAFactorAreWholeInSightInBothLanguages() throws Exception {
        try {
            for (Language language : Language.values()) {
                driver.run(() -> Texts.use(language));
                for (String score : List.of("min-max", "z-score", "classes", "codes")) {
                    driver.run(() -> {
                        Node card = cards().get(0);
                        if (!card.lookup(".factor-choices").isVisible()) {
                            ((Button) card.lookup(".factor-summary")).fire();
                        }
                        List<ComboBox<?>> choices = card.lookupAll(".combo-box").stream()
                                .<ComboBox<?>>map(node -> (ComboBox<?>) node)
                                .filter(each -> !each.isEditable())
                                .toList();
                        choose(choices, score);
                    });
                    Fx.awaitNothingCut();
                }
            }
        } finally {
            driver.run(() -> Texts.use(Language.CHINESE));
            driver.run(() -> node("#risk-reset", Button.class).fire());
        }
    }

    private static List<Node> cards() {
        return List.copyOf(((Pane) node("#parameter-factors", Node.class)
                        .lookup(".factor-card")
                        .getParent())
                .getChildren());
    }

    private static Node lastCard() {
        List<Node> cards = cards();
        return cards.get(cards.size() - 1);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> box(Node card, String style) {
        return (ComboBox<String>) card.lookup(style);
    }

    @SuppressWarnings("unchecked")
    private static void choose(List<ComboBox<?>> boxes, Object value) {
        boxes.stream().filter(box -> box.getItems().contains(value)).forEach(box -> ((ComboBox<Object>) box)
                .setValue(value));
    }

    private static String told(String id) throws Exception {
        return driver.get(() -> node(id, Label.class).getText());
    }

    private static <T> T node(String selector, Class<T> type) {
        return Fx.find(selector, type);
    }
}
