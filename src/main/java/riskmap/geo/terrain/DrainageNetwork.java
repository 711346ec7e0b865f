package riskmap.geo.terrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import riskmap.base.Progress;
import riskmap.geo.raster.GridGeometry;

/**
 * The streams of a grid: cells through which at least so many others drain, as lines from head or confluence down to the
 * next confluence or outlet, through the centres of the cells, in the order of their upper ends.
 *
 * <p>Strahler order: 1 for a head; where two or more streams of one order meet and none has a higher, one more; else the
 * highest. It never falls downstream.
 */
public final class DrainageNetwork {
    /**
     * A stretch of stream.
     *
     * @param line downstream; its last point is that of the stretch it flows into
     * @param order Strahler order
     * @param cells cells that drain through its lower end (before the confluence)
     * @param from its first cell
     * @param into the cell it ends in
     */
    public record Reach(LineString line, int order, int cells, int from, int into) {}

    private final FlowDirections directions;
    private final int[] accumulation;
    private final int threshold;

    private DrainageNetwork(FlowDirections directions, int[] accumulation, int threshold) {
        this.directions = directions;
        this.accumulation = accumulation;
        this.threshold = threshold;
    }

    /** Finds the streams. */
    public static List<Reach> of(FlowDirections directions, int[] accumulation, int threshold, Progress progress) {
        return new DrainageNetwork(directions, accumulation, Math.max(1, threshold)).reaches(progress);
    }

    private boolean stream(int cell) {
        return accumulation[cell] >= threshold;
    }

    private List<Reach> reaches(Progress progress) {
        GridGeometry geometry = directions.geometry();
        byte[] inflows = new byte[accumulation.length];
        int[] streams = new int[1024];
        int count = 0;
        for (int cell = 0; cell < accumulation.length; cell++) {
            if (stream(cell)) {
                streams = count == streams.length ? Arrays.copyOf(streams, 2 * count) : streams;
                streams[count++] = cell;
                if (directions.next(cell) >= 0) {
                    inflows[directions.next(cell)]++;
                }
            }
        }
        progress.check();
        byte[] orders = orders(streams, count, inflows.clone());
        GeometryFactory factory = new GeometryFactory();
        List<Reach> reaches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = streams[i];
            if (inflows[from] == 1) {
                continue;
            }
            if ((i & 0xFF) == 0) {
                progress.check();
            }
            List<Coordinate> points = new ArrayList<>();
            points.add(centre(geometry, from));
            int last = from;
            int next = directions.next(from);
            while (next >= 0) {
                points.add(centre(geometry, next));
                if (inflows[next] != 1) {
                    break;
                }
                last = next;
                next = directions.next(next);
            }
            if (points.size() > 1) {
                LineString line = factory.createLineString(points.toArray(new Coordinate[0]));
                reaches.add(new Reach(line, orders[from], accumulation[last], from, next < 0 ? last : next));
            }
        }
        progress.report(1);
        return reaches;
    }

    /** Orders from the heads down, each cell when all streams into it are known. */
    private byte[] orders(int[] streams, int count, byte[] waiting) {
        byte[] orders = new byte[accumulation.length];
        boolean[] twice = new boolean[accumulation.length];
        for (int i = 0; i < count; i++) {
            int cell = streams[i];
            if (orders[cell] != 0 || waiting[cell] != 0) {
                continue;
            }
            orders[cell] = 1;
            while (true) {
                int next = directions.next(cell);
                if (next < 0) {
                    break;
                }
                // what flowed in so far is kept as a negative order, and whether it came twice
                int known = -orders[next];
                if (orders[cell] == known) {
                    twice[next] = true;
                } else if (orders[cell] > known) {
                    orders[next] = (byte) -orders[cell];
                    twice[next] = false;
                }
                if (--waiting[next] > 0) {
                    break;
                }
                orders[next] = (byte) (-orders[next] + (twice[next] ? 1 : 0));
                cell = next;
            }
        }
        return orders;
    }

    private static Coordinate centre(GridGeometry geometry, int cell) {
        return new Coordinate(geometry.x(cell % geometry.width()), geometry.y(cell / geometry.width()));
    }
}
