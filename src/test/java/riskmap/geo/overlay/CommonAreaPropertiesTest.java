package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What two areas have in common, measured without an overlay, is what an overlay finds, and tells what one lost. */
class CommonAreaPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 500)
    void itIsAsLargeAsTheOverlayOfBoth(@ForAll long seed) {
        Random random = new Random(seed);
        // whole numbers around 0 let corners lie on edges and edges on each other; fractions far out do not
        double shift = random.nextBoolean() ? 0 : 4_141_000.1;
        Geometry one = area(random, shift);
        Geometry other = area(random, shift);
        double smaller = Math.min(one.getArea(), other.getArea());
        double common = CommonArea.of(one, other).orElseThrow();
        double expected =
                OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION).getArea();
        assertThat(common).isCloseTo(expected, within(1e-7 + 1e-9 * smaller));
        assertThat(CommonArea.of(other, one).orElseThrow()).isCloseTo(common, within(1e-7 + 1e-9 * smaller));
        assertThat(CommonArea.of(one, one).orElseThrow()).isCloseTo(one.getArea(), within(1e-7 + 1e-9 * one.getArea()));
    }

    @Test
    void holesAreLeftOutWhicheverWayTheirRingsRun() {
        Geometry ring = box(0, 0, 10, 10).difference(box(2, 2, 8, 8));
        for (Geometry turned : List.of(ring, ring.reverse())) {
            assertThat(CommonArea.of(turned, box(5, 0, 20, 5)).orElseThrow()).isEqualTo(25 - 9);
            assertThat(CommonArea.of(box(3, 3, 4, 4), turned).orElseThrow()).isZero();
        }
    }

    @Test
    void areasThatTouchOrLieApartHaveNothingInCommon() {
        assertThat(CommonArea.of(box(0, 0, 10, 10), box(10, 0, 20, 10)).orElseThrow())
                .isZero();
        assertThat(CommonArea.of(box(0, 0, 10, 10), box(30, 30, 40, 40)).orElseThrow())
                .isZero();
    }

    @Test
    void aResultThatLostAPartIsMadeWhole() {
        Geometry one = box(0, 0, 10, 10);
        Geometry other = box(2, 2, 3, 3).union(box(5, 5, 20, 20));
        Geometry lost = box(5, 5, 10, 10);
        Geometry whole = AreaBalance.checked(one, other, OverlayNG.INTERSECTION, lost);
        assertThat(whole.getArea()).isEqualTo(26);
        assertThat(AreaBalance.checked(one, other, OverlayNG.DIFFERENCE, lost).getArea())
                .isEqualTo(100 - 26);
        assertThat(AreaBalance.checked(one, other, OverlayNG.UNION, lost).getArea())
                .isEqualTo(100 + 1 + 225 - 26);
        assertThat(AreaBalance.checked(one, other, OverlayNG.SYMDIFFERENCE, lost)
                        .getArea())
                .isEqualTo(100 + 1 + 225 - 2 * 26);
    }

    @Test
    void areasOfVeryManyCornersAreLeftToAnOverlay() {
        Geometry many = FACTORY.createPoint(new Coordinate(0, 0)).buffer(10, 1000);
        assertThat(CommonArea.of(many, many)).isEmpty();
        assertThat(CommonArea.of(many, box(9, -1, 20, 1))).isPresent();
    }

    private static Geometry box(double west, double south, double east, double north) {
        return FACTORY.toGeometry(new Envelope(west, east, south, north));
    }

    /** Holes and shells in either direction. */
    private static Geometry area(Random random, double shift) {
        Geometry area = RandomAreas.of(random, shift);
        return random.nextBoolean() ? area : area.reverse();
    }
}
