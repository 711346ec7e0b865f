package riskmap.map;

import java.util.List;

/**
 * A place of the map that the user wants to find again.
 *
 * @param name what it is called; unique in a project
 * @param crs authority code of the CRS of the extent
 * @param extent minX, minY, maxX, maxY in that CRS, as it is before the map is turned
 * @param rotation degrees by which the map was turned clockwise
 */
public record Bookmark(String name, String crs, List<Double> extent, double rotation) {
    public Bookmark {
        extent = List.copyOf(extent);
    }

    public Bookmark withName(String other) {
        return new Bookmark(other, crs, extent, rotation);
    }
}
