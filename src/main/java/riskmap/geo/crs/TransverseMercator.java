package riskmap.geo.crs;

/**
 * The transverse Mercator projection of the ellipsoid (Gauss-Kruger, UTM) by Krüger's series to the sixth order of the
 * third flattening: error below 5 nanometres within 3,900 km of the central meridian.
 *
 * <p>Longitude and latitude in degrees, easting and northing in metres.
 *
 * <p><b>Source:</b> C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, Journal of Geodesy 85
 * (2011), equations 7–36.
 */
final class TransverseMercator {
    /** Steps of Newton's method from the conformal to the geographic latitude; two suffice for 1e-16. */
    private static final int STEPS = 5;

    private final double centralMeridian;
    private final double eccentricity;
    private final double radius;
    private final double falseEasting;
    private final double falseNorthing;
    private final double[] alpha;
    private final double[] beta;

    TransverseMercator(CrsDefinition crs) {
        double flattening = 1 / crs.datum().inverseFlattening();
        double n = flattening / (2 - flattening);
        double n2 = n * n;
        centralMeridian = crs.centralMeridian();
        eccentricity = Math.sqrt(flattening * (2 - flattening));
        radius = crs.scale() * crs.datum().semiMajor() / (1 + n) * (1 + n2 / 4 * (1 + n2 / 16 * (1 + n2 / 4)));
        falseEasting = crs.falseEasting();
        falseNorthing = crs.falseNorthing();
        alpha = alpha(n);
        beta = beta(n);
    }

    /** Longitude, latitude → easting, northing; in place at the given offset. */
    void forward(double[] xy, int at) {
        double lambda = Math.toRadians(difference(xy[at], centralMeridian));
        double tau = Math.tan(Math.toRadians(xy[at + 1]));
        double conformal = conformal(tau);
        double cosLambda = Math.cos(lambda);
        double xi = Math.atan2(conformal, cosLambda);
        double eta = asinh(Math.sin(lambda) / Math.hypot(conformal, cosLambda));
        double[] sums = series(alpha, xi, eta);
        xy[at] = falseEasting + radius * (eta + sums[1]);
        xy[at + 1] = falseNorthing + radius * (xi + sums[0]);
    }

    /** Easting, northing → longitude, latitude; in place at the given offset. */
    void inverse(double[] xy, int at) {
        double xi = (xy[at + 1] - falseNorthing) / radius;
        double eta = (xy[at] - falseEasting) / radius;
        double[] sums = series(beta, xi, eta);
        xi -= sums[0];
        eta -= sums[1];
        double sinhEta = Math.sinh(eta);
        double cosXi = Math.cos(xi);
        double conformal = Math.sin(xi) / Math.hypot(sinhEta, cosXi);
        double tau = conformal;
        double e2 = 1 - eccentricity * eccentricity;
        for (int i = 0; i < STEPS; i++) {
            double reached = conformal(tau);
            double step = (conformal - reached)
                    / Math.sqrt(1 + reached * reached)
                    * (1 + e2 * tau * tau)
                    / (e2 * Math.sqrt(1 + tau * tau));
            tau += step;
            if (!(Math.abs(step) > 1e-16 * Math.max(1, Math.abs(tau)))) {
                break;
            }
        }
        xy[at] = centralMeridian + Math.toDegrees(Math.atan2(sinhEta, cosXi));
        xy[at + 1] = Math.toDegrees(Math.atan(tau));
    }

    /** Tangent of the conformal latitude from the tangent of the geographic one. */
    private double conformal(double tau) {
        double secant = Math.sqrt(1 + tau * tau);
        double sigma = Math.sinh(eccentricity * atanh(eccentricity * tau / secant));
        return tau * Math.sqrt(1 + sigma * sigma) - sigma * secant;
    }

    /**
     * Σ c_k sin 2kξ cosh 2kη and Σ c_k cos 2kξ sinh 2kη, by Clenshaw's recurrence on the complex angle 2(ξ + iη).
     */
    private static double[] series(double[] c, double xi, double eta) {
        double sin = Math.sin(2 * xi);
        double cos = Math.cos(2 * xi);
        double sinh = Math.sinh(2 * eta);
        double cosh = Math.cosh(2 * eta);
        double ar = 2 * cos * cosh;
        double ai = -2 * sin * sinh;
        double br = 0;
        double bi = 0;
        double br1 = 0;
        double bi1 = 0;
        for (int k = c.length - 1; k >= 0; k--) {
            double nextR = ar * br - ai * bi - br1 + c[k];
            double nextI = ar * bi + ai * br - bi1;
            br1 = br;
            bi1 = bi;
            br = nextR;
            bi = nextI;
        }
        double sr = sin * cosh;
        double si = cos * sinh;
        return new double[] {sr * br - si * bi, sr * bi + si * br};
    }

    private static double difference(double longitude, double meridian) {
        double result = longitude - meridian;
        return result > 180 ? result - 360 : result < -180 ? result + 360 : result;
    }

    private static double asinh(double x) {
        double size = Math.abs(x);
        double result = Math.log1p(size * (1 + size / (Math.hypot(1, size) + 1)));
        return x < 0 ? -result : result;
    }

    private static double atanh(double x) {
        return Math.log1p(2 * x / (1 - x)) / 2;
    }

    private static double[] alpha(double n) {
        return new double[] {
            n
                    * (1 / 2.0
                            + n
                                    * (-2 / 3.0
                                            + n
                                                    * (5 / 16.0
                                                            + n
                                                                    * (41 / 180.0
                                                                            + n
                                                                                    * (-127 / 288.0
                                                                                            + n * 7891 / 37800.0))))),
            n * n * (13 / 48.0 + n * (-3 / 5.0 + n * (557 / 1440.0 + n * (281 / 630.0 - n * 1983433 / 1935360.0)))),
            n * n * n * (61 / 240.0 + n * (-103 / 140.0 + n * (15061 / 26880.0 + n * 167603 / 181440.0))),
            n * n * n * n * (49561 / 161280.0 + n * (-179 / 168.0 + n * 6601661 / 7257600.0)),
            Math.pow(n, 5) * (34729 / 80640.0 - n * 3418889 / 1995840.0),
            Math.pow(n, 6) * 212378941 / 319334400.0
        };
    }

    private static double[] beta(double n) {
        return new double[] {
            n
                    * (1 / 2.0
                            + n
                                    * (-2 / 3.0
                                            + n
                                                    * (37 / 96.0
                                                            + n
                                                                    * (-1 / 360.0
                                                                            + n
                                                                                    * (-81 / 512.0
                                                                                            + n * 96199 / 604800.0))))),
            n * n * (1 / 48.0 + n * (1 / 15.0 + n * (-437 / 1440.0 + n * (46 / 105.0 - n * 1118711 / 3870720.0)))),
            n * n * n * (17 / 480.0 + n * (-37 / 840.0 + n * (-209 / 4480.0 + n * 5569 / 90720.0))),
            n * n * n * n * (4397 / 161280.0 + n * (-11 / 504.0 - n * 830251 / 7257600.0)),
            Math.pow(n, 5) * (4583 / 161280.0 - n * 108847 / 3991680.0),
            Math.pow(n, 6) * 20648693 / 638668800.0
        };
    }
}
