package riskmap.risk.chemical;

import java.util.List;

/**
 * What is known of a substance; NaN where nothing is.
 *
 * @param key its name in the profile
 * @param names what survey files call it
 * @param cas CAS number
 * @param hazardClass class of the catalogue
 * @param molarMass g/mol
 * @param criticalTonnes critical amount of the standard
 * @param beta substance factor of the major-hazard level
 * @param guideline AEGL-1, -2 and -3 for 60 min, ppm
 * @param gasDensity of the gas as it is set free, kg/m³
 * @param boilingCelsius boiling point
 * @param liquidDensity kg/m³
 * @param combustion heat of combustion, kJ/kg
 * @param burningRate of a large pool, kg/(m² s)
 * @param tntFactor mass of TNT one mass of it is worth
 * @param probit how deadly it is to breathe, null where unknown
 * @param values all these numbers, each with where it is printed
 */
public record Substance(
        String key,
        List<String> names,
        String cas,
        String hazardClass,
        double molarMass,
        double criticalTonnes,
        double beta,
        List<Double> guideline,
        double gasDensity,
        double boilingCelsius,
        double liquidDensity,
        double combustion,
        double burningRate,
        double tntFactor,
        Probit probit,
        List<SubstanceValue> values) {

    public Substance {
        names = List.copyOf(names);
        guideline = List.copyOf(guideline);
        values = List.copyOf(values);
    }

    /** kg/m³ of AEGL-1, -2 or -3; NaN where there is none. */
    public double guideline(int tier) {
        return VolumeFraction.kilogramsPerCubicMetre(guideline.get(tier - 1), molarMass);
    }

    public boolean isToxic() {
        return !Double.isNaN(guideline.get(1)) && !Double.isNaN(guideline.get(2));
    }

    public boolean burns() {
        return combustion > 0;
    }
}
