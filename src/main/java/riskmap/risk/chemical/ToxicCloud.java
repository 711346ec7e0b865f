package riskmap.risk.chemical;

/** A cloud that drifts with the wind: its ground footprint by concentration in ppm, light or dense. */
abstract class ToxicCloud implements Scenario.Footprint {
    /** Concentration at the ground, ppm. */
    abstract double partsPerMillion(double downwind, double across);

    static ToxicCloud light(GaussianPlume plume, double molarMass) {
        double perPart = VolumeFraction.kilogramsPerCubicMetre(1, molarMass);
        return new ToxicCloud() {
            @Override
            double partsPerMillion(double downwind, double across) {
                // nearer than a metre the formula has no width yet; never more than the pure gas
                return Math.min(
                        1e6, plume.concentration(downwind <= 0 ? 0 : Math.max(1, downwind), across, 0) / perPart);
            }

            @Override
            public double reach(double limit) {
                return plume.reach(limit * perPart, Scenario.FARTHEST_METRES);
            }

            @Override
            public double upwind(double limit) {
                return 0;
            }

            @Override
            public double halfWidth(double downwind, double limit) {
                return plume.halfWidth(downwind, limit * perPart);
            }
        };
    }

    static ToxicCloud dense(DenseGasPlume plume) {
        return new ToxicCloud() {
            @Override
            public boolean isDense() {
                return true;
            }

            @Override
            public boolean isBeyondCurves() {
                return !plume.isWithinCurves();
            }

            @Override
            double partsPerMillion(double downwind, double across) {
                boolean inside = downwind >= -plume.upwind() && Math.abs(across) <= plume.halfWidth(downwind);
                return inside ? 1e6 * plume.ratio(downwind) : 0;
            }

            @Override
            public double reach(double limit) {
                return Math.min(Scenario.FARTHEST_METRES, plume.distanceMetres(Math.min(1, limit / 1e6)));
            }

            @Override
            public double upwind(double limit) {
                return plume.upwind();
            }

            @Override
            public double halfWidth(double downwind, double limit) {
                boolean inside = downwind >= -plume.upwind() && downwind <= reach(limit);
                return inside ? plume.halfWidth(downwind) : 0;
            }
        };
    }
}
