/**
 * Tools from layer to layer: overlay, buffer, dissolve, select, join, zonal statistics, terrain. Each is an
 * {@link riskmap.analysis.Operation} in the one list {@code Operations}, and so in the toolbox and on the command line.
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}; GeoTools.
 */
package riskmap.analysis;
