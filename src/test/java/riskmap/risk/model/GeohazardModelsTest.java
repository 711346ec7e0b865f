package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static riskmap.risk.model.Ground.box;
import static riskmap.risk.model.Ground.cell;
import static riskmap.risk.model.Ground.number;
import static riskmap.risk.model.Ground.point;
import static riskmap.risk.model.Ground.sum;
import static riskmap.risk.model.Ground.table;

import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.data.Table;
import riskmap.risk.Conservation;
import riskmap.risk.RiskResult;

/** Slopes that can be computed by hand. */
class GeohazardModelsTest {
    private static final String[] SLOPE_ALONE = {
        "cell-size",
        "10",
        "slope-breaks",
        "15",
        "use-aspect",
        "false",
        "use-land-cover",
        "false",
        "relief-breaks",
        "",
        "break-method",
        "fixed",
        "breaks",
        "-0.5,0,5",
        "minimum-zone-area",
        "0"
    };

    /** Flat in the west, rising by 30° in the east; nine of ten sites are in the east. */
    private static Ground half() {
        double rise = Math.tan(Math.toRadians(30));
        Layers sites =
                Layers.of("geohazard_site", Point.class, "name:String", "type:String", "threatened_people:Integer");
        for (int i = 0; i < 9; i++) {
            sites.row(point(605 + 40 * i, 105 + 90 * i), "坡" + i, "landslide", 5);
        }
        sites.row(point(105, 505), "平地", "landslide", 5).row(null, "没有位置", "landslide", 5);
        return new Ground(1000, (east, north) -> Math.max(0, (east - 500) * rise)).with("geohazard_site", sites);
    }

    @Test
    void theEvidenceOfASlopeIsThatOfItsCellsAndSites() {
        RiskResult result = half().run(new GeohazardSusceptibilityModel(), SLOPE_ALONE);
        Table classes = table(result, "factor-classes");
        assertThat(classes.rows()).hasSize(2);
        assertThat(sum(classes, "cells")).isEqualTo(10_000);
        assertThat(sum(classes, "sites")).isEqualTo(10);
        // the first column on the slope has three quarters of its steepness, 23.4°, the last on the plain a quarter,
        // 8.2°
        assertThat(number(classes, 1, "cells")).isEqualTo(5000);
        assertThat(number(classes, 1, "sites")).isEqualTo(9);
        assertThat(number(classes, 1, "frequency_ratio")).isCloseTo(0.9 / 0.5, within(1e-12));
        assertThat(number(classes, 1, "information_value")).isCloseTo(Math.log(0.9 / 0.5), within(1e-12));
        assertThat(number(classes, 1, "weight_inside"))
                .isCloseTo(Math.log((9.0 / 10) / ((5000 - 9.0) / (10_000 - 10))), within(1e-12));
        assertThat(number(classes, 1, "weight_outside"))
                .isCloseTo(Math.log((1.0 / 10) / ((5000 - 1.0) / (10_000 - 10))), within(1e-12));
        // AUC by hand, sites 0.9 on the first half
        Table validation = table(result, "susceptibility-validation");
        assertThat(number(validation, 0, "auc")).isCloseTo(0.5 * 0.45 + 0.5 * 0.95, within(1e-12));
        assertThat(validation.rows()).hasSize(7);
        assertThat(sum(table(result, "susceptibility-levels"), "cells")).isEqualTo(10_000);
    }

    @Test
    void theSteepHalfIsTheZoneAndZonesFillTheTown() {
        RiskResult result = half().run(new GeohazardSusceptibilityModel(), SLOPE_ALONE);
        double[] areas = new double[5];
        for (SimpleFeature zone : Layers.list(result.layers().get(0))) {
            areas[((Number) zone.getAttribute("level")).intValue()] += ((Geometry) zone.getDefaultGeometry()).getArea();
        }
        assertThat(areas[3]).isCloseTo(500_000, within(1e-3));
        assertThat(areas[1]).isCloseTo(500_000, within(1e-3));
        assertThat(result.conservation()).allMatch(Conservation::holds);
    }

