package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.Overlay;

/**
 * Giving a boundary or line a new course along a drawn line that meets it twice or more.
 *
 * <p>Of an area, every run of the drawn line between two meetings counts: one outside adds what it encloses with the
 * boundary (of a hole, it takes the smaller side off the hole); one inside cuts off the smaller side. Of a line, the course
 * between the first and last meeting is replaced. Loose ends of the drawn line do nothing.
 */
public final class Reshape {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Reshape() {}

    /** The reshaped geometry, with a vertex wherever the drawn line met it; nothing when it met it less than twice. */
    public static Optional<Geometry> apply(Geometry geometry, LineString drawn) {
        List<Geometry> parts = new ArrayList<>();
        boolean changed = false;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            Optional<Geometry> after = !part.getEnvelopeInternal().intersects(drawn.getEnvelopeInternal())
                    ? Optional.empty()
                    : part instanceof Polygon area ? area(area, drawn) : line((LineString) part, drawn);
            changed |= after.isPresent();
            Geometry result = after.orElse(part);
            for (int k = 0; k < result.getNumGeometries(); k++) {
                parts.add(result.getGeometryN(k));
            }
        }
        return changed ? Optional.of(geometry.getFactory().buildGeometry(parts)) : Optional.empty();
    }

    private static Optional<Geometry> line(LineString line, LineString drawn) {
        Blade blade = Blade.of(line, drawn);
        List<Coordinate> met = blade.meetings();
        if (met.size() < 2) {
            return Optional.empty();
        }
        List<Coordinate> path = List.of(blade.noded().getCoordinates());
        int first = path.indexOf(met.get(0));
        int last = path.indexOf(met.get(met.size() - 1));
        int from = Math.min(first, last);
        int to = Math.max(first, last);
        if (from == to) {
            return Optional.empty();
        }
        List<Coordinate> run = new ArrayList<>(blade.line()
                .subList(blade.line().indexOf(met.get(0)), blade.line().lastIndexOf(met.get(met.size() - 1)) + 1));
        if (first > last) {
            java.util.Collections.reverse(run);
        }
        List<Coordinate> result = new ArrayList<>(path.subList(0, from));
        result.addAll(run);
        result.addAll(path.subList(to + 1, path.size()));
        return Optional.of(line.getFactory().createLineString(result.toArray(Coordinate[]::new)));
    }

    private static Optional<Geometry> area(Polygon area, LineString drawn) {
        Blade blade = Blade.of(area, drawn);
        Geometry current = blade.noded();
        boolean changed = false;
        for (List<Coordinate> run : runs(blade)) {
            Geometry after = withRun(current, run);
            changed |= after != current;
            current = after;
        }
        return changed ? Optional.of(current) : Optional.empty();
    }

    /** The drawn line from each meeting to the next. */
    private static List<List<Coordinate>> runs(Blade blade) {
        Set<Coordinate> met = new HashSet<>(blade.meetings());
        List<List<Coordinate>> runs = new ArrayList<>();
        List<Coordinate> run = null;
        for (Coordinate vertex : blade.line()) {
            if (run != null) {
                run.add(vertex);
            }
            if (met.contains(vertex)) {
                if (run != null && run.size() > 1) {
                    runs.add(run);
                }
                run = new ArrayList<>(List.of(vertex));
            }
        }
        return runs;
    }

    private static Geometry withRun(Geometry area, List<Coordinate> run) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        Coordinate middle = new Coordinate((run.get(0).x + run.get(1).x) / 2, (run.get(0).y + run.get(1).y) / 2);
        // an edge that ends in vertices of the boundary is along it when its middle is
        int location = isAlong(area, run) ? Location.BOUNDARY : locator.locate(middle);
        if (location == Location.BOUNDARY) {
            return area;
        }
        List<Polygon> faces = new Faces().add(area).add(run).all();
        if (location == Location.INTERIOR) {
            return largest(faces, locator).orElse(area);
        }
        return faces.stream()
                .filter(face -> locator.locate(face.getInteriorPoint().getCoordinate()) == Location.EXTERIOR)
                .filter(face -> hasEdge(face, run))
                .min(Comparator.comparingDouble(Polygon::getArea))
                .map(bulge -> united(area, bulge))
                .orElse(area);
    }

    private static Optional<Geometry> largest(List<Polygon> faces, IndexedPointInAreaLocator inside) {
        return faces.stream()
                .filter(face -> inside.locate(face.getInteriorPoint().getCoordinate()) == Location.INTERIOR)
                .max(Comparator.comparingDouble(Polygon::getArea))
                .map(face -> (Geometry) face);
    }

    /** The union of areas whose common edges have the same vertices. */
    static Geometry united(Geometry a, Geometry b) {
        return Coverage.dissolve(List.of(a, b)).orElseGet(() -> Overlay.union(a, b));
    }

    private static boolean isAlong(Geometry area, List<Coordinate> run) {
        return run.size() == 2 && hasEdge(area, run);
    }

    private static boolean hasEdge(Geometry area, List<Coordinate> run) {
        boolean[] found = {false};
        Paths.forEach(area, (path, part, ring) -> {
            for (int i = 0; i + 1 < path.length; i++) {
                found[0] |= path[i].equals2D(run.get(0)) && path[i + 1].equals2D(run.get(1))
                        || path[i].equals2D(run.get(1)) && path[i + 1].equals2D(run.get(0));
            }
        });
        return found[0];
    }

    /** The line as JTS has it. */
    public static LineString line(List<Coordinate> vertices) {
        return FACTORY.createLineString(vertices.toArray(Coordinate[]::new));
    }
}
