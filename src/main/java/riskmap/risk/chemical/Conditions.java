package riskmap.risk.chemical;

import java.util.List;
import riskmap.base.ParameterValues;

/**
 * What all sites of a computation have in common.
 *
 * @param wind m/s
 * @param stability of the air
 * @param dispersion coefficient set of light gases
 * @param airKelvin temperature of the air
 * @param blast formula of the pressure
 * @param yield share of a cloud's energy that goes into its explosion
 * @param vesselKilograms most that takes part at once
 * @param evaporated share of a flammable liquid that becomes a cloud
 * @param holeMetres diameter of the hole
 * @param discharge discharge coefficient
 * @param releaseSeconds until the hole is closed
 * @param poolMetres diameter of the largest pool
 * @param radiated share of a fire's heat that is radiated
 * @param pressures limits of the levels 1 to 4, Pa
 * @param heats limits of the levels 1 to 4, kW/m²
 * @param toxicShares limits of the levels 1 to 3 as shares of AEGL-2; level 4 begins at AEGL-3
 */
public record Conditions(
        double wind,
        Stability stability,
        Dispersion dispersion,
        double airKelvin,
        Blast blast,
        double yield,
        double vesselKilograms,
        double evaporated,
        double holeMetres,
        double discharge,
        double releaseSeconds,
        double poolMetres,
        double radiated,
        List<Double> pressures,
        List<Double> heats,
        List<Double> toxicShares) {

    /** Seconds a person stays in the heat of a fire before finding cover. */
    public static final double HEAT_SECONDS = 20;

    /** From the parameters of the model. */
    public static Conditions of(ParameterValues values) {
        return new Conditions(
                values.number("wind-speed"),
                Stability.valueOf(values.text("stability")),
                Dispersion.valueOf(values.text("dispersion")
                        .toUpperCase(java.util.Locale.ROOT)
                        .replace('-', '_')),
                values.number("air-temperature") + 273.15,
                values.text("blast-formula").equals("gb") ? Blast.GB : Blast.CROWL_LOUVAR,
                values.number("cloud-yield"),
                1000 * values.number("largest-vessel"),
                values.number("evaporated-share"),
                values.number("hole-diameter") / 1000,
                values.number("discharge-coefficient"),
                60 * values.number("release-minutes"),
                Math.sqrt(4 * values.number("pool-area") / Math.PI),
                values.number("radiated-share"),
                list(values.numbers("overpressure-limits"), 1000),
                list(values.numbers("heat-limits"), 1),
                list(values.numbers("toxic-limits"), 1));
    }

    /** The same in another wind and stability. */
    public Conditions in(double otherWind, Stability otherStability) {
        return new Conditions(
                otherWind,
                otherStability,
                dispersion,
                airKelvin,
                blast,
                yield,
                vesselKilograms,
                evaporated,
                holeMetres,
                discharge,
                releaseSeconds,
                poolMetres,
                radiated,
                pressures,
                heats,
                toxicShares);
    }

    private static List<Double> list(double[] numbers, double factor) {
        return java.util.Arrays.stream(numbers)
                .map(number -> number * factor)
                .boxed()
                .toList();
    }
}
