package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static riskmap.risk.model.Ground.box;
import static riskmap.risk.model.Ground.cell;
import static riskmap.risk.model.Ground.line;
import static riskmap.risk.model.Ground.number;
import static riskmap.risk.model.Ground.point;
import static riskmap.risk.model.Ground.sum;
import static riskmap.risk.model.Ground.table;

import java.time.LocalDate;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.data.Table;
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskResult;
import riskmap.risk.fire.SpreadRate;

/** Forest fire on ground that can be computed by hand. */
class FireModelsTest {
    private static final String[] DAY = {
        "station_code:String",
        "observed_on:String",
        "year:Integer",
        "month:Integer",
        "day:Integer",
        "noon_temperature_c:Double",
        "noon_humidity:Double",
        "noon_wind_km_h:Double",
        "noon_wind_m_s:Double",
        "rain_24h_mm:Double",
        "max_temperature_c:Double",
        "min_humidity:Double",
        "max_wind_m_s:Double"
    };

    private static Ground forest(Ground ground) {
        return ground.with(
                "forest_stand",
                Layers.of("forest_stand", Polygon.class, "fuel_type:String").row(box(0, 0, 2000, 2000), "conifer"));
    }

    private static Ground flat() {
        return forest(new Ground(2000, (east, north) -> 10));
    }

    @Test
    void theCodesCarryOverAndGoOnFromYesterdaysExactly() {
        double[][] days = {{17, 42, 25, 0}, {20, 21, 25, 2.4}, {8.5, 40, 17, 0}, {6.5, 25, 6, 0}, {13, 34, 24, 0}};
        Layers all = Layers.of("weather_day", null, DAY);
        Layers later = Layers.of("weather_day", null, DAY);
        for (int i = 0; i < days.length; i++) {
            Object[] row = {
                null, null, 1985, 4, 13 + i, days[i][0], days[i][1], days[i][2], null, days[i][3], null, null, null
            };
            all.row(row);
            if (i >= 3) {
                later.row(row);
            }
        }
        Table whole = table(flat().with("weather_day", all).run(new FireWeatherModel()), "fire-weather-days");
        assertThat(whole.rows()).hasSize(5);
        assertThat(number(whole, 0, "ffmc")).isCloseTo(87.65, within(0.005));
        assertThat(number(whole, 0, "fwi")).isCloseTo(10.04, within(0.005));
        assertThat(number(whole, 4, "fwi")).isCloseTo(14.73, within(0.005));
        Layers start = Layers.of(
                        "fire_weather_start",
                        null,
                        "station_code:String",
                        "observed_on:String",
                        "ffmc:Double",
                        "dmc:Double",
                        "dc:Double")
                .row(null, "1985-04-01", 50.0, 1.0, 1.0)
                .row(null, "1985-04-15", cell(whole, 2, "ffmc"), cell(whole, 2, "dmc"), cell(whole, 2, "dc"));
        Table next = table(
                flat().with("weather_day", later)
                        .with("fire_weather_start", start)
                        .run(new FireWeatherModel()),
                "fire-weather-days");
        assertThat(next.rows()).isEqualTo(whole.rows().subList(3, 5));
    }

    @Test
    void aDayWithoutAValueHasNoIndexAndTheGapIsTold() {
        Layers days = Layers.of("weather_day", null, DAY)
                .row("A", "2022-03-01", null, null, null, 17.0, 42.0, null, 25 / 3.6, 0.0, null, null, null)
                .row("A", "2022-03-02", null, null, null, 17.0, null, null, 7.0, 0.0, null, null, null)
                .row("A", "2022-03-05", null, null, null, 20.0, 21.0, null, 7.0, 0.0, null, null, null);
        RiskResult result = flat().with("weather_day", days).run(new FireWeatherModel());
        assertThat(table(result, "fire-weather-days").rows()).hasSize(2);
        assertThat(result.notes())
                .extracting(note -> note.text(Language.ENGLISH))
                .anyMatch(note -> note.startsWith("3 days are missing (such as A 2022-03-01"));
    }

