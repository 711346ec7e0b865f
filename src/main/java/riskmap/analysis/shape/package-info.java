/**
 * Tools that make other shapes of one layer's features: hulls, parts, simpler, smoother, repaired and snapped ones. Each is
 * a {@link riskmap.analysis.Operation} in the one list {@code Operations}; names and meanings are those of the OGC and of
 * QGIS.
 *
 * <p>May import what {@code analysis} may.
 */
package riskmap.analysis.shape;
