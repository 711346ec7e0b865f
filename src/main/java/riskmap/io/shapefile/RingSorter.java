package riskmap.io.shapefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Puts the rings of a shapefile polygon together. A clockwise ring is a shell, the others are holes of the smallest
 * shell around them; a hole that no shell contains is a shell whose direction is wrong. When every ring runs the wrong
 * way, nesting decides: rings inside an odd number of others are holes.
 *
 * <p><b>Source:</b> Esri shapefile technical description (1998), p. 8.
 */
final class RingSorter {
    private final GeometryFactory factory;

    RingSorter(GeometryFactory factory) {
        this.factory = factory;
    }

    /** A Polygon or MultiPolygon of the rings, empty when there are none. */
    Geometry polygon(List<LinearRing> rings) {
        if (rings.isEmpty()) {
            return factory.createPolygon();
        }
        if (rings.size() == 1) {
            return factory.createPolygon(rings.get(0));
        }
        List<Shell> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (LinearRing ring : rings) {
            if (Orientation.isCCW(ring.getCoordinateSequence())) {
                holes.add(ring);
            } else {
                shells.add(new Shell(ring));
            }
        }
        if (shells.isEmpty()) {
            sortByNesting(rings, shells, holes);
        }
        shells.sort(Comparator.comparingDouble(shell -> shell.envelope.getArea()));
        place(holes, shells);
        List<Polygon> polygons = new ArrayList<>();
        for (Shell shell : shells) {
            polygons.add(factory.createPolygon(shell.ring, shell.holes.toArray(LinearRing[]::new)));
        }
        return polygons.size() == 1 ? polygons.get(0) : inFileOrder(rings, polygons);
    }

    private Geometry inFileOrder(List<LinearRing> rings, List<Polygon> polygons) {
        polygons.sort(Comparator.comparingInt(polygon -> indexOf(rings, polygon.getExteriorRing())));
        return factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static int indexOf(List<LinearRing> rings, LinearRing ring) {
        for (int i = 0; i < rings.size(); i++) {
            if (rings.get(i) == ring) {
                return i;
            }
        }
        return -1;
    }

    private static void place(List<LinearRing> holes, List<Shell> shells) {
        List<Shell> stray = new ArrayList<>();
        for (LinearRing hole : holes) {
            Shell around = null;
            for (Shell shell : shells) {
                if (shell.contains(hole)) {
                    around = shell;
                    break;
                }
            }
            if (around == null) {
                stray.add(new Shell(hole));
            } else {
                around.holes.add(hole);
            }
        }
        shells.addAll(stray);
    }

    private static void sortByNesting(List<LinearRing> rings, List<Shell> shells, List<LinearRing> holes) {
        List<Shell> all = rings.stream().map(Shell::new).toList();
        holes.clear();
        for (Shell ring : all) {
            long depth = all.stream()
                    .filter(other -> other != ring && other.contains(ring.ring))
                    .count();
            if (depth % 2 == 0) {
                shells.add(ring);
            } else {
                holes.add(ring.ring);
            }
        }
    }

    /** A shell with its holes. */
    private static final class Shell {
        private final LinearRing ring;
        private final Envelope envelope;
        private final List<LinearRing> holes = new ArrayList<>();
        private IndexedPointInAreaLocator locator;

        Shell(LinearRing ring) {
            this.ring = ring;
            envelope = ring.getEnvelopeInternal();
        }

        /** By the first vertex that does not lie on the boundary; rings that share all vertices do not contain. */
        boolean contains(LinearRing other) {
            if (!envelope.contains(other.getEnvelopeInternal())) {
                return false;
            }
            if (locator == null) {
                locator = new IndexedPointInAreaLocator(ring);
            }
            for (Coordinate vertex : other.getCoordinates()) {
                int location = locator.locate(vertex);
                if (location != Location.BOUNDARY) {
                    return location == Location.INTERIOR;
                }
            }
            return false;
        }
    }
}