    @Test
    void weatherThatCannotBeAndDaysTwiceAreNamedBeforeTheRun() {
        Layers days = Layers.of("weather_day", null, DAY)
                .row("A", "2022-03-01", null, null, null, 17.0, 142.0, 25.0, null, 0.0, null, null, null)
                .row("B", "2022-03-01", null, null, null, 17.0, 42.0, 25.0, null, -2.0, null, null, null)
                .row("B", "2022-03-01", null, null, null, 17.0, 42.0, 25.0, null, 0.0, null, null, null)
                .row("B", null, null, null, null, 17.0, 42.0, 25.0, null, 0.0, null, null, null);
        List<InputChecks.Finding> findings = flat().with("weather_day", days).check(new FireWeatherModel());
        assertThat(findings)
                .extracting(finding -> finding.message().text(Language.ENGLISH))
                .anyMatch(text -> text.contains("A 2022-03-01 Relative humidity at noon 142; B 2022-03-01 ")
                        && text.endsWith(" −2"))
                .anyMatch(text -> text.contains("1 days twice: B 2022-03-01"))
                .anyMatch(text -> text.startsWith("1 rows of layer"));
        assertThat(findings).allMatch(InputChecks.Finding::fatal);
        assertThat(findings)
                .as("fields by their titles")
                .extracting(finding -> finding.message().text(Language.CHINESE))
                .anyMatch(text -> text.contains("A 2022-03-01 正午相对湿度 142；B 2022-03-01 "))
                .noneMatch(text -> text.contains("noon_humidity") || text.contains("rain_24h_mm"));
    }

