package riskmap.print;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.crs.TurnedCrs;

/**
 * True lengths at a place of a map: metres on the ellipsoid per unit of the map's CRS, along its x axis.
 *
 * <p>A short step in x is carried to longitude and latitude and measured with the radii of curvature there: the step of
 * 10⁻⁵ of a degree or 1 m makes the error less than 10⁻⁸ of the length.
 *
 * <p><b>Source:</b> radii of curvature M and N of the ellipsoid GRS 80 (CGCS2000 differs by 0.1 mm in the semi-minor
 * axis), Snyder, Map Projections: a working manual, USGS PP 1395, eq. 4-18 to 4-20.
 */
final class GroundScale {
    /** Semi-major axis of GRS 80 in metres. */
    private static final double A = 6_378_137;
    /** First eccentricity of GRS 80, squared. */
    private static final double E2 = 0.006_694_380_022_90;

    private static final int WGS_84 = 4326;
    private static final int CGCS_2000 = 4490;

    private GroundScale() {}

    /** Metres on the ground per unit of the CRS along x, at (x, y). */
    static double metresPerUnit(CoordinateReferenceSystem crs, double x, double y) {
        double step = Crs.isGeographic(crs) ? 1e-5 : 1;
        double[] xy = {x - step / 2, y, x + step / 2, y, x, y};
        Crs.transform(crs, geographic(crs)).apply(xy, 3);
        return metres(xy[0], xy[1], xy[2], xy[3], xy[5]) / step;
    }

    /**
     * Angle from the y axis of the map to true north at (x, y), clockwise, in radians: the negative of the meridian
     * convergence as the sheet shows it.
     */
    static double trueNorth(CoordinateReferenceSystem crs, double x, double y) {
        CoordinateReferenceSystem degrees = geographic(crs);
        CrsTransform there = Crs.transform(crs, degrees);
        double[] xy = {x, y};
        there.apply(xy, 1);
        double[] north = {xy[0], xy[1], xy[0], xy[1] + 1e-3};
        Crs.transform(degrees, crs).apply(north, 2);
        return Math.atan2(north[2] - north[0], north[3] - north[1]);
    }

    /** The geographic CRS to speak of longitude and latitude in: CGCS2000 for its zones, otherwise WGS 84. */
    static CoordinateReferenceSystem geographic(CoordinateReferenceSystem crs) {
        int code = Crs.epsg(TurnedCrs.base(crs));
        boolean chinese = code == CGCS_2000 || code >= 4491 && code <= 4554;
        return Crs.of(chinese ? CGCS_2000 : WGS_84);
    }

    private static double metres(double lon1, double lat1, double lon2, double lat2, double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        double w = 1 - E2 * sine * sine;
        double n = A / Math.sqrt(w);
        double m = n * (1 - E2) / w;
        double east = Math.toRadians(lon2 - lon1) * n * Math.cos(Math.toRadians(latitude));
        double north = Math.toRadians(lat2 - lat1) * m;
        return Math.hypot(east, north);
    }
}
