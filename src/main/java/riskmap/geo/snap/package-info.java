/**
 * Finding what lies under the pointer: vertices, crossings, midpoints, feet of perpendiculars and edges of the features in
 * view, across layers. {@link riskmap.geo.snap.SnapIndex} is filled while features arrive and asked on every mouse move.
 *
 * <p>May import: {@code base}; JTS.
 */
package riskmap.geo.snap;
