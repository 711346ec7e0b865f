package riskmap.edit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static riskmap.edit.check.RuleSurvey.box;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import riskmap.base.Language;
import riskmap.geo.crs.Crs;

/** Rules about geometries: found where they are broken, silent where they are kept. */
class ShapeRulesTest {
    @TempDir
    Path folder;

    private RuleSurvey areas(String... rules) {
        return new RuleSurvey(folder, "polygon", rules);
    }

    private RuleSurvey lines(String... rules) {
        return new RuleSurvey(folder, "line", rules);
    }

    private RuleSurvey points(String... rules) {
        return new RuleSurvey(folder, "point", rules);
    }

    @Test
    void aFeatureWithoutAPlaceIsFound() {
        RuleSurvey survey = areas("'type':'geometry','problem':'missing'");
        survey.thing(null).thing("POLYGON EMPTY").thing(box(0, 0, 1, 1));
        assertThat(survey.wrong()).containsExactly(1L, 2L);
    }

    @Test
    void aGeometryOfAnotherTypeThanItsLayerIsFoundAndMultiPartsAreNot() {
        RuleSurvey survey = areas("'type':'geometry','problem':'type'").layerHolding("thing", "geom", Geometry.class);
        survey.thing(box(0, 0, 10, 10))
                .thing("MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))")
                .thing("LINESTRING(0 0,5 5)")
                .thing("POINT(1 1)")
                .thing("GEOMETRYCOLLECTION(POINT(1 1),POLYGON((0 0,1 0,1 1,0 0)))")
                .thing(null);
        List<Finding> found = survey.check();
        assertThat(found).extracting(Finding::fid).containsExactly(3L, 4L, 5L);
        assertThat(found.get(0).message().text()).contains("LineString");
        assertThat(found).extracting(Finding::fix).containsOnlyNulls();
    }

    @Test
    void aGeometryThatCrossesItselfIsFoundWhereItDoesAndCanBeRepaired() {
        RuleSurvey survey = areas("'type':'geometry','problem':'valid'");
        survey.thing(box(0, 0, 1, 1)).thing("POLYGON((0 0,10 10,10 0,0 10,0 0))");
        assertThat(survey.check()).singleElement().satisfies(finding -> {
            assertThat(finding.fid()).isEqualTo(2L);
            assertThat(finding.place()).isEqualTo(RuleSurvey.geometry("POINT(5 5)"));
            assertThat(finding.fix()).isEqualTo(FixKind.REPAIR);
        });
    }

    @Test
    void anAreaOrALengthBeyondItsBoundsIsFoundAndTheBoundsAreInside() {
        RuleSurvey survey = areas("'type':'size','min':4,'max':100");
        survey.thing(box(0, 0, 2, 2))
                .thing(box(0, 0, 2, 1.9))
                .thing(box(0, 0, 10, 10))
                .thing(box(0, 0, 10, 10.1));
        assertThat(survey.wrong()).containsExactly(2L, 4L);
        RuleSurvey roads = lines("'type':'size','min':5");
        roads.thing("LINESTRING(0 0,4.9 0)").thing("LINESTRING(0 0,5 0)");
        assertThat(roads.wrong()).containsExactly(1L);
    }

    @Test
    void aMeasureThatDisagreesWithTheDrawingIsFound() {
        RuleSurvey survey = areas("'type':'measure','field':'amount','per':10000,'tolerance':0.05");
        survey.thing(box(0, 0, 1000, 1000), "amount", 100.0).thing(box(0, 0, 1000, 1000), "amount", 95.1);
        survey.thing(box(0, 0, 1000, 1000), "amount", 90.0).thing(box(0, 0, 1000, 1000));
        assertThat(survey.wrong()).containsExactly(3L);
        assertThat(survey.check().get(0).fix()).isEqualTo(FixKind.MEASURE);
    }

    @Test
    void aFeatureOutsideTheDistrictIsFoundAndTheToleranceForgiven() {
        RuleSurvey survey = points("'type':'inside','layer':'district','tolerance':2");
        survey.row("district", box(0, 0, 100, 100));
        survey.thing("POINT(50 50)")
                .thing("POINT(101.5 50)")
                .thing("POINT(103 50)")
                .thing("POINT(100 100)");
        assertThat(survey.wrong()).containsExactly(3L);
    }

