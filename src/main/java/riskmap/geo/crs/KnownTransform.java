package riskmap.geo.crs;

import riskmap.base.RiskMapException;
import riskmap.geo.crs.CrsDefinition.Projection;

/**
 * The transform between two CRSs that this program knows: to latitude and longitude, over the datum shift, and to the
 * target's projection.
 *
 * <p>WGS 84 and CGCS2000 count as one datum (they differ by centimetres; EPSG operation 9078 and PROJ do the same).
 * Any other change of datum needs the seven parameters that came with the CRS; without them it is refused, not guessed.
 */
public final class KnownTransform extends CrsTransform {
    /** Metres per radian of the sphere of Web Mercator. */
    private static final double WEB_RADIUS = 6378137;

    private final CrsDefinition from;
    private final CrsDefinition to;
    private final TransverseMercator source;
    private final TransverseMercator target;
    private final HelmertShift shift;

    private KnownTransform(CrsDefinition from, CrsDefinition to) {
        this.from = from;
        this.to = to;
        source = from.projection() == Projection.TRANSVERSE_MERCATOR ? new TransverseMercator(from) : null;
        target = to.projection() == Projection.TRANSVERSE_MERCATOR ? new TransverseMercator(to) : null;
        shift = from.datum().sameAs(to.datum()) ? null : HelmertShift.between(from, to);
    }

    public static CrsTransform between(CrsDefinition from, CrsDefinition to) {
        boolean sameDatum = from.datum().sameAs(to.datum());
        if (!sameDatum && (lacksShift(from) || lacksShift(to))) {
            throw RiskMapException.of("geo.datum-shift-unknown", from.name(), to.name());
        }
        if (sameDatum && from.isGeographic() && to.isGeographic()) {
            return IDENTITY;
        }
        return from.sameParameters(to) ? IDENTITY : new KnownTransform(from, to);
    }

    private static boolean lacksShift(CrsDefinition crs) {
        return crs.toWgs84() == null && !crs.datum().sameAs(SurveyDatum.WGS84);
    }

    @Override
    public void apply(double[] xy, int count) {
        for (int at = 0; at < 2 * count; at += 2) {
            toDegrees(xy, at);
            if (shift != null) {
                shift.apply(xy, at);
            }
            fromDegrees(xy, at);
        }
    }

    private void toDegrees(double[] xy, int at) {
        if (source != null) {
            source.inverse(xy, at);
        } else if (from.projection() == Projection.WEB_MERCATOR) {
            xy[at] = Math.toDegrees(xy[at] / WEB_RADIUS);
            xy[at + 1] = Math.toDegrees(Math.atan(Math.sinh(xy[at + 1] / WEB_RADIUS)));
        }
    }

    private void fromDegrees(double[] xy, int at) {
        if (target != null) {
            target.forward(xy, at);
        } else if (to.projection() == Projection.WEB_MERCATOR) {
            double latitude = Math.toRadians(xy[at + 1]);
            xy[at] = Math.toRadians(xy[at]) * WEB_RADIUS;
            xy[at + 1] = Math.log(Math.tan(Math.PI / 4 + latitude / 2)) * WEB_RADIUS;
            if (!Double.isFinite(xy[at + 1])) {
                xy[at] = Double.NaN;
                xy[at + 1] = Double.NaN;
            }
        }
    }
}
