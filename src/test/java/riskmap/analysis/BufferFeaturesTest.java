package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

class BufferFeaturesTest {
    @Test
    void dissolvedBuffersAreOneFeatureAlsoWhereTheyDoNotMeet() {
        var points = Layers.of("p", Point.class)
                .row("POINT (0 0)")
                .row("POINT (5 0)")
                .row("POINT (500 0)");
        List<Geometry> shapes = Layers.shapes(
                Layers.run("buffer", Map.of("features", points.data()), "distance", "10", "dissolve", "true"));
        assertThat(shapes).hasSize(1);
        assertThat(shapes.get(0).getNumGeometries()).isEqualTo(2);
    }

    /** The area without any straightening is 20 286.26 m²; straightened by the usual hundredth it is 20 297.17. */
    @Test
    void aWindingLineIsNotStraightenedBeforeItIsOffset() {
        var road = Layers.of("road", LineString.class)
                .row("LINESTRING (421328.413 4142263.547, 421343.002 4142278.774, 421359.094 4142291.395, "
                        + "421375.042 4142304.265, 421392.989 4142313.668, 421411.411 4142322.247, "
                        + "421433.639 4142324.228)");
        List<Geometry> shapes = Layers.shapes(Layers.run("buffer", Map.of("features", road.data()), "distance", "50"));
        assertThat(shapes.get(0).getArea()).isCloseTo(20_286.256, within(0.01));
    }

    @Test
    void endsOfLinesAreRoundFlatOrSquare() {
        var line = Layers.of("l", LineString.class).row("LINESTRING (0 0, 10 0)");
        assertThat(area("buffer", line, "distance", "1", "end", "flat")).isCloseTo(20, within(1e-9));
        assertThat(area("buffer", line, "distance", "1", "end", "square")).isCloseTo(24, within(1e-9));
        assertThat(area("buffer", line, "distance", "1")).isBetween(23.1, 20 + Math.PI);
    }

