package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.List;
import java.util.Map;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Language;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

/**
 * What is said in metres is metres of the ground, also of layers in degrees (at 37.4° N a degree is 88.5 km by 111.0 km)
 * and in the projection of web maps, whose metres are there 0.795 of one.
 */
class GroundMetresTest {
    private static final double EAST = 121.5;
    private static final double NORTH = 37.4;

    /** A square of 1000 m with a hole of 300 m by 300 m. */
    private static final Geometry WITH_HOLE = square(0, 0, 1000).difference(square(300, 300, 300));

    private static Geometry square(double x, double y, double side) {
        return rectangle(x, y, side, side);
    }

    /** Metres from the corner at 121.5° E 37.4° N to degrees. */
    private static Geometry rectangle(double x, double y, double width, double height) {
        double perX = 1 / 88_500.0;
        double perY = 1 / 111_000.0;
        return new org.locationtech.jts.geom.GeometryFactory()
                .toGeometry(new org.locationtech.jts.geom.Envelope(
                        EAST + x * perX, EAST + (x + width) * perX, NORTH + y * perY, NORTH + (y + height) * perY));
    }

    private static LayerData layer(String code, Class<? extends Geometry> type, Geometry... shapes) {
        CoordinateReferenceSystem crs = Crs.of(code);
        Layers layer = Layers.of("layer", crs, type);
        for (Geometry shape : shapes) {
            layer.row(Crs.transform(Crs.of("EPSG:4490"), crs).apply(shape));
        }
        return layer.data();
    }

    @ParameterizedTest
    @CsvSource({"EPSG:4490, 80000, 1", "EPSG:4490, 100000, 0", "EPSG:3857, 80000, 1", "EPSG:3857, 100000, 0"})
    void holesAreDeletedByTheirSizeOnTheGround(String code, String smallerThan, int left) {
        Output made = run(
                "delete-holes", Map.of("features", layer(code, Polygon.class, WITH_HOLE)), "smaller-than", smallerThan);
        assertThat(((Polygon) shapes(made).get(0).getGeometryN(0)).getNumInteriorRing())
                .isEqualTo(left);
    }

    @Test
    void holesCanBeDeletedByUnitsOfTheCoordinates() {
        LayerData degrees = layer("EPSG:4490", Polygon.class, WITH_HOLE);
        Output made = run("delete-holes", Map.of("features", degrees), "smaller-than", "0.000001", "unit", "layer");
        assertThat(((Polygon) shapes(made).get(0).getGeometryN(0)).getNumInteriorRing())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4490", "EPSG:3857"})
    void aGapIsFilledByItsSizeOnTheGround(String code) {
        LayerData around = layer(
                code,
                Polygon.class,
                rectangle(0, 0, 3000, 1000),
                rectangle(0, 2000, 3000, 1000),
                rectangle(0, 1000, 1000, 1000),
                rectangle(2000, 1000, 1000, 1000));
        Output kept = run("fill-gaps", Map.of("features", around), "largest", "900000");
        assertThat(((Output.Features) kept).notes().toString()).contains("0");
        assertThat(shapes(kept)).allMatch(shape -> shape.getNumPoints() <= 9);
        assertThat(shapes(kept).stream().mapToDouble(Geometry::getArea).sum())
                .isCloseTo(
                        8 * shapes(kept).get(2).getArea(),
                        within(1e-3 * shapes(kept).get(0).getArea()));
        Output filled = run("fill-gaps", Map.of("features", around), "largest", "1100000");
        assertThat(shapes(filled).stream().mapToDouble(Geometry::getArea).sum())
                .isCloseTo(
                        9 * shapes(kept).get(2).getArea(),
                        within(1e-3 * shapes(kept).get(0).getArea()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4490", "EPSG:3857"})
    void smallPartsAreThoseSmallOnTheGround(String code) {
        Geometry both = square(0, 0, 1000).union(square(2000, 0, 200));
        Output made =
                run("remove-small-parts", Map.of("features", layer(code, MultiPolygon.class, both)), "least", "45000");
        assertThat(shapes(made)).hasSize(1);
        assertThat(shapes(made).get(0).getNumGeometries()).isEqualTo(1);
        assertThat(shapes(run(
                                "remove-small-parts",
                                Map.of("features", layer(code, MultiPolygon.class, both)),
                                "least",
                                "35000"))
                        .get(0)
                        .getNumGeometries())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"buffer", "aggregate-to-cells", "kernel-density"})
    void metresOfWebMapsAreNotTakenForMetres(String tool) {
        LayerData place = layer("EPSG:3857", Point.class, square(0, 0, 2).getCentroid());
        assertThatThrownBy(() -> run(tool, Map.of("features", place)))
                .isInstanceOfSatisfying(
                        RiskMapException.class, e -> assertThat(e.userMessage().text(Language.ENGLISH))
                                .contains("web maps")
                                .contains("EPSG:4550"));
    }

    @Test
    void distancesBetweenPlacesOfWebMapsAreRefusedOrThoseOfTheGround() {
        LayerData from = layer("EPSG:3857", Point.class, square(0, 0, 2).getCentroid());
        LayerData to = layer("EPSG:3857", Point.class, square(1000, 0, 2).getCentroid());
        assertThatThrownBy(() -> run("join-nearest", Map.of("features", from, "others", to)))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("analysis.stretched");
        Output hub = run("hub-distance", Map.of("features", from, "hubs", to));
        assertThat((double) rows(hub).get(0).getAttribute("HubDist")).isCloseTo(1000, within(2.0));
        LayerData zone = layer("EPSG:3857", Polygon.class, square(-100, -100, 2000));
        LayerData line = layer(
                "EPSG:3857",
                LineString.class,
                Layers.geometry(
                        "LINESTRING(" + EAST + " " + NORTH + ", " + (EAST + 1000 / 88_500.0) + " " + NORTH + ")"));
        Output lengths = run("sum-line-lengths", Map.of("zones", zone, "lines", line));
        assertThat((double) rows(lengths).get(0).getAttribute("length_m")).isCloseTo(1000, within(2.0));
    }

    @Test
    void sizesInDegreesAreSaidToBeNoMetres() {
        Output made = run("add-geometry-attributes", Map.of("features", layer("EPSG:4490", Polygon.class, WITH_HOLE)));
        assertThat(List.of(((Output.Features) made).notes()).toString()).contains("不是实地的米");
        Output metres = run(
                "add-geometry-attributes",
                Map.of("features", layer("EPSG:4490", Polygon.class, WITH_HOLE)),
                "measure",
                "ellipsoid");
        assertThat((double) rows(metres).get(0).getAttribute("area")).isCloseTo(910_000, within(3000.0));
    }
}
