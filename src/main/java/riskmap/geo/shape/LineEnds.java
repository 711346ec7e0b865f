package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Lines led on to another geometry, or cut off at it. */
public final class LineEnds {
    private LineEnds() {}

    /**
     * The line led on straight from one end to the first place where it meets the target.
     *
     * @param atStart whether its first end grows, otherwise its last
     */
    public static Optional<LineString> extended(LineString line, boolean atStart, Geometry target) {
        LineString run = atStart ? line.reverse() : line;
        Coordinate[] path = run.getCoordinates();
        Coordinate end = path[path.length - 1];
        Coordinate before = path[path.length - 2];
        var reach = target.getEnvelopeInternal().copy();
        reach.expandToInclude(end);
        double far = reach.getDiameter() + 1;
        double length = before.distance(end);
        Coordinate beyond =
                new Coordinate(end.x + (end.x - before.x) / length * far, end.y + (end.y - before.y) / length * far);
        Coordinate met = nearest(end, beyond, target);
        if (met == null) {
            return Optional.empty();
        }
        List<Coordinate> grown = new ArrayList<>(List.of(path));
        if (straight(before, end, met)) {
            grown.remove(grown.size() - 1);
        }
        grown.add(met);
        LineString result = line.getFactory().createLineString(grown.toArray(Coordinate[]::new));
        return Optional.of(atStart ? result.reverse() : result);
    }

    /**
     * The line without the piece around a place, which ends at the nearest crossings with the cutter on either side (or at
     * the end of the line). One line, two when a middle piece was cut out, none when it crosses nothing.
     */
    public static List<LineString> trimmed(LineString line, Coordinate place, LineString cutter) {
        List<Geometry> pieces = new ArrayList<>(Cut.split(line, cutter));
        if (pieces.size() < 2) {
            return List.of();
        }
        var here = line.getFactory().createPoint(place);
        Geometry gone = pieces.get(0);
        for (Geometry piece : pieces) {
            gone = piece.distance(here) < gone.distance(here) ? piece : gone;
        }
        List<LineString> kept = new ArrayList<>();
        List<LineString> inOrder = inOrder(line, pieces);
        List<Coordinate> run = new ArrayList<>();
        for (LineString piece : inOrder) {
            if (piece == gone) {
                flush(line, run, kept);
            } else {
                List<Coordinate> path = List.of(piece.getCoordinates());
                run.addAll(run.isEmpty() ? path : path.subList(1, path.size()));
            }
        }
        flush(line, run, kept);
        return kept;
    }

    private static void flush(LineString line, List<Coordinate> run, List<LineString> kept) {
        if (!run.isEmpty()) {
            kept.add(line.getFactory().createLineString(run.toArray(Coordinate[]::new)));
            run.clear();
        }
    }

    /** The pieces from the line's start on. */
    private static List<LineString> inOrder(LineString line, List<Geometry> pieces) {
        List<LineString> rest = new ArrayList<>();
        pieces.forEach(piece -> rest.add((LineString) piece));
        List<LineString> ordered = new ArrayList<>();
        Coordinate at = line.getCoordinateN(0);
        while (!rest.isEmpty()) {
            Coordinate start = at;
            LineString next = rest.stream()
                    .filter(piece -> piece.getCoordinateN(0).equals2D(start))
                    .findFirst()
                    .orElse(rest.get(0));
            rest.remove(next);
            ordered.add(next);
            at = next.getCoordinateN(next.getNumPoints() - 1);
        }
        return ordered;
    }

    private static Coordinate nearest(Coordinate end, Coordinate beyond, Geometry target) {
        Coordinate[] found = new Coordinate[1];
        LineIntersector crossing = new RobustLineIntersector();
        Paths.forEach(target, (path, part, ring) -> {
            for (int i = 0; i + 1 < path.length; i++) {
                crossing.computeIntersection(end, beyond, path[i], path[i + 1]);
                for (int k = 0; k < crossing.getIntersectionNum(); k++) {
                    Coordinate place = crossing.getIntersection(k);
                    boolean ahead = place.distance(end) > Nearness.at(end);
                    if (ahead && (found[0] == null || place.distance(end) < found[0].distance(end))) {
                        found[0] = new Coordinate(place.x, place.y);
                    }
                }
            }
        });
        return found[0];
    }

    /** Whether the old end is no corner of the extended line; with a height of its own it stays. */
    private static boolean straight(Coordinate before, Coordinate end, Coordinate met) {
        return Double.isNaN(end.getZ()) && Nearness.isOn(end, before, met);
    }
}
