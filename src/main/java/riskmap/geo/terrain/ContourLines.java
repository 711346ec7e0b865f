package riskmap.geo.terrain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * Lines of equal value over a grid. The value at the centre of each cell is that of the cell, between centres it changes
 * linearly along the edges of the lattice of centres (marching squares). A centre counts as above a level from that level
 * on; where the four centres of a square lie across (a saddle), their mean decides which corners belong together. No line
 * crosses squares that lack a value.
 *
 * <p>Lines run with the higher ground on their right and end only at the rim or beside cells without value. The order of the
 * lines is that of the places where each begins, row by row from the north.
 *
 * <p><b>Source:</b> W. E. Lorensen and H. E. Cline, Marching Cubes (1987), in two dimensions.
 */
public final class ContourLines {
    private final Grid grid;
    private final GeometryFactory factory = new GeometryFactory();

    private ContourLines(Grid grid) {
        this.grid = grid;
    }

    /** The lines of one level. */
    public static List<LineString> of(Grid grid, double level, Progress progress) {
        return new ContourLines(grid).lines(level, progress);
    }

    /** An edge of the lattice of centres: 2·cell for the one to the east of a centre, 2·cell + 1 for that to the south. */
    private long east(int column, int row) {
        return 2L * ((long) row * grid.width() + column);
    }

    private long south(int column, int row) {
        return east(column, row) + 1;
    }

    private List<LineString> lines(double level, Progress progress) {
        Map<Long, Long> next = new HashMap<>();
        Map<Long, Long> previous = new HashMap<>();
        List<Long> order = new ArrayList<>();
        for (int row = 0; row + 1 < grid.height(); row++) {
            progress.check();
            for (int column = 0; column + 1 < grid.width(); column++) {
                square(column, row, level, (from, to) -> {
                    next.put(from, to);
                    previous.put(to, from);
                    order.add(from);
                });
            }
        }
        List<LineString> lines = new ArrayList<>();
        for (long start : order) {
            if (!previous.containsKey(start) && next.containsKey(start)) {
                lines.add(line(start, next, level));
            }
        }
        // what is left are rings
        for (long start : order) {
            if (next.containsKey(start)) {
                lines.add(line(start, next, level));
            }
        }
        lines.removeIf(java.util.Objects::isNull);
        return lines;
    }

    private interface Segment {
        void take(long from, long to);
    }

    private void square(int column, int row, double level, Segment segment) {
        double nw = grid.get(column, row);
        double ne = grid.get(column + 1, row);
        double sw = grid.get(column, row + 1);
        double se = grid.get(column + 1, row + 1);
        if (Double.isNaN(nw + ne + sw + se)) {
            return;
        }
        int form = (nw >= level ? 8 : 0) | (ne >= level ? 4 : 0) | (se >= level ? 2 : 0) | (sw >= level ? 1 : 0);
        if (form == 0 || form == 15) {
            return;
        }
        long top = east(column, row);
        long bottom = east(column, row + 1);
        long left = south(column, row);
        long right = south(column + 1, row);
        boolean high = (nw + ne + sw + se) / 4 >= level;
        switch (form) {
            case 8 -> segment.take(top, left);
            case 4 -> segment.take(right, top);
            case 2 -> segment.take(bottom, right);
            case 1 -> segment.take(left, bottom);
            case 12 -> segment.take(right, left);
            case 6 -> segment.take(bottom, top);
            case 3 -> segment.take(left, right);
            case 9 -> segment.take(top, bottom);
            case 7 -> segment.take(left, top);
            case 11 -> segment.take(top, right);
            case 13 -> segment.take(right, bottom);
            case 14 -> segment.take(bottom, left);
            case 10 -> {
                segment.take(top, high ? right : left);
                segment.take(bottom, high ? left : right);
            }
            default -> {
                segment.take(left, high ? top : bottom);
                segment.take(right, high ? bottom : top);
            }
        }
    }

    /** Follows a line and takes its segments away; null for one that shrank to a point. */
    private LineString line(long start, Map<Long, Long> next, double level) {
        List<Coordinate> points = new ArrayList<>();
        add(points, start, level);
        Long at = start;
        while (true) {
            Long to = next.remove(at);
            if (to == null) {
                break;
            }
            add(points, to, level);
            at = to;
        }
        return points.size() < 2 ? null : factory.createLineString(points.toArray(Coordinate[]::new));
    }

    private void add(List<Coordinate> points, long edge, double level) {
        long cell = edge / 2;
        int column = (int) (cell % grid.width());
        int row = (int) (cell / grid.width());
        boolean toEast = edge % 2 == 0;
        double from = grid.get(column, row);
        double to = toEast ? grid.get(column + 1, row) : grid.get(column, row + 1);
        double share = (level - from) / (to - from);
        GridGeometry geometry = grid.geometry();
        double x = geometry.x(column);
        double y = geometry.y(row);
        Coordinate point = toEast
                ? new Coordinate(x + share * (geometry.x(column + 1) - x), y)
                : new Coordinate(x, y + share * (geometry.y(row + 1) - y));
        if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) {
            points.add(point);
        }
    }
}
