/**
 * GPX, read: way points, tracks and routes of receivers. A {@link riskmap.io.Format} in the one list {@code Formats}.
 *
 * <p>May import what {@code io} may.
 */
package riskmap.io.gpx;
