package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Uniting part by part gives the union. */
class UnionOfPartsPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 60)
    void theUnionIsTheSameArea(@ForAll long seed) {
        Random random = new Random(seed);
        Geometry one = islands(random);
        Geometry other = islands(random);
        Geometry union = UnionOfParts.of(one, other);
        assertThat(union.isValid()).isTrue();
        assertThat(union.equalsTopo(Overlay.union(one, other))).isTrue();
        assertThat(union.getNumGeometries()).isEqualTo(Overlay.union(one, other).getNumGeometries());
    }

    /** Between one and thirty islands, some with lakes, some in lakes. */
    private static Geometry islands(Random random) {
        Geometry result = FACTORY.createPolygon();
        for (int i = 0, count = 1 + random.nextInt(30); i < count; i++) {
            Geometry point = FACTORY.createPoint(new Coordinate(random.nextInt(100), random.nextInt(100)));
            Geometry island = point.buffer(1 + random.nextInt(9), 2);
            result = random.nextInt(3) == 0 && i > 0 ? result.difference(island) : result.union(island);
        }
        return result.isEmpty() ? FACTORY.createPoint(new Coordinate(0, 0)).buffer(1) : result;
    }
}
