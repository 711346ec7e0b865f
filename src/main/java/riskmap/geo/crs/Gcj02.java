package riskmap.geo.crs;

/**
 * GCJ-02, the shifted coordinates of Chinese web maps: a WGS 84 position moved by up to about 700 m by a smooth,
 * non-linear offset. Not a datum; the offset is undone point by point.
 *
 * <p>Longitude and latitude in degrees. The offset applies inside the rectangle 72.004–137.8347° E, 0.8293–55.8271° N
 * only; positions outside stay. The inverse repeats the forward step until it agrees to 1e-12 degrees (0.1 µm); within
 * a kilometre of the edge of that rectangle, where the offset jumps, it is not defined and the position may stay.
 *
 * <p><b>Source:</b> the constants of the public reimplementation (eviltransform, coordTransform); checked against
 * published pairs in the test.
 *
 * <p>Example: WGS 84 122.1209° E, 37.5131° N is 122.12595637° E, 37.51413202° N in GCJ-02.
 */
public final class Gcj02 {
    private static final double WEST = 72.004;
    private static final double EAST = 137.8347;
    private static final double SOUTH = 0.8293;
    private static final double NORTH = 55.8271;
    /** Krassowsky's ellipsoid: semi-major axis in metres and squared eccentricity. */
    private static final double SEMI_MAJOR = 6378245.0;

    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    /** Degrees at which the inverse has settled, and the steps it may take (each gains two digits). */
    private static final double SETTLED = 1e-12;

    private static final int STEPS = 30;

    private Gcj02() {}

    /** The transform from GCJ-02 to WGS 84, both in degrees. */
    public static CrsTransform toWgs84() {
        return new CrsTransform() {
            @Override
            public void apply(double[] xy, int count) {
                for (int at = 0; at < 2 * count; at += 2) {
                    toWgs84(xy, at);
                }
            }
        };
    }

    /** The transform from WGS 84 to GCJ-02, both in degrees. */
    public static CrsTransform fromWgs84() {
        return new CrsTransform() {
            @Override
            public void apply(double[] xy, int count) {
                for (int at = 0; at < 2 * count; at += 2) {
                    fromWgs84(xy, at);
                }
            }
        };
    }

    /** Whether the offset applies at a position. */
    public static boolean applies(double longitude, double latitude) {
        return longitude >= WEST && longitude <= EAST && latitude >= SOUTH && latitude <= NORTH;
    }

    private static void fromWgs84(double[] xy, int at) {
        double longitude = xy[at];
        double latitude = xy[at + 1];
        if (applies(longitude, latitude)) {
            xy[at] = longitude + longitudeOffset(longitude, latitude);
            xy[at + 1] = latitude + latitudeOffset(longitude, latitude);
        }
    }

    private static void toWgs84(double[] xy, int at) {
        double longitude = xy[at];
        double latitude = xy[at + 1];
        if (!applies(longitude, latitude)) {
            return;
        }
        double x = longitude;
        double y = latitude;
        for (int i = 0; i < STEPS; i++) {
            double nextX = longitude - longitudeOffset(x, y);
            double nextY = latitude - latitudeOffset(x, y);
            boolean settled = Math.abs(nextX - x) < SETTLED && Math.abs(nextY - y) < SETTLED;
            x = nextX;
            y = nextY;
            if (settled) {
                break;
            }
        }
        xy[at] = x;
        xy[at + 1] = y;
    }

    private static double latitudeOffset(double longitude, double latitude) {
        double x = longitude - 105;
        double y = latitude - 35;
        double metres = -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(x, 6, 20, 2, 20)
                + waves(y, 1, 20, 1 / 3.0, 40)
                + waves(y, 1 / 12.0, 160, 1 / 30.0, 320);
        double sin = Math.sin(Math.toRadians(latitude));
        double magic = 1 - ECCENTRICITY_SQUARED * sin * sin;
        double radius = SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic));
        return Math.toDegrees(metres / radius);
    }

    private static double longitudeOffset(double longitude, double latitude) {
        double x = longitude - 105;
        double y = latitude - 35;
        double metres = 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(x, 6, 20, 2, 20)
                + waves(x, 1, 20, 1 / 3.0, 40)
                + waves(x, 1 / 12.0, 150, 1 / 30.0, 300);
        double phi = Math.toRadians(latitude);
        double sin = Math.sin(phi);
        double magic = 1 - ECCENTRICITY_SQUARED * sin * sin;
        return Math.toDegrees(metres / (SEMI_MAJOR / Math.sqrt(magic) * Math.cos(phi)));
    }

    /** Two sine waves of v (degrees): frequency in half turns per degree and amplitude each, of two thirds. */
    private static double waves(double v, double one, double amplitude, double other, double otherAmplitude) {
        return (amplitude * Math.sin(one * v * Math.PI) + otherAmplitude * Math.sin(other * v * Math.PI)) * 2 / 3;
    }
}
