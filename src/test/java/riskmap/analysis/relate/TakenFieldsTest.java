package riskmap.analysis.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;

import java.util.List;
import java.util.Map;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

/** Which fields come into a result, and what they are called there. */
class TakenFieldsTest {
    private static final String SQUARE = "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))";

    private static LayerData houses() {
        return Layers.of("houses", Point.class, "name:String", "people:Integer", "kind:String")
                .row("POINT(1 1)", "h1", 3, "brick")
                .row("POINT(2 2)", "h2", 5, "wood")
                .row("POINT(3 3)", "h3", 7, "brick")
                .row("POINT(4 4)", "h4", 2, null)
                .row("POINT(90 90)", "h5", 1, "steel")
                .data();
    }

    private static LayerData zones() {
        return Layers.of("zones", Polygon.class, "name:String", "level:Integer", "note:String")
                .row(SQUARE, "z1", 4, "x")
                .data();
    }

    private static List<String> names(Output output) {
        return ((Output.Features) output)
                .features().getSchema().getAttributeDescriptors().stream()
                        .map(AttributeDescriptor::getLocalName)
                        .toList();
    }

    @Test
    void anOverlayKeepsTheFieldsAskedForAndPutsThePrefixBeforeThoseOfTheAreas() {
        Map<String, LayerData> both = Map.of("features", houses(), "areas", zones());
        Output some = run("intersection", both, "fields", "people", "area-fields", "level, name", "prefix", "z_");
        assertThat(names(some)).containsExactly("geom", "people", "z_level", "z_name");
        assertThat(rows(some).get(1).getAttributes().subList(1, 4)).containsExactly(5, 4, "z1");
        assertThat(names(run("identity", both)))
                .containsExactly("geom", "name", "people", "kind", "name_2", "level", "note");
        assertThat(names(run("difference", both, "fields", "kind"))).containsExactly("geom", "kind");
        assertThatThrownBy(() -> run("intersection", both, "area-fields", "colour"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("colour")
                .hasMessageContaining("level");
    }

    @Test
    void everyJoinTakesTheFieldsAskedForWithTheirPrefix() {
        Map<String, Output> joins = Map.of(
                "spatial-join",
                run("spatial-join", Map.of("features", houses(), "areas", zones()), "fields", "level", "prefix", "j_"),
                "join-nearest",
                run(
                        "join-nearest",
                        Map.of("features", houses(), "others", zones()),
                        "fields",
                        "level",
                        "prefix",
                        "j_",
                        "greatest-distance",
                        "5"),
                "join-table",
                run(
                        "join-table",
                        Map.of("features", houses(), "table", zones()),
                        "field",
                        "name",
                        "fields",
                        "level",
                        "prefix",
                        "j_"));
        joins.forEach((tool, output) -> assertThat(names(output))
                .as(tool)
                .startsWith("geom", "name", "people", "kind", "j_level")
                .doesNotContain("note", "j_note", "name_2"));
        assertThat(rows(joins.get("spatial-join")))
                .extracting(row -> row.getAttribute("j_level"))
                .containsExactly(4, 4, 4, 4, null);
    }

    @Test
    void aFieldThatGetsANumberDoesNotTakeTheNameOfAnother() {
        LayerData keys = Layers.of("keys", null, "name:String", "name_2:String")
                .row("h1", "first")
                .data();
        Output joined = run("join-table", Map.of("features", houses(), "table", keys), "field", "name");
        assertThat(names(joined)).containsExactly("geom", "name", "people", "kind", "name_3", "name_2");
        assertThat(rows(joined).get(0).getAttribute("name_2")).isEqualTo("first");
    }

    @Test
    void whatHasNothingNearIsKeptOrLeftOut() {
        Map<String, LayerData> both = Map.of("features", houses(), "others", zones());
        assertThat(rows(run("join-nearest", both, "greatest-distance", "5"))).hasSize(5);
        Output fewer = run("join-nearest", both, "greatest-distance", "5", "unmatched", "drop");
        assertThat(rows(fewer)).extracting(row -> row.getAttribute("name")).containsExactly("h1", "h2", "h3", "h4");
        assertThat(((Output.Features) fewer).notes().toString()).contains("4").contains("1");
    }

    @Test
    void aCountHasItsNameAndSaysHowManyKindsThereAre() {
        Output counted = run(
                "count-in-zones",
                Map.of("features", houses(), "zones", zones()),
                "name",
                "houses",
                "kinds",
                "kind",
                "sum",
                "people");
        assertThat(names(counted)).endsWith("houses", "sum_people", "kinds_kind");
        assertThat(rows(counted).get(0).getAttribute("houses")).isEqualTo(4L);
        assertThat(rows(counted).get(0).getAttribute("sum_people")).isEqualTo(17.0);
        assertThat(rows(counted).get(0).getAttribute("kinds_kind")).isEqualTo(2L);
    }

    @Test
    void theCountCanBeAWeightOrANumberOfKinds() {
        Map<String, LayerData> both = Map.of("features", houses(), "zones", zones());
        Output weighed = run("count-in-zones", both, "name", "n", "counted", "sum", "sum", "people", "kinds", "kind");
        assertThat(names(weighed)).endsWith("note", "n", "kinds_kind");
        assertThat(rows(weighed).get(0).getAttribute("n")).isEqualTo(17.0);
        assertThat(rows(weighed).get(0).getAttribute("kinds_kind")).isEqualTo(2L);
        Output kinds = run("count-in-zones", both, "name", "n", "counted", "kinds", "kinds", "kind", "sum", "people");
        assertThat(names(kinds)).endsWith("note", "n", "sum_people");
        assertThat(rows(kinds).get(0).getAttribute("n")).isEqualTo(2L);
        assertThat(rows(kinds).get(0).getAttribute("sum_people")).isEqualTo(17.0);
        assertThatThrownBy(() -> run("count-in-zones", both, "counted", "sum"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("sum");
    }

    @Test
    void lengthsHaveTheNamesAskedFor() {
        LayerData lines = Layers.of("roads", LineString.class, "id:Integer")
                .row("LINESTRING(-5 5, 20 5)", 1)
                .data();
        Output summed = run(
                "sum-line-lengths", Map.of("zones", zones(), "lines", lines), "length-name", "km", "count-name", "n");
        assertThat(names(summed)).endsWith("km", "n");
        assertThat(rows(summed).get(0).getAttribute("km")).isEqualTo(10.0);
    }

    @Test
    void layersAreMergedInTheCrsAskedFor() {
        LayerData degrees = Layers.of("degrees", Crs.of("EPSG:4490"), Point.class, "id:Integer")
                .row("POINT(122.1 37.5)", 1)
                .data();
        Output merged = run("merge", Map.of("features", degrees, "second", houses()), "crs", "EPSG:4550");
        assertThat(Crs.code(((Output.Features) merged).features().getSchema().getCoordinateReferenceSystem()))
                .isEqualTo("EPSG:4550");
        var first = (org.locationtech.jts.geom.Geometry) rows(merged).get(0).getDefaultGeometry();
        assertThat(first.getCoordinate().y).isBetween(4_100_000.0, 4_200_000.0);
        assertThat(((org.locationtech.jts.geom.Geometry) rows(merged).get(1).getDefaultGeometry()).getCoordinate().x)
                .isEqualTo(1.0);
    }
}
