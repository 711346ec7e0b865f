package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.geo.shape.Paths;

/**
 * Smoothing by cutting corners: each edge is replaced by its middle part, from the share {@code offset} to
 * {@code 1 − offset} of its length. Ends of lines stay, and so do corners that turn by more than an angle.
 *
 * <p>Source: Chaikin, G. M. (1974), An algorithm for high speed curve generation, Computer Graphics and Image Processing
 * 3(4), 346–349.
 */
final class ChaikinSmoothing {
    private final int rounds;
    private final double offset;
    private final double greatestTurn;

    /**
     * Prepares smoothing.
     *
     * @param greatestTurn degrees by which a path may turn at a corner that is cut; 180 for any
     */
    ChaikinSmoothing(int rounds, double offset, double greatestTurn) {
        this.rounds = rounds;
        this.offset = offset;
        this.greatestTurn = greatestTurn;
    }

    /** The smooth shape; points stay as they are. */
    Geometry of(Geometry shape) {
        return shape.getDimension() == 0 ? shape : Paths.map(shape, (path, part, ring) -> smooth(path));
    }

    private Coordinate[] smooth(Coordinate[] path) {
        boolean closed = path.length > 3 && path[0].equals2D(path[path.length - 1]);
        Coordinate[] current = path;
        for (int round = 0; round < rounds && current.length > 2; round++) {
            current = closed ? closed(current) : open(current);
        }
        return current;
    }

    private Coordinate[] open(Coordinate[] points) {
        List<Coordinate> next = new ArrayList<>();
        next.add(points[0]);
        for (int i = 1; i + 1 < points.length; i++) {
            cut(points[i - 1], points[i], points[i + 1], next);
        }
        next.add(points[points.length - 1]);
        return next.toArray(Coordinate[]::new);
    }

    private Coordinate[] closed(Coordinate[] points) {
        List<Coordinate> next = new ArrayList<>();
        for (int i = 1; i < points.length; i++) {
            cut(points[i - 1], points[i], i + 1 < points.length ? points[i + 1] : points[1], next);
        }
        next.add(0, next.get(next.size() - 1).copy());
        return next.toArray(Coordinate[]::new);
    }

    private void cut(Coordinate before, Coordinate corner, Coordinate after, List<Coordinate> next) {
        double turn = 180 - Math.toDegrees(Angle.angleBetween(before, corner, after));
        if (turn > greatestTurn) {
            next.add(corner);
        } else {
            next.add(Paths.between(before, corner, 1 - offset));
            next.add(Paths.between(corner, after, offset));
        }
    }
}
