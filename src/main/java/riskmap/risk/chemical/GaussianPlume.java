package riskmap.risk.chemical;

/**
 * A steady plume of a gas as heavy as air: c = Q / (2 π u σy σz) e^(−y²/2σy²) (e^(−(z−h)²/2σz²) + e^(−(z+h)²/2σz²)),
 * kg/m³, the ground reflecting all of it.
 *
 * <p>Holds for a wind from 1 m/s on, from about 100 m to 10 km downwind. <b>Source:</b> CCPS 1999, page 97. Example:
 * 0.1 kg/s at the ground, 2 m/s, class F, CCPS set, 500 m: 1.0346728e-4 kg/m³.
 *
 * @param rate release Q, kg/s
 * @param wind u, m/s
 * @param height of the release h, m
 */
public record GaussianPlume(double rate, double wind, double height, Stability stability, Dispersion dispersion) {
    public GaussianPlume {
        if (!(rate >= 0) || !(wind > 0) || !(height >= 0)) {
            throw new IllegalArgumentException("rate and height not negative, wind above 0");
        }
    }

    /** Concentration at x downwind, y across and z above the ground; nothing upwind. */
    public double concentration(double x, double y, double z) {
        if (x <= 0) {
            return 0;
        }
        return concentration(
                rate, wind, height, dispersion.sigmaY(stability, x), dispersion.sigmaZ(stability, x), y, z);
    }

    /** The same where the widths of the plume are known. */
    static double concentration(
            double rate, double wind, double height, double sigmaY, double sigmaZ, double y, double z) {
        return rate
                / (2 * Math.PI * wind * sigmaY * sigmaZ)
                * gauss(y, sigmaY)
                * (gauss(z - height, sigmaZ) + gauss(z + height, sigmaZ));
    }

    /**
     * Half of the width at the ground within which the concentration reaches a limit, 0 where it does not:
     * y = σy √(2 ln(c₀/c)).
     */
    public double halfWidth(double x, double limit) {
        double centre = concentration(x, 0, 0);
        if (x <= 0 || !(centre > limit)) {
            return 0;
        }
        return dispersion.sigmaY(stability, x) * Math.sqrt(2 * Math.log(centre / limit));
    }

    /** Greatest distance downwind, up to {@code farthest}, at which the limit is reached at the ground; 0 for none. */
    public double reach(double limit, double farthest) {
        // the axis concentration of a raised source first rises: look from the far end, in steps of 1 %
        double outside = farthest;
        if (concentration(outside, 0, 0) >= limit) {
            return farthest;
        }
        while (outside > 1) {
            double inside = outside / 1.01;
            if (concentration(inside, 0, 0) >= limit) {
                return between(inside, outside, limit);
            }
            outside = inside;
        }
        return 0;
    }

    private double between(double inside, double outside, double limit) {
        double low = inside;
        double high = outside;
        while (high - low > 1e-9 * high) {
            double middle = (low + high) / 2;
            if (concentration(middle, 0, 0) >= limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double gauss(double distance, double sigma) {
        return Math.exp(-distance * distance / (2 * sigma * sigma));
    }
}
