package riskmap.risk.chemical;

/** Concentrations of a gas between parts per million of the volume and kg/m³. */
public final class VolumeFraction {
    /** Litres a mole of an ideal gas takes at 25 °C and 1013.25 hPa. */
    private static final double MOLAR_VOLUME = 24.465;

    private VolumeFraction() {}

    /** kg/m³ of so many ppm at 25 °C. */
    public static double kilogramsPerCubicMetre(double partsPerMillion, double gramsPerMole) {
        return partsPerMillion * gramsPerMole / MOLAR_VOLUME * 1e-6;
    }
}
