package riskmap.geo.zonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static riskmap.geo.Grids.SILENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.assertj.core.data.Offset;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import riskmap.geo.Grids;
import riskmap.geo.overlay.PackedPositions;
import riskmap.geo.raster.Grid;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.shapefile.ShapefileFormat;

class ZonalStatisticsTest {
    private static final Path CHECKS = Path.of("../shared/data/checks/raster");

    private static ZonalStatistics.Summary of(String grid, ZonalStatistics.Rule rule, String zone) {
        return ZonalStatistics.of(Grids.of(grid), List.of(Grids.wkt(zone)), rule, true, SILENT)
                .get(0);
    }

    @Test
    void aZoneHasTheCellsWhoseCentresItHolds() {
        var summary =
                of("1 2 3 / 4 5 6 / 7 8 .", ZonalStatistics.Rule.CENTRE, "POLYGON((0 0, 24 0, 24 16, 0 16, 0 0))");
        assertThat(summary).isEqualTo(new ZonalStatistics.Summary(4, 24, 6, 4, 8, Math.sqrt(2.5), 4, 4, 6, 4, false));
    }

    @Test
    void allTouchedTakesMoreAndCoverageTakesShares() {
        String zone = "POLYGON((5 5, 25 5, 25 15, 5 15, 5 5))";
        String grid = "1 1 1 / 2 2 2 / 4 4 4";
        assertThat(of(grid, ZonalStatistics.Rule.ALL_TOUCHED, zone).sum()).isEqualTo(18);
        var shares = of(grid, ZonalStatistics.Rule.COVERAGE, zone);
        assertThat(shares.count()).isEqualTo(2);
        assertThat(shares.sum()).isEqualTo(6);
        assertThat(shares.byCoverage()).isTrue();
    }

    @Test
    void aZoneWithoutACentreIsMeasuredByCoverageAndSaysSo() {
        var summary = of("1 2 / 3 4", ZonalStatistics.Rule.CENTRE, "POLYGON((8 1, 12 1, 12 3, 8 3, 8 1))");
        assertThat(summary.byCoverage()).isTrue();
        assertThat(summary.count()).isCloseTo(0.08, Offset.offset(1e-12));
        assertThat(summary.mean()).isCloseTo(3.5, Offset.offset(1e-12));
    }

    @Test
    void aZoneWithOneCentreIsMeasuredByCoverageWhereSeveralAreAskedFor() {
        String zone = "POLYGON((2 2, 12 2, 12 8, 2 8, 2 2))";
        assertThat(of("1 2 / 3 4", ZonalStatistics.Rule.CENTRE, zone).count()).isEqualTo(1);
        var summary = of("1 2 / 3 4", ZonalStatistics.Rule.SEVERAL_CENTRES, zone);
        assertThat(summary.byCoverage()).isTrue();
        assertThat(summary.count()).isCloseTo(0.6, Offset.offset(1e-12));
        assertThat(summary.sum()).isCloseTo(3 * 0.48 + 4 * 0.12, Offset.offset(1e-12));
        String wide = "POLYGON((2 2, 18 2, 18 8, 2 8, 2 2))";
        assertThat(of("1 2 / 3 4", ZonalStatistics.Rule.SEVERAL_CENTRES, wide).count())
                .isEqualTo(2);
    }

    @Test
    void whereSeveralCentresAreAskedForThoseOnTheOutlineDoNotCountAndSharesMakeTheMeanAlone() {
        String onTheOutline = "POLYGON((5 5, 25 5, 25 25, 5 25, 5 5))";
        String grid = "1 2 3 / 4 5 6 / 7 8 9";
        assertThat(of(grid, ZonalStatistics.Rule.SEVERAL_CENTRES, onTheOutline).count())
                .isEqualTo(4);
        String around = "POLYGON((4 5, 26 5, 26 25, 4 25, 4 5), (10 15, 15 20, 20 15, 15 10, 10 15))";
        // five centres on the outline or in the hole, two on its rim
        assertThat(of(grid, ZonalStatistics.Rule.SEVERAL_CENTRES, around).count())
                .isEqualTo(2);
        var summary = of(grid, ZonalStatistics.Rule.SEVERAL_CENTRES, "POLYGON((2 2, 12 2, 12 8, 2 8, 2 2))");
        assertThat(summary.mean()).isCloseTo(7 * 0.8 + 8 * 0.2, Offset.offset(1e-12));
        assertThat(summary.median()).isEqualTo(7.5);
        assertThat(summary.standardDeviation()).isCloseTo(Math.sqrt((0.2 * 0.2 + 0.8 * 0.8) / 2), Offset.offset(1e-12));
        assertThat(summary.minority()).isEqualTo(7);
    }

