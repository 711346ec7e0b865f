package riskmap.analysis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.Language;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

/** Ways along roads: a road of 4 km from west to east, one from its middle to the north, and one that meets none. */
class RoutesTest {
    private static Map<String, LayerData> layers() {
        Layers roads = Layers.of("roads", LineString.class, "kmh:Integer", "way:String");
        roads.row("LINESTRING(0 0, 2000 0, 4000 0)", 40, "both")
                .row("LINESTRING(2000 0, 2000 3000)", 30, "up")
                .row("LINESTRING(9000 9000, 9900 9000)", null, null)
                .row(null, 10, null);
        Layers villages = Layers.of("villages", Point.class, "village:String");
        villages.row("POINT(0 10)", "west")
                .row("POINT(2000 3000)", "north")
                .row(null, "none")
                .row("POINT(9500 9000)", "island");
        Layers hospitals = Layers.of("hospitals", Polygon.class, "hospital:String");
        hospitals
                .row("POLYGON((3990 -10, 4010 -10, 4010 10, 3990 10, 3990 -10))", "east")
                .row("POLYGON((990 -10, 1010 -10, 1010 10, 990 10, 990 -10))", "near");
        return new HashMap<>(Map.of("roads", roads.data(), "from", villages.data(), "to", hospitals.data()));
    }

    @Test
    void everyPlaceHasAWayToEveryOtherOrIsCountedAsHavingNone() {
        Output made = run("shortest-route", layers());
        assertThat(column(made, "village")).containsExactly("west", "west", "north", "north", "island", "island");
        assertThat(column(made, "hospital")).containsExactly("east", "near", "east", "near", "east", "near");
        assertThat(column(made, "cost")).containsExactly(4000.0, 1000.0, 5000.0, 4000.0, null, null);
        assertThat(shapes(made).get(2)).isEqualTo(geometry("LINESTRING(2000 3000, 2000 0, 4000 0)"));
        assertThat(shapes(made).get(4)).isNull();
        assertThat(made.notes()).anySatisfy(note -> assertThat(note.text()).contains("4 条路径；2 对"));
    }

    @Test
    void theCheapestEndIsTheNearestByRoadAndHoursComeFromTheSpeeds() {
        Output made = run("shortest-route", layers(), "pairs", "cheapest", "cost", "hours", "speed-field", "kmh");
        assertThat(column(made, "hospital")).containsExactly("near", "near", null);
        assertThat(column(made, "cost")).containsExactly(1 / 40.0, 3 / 30.0 + 1 / 40.0, null);
    }

    @Test
    void aOneWayRoadIsGoneOneWayOnly() {
        String[] oneWay = {"direction-field", "way", "forward", "up", "both", "both"};
        Output down = run("shortest-route", layers(), oneWay);
        assertThat(column(down, "cost")).containsExactly(4000.0, 1000.0, null, null, null, null);
    }

