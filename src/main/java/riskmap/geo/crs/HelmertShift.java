package riskmap.geo.crs;

/**
 * A change of datum by seven parameters each way to WGS 84: geocentric translation, rotation (position vector) and
 * scale, at ellipsoidal height 0.
 *
 * <p><b>Source:</b> IOGP Guidance Note 7-2, method 9606; the inverse repeats the forward step until it agrees to less
 * than a micrometre.
 */
final class HelmertShift {
    private static final double ARC_SECOND = Math.PI / 180 / 3600;

    private final Frame from;
    private final Frame to;

    private HelmertShift(Frame from, Frame to) {
        this.from = from;
        this.to = to;
    }

    static HelmertShift between(CrsDefinition from, CrsDefinition to) {
        return new HelmertShift(new Frame(from), new Frame(to));
    }

    /** Longitude and latitude in degrees, in place. */
    void apply(double[] lonLat, int at) {
        double[] geocentric = from.geocentric(lonLat[at], lonLat[at + 1]);
        double[] world = from.toWorld(geocentric);
        double[] moved = to.geographic(to.fromWorld(world));
        lonLat[at] = moved[0];
        lonLat[at + 1] = moved[1];
    }

    /** An ellipsoid and its parameters to WGS 84. */
    private static final class Frame {
        private final double a;
        private final double e2;
        private final double[] p;

        Frame(CrsDefinition crs) {
            double flattening = 1 / crs.datum().inverseFlattening();
            a = crs.datum().semiMajor();
            e2 = flattening * (2 - flattening);
            p = crs.toWgs84() == null ? new double[7] : crs.toWgs84();
        }

        double[] geocentric(double longitude, double latitude) {
            double lambda = Math.toRadians(longitude);
            double phi = Math.toRadians(latitude);
            double normal = a / Math.sqrt(1 - e2 * Math.sin(phi) * Math.sin(phi));
            return new double[] {
                normal * Math.cos(phi) * Math.cos(lambda),
                normal * Math.cos(phi) * Math.sin(lambda),
                normal * (1 - e2) * Math.sin(phi)
            };
        }

        double[] geographic(double[] v) {
            double distance = Math.hypot(v[0], v[1]);
            double phi = Math.atan2(v[2], distance * (1 - e2));
            for (int i = 0; i < 20; i++) {
                double sin = Math.sin(phi);
                double normal = a / Math.sqrt(1 - e2 * sin * sin);
                double next = Math.atan2(v[2] + e2 * normal * sin, distance);
                boolean settled = Math.abs(next - phi) < 1e-15;
                phi = next;
                if (settled) {
                    break;
                }
            }
            return new double[] {Math.toDegrees(Math.atan2(v[1], v[0])), Math.toDegrees(phi)};
        }

        double[] toWorld(double[] v) {
            double rx = p[3] * ARC_SECOND;
            double ry = p[4] * ARC_SECOND;
            double rz = p[5] * ARC_SECOND;
            double m = 1 + p[6] * 1e-6;
            return new double[] {
                p[0] + m * (v[0] - rz * v[1] + ry * v[2]),
                p[1] + m * (rz * v[0] + v[1] - rx * v[2]),
                p[2] + m * (-ry * v[0] + rx * v[1] + v[2])
            };
        }

        double[] fromWorld(double[] world) {
            double[] v = world.clone();
            for (int i = 0; i < 8; i++) {
                double[] reached = toWorld(v);
                for (int k = 0; k < 3; k++) {
                    v[k] += world[k] - reached[k];
                }
            }
            return v;
        }
    }
}
