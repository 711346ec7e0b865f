/**
 * Rows and their neighbours: how an edit of one geometry is carried over to all that share its boundary.
 *
 * <p>Rows <b>share a vertex</b> when both have one with the same x and y to the bit, an edge when they share both its ends.
 * An edit is proposed in a {@link riskmap.edit.topology.Draft} and becomes {@code Changes} by
 * {@link riskmap.edit.topology.Draft#finish}, which carries it over to the neighbours, keeps the layer's form (type, Z,
 * direction of rings) and refuses what would not be valid, saying where. Only rows near what changed are read.
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}; GeoTools.
 */
package riskmap.edit.topology;
