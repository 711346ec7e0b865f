package riskmap.ui.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.geo.shape.Paths;
import riskmap.geo.shape.VertexPlace;

/** The vertices of the selected features, in map coordinates, and which of them are chosen. Knows no toolkit. */
final class VertexHandles {
    /** A vertex of a feature. */
    record Handle(long fid, VertexPlace place, Coordinate at) {}

    private final Map<Long, Geometry> geometries = new TreeMap<>();
    private final Set<Handle> chosen = new LinkedHashSet<>();

    /** These features are selected now; vertices that are gone are not chosen any more. */
    void show(Map<Long, Geometry> selected) {
        geometries.clear();
        geometries.putAll(selected);
        Set<Handle> before = new LinkedHashSet<>(chosen);
        chosen.clear();
        before.forEach(handle -> now(handle).ifPresent(chosen::add));
    }

    private Optional<Handle> now(Handle handle) {
        Geometry geometry = geometries.get(handle.fid());
        if (geometry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Handle(handle.fid(), handle.place(), handle.place().of(geometry)));
        } catch (IllegalArgumentException gone) {
            return Optional.empty();
        }
    }

    Map<Long, Geometry> geometries() {
        return geometries;
    }

    Set<Handle> chosen() {
        return chosen;
    }

    /** The chosen vertices of a feature. */
    Map<Long, Set<VertexPlace>> chosenByFeature() {
        Map<Long, Set<VertexPlace>> result = new TreeMap<>();
        chosen.forEach(handle -> result.computeIfAbsent(handle.fid(), fid -> new LinkedHashSet<>())
                .add(handle.place()));
        return result;
    }

    /** The vertex nearest to a place within a distance. */
    Optional<Handle> vertex(Coordinate place, double within) {
        Handle best = null;
        for (Map.Entry<Long, Geometry> entry : near(place, within).entrySet()) {
            Optional<VertexPlace> found = VertexPlace.nearest(entry.getValue(), place, within);
            if (found.isPresent()) {
                Coordinate at = found.get().of(entry.getValue());
                if (best == null || at.distance(place) < best.at().distance(place)) {
                    best = new Handle(entry.getKey(), found.get(), at);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The edge nearest to a place within a distance, named by the vertex it starts at; {@code at} is its middle. */
    Optional<Handle> edge(Coordinate place, double within) {
        for (Map.Entry<Long, Geometry> entry : near(place, within).entrySet()) {
            Optional<VertexPlace> found = VertexPlace.nearestEdge(entry.getValue(), place, within);
            if (found.isPresent()) {
                VertexPlace start = found.get();
                Coordinate a = start.of(entry.getValue());
                Coordinate b = new VertexPlace(start.part(), start.ring(), start.index() + 1).of(entry.getValue());
                Coordinate middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
                return Optional.of(new Handle(entry.getKey(), start, middle));
            }
        }
        return Optional.empty();
    }

    /** The vertices within a rectangle. */
    List<Handle> in(Envelope box) {
        List<Handle> found = new ArrayList<>();
        geometries.forEach((fid, geometry) -> {
            if (geometry.getEnvelopeInternal().intersects(box)) {
                Paths.forEach(geometry, (path, part, ring) -> {
                    for (int i = 0; i < path.length - (isClosed(path) ? 1 : 0); i++) {
                        if (box.contains(path[i])) {
                            found.add(new Handle(fid, new VertexPlace(part, ring, i), path[i]));
                        }
                    }
                });
            }
        });
        return found;
    }

    /** The other chosen vertices and this one, moved so that this one comes to a place; by feature. */
    Map<Long, Map<VertexPlace, Coordinate>> moved(Handle dragged, Coordinate to) {
        Map<Long, Map<VertexPlace, Coordinate>> result = new TreeMap<>();
        Set<Handle> all = new LinkedHashSet<>(chosen);
        all.add(dragged);
        for (Handle handle : all) {
            Coordinate place = handle.equals(dragged)
                    ? to
                    : new Coordinate(handle.at().x + to.x - dragged.at().x, handle.at().y + to.y - dragged.at().y);
            result.computeIfAbsent(handle.fid(), fid -> new HashMap<>()).put(handle.place(), place);
        }
        return result;
    }

    static boolean isClosed(Coordinate[] path) {
        return path.length > 1 && path[0].equals2D(path[path.length - 1]);
    }

    private Map<Long, Geometry> near(Coordinate place, double within) {
        Envelope box = new Envelope(place);
        box.expandBy(within);
        Map<Long, Geometry> result = new TreeMap<>(geometries);
        result.values().removeIf(geometry -> !geometry.getEnvelopeInternal().intersects(box));
        return result;
    }
}