    @Test
    void outsideTheGridThereIsNothing() {
        var summary = of("1 2 / 3 4", ZonalStatistics.Rule.CENTRE, "POLYGON((90 90, 99 90, 99 99, 90 90))");
        assertThat(summary.count()).isZero();
        assertThat(summary.sum()).isZero();
        assertThat(summary.mean()).isNaN();
        assertThat(summary.majority()).isNaN();
    }

    @Test
    void majorityIsTheMostFrequentValueAndTheLeastOfSeveral() {
        String all = "POLYGON((0 0, 40 0, 40 20, 0 20, 0 0))";
        assertThat(of("5 5 3 2 / 5 3 2 3", ZonalStatistics.Rule.CENTRE, all).majority())
                .isEqualTo(3);
        StringBuilder many = new StringBuilder("7");
        for (int i = 0; i < 200; i++) {
            many.append(' ').append(i);
        }
        String wide = "POLYGON((0 0, 2010 0, 2010 10, 0 10, 0 0))";
        assertThat(of(many.toString(), ZonalStatistics.Rule.CENTRE, wide).majority())
                .isEqualTo(7);
    }

    @Test
    void medianMinorityAndVarietyAreThoseOfTheCells() {
        String all = "POLYGON((0 0, 40 0, 40 20, 0 20, 0 0))";
        var even = of("5 5 3 2 / 5 -3 2 3", ZonalStatistics.Rule.CENTRE, all);
        assertThat(even.median()).isEqualTo(3);
        assertThat(even.minority()).isEqualTo(-3);
        assertThat(even.variety()).isEqualTo(4);
        assertThat(of("1 2 3 4 / . . . .", ZonalStatistics.Rule.CENTRE, all).median())
                .isEqualTo(2.5);
        assertThat(of("-7 -1 -2 . / . . . .", ZonalStatistics.Rule.CENTRE, all).median())
                .isEqualTo(-2);
        assertThat(of(". . . . / . . . .", ZonalStatistics.Rule.CENTRE, all).median())
                .isNaN();
    }

    @Test
    void statisticsOfTheWholeGridCountEveryCell() {
        var summary = ZonalStatistics.of(Grids.of("1 2 / . 4"), false, SILENT);
        assertThat(summary.count()).isEqualTo(3);
        assertThat(summary.sum()).isEqualTo(7);
    }

    @Test
    void cellsWithoutDataBeforeBetweenAndBehindOthersDoNotCount() {
        String all = "POLYGON((0 0, 50 0, 50 30, 0 30, 0 0))";
        var summary = of(". . . . . / . . -3 . 5 / . 1 . . .", ZonalStatistics.Rule.CENTRE, all);
        assertThat(summary.count()).isEqualTo(3);
        assertThat(summary.sum()).isEqualTo(3);
        assertThat(summary.minimum()).isEqualTo(-3);
        assertThat(summary.maximum()).isEqualTo(5);
        assertThat(summary.standardDeviation()).isCloseTo(Math.sqrt(32 / 3.0), Offset.offset(1e-12));
        assertThat(summary.variety()).isEqualTo(3);
    }

