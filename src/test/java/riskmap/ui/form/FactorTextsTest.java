package riskmap.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;
import riskmap.risk.RiskModels;

/** Factors of a combination as the record of a run tells them. */
class FactorTextsTest {
    @AfterEach
    void chineseAgain() {
        Language.use(Language.CHINESE);
    }

    private static String told(String factors, Language language) {
        Language.use(language);
        return FactorTexts.of(factors, SourceTitles.ofCatalogue());
    }

    @Test
    void aFactorIsToldByTheTitlesOfItsLayerFieldMeasureAndScale() {
        String factors =
                "0.4 * flood = max(flood_zone.depth_m) classes 0.5 1 2; 0.2 * road = distance(road) min-max falling";
        assertThat(told(factors, Language.CHINESE).split("\n"))
                .hasSize(2)
                .satisfies(lines -> assertThat(lines[0])
                        .startsWith("0.4 × flood：最大值 ")
                        .contains("按分级打分 0.5 1 2")
                        .doesNotContain("flood_zone", "depth_m", "max("))
                .satisfies(lines -> assertThat(lines[1]).contains("距离 ", "越小越重").doesNotContain("falling"));
        assertThat(told(factors, Language.ENGLISH)).doesNotContain("flood_zone", "depth_m", "min-max");
    }

    @Test
    void whatIsNoFactorStandsAsItIs() {
        assertThat(told("nonsense (", Language.CHINESE)).isEqualTo("nonsense (");
    }

    @Test
    void theFactorsOfTheModelAreAllToldInWords() {
        String standard = RiskModels.byId("combination").parameters().stream()
                .filter(parameter -> parameter.key().equals("factors"))
                .findFirst()
                .orElseThrow()
                .defaultValue();
        assertThat(told(standard, Language.ENGLISH).split("\n")).hasSize(standard.split(";").length);
        assertThat(told(standard, Language.ENGLISH)).doesNotContain("building.people", "max(");
    }
}
