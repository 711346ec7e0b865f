/**
 * Tools that make rasters and lines from rasters and points: calculator, contours, ruggedness, viewshed, density. Each is a
 * {@link riskmap.analysis.Operation} in the one list {@code Operations}.
 *
 * <p>May import what {@code analysis} may.
 */
package riskmap.analysis.raster;