    @Test
    void zonesHoldTheSameCellsHoweverTheirPositionsAreKept() {
        Grid grid = Grids.random(8, 60, 50, 9);
        for (Geometry zone : Grids.randomTriangles(300, 5)) {
            for (ZonalStatistics.Rule rule : ZonalStatistics.Rule.values()) {
                var usual = ZonalStatistics.of(grid, List.of(zone), rule, true, SILENT);
                for (int dimension = 2; dimension <= 3; dimension++) {
                    Geometry packed = packed((Polygon) zone, dimension);
                    assertThat(ZonalStatistics.of(grid, List.of(packed), rule, true, SILENT))
                            .isEqualTo(usual);
                }
            }
        }
    }

    private static Geometry packed(Polygon zone, int dimension) {
        CoordinateSequence ring = zone.getExteriorRing().getCoordinateSequence();
        double[] values = new double[dimension * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            values[dimension * i] = ring.getX(i);
            values[dimension * i + 1] = ring.getY(i);
        }
        return zone.getFactory()
                .createPolygon(zone.getFactory().createLinearRing(PackedPositions.of(values, dimension, 0)));
    }

    @Test
    void summariesDoNotDependOnTheNumberOfThreads() throws Exception {
        Grid grid = Grids.random(8, 60, 50, 9);
        List<Geometry> zones = Grids.randomTriangles(700, 9);
        for (ZonalStatistics.Rule rule : ZonalStatistics.Rule.values()) {
            var one = new ForkJoinPool(1)
                    .submit(() -> ZonalStatistics.of(grid, zones, rule, true, SILENT))
                    .get();
            var four = new ForkJoinPool(4)
                    .submit(() -> ZonalStatistics.of(grid, zones, rule, true, SILENT))
                    .get();
            assertThat(four).isEqualTo(one);
        }
    }

    /** B1 and B2: rasterstats' own test data and the counts its tests state. */
    @Test
    void countsEqualThoseOfRasterstats() throws IOException {
        assumeTrue(Files.exists(CHECKS));
        Grid slope = Grids.tiff(
                CHECKS.resolve("rasterstats/slope.tif"),
                -9999,
                244300.614949859125772,
                1000868.787686346797273,
                25.525146574506131);
        List<Geometry> zones = shapes("rasterstats/polygons.shp");
        var centre = ZonalStatistics.of(slope, zones, ZonalStatistics.Rule.CENTRE, false, SILENT);
        assertThat(centre).extracting(ZonalStatistics.Summary::count).containsExactly(75.0, 50.0);
        assertThat(centre.get(0).mean()).isCloseTo(14.66, Offset.offset(0.005));
        var touched = ZonalStatistics.of(slope, zones, ZonalStatistics.Rule.ALL_TOUCHED, false, SILENT);
        assertThat(touched).extracting(ZonalStatistics.Summary::count).containsExactly(95.0, 73.0);
    }

    /** B7: the zones and elevations of QGIS' own test and the numbers it states. */
    @Test
    void statisticsEqualThoseOfQgis() throws IOException {
        assumeTrue(Files.exists(CHECKS));
        Grid dem = Grids.tiff(CHECKS.resolve("zonal/dem.tif"), -99999, 18.6662979442, 45.8117014376, 0.0001);
        var summaries =
                ZonalStatistics.of(dem, shapes("zonal/zonal_stats.shp"), ZonalStatistics.Rule.CENTRE, false, SILENT);
        assertThat(summaries).extracting(ZonalStatistics.Summary::count).containsExactly(24890.0, 14940.0);
        assertThat(summaries.get(0).sum()).isCloseTo(3498496.427818, Offset.offset(5e-7));
        assertThat(summaries.get(1).sum()).isCloseTo(2569446.541069, Offset.offset(5e-7));
        assertThat(summaries.get(0).mean()).isCloseTo(140.558314, Offset.offset(5e-7));
        assertThat(summaries.get(1).mean()).isCloseTo(171.984374, Offset.offset(5e-7));
    }

    private static List<Geometry> shapes(String name) throws IOException {
        List<Geometry> result = new ArrayList<>();
        try (var rows = new ShapefileFormat().read(CHECKS.resolve(name), "", ReadOptions.standard(), new ImportLog())) {
            for (SimpleFeature row = rows.next(); row != null; row = rows.next()) {
                result.add((Geometry) row.getDefaultGeometry());
            }
        }
        return result;
    }
}
