package riskmap.geo.polygonize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.PolygonLocator;
import riskmap.geo.raster.GridGeometry;

/**
 * The boundary of an area cut at every line of a lattice of cells: each piece lies in one cell or along one line, and the
 * cuts lie exactly on the lines. Both areas at a common boundary get the same cuts, bit by bit, since a segment is cut in
 * the same direction whichever way it runs.
 *
 * <p>Vertices closer to a line than {@value #SNAP} of a cell are moved onto it.
 */
final class LatticeBoundary {
    /** Told about a directed piece with the area on its left. */
    interface PieceVisitor {
        void visit(double x0, double y0, double x1, double y1);
    }

    static final double SNAP = 1e-6;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final GridGeometry lattice;
    private final List<double[]> rings = new ArrayList<>();
    /** Vertices of the area itself that lie on a line: they stay where they are even if no cell border needs them. */
    private final Set<CoordinateXY> own = new HashSet<>();

    LatticeBoundary(GridGeometry lattice, Geometry area) {
        this.lattice = lattice;
        Coverage.forEachRing(area, (ring, shell) -> {
            if (!ring.isEmpty()) {
                CoordinateSequence line = ring.getCoordinateSequence();
                rings.add(cut(line, Orientation.isCCW(line) == shell));
            }
        });
    }

    double lineX(int column) {
        return lattice.minX() + column * lattice.cellWidth();
    }

    double lineY(int row) {
        return lattice.maxY() - row * lattice.cellHeight();
    }

    /** The line of constant x that passes exactly through x; the least integer for none. */
    int columnLine(double x) {
        int line = (int) Math.round((x - lattice.minX()) / lattice.cellWidth());
        return lineX(line) == x ? line : Integer.MIN_VALUE;
    }

    /** The line of constant y that passes exactly through y; the least integer for none. */
    int rowLine(double y) {
        int line = (int) Math.round((lattice.maxY() - y) / lattice.cellHeight());
        return lineY(line) == y ? line : Integer.MIN_VALUE;
    }

    boolean isOwnVertex(double x, double y) {
        return own.contains(new CoordinateXY(x, y));
    }

    void forEachPiece(PieceVisitor visitor) {
        for (double[] ring : rings) {
            for (int i = 2; i < ring.length; i += 2) {
                visitor.visit(ring[i - 2], ring[i - 1], ring[i], ring[i + 1]);
            }
        }
    }

    /** The places between the ends of a unit edge of the lattice where the boundary meets it, by edge. */
    Map<Long, double[]> cuts() {
        Map<Long, double[]> cuts = new HashMap<>();
        forEachPiece((x0, y0, x1, y1) -> {
            int column = columnLine(x0);
            int row = rowLine(y0);
            if (column != Integer.MIN_VALUE && row == Integer.MIN_VALUE) {
                cuts.merge(edge(column, lattice.row(y0), true), new double[] {y0}, LatticeBoundary::merged);
            } else if (row != Integer.MIN_VALUE && column == Integer.MIN_VALUE) {
                cuts.merge(edge(lattice.column(x0), row, false), new double[] {x0}, LatticeBoundary::merged);
            }
        });
        return cuts;
    }

    /** Key of the unit edge west (vertical) or north (horizontal) of a cell. */
    static long edge(int column, int row, boolean vertical) {
        return (long) row << 33 | (long) (column & 0xFFFFFFFFL) << 1 | (vertical ? 1 : 0);
    }

    /** Where points lie with respect to the cut area. */
    PolygonLocator locator() {
        List<LinearRing> lines = new ArrayList<>();
        for (double[] ring : rings) {
            if (ring.length >= 8) {
                lines.add(FACTORY.createLinearRing(new PackedCoordinateSequence.Double(ring, 2, 0)));
            }
        }
        // which ring is shell and which hole does not matter: insideness is counted by crossings
        return PolygonLocator.of(FACTORY.createMultiPolygon(
                lines.stream().map(FACTORY::createPolygon).toArray(org.locationtech.jts.geom.Polygon[]::new)));
    }

