package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/** What the strips find is what JTS's own noding finds: overlays are the same to the bit, failures too. */
class StripNoderPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 150)
    void overlaysAreTheSameToTheBit(@ForAll long seed) {
        Random random = new Random(seed);
        // whole numbers around 0 let edges coincide; fractions far out do not
        double shift = random.nextBoolean() ? 0 : 4_141_000.1;
        Geometry one = area(random, shift);
        Geometry other = area(random, shift);
        for (int operation : new int[] {OverlayNG.INTERSECTION, OverlayNG.UNION, OverlayNG.DIFFERENCE}) {
            assertThat(overlay(one, other, operation, true)).isEqualTo(overlay(one, other, operation, false));
        }
    }

    private static String overlay(Geometry one, Geometry other, int operation, boolean strips) {
        try {
            Geometry result = strips
                    ? OverlayNG.overlay(one, other, operation, new StripNoder())
                    : OverlayNG.overlay(one, other, operation);
            return result.toText();
        } catch (TopologyException e) {
            return "fails";
        }
    }

    /** A union of some stars and boxes, with between four and some hundred corners. */
    private static Geometry area(Random random, double shift) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0, count = 1 + random.nextInt(6); i < count; i++) {
            double x = random.nextInt(30) - 15;
            double y = random.nextInt(30) - 15;
            int corners = random.nextInt(4) == 0 ? 4 : 5 + random.nextInt(60);
            List<Coordinate> ring = new ArrayList<>();
            for (int corner = 0; corner < corners; corner++) {
                double angle = 2 * Math.PI * corner / corners;
                double radius = corners == 4 ? 6 : 3 + 6 * random.nextDouble();
                double dx = radius * Math.cos(angle);
                double dy = radius * Math.sin(angle);
                ring.add(
                        shift == 0
                                ? new Coordinate(x + Math.rint(dx), y + Math.rint(dy))
                                : new Coordinate(x + dx + shift, y + dy + shift));
            }
            ring.add(ring.get(0).copy());
            parts.add(FACTORY.createPolygon(ring.toArray(new Coordinate[0])).buffer(0));
        }
        return FACTORY.buildGeometry(parts).buffer(0);
    }
}
