package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RingAssemblerPropertiesTest {
    private static final int SIZE = 9;

    /** Corners stay. */
    private static boolean turns(double x0, double y0, double x, double y, double x1, double y1) {
        return (x0 == x) != (x == x1);
    }

    @Property(tries = 300)
    void edgesThatGrowGiveThePolygonsOfTheirPartsVertexForVertex(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        Random random = new Random(seed);
        boolean[][] in = new boolean[SIZE + 2][SIZE + 2];
        for (int row = 1; row <= SIZE; row++) {
            for (int column = 1; column <= SIZE; column++) {
                in[row][column] = random.nextInt(5) > 1;
            }
        }
        RingAssembler parts = new RingAssembler();
        RingAssembler grown = new RingAssembler();
        int[] down = new int[SIZE + 2];
        for (int row = 1; row <= SIZE + 1; row++) {
            int along = -1;
            for (int column = 1; column <= SIZE + 1; column++) {
                // the west side of the cell: southward where it is in, northward where its neighbour is
                boolean here = in[row][column];
                boolean west = in[row][column - 1];
                boolean on = here == in[row - 1][column] && west == in[row - 1][column - 1];
                if (here == west) {
                    down[column] = -1;
                } else if (here) {
                    parts.add(column, -row, column, -row - 1);
                    down[column] = side(grown, on ? down[column] : -1, true, column, -row, column, -row - 1);
                } else {
                    parts.add(column, -row - 1, column, -row);
                    down[column] = side(grown, on ? down[column] : -1, false, column, -row, column, -row - 1);
                }
                boolean north = in[row - 1][column];
                boolean onEast = here == west && north == in[row - 1][column - 1];
                if (here == north) {
                    along = -1;
                } else if (north) {
                    parts.add(column, -row, column + 1, -row);
                    along = side(grown, onEast ? along : -1, true, column, -row, column + 1, -row);
                } else {
                    parts.add(column + 1, -row, column, -row);
                    along = side(grown, onEast ? along : -1, false, column, -row, column + 1, -row);
                }
            }
        }
        assertThat(grown.edgeCount()).isLessThanOrEqualTo(parts.edgeCount());
        assertThat(grown.polygons(RingAssemblerPropertiesTest::turns).toString())
                .isEqualTo(parts.polygons(RingAssemblerPropertiesTest::turns).toString());
    }

    /** Adds a side from its near to its far end, or the other way round; goes on with an edge where there is one. */
    private static int side(
            RingAssembler edges, int edge, boolean forward, double nearX, double nearY, double farX, double farY) {
        if (edge < 0) {
            return forward ? edges.add(nearX, nearY, farX, farY) : edges.add(farX, farY, nearX, nearY);
        }
        if (forward) {
            edges.growEnd(edge, farX, farY);
        } else {
            edges.growStart(edge, farX, farY);
        }
        return edge;
    }
}
