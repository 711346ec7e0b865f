package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
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
        assertThat(table.columns())
                .extracting(Table.Column::key)
                .containsExactly("kind", "floor", "count", "empty", "min", "max", "sum", "mean", "median", "stddev");
        assertThat(table.rows()).hasSize(6);
        assertThat(table.rows().get(0)).startsWith("a", 1, 2L, 0L, 1.0, 3.0, 4.0, 2.0);
        assertThat(table.rows().get(3)).startsWith("bcd", null, 0L, 1L, null, null, 0.0, null);
        assertThat(table.rows().get(5).subList(1, 7)).containsExactly(null, 5L, 1L, 0.0, 9.0, 14.0);
    }

    @Test
    void theRowOfTotalsIsLeftOutWhenAskedFor() {
        Table table = table("by", "floor", "total", "false");
        assertThat(table.rows()).containsExactly(List.of(1, 4L), List.of(2, 1L), java.util.Arrays.asList(null, 1L));
    }

    @Test
    void withoutAFieldTheRowsOfEachGroupAreCounted() {
        Table table = table("by", "kind");
        assertThat(table.columns()).extracting(Table.Column::key).containsExactly("kind", "count");
        assertThat(table.rows().subList(0, 2)).containsExactly(List.of("a", 3L), List.of("bcd", 2L));
        assertThat(table.rows().get(2)).containsExactly(null, 1L);
        assertThat(table.rows().get(3).get(1)).isEqualTo(6L);
    }

    @Test
    void moreStatisticsAreGivenWhenAskedFor() {
        Table table = table("field", "value", "more", "true");
        assertThat(table.columns())
                .extracting(Table.Column::key)
                .containsExactly(
                        "count",
                        "unique",
                        "empty",
                        "min",
                        "max",
                        "range",
                        "sum",
                        "mean",
                        "median",
                        "stddev",
                        "minority",
                        "majority",
                        "q1",
                        "q3",
                        "iqr",
                        "cv");
        List<Object> all = table.rows().get(0);
        // 0, 1, 1, 3, 9: the middle value belongs to both halves
        assertThat(all.subList(0, 9)).containsExactly(5L, 4L, 1L, 0.0, 9.0, 9.0, 14.0, 2.8, 1.0);
        assertThat(all.subList(10, 15)).containsExactly(0.0, 1.0, 1.0, 3.0, 2.0);
        assertThat((double) all.get(15)).isCloseTo((double) all.get(9) / 2.8, within(1e-12));
    }

    @Test
    void textsAreDescribedByTheirValuesAndLengthsAndAnEmptyOneIsAValueOfLengthZero() {
        Table table = table("field", "kind", "by", "floor");
        assertThat(table.columns())
                .extracting(Table.Column::key)
                .containsExactly(
                        "floor",
                        "count",
                        "unique",
                        "empty",
                        "filled",
                        "min",
                        "max",
                        "min_length",
                        "max_length",
                        "mean_length");
        assertThat(table.rows().get(0)).containsExactly(1, 4L, 3L, 1L, 3L, "a", "bcd", 0L, 3L, 1.25);
    }

    @Test
    void datesAreDescribedByTheFirstAndTheLast() {
        Layers visits = Layers.of("visits", null, "on:Date")
                .row(LocalDate.of(2024, 3, 1))
                .row((Object) null)
                .row(LocalDate.of(2023, 12, 31))
                .row(LocalDate.of(2024, 3, 1));
        Table table =
                ((Output.Rows) Layers.run("statistics", Map.of("features", visits.data()), "field", "on")).table();
        assertThat(table.columns())
                .extracting(Table.Column::key)
                .containsExactly("count", "unique", "empty", "filled", "min", "max");
        assertThat(table.rows())
                .containsExactly(List.of(4L, 3L, 1L, 3L, LocalDate.of(2023, 12, 31), LocalDate.of(2024, 3, 1)));
    }
}
