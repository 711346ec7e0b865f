package riskmap.geo.polygonize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.overlay.PolygonLocator;
import riskmap.geo.overlay.RingAssembler;
import riskmap.geo.raster.GridGeometry;

/**
 * Polygons of the classes of a grid within an area, cut exactly along the area's boundary.
 *
 * <p>Promised: the pieces of one area are a valid coverage that fills the part of the area where the grid has a class,
 * once and without gaps; when several areas form a valid coverage, so do all their pieces together. Nothing is computed
 * twice at a common border: cell borders are exact, and the area's boundary is cut at them once ({@link LatticeBoundary}).
 *
 * <p>The grid must have a class in every cell the area touches for the pieces to fill it.
 */
public final class ClippedPolygonizer {
    /** Class of cells that belong to no zone. */
    public static final byte NONE = 0;

    private static final int UNKNOWN = -1;
    private static final int OUT = 0;
    private static final int IN = 1;

    private final GridGeometry lattice;
    private final byte[] classes;

    /**
     * A polygonizer of one class grid.
     *
     * @param classes a class per cell, row-major from the north-west; {@link #NONE} for no zone
     */
    public ClippedPolygonizer(GridGeometry lattice, byte[] classes) {
        if (classes.length != lattice.cellCount()) {
            throw new IllegalArgumentException(classes.length + " classes for " + lattice);
        }
        this.lattice = lattice;
        this.classes = classes;
    }

    /**
     * A piece: 4-connected cells of one class within one area.
     *
     * @param area index of the area
     * @param value the class
     * @param polygon its outline
     */
    public record Piece(int area, byte value, Polygon polygon) {}

    /** The pieces of all areas, area by area, class by class. */
    public List<Piece> pieces(Geometry[] areas, Progress progress) {
        List<List<Piece>> found = new ArrayList<>();
        for (int i = 0; i < areas.length; i++) {
            found.add(new ArrayList<>());
        }
        Parallel.items(areas.length, 1, progress, (from, to) -> {
            for (int area = from; area < to; area++) {
                if (areas[area] != null && !areas[area].isEmpty()) {
                    found.get(area).addAll(new OneArea(area, areas[area]).pieces(progress));
                }
            }
        });
        List<Piece> all = new ArrayList<>();
        found.forEach(all::addAll);
        return all;
    }

    private byte classAt(int column, int row) {
        return lattice.contains(column, row) ? classes[row * lattice.width() + column] : NONE;
    }

    /** The work for one area. */
    private final class OneArea {
        private final int number;
        private final LatticeBoundary boundary;
        private final PolygonLocator locator;
        private final Map<Long, double[]> cuts;
        private final int west;
        private final int east;
        private final int north;
        private final int south;
        /** Cells of the window that the boundary passes through or along. */
        private final BitSet touched;
        /** Corners of such cells: of each of millions of vertices it is asked whether it is one. */
        private final BitSet corners;

        private final RingAssembler[] edges = new RingAssembler[256];
        /** Whether the run of cells the boundary does not touch lies inside; decided once per run. */
        private int inside;

        /** The last border added on each column line, and on the row being gone through: the next one may go on with it. */
        private final Run[] down;

        private final Run along = new Run();

        OneArea(int number, Geometry area) {
            this.number = number;
            boundary = new LatticeBoundary(lattice, area);
            locator = boundary.locator();
            cuts = boundary.cuts();
            Envelope extent = area.getEnvelopeInternal();
            west = Math.max(-1, lattice.column(extent.getMinX()) - 1);
            east = Math.min(lattice.width(), lattice.column(extent.getMaxX()) + 1);
            north = Math.max(-1, lattice.row(extent.getMaxY()) - 1);
            south = Math.min(lattice.height(), lattice.row(extent.getMinY()) + 1);
            touched = new BitSet();
            corners = new BitSet();
            down = new Run[Math.max(0, east - west + 1)];
            Arrays.setAll(down, i -> new Run());
        }

        List<Piece> pieces(Progress progress) {
            if (east < west || south < north) {
                return List.of();
            }
            boundary.forEachPiece(this::alongBoundary);
            for (int row = north; row <= south; row++) {
                if ((row & 63) == 0) {
                    progress.check();
                }
                insideRow(row);
            }
            List<Piece> pieces = new ArrayList<>();
            for (int value = 0; value < edges.length; value++) {
                if (edges[value] != null) {
                    for (Polygon polygon : edges[value].polygons(this::keeps)) {
                        pieces.add(new Piece(number, (byte) value, polygon));
                    }
                }
            }
            return pieces;
        }

