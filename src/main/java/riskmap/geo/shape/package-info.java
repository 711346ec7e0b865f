/**
 * Kernels of drawing and editing: what becomes of one geometry when it is split, reshaped, trimmed, turned, simplified.
 *
 * <p>A <b>path</b> is a run of vertices without a break: a point, a line of a multi-line, a ring of a polygon (first vertex
 * repeated at its end). All functions are pure, planar and in the units of the coordinates; each is O(vertices of what it
 * is given). Vertices that an operation does not touch keep their coordinates to the bit, Z and M too.
 *
 * <p><b>Tolerance.</b> Two places are one when they are within {@link riskmap.geo.shape.Nearness}: 10⁻¹² of the largest
 * ordinate, some micrometres in the Gauss-Kruger zones, which is the rounding of a computed crossing and nothing a
 * surveyor could see.
 *
 * <p>May import: {@code base}; JTS and GeoTools referencing.
 */
package riskmap.geo.shape;
