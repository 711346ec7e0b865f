package riskmap.analysis.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.points;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

/** Distances to hubs, coordinates and extents; the answers are those of QGIS 3.22. */
class HubToolsTest {
    private final LayerData areas = Layers.of("areas", Polygon.class, "name:String")
            .row("POLYGON((0 0, 4 0, 4 2, 0 2, 0 0))", "a")
            .row("POLYGON((10 10, 12 10, 12 12, 10 12, 10 10))", "b")
            .row(null, "c")
            .data();

    @Test
    void everyFeatureIsGivenTheNearestHubAndHowFarItIs() {
        LayerData shelters = Layers.of("shelters", Point.class, "name:String")
                .row("POINT(11 8)", "学校")
                .row("POINT(2 5)", "广场")
                .row(null, "无")
                .data();
        Map<String, LayerData> layers = Map.of("features", areas, "hubs", shelters);
        Output places = run("hub-distance", layers, "name", "name");
        assertThat(shapes(places)).containsExactly(geometry("POINT(2 1)"), geometry("POINT(11 11)"), null);
        assertThat(column(places, "HubName")).containsExactly("广场", "学校", null);
        assertThat(column(places, "HubDist")).containsExactly(4.0, 3.0, null);
        assertThat(column(run("hub-distance", layers, "unit", "kilometres"), "HubDist"))
                .containsExactly(0.004, 0.003, null);
        assertThat(column(run("hub-distance", layers, "unit", "feet"), "HubDist")
                        .get(1))
                .isEqualTo(3 / 0.3048);
        assertThat(shapes(run("hub-distance", layers, "shape", "lines")))
                .containsExactly(geometry("LINESTRING(2 1, 2 5)"), geometry("LINESTRING(11 11, 11 8)"), null);
        LayerData lone = points(1, 1);
        assertThat(column(run("hub-distance", Map.of("features", lone, "hubs", lone)), "HubDist"))
                .containsOnlyNulls();
    }

    @Test
    void theNearestOfHubsInDegreesIsTheNearestOnTheGround() {
        LayerData hubs = Layers.of("hubs", Crs.of("EPSG:4490"), Point.class, "name:String")
                .row("POINT(120.9 60)", "east")
                .row("POINT(120 60.6)", "north")
                .data();
        LayerData places = Layers.of("p", Crs.of("EPSG:4490"), Point.class, "n:String")
                .row("POINT(120 60)", "here")
                .data();
        Output found = run("hub-distance", Map.of("features", places, "hubs", hubs), "name", "name");
        assertThat(column(found, "HubName")).containsExactly("east");
        // a degree of longitude at 60° north is half as long as one at the equator, 55.8 km
        assertThat((Double) column(found, "HubDist").get(0)).isCloseTo(50_220, within(50.0));
    }

    @Test
    void coordinatesAreWrittenInTheLayersSystemOrAnother() {
        LayerData places = Layers.of("p", MultiPoint.class, "x:Double")
                .row("MULTIPOINT((500000 4000000))", 7.0)
                .row("MULTIPOINT((500000 4000000), (1 1))", 8.0)
                .row(null, 9.0)
                .data();
        Output own = run("add-coordinates", Map.of("features", places), "prefix", "e_");
        assertThat(column(own, "e_x")).containsExactly(500000.0, null, null);
        assertThat(column(own, "e_y")).containsExactly(4000000.0, null, null);
        Output degrees = run("add-coordinates", Map.of("features", places), "crs", "EPSG:4490");
        // of EPSG:4550 the central meridian is 123° east; a field x is there already
        assertThat((Double) column(degrees, "x_2").get(0)).isCloseTo(123, within(1e-9));
        assertThat((Double) column(degrees, "y").get(0)).isBetween(36.0, 36.3);
    }

    @Test
    void whatMeetsABoxIsTakenWholeOrCut() {
        Map<String, LayerData> layers = Map.of("features", areas);
        assertThat(column(run("select-in-extent", layers, "extent", "3,9,1,9"), "name"))
                .containsExactly("a");
        assertThat(shapes(run("select-in-extent", layers, "extent", "3,10,1,10")))
                .hasSize(2);
        List<Geometry> cut = shapes(run("select-in-extent", layers, "extent", "3,10,1,10", "cut", "true"));
        assertThat(cut).hasSize(1);
        assertThat(cut.get(0).equalsTopo(geometry("POLYGON((3 2, 4 2, 4 1, 3 1, 3 2))")))
                .isTrue();
        assertThat(cut.get(0)).isInstanceOf(MultiPolygon.class);
        assertThatThrownBy(() -> run("select-in-extent", layers, "extent", "9,3,1,9"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("9,3,1,9");
        LayerData place =
                Layers.of("p", Point.class).row("POINT(500000 4000000)").data();
        for (String extent : List.of("122.99,123.01,36,36.3", "123.1,123.2,36,36.3")) {
            assertThat(shapes(run(
                            "select-in-extent",
                            Map.of("features", place),
                            "extent",
                            extent,
                            "extent-crs",
                            "EPSG:4490")))
                    .hasSize(extent.startsWith("122") ? 1 : 0);
        }
    }

    @Test
    void singleShapesBecomeShapesOfOnePart() {
        assertThat(shapes(run("promote-to-multipart", Map.of("features", points(1, 2)))))
                .containsExactly(geometry("MULTIPOINT((1 2))"));
    }

    @Test
    void sectorsLieAroundTheirBearingBetweenTheTwoDistances() {
        Map<String, LayerData> one = Map.of("features", points(10, 20));
        Geometry east = shapes(run(
                        "wedge-buffers",
                        one,
                        "azimuth",
                        "90",
                        "width",
                        "90",
                        "outer",
                        "4",
                        "inner",
                        "2",
                        "segments",
                        "90"))
                .get(0);
        assertThat(east.isValid()).isTrue();
        assertThat(east.getArea()).isCloseTo(Math.PI * (16 - 4) / 4, within(1e-3));
        assertThat(east.getEnvelopeInternal().getMaxX()).isCloseTo(14, within(1e-9));
        assertThat(east.getEnvelopeInternal().getMinX()).isCloseTo(10 + Math.sqrt(2), within(1e-9));
        Geometry north =
                shapes(run("wedge-buffers", one, "width", "60", "outer", "3")).get(0);
        assertThat(north.getArea()).isCloseTo(Math.PI * 9 / 6, within(0.002 * Math.PI * 9 / 6));
        assertThat(north.contains(geometry("POINT(10 22.9)"))).isTrue();
        Geometry ring = shapes(run("wedge-buffers", one, "width", "360", "outer", "3", "inner", "1"))
                .get(0);
        assertThat(ring.isValid()).isTrue();
        assertThat(ring.contains(geometry("POINT(10 20)"))).isFalse();
        assertThat(ring.getArea()).isCloseTo(Math.PI * 8, within(0.002 * Math.PI * 8));
        // the farther distance is the outer one, whichever it was called
        assertThat(shapes(run("wedge-buffers", one, "width", "360", "outer", "1", "inner", "3"))
                        .get(0)
                        .equalsTopo(ring))
                .isTrue();
        assertThat(shapes(run("wedge-buffers", one, "outer", "1", "inner", "1")))
                .containsOnlyNulls();
    }
}
