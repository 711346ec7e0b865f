package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/** What the strips find is what JTS's own noding finds: overlays are the same to the bit, failures too. */
class StripNoderPropertiesTest {
    @Property(tries = 150)
    void overlaysAreTheSameToTheBit(@ForAll long seed) {
        Random random = new Random(seed);
        // whole numbers around 0 let edges coincide; fractions far out do not
        double shift = random.nextBoolean() ? 0 : 4_141_000.1;
        Geometry one = RandomAreas.of(random, shift);
        Geometry other = RandomAreas.of(random, shift);
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
}
