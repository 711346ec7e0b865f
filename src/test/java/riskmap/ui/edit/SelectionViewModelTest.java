package riskmap.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionViewModelTest {
    private final SelectionViewModel selection = new SelectionViewModel();

    @Test
    void eachLayerKeepsItsOwnSelection() {
        selection.set("building", List.of(3L, 1L));
        selection.add("town", List.of(7L));
        selection.set("building", List.of(4L));
        assertThat(selection.all().get()).isEqualTo(Map.of("building", Set.of(4L), "town", Set.of(7L)));
        assertThat(selection.size()).isEqualTo(2);
    }

    @Test
    void aPlainClickReplacesWhatIsSelectedInAllLayers() {
        selection.set("town", List.of(7L));
        selection.only("building", List.of(1L));
        assertThat(selection.all().get()).isEqualTo(Map.of("building", Set.of(1L)));
    }

    @Test
    void togglingTwiceChangesNothing() {
        selection.set("building", List.of(1L, 2L));
        selection.toggle("building", List.of(2L, 3L));
        assertThat(selection.of("building")).containsExactly(1L, 3L);
        selection.toggle("building", List.of(2L, 3L));
        assertThat(selection.of("building")).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void listenersHearOfEachChangeOnceAndOfNoneThatIsNone() {
        List<Map<String, Set<Long>>> heard = new ArrayList<>();
        selection.all().addListener((property, before, now) -> heard.add(now));
        selection.set("building", List.of(1L));
        selection.set("building", List.of(1L));
        selection.remove("building", List.of(9L));
        selection.clear("town");
        selection.clear();
        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).isEqualTo(Map.of("building", Set.of(1L)));
    }
}
