package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is put into a column comes out again, whatever comes when. */
class ValueColumnTest {
    private static final Object[][] KINDS = {
        {1.5, -0.0, Double.NaN, Double.POSITIVE_INFINITY, null},
        {7, -1, Integer.MAX_VALUE, null},
        {7L, Long.MIN_VALUE, Long.MAX_VALUE, null},
        {1.5, 7, null},
        {7, 7L, "镇", null},
        {"镇", 1.5f, (short) 3, true, null},
        {null, null},
    };

    @Test
    void valuesComeOutAsTheyWerePutIn() {
        for (Object[] kinds : KINDS) {
            for (int seed = 0; seed < 50; seed++) {
                Random random = new Random(seed);
                int room = 1 + random.nextInt(3);
                ValueColumn column = new ValueColumn(room);
                List<Object> expected = new ArrayList<>();
                for (int row = 0; row < 200; row++) {
                    if (row == room) {
                        room *= 2;
                        column.grow(room);
                    }
                    // long stretches of one kind, so that a column changes its mind late too
                    Object value = kinds[row < seed ? 0 : random.nextInt(kinds.length)];
                    column.put(row, value);
                    expected.add(value);
                }
                for (int row = 0; row < expected.size(); row++) {
                    Object value = expected.get(row);
                    assertThat(column.get(row)).isEqualTo(value);
                    Double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
                    assertThat((Object) column.number(row)).isEqualTo(number);
                }
            }
        }
    }
}
