package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Splitting by a line. The pieces have together exactly the original's vertices and those where the line meets it; pieces
 * that touch share their common edges to the bit, so they are a coverage.
 *
 * <p>A line splits an area only where it enters and leaves it; loose ends inside do nothing. Parts that are not split stay
 * with the largest piece.
 */
public final class Cut {
    private Cut() {}

    /** The pieces, the largest (by area or length) first; a single one when the line splits nothing. */
    public static List<Geometry> split(Geometry geometry, LineString line) {
        List<Geometry> pieces = new ArrayList<>();
        List<Geometry> whole = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            boolean near = part.getEnvelopeInternal().intersects(line.getEnvelopeInternal());
            List<Geometry> cut =
                    !near ? List.of(part) : part instanceof Polygon area ? area(area, line) : along(part, line);
            (cut.size() > 1 ? pieces : whole).addAll(cut);
        }
        if (pieces.isEmpty()) {
            return List.of(geometry);
        }
        pieces.sort(Comparator.comparingDouble(Cut::size).reversed().thenComparing(Comparator.naturalOrder()));
        if (!whole.isEmpty()) {
            whole.add(0, pieces.get(0));
            pieces.set(0, geometry.getFactory().buildGeometry(whole));
        }
        return pieces;
    }

    /** The pieces of one line, in their order along it; where it crosses itself, or runs along the line, it is not split. */
    public static List<Geometry> along(Geometry part, LineString line) {
        Blade blade = Blade.of(part, line);
        Set<Coordinate> cuts = new HashSet<>(blade.meetings());
        Set<List<Coordinate>> shared = steps(blade.line());
        Coordinate[] path = blade.noded().getCoordinates();
        List<Geometry> pieces = new ArrayList<>();
        List<Coordinate> piece = new ArrayList<>();
        for (int i = 0; i < path.length; i++) {
            piece.add(path[i]);
            boolean inner = i > 0 && i + 1 < path.length;
            boolean along = inner
                    && shared.contains(List.of(path[i - 1], path[i]))
                    && shared.contains(List.of(path[i], path[i + 1]));
            if (inner && cuts.contains(path[i]) && !along || i + 1 == path.length) {
                pieces.add(part.getFactory().createLineString(piece.toArray(Coordinate[]::new)));
                piece = new ArrayList<>(List.of(path[i]));
            }
        }
        return pieces.size() < 2 ? List.of(part) : pieces;
    }

    /** The steps of a line from vertex to vertex, in both directions. */
    private static Set<List<Coordinate>> steps(List<Coordinate> line) {
        Set<List<Coordinate>> steps = new HashSet<>();
        for (int i = 0; i + 1 < line.size(); i++) {
            steps.add(List.of(line.get(i), line.get(i + 1)));
            steps.add(List.of(line.get(i + 1), line.get(i)));
        }
        return steps;
    }

    /** Area of areas, length of lines. */
    public static double size(Geometry geometry) {
        return geometry.getDimension() == 2 ? geometry.getArea() : geometry.getLength();
    }

    private static List<Geometry> area(Polygon area, LineString line) {
        Blade blade = Blade.of(area, line);
        if (blade.meetings().size() < 2) {
            return List.of(area);
        }
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area);
        List<Geometry> pieces = new ArrayList<>();
        for (Polygon face : new Faces().add(blade.noded()).add(blade.line()).all()) {
            if (inside.locate(face.getInteriorPoint().getCoordinate()) == Location.INTERIOR) {
                pieces.add(face);
            }
        }
        return pieces.size() < 2 ? List.of(area) : pieces;
    }
}
