package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** A line drawn with fewer points passes all points left out as closely as promised. */
class StraightPropertiesTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    @Property(tries = 200, seed = "20261129")
    void noPointLiesFartherFromTheLineThanAllowed(
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
            @ForAll @IntRange(min = 2, max = 60) int count,
            @ForAll @DoubleRange(min = 0.05, max = 4) double distance) {
        Random random = new Random(seed);
        float[] xy = new float[2 * count];
        double bend = random.nextDouble() * 3;
        double angle = 0;
        for (int i = 1; i < count; i++) {
            angle += random.nextGaussian() * bend;
            xy[2 * i] = xy[2 * i - 2] + (float) (Math.cos(angle) * random.nextDouble() * 4);
            xy[2 * i + 1] = xy[2 * i - 1] + (float) (Math.sin(angle) * random.nextDouble() * 4);
        }
        float[] kept = new float[2 * count];
        int size = Straight.points(xy, count, distance, kept);
        assertThat(size).isBetween(2, count);
        assertThat(new float[] {kept[0], kept[1]}).containsExactly(xy[0], xy[1]);
        assertThat(new float[] {kept[2 * size - 2], kept[2 * size - 1]})
                .containsExactly(xy[2 * count - 2], xy[2 * count - 1]);
        LineString line = line(kept, size);
        for (int i = 0; i < count; i++) {
            assertThat(GEOMETRIES
                            .createPoint(new Coordinate(xy[2 * i], xy[2 * i + 1]))
                            .distance(line))
                    .isLessThanOrEqualTo(distance + 1e-4);
        }
    }

    @Test
    void pointsOnAStraightLineGoAndCornersStay() {
        float[] corner = {0, 0, 10, 0, 20, 0.01f, 30, 0, 30, 10, 30, 20};
        float[] kept = new float[corner.length];
        assertThat(Straight.points(corner, 6, 0.1, kept)).isEqualTo(3);
        assertThat(kept).startsWith(0, 0, 30, 0, 30, 20);
    }

    @Test
    void theTipOfAPeninsulaStays() {
        float[] thereAndBack = {0, 0, 10, 0, 20, 0, 10, 0.01f, 0, 0.01f};
        float[] kept = new float[thereAndBack.length];
        int size = Straight.points(thereAndBack, 5, 0.5, kept);
        assertThat(size).isEqualTo(3);
        assertThat(kept[2]).isEqualTo(20);
    }

    private static LineString line(float[] xy, int count) {
        Coordinate[] points = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        return GEOMETRIES.createLineString(points);
    }
}
