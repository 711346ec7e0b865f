package riskmap.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.geo.Grids.SILENT;

import java.math.BigDecimal;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import riskmap.geo.raster.ClassGrid;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Reclassification;

class SlopeClassesTest {
    private static final Reclassification BREAKS = Reclassification.counting(5, 15, 25, 35);

    @Property(tries = 300)
    void areTheClassesOfTheSlopes(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int width,
            @ForAll @IntRange(min = 1, max = 30) int height) {
        Random random = new Random(seed);
        Grid elevation = elevation(random, width, height);
        GridGeometry own = elevation.geometry();
        double cell = own.cellWidth() * (0.4 + random.nextDouble());
        GridGeometry other = new GridGeometry(
                width + 3,
                height + 2,
                own.minX() - random.nextInt(20),
                own.maxY() + random.nextInt(20),
                cell,
                cell,
                null);
        double[] degrees = new double[random.nextInt(6)];
        for (int i = 0; i < degrees.length; i++) {
            degrees[i] = 0.01 + (i + random.nextDouble()) * 84.9 / degrees.length;
        }
        Reclassification breaks = Reclassification.counting(degrees);
        assertThat(Terrain.canTellClasses(breaks)).isTrue();
        for (GridGeometry lattice : new GridGeometry[] {own, other}) {
            Grid slopes = Terrain.slopeDegrees(elevation, lattice, new float[lattice.cellCount()], SILENT);
            assertThat(Terrain.slopeClasses(elevation, lattice, breaks, SILENT).classes())
                    .isEqualTo(ClassGrid.of(slopes, breaks, SILENT).classes());
            float[] each = new float[lattice.cellCount()];
            for (int i = 0; i < each.length; i++) {
                each[i] = Terrain.slopeDegreesAt(elevation, lattice, i);
            }
            assertThat(each).isEqualTo(slopes.cells());
        }
    }