        private void alongBoundary(double x0, double y0, double x1, double y1) {
            int onColumn = x0 == x1 ? boundary.columnLine(x0) : Integer.MIN_VALUE;
            int onRow = y0 == y1 ? boundary.rowLine(y0) : Integer.MIN_VALUE;
            int column = lattice.column((x0 + x1) / 2);
            int row = lattice.row((y0 + y1) / 2);
            if (onColumn != Integer.MIN_VALUE) {
                touch(onColumn - 1, row);
                touch(onColumn, row);
                column = y1 > y0 ? onColumn - 1 : onColumn;
            } else if (onRow != Integer.MIN_VALUE) {
                touch(column, onRow - 1);
                touch(column, onRow);
                row = x1 > x0 ? onRow - 1 : onRow;
            } else {
                touch(column, row);
            }
            add(classAt(column, row), x0, y0, x1, y1);
        }

        /** The borders of the cells of a row to the west and to the north, where classes differ. */
        private void insideRow(int row) {
            inside = UNKNOWN;
            int nextTouched = nextTouched(west, row);
            int toLeft = nextToLeft(west, row);
            int toAbove = nextToAbove(west, row);
            while (toLeft <= east || toAbove <= east) {
                int column = Math.min(toLeft, toAbove);
                byte here = classAt(column, row);
                if (nextTouched <= column) {
                    inside = UNKNOWN;
                    nextTouched = nextTouched(column + 1, row);
                }
                boolean isTouched = isTouched(column, row);
                if (toLeft == column) {
                    boolean mayBeCut = isTouched || isTouched(column - 1, row);
                    side(column, row, true, classAt(column - 1, row), here, mayBeCut);
                    toLeft = nextToLeft(column + 1, row);
                }
                if (toAbove == column) {
                    boolean mayBeCut = isTouched || isTouched(column, row - 1);
                    side(column, row, false, classAt(column, row - 1), here, mayBeCut);
                    toAbove = nextToAbove(column + 1, row);
                }
            }
        }

        /** The first column from this one on whose cell has another class than the one before it; behind the last for none. */
        private int nextToLeft(int from, int row) {
            int width = lattice.width();
            if (row < 0 || row >= lattice.height()) {
                return east + 1;
            }
            int column = from;
            // beside the lattice there is no class
            while (column <= east && (column <= 0 || column >= width)) {
                if (classAt(column, row) != classAt(column - 1, row)) {
                    return column;
                }
                column++;
            }
            int end = Math.min(east + 1, width);
            int at = row * width;
            int same = column >= end
                    ? -1
                    : Arrays.mismatch(classes, at + column, at + end, classes, at + column - 1, at + end - 1);
            if (same >= 0) {
                return column + same;
            }
            return end == width && end <= east && classes[at + width - 1] != NONE && from <= width ? width : east + 1;
        }

        /** The first column from this one on whose cell has another class than the one north of it; behind the last for none. */
        private int nextToAbove(int from, int row) {
            int width = lattice.width();
            int end = Math.min(east + 1, width);
            int column = Math.max(0, from);
            if (row < 0 || row > lattice.height() || column >= end) {
                return east + 1;
            }
            if (row == 0 || row == lattice.height()) {
                while (column < end && classAt(column, row) == classAt(column, row - 1)) {
                    column++;
                }
                return column < end ? column : east + 1;
            }
            int at = row * width;
            int same = Arrays.mismatch(classes, at + column, at + end, classes, at - width + column, at - width + end);
            return same < 0 ? east + 1 : column + same;
        }

        /** The first column from this one on whose cell the boundary touches; behind all others for none. */
        private int nextTouched(int from, int row) {
            int columns = east - west + 1;
            int first = (row - north) * columns;
            int found = from > east ? -1 : touched.nextSetBit(first + from - west);
            return found < 0 || found >= first + columns ? Integer.MAX_VALUE : west + found - first;
        }

        private void side(int column, int row, boolean vertical, byte before, byte here, boolean mayBeCut) {
            if (mayBeCut) {
                cutBorder(column, row, vertical, before, here);
                return;
            }
            if (inside == UNKNOWN) {
                inside = isInside(column, row) ? IN : OUT;
            }
            if (inside == IN) {
                border(column, row, vertical, before, here);
            }
        }

        private boolean isInside(int column, int row) {
            return locator.covers(lattice.x(column), lattice.y(row));
        }

        /** A border of one cell that no boundary comes near; it goes on with the one before it where both part the same. */
        private void border(int column, int row, boolean vertical, byte before, byte here) {
            double x = boundary.lineX(column);
            double y = boundary.lineY(row);
            if (vertical) {
                down[column - west].add(row, here, before, x, y, x, boundary.lineY(row + 1));
            } else {
                along.add((long) row << 32 | column - west, before, here, x, y, boundary.lineX(column + 1), y);
            }
        }

