package riskmap.geo.overlay;

import java.util.OptionalDouble;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.noding.Noder;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.PrecisionUtil;
import org.locationtech.jts.util.AssertionFailedException;

/**
 * Whether the areas of an overlay add up: what two areas have in common and what one has alone make up that one, and so
 * on. An overlay of full precision loses a part now and then where corners lie on edges, without saying so (about one in a
 * thousand unions of many touching areas); what both have in common, measured without an overlay ({@link CommonArea}),
 * tells, or where that is too long or differs, a second operation. Then vertices are snapped, or rounded to a grid, and the
 * result that adds up best is taken.
 */
final class AreaBalance {
    private static final double SHARE = 1e-9;
    private static final double SNAP = 1e-12;

    private final Geometry a;
    private final Geometry b;
    private final int operation;
    /** What may be missing by rounding alone, in square units. */
    private final double tolerance;

    private AreaBalance(Geometry a, Geometry b, int operation) {
        this.a = a;
        this.b = b;
        this.operation = operation;
        tolerance = SHARE * (a.getArea() + b.getArea()) + snap(a, b) * (a.getLength() + b.getLength());
    }

    /** The result of an operation of two areas where it adds up, else the best there is. */
    static Geometry checked(Geometry a, Geometry b, int operation, Geometry result) {
        if (a.isEmpty() || b.isEmpty()) {
            return result;
        }
        AreaBalance balance = new AreaBalance(a, b, operation);
        if (balance.isMeasured(result)) {
            return result;
        }
        double off = balance.off(result, StripNoder::new);
        if (off <= balance.tolerance) {
            return result;
        }
        double distance = snap(a, b);
        Geometry snapped = balance.overlay(operation, a, b, () -> new SnappingNoder(distance));
        double snappedOff = balance.off(snapped, () -> new SnappingNoder(distance));
        if (snappedOff <= balance.tolerance) {
            return snapped;
        }
        Geometry rounded = balance.overlay(operation, a, b, null);
        double roundedOff = balance.off(rounded, null);
        // of an area that crosses itself nothing can be told: its first result stays
        if (roundedOff < Math.min(off, snappedOff)) {
            return rounded;
        }
        return snappedOff < off ? snapped : result;
    }

    /** Whether a result is as large as it must be by what both areas measure in common. */
    private boolean isMeasured(Geometry result) {
        OptionalDouble common = CommonArea.of(a, b);
        if (common.isEmpty()) {
            return false;
        }
        double expected =
                operation == OverlayNG.INTERSECTION ? common.getAsDouble() : withoutCommon(common.getAsDouble());
        return Math.abs(result.getArea() - expected) <= tolerance;
    }

    /** By how much a result and its counterpart do not make up the areas they are made of. */
    private double off(Geometry result, Nodes nodes) {
        if (result == null) {
            return Double.POSITIVE_INFINITY;
        }
        boolean first = a.getNumPoints() <= b.getNumPoints();
        Geometry other = operation != OverlayNG.INTERSECTION
                ? overlay(OverlayNG.INTERSECTION, a, b, nodes)
                // the rest of the smaller: the larger is then cut to its extent
                : overlay(OverlayNG.DIFFERENCE, first ? a : b, first ? b : a, nodes);
        if (other == null) {
            return Double.POSITIVE_INFINITY;
        }
        double expected = operation == OverlayNG.INTERSECTION
                ? (first ? a : b).getArea() - other.getArea()
                : withoutCommon(other.getArea());
        return Math.abs(result.getArea() - expected);
    }

    /** How large the result of any operation but the intersection must be where so much is common. */
    private double withoutCommon(double common) {
        return switch (operation) {
            case OverlayNG.UNION -> a.getArea() + b.getArea() - common;
            case OverlayNG.DIFFERENCE -> a.getArea() - common;
            default -> a.getArea() + b.getArea() - 2 * common;
        };
    }

    private interface Nodes {
        Noder noder();
    }

    /** Null where it fails; rounded to a grid where no noder is given. */
    private Geometry overlay(int wanted, Geometry one, Geometry two, Nodes nodes) {
        try {
            return nodes == null
                    ? OverlayNG.overlay(one, two, wanted, new PrecisionModel(PrecisionUtil.safeScale(one, two)))
                    : OverlayNG.overlay(one, two, wanted, nodes.noder());
        } catch (TopologyException | IllegalArgumentException | AssertionFailedException failed) {
            return nodes == null ? null : robust(wanted, one, two);
        }
    }

    private static Geometry robust(int wanted, Geometry one, Geometry two) {
        try {
            return OverlayNGRobust.overlay(one, two, wanted);
        } catch (TopologyException | IllegalArgumentException | AssertionFailedException failed) {
            return null;
        }
    }

    private static double snap(Geometry a, Geometry b) {
        Envelope extent = new Envelope(a.getEnvelopeInternal());
        extent.expandToInclude(b.getEnvelopeInternal());
        return SNAP
                * Math.max(
                        Math.max(Math.abs(extent.getMinX()), Math.abs(extent.getMaxX())),
                        Math.max(Math.abs(extent.getMinY()), Math.abs(extent.getMaxY())));
    }
}
