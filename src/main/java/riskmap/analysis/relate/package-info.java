/**
 * Tools that relate two layers, or a layer to a lattice: merge, join, split, select by location, overlap, lengths in areas,
 * aggregation. Each is a {@link riskmap.analysis.Operation} in the one list {@code Operations}.
 *
 * <p>May import what {@code analysis} may.
 */
package riskmap.analysis.relate;
