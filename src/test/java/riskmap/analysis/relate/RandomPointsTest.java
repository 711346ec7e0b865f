package riskmap.analysis.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

/** Places of chance: inside what they are to be inside of, as far apart as asked for, the same for the same seed. */
class RandomPointsTest {
    private static final Geometry RING =
            geometry("POLYGON((0 0, 100 0, 100 100, 0 100, 0 0), (10 10, 90 10, 90 90, 10 90, 10 10))");

    private static Map<String, LayerData> layers() {
        Layers towns = Layers.of("towns", Geometry.class, "town:String");
        towns.row(RING.toText(), "ring")
                .row("LINESTRING(200 0, 200 100)", "road")
                .row("POINT(300 0)", "point")
                .row(null, "nothing");
        return new HashMap<>(Map.of("features", towns.data()));
    }

    @Test
    void everyAreaAndEveryLineHasItsPointsInsideItWithItsAttributes() {
        Output made = run("random-points", layers(), "number", "40");
        List<Geometry> points = shapes(made);
        assertThat(column(made, "town").subList(0, 40)).containsOnly("ring");
        assertThat(column(made, "town").subList(40, 80)).containsOnly("road");
        assertThat(points).hasSize(80);
        assertThat(points.subList(0, 40))
                .allSatisfy(point -> assertThat(RING.contains(point)).isTrue());
        assertThat(points.subList(40, 80)).allSatisfy(point -> {
            assertThat(point.getCoordinate().x).isEqualTo(200);
            assertThat(point.getCoordinate().y).isBetween(0.0, 100.0);
        });
        assertThat(points.subList(40, 80)).anyMatch(point -> point.getCoordinate().y < 50);
        assertThat(points.subList(40, 80)).anyMatch(point -> point.getCoordinate().y > 50);
        assertThat(made.notes()).anySatisfy(note -> assertThat(note.text()).contains("少了 80 个点"));
    }

    @Test
    void theSameSeedGivesTheSamePlacesAndAnotherOthers() {
        List<Geometry> once = shapes(run("random-points", layers(), "seed", "7"));
        assertThat(shapes(run("random-points", layers(), "seed", "7"))).isEqualTo(once);
        assertThat(shapes(run("random-points", layers(), "seed", "8"))).isNotEqualTo(once);
    }

    @Test
    void noTwoAreNearerThanAskedForAndThoseForWhichThereIsNoRoomAreTold() {
        Output made = run(
                "random-points", Map.of(), "extent", "0,10,0,10", "crs", "EPSG:4550", "number", "500", "apart", "2");
        List<Geometry> points = shapes(made);
        assertThat(points).hasSizeBetween(10, 60);
        for (Geometry one : points) {
            assertThat(points).allMatch(other -> other == one || other.distance(one) >= 2);
            assertThat(new Envelope(0, 10, 0, 10).contains(one.getCoordinate())).isTrue();
        }
        assertThat(made.notes())
                .anySatisfy(note -> assertThat(note.text()).contains("少了 " + (500 - points.size()) + " 个点"));
    }

    @Test
    void overTheExtentOfALayerTheyMayLieBesideItsFeatures() {
        Output made = run("random-points", layers(), "within", "extent", "number", "30");
        assertThat(column(made, "id")).hasSize(30);
        assertThat(shapes(made)).anyMatch(point -> point.getCoordinate().x > 200);
        assertThatThrownBy(() -> run("random-points", Map.of())).isInstanceOf(RiskMapException.class);
    }

    @Test
    void alongAllLinesTogetherALongLineHasMoreOfThemThanAShortOneAndAreasHaveNone() {
        Layers roads = Layers.of("roads", Geometry.class, "road:String");
        roads.row("LINESTRING(0 0, 900 0)", "long")
                .row("MULTILINESTRING((0 50, 50 50), (100 50, 150 50))", "short")
                .row(RING.toText(), "ring")
                .row(null, "nothing");
        Output made = run("random-points", Map.of("features", roads.data()), "within", "lines", "number", "200");
        List<Geometry> points = shapes(made);
        assertThat(column(made, "id")).hasSize(200);
        assertThat(points).allMatch(point -> point.getCoordinate().y == 0 || point.getCoordinate().y == 50);
        // 20 of 200 are expected, 4.2 is the deviation
        assertThat(points.stream().filter(point -> point.getCoordinate().y == 50))
                .hasSizeBetween(4, 36);
    }

    @Test
    void regularPointsSayWhyASpacingOfDegreesBeyondTheExtentGivesOneAndWhatHelps() {
        Layers places = Layers.of("places", Crs.of("EPSG:4490"), Geometry.class);
        places.row("POINT(122.0 37.4)").row("POINT(122.3 37.5)");
        Map<String, LayerData> layers = new HashMap<>(Map.of("features", places.data()));
        Output one = run("regular-points", layers);
        assertThat(shapes(one)).hasSize(1);
        assertThat(one.notes())
                .anySatisfy(note -> assertThat(note.text()).contains("只有一个点", "100 度", "宽 0.3 度", "EPSG:4550"));
        Output many = run("regular-points", layers, "spacing", "0.1");
        assertThat(shapes(many)).hasSizeBetween(4, 8);
        assertThat(many.notes()).noneSatisfy(note -> assertThat(note.text()).contains("度"));
        assertThat(shapes(run("regular-points", layers, "number", "12"))).hasSize(21);
    }
}
