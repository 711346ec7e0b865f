/**
 * Consequences of accidents with hazardous substances: formulas as pure functions, in SI units unless a name says
 * otherwise (kg, m, s, Pa, W/m²; concentrations in kg/m³; people as counts).
 *
 * <p>Every class names its formula, the coefficient set and the source. Coefficients that were not compared with the
 * printed standard say so; they are profile data that the models flag.
 */
package riskmap.risk.chemical;
