package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** The cheap test of validity passes plain outlines of any size, and nothing that the full test would not. */
class QuickValidityPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 200)
    void outlinesWithoutCrossingsPass(@ForAll @IntRange(min = 5, max = 700) int sides, @ForAll int seed) {
        Polygon star = polygon(star(sides, new Random(seed)));
        assertThat(IsValidOp.isValid(star)).isTrue();
        assertThat(QuickValidity.isSurelyValid(star)).isTrue();
    }

    @Property(tries = 200)
    void outlinesThatNoPlaceSeesAllOfPass(@ForAll @IntRange(min = 4, max = 350) int teeth, @ForAll int seed) {
        Polygon comb = polygon(comb(teeth, new Random(seed)));
        assertThat(IsValidOp.isValid(comb)).isTrue();
        assertThat(QuickValidity.isSurelyValid(comb)).isTrue();
    }

    @Property(tries = 200)
    void outlinesThatGoAroundSeveralTimesDoNotPass(
            @ForAll @IntRange(min = 5, max = 99) int corners,
            @ForAll @IntRange(min = 2, max = 7) int times,
            @ForAll boolean back) {
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = (back ? -2 : 2) * Math.PI * i * times / corners;
            ring[i] = new Coordinate(420_000 + 1000 * Math.cos(angle), 4_140_000 + 1000 * Math.sin(angle));
        }
        ring[corners] = ring[0].copy();
        Polygon area = polygon(ring);
        if (QuickValidity.isSurelyValid(area)) {
            assertThat(IsValidOp.isValid(area)).isTrue();
        }
    }

    @Property(tries = 400)
    void whatTheFullTestRefusesDoesNotPass(
            @ForAll @IntRange(min = 5, max = 700) int sides,
            @ForAll @IntRange(max = 4) int fault,
            @ForAll boolean combs,
            @ForAll int seed) {
        Random random = new Random(seed);
        Coordinate[] ring = combs && sides % 2 == 0 ? comb(sides / 2, random) : star(sides, random);
        int one = 1 + random.nextInt(sides - 1);
        int other = 1 + random.nextInt(sides - 1);
        switch (fault) {
            // the places of two corners are changed: sides cross, mostly
            case 0 -> {
                Coordinate moved = ring[one];
                ring[one] = ring[other];
                ring[other] = moved;
            }
            // a corner twice, neighbours or not
            case 1 -> ring[one] = ring[other].copy();
            // a corner on another side
            case 2 -> ring[one] = middle(ring[other - 1], ring[other]);
            // there and back
            case 3 -> ring[one] = middle(ring[one - 1], ring[(one + 1) % sides]);
            default -> ring[one] = new Coordinate(Double.NaN, 0);
        }
        Polygon area = polygon(ring);
        if (QuickValidity.isSurelyValid(area)) {
            assertThat(IsValidOp.isValid(area)).isTrue();
        }
    }

    private static Coordinate middle(Coordinate one, Coordinate other) {
        return new Coordinate((one.x + other.x) / 2, (one.y + other.y) / 2);
    }

    /** Teeth up and down from west to east, and a jagged back above them. */
    private static Coordinate[] comb(int teeth, Random random) {
        Coordinate[] ring = new Coordinate[2 * teeth + 1];
        for (int i = 0; i < teeth; i++) {
            ring[i] = new Coordinate(420_000 + 100 * i, 4_140_000 + height(i, random));
            ring[2 * teeth - 1 - i] = new Coordinate(420_030 + 100 * i, 4_200_000 + height(i, random));
        }
        ring[2 * teeth] = ring[0].copy();
        return ring;
    }

    /** Odd and even by twos, so that no three corners in a row lie on a line: whether those pass is not promised. */
    private static int height(int tooth, Random random) {
        return 2 * random.nextInt(20_000) + (tooth >> 1 & 1);
    }

    /** Corners around a middle, near and far by chance, in whole units. */
    private static Coordinate[] star(int sides, Random random) {
        Coordinate[] ring = new Coordinate[sides + 1];
        for (int i = 0; i < sides; i++) {
            double angle = 2 * Math.PI * i / sides;
            double radius = 40_000 + random.nextInt(60_000);
            ring[i] = new Coordinate(
                    420_000 + Math.rint(radius * Math.cos(angle)), 4_140_000 + Math.rint(radius * Math.sin(angle)));
        }
        ring[sides] = ring[0].copy();
        return ring;
    }

    private static Polygon polygon(Coordinate[] ring) {
        return FACTORY.createPolygon(ring);
    }
}
