package riskmap.ui.canvas;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;

/**
 * The scale of a map on a screen. A pixel counts as 1/96 inch (0.26458 mm), whatever the monitor really has; a degree of
 * a geographic map counts as its east-west length at the middle of the view.
 *
 * <p><b>Source:</b> CSS reference pixel; degree of longitude on the sphere of WGS 84's equatorial radius, 6,378,137 m.
 */
public final class ScreenScale {
    private static final double PIXEL_METRES = 0.0254 / 96;
    private static final double METRES_PER_DEGREE = Math.PI * 6_378_137 / 180;

    private ScreenScale() {}

    static double denominator(double metresPerPixel) {
        return metresPerPixel / PIXEL_METRES;
    }

    /** Metres per map unit near a map y. */
    public static double metresPerUnit(CoordinateReferenceSystem crs, double y) {
        if (crs instanceof GeographicCRS) {
            return METRES_PER_DEGREE * Math.max(0.01, Math.cos(Math.toRadians(y)));
        }
        return 1;
    }

    /** Metres per map unit northwards; a degree on the sphere is at most 0.7 % longer than on the ellipsoid. */
    public static double metresPerUnitNorth(CoordinateReferenceSystem crs) {
        return crs instanceof GeographicCRS ? METRES_PER_DEGREE : 1;
    }
}
