package riskmap.print;

/**
 * Length of the geodesic on the ellipsoid CGCS2000, by another formula than the program's.
 *
 * <p><b>Source:</b> T. Vincenty, Direct and inverse solutions of geodesics on the ellipsoid, Survey Review XXIII (1975).
 */
final class Vincenty {
    private static final double A = 6_378_137;
    private static final double F = 1 / 298.257222101;

    private Vincenty() {}

    static double metres(double lon1, double lat1, double lon2, double lat2) {
        double b = A * (1 - F);
        double l = Math.toRadians(lon2 - lon1);
        double u1 = Math.atan((1 - F) * Math.tan(Math.toRadians(lat1)));
        double u2 = Math.atan((1 - F) * Math.tan(Math.toRadians(lat2)));
        double lambda = l;
        double sinSigma = 0;
        double cosSigma = 0;
        double sigma = 0;
        double cosSqAlpha = 0;
        double cos2m = 0;
        for (int i = 0; i < 50; i++) {
            double a = Math.cos(u2) * Math.sin(lambda);
            double c = Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda);
            sinSigma = Math.hypot(a, c);
            cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
            sigma = Math.atan2(sinSigma, cosSigma);
            double sinAlpha = Math.cos(u1) * Math.cos(u2) * Math.sin(lambda) / sinSigma;
            cosSqAlpha = 1 - sinAlpha * sinAlpha;
            cos2m = cosSigma - 2 * Math.sin(u1) * Math.sin(u2) / cosSqAlpha;
            double k = F / 16 * cosSqAlpha * (4 + F * (4 - 3 * cosSqAlpha));
            lambda = l
                    + (1 - k)
                            * F
                            * sinAlpha
                            * (sigma + k * sinSigma * (cos2m + k * cosSigma * (-1 + 2 * cos2m * cos2m)));
        }
        double uSq = cosSqAlpha * (A * A - b * b) / (b * b);
        double big = 1 + uSq / 16384 * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
        double small = uSq / 1024 * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)));
        double delta = small
                * sinSigma
                * (cos2m
                        + small
                                / 4
                                * (cosSigma * (-1 + 2 * cos2m * cos2m)
                                        - small
                                                / 6
                                                * cos2m
                                                * (-3 + 4 * sinSigma * sinSigma)
                                                * (-3 + 4 * cos2m * cos2m)));
        return b * big * (sigma - delta);
    }
}
