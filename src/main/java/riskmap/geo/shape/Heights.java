package riskmap.geo.shape;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Heights for vertices that an edit made without one. */
final class Heights {
    private Heights() {}

    /** The heights of a path: those it has; between two that have one, by distance; else that of the nearest vertex. */
    static double[] along(Coordinate[] path, Geometry others) {
        double[] heights = new double[path.length];
        int last = -1;
        for (int i = 0; i < path.length; i++) {
            heights[i] = path[i].getZ();
            if (!Double.isNaN(heights[i])) {
                between(path, heights, last, i);
                last = i;
            }
        }
        if (last >= 0) {
            between(path, heights, last, path.length);
        } else if (others != null) {
            for (int i = 0; i < path.length; i++) {
                heights[i] = nearest(path[i], others);
            }
        }
        return heights;
    }

    private static void between(Coordinate[] path, double[] heights, int from, int to) {
        double length = 0;
        for (int i = Math.max(from, 0) + 1; i <= to && i < path.length; i++) {
            length += path[i].distance(path[i - 1]);
        }
        double done = 0;
        for (int i = from + 1; i < to; i++) {
            if (from < 0) {
                heights[i] = heights[to];
            } else if (to == path.length) {
                heights[i] = heights[from];
            } else {
                done += path[i].distance(path[i - 1]);
                double share = length == 0 ? 0 : done / length;
                heights[i] = heights[from] + share * (heights[to] - heights[from]);
            }
        }
    }

    private static double nearest(Coordinate place, Geometry others) {
        double least = Double.POSITIVE_INFINITY;
        double height = Double.NaN;
        for (Coordinate vertex : others.getCoordinates()) {
            double distance = vertex.distance(place);
            if (distance < least && !Double.isNaN(vertex.getZ())) {
                least = distance;
                height = vertex.getZ();
            }
        }
        return height;
    }
}
