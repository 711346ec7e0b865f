package riskmap.geo.overlay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.FastNodingValidator;
import org.locationtech.jts.noding.IteratedNoder;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.overlayng.PrecisionUtil;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The bounded areas that noded lines enclose: disjoint polygons that no line crosses, with the vertices of the lines to the
 * bit. The same lines give the same polygons in the same order with the same first vertices, in every run.
 *
 * <p>JTS's polygonizer walks a set of objects in the order of their addresses, so that its rings begin at another vertex in
 * every run: they are brought into their normal form before anything is asked of them that depends on where they begin, as
 * the point inside a sliver does. Of lines that cross all the same, as snapped ones nearly coinciding do, even which
 * polygons there are would depend on that order: those are noded anew first, with the vertices they have, or in the end by snap
 * rounding to 14 digits of the largest ordinate.
 */
public final class EnclosedFaces {
    private EnclosedFaces() {}

    /** All areas, sorted; holes in them are areas of their own where lines enclose them. */
    public static List<Polygon> of(Collection<? extends Geometry> noded) {
        List<LineString> lines = new ArrayList<>();
        for (Geometry geometry : noded) {
            for (Object line : LinearComponentExtracter.getLines(geometry)) {
                lines.add((LineString) line);
            }
        }
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(areNoded(strings(lines)) ? lines : nodedAnew(lines));
        List<Polygon> faces = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            faces.add((Polygon) ((Polygon) face).norm());
        }
        faces.sort(null);
        return faces;
    }

    private static List<SegmentString> strings(List<LineString> lines) {
        List<SegmentString> strings = new ArrayList<>(lines.size());
        for (LineString line : lines) {
            strings.add(new NodedSegmentString(line.getCoordinates(), null));
        }
        return strings;
    }

    private static boolean areNoded(Collection<SegmentString> strings) {
        return new FastNodingValidator(strings).isValid();
    }

    /** Cut where they cross, with the vertices they have; by snap rounding where cuts make ever more crossings. */
    @SuppressWarnings("unchecked")
    private static List<LineString> nodedAnew(List<LineString> lines) {
        Collection<SegmentString> noded = null;
        try {
            IteratedNoder noder = new IteratedNoder(new PrecisionModel());
            noder.computeNodes(strings(lines));
            noded = noder.getNodedSubstrings();
        } catch (TopologyException stillCrossing) {
            // said by null
        }
        if (noded == null || !areNoded(noded)) {
            double scale = PrecisionUtil.safeScale(
                    lines.stream().mapToDouble(EnclosedFaces::greatest).max().orElse(0));
            SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(scale));
            noder.computeNodes(strings(lines));
            noded = noder.getNodedSubstrings();
        }
        return segments(noded, lines.get(0).getFactory());
    }

    private record Segment(Coordinate a, Coordinate b) {}

    /** Each once: what came to lie on the same place would enclose nothing twice. */
    private static List<LineString> segments(Collection<SegmentString> strings, GeometryFactory factory) {
        // one coordinate for each place, so that its height is the same whichever line a ring takes it from
        Map<Coordinate, Coordinate> places = new HashMap<>();
        Set<Segment> seen = new HashSet<>();
        List<LineString> segments = new ArrayList<>();
        for (SegmentString string : strings) {
            Coordinate[] path = string.getCoordinates();
            for (int i = 1; i < path.length; i++) {
                Coordinate from = places.computeIfAbsent(path[i - 1], place -> place);
                Coordinate to = places.computeIfAbsent(path[i], place -> place);
                Segment segment = from.compareTo(to) < 0 ? new Segment(from, to) : new Segment(to, from);
                if (from != to && seen.add(segment)) {
                    segments.add(factory.createLineString(new Coordinate[] {segment.a(), segment.b()}));
                }
            }
        }
        return segments;
    }

    private static double greatest(LineString line) {
        var extent = line.getEnvelopeInternal();
        double x = Math.max(Math.abs(extent.getMinX()), Math.abs(extent.getMaxX()));
        return Math.max(x, Math.max(Math.abs(extent.getMinY()), Math.abs(extent.getMaxY())));
    }
}
