/**
 * Grids: GeoTIFF and ASCII grid, both directions. Each is a {@link riskmap.io.Format} in the one list {@code Formats}.
 *
 * <p>May import what {@code io} may.
 */
package riskmap.io.raster;
