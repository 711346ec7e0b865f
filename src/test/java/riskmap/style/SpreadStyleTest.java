package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.junit.jupiter.api.Test;

/** The legend of the spread of a fire shows the periods of the run, and only those. */
class SpreadStyleTest {
    private static List<Rule> rules(String style) {
        return Styles.shipped(style).featureTypeStyles().get(0).rules();
    }

    @Test
    void eachPeriodIsCalledByItsHoursInBothLanguages() {
        List<Rule> rules = rules(SpreadStyle.named(new double[] {0.5, 1, 6}));
        assertThat(rules)
                .extracting(rule -> rule.getDescription().getTitle().toString())
                .containsExactly("0–0.5 小时", "0.5–1 小时", "1–6 小时");
        assertThat(rules)
                .extracting(rule -> rule.getDescription().getAbstract().toString())
                .containsExactly("0–0.5 h", "0.5–1 h", "1–6 h");
    }

    @Test
    void theColoursOfAllSchemesGoFromTheFirstToTheLastAndAreApart() {
        for (String suffix : List.of("", "-colourblind", "-print")) {
            List<String> all = colours("fire_spread" + suffix);
            List<String> some = colours("fire_spread:1,2,3,4,5" + suffix);
            assertThat(some).doesNotHaveDuplicates().hasSize(5).startsWith(all.get(0));
            assertThat(some).endsWith(all.get(all.size() - 1));
        }
    }

    private static List<String> colours(String style) {
        return rules(style).stream()
                .map(rule -> ((PolygonSymbolizer) rule.symbolizers().get(0))
                        .getFill()
                        .getColor()
                        .toString())
                .toList();
    }
}
