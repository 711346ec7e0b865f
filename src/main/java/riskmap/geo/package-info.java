/**
 * The geometry kernel, in rooms: coordinate reference systems ({@code crs}), overlay, coverages and repair ({@code overlay}),
 * rasters ({@code raster}: {@link riskmap.geo.raster.Grid}) with what is made of them ({@code terrain}, {@code zonal},
 * {@code polygonize}); edits of one shape, snapping and checks ({@code shape}, {@code snap}, {@code check}).
 *
 * <p><b>Axes.</b> Everywhere in this program x is easting or longitude and y is northing or latitude, whatever order an
 * authority states. The order of the authority is handled at the doors only: {@link riskmap.geo.crs.Crs}, {@code io} and
 * {@code data.gpkg}.
 *
 * <p><b>Grids</b> are row-major from the north-west corner; a cell is its area, its value stands at its centre; no data
 * is {@link Float#NaN}.
 *
 * <p><b>Classes</b> are [a, b): a value on a break belongs to the upper class.
 *
 * <p>May import: {@code base}; JTS and GeoTools referencing.
 */
package riskmap.geo;
