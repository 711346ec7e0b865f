package riskmap.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The district's area: the land within its boundary with the neighbours. */
final class Territory {
    /** Rocks smaller than this are left out, in square metres. */
    private static final double SMALLEST_PART = 12_000;

    private final MultiPolygon area;
    private final IndexedPointInAreaLocator locator;
    private final PreparedGeometry prepared;

    Territory(DistrictPlan plan, Coast coast, Noise noise) {
        GeometryFactory factory = new GeometryFactory();
        Coordinate[] drawn = plan.world(plan.boundary());
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < drawn.length; i++) {
            Coordinate[] piece = FractalLine.between(drawn[i], drawn[(i + 1) % drawn.length], 0.16, 150, noise);
            ring.addAll(List.of(piece).subList(0, piece.length - 1));
        }
        ring.add(ring.get(0).copy());
        Geometry within = factory.createPolygon(ring.toArray(Coordinate[]::new)).buffer(0);
        Geometry land = factory.createMultiPolygon(coast.land().toArray(Polygon[]::new));
        Geometry cut = OverlayNGRobust.overlay(land, within, OverlayNG.INTERSECTION);
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < cut.getNumGeometries(); i++) {
            if (cut.getGeometryN(i) instanceof Polygon part && part.getArea() >= SMALLEST_PART) {
                parts.add(part);
            }
        }
        area = factory.createMultiPolygon(parts.toArray(Polygon[]::new));
        prepared = PreparedGeometryFactory.prepare(area);
        locator = new IndexedPointInAreaLocator(area);
    }

    MultiPolygon area() {
        return area;
    }

    boolean contains(Coordinate point) {
        return locator.locate(point) == Location.INTERIOR;
    }

    /** The parts of these areas inside, of at least this size. */
    MultiPolygon clip(List<Polygon> areas, double minimumArea) {
        List<Polygon> parts = new ArrayList<>();
        for (Polygon polygon : areas) {
            if (prepared.contains(polygon)) {
                parts.add(polygon);
            } else if (prepared.intersects(polygon)) {
                MultiPolygon inside =
                        LineParts.areas(OverlayNGRobust.overlay(polygon, area, OverlayNG.INTERSECTION), minimumArea);
                for (int i = 0; i < inside.getNumGeometries(); i++) {
                    parts.add((Polygon) inside.getGeometryN(i));
                }
            }
        }
        return area.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    /** Whether the whole shape lies inside. */
    boolean surely(Geometry shape) {
        return prepared.contains(shape);
    }

    boolean contains(double x, double y) {
        return contains(new Coordinate(x, y));
    }
}
