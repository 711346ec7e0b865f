package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.run;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import riskmap.data.LayerData;

/** Features numbered by a new field. */
class NumberFeaturesTest {
    private static final Map<String, LayerData> SHELTERS = Map.of(
            "features",
            Layers.of("s", Point.class, "town:String", "people:Double")
                    .row("POINT(0 0)", "甲", 30.0)
                    .row("POINT(1 0)", "乙", null)
                    .row("POINT(2 0)", "甲", 9.0)
                    .row(null, null, 100.0)
                    .row("POINT(4 0)", "乙", 9.0)
                    .data());

    private static Object[] numbers(String... values) {
        return column(run("number-features", SHELTERS, values), "number").toArray();
    }

    @Test
    void numbersGoByTheOrderOfTheLayerOrOfAValueAndFeaturesKeepTheirPlaces() {
        assertThat(numbers()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(numbers("expression", "people", "start", "10")).containsExactly(12L, 14L, 10L, 13L, 11L);
        assertThat(numbers("expression", "people", "order", "descending", "without", "first"))
                .containsExactly(3L, 1L, 4L, 2L, 5L);
    }

    @Test
    void eachGroupIsNumberedByItselfAndTheLimitBeginsAgain() {
        assertThat(numbers("by", "town")).containsExactly(1L, 1L, 2L, 1L, 2L);
        assertThat(numbers("start", "0", "limit", "2")).containsExactly(0L, 1L, 0L, 1L, 0L);
    }

    @Test
    void aFieldOfThatNameStaysAndTableRowsAreNumberedToo() {
        assertThat(column(run("number-features", SHELTERS, "field", "people"), "people_2"))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        LayerData table = Layers.of("t", null, "name:String").row("a").row("b").data();
        assertThat(column(run("number-features", Map.of("features", table)), "number"))
                .containsExactly(1L, 2L);
    }
}
