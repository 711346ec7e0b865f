/**
 * GeoPackage (OGC 12-128r15, version 1.3) as a GeoTools {@code DataStore}, {@code dbtype=geopkg}.
 *
 * <p>Only this package opens SQLite files: one hardened opener, one class that owns every byte access to an open file
 * (closing any other handle on it would drop SQLite's lock).
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}; GeoTools, {@code java.sql}, sqlite-jdbc.
 */
package riskmap.data.gpkg;
