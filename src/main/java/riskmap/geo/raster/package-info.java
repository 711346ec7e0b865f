/**
 * Rasters: the {@link Grid} and where its cells lie, shapes onto cells, distances, classes and weighted sums of cells,
 * sampling, and values between stations.
 */
package riskmap.geo.raster;
