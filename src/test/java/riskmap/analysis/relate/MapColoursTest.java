package riskmap.analysis.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.data.LayerData;

/** Areas told apart by colours, and features grouped by time as well as place. */
class MapColoursTest {
    private static final int SIDE = 6;

    private static LayerData chessboard() {
        List<String> squares = new ArrayList<>();
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                squares.add("POLYGON((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))"
                        .formatted(x, y, x + 1, y + 1));
            }
        }
        squares.add(null);
        return Layers.areas(squares.toArray(String[]::new));
    }

    @Test
    void noTwoAreasThatMeetHaveTheSameColourHoweverColoursAreBalanced() {
        for (String balance : new String[] {"count", "area", "distance"}) {
            for (int apart = 0; apart < 2; apart++) {
                List<Object> colours = column(
                        run(
                                "map-colours",
                                Map.of("features", chessboard()),
                                "balance",
                                balance,
                                "apart",
                                String.valueOf(apart * 0.5),
                                "least",
                                "2"),
                        "color_id");
                for (int one = 0; one < SIDE * SIDE; one++) {
                    for (int other = 0; other < one; other++) {
                        boolean meet =
                                Math.abs(one / SIDE - other / SIDE) <= 1 && Math.abs(one % SIDE - other % SIDE) <= 1;
                        if (meet) {
                            assertThat(colours.get(one)).isNotEqualTo(colours.get(other));
                        }
                    }
                }
                assertThat(colours.get(SIDE * SIDE)).isNull();
                assertThat(colours.subList(0, SIDE * SIDE))
                        .allMatch(colour -> (Long) colour >= 1 && (Long) colour <= 8);
            }
        }
    }

    @Test
    void eventsAtOnePlaceAreApartWhereTheyHappenedFarApartInTime() {
        Layers events = Layers.of("events", Point.class, "on:Date");
        for (int day : new int[] {1, 2, 3, 20, 21, 22}) {
            events.row("POINT(0 " + day % 3 + ")", LocalDate.of(2024, 6, day));
        }
        events.row("POINT(0 0)", null);
        Map<String, LayerData> layer = Map.of("features", events.data());
        List<Object> byPlace = column(run("dbscan", layer, "least", "3", "within", "5"), "CLUSTER_ID");
        assertThat(byPlace).containsOnly(1L);
        Output both = run(
                "dbscan", layer, "least", "3", "within", "5", "time", "on", "within-time", "2", "time-unit", "days");
        assertThat(column(both, "CLUSTER_ID")).containsExactly(1L, 1L, 1L, 2L, 2L, 2L, null);
        assertThat(column(
                        run(
                                "dbscan",
                                layer,
                                "least",
                                "3",
                                "within",
                                "5",
                                "time",
                                "on",
                                "within-time",
                                "23",
                                "time-unit",
                                "hours"),
                        "CLUSTER_ID"))
                .containsOnlyNulls();
    }

    @Test
    void timesWrittenAsTextsAreReadWithTheirZones() {
        Layers calls = Layers.of("calls", Point.class, "at:String")
                .row("POINT(0 0)", "2024-06-01 08:00:00")
                .row("POINT(0 0)", "2024-06-01T16:30:00+08:00")
                .row("POINT(0 0)", "2024/06/01")
                .row("POINT(0 0)", "no time");
        assertThat(column(
                        run(
                                "dbscan",
                                Map.of("features", calls.data()),
                                "least",
                                "2",
                                "time",
                                "at",
                                "within-time",
                                "30",
                                "time-unit",
                                "minutes"),
                        "CLUSTER_ID"))
                .containsExactly(1L, 1L, null, null);
    }

    @Test
    void textsBecomeNumbersOnlyWhereTheyAreNumbers() {
        Layers table = Layers.of("t", null, "people:String");
        for (String text :
                new String[] {"1.5", " 12 ", "３％", "-2e3", "about 20", "1,5", "0x10", "", null, "1e999", "NaN"}) {
            table.row(text);
        }
        Output made = run("texts-to-numbers", Map.of("features", table.data()), "field", "people");
        assertThat(column(made, "people"))
                .containsExactly(1.5, 12.0, 0.03, -2000.0, null, null, null, null, null, null, null);
        assertThat(made.notes())
                .anyMatch(
                        note -> note.text().contains("about 20") && note.text().contains("5"));
    }
}
