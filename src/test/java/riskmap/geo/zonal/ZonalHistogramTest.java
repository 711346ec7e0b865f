package riskmap.geo.zonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static riskmap.geo.Grids.SILENT;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.RiskMapException;
import riskmap.geo.Grids;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

class ZonalHistogramTest {
    @Test
    void everyZoneHasTheCellsOfEachValueAndThoseWithoutData() {
        List<Geometry> zones = List.of(
                Grids.wkt("POLYGON((0 0, 24 0, 24 16, 0 16, 0 0))"),
                Grids.wkt("POLYGON((0 0, 30 0, 30 30, 0 30, 0 0))"),
                Grids.wkt("POLYGON((90 90, 99 90, 99 99, 90 90))"));
        var histogram =
                ZonalHistogram.of(Grids.of("1 2 2 / 2 5 5 / 5 1 ."), zones, ZonalStatistics.Rule.CENTRE, SILENT);
        assertThat(histogram.values()).containsExactly(1, 2, 5);
        assertThat(histogram.cells()).isDeepEqualTo(new double[][] {{1, 1, 2, 0}, {2, 3, 3, 1}, {0, 0, 0, 0}});
    }

    @Test
    void asQgisCountsThemAZoneWithoutACentreHasEachCellItMeetsOnce() {
        List<Geometry> zones = List.of(
                Grids.wkt("POLYGON((2 2, 12 2, 12 8, 2 8, 2 2))"), Grids.wkt("POLYGON((8 1, 12 1, 12 3, 8 3, 8 1))"));
        var histogram = ZonalHistogram.of(
                Grids.of("1 2 2 / 2 5 5 / 5 1 ."), zones, ZonalStatistics.Rule.SEVERAL_CENTRES, SILENT);
        assertThat(histogram.cells()).isDeepEqualTo(new double[][] {{0, 0, 1, 0}, {1, 0, 1, 0}});
    }

    @Test
    void numberAndSumOfTheCellsAreThoseOfZonalStatistics() {
        Random random = new Random(11);
        float[] cells = new float[40 * 30];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = random.nextInt(9) == 0 ? Float.NaN : random.nextInt(5) - 1.5f;
        }
        Grid grid = new Grid(new GridGeometry(40, 30, 0, 300, 10, 10, null), cells);
        for (int i = 0; i < 40; i++) {
            Geometry zone = Grids.wkt("POINT(" + 400 * random.nextDouble() + " " + 300 * random.nextDouble() + ")")
                    .buffer(20 + 80 * random.nextDouble());
            for (ZonalStatistics.Rule rule : ZonalStatistics.Rule.values()) {
                var histogram = ZonalHistogram.of(grid, List.of(zone), rule, SILENT);
                var summary = ZonalStatistics.of(grid, List.of(zone), rule, false, SILENT)
                        .get(0);
                double count = 0;
                double sum = 0;
                for (int value = 0; value < histogram.values().length; value++) {
                    count += histogram.cells()[0][value];
                    sum += histogram.cells()[0][value] * histogram.values()[value];
                }
                assertThat(count).as(rule + " " + zone).isCloseTo(summary.count(), within(1e-6));
                assertThat(sum).as(rule + " " + zone).isCloseTo(summary.sum(), within(1e-6));
            }
        }
    }

    @Test
    void aRasterOfMeasurementsIsNoRasterOfClasses() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append(i).append(i % 20 == 19 ? " / " : " ");
        }
        String grid = text.substring(0, text.length() - 3);
        assertThatThrownBy(() -> ZonalHistogram.of(Grids.of(grid), List.of(), ZonalStatistics.Rule.CENTRE, SILENT))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("256");
    }
}
