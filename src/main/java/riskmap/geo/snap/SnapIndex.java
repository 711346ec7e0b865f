package riskmap.geo.snap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import riskmap.geo.shape.Paths;

/**
 * The vertices and edges of the features in view, by place. Made for one extent (that of the view and some margin); features
 * are added as they are read, in any order and by any thread, and it can be asked at any time: what was added so far is
 * found. An edited feature is added again under its key.
 *
 * <p>Answers do not depend on the order of adding: the best kind in the order of {@link SnapKind}, then the nearest, then
 * the layer, then the least key, then the least x and y.
 *
 * <p>300,000 buildings take about 100 MB; a question costs the edges within the tolerance.
 */
public final class SnapIndex {
    private final EdgeStore edges = new EdgeStore();
    private final EdgeCells cells;
    private final Envelope extent;
    /** Made when something is traced, of the features as they are then. */
    private BoundaryGraph boundaries;

    public SnapIndex(Envelope extent) {
        this.extent = new Envelope(extent);
        this.cells = new EdgeCells(this.extent);
    }

    /** What it was made for; edges outside are not found. */
    public Envelope extent() {
        return new Envelope(extent);
    }

    /** Adds a feature, in place of the one of that key. */
    public synchronized void add(String layer, long fid, Geometry geometry) {
        boundaries = null;
        if (geometry == null || geometry.isEmpty() || !extent.intersects(geometry.getEnvelopeInternal())) {
            edges.remove(layer, fid);
            return;
        }
        int feature = edges.feature(layer, fid);
        Paths.forEach(geometry, (path, part, ring) -> {
            int first = edges.add(feature, path);
            if (path.length == 1) {
                cells.add(first, path[0].x, path[0].y, path[0].x, path[0].y);
            }
            for (int i = 0; i + 1 < path.length; i++) {
                cells.add(first + i, path[i].x, path[i].y, path[i + 1].x, path[i + 1].y);
            }
        });
    }

    /** Takes a feature out. */
    public synchronized void remove(String layer, long fid) {
        boundaries = null;
        edges.remove(layer, fid);
    }

    /**
     * What the pointer snaps to.
     *
     * @param last the vertex drawn last, for feet of perpendiculars; may be null
     */
    public synchronized Optional<Snap> snap(Coordinate pointer, Coordinate last, SnapSettings settings) {
        int[] near = near(pointer, settings);
        return near.length == 0 ? Optional.empty() : new SnapSearch(edges, near, pointer, settings).best(last);
    }

    /**
     * The way along boundaries between two places that lie on them: its vertices after {@code from}, to the bit those of
     * the features, {@code to} included. Empty where no boundary joins the two.
     */
    public synchronized Optional<List<Coordinate>> trace(Coordinate from, Coordinate to, SnapSettings settings) {
        if (boundaries == null) {
            boundaries = edges.graph();
        }
        return boundaries.way(from, segments(from, settings), to, segments(to, settings));
    }

    private List<LineSegment> segments(Coordinate at, SnapSettings settings) {
        return Arrays.stream(near(at, settings)).mapToObj(edges::segment).toList();
    }

    /** The edges within the tolerance, each once, in ascending order. */
    private int[] near(Coordinate pointer, SnapSettings settings) {
        double r = settings.tolerance();
        int[][] found = {new int[64]};
        int[] count = {0};
        cells.forEach(pointer.x - r, pointer.y - r, pointer.x + r, pointer.y + r, edge -> {
            if (count[0] == found[0].length) {
                found[0] = Arrays.copyOf(found[0], 2 * count[0]);
            }
            found[0][count[0]++] = edge;
        });
        return Arrays.stream(found[0], 0, count[0])
                .sorted()
                .distinct()
                .filter(edge -> !edges.isGone(edge)
                        && settings.has(edges.layer(edge))
                        && Distance.pointToSegment(pointer, edges.start(edge), edges.end(edge)) <= r)
                .toArray();
    }
}
