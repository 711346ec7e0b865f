package riskmap.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdListTest {
    @Test
    void numberedIdsComeBackAsTheyWent() {
        IdList ids = new IdList();
        for (int i = 0; i < 3000; i++) {
            ids.add("房屋.1." + (i * 7L));
        }
        assertThat(ids.size()).isEqualTo(3000);
        assertThat(ids.get(2999)).isEqualTo("房屋.1.20993");
        assertThat(ids.indexOf("房屋.1.70")).isEqualTo(10);
        assertThat(ids.indexOf("房屋.1.71")).isEqualTo(-1);
        assertThat(ids.indexOf("town.70")).isEqualTo(-1);
    }

    @Test
    void otherIdsAreKeptAsTheyAreEvenAmongNumberedOnes() {
        IdList ids = new IdList();
        for (String id : new String[] {"a.1", "a.007", "uuid-x", "a.99999999999999999999"}) {
            ids.add(id);
        }
        assertThat(ids.get(0)).isEqualTo("a.1");
        assertThat(ids.get(1)).isEqualTo("a.007");
        assertThat(ids.indexOf("uuid-x")).isEqualTo(2);
        assertThat(ids.get(3)).isEqualTo("a.99999999999999999999");
    }
}