        /** A border that the area's boundary may cross: its parts that lie inside. */
        private void cutBorder(int column, int row, boolean vertical, byte before, byte here) {
            double[] at = cuts.getOrDefault(LatticeBoundary.edge(column, row, vertical), new double[0]);
            double x = boundary.lineX(column);
            double y = boundary.lineY(row);
            double from = vertical ? boundary.lineY(row + 1) : x;
            double end = vertical ? y : boundary.lineX(column + 1);
            for (int i = 0; i <= at.length; i++) {
                double to = i < at.length ? at[i] : end;
                double middle = (from + to) / 2;
                int location = vertical ? locator.locate(x, middle) : locator.locate(middle, y);
                if (location == Location.INTERIOR) {
                    if (vertical) {
                        both(x, from, x, to, before, here);
                    } else {
                        both(from, y, to, y, before, here);
                    }
                }
                from = to;
            }
        }

        /** A border going north (west cell on its left) or east (north cell on its left), for both its cells. */
        private void both(double x0, double y0, double x1, double y1, byte left, byte right) {
            add(left, x0, y0, x1, y1);
            add(right, x1, y1, x0, y0);
        }

        private int add(byte value, double x0, double y0, double x1, double y1) {
            if (value == NONE) {
                return -1;
            }
            int slot = value & 0xFF;
            if (edges[slot] == null) {
                edges[slot] = new RingAssembler();
            }
            return edges[slot].add(x0, y0, x1, y1);
        }

        /** Borders of cells one behind the other that part the same classes: one edge for each of the two. */
        private final class Run {
            private long last = Long.MIN_VALUE;
            private byte forward;
            private byte backward;
            private int forwardEdge;
            private int backwardEdge;

            /**
             * Adds the border of one cell.
             *
             * @param place one more than that of the border whose far end is its near one
             * @param forward the class on the left on the way from the near to the far end
             * @param backward the class on the left on the way back
             */
            void add(long place, byte forward, byte backward, double nearX, double nearY, double farX, double farY) {
                if (place == last + 1 && forward == this.forward && backward == this.backward) {
                    if (forward != NONE) {
                        edges[forward & 0xFF].growEnd(forwardEdge, farX, farY);
                    }
                    if (backward != NONE) {
                        edges[backward & 0xFF].growStart(backwardEdge, farX, farY);
                    }
                } else {
                    this.forward = forward;
                    this.backward = backward;
                    forwardEdge = OneArea.this.add(forward, nearX, nearY, farX, farY);
                    backwardEdge = OneArea.this.add(backward, farX, farY, nearX, nearY);
                }
                last = place;
            }
        }

        /** Vertices of the area, and places where borders meet, stay; cuts and corners that nothing needs go. */
        private boolean keeps(double beforeX, double beforeY, double x, double y, double afterX, double afterY) {
            int column = boundary.columnLine(x);
            int row = boundary.rowLine(y);
            boolean onColumn = column != Integer.MIN_VALUE;
            boolean onRow = row != Integer.MIN_VALUE;
            if (!onColumn && !onRow
                    || isBoundaryAround(column, row, onColumn, onRow, x, y) && boundary.isOwnVertex(x, y)) {
                return true;
            }
            if (!onRow) {
                int beside = lattice.row(y);
                return classAt(column - 1, beside) != classAt(column, beside);
            }
            if (!onColumn) {
                int beside = lattice.column(x);
                return classAt(beside, row - 1) != classAt(beside, row);
            }
            byte northWest = classAt(column - 1, row - 1);
            byte northEast = classAt(column, row - 1);
            byte southWest = classAt(column - 1, row);
            byte southEast = classAt(column, row);
            if (beforeX == x && afterX == x) {
                return northWest != southWest || northEast != southEast;
            }
            if (beforeY == y && afterY == y) {
                return northWest != northEast || southWest != southEast;
            }
            return northWest != northEast || northEast != southEast || southEast != southWest;
        }

        /** Whether the boundary may come to a place on lines of the lattice: it then touches a cell beside it. */
        private boolean isBoundaryAround(int column, int row, boolean onColumn, boolean onRow, double x, double y) {
            if (onColumn && onRow) {
                return corners.get(corner(column, row));
            }
            int east = onColumn ? column : lattice.column(x);
            int south = onRow ? row : lattice.row(y);
            int west = onColumn ? east - 1 : east;
            int north = onRow ? south - 1 : south;
            return isTouched(east, south) || isTouched(west, south) || isTouched(east, north) || isTouched(west, north);
        }

        private void touch(int column, int row) {
            if (column >= west && column <= east && row >= north && row <= south) {
                touched.set((row - north) * (east - west + 1) + column - west);
                for (int line = row; line <= row + 1; line++) {
                    corners.set(corner(column, line), corner(column, line) + 2);
                }
            }
        }

        /** Number of the place where two lines of the lattice meet. */
        private int corner(int column, int row) {
            return (row - north) * (east - west + 2) + column - west;
        }

        private boolean isTouched(int column, int row) {
            return column >= west && row >= north && touched.get((row - north) * (east - west + 1) + column - west);
        }
    }
}
