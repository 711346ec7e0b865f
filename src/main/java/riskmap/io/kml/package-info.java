/**
 * KML and KMZ, both directions: placemarks by folder, extended data as fields. A {@link riskmap.io.Format} in the one list
 * {@code Formats}.
 *
 * <p>May import what {@code io} may.
 */
package riskmap.io.kml;