    @Test
    void anAreaMayLieInTwoPartsOfTheDistrictAndShareTheRule() {
        RuleSurvey survey = areas("'type':'inside','layer':'district','share':0.9");
        survey.row("district", box(0, 0, 50, 100)).row("district", box(50, 0, 100, 100));
        survey.thing(box(40, 40, 60, 60)).thing(box(91, 0, 101, 10)).thing(box(92, 0, 102, 10));
        assertThat(survey.wrong()).containsExactly(3L);
    }

    @Test
    void aFeatureThatNamesAnotherTownThanItsOwnIsFound() {
        RuleSurvey survey = points("'type':'town','tolerance':1");
        survey.row("town", box(0, 0, 10, 10), "name", "一镇").row("town", box(10, 0, 20, 10), "name", "二镇");
        survey.thing("POINT(5 5)", "town", "一镇"); // right
        survey.thing("POINT(5 5)", "town", "二镇"); // wrong
        survey.thing("POINT(10.5 5)", "town", "一镇"); // within a metre
        survey.thing("POINT(15 5)"); // names none
        survey.thing("POINT(5 5)", "town", "三镇"); // no such town
        survey.thing("POINT(50 50)"); // in none
        assertThat(survey.wrong()).containsExactly(2L, 4L, 5L);
        assertThat(survey.check()).extracting(Finding::fix).containsOnly(FixKind.TOWN);
    }

    @Test
    void aPondWithoutWaterIsFoundAndOneAtARiverNot() {
        RuleSurvey survey = points("'type':'relation','is':'near','layer':'river','metres':30,'only':'`sort` = ~a~'");
        survey.row("river", "LINESTRING(0 0,100 0)");
        survey.thing("POINT(50 30)", "sort", "a")
                .thing("POINT(50 31)", "sort", "a")
                .thing("POINT(50 99)", "sort", "b");
        assertThat(survey.wrong()).containsExactly(2L);
    }

    @Test
    void aShelterInARedZoneIsFoundAndOneInAYellowZoneNot() {
        RuleSurvey survey = points();
        survey.row("risk_zone", box(0, 0, 10, 10), "level", 4).row("risk_zone", box(20, 0, 30, 10), "level", 2);
        survey.row("shelter", "POINT(5 5)").row("shelter", "POINT(25 5)").row("shelter", "POINT(15 5)");
        Scope scope = Scope.layers(List.of("shelter")).withRules(Set.of("outside_red"));
        assertThat(survey.check(scope)).extracting(Finding::fid).containsExactly(1L);
    }

    @Test
    void aBuildingThatTouchesAReservoirDoesNotStandInIt() {
        RuleSurvey survey = areas("'type':'relation','is':'clear','layer':'reservoir','metres':0");
        survey.row("reservoir", box(0, 0, 100, 100));
        survey.thing(box(100, 0, 110, 10)).thing(box(95, 0, 105, 10));
        assertThat(survey.wrong()).containsExactly(2L);
    }

    @Test
    void aRuleWhoseConditionReadsAColumnThatIsNotThereIsSkippedAndSaid() {
        RuleSurvey survey = points("'type':'relation','is':'clear','layer':'risk_zone','where':'`level` = 4'");
        survey.layerWithout("risk_zone", "level").row("risk_zone", box(0, 0, 10, 10));
        survey.thing("POINT(5 5)");
        CheckReport report = QualityCheck.run(survey, Scope.layers(List.of("thing")), riskmap.base.Progress.silent());
        assertThat(report.count()).isZero();
        assertThat(report.layers().get(0).skipped()).hasSize(1);
    }