    @Test
    void closeToABreakTheRoundedAngleDecides() {
        double[] east = new double[4001];
        double[] north = new double[east.length];
        double[] angles = new double[east.length];
        for (double degrees : new double[] {0.01, 5, 15, 25, 35, 60, 85}) {
            double rise = Math.tan(Math.toRadians(degrees));
            for (int i = 0; i < east.length; i++) {
                // from some bits to three times the share within which the angle is made
                east[i] = 0.6 * rise * (1 + (i - 2000) * (i % 2 == 0 ? 1e-10 : 1.5e-8));
                north[i] = 0.8 * rise * (1 + (i - 2000) * (i % 2 == 0 ? 1e-10 : 1.5e-8));
            }
            Reclassification breaks = Reclassification.counting(degrees);
            byte[] classes = new byte[east.length];
            new SlopeClasses(breaks).of(east, north, classes);
            Terrain.slopeDegrees(east.clone(), north.clone(), angles);
            byte[] expected = new byte[classes.length];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = (byte) breaks.classOf((float) angles[i]);
            }
            assertThat(classes).isEqualTo(expected);
            assertThat(classes).contains((byte) 0, (byte) 1);
        }
    }

    /**
     * Nine heights whose slope by exact fractions is 4.999969° and 5.000074°: added up in floats, as {@code gdaldem} does,
     * they come to 5.000037° and 4.999998°, the other class. Of the 10.24 million cells of the benchmark district, 49 get
     * another class of slope by that, 19 another level.
     */
    @Test
    void sumsOfHeightsAreNotRoundedAcrossABreak() {
        float[] below = {
            308.544189453125f, 307.397216796875f, 306.7808837890625f,
            309.02801513671875f, 308.0941162109375f, 307.418212890625f,
            308.9934997558594f, 308.2738952636719f, 307.72430419921875f
        };
        float[] above = {
            152.2769317626953f, 153.21604919433594f, 154.18309020996094f,
            153.25045776367188f, 153.73797607421875f, 154.18690490722656f,
            153.91778564453125f, 154.58737182617188f, 154.91543579101562f
        };
        GridGeometry lattice = new GridGeometry(3, 3, 0, 30, 10, 10, null);
        assertThat(exactSquare(below)).isLessThan(squareOfFiveDegrees());
        assertThat(exactSquare(above)).isGreaterThan(squareOfFiveDegrees());
        assertThat(Terrain.slopeClasses(new Grid(lattice, below), lattice, BREAKS, SILENT)
                        .classes()[4])
                .isZero();
        assertThat(Terrain.slopeClasses(new Grid(lattice, above), lattice, BREAKS, SILENT)
                        .classes()[4])
                .isEqualTo((byte) 1);
    }

    /** The square of the rise per metre in the middle of 3 × 3 cells of 10 m (Horn), without any rounding. */
    private static BigDecimal exactSquare(float[] heights) {
        BigDecimal[] z = new BigDecimal[9];
        for (int i = 0; i < 9; i++) {
            z[i] = new BigDecimal(heights[i]);
        }
        BigDecimal two = BigDecimal.valueOf(2);
        BigDecimal east = z[2].add(z[5].multiply(two))
                .add(z[8])
                .subtract(z[0])
                .subtract(z[3].multiply(two))
                .subtract(z[6]);
        BigDecimal south = z[6].add(z[7].multiply(two))
                .add(z[8])
                .subtract(z[0])
                .subtract(z[1].multiply(two))
                .subtract(z[2]);
        return east.multiply(east).add(south.multiply(south)).divide(BigDecimal.valueOf(6400));
    }

    /** tan² 5° to 20 digits: 0.0874886635259240052220…². */
    private static BigDecimal squareOfFiveDegrees() {
        BigDecimal rise = new BigDecimal("0.0874886635259240052220");
        return rise.multiply(rise);
    }

    @Test
    void whatIsNoNumberHasNoClassAndWhatIsSteepHasTheLast() {
        double[] east = {Double.NaN, Double.POSITIVE_INFINITY, 0, 1e9, 600, -0.5};
        double[] north = {0, 0, 0, 0, 0, 0};
        byte[] classes = new byte[east.length];
        new SlopeClasses(BREAKS).of(east, north, classes);
        assertThat(classes).containsExactly(-1, -1, 0, 4, 4, 3);
    }

    @Test
    void breaksThatAFloatCannotTellApartAreLeftToTheAngles() {
        assertThat(Terrain.canTellClasses(BREAKS)).isTrue();
        assertThat(Terrain.canTellClasses(Reclassification.counting(0, 5))).isFalse();
        assertThat(Terrain.canTellClasses(Reclassification.counting(5, 89))).isFalse();
    }

    @Test
    void resultDoesNotDependOnTheNumberOfThreads() throws Exception {
        Grid elevation = elevation(new Random(4), 500, 700);
        byte[] one = new ForkJoinPool(1)
                .submit(() -> Terrain.slopeClasses(elevation, elevation.geometry(), BREAKS, SILENT)
                        .classes())
                .get();
        byte[] eight = new ForkJoinPool(8)
                .submit(() -> Terrain.slopeClasses(elevation, elevation.geometry(), BREAKS, SILENT)
                        .classes())
                .get();
        assertThat(eight).isEqualTo(one);
    }

    /** Flat, gentle and very steep ground, with voids. */
    private static Grid elevation(Random random, int width, int height) {
        float[] cells = new float[width * height];
        double rough = Math.pow(10, random.nextInt(6) - 2);
        for (int i = 0; i < cells.length; i++) {
            boolean flat = random.nextInt(4) == 0;
            cells[i] = random.nextInt(30) == 0 ? Float.NaN : flat ? 100 : (float) (100 + rough * random.nextGaussian());
        }
        return new Grid(new GridGeometry(width, height, 100, 200, 10, 10, null), cells);
    }
}
