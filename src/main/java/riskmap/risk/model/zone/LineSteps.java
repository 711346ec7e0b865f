package riskmap.risk.model.zone;

import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import riskmap.geo.overlay.Overlay;

/** The straight steps of lines, from vertex to vertex. */
final class LineSteps {
    /** Share of the length that is only rounding. */
    private static final double NOTHING = 1e-9;

    private LineSteps() {}

    /**
     * Whether a line runs more than once over some stretch, as a route there and back does: an overlay has the stretch but
     * once. Lines that only cross themselves do not.
     */
    static boolean overlap(Geometry line) {
        return line.getNumPoints() > 2 && Overlay.union(line, line).getLength() < line.getLength() * (1 - NOTHING);
    }

    /** Each step that has a length. */
    static void forEach(Geometry lines, Consumer<LineString> work) {
        for (int part = 0; part < lines.getNumGeometries(); part++) {
            Coordinate[] corners = lines.getGeometryN(part).getCoordinates();
            for (int i = 1; i < corners.length; i++) {
                if (!corners[i].equals2D(corners[i - 1])) {
                    work.accept(lines.getFactory().createLineString(new Coordinate[] {corners[i - 1], corners[i]}));
                }
            }
        }
    }
}
