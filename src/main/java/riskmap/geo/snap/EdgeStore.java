package riskmap.geo.snap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * The edges in an index, packed: edge i runs from vertex i to i + 1, unless vertex i ends its path. A single point is an
 * edge of no length.
 */
final class EdgeStore {
    private double[] x = new double[1024];
    private double[] y = new double[1024];
    private double[] z = new double[1024];
    private int[] feature = new int[1024];
    private boolean[] last = new boolean[1024];
    private int count;
    private final List<String> layers = new ArrayList<>();
    private final List<Map<Long, Integer>> keys = new ArrayList<>();
    private int[] layerOf = new int[256];
    private long[] fids = new long[256];
    private boolean[] gone = new boolean[256];
    private int features;

    /** Begins a feature; one of that key that was there is gone. */
    int feature(String layer, long fid) {
        remove(layer, fid);
        int number = layers.indexOf(layer);
        if (number < 0) {
            number = layers.size();
            layers.add(layer);
            keys.add(new HashMap<>());
        }
        if (features == fids.length) {
            layerOf = Arrays.copyOf(layerOf, 2 * features);
            fids = Arrays.copyOf(fids, 2 * features);
            gone = Arrays.copyOf(gone, 2 * features);
        }
        layerOf[features] = number;
        fids[features] = fid;
        keys.get(number).put(fid, features);
        return features++;
    }

    void remove(String layer, long fid) {
        int number = layers.indexOf(layer);
        Integer held = number < 0 ? null : keys.get(number).remove(fid);
        if (held != null) {
            gone[held] = true;
        }
    }

    /** Adds a path and returns the number of its first edge; it has {@code path.length − 1} edges, a point one. */
    int add(int owner, Coordinate[] path) {
        int first = count;
        while (count + path.length > x.length) {
            x = Arrays.copyOf(x, 2 * x.length);
            y = Arrays.copyOf(y, x.length);
            z = Arrays.copyOf(z, x.length);
            feature = Arrays.copyOf(feature, x.length);
            last = Arrays.copyOf(last, x.length);
        }
        for (Coordinate vertex : path) {
            x[count] = vertex.x;
            y[count] = vertex.y;
            z[count] = vertex.getZ();
            feature[count] = owner;
            last[count++] = false;
        }
        last[count - 1] = true;
        return first;
    }

    /** The edges of the features that are there, as a graph. */
    BoundaryGraph graph() {
        BoundaryGraph graph = new BoundaryGraph();
        for (int edge = 0; edge + 1 < count; edge++) {
            if (!last[edge] && !isGone(edge)) {
                graph.add(start(edge), end(edge));
            }
        }
        return graph;
    }

    boolean isGone(int edge) {
        return gone[feature[edge]];
    }

    String layer(int edge) {
        return layers.get(layerOf[feature[edge]]);
    }

    long fid(int edge) {
        return fids[feature[edge]];
    }

    Coordinate start(int edge) {
        return vertex(edge);
    }

    Coordinate end(int edge) {
        return vertex(last[edge] ? edge : edge + 1);
    }

    LineSegment segment(int edge) {
        return new LineSegment(start(edge), end(edge));
    }

    private Coordinate vertex(int i) {
        return new Coordinate(x[i], y[i], z[i]);
    }
}
