package riskmap.geo.overlay;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.TopologyPredicate;
import org.locationtech.jts.util.AssertionFailedException;

/**
 * Whether two geometries stand in a relation of OGC Simple Features, either of which may be as layers from outside have
 * them: areas that cross themselves, holes along or outside their shell, collections of several kinds.
 *
 * <p>JTS's relations of valid geometries are quick and certain, but end with a TopologyException where edges of one area
 * lie on each other, and take no collections. Such a pair is asked about again as it is once repaired ({@link
 * Repair#forOverlay}), by the algorithm that takes collections.
 */
public final class Relation {
    private Relation() {}

    /**
     * Whether a relation holds.
     *
     * @param usual asks JTS
     * @param relation the same relation for the pair that JTS cannot tell, of a to b
     */
    public static boolean holds(BooleanSupplier usual, Geometry a, Geometry b, Supplier<TopologyPredicate> relation) {
        try {
            return usual.getAsBoolean();
        } catch (TopologyException | IllegalArgumentException | AssertionFailedException untold) {
            return RelateNG.relate(usable(a), usable(b), relation.get());
        }
    }

    /** Repaired; as it is where nothing would be left. */
    private static Geometry usable(Geometry geometry) {
        Geometry repaired = Repair.forOverlay(geometry).geometry();
        return repaired == null ? geometry : repaired;
    }
}
