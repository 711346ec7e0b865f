package riskmap.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * The 19 towns: a valid coverage of the territory. Its borders are the edges of the seats' Voronoi cells made crooked,
 * noded together with the territory's boundary; each face goes to the town of the nearest seat.
 */
final class TownCoverage {
    /** A town with its area. */
    record Town(int number, String name, String code, Coordinate seat, MultiPolygon area) {}

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Territory territory;
    private final List<Town> towns = new ArrayList<>();
    private final List<IndexedPointInAreaLocator> locators = new ArrayList<>();

    TownCoverage(DistrictPlan plan, Territory territory, Noise noise) {
        this.territory = territory;
        List<Coordinate> seats = plan.towns().stream()
                .map(town -> plan.world(town.x(), town.y()))
                .toList();
        List<Geometry> lines = new ArrayList<>();
        lines.add(territory.area().getBoundary());
        borders(seats, plan.frame(), noise).forEach(lines::add);
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(FACTORY.buildGeometry(lines).union());
        List<List<Geometry>> faces = new ArrayList<>();
        seats.forEach(seat -> faces.add(new ArrayList<>()));
        for (Object face : polygonizer.getPolygons()) {
            Coordinate inside = ((Polygon) face).getInteriorPoint().getCoordinate();
            if (territory.contains(inside)) {
                faces.get(nearest(seats, inside)).add((Polygon) face);
            }
        }
        for (int i = 0; i < seats.size(); i++) {
            DistrictPlan.TownSeat seat = plan.towns().get(i);
            Geometry area = CoverageUnion.union(faces.get(i).toArray(Geometry[]::new));
            MultiPolygon multi = area instanceof MultiPolygon parts
                    ? parts
                    : FACTORY.createMultiPolygon(new Polygon[] {(Polygon) area});
            multi.normalize();
            towns.add(new Town(i, seat.name(), seat.code(), seats.get(i), multi));
            locators.add(new IndexedPointInAreaLocator(multi));
        }
    }

    List<Town> towns() {
        return towns;
    }

    /** The town at this place, or null outside the district. */
    Town at(Coordinate point) {
        // borders follow the seats' Voronoi cells, so the nearest seat's town is nearly always the one
        boolean[] tried = new boolean[towns.size()];
        for (int round = 0; round < towns.size(); round++) {
            int best = -1;
            for (int i = 0; i < towns.size(); i++) {
                if (!tried[i]
                        && (best < 0
                                || towns.get(i).seat().distance(point)
                                        < towns.get(best).seat().distance(point))) {
                    best = i;
                }
            }
            if (locators.get(best).locate(point) != Location.EXTERIOR) {
                return towns.get(best);
            }
            tried[best] = true;
            if (round == 0 && !territory.contains(point)) {
                return null;
            }
        }
        return null;
    }

    /** The name of the town at this place, or null. */
    String nameAt(Coordinate point) {
        Town town = at(point);
        return town == null ? null : town.name();
    }

    private static int nearest(List<Coordinate> seats, Coordinate point) {
        int best = 0;
        for (int i = 1; i < seats.size(); i++) {
            if (seats.get(i).distance(point) < seats.get(best).distance(point)) {
                best = i;
            }
        }
        return best;
    }

    private static List<LineString> borders(List<Coordinate> seats, Envelope frame, Noise noise) {
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(seats);
        Envelope wide = new Envelope(frame);
        wide.expandBy(frame.getWidth());
        builder.setClipEnvelope(wide);
        Geometry cells = builder.getDiagram(FACTORY);
        TreeSet<LineSegment> edges = new TreeSet<>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            Coordinate[] ring = cells.getGeometryN(i).getCoordinates();
            for (int j = 0; j + 1 < ring.length; j++) {
                LineSegment edge = new LineSegment(ring[j], ring[j + 1]);
                edge.normalize();
                edges.add(edge);
            }
        }
        List<LineString> result = new ArrayList<>();
        for (LineSegment edge : edges) {
            result.add(FACTORY.createLineString(FractalLine.between(edge.p0, edge.p1, 0.13, 110, noise)));
        }
        return result;
    }
}
