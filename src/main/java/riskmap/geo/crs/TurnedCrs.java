package riskmap.geo.crs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.crs.DefaultDerivedCRS;
import org.geotools.referencing.cs.DefaultCartesianCS;
import org.geotools.referencing.operation.transform.AffineTransform2D;

/**
 * A plane CRS turned clockwise about its origin: what a rotated map frame draws in, so that everything on it, labels
 * excepted, turns with it. Lengths and areas stay.
 */
public final class TurnedCrs extends DefaultDerivedCRS {
    private static final long serialVersionUID = 1;
    private static final Map<String, TurnedCrs> MADE = new ConcurrentHashMap<>();

    private final double degrees;

    private TurnedCrs(CoordinateReferenceSystem base, double degrees, AffineTransform2D turn) {
        super(base.getName().getCode() + " turned by " + degrees, base, turn, DefaultCartesianCS.PROJECTED);
        this.degrees = degrees;
    }

    /** The CRS turned by degrees clockwise; itself for none. */
    public static CoordinateReferenceSystem of(CoordinateReferenceSystem base, double degrees) {
        if (degrees % 360 == 0) {
            return base;
        }
        String code = Crs.code(base);
        if (code == null) {
            return made(base, degrees);
        }
        // one object per turn, so that what painters keep of a layer is found again
        return MADE.computeIfAbsent(code + " " + degrees, key -> made(base, degrees));
    }

    private static TurnedCrs made(CoordinateReferenceSystem base, double degrees) {
        double angle = Math.toRadians(degrees);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new TurnedCrs(base, degrees, new AffineTransform2D(c, -s, s, c, 0, 0));
    }

    /** The CRS that was turned; the CRS itself when it was not. */
    public static CoordinateReferenceSystem base(CoordinateReferenceSystem crs) {
        return crs instanceof TurnedCrs turned ? turned.getBaseCRS() : crs;
    }

    /** Degrees by which a CRS is turned clockwise, 0 for others. */
    public static double degrees(CoordinateReferenceSystem crs) {
        return crs instanceof TurnedCrs turned ? turned.degrees : 0;
    }

    /** The transform between two CRSs of which at least one is turned. */
    static CrsTransform transform(CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
        CrsTransform between = Crs.transform(base(from), base(to));
        double back = Math.toRadians(-degrees(from));
        double forth = Math.toRadians(degrees(to));
        return new CrsTransform() {
            @Override
            public void apply(double[] xy, int count) {
                turn(xy, count, back);
                between.apply(xy, count);
                turn(xy, count, forth);
            }
        };
    }

    private static void turn(double[] xy, int count, double angle) {
        if (angle == 0) {
            return;
        }
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        for (int i = 0; i < count; i++) {
            double x = xy[2 * i];
            double y = xy[2 * i + 1];
            xy[2 * i] = c * x + s * y;
            xy[2 * i + 1] = c * y - s * x;
        }
    }
}
