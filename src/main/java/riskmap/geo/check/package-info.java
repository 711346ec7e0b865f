/**
 * Finders of faults in geometry: overlaps and gaps of a coverage, loose line ends, spikes, doubles. Each says where and,
 * where a safe fix exists, what it would be; the fixes as edits are {@code riskmap.edit.shape.Fixes}. Input are arrays of
 * geometries, null and empty ones are passed over; results name geometries by their index and come in its order, whatever
 * the number of threads.
 *
 * <p>Planar, in the units of the coordinates.
 *
 * <p>May import: {@code base}; JTS.
 */
package riskmap.geo.check;
