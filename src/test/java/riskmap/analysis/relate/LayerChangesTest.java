package riskmap.analysis.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.data.LayerData;

/** What differs between two states of a layer. */
class LayerChangesTest {
    private static final String HOUSE = "POLYGON((0 0, 9 0, 9 9, 0 9, 0 0))";
    private static final String SAME_HOUSE = "POLYGON((9 9, 0 9, 0 0, 9 0, 9 9))";
    private static final String SHED = "POLYGON((20 0, 29 0, 29 9, 20 9, 20 0))";

    private static final Map<String, LayerData> STATES = Map.of(
            "before",
            Layers.of("before", Polygon.class, "name:String", "people:Integer")
                    .row(HOUSE, "a", 3)
                    .row(SHED, "b", null)
                    .row(SHED, "b", null)
                    .row(null, "c", 1)
                    .data(),
            "after",
            Layers.of("after", Polygon.class, "name:String", "people:Double")
                    .row(SHED, "b", null)
                    .row(SAME_HOUSE, "a", 3.0)
                    .row(SAME_HOUSE, "a", 4.0)
                    .row(null, "c", 1.0)
                    .row(null, "d", 1.5)
                    .data());

    private static List<Object> people(String... values) {
        return rows(run("layer-changes", STATES, values)).stream()
                .map(row -> row.getAttribute("people"))
                .toList();
    }

    private static int count(String... values) {
        return rows(run("layer-changes", STATES, values)).size();
    }

    @Test
    void eachRowHasOnePartnerSoThatTheCountsAddUp() {
        String fields = "name,people";
        assertThat(count("fields", fields, "give", "unchanged")).isEqualTo(3);
        assertThat(count("fields", fields, "give", "deleted")).isEqualTo(1);
        assertThat(people("fields", fields)).containsExactly(4.0, 1.5);
    }

    @Test
    void withoutFieldsOnlyShapesAreCompared() {
        assertThat(count("give", "unchanged")).isEqualTo(3);
        assertThat(people()).containsExactly(4.0, 1.5);
    }

    @Test
    void aRingThatBeginsElsewhereIsTheSamePlaceButHasOtherVertices() {
        assertThat(count("fields", "name,people", "shapes", "same-vertices", "give", "unchanged"))
                .isEqualTo(2);
    }
}
