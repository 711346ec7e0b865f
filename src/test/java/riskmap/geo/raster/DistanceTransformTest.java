package riskmap.geo.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.geo.Grids.SILENT;

import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import riskmap.geo.Grids;

class DistanceTransformTest {
    @Test
    void exampleInJavadoc() {
        Grid sources = Grids.of("1 . . . / . . . . / . . . . / . . . . / . . . .");
        assertThat(DistanceTransform.distance(sources, SILENT).get(3, 4)).isEqualTo(50);
    }

    @Test
    void sourcesAreAtDistanceZeroAndZeroIsNoSource() {
        Grid distance = DistanceTransform.distance(Grids.of("0 0 2 0 0"), SILENT);
        assertThat(Grids.text(distance)).isEqualTo("20 10 0 10 20");
    }

    @Test
    void withoutSourcesThereIsNoDistance() {
        assertThat(Grids.text(DistanceTransform.distance(Grids.of("0 . / . 0"), SILENT)))
                .isEqualTo(". . / . .");
        assertThat(DistanceTransform.nearest(Grids.of("0 . / . 0"), SILENT)).containsOnly(-1);
    }

    @Test
    void nearestTellsWhichSource() {
        int[] nearest = DistanceTransform.nearest(Grids.of("0 0 0 0 5 / 0 0 0 0 0 / 7 0 0 0 0"), SILENT);
        assertThat(nearest).containsExactly(10, 10, 4, 4, 4, 10, 10, 10, 4, 4, 10, 10, 10, 4, 4);
    }

    @Property(tries = 60)
    void equalsBruteForceOnCellsOfAnyShape(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int width,
            @ForAll @IntRange(min = 1, max = 30) int height,
            @ForAll @DoubleRange(min = 0.2, max = 5) double cellHeight) {
        Grid random = Grids.random(seed, width, height, 2);
        GridGeometry geometry = new GridGeometry(width, height, 100, 200, 1.5, cellHeight, null);
        Grid sources = new Grid(geometry, random.cells());
        float[] distances = DistanceTransform.distance(sources, SILENT).cells();
        int[] nearest = DistanceTransform.nearest(sources, SILENT);
        Grid given = new Grid(geometry, sources.cells().clone());
        assertThat(DistanceTransform.distanceInPlace(given, SILENT).cells()).isEqualTo(distances);
        for (int i = 0; i < distances.length; i++) {
            double least = Double.NaN;
            for (int k = 0; k < distances.length; k++) {
                if (sources.cells()[k] == 1) {
                    double away = away(geometry, i, k);
                    least = away >= least ? least : away;
                }
            }
            if (Double.isNaN(least)) {
                assertThat(distances[i]).isNaN();
                assertThat(nearest[i]).isEqualTo(-1);
            } else {
                assertThat((double) distances[i]).isCloseTo(least, Offset.offset(1e-5));
                assertThat(away(geometry, i, nearest[i])).isCloseTo(least, Offset.offset(1e-9));
                assertThat(sources.cells()[nearest[i]]).isEqualTo(1);
            }
        }
    }

    @Test
    void resultDoesNotDependOnTheNumberOfThreads() throws Exception {
        Grid sources = Grids.random(3, 300, 600, 40);
        float[] one = new ForkJoinPool(1)
                .submit(() -> DistanceTransform.distance(sources, SILENT).cells())
                .get();
        float[] four = new ForkJoinPool(4)
                .submit(() -> DistanceTransform.distance(sources, SILENT).cells())
                .get();
        assertThat(four).isEqualTo(one);
    }

    private static double away(GridGeometry geometry, int one, int other) {
        int width = geometry.width();
        return Math.hypot(
                (one % width - other % width) * geometry.cellWidth(),
                (one / width - other / width) * geometry.cellHeight());
    }
}
