package riskmap.app.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.noding.IntersectionAdder;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.OrientedCoordinateArray;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** All roads as a network: cut at the district's boundary and at every junction. The expressway crosses over the rest. */
final class RoadNetwork {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Pieces shorter than this are crumbs of the cutting, in metres. */
    private static final double CRUMB = 1.5;
    /** How far lines may move when superfluous vertices go, in metres. */
    private static final double TOLERANCE = 2;

    private final List<Road> pieces = new ArrayList<>();

    RoadNetwork(Collection<Road> roads, Territory territory) {
        List<Road> surface = new ArrayList<>();
        for (Road road : roads) {
            for (Coordinate[] part : within(road.line(), territory)) {
                (road.type() == Road.Class.EXPRESSWAY ? pieces : surface).add(road.withLine(part));
            }
        }
        node(surface);
    }

    List<Road> pieces() {
        return pieces;
    }

    private static List<Coordinate[]> within(Coordinate[] line, Territory territory) {
        LineString whole = FACTORY.createLineString(line);
        List<Coordinate[]> parts = new ArrayList<>();
        if (territory.surely(whole)) {
            parts.add(line);
            return parts;
        }
        Geometry inside = whole.intersection(territory.area());
        for (int i = 0; i < inside.getNumGeometries(); i++) {
            if (inside.getGeometryN(i) instanceof LineString part && part.getLength() > CRUMB) {
                parts.add(part.getCoordinates());
            }
        }
        return parts;
    }

    private void node(List<Road> roads) {
        List<SegmentString> strings = new ArrayList<>();
        for (Road road : roads) {
            strings.add(new NodedSegmentString(road.line(), road));
        }
        MCIndexNoder noder = new MCIndexNoder(new IntersectionAdder(new RobustLineIntersector()));
        noder.computeNodes(strings);
        Set<OrientedCoordinateArray> known = new TreeSet<>();
        for (Object item : noder.getNodedSubstrings()) {
            SegmentString string = (SegmentString) item;
            LineString line = FACTORY.createLineString(string.getCoordinates());
            if (line.getLength() > CRUMB && known.add(new OrientedCoordinateArray(string.getCoordinates()))) {
                Coordinate[] thinned =
                        DouglasPeuckerSimplifier.simplify(line, TOLERANCE).getCoordinates();
                pieces.add(((Road) string.getData()).withLine(thinned));
            }
        }
    }
}
