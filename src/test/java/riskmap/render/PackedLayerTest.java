package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** Rows in sight are those whose boxes meet the rectangle, its sides included. */
class PackedLayerTest {
    private static final int ROWS = 5000;

    @Test
    void rowsInSightAreThoseWhoseBoxesTouchTheRectangle() {
        Random random = new Random(20261130);
        float[] boxes = new float[4 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            // whole numbers, so that boxes often just touch; some rows are emptied
            int x = random.nextInt(40) - 20;
            int y = random.nextInt(40) - 20;
            boolean empty = row % 17 == 0;
            boxes[4 * row] = empty ? Float.POSITIVE_INFINITY : x;
            boxes[4 * row + 1] = empty ? Float.POSITIVE_INFINITY : y;
            boxes[4 * row + 2] = empty ? Float.NEGATIVE_INFINITY : x + random.nextInt(4);
            boxes[4 * row + 3] = empty ? Float.NEGATIVE_INFINITY : y + random.nextInt(4);
        }
        PackedLayer layer = layer(boxes);
        IntList all = new IntList();
        IntStream.range(0, ROWS).forEach(all::add);
        for (Envelope extent : new Envelope[] {
            new Envelope(-3, 5, -2, 7),
            new Envelope(0, 0, 0, 0),
            new Envelope(-90, 90, -90, 90),
            new Envelope(30, 40, 0, 9)
        }) {
            int[] expected = IntStream.range(0, ROWS)
                    .filter(row -> boxes[4 * row] <= extent.getMaxX()
                            && boxes[4 * row + 2] >= extent.getMinX()
                            && boxes[4 * row + 1] <= extent.getMaxY()
                            && boxes[4 * row + 3] >= extent.getMinY())
                    .toArray();
            assertThat(values(layer.visible(extent))).isEqualTo(expected);
            assertThat(values(layer.visible(extent, all))).isEqualTo(expected);
        }
    }

    @Test
    void aListOfNothingTakesMore() {
        IntList list = new IntList(new int[0], 0);
        list.add(7);
        assertThat(values(list)).containsExactly(7);
    }

    private static PackedLayer layer(float[] boxes) {
        int blocks = (ROWS + PackedLayer.BLOCK - 1) / PackedLayer.BLOCK;
        float[] around = new float[4 * blocks];
        for (int block = 0; block < blocks; block++) {
            around[4 * block] = -30;
            around[4 * block + 1] = -30;
            around[4 * block + 2] = 30;
            around[4 * block + 3] = 30;
        }
        PackedRows rows = new PackedRows(
                new byte[ROWS], new int[ROWS], new int[ROWS], 0, new int[1], new float[0], boxes, around, null);
        return new PackedLayer(null, 0, 0, rows, Map.of(), null, 0);
    }

    private static int[] values(IntList list) {
        return IntStream.range(0, list.size()).map(list::get).toArray();
    }
}
