package riskmap.geo.shape;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.CoordinateXYZM;
import org.locationtech.jts.geom.Geometry;

/** The height (z) and the measure (m) of vertices. */
public enum Ordinates {
    HEIGHT,
    MEASURE;

    /** That of a vertex, NaN where it has none. */
    public double of(Coordinate place) {
        return this == HEIGHT ? place.getZ() : place.getM();
    }

    /** The vertex with this one instead of what it has; NaN for none. */
    public Coordinate with(Coordinate place, double value) {
        return this == HEIGHT ? at(place.x, place.y, value, place.getM()) : at(place.x, place.y, place.getZ(), value);
    }

    /** A vertex of these ordinates; NaN for a height or a measure it does not have. */
    public static Coordinate at(double x, double y, double height, double measure) {
        if (Double.isNaN(measure)) {
            return Double.isNaN(height) ? new CoordinateXY(x, y) : new Coordinate(x, y, height);
        }
        return Double.isNaN(height) ? new CoordinateXYM(x, y, measure) : new CoordinateXYZM(x, y, height, measure);
    }

    /** The shape with every vertex changed: in the order of {@link Geometry#getCoordinates()}. */
    public static Geometry map(Geometry shape, UnaryOperator<Coordinate> change) {
        return Paths.map(
                shape, (path, part, ring) -> Arrays.stream(path).map(change).toArray(Coordinate[]::new));
    }
}
