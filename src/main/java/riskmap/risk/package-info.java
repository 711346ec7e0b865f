/**
 * Hazard × exposure × vulnerability − coping capacity → risk level and zones, with provenance. Each model is a
 * {@link riskmap.risk.RiskModel} in the one list {@code RiskModels}.
 *
 * <p>Levels are four: 4 red (高), 3 orange (较高), 2 yellow (中), 1 blue (低); 0 is none. Classes are [a, b).
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}, {@code analysis}; GeoTools.
 */
package riskmap.risk;
