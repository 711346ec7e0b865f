package riskmap.geo.shape;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.CoordinateXYZM;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * One height and one measure for each place where lines meet: the first there is. Which line a ring made of them begins with,
 * and takes its corners from, then makes no difference.
 */
public final class SharedOrdinates {
    private SharedOrdinates() {}

    /** Noded lines in which they agree; the lines themselves where they have neither heights nor measures. */
    public static Geometry of(Geometry lines) {
        Map<Coordinate, double[]> known = new HashMap<>();
        boolean heights = false;
        boolean measures = false;
        for (Coordinate place : lines.getCoordinates()) {
            double[] first = known.computeIfAbsent(place, none -> new double[] {Double.NaN, Double.NaN});
            first[0] = Double.isNaN(first[0]) ? place.getZ() : first[0];
            first[1] = Double.isNaN(first[1]) ? place.getM() : first[1];
            heights |= !Double.isNaN(first[0]);
            measures |= !Double.isNaN(first[1]);
        }
        if (!heights && !measures) {
            return lines;
        }
        boolean z = heights;
        boolean m = measures;
        return new GeometryEditor(lines.getFactory()).edit(lines, new GeometryEditor.CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] path, Geometry line) {
                return Arrays.stream(path)
                        .map(place -> with(place, known.get(place), z, m))
                        .toArray(Coordinate[]::new);
            }
        });
    }

    private static Coordinate with(Coordinate place, double[] first, boolean height, boolean measure) {
        if (!measure) {
            return new Coordinate(place.x, place.y, first[0]);
        }
        return height
                ? new CoordinateXYZM(place.x, place.y, first[0], first[1])
                : new CoordinateXYM(place.x, place.y, first[1]);
    }
}
