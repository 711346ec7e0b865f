package riskmap.geo.shape;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a vertex stands in a geometry.
 *
 * @param part number of the part, from 0
 * @param ring 0 for a line or an outer ring, from 1 for holes
 * @param index number of the vertex in its path, from 0; the last vertex of a ring is its first again
 */
public record VertexPlace(int part, int ring, int index) {
    /** The vertex there. */
    public Coordinate of(Geometry geometry) {
        Coordinate[] found = new Coordinate[1];
        Paths.forEach(geometry, (path, p, r) -> {
            if (p == part && r == ring && index >= 0 && index < path.length) {
                found[0] = path[index];
            }
        });
        if (found[0] == null) {
            throw new IllegalArgumentException("no vertex at " + this);
        }
        return found[0];
    }

    /** The vertex nearest to a place, if one is within the distance; the first in order among equally near ones. */
    public static Optional<VertexPlace> nearest(Geometry geometry, Coordinate place, double within) {
        VertexPlace[] found = new VertexPlace[1];
        double[] least = {within};
        Paths.forEach(geometry, (path, part, ring) -> {
            for (int i = 0; i < path.length; i++) {
                double distance = path[i].distance(place);
                if (distance < least[0] || found[0] == null && distance <= within) {
                    least[0] = distance;
                    found[0] = new VertexPlace(part, ring, i);
                }
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /** The edge nearest to a place, named by the vertex it starts at, if one is within the distance. */
    public static Optional<VertexPlace> nearestEdge(Geometry geometry, Coordinate place, double within) {
        VertexPlace[] found = new VertexPlace[1];
        double[] least = {within};
        Paths.forEach(geometry, (path, part, ring) -> {
            for (int i = 0; i + 1 < path.length; i++) {
                double distance = org.locationtech.jts.algorithm.Distance.pointToSegment(place, path[i], path[i + 1]);
                if (distance < least[0] || found[0] == null && distance <= within) {
                    least[0] = distance;
                    found[0] = new VertexPlace(part, ring, i);
                }
            }
        });
        return Optional.ofNullable(found[0]);
    }
}
