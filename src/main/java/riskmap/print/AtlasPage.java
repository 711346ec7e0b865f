package riskmap.print;

import org.locationtech.jts.geom.Geometry;

/**
 * A page of an atlas.
 *
 * @param name of the feature that it shows
 * @param shape of the feature, in the map's CRS
 * @param number of the page, from 1
 * @param count how many pages there are
 */
public record AtlasPage(String name, Geometry shape, int number, int count) {}