    @Test
    void aTableWithoutOneCompleteDayIsRefused() {
        Layers days = Layers.of("weather_day", null, DAY)
                .row("A", "2022-03-01", null, null, null, 17.0, null, 25.0, null, 0.0, null, null, null)
                .row("A", "2022-03-02", null, null, null, null, 42.0, 25.0, null, 0.0, null, null, null);
        assertThat(flat().with("weather_day", days).check(new FireWeatherModel()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.fatal()).isTrue();
                    assertThat(finding.message().text(Language.ENGLISH)).contains("no day with noon temperature");
                });
    }

    private static Layers stations() {
        return Layers.of("weather_station", Point.class, "name:String", "station_code:String")
                .row(point(500, 500), "一站", "A")
                .row(point(1500, 500), "二站", "B")
                .row(point(1000, 1500), "三站", "C");
    }

    /** The three worked cases of LY/T 1172, each a station. */
    private static Layers dangerous() {
        Layers days = Layers.of("weather_day", null, DAY);
        for (int day = 1; day <= 4; day++) {
            String date = LocalDate.of(2022, 4, day).toString();
            days.row("A", date, null, null, null, null, null, null, null, day == 1 ? 1.0 : 0, 22.0, 28.0, 6.0)
                    .row("B", date, null, null, null, null, null, null, null, 0.0, 26.0, 30.0, day == 3 ? null : 9.0)
                    .row("C", date, null, null, null, null, null, null, null, day == 4 ? 12.0 : 0, 8.0, 75.0, 2.0);
        }
        return days;
    }

    @Test
    void theGradeOfEveryStationIsThatOfTheTables() {
        RiskResult result = flat().with("weather_station", stations())
                .with("weather_day", dangerous())
                .run(new FireDangerModel(), "green-cover", "half");
        Table points = table(result, "fire-danger-stations");
        assertThat(number(points, 0, "htz")).isEqualTo(71);
        assertThat(number(points, 1, "htz")).isEqualTo(105);
        assertThat(number(points, 2, "htz")).isEqualTo(4);
        assertThat(number(points, 0, "days_since")).isEqualTo(3);
        assertThat(cell(points, 1, "days_since")).isNull();
        assertThat(result.conservation()).allMatch(Conservation::holds);
        List<SimpleFeature> zones = Layers.list(result.layers().get(0));
        assertThat(zones).isNotEmpty();
        Table areas = table(result, "fire-danger-areas");
        assertThat(sum(areas, "forest_ha")).isCloseTo(400, within(1e-6));
        assertThat(Layers.list(result.layers().get(1)))
                .extracting(row -> row.getAttribute("level"))
                .containsExactly(2L, 4L, 1L);
    }

    @Test
    void missingIsAStateOfItsOwnAndNeitherInterpolatedNorCalledNormal() {
        Ground ground = flat().with("weather_station", stations()).with("weather_day", dangerous());
        RiskResult result = ground.run(new FireDangerModel(), "day", "2022-04-03", "interpolation", "kriging");
        assertThat(Layers.list(result.layers().get(1)))
                .extracting(row -> row.getAttribute("level"))
                .containsExactly(3L, 0L, 2L);
        Table methods = table(result, "interpolation");
        assertThat(number(methods, 0, "stations")).isEqualTo(2);
        assertThat(number(methods, 0, "rmse")).isPositive();
        assertThat(cell(methods, 1, "rmse")).isNull();
        assertThat(result.notes())
                .extracting(note -> note.text(Language.ENGLISH))
                .anyMatch(note -> note.contains("too few for a variogram"));
        assertThat(ground.check(new FireDangerModel(), "day", "2021-01-01")).anyMatch(InputChecks.Finding::fatal);
        assertThat(ground.check(new FireDangerModel(), "weights", "base=0.5,slope=0.5,ignition=0.5"))
                .anyMatch(InputChecks.Finding::fatal);
    }

    /** A slope that is not known counts as none: told, with how much ground it is. */
    @Test
    void groundWithoutElevationIsToldToCountAsLevel() {
        Ground whole = forest(new Ground(2000, (east, north) -> north))
                .with("weather_station", stations())
                .with("weather_day", dangerous());
        assertThat(whole.run(new FireDangerModel(), "cell-size", "50").notes())
                .extracting(note -> note.text(Language.ENGLISH))
                .noneMatch(note -> note.contains("count as level"));
        Ground half = forest(new Ground(2000, (east, north) -> east < 1000 ? north : Double.NaN))
                .with("weather_station", stations())
                .with("weather_day", dangerous());
        assertThat(half.run(new FireDangerModel(), "cell-size", "50").notes())
                .extracting(note -> note.text(Language.ENGLISH))
                .anyMatch(note -> note.startsWith("2 km² of the ground looked at (50 %) have no elevation"));
        half.layers.remove("dem");
        assertThat(half.run(new FireDangerModel(), "cell-size", "50").notes())
                .extracting(note -> note.text(Language.ENGLISH))
                .anyMatch(note -> note.startsWith("4 km² of the ground looked at (100 %) have no elevation"));
    }

    private static final String[] STILL = {"ignition", "411005,4141005", "wind-speed", "0", "times", "1,2,4"};

    /** Without wind R₀ is 1.15 m/min at 25 °C and 30 %: rings of 69, 138 and 276 m. */
    @Test
    void onFlatGroundWithoutWindAFireIsRound() {
        RiskResult result = flat().run(new FireSpreadModel(), STILL);
        Table rings = table(result, "fire-rings");
        double rate = 60 * SpreadRate.of(25, 30, 0, 315).still();
        assertThat(rate).isCloseTo(69, within(1e-9));
        for (int ring = 0; ring < 3; ring++) {
            double hours = number(rings, ring, "hours_to");
            assertThat(number(rings, ring, "reach")).isCloseTo(rate * hours, within(10.0));
            // a 16-gon of cells of 10 m
            double circle = Math.PI * Math.pow(rate * hours, 2) / 1e4;
            assertThat(number(rings, ring, "area_ha")).isBetween(0.9 * circle, 1.03 * circle);
            assertThat(cell(rings, ring, "forest_ha")).isEqualTo(cell(rings, ring, "area_ha"));
        }
    }

    @Test
    void windCarriesItAndALaneStopsIt() {
        String[] windy = {"ignition", "411005,4141005", "wind-speed", "6", "wind-from", "270", "times", "1,2"};
        Ground ground = flat();
        double open = east(ground.run(new FireSpreadModel(), windy));
        double rate = 60 * SpreadRate.of(25, 30, 6, 270).speed(1, 1, 0, 0);
        assertThat(open).isCloseTo(1005 + 2 * rate, within(20.0));
        ground.with(
                "fire_lane",
                Layers.of("fire_lane", LineString.class, "state:String")
                        .row(line(1205, -10, 1205, 2010), "built")
                        .row(line(1105, -10, 1105, 2010), "planned"));
        assertThat(east(ground.run(new FireSpreadModel(), windy))).isCloseTo(1200, within(1e-6));
    }

    private static double east(RiskResult result) {
        return Layers.list(result.layers().get(0)).stream()
                        .mapToDouble(row -> ((org.locationtech.jts.geom.Geometry) row.getDefaultGeometry())
                                .getEnvelopeInternal()
                                .getMaxX())
                        .max()
                        .orElseThrow()
                - Ground.X;
    }

    /** Off the elevation nothing burns: said before the run, with the stand, the place and where there is an elevation. */
    @Test
    void aFireThatBreaksOutOffTheElevationIsTold() {
        Ground ground = new Ground(2000, (east, north) -> 10)
                .with(
                        "forest_stand",
                        Layers.of("forest_stand", Polygon.class, "name:String", "fuel_type:String")
                                .row(box(0, 0, 900, 900), "近林", "conifer")
                                .row(box(1000, 0, 9000, 2000), "远林", "mixed"));
        assertThat(ground.check(new FireSpreadModel())).singleElement().satisfies(finding -> assertThat(
                        finding.message().text(Language.CHINESE))
                .contains("“远林”内的 415000, 4141000", "高程范围为 409900, 4139900 – 412100, 4142100", "EPSG:4550"));
        assertThat(ground.check(new FireSpreadModel(), "ignition", "410500,4140500"))
                .isEmpty();
        assertThat(ground.check(new FireSpreadModel(), "ignition", "122.1,37.4"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message().text(Language.ENGLISH)).contains("122, 37", "409900, 4139900"));
    }

    @Test
    void peopleNearTheFireCountOnceInTheFirstRingThatThreatensThem() {
        RiskResult result = flat().with(
                        "building",
                        Layers.of("building", Polygon.class, "people:Integer")
                                .row(box(1150, 1000, 1160, 1010), 5)
                                .row(box(1300, 1000, 1310, 1010), 7)
                                .row(box(1900, 1000, 1910, 1010), 100))
                .run(new FireSpreadModel(), STILL);
        Table rings = table(result, "fire-rings");
        assertThat(number(rings, 0, "people")).isEqualTo(5);
        assertThat(number(rings, 1, "people")).isEqualTo(5);
        assertThat(number(rings, 2, "people")).isEqualTo(12);
        assertThat(result.conservation()).isNotEmpty().allMatch(Conservation::holds);
        assertThat(flat().check(new FireSpreadModel(), "ignition", "1,2"))
                .anyMatch(finding -> finding.fatal() && finding.input().equals("ignition"));
    }

    @Test
    void forestIsMeasuredByDistanceAndThePlanByWhatIsBuilt() {
        RiskResult result = flat().with(
                        "fire_water_store",
                        Layers.of("fire_water_store", Point.class, "state:String")
                                .row(point(5, 1000), "built")
                                .row(point(1995, 1000), "planned"))
                .with(
                        "fire_lane",
                        Layers.of("fire_lane", LineString.class, "state:String")
                                .row(line(1000, 0, 1000, 2000), "built")
                                .row(line(0, 1000, 2000, 1000), "building"))
                .run(
                        new FireFacilitiesModel(),
                        "cell-size",
                        "10",
                        "store-reach",
                        "500",
                        "lane-reach",
                        "500",
                        "largest-block",
                        "199.5");
        Table distances = table(result, "forest-by-distance");
        // half a circle of 500 m; 99 columns whose centres lie less than 500 m from that of the lane's
        assertThat(number(distances, 0, "to_store")).isCloseTo(Math.PI * 25 / 2, within(0.8));
        assertThat(number(distances, 0, "to_lane")).isCloseTo(198, within(1e-9));
        assertThat(number(distances, 6, "to_store")).isCloseTo(400, within(1e-9));
        Table plan = table(result, "fire-plan");
        assertThat(number(plan, 0, "built")).isEqualTo(1);
        assertThat(number(plan, 0, "only_planned")).isEqualTo(1);
        assertThat(number(plan, 0, "plan_share")).isCloseTo(100.0 / 9, within(1e-9));
        assertThat(number(plan, 1, "built")).isCloseTo(2, within(1e-9));
        assertThat(number(plan, 1, "under_construction")).isCloseTo(2, within(1e-9));
        // the lane stands on the border of two columns of cells and takes both or one
        Table blocks = table(result, "forest-blocks");
        assertThat(Layers.list(result.layers().get(1))).hasSize(2);
        assertThat(number(blocks, 0, "area_ha")).isBetween(198.0, 200.0);
        assertThat(sum(table(result, "fire-gaps"), "forest_ha")).isCloseTo(400, within(1e-9));
    }

    @Test
    void aRidgeHidesTheForestBehindItAndTwoLookoutsSeeItAll() {
        Ground ridge = forest(new Ground(2000, (east, north) -> Math.abs(east - 1000) < 15 ? 200 : 0));
        Layers one = lookouts().row(point(505, 1005), "西塔", "lookout", 30.0, 3.0);
        RiskResult result = ridge.with("station_point", one).run(new LookoutModel(), "cell-size", "10");
        Table seen = table(result, "lookout-summary");
        // what lies east of the ridge is blind; the ridge itself is seen from the west
        assertThat(number(seen, 0, "area_ha")).isCloseTo(197, within(3.0));
        assertThat(number(seen, 4, "area_ha")).isCloseTo(400, within(1e-9));
        Layers two = lookouts()
                .row(point(505, 1005), "西塔", "lookout", 30.0, 3.0)
                .row(point(1505, 1005), "东塔", "lookout", 30.0, 3.0)
                .row(point(1005, 5), "派出所", "police", 30.0, 3.0);
        RiskResult both = ridge.with("station_point", two).run(new LookoutModel(), "cell-size", "10");
        assertThat(number(table(both, "lookout-summary"), 0, "area_ha")).isLessThan(3);
        assertThat(table(both, "lookouts").rows()).hasSize(2);
        assertThat(number(table(both, "lookouts"), 0, "only_ha")).isCloseTo(197, within(4.0));
        assertThat(ridge.with("station_point", lookouts().row(point(5, 5), "派出所", "police", null, null))
                        .check(new LookoutModel()))
                .anyMatch(InputChecks.Finding::fatal);
    }

    @Test
    void forestAndLookoutsWithoutElevationAreToldAndNotSaidToSeeNothing() {
        Ground half = forest(new Ground(2000, (east, north) -> east < 1000 ? 10 : Double.NaN))
                .with(
                        "town",
                        Layers.of("town", Polygon.class, "name:String")
                                .row(box(0, 0, 1500, 2000), "西镇")
                                .row(box(1500, 0, 2000, 2000), "东镇"))
                .with(
                        "station_point",
                        lookouts()
                                .row(point(505, 1005), "西塔", "lookout", 30.0, 3.0)
                                .row(point(1505, 1005), "东塔", "lookout", 30.0, 3.0));
        RiskResult result = half.run(new LookoutModel(), "cell-size", "10");
        Table towns = table(result, "lookout-towns");
        assertThat(number(towns, 0, "looked_ha")).isCloseTo(200, within(1e-9));
        assertThat(towns.rows().get(1)).containsExactly("东镇", null, null, null, null, null);
        assertThat(number(table(result, "lookouts"), 0, "seen_ha")).isPositive();
        assertThat(cell(table(result, "lookouts"), 1, "seen_ha")).isNull();
        assertThat(cell(table(result, "lookouts"), 1, "only_ha")).isNull();
        assertThat(result.notes())
                .extracting(note -> note.text(Language.ENGLISH))
                .contains("1 lookouts lie off the elevation and were left out")
                .anyMatch(note -> note.startsWith("Another 200 ha of forest have no elevation"));
    }

    private static Layers lookouts() {
        return Layers.of(
                "station_point", Point.class, "name:String", "type:String", "tower_m:Double", "radius_km:Double");
    }
}
