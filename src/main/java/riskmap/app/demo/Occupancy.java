package riskmap.app.demo;

import java.util.BitSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Which ground is taken, on a lattice of 5 m. */
final class Occupancy {
    private static final double CELL = 5;

    private final Envelope frame;
    private final int width;
    private final int height;
    private final BitSet taken = new BitSet();

    Occupancy(Envelope frame) {
        this.frame = frame;
        width = (int) Math.ceil(frame.getWidth() / CELL);
        height = (int) Math.ceil(frame.getHeight() / CELL);
    }

    /** Takes a strip along a line. */
    void takeLine(Coordinate[] line, double halfWidth) {
        for (int i = 0; i + 1 < line.length; i++) {
            double length = line[i].distance(line[i + 1]);
            int steps = (int) Math.ceil(length / CELL);
            for (int j = 0; j <= steps; j++) {
                double t = steps == 0 ? 0 : (double) j / steps;
                takeSquare(
                        line[i].x + t * (line[i + 1].x - line[i].x),
                        line[i].y + t * (line[i + 1].y - line[i].y),
                        halfWidth);
            }
        }
    }

    private void takeSquare(double x, double y, double half) {
        int west = column(x - half);
        int east = column(x + half);
        for (int row = row(y + half); row <= row(y - half); row++) {
            if (row >= 0 && row < height && west >= 0 && east < width) {
                taken.set(row * width + west, row * width + east + 1);
            }
        }
    }

    /** Takes the ground of a rectangle if all of it is free; says whether it did. */
    boolean take(Coordinate centre, double angle, double length, double depth, double margin) {
        if (!each(centre, angle, length + 2 * margin, depth + 2 * margin, false)) {
            return false;
        }
        each(centre, angle, length, depth, true);
        return true;
    }

    /** Marks the cells of a rectangle, or says whether all are free. */
    private boolean each(Coordinate centre, double angle, double length, double depth, boolean mark) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double reach = (length + depth) / 2;
        for (int row = row(centre.y + reach); row <= row(centre.y - reach); row++) {
            for (int column = column(centre.x - reach); column <= column(centre.x + reach); column++) {
                double dx = frame.getMinX() + (column + 0.5) * CELL - centre.x;
                double dy = frame.getMaxY() - (row + 0.5) * CELL - centre.y;
                boolean inside = Math.abs(dx * cos + dy * sin) <= length / 2 + CELL / 2
                        && Math.abs(dy * cos - dx * sin) <= depth / 2 + CELL / 2;
                if (inside) {
                    if (row < 0 || row >= height || column < 0 || column >= width) {
                        return false;
                    }
                    if (mark) {
                        taken.set(row * width + column);
                    } else if (taken.get(row * width + column)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private int column(double x) {
        return (int) Math.floor((x - frame.getMinX()) / CELL);
    }

    private int row(double y) {
        return (int) Math.floor((frame.getMaxY() - y) / CELL);
    }
}
