package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import riskmap.data.Table;

class FieldStatisticsTest {
    private static final Layers ROWS = Layers.of("rows", null, "kind:String", "floor:Integer", "value:Double")
            .row("a", 1, 3.0)
            .row("a", 1, 1.0)
            .row("a", 2, 1.0)
            .row("bcd", 1, -0.0)
            .row("bcd", null, null)
            .row(null, 1, 9.0);

    private static Table table(String... values) {
        return ((Output.Rows) Layers.run("statistics", Map.of("features", ROWS.data()), values)).table();
    }

    @Test
    void groupsAreMadeOfTheValuesOfSeveralFields() {
        Table table = table("field", "value", "by", "kind,floor");
        assertThat(table.columns()).extracting(Table.Column::key).startsWith("kind", "floor", "count", "null_values");
        assertThat(table.rows()).hasSize(6);
        assertThat(table.rows().get(0)).startsWith("a", 1, 2L, 0L, 4.0, 2.0);
        assertThat(table.rows().get(3)).startsWith("bcd", "", 1L, 1L, 0.0, null);
        assertThat(table.rows().get(5).subList(1, 5)).containsExactly(null, 6L, 1L, 14.0);
    }

    @Test
    void withoutAFieldTheRowsOfEachGroupAreCounted() {
        Table table = table("by", "kind");
        assertThat(table.columns()).extracting(Table.Column::key).containsExactly("class", "count");
        assertThat(table.rows().subList(0, 3)).containsExactly(List.of("a", 3L), List.of("bcd", 2L), List.of("", 1L));
        assertThat(table.rows().get(3).get(1)).isEqualTo(6L);
    }

    @Test
    void moreStatisticsAreGivenWhenAskedFor() {
        Table table = table("field", "value", "more", "true");
        List<Object> all = table.rows().get(0);
        // 0, 1, 1, 3, 9: the middle value belongs to both halves
        assertThat(all.subList(9, all.size())).containsExactly(9.0, 4L, 0.0, 1.0, 1.0, 3.0, 2.0);
    }

    @Test
    void textsAreDescribedByTheirValuesAndLengths() {
        Table table = table("field", "kind", "by", "floor");
        assertThat(table.columns())
                .extracting(Table.Column::key)
                .containsExactly(
                        "class",
                        "count",
                        "null_values",
                        "variety",
                        "minimum",
                        "maximum",
                        "shortest",
                        "longest",
                        "mean_length");
        assertThat(table.rows().get(0)).containsExactly(1, 4L, 1L, 2L, "a", "bcd", 1L, 3L, 5 / 3.0);
    }
}
