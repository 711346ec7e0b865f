package riskmap.ui.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.style.RuleFacts;
import riskmap.ui.Fx;
import riskmap.ui.look.Look;
import riskmap.ui.look.Texts;

/** What the list of rules says of a rule. */
class RuleListViewTest {
    private static String said(String filter, String minimum, String maximum, Language language) {
        RuleFacts facts = new RuleFacts("", "", filter, false, minimum, maximum, false);
        Message scales = RuleListView.scales(facts);
        return RuleListView.features(facts).text(language) + (scales == null ? "" : " · " + scales.text(language));
    }

    @Test
    void rulesForOtherScalesAreToldApart() {
        assertThat(said("", "", "", Language.CHINESE)).isEqualTo("全部要素");
        assertThat(said("", "", "50000", Language.CHINESE)).isEqualTo("全部要素 · 比 1:50,000 大");
        assertThat(said("", "50000.0", "", Language.ENGLISH)).isEqualTo("All features · 1:50,000 or smaller");
        assertThat(said("level > 2", "50000", "100000", Language.ENGLISH))
                .isEqualTo("level > 2 · 1:50,000 to 1:100,000");
    }

    @Test
    void aScaleThatIsNoNumberIsSaidAsItStands() {
        assertThat(said("", "", "often", Language.CHINESE)).contains("often");
    }

    @Test
    void theScalesHaveALineOfTheirOwnAndACutConditionIsWholeUnderThePointer() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "no screen");
        FxToolkit.registerPrimaryStage();
        RuleFacts facts = new RuleFacts("道路", "Road", "level >= 2 AND surface = '沥青'", false, "50000", "100000", false);
        for (Language language : Language.values()) {
            Fx.run(() -> {
                Texts.use(language);
                VBox texts = RuleListView.texts(0, facts, true);
                texts.setMaxWidth(160);
                StackPane root = new StackPane(texts);
                Look.dress(new Scene(root, 400, 90));
                root.applyCss();
                root.layout();
                List<Label> lines =
                        texts.getChildren().stream().map(Label.class::cast).toList();
                assertThat(lines.get(0).getText()).isEqualTo(language == Language.CHINESE ? "道路" : "Road");
                assertThat(shown(lines.get(1)))
                        .isNotEqualTo(lines.get(1).getText())
                        .startsWith("level")
                        .endsWith("沥青'");
                assertThat(shown(lines.get(2)))
                        .isEqualTo(lines.get(2).getText())
                        .contains("1:50,000")
                        .endsWith("1:100,000");
                Tooltip whole = (Tooltip) texts.getProperties().values().stream()
                        .filter(Tooltip.class::isInstance)
                        .findFirst()
                        .orElseThrow();
                assertThat(whole.getText().lines().toList())
                        .isEqualTo(lines.stream().map(Label::getText).toList());
                Texts.use(Language.CHINESE);
            });
        }
    }

    /** What of a line has room. */
    private static String shown(Label line) {
        return line.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(part -> ((Text) part).getText())
                .findFirst()
                .orElseThrow();
    }
}
