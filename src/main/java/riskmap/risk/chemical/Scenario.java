package riskmap.risk.chemical;

import java.util.List;
import riskmap.base.Message;

/**
 * An accident that can happen at a site: how far it reaches at each of four limits, and how deadly it is at a place.
 *
 * @param kind what happens
 * @param mass in it, kg; for a cloud that drifts, what is set free in a second, kg/s
 * @param limits of the levels 1 to 4, rising, in the unit of the kind
 * @param footprint the ground it reaches
 * @param lethality share of people it kills at a place
 */
public record Scenario(Kind kind, double mass, List<Double> limits, Footprint footprint, Lethality lethality) {
    /** The formulas of clouds were measured up to here; one that reaches farther is shown as reaching just as far. */
    public static final double FARTHEST_METRES = 10_000;

    /** What happens. */
    public enum Kind {
        EXPLOSION("Pa"),
        VAPOUR_CLOUD("Pa"),
        FIREBALL("kW/m²"),
        POOL_FIRE("kW/m²"),
        TOXIC_CLOUD("ppm");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }

        /** Unit of its limits. */
        public String unit() {
            return unit;
        }

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public Message title() {
            return Message.of("risk.scenario-" + key());
        }

        /** Whether it drifts with the wind. */
        public boolean drifts() {
            return this == TOXIC_CLOUD;
        }
    }

    /** The ground within which a limit is reached, in metres from the site: downwind to the right, across upwards. */
    public interface Footprint {
        /** Farthest distance from the site in any direction, 0 where the limit is not reached. */
        double reach(double limit);

        /** Distance it reaches against the wind. */
        default double upwind(double limit) {
            return reach(limit);
        }

        /** Half of the width at a distance downwind, negative ones being upwind. */
        double halfWidth(double downwind, double limit);

        /** Whether it is that of a gas heavier than air, whose reach does not depend on the stability of the air. */
        default boolean isDense() {
            return false;
        }

        /** Whether the curves it is read from were not measured for such a release. */
        default boolean isBeyondCurves() {
            return false;
        }

        /** A circle around the site. */
        static Footprint circle(java.util.function.DoubleUnaryOperator reach) {
            return new Footprint() {
                @Override
                public double reach(double limit) {
                    return reach.applyAsDouble(limit);
                }

                @Override
                public double halfWidth(double downwind, double limit) {
                    double radius = reach(limit);
                    return Math.sqrt(Math.max(0, radius * radius - downwind * downwind));
                }
            };
        }
    }

    /** How deadly it is. */
    public interface Lethality {
        /** Share of people killed at a place, 0 to 1. */
        double at(double downwind, double across);
    }

    public Scenario {
        limits = List.copyOf(limits);
    }

    /** Farthest distance of a level from 1 to 4. */
    public double reach(int level) {
        return footprint.reach(limits.get(level - 1));
    }
}
