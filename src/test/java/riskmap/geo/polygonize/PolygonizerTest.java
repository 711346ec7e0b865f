package riskmap.geo.polygonize;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.geo.Grids.SILENT;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.CoordinateArraySequenceFactory;
import riskmap.geo.Grids;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.zonal.ZonalStatistics;

class PolygonizerTest {
    private static List<Polygonizer.Zone> zones(String grid) {
        return Polygonizer.polygonize(Grids.of(grid), SILENT);
    }

    @Test
    void exampleInJavadoc() {
        assertThat(zones("1 2 / 2 1")).hasSize(4);
    }

    @Test
    void oneCellIsItsSquareCounterClockwise() {
        Polygonizer.Zone zone = zones("7").get(0);
        assertThat(zone.value()).isEqualTo(7);
        assertThat(zone.cells()).isEqualTo(1);
        assertThat(zone.polygon()).hasToString("POLYGON ((0 10, 0 0, 10 0, 10 10, 0 10))");
        assertThat(Orientation.isCCW(zone.polygon().getExteriorRing().getCoordinateSequence()))
                .isTrue();
    }

    @Test
    void holesAreHolesAndHoldTheirOwnZones() {
        List<Polygonizer.Zone> zones = zones("1 1 1 1 / 1 . 2 1 / 1 1 1 1");
        assertThat(zones).extracting(Polygonizer.Zone::value).containsExactly(1f, 2f);
        assertThat(zones.get(0).polygon().getNumInteriorRing()).isEqualTo(1);
        assertThat(zones.get(0).cells()).isEqualTo(10);
        assertThat(zones.get(0).polygon().getArea()).isEqualTo(1000);
    }

    @Test
    void aZoneThatTouchesItselfInACornerIsAValidPolygonWithAHole() {
        // the ones close a ring only by the corner in the middle
        List<Polygonizer.Zone> zones = zones("1 1 1 / 1 2 1 / 1 1 3");
        assertThat(zones.get(0).polygon().isValid()).isTrue();
        assertThat(zones.get(0).polygon().getNumInteriorRing()).isEqualTo(1);
        List<Polygonizer.Zone> open = zones("1 1 1 1 / 1 2 2 1 / 1 2 1 3 / 1 1 3 3");
        for (Polygonizer.Zone zone : open) {
            assertThat(zone.polygon().isValid()).as(zone.toString()).isTrue();
        }
    }

    @Test
    void cornersOfNeighboursAreVerticesOnBothSides() {
        Polygonizer.Zone above = zones("1 1 / 2 3").get(0);
        assertThat(above.polygon()).hasToString("POLYGON ((0 20, 0 10, 10 10, 20 10, 20 20, 0 20))");
    }

    @Test
    void cellsWithoutDataBelongToNoZone() {
        assertThat(zones(". . / . .")).isEmpty();
    }

    @Property(tries = 150)
    void zonesAreAValidCoverageThatRasterizesBackToTheGrid(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 24) int width,
            @ForAll @IntRange(min = 1, max = 24) int height,
            @ForAll @IntRange(min = 1, max = 4) int classes) {
        Grid grid = Grids.random(seed, width, height, classes);
        List<Polygonizer.Zone> zones = Polygonizer.polygonize(grid, SILENT);
        Geometry[] polygons = zones.stream()
                .map(zone -> (Geometry)
                        new GeometryFactory(CoordinateArraySequenceFactory.instance()).createGeometry(zone.polygon()))
                .toArray(Geometry[]::new);
        for (Geometry polygon : polygons) {
            assertThat(polygon.isValid()).as(polygon.toText()).isTrue();
        }
        assertThat(CoverageValidator.isValid(polygons)).isTrue();

        Rasterizer back =
                new Rasterizer(grid.geometry(), Rasterizer.Rule.CENTRE, Rasterizer.Combine.LAST, Float.NaN, SILENT);
        Rasterizer times =
                new Rasterizer(grid.geometry(), Rasterizer.Rule.ALL_TOUCHED, Rasterizer.Combine.SUM, Float.NaN, SILENT);
        double area = 0;
        long cells = 0;
        for (Polygonizer.Zone zone : zones) {
            back.add(zone.polygon(), zone.value());
            times.add(zone.polygon(), 1);
            area += zone.polygon().getArea();
            cells += zone.cells();
        }
        assertThat(back.finish().cells()).isEqualTo(grid.cells());
        int withData = 0;
        Grid covered = times.finish();
        for (int i = 0; i < grid.cells().length; i++) {
            boolean data = !Float.isNaN(grid.cells()[i]);
            withData += data ? 1 : 0;
            assertThat(Float.compare(covered.cells()[i], data ? 1 : Float.NaN)).isZero();
        }
        assertThat(area).isEqualTo(100.0 * withData);
        assertThat(cells).isEqualTo(withData);
    }

    @Test
    void tallGridsTracedInBandsGiveTheSameWhateverTheThreads() throws Exception {
        // one zone winds through all bands, others lie inside it
        Grid grid = Grids.random(42, 60, 900, 2);
        String one = new ForkJoinPool(1).submit(() -> text(grid)).get();
        String four = new ForkJoinPool(4).submit(() -> text(grid)).get();
        assertThat(four).isEqualTo(one);
        double area = Polygonizer.polygonize(grid, SILENT).stream()
                .mapToDouble(zone -> zone.polygon().getArea())
                .sum();
        assertThat(area)
                .isEqualTo(100.0 * ZonalStatistics.of(grid, false, SILENT).count());
    }

    private static String text(Grid grid) {
        StringBuilder text = new StringBuilder();
        Polygonizer.polygonize(grid, SILENT).forEach(zone -> text.append(zone));
        return text.toString();
    }
}
