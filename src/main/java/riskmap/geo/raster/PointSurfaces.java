package riskmap.geo.raster;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;
import riskmap.geo.overlay.PointGrid;

/**
 * Values between and around points, asked for place by place; NaN where there is none. All take the points within a radius,
 * or all there are where it is 0.
 *
 * <ul>
 *   <li>{@link #inverseDistance}: Σ v/dᵖ ÷ Σ 1/dᵖ (Shepard 1968), the value itself at a point;
 *   <li>{@link #nearest}: the value of the nearest point, of equally near ones the first;
 *   <li>{@link #metric}: mean, least, greatest, range or number of the values;
 *   <li>{@link #linear}: on the plane of the triangle of a Delaunay triangulation; outside it the nearest within the radius.
 * </ul>
 */
public final class PointSurfaces {
    private final Coordinate[] points;
    private final double[] values;
    private final double radius;
    private final Envelope extent = new Envelope();
    private final PointGrid cells;

    /** The points with their values and the radius, in units of the coordinates. */
    public PointSurfaces(Coordinate[] points, double[] values, double radius) {
        this.points = points.clone();
        this.values = values.clone();
        this.radius = radius > 0 ? radius : Double.POSITIVE_INFINITY;
        double[] xy = new double[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            xy[2 * i] = points[i].x;
            xy[2 * i + 1] = points[i].y;
            extent.expandToInclude(points[i]);
        }
        cells = new PointGrid(xy);
    }

    /** A value at each place. */
    @FunctionalInterface
    public interface Surface {
        double at(double x, double y);
    }

    /** What the values of the points around a place are summed up to. */
    public enum Metric {
        AVERAGE,
        MINIMUM,
        MAXIMUM,
        RANGE,
        COUNT
    }

    private double distance(int point, double x, double y) {
        return Math.hypot(points[point].x - x, points[point].y - y);
    }

    /** Told of a point and how far it lies away. */
    @FunctionalInterface
    private interface Neighbour {
        void at(int point, double distance);
    }

    /** Names the points within the radius, always in the same order. */
    private void around(double x, double y, Neighbour each) {
        if (Double.isInfinite(radius)) {
            for (int point = 0; point < points.length; point++) {
                each.at(point, distance(point, x, y));
            }
            return;
        }
        cells.within(box(x, y, radius), (point, east, north) -> {
            double distance = distance(point, x, y);
            if (distance <= radius) {
                each.at(point, distance);
            }
        });
    }

    /** A box that surely holds the points within a distance, however the ordinates of its corners are rounded. */
    private static Envelope box(double x, double y, double distance) {
        Envelope box = new Envelope(x, x, y, y);
        box.expandBy(distance + 4 * Math.ulp(Math.abs(x) + Math.abs(y) + distance));
        return box;
    }

    /** The mean weighted by the inverse distance to a power. */
    public Surface inverseDistance(double power) {
        return (x, y) -> {
            Weighted mean = new Weighted(power);
            around(x, y, (point, distance) -> mean.add(point, values[point], distance));
            return mean.value();
        };
    }

    private static final class Weighted {
        private final double power;
        private double sum;
        private double weights;
        /** The first of the points that lie at the place itself; −1 for none. */
        private int there = -1;

        private double thereValue;

        Weighted(double power) {
            this.power = power;
        }

        void add(int point, double value, double distance) {
            if (distance > 0) {
                double weight = Math.pow(distance, -power);
                sum += weight * value;
                weights += weight;
            } else if (distance == 0 && (there < 0 || point < there)) {
                there = point;
                thereValue = value;
            }
        }

        double value() {
            return there >= 0 ? thereValue : weights > 0 ? sum / weights : Double.NaN;
        }
    }

    /** The value of the nearest point, looked for in growing boxes. */
    public Surface nearest() {
        double spacing = Math.max(extent.getDiameter() / Math.sqrt(Math.max(1, points.length)), Double.MIN_NORMAL);
        return (x, y) -> {
            Nearest nearest = new Nearest();
            double reach = Math.max(spacing, extent.distance(new Envelope(x, x, y, y)));
            while (reach < Double.POSITIVE_INFINITY) {
                double within = Math.min(reach, radius);
                cells.within(box(x, y, within), (point, east, north) -> nearest.add(point, distance(point, x, y)));
                if (nearest.distance <= within || within == radius) {
                    break;
                }
                reach *= 2;
            }
            return nearest.distance <= radius && nearest.point >= 0 ? values[nearest.point] : Double.NaN;
        };
    }

    private static final class Nearest {
        private int point = -1;
        private double distance = Double.POSITIVE_INFINITY;

        void add(int other, double away) {
            if (away < distance || away == distance && other < point) {
                point = other;
                distance = away;
            }
        }
    }

    /** A number about the values around; a count of none is 0. */
    public Surface metric(Metric metric) {
        return (x, y) -> {
            DoubleSummaryStatistics found = new DoubleSummaryStatistics();
            around(x, y, (point, distance) -> found.accept(values[point]));
            if (metric == Metric.COUNT || found.getCount() == 0) {
                return metric == Metric.COUNT ? found.getCount() : Double.NaN;
            }
            return switch (metric) {
                case MINIMUM -> found.getMin();
                case MAXIMUM -> found.getMax();
                case RANGE -> found.getMax() - found.getMin();
                default -> found.getAverage();
            };
        };
    }

    /** The value on the triangle a place lies in. */
    public Surface linear() {
        DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
        builder.setSites(Arrays.stream(points).map(Coordinate::new).toList());
        Geometry triangles = builder.getTriangles(new GeometryFactory());
        Map<Coordinate, Integer> known = new HashMap<>();
        for (int point = 0; point < points.length; point++) {
            known.putIfAbsent(points[point], point);
        }
        STRtree tree = new STRtree();
        for (int i = 0; i < triangles.getNumGeometries(); i++) {
            Coordinate[] corners = triangles.getGeometryN(i).getCoordinates();
            tree.insert(
                    triangles.getGeometryN(i).getEnvelopeInternal(), new Triangle(corners, valuesAt(corners, known)));
        }
        tree.build();
        Surface outside = nearest();
        return (x, y) -> {
            Coordinate place = new Coordinate(x, y);
            @SuppressWarnings("unchecked")
            List<Triangle> candidates = tree.query(new Envelope(place));
            for (Triangle triangle : candidates) {
                double value = triangle.at(x, y);
                if (!Double.isNaN(value)) {
                    return value;
                }
            }
            return outside.at(x, y);
        };
    }

    private double[] valuesAt(Coordinate[] corners, Map<Coordinate, Integer> known) {
        double[] found = new double[3];
        for (int corner = 0; corner < 3; corner++) {
            found[corner] = values[known.get(corners[corner])];
        }
        return found;
    }

    private record Triangle(Coordinate[] corners, double[] values) {
        /** By barycentric coordinates; NaN outside. */
        double at(double x, double y) {
            Coordinate a = corners[0];
            Coordinate b = corners[1];
            Coordinate c = corners[2];
            double whole = (b.y - c.y) * (a.x - c.x) + (c.x - b.x) * (a.y - c.y);
            double first = ((b.y - c.y) * (x - c.x) + (c.x - b.x) * (y - c.y)) / whole;
            double second = ((c.y - a.y) * (x - c.x) + (a.x - c.x) * (y - c.y)) / whole;
            double third = 1 - first - second;
            double rounding = -1e-12;
            return first < rounding || second < rounding || third < rounding
                    ? Double.NaN
                    : first * values[0] + second * values[1] + third * values[2];
        }
    }
}
