package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;

/** A zero with a sign is the same number, and the same place on the map, as one without. */
class PlainZerosPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 300)
    void whatIsMadeOfAreasDoesNotDependOnTheSignOfAZero(@ForAll long seed) {
        Random random = new Random(seed);
        Geometry a = areas(random);
        Geometry b = areas(random);
        Geometry signedA = signed(a, random);
        Geometry signedB = signed(b, random);
        assertSame(Overlay.union(signedA, signedB), Overlay.union(a, b));
        assertSame(Overlay.intersection(signedA, signedB), Overlay.intersection(a, b));
        assertSame(Overlay.difference(signedA, signedB), Overlay.difference(a, b));
        assertSame(Overlay.symmetricDifference(signedA, signedB), Overlay.symmetricDifference(a, b));
    }

    @Test
    void aGeometryWithoutSuchAZeroIsTheSameObjectAndOneWithItIsNotChanged() {
        Polygon plain = polygon(-4, -4, 0, 0, -4, 4);
        assertThat(PlainZeros.of(plain)).isSameAs(plain);
        LineString line = FACTORY.createLineString(new Coordinate[] {new Coordinate(-0.0, 3), new Coordinate(2, -0.0)});
        Geometry made = PlainZeros.of(line);
        assertThat(bits(made)).containsExactly(bits(0.0), bits(3.0), bits(2.0), bits(0.0));
        assertThat(bits(line)).containsExactly(bits(-0.0), bits(3.0), bits(2.0), bits(-0.0));
    }

    private static void assertSame(Geometry actual, Geometry expected) {
        assertThat(actual.isValid()).isTrue();
        assertThat(actual.norm()).isEqualTo(expected.norm());
    }

    private static List<Long> bits(Geometry geometry) {
        List<Long> bits = new ArrayList<>();
        for (Coordinate at : geometry.getCoordinates()) {
            bits.add(bits(at.x));
            bits.add(bits(at.y));
        }
        return bits;
    }

    private static long bits(double number) {
        return Double.doubleToRawLongBits(number);
    }

    /** Up to three triangles of whole numbers around the origin that do not overlap. */
    private static Geometry areas(Random random) {
        Geometry all = FACTORY.createPolygon();
        for (int tries = 0; tries < 6; tries++) {
            Polygon triangle = polygon(random.ints(6, -2, 3).asDoubleStream().toArray());
            if (triangle.getArea() > 0 && all.getNumGeometries() < 4 && !all.relate(triangle, "T********")) {
                Geometry more = all.isEmpty() ? triangle : all.union(triangle);
                all = more.isValid() && more instanceof Polygonal ? more : all;
            }
        }
        return all;
    }

    private static Geometry signed(Geometry geometry, Random random) {
        Geometry signed = geometry.copy();
        signed.apply((Coordinate at) -> {
            at.x = at.x == 0 && random.nextBoolean() ? -0.0 : at.x;
            at.y = at.y == 0 && random.nextBoolean() ? -0.0 : at.y;
        });
        return signed;
    }

    private static Polygon polygon(double... ordinates) {
        Coordinate[] ring = new Coordinate[ordinates.length / 2 + 1];
        for (int i = 0; i < ring.length - 1; i++) {
            ring[i] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
        }
        ring[ring.length - 1] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }
}
