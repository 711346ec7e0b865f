/**
 * Coordinate reference systems: the few in use resolved without the EPSG database, read from and written as WKT,
 * transformed; datum shifts and the offset of GCJ-02.
 */
package riskmap.geo.crs;
