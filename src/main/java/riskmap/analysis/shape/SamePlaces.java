package riskmap.analysis.shape;

import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Places that are one: nearer to each other than 10⁻⁸ of the extent of all, a millimetre in a district. The
 * circles through places nearer than that have centres that no double tells apart, and a triangulation of them fails.
 */
final class SamePlaces {
    private static final double OF_EXTENT = 1e-8;
    /** Of the largest ordinate: some ten thousand steps of its last digit. */
    private static final double OF_ORDINATE = 1e-11;

    private final Map<Square, Coordinate> seen = new HashMap<>();
    private final double tolerance;
    /** Of squares so small that two places in one are the same. */
    private final double side;

    private record Square(long column, long row) {}

    SamePlaces(Envelope extent) {
        double largest = Math.max(
                Math.max(Math.abs(extent.getMinX()), Math.abs(extent.getMaxX())),
                Math.max(Math.abs(extent.getMinY()), Math.abs(extent.getMaxY())));
        tolerance = Math.max(Double.MIN_NORMAL, Math.max(extent.getDiameter() * OF_EXTENT, largest * OF_ORDINATE));
        side = tolerance / 1.5;
    }

    /** Whether none of the places asked about before is this one. */
    boolean isNew(Coordinate place) {
        long column = (long) Math.floor(place.x / side);
        long row = (long) Math.floor(place.y / side);
        for (long c = column - 2; c <= column + 2; c++) {
            for (long r = row - 2; r <= row + 2; r++) {
                Coordinate other = seen.get(new Square(c, r));
                if (other != null && other.distance(place) <= tolerance) {
                    return false;
                }
            }
        }
        seen.put(new Square(column, row), place);
        return true;
    }
}
