package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;

import java.util.Map;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import riskmap.base.Message;
import riskmap.data.LayerData;

class ChosenFieldsTest {
    private static final Map<String, LayerData> TOWNS = Map.of(
            "features",
            Layers.of("towns", Point.class, "name:String", "people:Integer", "gdp:Double")
                    .row("POINT(1 2)", "温泉", 5, 1.5)
                    .row(null, null, 7, null)
                    .data());

    private static String fields(String... values) {
        return String.join(
                " ",
                ((Output.Features) run("choose-fields", TOWNS, values))
                        .features().getSchema().getAttributeDescriptors().stream()
                                .map(AttributeDescriptor::getLocalName)
                                .toList());
    }

    @Test
    void fieldsAreKeptInTheirOrderOrDroppedOrCalledOtherwise() {
        assertThat(fields("fields", "gdp,name")).isEqualTo("geom name gdp");
        assertThat(fields("fields", "gdp,name", "these", "drop")).isEqualTo("geom people");
        assertThat(fields("rename", "people", "name", "inhabitants")).isEqualTo("geom name inhabitants gdp");
        assertThat(fields("shapes", "false")).isEqualTo("name people gdp");
        assertThat(fields()).isEqualTo("geom name people gdp");
    }

    @Test
    void rowsShapesAndValuesStay() {
        var left = rows(run("choose-fields", TOWNS, "fields", "people"));
        assertThat(left).extracting(row -> row.getAttribute("people")).containsExactly(5, 7);
        assertThat(left.get(0).getDefaultGeometry()).isEqualTo(Layers.geometry("POINT(1 2)"));
        assertThat(left.get(1).getDefaultGeometry()).isNull();
    }

    @Test
    void aFieldThatTheLayerHasNotIsToldAndTheRestGoesOn() {
        assertThat(fields("fields", "none,gdp", "these", "drop")).isEqualTo("geom name people");
        assertThat(run("choose-fields", TOWNS, "fields", "none,gdp").notes())
                .extracting(Message::key)
                .contains("analysis.note-fields-unknown");
    }
}
