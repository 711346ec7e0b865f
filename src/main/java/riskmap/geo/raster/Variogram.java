package riskmap.geo.raster;

/**
 * How unlike values are at a distance: the spherical model γ(h) = nugget + sill (1.5 h/r − 0.5 (h/r)³) up to the range r,
 * nugget + sill beyond, 0 at h = 0.
 *
 * @param nugget jump at the smallest distances
 * @param sill what is added up to the range
 * @param range distance from which values know nothing of each other, in units of the CRS
 */
public record Variogram(double nugget, double sill, double range) {
    /** Classes of distance the model is fitted to. */
    private static final int LAGS = 12;

    public Variogram {
        if (!(nugget >= 0) || !(sill >= 0) || !(range > 0)) {
            throw new IllegalArgumentException("nugget and sill not negative, range above 0");
        }
    }

    /** γ at a distance. */
    public double at(double distance) {
        if (distance <= 0) {
            return 0;
        }
        if (distance >= range) {
            return nugget + sill;
        }
        double share = distance / range;
        return nugget + sill * (1.5 * share - 0.5 * share * share * share);
    }

    /**
     * The model that fits the values best: least squares over the mean half squared differences in classes of distance up
     * to half of the greatest one, weighted by their pairs; range from a fixed series, nugget and sill not negative.
     */
    public static Variogram fitted(double[] x, double[] y, double[] values) {
        double farthest = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                farthest = Math.max(farthest, Math.hypot(x[i] - x[j], y[i] - y[j]));
            }
        }
        if (farthest == 0) {
            return new Variogram(0, 0, 1);
        }
        double[] distance = new double[LAGS];
        double[] gamma = new double[LAGS];
        double[] pairs = new double[LAGS];
        double reach = farthest / 2;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                double apart = Math.hypot(x[i] - x[j], y[i] - y[j]);
                int lag = (int) Math.min(LAGS, apart / reach * LAGS);
                if (lag < LAGS) {
                    distance[lag] += apart;
                    gamma[lag] += (values[i] - values[j]) * (values[i] - values[j]) / 2;
                    pairs[lag]++;
                }
            }
        }
        for (int lag = 0; lag < LAGS; lag++) {
            if (pairs[lag] > 0) {
                distance[lag] /= pairs[lag];
                gamma[lag] /= pairs[lag];
            }
        }
        return best(distance, gamma, pairs, farthest);
    }

    private static Variogram best(double[] distance, double[] gamma, double[] pairs, double farthest) {
        Variogram best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 1; step <= 40; step++) {
            Variogram candidate = withRange(distance, gamma, pairs, farthest * step / 40);
            double error = 0;
            for (int lag = 0; lag < distance.length; lag++) {
                double off = gamma[lag] - candidate.at(distance[lag]);
                error += pairs[lag] * off * off;
            }
            if (error < least) {
                least = error;
                best = candidate;
            }
        }
        return best;
    }

    /** Weighted linear regression of γ on the shape of the model, kept from going below 0. */
    private static Variogram withRange(double[] distance, double[] gamma, double[] pairs, double range) {
        Variogram shape = new Variogram(0, 1, range);
        double w = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int lag = 0; lag < distance.length; lag++) {
            double at = shape.at(distance[lag]);
            w += pairs[lag];
            sx += pairs[lag] * at;
            sy += pairs[lag] * gamma[lag];
            sxx += pairs[lag] * at * at;
            sxy += pairs[lag] * at * gamma[lag];
        }
        double spread = w * sxx - sx * sx;
        double sill = spread > 0 ? (w * sxy - sx * sy) / spread : 0;
        double nugget = w > 0 ? (sy - sill * sx) / w : 0;
        if (nugget < 0) {
            nugget = 0;
            sill = sxx > 0 ? sxy / sxx : 0;
        }
        if (sill < 0) {
            sill = 0;
            nugget = w > 0 ? sy / w : 0;
        }
        return new Variogram(nugget, sill, range);
    }
}
