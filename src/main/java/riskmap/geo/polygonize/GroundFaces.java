package riskmap.geo.polygonize;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snap.SnappingNoder;
import riskmap.base.Progress;
import riskmap.geo.overlay.EnclosedFaces;

/**
 * The faces that the outlines of any areas cut the ground into: disjoint polygons, none of which is crossed by an outline,
 * so that each lies wholly inside or wholly outside of every area. The areas may overlap and need be no coverage.
 *
 * <p>Outlines are cut where they cross, with vertices nearer than 10⁻¹² of the largest ordinate taken as one.
 */
public final class GroundFaces {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double SNAP = 1e-12;

    private GroundFaces() {}

    /** All bounded faces, also those that lie in no area, in an order that depends on the outlines only. */
    public static List<Polygon> of(Collection<? extends Geometry> areas, Progress progress) {
        List<Coordinate[]> paths = new ArrayList<>();
        double largest = 0;
        for (Geometry area : areas) {
            for (Object line : LinearComponentExtracter.getLines(area)) {
                Coordinate[] path = ((LineString) line).getCoordinates();
                for (Coordinate at : path) {
                    largest = Math.max(largest, Math.max(Math.abs(at.x), Math.abs(at.y)));
                }
                paths.add(path);
            }
        }
        List<NodedSegmentString> outlines = new ArrayList<>();
        OutlineChains.of(paths).forEach(chain -> outlines.add(new NodedSegmentString(chain, null)));
        if (outlines.isEmpty()) {
            return List.of();
        }
        progress.check();
        SnappingNoder noder = new SnappingNoder(Math.max(Double.MIN_NORMAL, largest * SNAP));
        noder.computeNodes(outlines);
        progress.check();
        progress.report(0.5);
        List<Coordinate[]> pieces = new ArrayList<>();
        for (Object piece : noder.getNodedSubstrings()) {
            pieces.add(((SegmentString) piece).getCoordinates());
        }
        List<Polygon> faces = EnclosedFaces.of(
                OutlineChains.of(pieces).stream().map(FACTORY::createLineString).toList());
        progress.report(1);
        return faces;
    }
}
