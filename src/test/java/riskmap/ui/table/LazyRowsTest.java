package riskmap.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LazyRowsTest {
    private final List<Integer> wanted = new ArrayList<>();
    private final IdList ids = new IdList();

    @Test
    void aMillionRowsCostNothingUntilTheyAreLookedAt() {
        LazyRows rows = rows(1_000_000);
        assertThat(rows).hasSize(1_000_000);
        assertThat(wanted).isEmpty();
        assertThat(rows.get(999_999).id()).isEqualTo("t.999999");
        assertThat(wanted).containsExactly(9_999);
    }

    @Test
    void valuesArriveInTheRowsThatWereHandedOut() {
        LazyRows rows = rows(250);
        Row row = rows.get(120);
        assertThat(row.values().get()).isNull();
        rows.fill(1, Map.of("t.120", new Object[] {"甲"}));
        assertThat(row.values().get()).containsExactly("甲");
        assertThat(rows.get(120)).isSameAs(row);
    }

    @Test
    void theLastPageGrowsWithTheList() {
        LazyRows rows = rows(150);
        rows.get(149);
        for (int i = 150; i < 180; i++) {
            ids.add("t." + i);
        }
        rows.grow();
        assertThat(rows.get(179).id()).isEqualTo("t.179");
        assertThat(wanted).containsExactly(1, 1);
    }

    @Test
    void findingARowReadsNothing() {
        LazyRows rows = rows(100_000);
        Row row = rows.get(500);
        wanted.clear();
        assertThat(rows.indexOf(row)).isEqualTo(500);
        assertThat(rows.contains(new Row(3, "t.3"))).isFalse();
        assertThat(wanted.size()).isLessThanOrEqualTo(1);
    }

    private LazyRows rows(int count) {
        for (int i = 0; i < count; i++) {
            ids.add("t." + i);
        }
        return new LazyRows(ids, wanted::add);
    }
}
