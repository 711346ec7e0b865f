package riskmap.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static riskmap.geo.Grids.SILENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import riskmap.geo.Grids;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Resampling;
import riskmap.geo.raster.Sampling;

class TerrainTest {
    private static final Path CHECKS = Path.of("../shared/data/checks/raster/terrain");

    /** A plane that rises so many metres per metre towards east and north. */
    private static Grid plane(double east, double north) {
        Grid grid = Grid.filled(Grids.geometry(6, 5), 0);
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 6; column++) {
                grid.set(column, row, (float) (100 + 10 * (east * column - north * row)));
            }
        }
        return grid;
    }

    @Test
    void aPlaneHasOneSlopeUpToItsEdges() {
        for (double rise : new double[] {0, 0.01, 0.5, 1, 3, 60}) {
            for (float slope : Terrain.slopeDegrees(plane(0, rise), SILENT).cells()) {
                assertThat((double) slope).isCloseTo(Math.toDegrees(Math.atan(rise)), Offset.offset(2e-5));
            }
        }
        assertThat(Terrain.slopePercent(plane(0, 0.5), SILENT).cells()).containsOnly(50);
    }

    @Test
    void slopeOnAnotherLatticeIsThatOfTheNearestCell() {
        java.util.Random random = new java.util.Random(5);
        for (int n = 0; n < 60; n++) {
            Grid elevation = Grids.random(n, 23, 17, 9);
            double size = n % 3 == 0 ? 10 : 3 + random.nextInt(30);
            // whole cells, half cells (centres on sides) and anything
            double shift = n % 3 == 0 ? 10 * random.nextInt(5) : n % 3 == 1 ? 5 : 20 * random.nextDouble();
            GridGeometry lattice = new GridGeometry(31, 27, -50 + shift, 200 - shift, size, size, null);
            float[] into = new float[lattice.cellCount()];
            java.util.Arrays.fill(into, 77);
            Grid expected =
                    Resampling.to(Terrain.slopeDegrees(elevation, SILENT), lattice, Sampling.Method.NEAREST, SILENT);
            assertThat(Terrain.slopeDegrees(elevation, lattice, into, SILENT).cells())
                    .containsExactly(expected.cells());
        }
    }

    @Test
    void aspectIsTheWayDownhill() {
        assertThat(Terrain.aspect(plane(0, -1), SILENT).get(2, 2)).isEqualTo(0);
        assertThat(Terrain.aspect(plane(-1, 0), SILENT).get(2, 2)).isEqualTo(90);
        assertThat(Terrain.aspect(plane(0, 1), SILENT).get(2, 2)).isEqualTo(180);
        assertThat(Terrain.aspect(plane(1, 0), SILENT).get(2, 2)).isEqualTo(270);
        assertThat(Terrain.aspect(plane(1, 1), SILENT).get(2, 2)).isEqualTo(225);
        assertThat(Terrain.aspect(plane(0, 0), SILENT).get(2, 2)).isNaN();
    }

    @Test
    void reliefIsBrightTowardsTheLightAndDarkBehind() {
        float flat = Terrain.hillshade(plane(0, 0), 315, 45, 1, SILENT).get(2, 2);
        assertThat((double) flat).isCloseTo(1 + 254 * Math.sin(Math.PI / 4), Offset.offset(1e-4));
        // a face of 45° square to the light from the north-west at 45°
        double half = Math.sqrt(0.5);
        assertThat((double) Terrain.hillshade(plane(half, -half), 315, 45, 1, SILENT)
                        .get(2, 2))
                .isCloseTo(255, Offset.offset(1e-3));
        assertThat(Terrain.hillshade(plane(-3, 3), 315, 45, 1, SILENT).get(2, 2))
                .isEqualTo(1);
        assertThat((double) Terrain.multidirectionalHillshade(plane(0, 0), 45, 1, SILENT)
                        .get(2, 2))
                .isCloseTo(flat, Offset.offset(1e-4));
    }

    @Test
    void noDataStaysNoDataAndHidesNothingBeside() {
        Grid hole = plane(0, 0);
        hole.set(2, 2, Float.NaN);
        Grid slope = Terrain.slopeDegrees(hole, SILENT);
        assertThat(Grids.text(slope)).isEqualTo("0 0 0 0 0 0 / 0 0 0 0 0 0 / 0 0 . 0 0 0 / 0 0 0 0 0 0 / 0 0 0 0 0 0");
    }

    @Test
    void aSingleCellIsFlat() {
        assertThat(Terrain.slopeDegrees(Grids.of("5"), SILENT).cells()).containsExactly(0);
    }

    @Test
    void cellsInDegreesAreMeasuredInMetres() {
        GridGeometry degrees = new GridGeometry(3, 3, 121, 60.0005, 0.001, 0.001, Crs.of("EPSG:4326"));
        Grid eastward = new Grid(degrees, new float[] {0, 10, 20, 0, 10, 20, 0, 10, 20});
        // one thousandth of a degree of longitude on the ellipsoid at 60° is 55.80 m
        assertThat((double) Terrain.slopePercent(eastward, SILENT).get(1, 0)).isCloseTo(17.92, Offset.offset(0.01));
    }

    @Test
    void slopeEqualsThePublishedResult() throws IOException {
        assumeTrue(Files.exists(CHECKS.resolve("dem.tif")));
        Grid expected = published("slope.tif", -9999);
        Grid slope = Terrain.slopeDegrees(published("dem.tif", -3.4028234663852886e38), SILENT);
        assertThat(worstInside(slope, expected)).isLessThanOrEqualTo(1e-5);
    }

    @Test
    void aspectEqualsThePublishedResult() throws IOException {
        assumeTrue(Files.exists(CHECKS.resolve("dem.tif")));
        Grid expected = published("aspect.tif", -9999);
        Grid aspect = Terrain.aspect(published("dem.tif", -3.4028234663852886e38), SILENT);
        assertThat(worstInside(aspect, expected)).isLessThanOrEqualTo(5e-5);
    }

    private static Grid published(String name, double noData) throws IOException {
        return Grids.tiff(CHECKS.resolve(name), noData, 4078250, 2434950, 25);
    }

    /** The greatest difference of cells that are not on the edge of the grid. */
    private static double worstInside(Grid one, Grid other) {
        double worst = 0;
        for (int row = 1; row < one.height() - 1; row++) {
            for (int column = 1; column < one.width() - 1; column++) {
                double difference = Math.abs(one.get(column, row) - other.get(column, row));
                assertThat(difference).isNotNaN();
                worst = Math.max(worst, difference);
            }
        }
        return worst;
    }
}