    @Test
    void whatHasNoNameIsNotNamedInEmptyBrackets() {
        RuleSurvey survey = areas("'type':'relation','is':'clear','layer':'reservoir','metres':0");
        survey.row("reservoir", box(0, 0, 10, 10)).row("reservoir", box(50, 0, 60, 10), "name", "东水库");
        survey.thing(box(5, 5, 15, 15)).thing(box(55, 5, 65, 15));
        List<String> said = survey.check().stream()
                .map(finding -> finding.message().text(Language.CHINESE))
                .toList();
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).doesNotContain("（）");
        assertThat(said.get(1)).endsWith("（东水库）");
    }

    @Test
    void aSpikeIsFoundAtItsTip() {
        RuleSurvey survey = areas("'type':'spikes','degrees':1");
        survey.thing(box(0, 0, 10, 10)).thing("POLYGON((0 0,10 0,10 5,100 5.1,10 5.2,10 10,0 10,0 0))");
        assertThat(survey.check()).singleElement().satisfies(finding -> {
            assertThat(finding.fid()).isEqualTo(2L);
            assertThat(finding.place().getCoordinate().x).isEqualTo(100);
        });
    }

    @Test
    void theSameGeometryIsFoundTwiceWhereverItsRingBegins() {
        RuleSurvey survey = areas("'type':'duplicates'");
        survey.thing("POLYGON((0 0,10 0,10 10,0 10,0 0))").thing("POLYGON((10 10,0 10,0 0,10 0,10 10))");
        survey.thing("POLYGON((0 0,10 0,10 10.1,0 10,0 0))");
        assertThat(survey.check())
                .singleElement()
                .satisfies(finding -> assertThat(finding.fid()).isEqualTo(2L))
                .satisfies(finding -> assertThat(finding.others()).containsExactly(1L));
    }

    @Test
    void pointsOfOneNameWithinAMetreAreOne() {
        RuleSurvey survey = points("'type':'duplicates','metres':1");
        survey.thing("POINT(0 0)", "name", "甲").thing("POINT(0.9 0)", "name", "甲");
        survey.thing("POINT(0.5 0)", "name", "乙").thing("POINT(3 0)", "name", "甲");
        assertThat(survey.wrong()).containsExactly(2L);
    }

    @Test
    void areasThatOverlapAreFoundAndThoseThatTouchNot() {
        RuleSurvey survey = areas("'type':'overlap','min':1");
        survey.thing(box(0, 0, 10, 10))
                .thing(box(10, 0, 20, 10))
                .thing(box(19.95, 0, 30, 10))
                .thing(box(29.5, 0, 40, 10));
        survey.thing(box(2, 2, 4, 4));
        assertThat(survey.check())
                .extracting(finding -> finding.fid() + "/" + finding.others().get(0))
                .containsExactly("4/3", "5/1");
    }

    /** Round areas side by side: looked at together where all fit, one by one where any does not. */
    @Test
    void amongAreasOfManyVerticesTheOneThatOverlapsIsFound() {
        RuleSurvey survey = areas("'type':'overlap','min':0.5,'by':['sort']");
        for (int i = 0; i < 5; i++) {
            String disc =
                    RuleSurvey.geometry("POINT(" + 30 * i + " 0)").buffer(10).toText();
            survey.thing(disc, "sort", "a");
        }
        assertThat(survey.check()).isEmpty();
        survey.thing(RuleSurvey.geometry("POINT(65 0)").buffer(10).toText(), "sort", "b");
        assertThat(survey.check()).as("another sort").isEmpty();
        survey.thing(RuleSurvey.geometry("POINT(30 0)").buffer(3).toText(), "sort", "a");
        survey.thing(RuleSurvey.geometry("POINT(120 0)").buffer(10).toText(), "sort", "a");
        assertThat(survey.wrong()).containsExactly(7L, 8L);
    }

    @Test
    void areasOfAnotherSortMayOverlap() {
        RuleSurvey survey = areas("'type':'overlap','min':1,'by':['sort']");
        survey.thing(box(0, 0, 10, 10), "sort", "a").thing(box(5, 0, 15, 10), "sort", "b");
        survey.thing(box(5, 0, 15, 10), "sort", "a");
        assertThat(survey.wrong()).containsExactly(3L);
    }

    @Test
    void aGapIsFoundBetweenItsLeastAndItsGreatestSize() {
        RuleSurvey survey = areas("'type':'gaps','min':1,'max':50");
        survey.thing("POLYGON((0 0,30 0,30 30,0 30,0 0),(1 1,1.5 1,1.5 1.5,1 1.5,1 1),(5 5,9 5,9 9,5 9,5 5),"
                + "(10 10,20 10,20 20,10 20,10 10))");
        assertThat(survey.check()).singleElement().satisfies(finding -> {
            assertThat(finding.place().getArea()).isEqualTo(16, within(1e-9));
            assertThat(finding.fix()).isEqualTo(FixKind.GAP);
        });
    }

    @Test
    void aGapOfOneSortIsNotFilledByAnAreaOfAnotherSort() {
        RuleSurvey survey = areas("'type':'gaps','min':1,'max':100,'by':['sort']");
        String ring = "POLYGON((0 0,30 0,30 30,0 30,0 0),(10 10,15 10,15 15,10 15,10 10))";
        survey.thing(ring, "sort", "a").thing(box(0, 0, 30, 30), "sort", "b").thing(box(40, 0, 50, 10));
        assertThat(survey.wrong()).containsExactly(1L);
    }

    /** Random small areas: what is said to be apart has nothing but borders in common, and most that have nothing is. */
    @Test
    void areasThatAreSaidToBeApartHaveNothingInCommon() {
        Random random = new Random(7);
        int apart = 0;
        int empty = 0;
        for (int i = 0; i < 3_000; i++) {
            Geometry one = house(random);
            Geometry other = house(random);
            boolean nothing = one.intersection(other).getArea() == 0;
            empty += nothing ? 1 : 0;
            if (Apart.are(one, other)) {
                apart++;
                assertThat(nothing).as(one + " " + other).isTrue();
            }
            assertThat(Apart.are(other, one)).isEqualTo(Apart.are(one, other));
        }
        assertThat(empty).isBetween(500, 2_900);
        assertThat((double) apart / empty).isGreaterThan(0.9);
        assertThat(Apart.are(RuleSurvey.geometry(box(0, 0, 10, 10)), RuleSurvey.geometry(box(10, 2, 20, 12))))
                .as("a common wall")
                .isTrue();
        assertThat(Apart.are(RuleSurvey.geometry(box(0, 0, 10, 10)), RuleSurvey.geometry(box(0, 0, 10, 10))))
                .isFalse();
    }

    /** A rectangle of some size turned by some angle, or an L. */
    private static Geometry house(Random random) {
        boolean corner = random.nextInt(4) == 0;
        String shape = corner ? "POLYGON((0 0,10 0,10 4,4 4,4 10,0 10,0 0))" : box(0, 0, 4 + random.nextInt(9), 6);
        return AffineTransformation.rotationInstance(random.nextInt(8) * Math.PI / 8)
                .translate(random.nextInt(40), random.nextInt(40))
                .transform(RuleSurvey.geometry(shape));
    }

    @Test
    void aGapBetweenNeighboursNamesAllOfThem() {
        RuleSurvey survey = areas("'type':'gaps','min':1,'max':1000000");
        survey.thing(box(0, 0, 10, 10))
                .thing(box(0, 20, 10, 30))
                .thing(box(-5, 0, 0, 30))
                .thing(box(10, 0, 15, 30));
        assertThat(survey.check()).singleElement().satisfies(finding -> {
            assertThat(finding.fid()).isEqualTo(1L);
            assertThat(finding.others()).containsExactly(2L, 3L, 4L);
        });
    }

    @Test
    void aWideGapIsFoundTooWhenOnlyARowBesideItIsChecked() {
        RuleSurvey survey = areas("'type':'gaps','min':1,'max':1000000");
        survey.thing(box(0, 0, 100, 900)).thing(box(100, 0, 900, 100)).thing(box(800, 100, 900, 900));
        survey.thing(box(100, 800, 800, 900));
        Scope first = Scope.rows(Map.of("thing", Set.of(1L)));
        assertThat(survey.check(first)).hasSize(1);
    }

    @Test
    void aRingOfRowsAroundOthersIsNoGapWhenOnlyItIsChecked() {
        RuleSurvey survey = areas("'type':'gaps','min':1,'max':1000000");
        survey.thing(box(0, 0, 900, 100))
                .thing("POLYGON((0 100,100 100,100 800,800 800,800 100,900 100,900 900,0 900,0 100))");
        survey.thing(box(100, 100, 800, 800));
        assertThat(survey.check()).isEmpty();
        assertThat(survey.check(Scope.rows(Map.of("thing", Set.of(1L))))).isEmpty();
    }

    @Test
    void anEndThatMissesALineIsFoundAndOneThatMeetsOrIsFarNot() {
        RuleSurvey survey = lines("'type':'dangles','tolerance':2");
        survey.thing("LINESTRING(0 0,100 0)").thing("LINESTRING(50 1.5,50 50)").thing("LINESTRING(70 0,70 50)");
        survey.thing("LINESTRING(80 2.5,80 50)").thing("LINESTRING(100 0,150 0)");
        assertThat(survey.check()).singleElement().satisfies(finding -> {
            assertThat(finding.fid()).isEqualTo(2L);
            assertThat(finding.place()).isEqualTo(RuleSurvey.geometry("POINT(50 1.5)"));
            assertThat(finding.others()).containsExactly(1L);
        });
    }

    @Test
    void whatTheTownsDoNotCoverOfTheDistrictIsFound() {
        RuleSurvey survey = areas("'type':'covers','layer':'district','min':10");
        survey.row("district", box(0, 0, 100, 100));
        survey.thing(box(0, 0, 60, 100)).thing(box(60, 0, 100, 99.95));
        assertThat(survey.check()).isEmpty();
        RuleSurvey other = areas("'type':'covers','layer':'district','min':10");
        other.row("district", box(0, 0, 100, 100)).thing(box(0, 0, 60, 100)).thing(box(60, 0, 100, 90));
        assertThat(other.check()).singleElement().satisfies(finding -> {
            assertThat(finding.fid()).isZero();
            assertThat(finding.place().getArea()).isEqualTo(400, within(1e-9));
        });
    }

    @Test
    void degreesAreMeasuredInMetres() {
        RuleSurvey survey = areas("'type':'size','min':100,'max':1000000", "'holds':'area(`geom`) > `low`'");
        survey.layer("thing", Crs.of("EPSG:4490"));
        survey.thing(box(122.1, 37.4, 122.101, 37.401), "low", 9000.0)
                .thing(box(122.1, 37.4, 122.10001, 37.40001), "low", 0.5);
        assertThat(survey.check())
                .extracting(finding -> finding.rule().key() + " " + finding.fid())
                .containsExactly("r 2");
    }

    @Test
    void onlyWhatMeetsAnExtentIsChecked() {
        RuleSurvey survey = points("'type':'field','problem':'missing'");
        survey.thing("POINT(5 5)").thing("POINT(50 50)");
        Scope near = Scope.all().within(new Envelope(0, 10, 0, 10));
        assertThat(survey.check(near)).extracting(Finding::fid).containsExactly(1L);
    }

    @Test
    void aPartOfTheRowsGivesWhatTheWholeGivesForThem() {
        RuleSurvey survey =
                areas("'type':'overlap','min':1", "'type':'unique','fields':['name']", "'type':'duplicates'");
        for (int i = 0; i < 40; i++) {
            survey.thing(box(i * 9, 0, i * 9 + 10, 10), "name", "n" + i % 30);
        }
        survey.thing(box(0, 0, 10, 10), "name", "z");
        List<Finding> whole = survey.check();
        for (long fid = 1; fid <= 41; fid++) {
            long row = fid;
            List<String> expected = whole.stream()
                    .filter(finding -> finding.fid() == row || finding.others().contains(row))
                    .map(Finding::toString)
                    .toList();
            List<String> part = survey.check(Scope.rows(Map.of("thing", Set.of(row)))).stream()
                    .map(Finding::toString)
                    .toList();
            assertThat(part).as("row %d", row).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void aRoadCountsInEachTownThatItPassesThrough() {
        RuleSurvey survey = new RuleSurvey(folder, "point");
        survey.row("town", RuleSurvey.box(0, 0, 10, 10), "name", "一镇");
        survey.row("town", RuleSurvey.box(10, 0, 20, 10), "name", "二镇");
        survey.row("town", RuleSurvey.box(20, 0, 30, 10), "name", "三镇");
        survey.row("road", "LINESTRING(8 5,13 5)");
        assertThat(survey.check(Scope.layers(List.of("road")).withRules(Set.of("each_town"))))
                .extracting(Finding::town)
                .containsExactly("三镇");
    }
}