    @Test
    void cornersAreRoundMitredUpToALimitOrBevelled() {
        var square = Layers.of("s", Polygon.class).row("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        assertThat(area("buffer", square, "distance", "1", "join", "mitre")).isCloseTo(144, within(1e-9));
        assertThat(area("buffer", square, "distance", "1", "join", "bevel")).isCloseTo(142, within(1e-9));
        assertThat(area("buffer", square, "distance", "1", "join", "mitre", "mitre-limit", "1"))
                .isLessThan(144)
                .isGreaterThan(142);
    }

    @Test
    void degreesAreTakenOnlyWhenLayerUnitsAreAskedFor() {
        var point = Layers.of("p", Crs.of("EPSG:4326"), Point.class).row("POINT (120 30)");
        assertThatThrownBy(() -> area("buffer", point, "distance", "1")).isInstanceOf(RiskMapException.class);
        assertThat(area("buffer", point, "distance", "1", "end", "square", "unit", "layer"))
                .isCloseTo(4, within(1e-9));
    }

    @Test
    void ringsTellTheirDistanceAndARowWithoutGeometryStaysOneRow() {
        var points = Layers.of("p", Point.class).row("POINT (0 0)").row((Object) null);
        var rows = Layers.rows(Layers.run("buffer", Map.of("features", points.data()), "distance", "10", "rings", "2"));
        assertThat(rows).extracting(row -> row.getAttribute("distance")).containsExactly(10.0, 20.0, null);
        assertThat(rows.get(2).getDefaultGeometry()).isNull();
    }

    @Test
    void ringsMayBeOfDifferentWidths() {
        var point = Layers.of("p", Point.class).row("POINT (0 0)");
        var rows = Layers.rows(
                Layers.run("buffer", Map.of("features", point.data()), "distances", "30,10", "end", "square"));
        assertThat(rows).extracting(row -> row.getAttribute("distance")).containsExactly(10.0, 30.0);
        assertThat(rows)
                .extracting(row -> ((Geometry) row.getDefaultGeometry()).getArea())
                .containsExactly(400.0, 3200.0);
    }

    private static double area(String tool, Layers layer, String... values) {
        return Layers.shapes(Layers.run(tool, Map.of("features", layer.data()), values))
                .get(0)
                .getArea();
    }

    @Test
    void ringsInwardsShareTheAreaAmongThemAndWhatIsLeftIsRingNought() {
        LayerData lake = Layers.of("lake", Polygon.class, "name:String")
                .row("POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))", "wide")
                .row("POLYGON((200 0, 230 0, 230 100, 200 100, 200 0))", "narrow")
                .row(null, "lost")
                .data();
        var rows = Layers.rows(
                Layers.run("buffer", Map.of("features", lake), "distance", "-10", "rings", "2", "join", "mitre"));
        assertThat(rows)
                .extracting(
                        row -> row.getAttribute("name"),
                        row -> row.getAttribute("ringId"),
                        row -> row.getAttribute("distance"),
                        row -> row.getDefaultGeometry() == null ? 0.0 : ((Geometry) row.getDefaultGeometry()).getArea())
                .containsExactly(
                        tuple("wide", 1L, -10.0, 3600.0),
                        tuple("wide", 2L, -20.0, 2800.0),
                        tuple("wide", 0L, 0.0, 3600.0),
                        tuple("narrow", 1L, -10.0, 2200.0),
                        tuple("narrow", 2L, -20.0, 800.0),
                        tuple("narrow", 0L, 0.0, 0.0),
                        tuple("lost", 0L, 0.0, 0.0));
        var together = Layers.rows(Layers.run(
                "buffer",
                Map.of("features", lake),
                "distance",
                "-10",
                "rings",
                "2",
                "join",
                "mitre",
                "dissolve",
                "true"));
        assertThat(together)
                .extracting(row -> row.getAttribute("ringId"), row -> ((Geometry) row.getDefaultGeometry()).getArea())
                .containsExactly(tuple(1L, 5800.0), tuple(2L, 3600.0), tuple(0L, 3600.0));
    }

    @Test
    void onlyAreasThatShrinkHaveRingsInwards() {
        LayerData lakes = Layers.of("lake", Polygon.class, "reach:Double")
                .row("POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))", -10.0)
                .row("POLYGON((200 0, 300 0, 300 100, 200 100, 200 0))", null)
                .row("POLYGON((400 0, 410 0, 410 10, 400 10, 400 0))", 0.0)
                .data();
        String[] values = {"distance-field", "reach", "rings", "2", "join", "mitre", "dissolve", "true"};
        assertThat(Layers.rows(Layers.run("buffer", Map.of("features", lakes), values)))
                .extracting(row -> row.getAttribute("ringId"), row -> ((Geometry) row.getDefaultGeometry()).getArea())
                .containsExactly(tuple(1L, 3600.0), tuple(2L, 2800.0), tuple(0L, 3700.0));
        LayerData unknown = Layers.of("lake", Polygon.class, "reach:Double")
                .row("POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))", (Object) null)
                .data();
        assertThat(Layers.rows(Layers.run("buffer", Map.of("features", unknown), values)))
                .isEmpty();
    }

    @Test
    void ringsOnTheOtherSideOfALineAreAreas() {
        LayerData road = Layers.of("road", LineString.class)
                .row("LINESTRING(0 0, 100 0)")
                .data();
        for (String dissolve : new String[] {"false", "true"}) {
            String[] values = {"distance", "-10", "rings", "2", "side", "left", "end", "flat", "dissolve", dissolve};
            assertThat(Layers.rows(Layers.run("buffer", Map.of("features", road), values)))
                    .extracting(
                            row -> row.getAttribute("ringId"), row -> ((Geometry) row.getDefaultGeometry()).getArea())
                    .containsExactly(tuple(1L, 1000.0), tuple(2L, 1000.0));
            String[] both = {"distance", "-10", "rings", "2", "dissolve", dissolve};
            assertThat(Layers.shapes(Layers.run("buffer", Map.of("features", road), both)))
                    .allMatch(shape -> shape == null);
        }
    }
}
