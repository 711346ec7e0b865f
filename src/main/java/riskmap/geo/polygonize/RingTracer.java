package riskmap.geo.polygonize;

import java.util.Arrays;
import riskmap.base.Progress;
import riskmap.geo.raster.GridGeometry;

/**
 * Walks the outlines of zones along the sides of their cells, the zone on the right hand: clockwise (on the map) around a
 * zone, counter-clockwise around its holes.
 *
 * <p>A ring is found by the first of its <i>upper sides</i> (a side with the zone below and something else above), in the
 * order of rows. Each tracer looks for rings whose first upper side lies in its own rows, and walks them wherever they
 * lead; on a ring that turns out to begin further up it stops. So several tracers find each ring exactly once.
 *
 * <p>Where a zone touches itself in a corner only, the walk keeps to what lies on its left: no ring then meets a place
 * twice, as valid polygons demand; holes may touch the outline or each other in single points.
 */
final class RingTracer {
    private static final int EAST = 0;
    private static final int SOUTH = 1;
    private static final int WEST = 2;

    private final int[] labels;
    private final int stride;
    private final int firstRow;
    private final int endRow;
    /** Upper sides not walked yet, a bit each, the rows from the first on; every row begins a new word. */
    private final long[] sides;

    private final int words;
    private int[] vertices = new int[1 << 12];
    private int vertexCount;
    private int[] ends = new int[64];
    private int[] starts = new int[64];
    private long[] areas = new long[64];
    private int rings;

    /**
     * A tracer of the rings that begin in some rows.
     *
     * @param upperSides those of the whole grid, of which it takes a copy
     */
    RingTracer(ZoneLabels zones, long[] upperSides, int width, int firstRow, int endRow) {
        this.labels = zones.labels();
        this.stride = zones.stride();
        this.firstRow = firstRow;
        this.endRow = endRow;
        this.words = words(width);
        this.sides = Arrays.copyOfRange(upperSides, firstRow * words, upperSides.length);
    }

    private static int words(int width) {
        return (width + 63) >> 6;
    }

    /** All upper sides of a grid's zones. */
    static long[] upperSides(ZoneLabels zones, GridGeometry geometry, Progress progress) {
        int width = geometry.width();
        int words = words(width);
        long[] sides = new long[words * geometry.height()];
        int[] labels = zones.labels();
        geometry.bandsOfRows(progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                int place = zones.place(0, row);
                for (int column = 0; column < width; column++) {
                    int label = labels[place + column];
                    if (label != labels[place + column - zones.stride()] && label >= 0) {
                        sides[row * words + (column >> 6)] |= 1L << column;
                    }
                }
            }
        });
        return sides;
    }

    /** Finds and walks the rings. */
    void trace(Progress progress) {
        for (int row = firstRow; row < endRow; row++) {
            progress.check();
            int offset = (row - firstRow) * words;
            for (int word = 0; word < words; word++) {
                while (sides[offset + word] != 0) {
                    int column = (word << 6) + Long.numberOfTrailingZeros(sides[offset + word]);
                    walk(column, row);
                }
            }
        }
    }

    int rings() {
        return rings;
    }

    int firstVertex(int ring) {
        return ring == 0 ? 0 : ends[ring - 1];
    }

    /** The vertex after the last; the last repeats the first. */
    int endVertex(int ring) {
        return ends[ring];
    }

    int column(int vertex) {
        return vertices[2 * vertex];
    }

    int row(int vertex) {
        return vertices[2 * vertex + 1];
    }

    /** The place of the cell below the ring's first side: a zone's label where the ring is its outline. */
    int start(int ring) {
        return starts[ring];
    }

    int label(int ring) {
        return labels[starts[ring]];
    }

    /** Cells within the ring; negative for a hole. */
    long area(int ring) {
        return areas[ring];
    }

    private void walk(int startColumn, int startRow) {
        int start = (startRow + 1) * stride + startColumn + 1;
        int label = labels[start];
        int before = vertexCount;
        int column = startColumn;
        int row = startRow;
        // the place of the cell south-east of the vertex the walk stands on
        int place = start;
        int direction = EAST;
        long area = 0;
        add(column, row);
        do {
            if (direction == EAST) {
                if (!takeSide(column, row)) {
                    vertexCount = before;
                    return;
                }
                column++;
                place++;
                area -= row;
            } else if (direction == SOUTH) {
                row++;
                place += stride;
            } else if (direction == WEST) {
                column--;
                place--;
                area += row;
            } else {
                row--;
                place -= stride;
            }
            int left = labels[ahead(place, direction)];
            int right = labels[ahead(place, direction + 1)];
            if (left == label) {
                direction = direction + 3 & 3;
                add(column, row);
            } else if (right != label) {
                direction = direction + 1 & 3;
                add(column, row);
            } else if (left != labels[ahead(place, direction + 3)]) {
                // straight on, but what lies on the left changes: a corner of neighbours, which all of them have
                add(column, row);
            }
        } while (place != start || direction != EAST);
        close(start, area);
    }

    /** Of the four cells around the vertex: north-east for 0, then clockwise. */
    private int ahead(int place, int quarter) {
        return switch (quarter & 3) {
            case 0 -> place - stride;
            case 1 -> place;
            case 2 -> place - 1;
            default -> place - stride - 1;
        };
    }

    /** Marks an upper side as walked; false when the ring does not begin in this tracer's rows. */
    private boolean takeSide(int column, int row) {
        if (row < firstRow) {
            return false;
        }
        int word = (row - firstRow) * words + (column >> 6);
        long bit = 1L << column;
        boolean fresh = (sides[word] & bit) != 0;
        sides[word] &= ~bit;
        return fresh;
    }

    private void add(int column, int row) {
        if (2 * vertexCount == vertices.length) {
            vertices = Arrays.copyOf(vertices, 4 * vertexCount);
        }
        vertices[2 * vertexCount] = column;
        vertices[2 * vertexCount + 1] = row;
        vertexCount++;
    }

    private void close(int start, long area) {
        if (rings == ends.length) {
            ends = Arrays.copyOf(ends, 2 * rings);
            starts = Arrays.copyOf(starts, 2 * rings);
            areas = Arrays.copyOf(areas, 2 * rings);
        }
        ends[rings] = vertexCount;
        starts[rings] = start;
        areas[rings] = area;
        rings++;
    }
}
