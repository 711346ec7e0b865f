/**
 * Shapefiles, both directions: shapes, dBASE tables and their encodings. A {@link riskmap.io.Format} in the one list
 * {@code Formats}.
 *
 * <p>May import what {@code io} may.
 */
package riskmap.io.shapefile;