    @Test
    void placesMayBeTypedInAnyCrsButNotBesideALayer() {
        Map<String, LayerData> roads = new HashMap<>(Map.of("roads", layers().get("roads")));
        Output made = run("shortest-route", roads, "from-place", "0,50", "to-place", "4000,-50");
        assertThat(rows(made).get(0).getAttributes().subList(1, 4)).containsExactly("0,50", "4000,-50", 4000.0);
        assertThatThrownBy(() -> run("shortest-route", layers(), "to-place", "4000,-50"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("to-place");
        assertThatThrownBy(() -> run("shortest-route", roads, "to-place", "4000,-50"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void roadsInDegreesAreMeasuredOnTheEllipsoidUnlessTheirUnitIsAskedFor() {
        Layers degrees = Layers.of("roads", Crs.of("EPSG:4490"), LineString.class);
        // a degree along the equator: π/180 of the semi-major axis of CGCS2000
        Map<String, LayerData> roads =
                Map.of("roads", degrees.row("LINESTRING(120 0, 121 0)").data());
        String[] places = {"from-place", "120,0", "to-place", "121,0"};
        assertThat((Double) column(run("shortest-route", roads, places), "cost").get(0))
                .isCloseTo(6378137 * Math.PI / 180, within(1e-3));
        assertThat(column(
                        run("shortest-route", roads, "from-place", "120,0", "to-place", "121,0", "measure", "planar"),
                        "cost"))
                .containsExactly(1.0);
    }

    @Test
    void aServiceAreaIsTheRoadWithinTheLimitOrItsVertices() {
        Map<String, LayerData> layers = layers();
        layers.remove("to");
        Output lines = run("service-area", layers, "limit", "2500");
        assertThat(column(lines, "village")).containsExactly("west", "north", "island");
        assertThat(shapes(lines).get(0).getLength()).isEqualTo(2000 + 500 + 500);
        assertThat(shapes(lines).get(1).getLength()).isEqualTo(2500);
        assertThat(shapes(lines).get(2).getLength()).isEqualTo(900);
        Output vertices = run("service-area", layers, "limit", "2500", "give", "vertices", "edge", "true");
        assertThat(column(vertices, "type").subList(0, 3)).containsExactly("within", "upper", "lower");
        assertThat(shapes(vertices).get(0)).isEqualTo(geometry("MULTIPOINT((0 0), (2000 0))"));
        assertThat(shapes(vertices).get(1)).isEqualTo(geometry("MULTIPOINT((4000 0), (2000 3000))"));
        assertThat(shapes(vertices).get(2)).isEqualTo(geometry("MULTIPOINT((2000 0), (2000 0))"));
    }

    @Test
    void asQgisTellsItEachWayIsAStretchAndTheEndsGoWithTheVertices() {
        Map<String, LayerData> layers = layers();
        layers.remove("to");
        Output ways = run("service-area", layers, "limit", "2500", "give", "ways");
        assertThat(shapes(ways).get(0).norm())
                .isEqualTo(geometry("MULTILINESTRING((0 0, 2000 0), (2000 0, 1500 0), (2000 0, 2500 0),"
                                + " (2000 0, 2000 500))")
                        .norm());
        Output ends = run("service-area", layers, "limit", "2500", "give", "ends");
        assertThat(shapes(ends).get(0).norm())
                .isEqualTo(geometry("MULTIPOINT((1500 0), (2500 0), (2000 500), (0 0), (2000 0))")
                        .norm());
    }

    @Test
    void roadsWithoutASpeedOrWithAnUnknownDirectionAreTold() {
        String[] given = {
            "cost", "hours", "speed-field", "kmh", "direction-field", "way", "forward", "UP", "both", "both"
        };
        Output made = run("shortest-route", layers(), given);
        assertThat(made.notes())
                .extracting(note -> note.text())
                .anySatisfy(text -> assertThat(text).contains("1 条道路没有自己的车速").contains("50"))
                .anySatisfy(text -> assertThat(text).contains("1 条道路的方向").contains("（up）"));
        assertThat(run("shortest-route", layers()).notes())
                .noneSatisfy(note -> assertThat(note.text()).contains("条道路"));
    }

    @Test
    void aDirectionOfAFieldOfNumbersIsMeantAsItIsWritten() {
        Layers roads = Layers.of("roads", LineString.class, "way:Double");
        roads.row("LINESTRING(0 0, 4000 0)", 1.0);
        String[] back = {"from-place", "4000,0", "to-place", "0,0", "direction-field", "way", "forward", "1"};
        assertThat(column(run("shortest-route", Map.of("roads", roads.data()), back), "cost"))
                .containsOnlyNulls();
    }

    @Test
    void howFarAPlaceLiesOffItsRoadIsTold() {
        Map<String, LayerData> roads = Map.of("roads", layers().get("roads"));
        Output made = run("shortest-route", roads, "from-place", "0,50", "to-place", "4000,-5000");
        assertThat(made.notes()).anySatisfy(note -> assertThat(note.text()).contains("最远 5,000"));
        Output on = run("service-area", roads, "from-place", "0,0");
        assertThat(on.notes()).noneSatisfy(note -> assertThat(note.text()).contains("最远"));
    }

    @Test
    void fromALayerToItselfTheNearestIsAnotherPlace() {
        Map<String, LayerData> layers = layers();
        layers.put("to", layers.get("from"));
        Output nearest = run("shortest-route", layers, "pairs", "cheapest");
        assertThat(column(nearest, "cost")).containsExactly(5000.0, 5000.0, null);
        Output every = run("shortest-route", layers);
        assertThat(column(every, "cost")).hasSize(6);
        assertThat(every.notes()).anySatisfy(note -> assertThat(note.text()).contains("同一图层"));
    }

    @Test
    void aSpeedFieldThatIsNotThereIsToldInsteadOfTheUsualSpeedForAll() {
        assertThatThrownBy(() -> run("shortest-route", layers(), "cost", "hours", "speed-field", "车速"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("车速");
    }

    @Test
    void theFieldsThatAreThereAreListedAsTheLanguageListsThem() {
        assertThatThrownBy(() -> run("shortest-route", layers(), "direction-field", "方向"))
                .isInstanceOfSatisfying(RiskMapException.class, failure -> {
                    assertThat(failure.userMessage().text(Language.CHINESE)).contains("kmh、way");
                    assertThat(failure.userMessage().text(Language.ENGLISH)).contains("kmh, way");
                });
    }
}