    @Test
    void aClassWithoutSitesHasAFloorAndTheSameSeedHoldsBackTheSameSites() {
        Ground ground = half();
        String[] more = {"slope-breaks", "15,60,80", "cell-size", "10", "use-aspect", "false", "relief-breaks", ""};
        RiskResult one = ground.run(new GeohazardSusceptibilityModel(), more);
        for (java.util.List<Object> row : table(one, "factor-classes").rows()) {
            assertThat(row).allMatch(value -> !(value instanceof Double number) || Double.isFinite(number));
        }
        assertThat(table(one, "susceptibility-validation").rows())
                .isEqualTo(table(ground.run(new GeohazardSusceptibilityModel(), more), "susceptibility-validation")
                        .rows());
        for (String method : new String[] {"weights_of_evidence", "information_value"}) {
            for (String breaks : new String[] {"natural", "area"}) {
                RiskResult result = ground.run(
                        new GeohazardSusceptibilityModel(),
                        "method",
                        method,
                        "break-method",
                        breaks,
                        "cell-size",
                        "20",
                        "slope-breaks",
                        "10,15,25",
                        "relief-breaks",
                        "20,100");
                Table levels = table(result, "susceptibility-levels");
                assertThat(levels.rows()).hasSize(4);
                assertThat(sum(levels, "area_share")).isCloseTo(100, within(1e-9));
                assertThat(sum(levels, "sites")).isEqualTo(10);
            }
        }
    }

    /** An empty layer of rivers had left no cell with all factors, and so no result where there had been one. */
    @Test
    void anEmptyLayerIsNoFactor() {
        RiskResult without = half().run(new GeohazardSusceptibilityModel(), SLOPE_ALONE);
        RiskResult empty = half().with("river", Layers.of("river", LineString.class, "name:String"))
                .run(new GeohazardSusceptibilityModel(), SLOPE_ALONE);
        assertThat(table(empty, "factor-classes").rows())
                .hasSize(2)
                .isEqualTo(table(without, "factor-classes").rows());
    }

    @Test
    void breaksThatDoNotAscendOrNoFactorAtAllAreSaidBeforeTheRun() {
        assertThat(half().check(new GeohazardSusceptibilityModel(), "slope-breaks", "25,15"))
                .anyMatch(finding -> finding.fatal() && finding.input().equals("slope-breaks"));
        assertThat(half().check(
                                new GeohazardSusceptibilityModel(),
                                "slope-breaks",
                                "",
                                "relief-breaks",
                                "",
                                "road-breaks",
                                "",
                                "river-breaks",
                                "",
                                "fault-breaks",
                                "",
                                "use-aspect",
                                "false",
                                "use-land-cover",
                                "false"))
                .anyMatch(riskmap.risk.InputChecks.Finding::fatal);
        assertThat(half().check(new GeohazardSusceptibilityModel(), "area-shares", "0.5,0.8"))
                .anyMatch(riskmap.risk.InputChecks.Finding::fatal);
    }

    /** A slope of 30° over 400 m to the east, then a plain; the site on top of it. */
    private static Ground slide() {
        double fall = Math.tan(Math.toRadians(30));
        return new Ground(1500, (east, north) -> Math.max(0, 400 - Math.max(0, east - 100)) * fall)
                .with(
                        "geohazard_site",
                        Layers.of(
                                        "geohazard_site",
                                        Point.class,
                                        "name:String",
                                        "type:String",
                                        "threatened_people:Integer")
                                .row(point(105, 755), "东坡滑坡", "landslide", 10)
                                .row(point(105, 205), "塌陷", "subsidence", 3))
                .with(
                        "building",
                        Layers.of("building", Polygon.class, "people:Integer")
                                .row(box(660, 750, 670, 760), 4)
                                .row(box(300, 750, 310, 760), 7)
                                .row(box(900, 750, 910, 760), 20)
                                .row(null, 2));
    }

    private static final String[] EXACT = {"reach-angles", "landslide=20", "source-radius", "0"};

