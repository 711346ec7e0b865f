/**
 * What the survey holds: the catalogue of layer kinds, layers and tables, and (in {@code data.gpkg}) the store that
 * keeps them.
 *
 * <p>May import: {@code base}, {@code geo}; GeoTools. {@code java.sql} is let into {@code data.gpkg} only.
 */
package riskmap.data;
