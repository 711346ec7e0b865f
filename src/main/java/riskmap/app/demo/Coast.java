package riskmap.app.demo;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.geo.raster.GridGeometry;

/**
 * Where the sea ends: a field that is the distance inland in metres (negative at sea), from the plan's coast and islands,
 * roughened by noise that is strong on rocky headlands and weak on beaches. The coast is where it is 0.
 */
final class Coast {
    /** Cell of the lattice on which the distance to the drawn coast is exact, in metres. */
    private static final double DRAWN_CELL = 200;

    /** Islands under this many square metres are not drawn. */
    private static final double SMALLEST_ISLAND = 12_000;

    private final Surface inland;
    private final List<Polygon> land;

    Coast(DistrictPlan plan, GridGeometry lattice, Noise noise) {
        Surface drawn = drawn(plan, lattice);
        inland = new Surface(lattice);
        lattice.bandsOfRows(Progress.silent(), (from, to) -> roughen(drawn, noise, from, to));
        land = Contours.positive(inland, SMALLEST_ISLAND).stream()
                .sorted(Comparator.comparingDouble(Polygon::getArea).reversed())
                .toList();
    }

    private void roughen(Surface drawn, Noise noise, int from, int to) {
        GridGeometry lattice = inland.geometry;
        for (int row = from; row < to; row++) {
            double y = lattice.y(row);
            for (int column = 0; column < lattice.width(); column++) {
                double x = lattice.x(column);
                double distance = drawn.linear(x, y);
                inland.values[row * lattice.width() + column] =
                        (float) (Math.abs(distance) > 3500 ? distance : distance + roughness(noise, x, y));
            }
        }
    }

    /** Distance inland in metres, negative at sea. */
    double inland(double x, double y) {
        return inland.linear(x, y);
    }

    Surface field() {
        return inland;
    }

    /** The mainland first, then islands from large to small, cut at the frame. */
    List<Polygon> land() {
        return land;
    }

    /** How much the coast is shifted: bays and headlands of several km, coves, rocks. */
    private static double roughness(Noise noise, double x, double y) {
        double rocky = Math.max(0.12, 0.5 + 1.5 * noise.at(x / 6000 + 3.3, y / 6000));
        double large = 1150 * noise.at(x / 5600, y / 5600 + 7.7);
        double middle = 950 * noise.fractal(x / 2300, y / 2300, 4, 0.52);
        return 0.8 * large + rocky * middle;
    }

    private static Surface drawn(DistrictPlan plan, GridGeometry lattice) {
        GridGeometry coarse = GridGeometry.covering(lattice.envelope(), DRAWN_CELL, lattice.crs());
        Coordinate[] coast = plan.world(plan.coast());
        Coordinate[] ring = java.util.Arrays.copyOf(coast, coast.length + 1);
        ring[coast.length] = coast[0].copy();
        IndexedPointInAreaLocator mainland = new IndexedPointInAreaLocator(new GeometryFactory().createPolygon(ring));
        Surface result = new Surface(coarse);
        for (int row = 0; row < coarse.height(); row++) {
            for (int column = 0; column < coarse.width(); column++) {
                Coordinate point = new Coordinate(coarse.x(column), coarse.y(row));
                double distance = Distance.pointToSegmentString(point, ring);
                double value = mainland.locate(point) == Location.EXTERIOR ? -distance : distance;
                for (DistrictPlan.Island island : plan.islands()) {
                    value = Math.max(value, island(plan, island, point));
                }
                result.values[row * coarse.width() + column] = (float) value;
            }
        }
        return result;
    }

    /** About the distance inside an ellipse. */
    private static double island(DistrictPlan plan, DistrictPlan.Island island, Coordinate point) {
        Coordinate centre = plan.world(island.x(), island.y());
        double angle = StrictMath.toRadians(island.angle());
        double dx = point.x - centre.x;
        double dy = point.y - centre.y;
        double along = (dx * StrictMath.cos(angle) + dy * StrictMath.sin(angle)) / (island.a() * 1000);
        double across = (dy * StrictMath.cos(angle) - dx * StrictMath.sin(angle)) / (island.b() * 1000);
        return (1 - Math.sqrt(along * along + across * across)) * island.b() * 1000;
    }
}
