package riskmap.geo.raster;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;

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

    /** The points with their values and the radius, in units of the coordinates. */
    public PointSurfaces(Coordinate[] points, double[] values, double radius) {
        this.points = points.clone();
        this.values = values.clone();
        this.radius = radius > 0 ? radius : Double.POSITIVE_INFINITY;
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

    /** The mean weighted by the inverse distance to a power. */
    public Surface inverseDistance(double power) {
        return (x, y) -> {
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < points.length; i++) {
                double distance = distance(i, x, y);
                if (distance == 0) {
                    return values[i];
                }
                if (distance <= radius) {
                    double weight = Math.pow(distance, -power);
                    sum += weight * values[i];
                    weights += weight;
                }
            }
            return weights > 0 ? sum / weights : Double.NaN;
        };
    }

    /** The value of the nearest point. */
    public Surface nearest() {
        return (x, y) -> {
            int best = -1;
            double least = radius;
            for (int i = 0; i < points.length; i++) {
                double distance = distance(i, x, y);
                if (distance < least || best < 0 && distance <= least) {
                    best = i;
                    least = distance;
                }
            }
            return best < 0 ? Double.NaN : values[best];
        };
    }

    /** A number about the values around; a count of none is 0. */
    public Surface metric(Metric metric) {
        return (x, y) -> {
            double[] around = new double[points.length];
            int found = 0;
            for (int i = 0; i < points.length; i++) {
                if (distance(i, x, y) <= radius) {
                    around[found++] = values[i];
                }
            }
            double[] all = Arrays.copyOf(around, found);
            if (metric == Metric.COUNT || found == 0) {
                return metric == Metric.COUNT ? found : Double.NaN;
            }
            double least = Arrays.stream(all).min().getAsDouble();
            double greatest = Arrays.stream(all).max().getAsDouble();
            return switch (metric) {
                case MINIMUM -> least;
                case MAXIMUM -> greatest;
                case RANGE -> greatest - least;
                default -> Arrays.stream(all).sum() / found;
            };
        };
    }

    /** The value on the triangle a place lies in. */
    public Surface linear() {
        DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
        builder.setSites(Arrays.stream(points).map(Coordinate::new).toList());
        Geometry triangles = builder.getTriangles(new GeometryFactory());
        STRtree tree = new STRtree();
        for (int i = 0; i < triangles.getNumGeometries(); i++) {
            Coordinate[] corners = triangles.getGeometryN(i).getCoordinates();
            tree.insert(triangles.getGeometryN(i).getEnvelopeInternal(), new Triangle(corners, valuesAt(corners)));
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

    private double[] valuesAt(Coordinate[] corners) {
        double[] found = new double[3];
        for (int corner = 0; corner < 3; corner++) {
            int at = 0;
            while (!points[at].equals2D(corners[corner])) {
                at++;
            }
            found[corner] = values[at];
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
