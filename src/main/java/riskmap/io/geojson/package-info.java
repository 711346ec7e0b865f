/**
 * GeoJSON, both directions, streamed. A {@link riskmap.io.Format} in the one list {@code Formats}.
 *
 * <p>May import what {@code io} may.
 */
package riskmap.io.geojson;