    @Test
    void aSlideRunsAsFarAsItsReachAngleSays() {
        RiskResult result = slide().run(new GeohazardRunoutModel(), EXACT);
        Table sites = table(result, "runout-sites");
        assertThat(sites.rows()).hasSize(1);
        double drop = 395 * Math.tan(Math.toRadians(30));
        assertThat(number(sites, 0, "drop")).isCloseTo(drop, within(0.01));
        // L = ΔH/tan φ = 626.6 m; the cells are 10 m
        assertThat(number(sites, 0, "reach")).isCloseTo(drop / Math.tan(Math.toRadians(20)), within(10.0));
        assertThat(cell(sites, 0, "buildings")).isEqualTo(2.0);
        assertThat(cell(sites, 0, "people")).isEqualTo(11.0);
        assertThat(cell(sites, 0, "surveyed_people")).isEqualTo(10.0);
        assertThat(cell(sites, 0, "less_surveyed")).isEqualTo(1.0);
        assertThat(result.conservation()).isNotEmpty().allMatch(Conservation::holds);
        assertThat(result.notes())
                .extracting(note -> note.text(Language.ENGLISH))
                .anyMatch(note -> note.startsWith("Left out: 1 of a type"));
    }

    /** A cut slope of 30 m that the elevation does not show: L = H/tan φ = 74 m at 22°. */
    @Test
    void aCutSlopeOnLevelGroundRunsFromItsSurveyedCrown() {
        Ground level = new Ground(500, (east, north) -> 20)
                .with(
                        "geohazard_site",
                        Layers.of("geohazard_site", Point.class, "name:String", "type:String", "slope_height_m:Double")
                                .row(point(255, 255), "切坡", "landslide", 30.0));
        RiskResult crown = level.run(new GeohazardRunoutModel(), "source-radius", "0");
        assertThat(number(table(crown, "runout-sites"), 0, "reach"))
                .isCloseTo(30 / Math.tan(Math.toRadians(22)), within(10.0));
        RiskResult ground = level.run(new GeohazardRunoutModel(), "source-radius", "0", "crown", "ground");
        assertThat(number(table(ground, "runout-sites"), 0, "reach")).isZero();
    }

    @Test
    void theRuleDecidesHowManyAreCounted() {
        Ground ground = slide();
        // 5 m of it lie within the reach of 626.6 m from the site's cell
        ground.with(
                "building",
                Layers.of("building", Polygon.class, "people:Integer").row(box(600, 780, 1100, 790), 100));
        assertThat(people(ground, "centroid")).isZero();
        assertThat(people(ground, "intersects")).isEqualTo(100);
        assertThat(people(ground, "area")).isBetween(20.0, 30.0);
    }

    private static double people(Ground ground, String rule) {
        RiskResult result = ground.run(
                new GeohazardRunoutModel(),
                "reach-angles",
                "landslide=20",
                "source-radius",
                "0",
                "counting-rule",
                rule);
        return number(table(result, "runout-sites"), 0, "people");
    }

    @Test
    void aFlatterAngleReachesAtLeastAsFarInEveryBand() {
        double[] flat = bands(slide().run(new GeohazardRunoutModel(), "reach-angles", "landslide=15"));
        double[] steep = bands(slide().run(new GeohazardRunoutModel(), "reach-angles", "landslide=22"));
        double flatSum = 0;
        double steepSum = 0;
        for (int level = 4; level >= 1; level--) {
            flatSum += flat[level];
            steepSum += steep[level];
            assertThat(flatSum).isGreaterThanOrEqualTo(steepSum);
        }
        assertThat(flatSum).isGreaterThan(steepSum);
    }

    private static double[] bands(RiskResult result) {
        double[] areas = new double[5];
        for (SimpleFeature zone : Layers.list(result.layers().get(0))) {
            areas[((Number) zone.getAttribute("level")).intValue()] += ((Geometry) zone.getDefaultGeometry()).getArea();
        }
        return areas;
    }

    @Test
    void anAngleOfNinetyDegreesIsRefused() {
        assertThat(slide().check(new GeohazardRunoutModel(), "reach-angles", "rockfall=80"))
                .anyMatch(riskmap.risk.InputChecks.Finding::fatal);
    }
}
