package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Puntal;
import riskmap.geo.overlay.Overlay;

/**
 * A shape in pieces of few vertices: a part with too many is cut through the middle of its box across the longer side, and
 * again until it has fewer. What is together stays together: the pieces of an area share their sides and have its area.
 */
public final class Subdivision {
    /** Fewer vertices than a cut rectangle may have would never be reached. */
    public static final int FEWEST = 8;

    /** A shape whose vertices lie on one place is cut for ever. */
    private static final int DEEPEST = 50;

    private Subdivision() {}

    /** The pieces, each with fewer vertices than these, in the order of cutting: west and south first. */
    public static List<Geometry> of(Geometry shape, int vertices) {
        List<Geometry> pieces = new ArrayList<>();
        cut(shape, Math.max(FEWEST, vertices), 0, shape.getEnvelopeInternal(), pieces);
        return pieces;
    }

    private static void cut(Geometry shape, int vertices, int depth, Envelope box, List<Geometry> pieces) {
        if (shape.getNumGeometries() > 1 || shape.getNumGeometries() == 1 && shape.getGeometryN(0) != shape) {
            for (int part = 0; part < shape.getNumGeometries(); part++) {
                cut(shape.getGeometryN(part), vertices, depth, box, pieces);
            }
            return;
        }
        if (shape.isEmpty()) {
            return;
        }
        if (shape instanceof Puntal || shape.getNumPoints() < vertices || depth > DEEPEST) {
            pieces.add(shape);
            return;
        }
        boolean across = box.getWidth() > box.getHeight();
        double middle = across ? box.getMinX() + box.getWidth() / 2 : box.getMinY() + box.getHeight() / 2;
        for (boolean first : new boolean[] {true, false}) {
            Envelope half = half(box, across, middle, first);
            Geometry part = shape instanceof LineString line
                    ? ofLine(line, across, middle, first)
                    : Overlay.ofDimension(
                            Overlay.intersection(shape, Outlines.box(wider(half, box, across), shape.getFactory())), 2);
            cut(part, vertices, depth + 1, half, pieces);
        }
    }

    private static Envelope half(Envelope box, boolean across, double middle, boolean first) {
        return across
                ? new Envelope(
                        first ? box.getMinX() : middle, first ? middle : box.getMaxX(), box.getMinY(), box.getMaxY())
                : new Envelope(
                        box.getMinX(), box.getMaxX(), first ? box.getMinY() : middle, first ? middle : box.getMaxY());
    }

    /** A half that reaches beyond the box where it is not cut: the outline must not be noded where it touches its own box. */
    private static Envelope wider(Envelope half, Envelope box, boolean across) {
        Envelope wider = new Envelope(half);
        double margin = box.getDiameter();
        wider.expandToInclude(
                across ? half.getMinX() : box.getMinX() - margin, across ? box.getMinY() - margin : half.getMinY());
        wider.expandToInclude(
                across ? half.getMaxX() : box.getMaxX() + margin, across ? box.getMaxY() + margin : half.getMaxY());
        return wider;
    }

    /** The stretches of a line on one side of a line along an axis; a stretch on that line itself is of the first side. */
    private static Geometry ofLine(LineString line, boolean across, double middle, boolean first) {
        List<LineString> stretches = new ArrayList<>();
        List<Coordinate> stretch = new ArrayList<>();
        Coordinate[] path = line.getCoordinates();
        for (int i = 0; i < path.length; i++) {
            double off = off(path[i], across, middle, first);
            double before = i == 0 ? off : off(path[i - 1], across, middle, first);
            if (before * off < 0) {
                stretch.add(Paths.between(path[i - 1], path[i], before / (before - off)));
            }
            if (off >= 0) {
                stretch.add(path[i]);
            }
            if (off < 0 || i == path.length - 1) {
                boolean there = stretch.size() > 1
                        && (first || stretch.stream().anyMatch(place -> off(place, across, middle, false) > 0));
                if (there) {
                    stretches.add(line.getFactory().createLineString(stretch.toArray(Coordinate[]::new)));
                }
                stretch.clear();
            }
        }
        return line.getFactory().buildGeometry(stretches);
    }

    /** How far a place lies on the side asked for; less than 0 on the other. */
    private static double off(Coordinate place, boolean across, double middle, boolean first) {
        double off = (across ? place.x : place.y) - middle;
        return first ? -off : off;
    }
}
