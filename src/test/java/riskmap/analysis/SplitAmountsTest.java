package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.run;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;

/** Amounts of what an overlay cuts go to the pieces by their shares; without being asked each piece has the whole. */
class SplitAmountsTest {
    private static final LayerData ZONES = Layers.of("zones", Polygon.class, "level:Integer")
            .row("POLYGON((0 0,25 0,25 100,0 100,0 0))", 4)
            .row("POLYGON((25 0,35 0,35 100,25 100,25 0))", 3)
            .row("POLYGON((300 0,400 0,400 100,300 100,300 0))", 2)
            .data();

    /** The first has a quarter in zone 4 and a tenth in zone 3, the second lies apart, the third says nothing. */
    private static final LayerData WARDS = Layers.of("wards", Polygon.class, "name:String", "people:Integer")
            .row("POLYGON((0 0,100 0,100 100,0 100,0 0))", "甲", 120)
            .row("POLYGON((100 0,200 0,200 100,100 100,100 0))", "乙", 80)
            .row("POLYGON((0 100,20 100,20 50,0 50,0 100))", "丙", null)
            .row(null, "丁", 7)
            .data();

    private static List<Object> people(String overlay, LayerData features, String... parameters) {
        return Layers.column(run(overlay, Map.of("features", features, "areas", ZONES), parameters), "people");
    }

    private static double sum(List<Object> people) {
        return people.stream()
                .filter(each -> each != null)
                .mapToDouble(each -> ((Number) each).doubleValue())
                .sum();
    }

    /** 120 people: a quarter is 30, a tenth 12, the rest 78. */
    @Test
    void exampleInJavadoc() {
        assertThat(people("intersection", WARDS, "amounts", "people")).containsExactly(30.0, 12.0, null);
        assertThat(people("intersection", WARDS)).containsExactly(120, 120, null);
    }

    @Test
    void piecesAndRestHaveTogetherWhatTheWholeHad() {
        for (String overlay : List.of("identity", "union")) {
            assertThat(sum(people(overlay, WARDS, "amounts", "people")))
                    .as(overlay)
                    .isCloseTo(207, within(1e-9));
        }
        assertThat(people("difference", WARDS, "amounts", "people").get(0)).isEqualTo(78.0);
        assertThat(sum(people("symmetrical-difference", WARDS, "amounts", "people")))
                .isCloseTo(78 + 80 + 7, within(1e-9));
    }

    @Test
    void linesGoByLengthPointsByTheirNumberAndPartsByTheirOwnSize() {
        LayerData lines = Layers.of("roads", LineString.class, "people:Integer")
                .row("LINESTRING(15 10, 45 10, 45 20, 15 20)", 70)
                .data();
        // 70 m: 10 m twice in zone 4, 10 m twice in zone 3, 30 m outside
        assertThat(people("intersection", lines, "amounts", "people")).containsExactly(20.0, 20.0);
        assertThat(people("identity", lines, "amounts", "people", "single-parts", "true"))
                .containsExactly(10.0, 10.0, 10.0, 10.0, 30.0);
        LayerData points = Layers.of("wells", MultiPoint.class, "people:Integer")
                .row("MULTIPOINT((5 5),(30 5),(60 5),(70 5))", 8)
                .data();
        assertThat(people("identity", points, "amounts", "people")).containsExactly(2.0, 2.0, 4.0);
    }

    @Test
    void aTextIsNoAmount() {
        Operation intersection = Operations.byId("intersection");
        Inputs inputs = new Inputs(Map.of("features", WARDS, "areas", ZONES));
        ParameterValues values = ParameterValues.of(intersection.parameters(), Map.of("amounts", "name"));
        assertThatThrownBy(() -> Operations.run(intersection, inputs, values, Progress.silent()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("analysis.field-no-numbers");
    }
}
