package riskmap.geo.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.geo.shape.Paths;
import riskmap.geo.shape.VertexPlace;

/** Vertices and features that are there twice. */
public final class Duplicates {
    private Duplicates() {}

    /** The vertices nearer than the tolerance to the one before in their path; 0 finds only those at the same place. */
    public static List<VertexPlace> repeatedVertices(Geometry geometry, double tolerance) {
        List<VertexPlace> found = new ArrayList<>();
        if (geometry == null || geometry.getDimension() < 1) {
            return found;
        }
        Paths.forEach(geometry, (path, part, ring) -> {
            Coordinate last = path[0];
            for (int i = 1; i < path.length; i++) {
                if (path[i].distance(last) <= tolerance) {
                    found.add(new VertexPlace(part, ring, i));
                } else {
                    last = path[i];
                }
            }
        });
        return found;
    }

    /** The geometry without repeated vertices; ends of paths stay. Rings that shrink to nothing go. */
    public static Geometry withoutRepeated(Geometry geometry, double tolerance) {
        return geometry.getDimension() < 1
                ? geometry
                : Paths.map(geometry, (path, part, ring) -> {
                    List<Coordinate> kept = new ArrayList<>(path.length);
                    for (Coordinate vertex : path) {
                        if (kept.isEmpty() || vertex.distance(kept.get(kept.size() - 1)) > tolerance) {
                            kept.add(vertex);
                        }
                    }
                    Coordinate end = path[path.length - 1];
                    if (kept.size() > 1 && !kept.get(kept.size() - 1).equals2D(end)) {
                        kept.set(kept.size() - 1, end);
                    }
                    return kept.size() == path.length ? path : kept.toArray(Coordinate[]::new);
                });
    }

    /**
     * Groups of geometries that are the same: same type, same vertices, wherever rings begin and whichever way paths run.
     * Each group ascending, groups by their first.
     */
    public static List<List<Integer>> features(Geometry[] geometries) {
        Map<Same, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < geometries.length; i++) {
            if (geometries[i] != null && !geometries[i].isEmpty()) {
                groups.computeIfAbsent(new Same(geometries[i]), same -> new ArrayList<>())
                        .add(i);
            }
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    /** A geometry by its shape. Equal extents decide first, so that normal forms are made for few. */
    private record Same(Geometry geometry) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same same
                    && geometry.getNumPoints() == same.geometry.getNumPoints()
                    && geometry.getEnvelopeInternal().equals(same.geometry.getEnvelopeInternal())
                    && plain(geometry).norm().equalsExact(plain(same.geometry).norm());
        }

        @Override
        public int hashCode() {
            return geometry.getEnvelopeInternal().hashCode();
        }

        private static Geometry plain(Geometry geometry) {
            return geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry;
        }
    }
}
