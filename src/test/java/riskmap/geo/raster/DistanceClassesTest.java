package riskmap.geo.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.geo.Grids.SILENT;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DistanceClassesTest {
    @Test
    void exampleInJavadoc() {
        GridGeometry lattice = new GridGeometry(4, 3, 0, 30, 10, 10, null);
        byte[] sources = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] classes = new DistanceClasses(lattice)
                .of(sources, Reclassification.counting(15), SILENT)
                .classes();
        assertThat(classes).containsExactly(0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void aDistanceOnABreakBelongsToTheUpperClass() {
        GridGeometry lattice = new GridGeometry(6, 1, 0, 10, 10, 10, null);
        byte[] classes = new DistanceClasses(lattice)
                .of(new byte[] {0, 0, 0, 0, 0, 7}, Reclassification.counting(0, 20, 40), SILENT)
                .classes();
        assertThat(classes).containsExactly(3, 3, 2, 2, 1, 1);
    }

    /**
     * The nearest of three sources, 7 rows and 7 columns away, is the nearest of no cell beside: a transform that hands
     * sources on from cell to cell, as {@code gdal_proximity} does, loses it and tells 100 m. Of the 10.24 million cells of
     * the benchmark district, 231 get another class of distance to roads by that, 53 another level.
     */
    @Test
    void theNearestSourceCountsAlsoWhereItIsTheNearestOfNoCellBeside() {
        GridGeometry lattice = new GridGeometry(25, 25, 0, 250, 10, 10, null);
        int middle = 12 * 25 + 12;
        byte[] sources = new byte[lattice.cellCount()];
        sources[middle + 7 * 25 + 7] = 1;
        sources[middle + 10] = 1;
        sources[middle + 8 * 25 - 6] = 1;
        byte[] classes = new DistanceClasses(lattice)
                .of(sources, Reclassification.counting(100), SILENT)
                .classes();
        assertThat(classes[middle]).isZero();
        assertThat(DistanceClasses.at(lattice, sources, middle)).isEqualTo((float) (10 * Math.sqrt(98)));
    }

    @Test
    void withoutSourcesThereAreNoClasses() {
        GridGeometry lattice = new GridGeometry(3, 3, 0, 30, 10, 10, null);
        assertThat(new DistanceClasses(lattice).of(new byte[9], Reclassification.counting(10), SILENT))
                .isNull();
        assertThat(DistanceClasses.at(lattice, new byte[9], 4)).isNaN();
    }

    @Test
    void onlySquareCellsAreTold() {
        Reclassification breaks = Reclassification.counting(10);
        assertThat(new DistanceClasses(new GridGeometry(3, 3, 0, 30, 10, 9, null)).canTell(breaks))
                .isFalse();
        assertThat(new DistanceClasses(new GridGeometry(3, 3, 0, 30, 9, 9, null)).canTell(breaks))
                .isTrue();
    }

    @Property(tries = 400)
    void areTheClassesOfTheDistances(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @DoubleRange(min = 0.01, max = 70) double cell) {
        Random random = new Random(seed);
        GridGeometry lattice = new GridGeometry(width, height, 100, 200, cell, cell, null);
        DistanceClasses distances = new DistanceClasses(lattice);
        for (int again = 0; again < 2; again++) {
            byte[] sources = sources(random, lattice.cellCount());
            Reclassification breaks = breaks(random, cell);
            float[] marks = new float[sources.length];
            for (int i = 0; i < marks.length; i++) {
                marks[i] = sources[i];
            }
            Grid expected = DistanceTransform.distance(new Grid(lattice, marks), SILENT);
            ClassGrid classes = distances.of(sources, breaks, SILENT);
            float[] each = new float[sources.length];
            for (int i = 0; i < each.length; i++) {
                each[i] = DistanceClasses.at(lattice, sources, i);
            }
            assertThat(each).isEqualTo(expected.cells());
            if (classes == null) {
                assertThat(expected.cells()).containsOnly(Float.NaN);
            } else {
                assertThat(classes.classes())
                        .isEqualTo(ClassGrid.of(expected, breaks, SILENT).classes());
            }
        }
    }

    @Test
    void resultDoesNotDependOnTheNumberOfThreads() throws Exception {
        GridGeometry lattice = new GridGeometry(700, 900, 0, 9000, 10, 10, null);
        byte[] sources = new byte[lattice.cellCount()];
        Random random = new Random(5);
        for (int i = 0; i < 40; i++) {
            sources[random.nextInt(sources.length)] = 1;
        }
        Reclassification breaks = Reclassification.counting(100, 300, 800, 1500);
        byte[] one = new ForkJoinPool(1)
                .submit(() ->
                        new DistanceClasses(lattice).of(sources, breaks, SILENT).classes())
                .get();
        byte[] eight = new ForkJoinPool(8)
                .submit(() ->
                        new DistanceClasses(lattice).of(sources, breaks, SILENT).classes())
                .get();
        assertThat(eight).isEqualTo(one);
    }

    private static byte[] sources(Random random, int count) {
        byte[] sources = new byte[count];
        int oneIn = 1 + random.nextInt(count + 2);
        for (int i = 0; i < count; i++) {
            sources[i] = (byte) (random.nextInt(oneIn) == 0 ? random.nextBoolean() ? 1 : -1 : 0);
        }
        return sources;
    }

    /** Some of them multiples of the cell, which distances hit; some beyond all distances, some at 0 or below. */
    private static Reclassification breaks(Random random, double cell) {
        double[] breaks = new double[random.nextInt(5)];
        double last = random.nextBoolean() ? -cell : 0;
        for (int i = 0; i < breaks.length; i++) {
            last += random.nextBoolean() ? cell * (1 + random.nextInt(9)) : cell * (0.01 + 12 * random.nextDouble());
            breaks[i] = last;
        }
        return Reclassification.counting(breaks);
    }
}
