package riskmap.ui.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import riskmap.base.Language;
import riskmap.style.RuleFacts;

/** What the list of rules says of a rule. */
class RuleListViewTest {
    private static String said(String filter, String minimum, String maximum, Language language) {
        return RuleListView.drawn(new RuleFacts("", filter, false, minimum, maximum, false))
                .text(language);
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
}