    private double[] cut(CoordinateSequence line, boolean forward) {
        double[] out = new double[4 * line.size()];
        int size = 0;
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int n = 0; n < line.size(); n++) {
            int i = forward ? n : line.size() - 1 - n;
            double x = snapX(line.getX(i));
            double y = snapY(line.getY(i));
            if (n > 0 && x == lastX && y == lastY) {
                continue;
            }
            if (n > 0) {
                double[] between = between(lastX, lastY, x, y);
                int needed = size + between.length + 2;
                out = needed > out.length ? Arrays.copyOf(out, Math.max(needed, 2 * out.length)) : out;
                System.arraycopy(between, 0, out, size, between.length);
                size += between.length;
            }
            out[size++] = x;
            out[size++] = y;
            if (columnLine(x) != Integer.MIN_VALUE || rowLine(y) != Integer.MIN_VALUE) {
                own.add(new CoordinateXY(x, y));
            }
            lastX = x;
            lastY = y;
        }
        return Arrays.copyOf(out, size);
    }

    /** Cuts of a segment in its own direction; computed from its lesser end. */
    private double[] between(double x0, double y0, double x1, double y1) {
        boolean forward = x0 < x1 || x0 == x1 && y0 < y1;
        double[] cuts = forward ? cutsFrom(x0, y0, x1, y1) : cutsFrom(x1, y1, x0, y0);
        if (!forward) {
            for (int i = 0, j = cuts.length - 2; i < j; i += 2, j -= 2) {
                double x = cuts[i];
                double y = cuts[i + 1];
                cuts[i] = cuts[j];
                cuts[i + 1] = cuts[j + 1];
                cuts[j] = x;
                cuts[j + 1] = y;
            }
        }
        return cuts;
    }

    private double[] cutsFrom(double x0, double y0, double x1, double y1) {
        List<double[]> points = new ArrayList<>();
        double dx = x1 - x0;
        double dy = y1 - y0;
        for (int i = (int) Math.floor((x0 - lattice.minX()) / lattice.cellWidth()); lineX(i) < x1; i++) {
            if (lineX(i) > x0) {
                double y = dy == 0 ? y0 : snapY(y0 + (lineX(i) - x0) / dx * dy);
                points.add(new double[] {lineX(i), y});
            }
        }
        double south = Math.min(y0, y1);
        double north = Math.max(y0, y1);
        for (int j = (int) Math.floor((lattice.maxY() - north) / lattice.cellHeight()); lineY(j) > south; j++) {
            if (lineY(j) < north) {
                double x = dx == 0 ? x0 : snapX(x0 + (lineY(j) - y0) / dy * dx);
                points.add(new double[] {x, lineY(j)});
            }
        }
        points.sort((a, b) -> Double.compare((a[0] - x0) * dx + (a[1] - y0) * dy, (b[0] - x0) * dx + (b[1] - y0) * dy));
        double[] result = new double[2 * points.size()];
        int size = 0;
        double lastX = x0;
        double lastY = y0;
        for (double[] point : points) {
            boolean repeated = point[0] == lastX && point[1] == lastY || point[0] == x1 && point[1] == y1;
            if (!repeated) {
                lastX = point[0];
                lastY = point[1];
                result[size++] = lastX;
                result[size++] = lastY;
            }
        }
        return Arrays.copyOf(result, size);
    }

    private double snapX(double x) {
        double line = lineX((int) Math.round((x - lattice.minX()) / lattice.cellWidth()));
        return Math.abs(line - x) <= SNAP * lattice.cellWidth() ? line : x + 0.0;
    }

    private double snapY(double y) {
        double line = lineY((int) Math.round((lattice.maxY() - y) / lattice.cellHeight()));
        return Math.abs(line - y) <= SNAP * lattice.cellHeight() ? line : y + 0.0;
    }

    private static double[] merged(double[] a, double[] b) {
        for (double known : a) {
            if (known == b[0]) {
                return a;
            }
        }
        double[] both = Arrays.copyOf(a, a.length + 1);
        both[a.length] = b[0];
        Arrays.sort(both);
        return both;
    }
}
