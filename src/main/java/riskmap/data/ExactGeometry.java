package riskmap.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/** Equality of geometries to the bit: same structure, same coordinates in the same order, Z and M too. */
final class ExactGeometry {
    private ExactGeometry() {}

    static boolean same(Geometry a, Geometry b) {
        if (!shape(a).equals(shape(b))) {
            return false;
        }
        List<CoordinateSequence> one = sequences(a);
        List<CoordinateSequence> other = sequences(b);
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!Arrays.equals(ordinates(one.get(i)), ordinates(other.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** The types of all parts in order: tells a MultiPoint from a collection, and rings from one polygon from two's. */
    private static String shape(Geometry geometry) {
        StringBuilder text = new StringBuilder();
        geometry.apply((GeometryComponentFilter) part -> text.append(part.getGeometryType())
                .append(part.getNumGeometries())
                .append(','));
        return text.toString();
    }

    private static List<CoordinateSequence> sequences(Geometry geometry) {
        List<CoordinateSequence> found = new ArrayList<>();
        geometry.apply((GeometryComponentFilter) part -> {
            if (part instanceof LineString line) {
                found.add(line.getCoordinateSequence());
            } else if (part instanceof Point point) {
                found.add(point.getCoordinateSequence());
            }
        });
        return found;
    }

    private static double[] ordinates(CoordinateSequence sequence) {
        int dimension = sequence.getDimension();
        double[] values = new double[sequence.size() * dimension];
        for (int i = 0; i < sequence.size(); i++) {
            for (int d = 0; d < dimension; d++) {
                values[i * dimension + d] = sequence.getOrdinate(i, d);
            }
        }
        return values;
    }
}
