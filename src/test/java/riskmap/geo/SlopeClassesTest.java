package riskmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.geo.Grids.SILENT;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

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
