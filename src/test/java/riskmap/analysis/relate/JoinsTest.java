package riskmap.analysis.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.analysis.Layers.areas;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.points;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.data.LayerData;

/** What the joins make of the nearest, of several and of none. */
class JoinsTest {
    private static final String LEFT = "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))";

    @Test
    void theNearestSeveralComeInTheOrderOfTheirDistance() {
        Output output = run(
                "join-nearest",
                Map.of("features", points(0, 0), "others", points(3, 4, 0, 1, 0, -1, 100, 0)),
                "neighbours",
                "3",
                "greatest-distance",
                "50");
        assertThat(column(output, "distance")).containsExactly(1.0, 1.0, 5.0);
        assertThat(column(output, "id_2")).containsExactly(1, 2, 0);
        assertThat(column(output, "n")).containsExactly(1L, 2L, 3L);
        assertThat(output.notes()).extracting(note -> note.key()).contains("analysis.note-distance-metres");
    }

    @Test
    void theEndsOfTheDistanceToTheNearestAreGiven() {
        Output output = run("join-nearest", Map.of("features", points(15, 5), "others", areas(LEFT)));
        SimpleFeature row = rows(output).get(0);
        assertThat(List.of("n", "distance", "feature_x", "feature_y", "nearest_x", "nearest_y"))
                .extracting(row::getAttribute)
                .containsExactly(1L, 5.0, 15.0, 5.0, 10.0, 5.0);
    }

    /** The box around a feature, as wide as the nearest is far, must not leave it out by rounding. */
    @Test
    void noneIsLostWhereAllThatAreEquallyNearAreAskedFor() {
        Random random = new Random(7);
        double[] here = new double[600];
        double[] there = new double[600];
        for (int i = 0; i < here.length; i += 2) {
            // each has one neighbour, straight to the left of it and far from the others
            here[i] = 300_000 + 100_000 * random.nextDouble();
            here[i + 1] = 1_000_000 * i;
            there[i] = 30_000 * random.nextDouble();
            there[i + 1] = here[i + 1];
        }
        Output output = run(
                "join-nearest",
                Map.of("features", points(here), "others", points(there)),
                "ties",
                "every",
                "greatest-distance",
                "500000");
        assertThat(column(output, "id_2")).doesNotContainNull().hasSize(300);
    }

    @Test
    void whatHasNoMatchCanBeAllThatIsWanted() {
        LayerData spots = points(5, 5, 50, 50, 7, 7);
        Output apart = run("spatial-join", Map.of("features", spots, "areas", areas(LEFT)), "unmatched", "only");
        assertThat(column(apart, "id")).containsExactly(1);
        assertThat(rows(apart).get(0).getAttributeCount()).isEqualTo(2);
        Output far = run(
                "join-nearest",
                Map.of("features", spots, "others", areas(LEFT)),
                "unmatched",
                "only",
                "greatest-distance",
                "20");
        assertThat(column(far, "id")).containsExactly(1);
        LayerData keys = Layers.of("keys", null, "id:Integer", "note:String")
                .row(0, "x")
                .row(2, "y")
                .data();
        Output unknown =
                run("join-table", Map.of("features", spots, "table", keys), "field", "id", "unmatched", "only");
        assertThat(column(unknown, "id")).containsExactly(1);
        assertThat(rows(unknown).get(0).getAttributeCount()).isEqualTo(2);
    }

    @Test
    void allThatAreAsNearAsTheLastComeWhenAskedFor() {
        Map<String, LayerData> inputs = Map.of("features", points(0, 0), "others", points(3, 4, 0, 1, 0, -1, 100, 0));
        assertThat(column(run("join-nearest", inputs, "ties", "every"), "id_2")).containsExactly(1, 2);
        assertThat(column(run("join-nearest", inputs), "id_2")).containsExactly(1);
    }

    @Test
    void aSpatialJoinSumsUpWhatEachFeatureHolds() {
        LayerData points = Layers.of("p", Point.class, "people:Double", "kind:String")
                .row("POINT(1 1)", 4.0, "b")
                .row("POINT(2 2)", 1.0, "a")
                .row("POINT(3 3)", null, "a")
                .row("POINT(99 99)", 50.0, "z")
                .data();
        Map<String, LayerData> inputs =
                Map.of("features", areas(LEFT, "POLYGON((50 50, 60 50, 60 60, 50 50))"), "others", points);
        SimpleFeature full = rows(run("join-summary", inputs, "rule", "contains", "fields", "people,kind"))
                .get(0);
        assertThat(List.of("matches", "people_count", "people_sum", "people_mean", "people_min", "people_median"))
                .extracting(full::getAttribute)
                .containsExactly(3L, 2L, 5.0, 2.5, 1.0, 2.5);
        assertThat(List.of("people_empty", "people_stddev", "people_q1", "people_iqr"))
                .extracting(full::getAttribute)
                .containsExactly(1L, 1.5, 1.0, 3.0);
        assertThat(List.of("kind_count", "kind_unique", "kind_min", "kind_max"))
                .extracting(full::getAttribute)
                .containsExactly(3L, 2L, "a", "b");
        SimpleFeature empty =
                rows(run("join-summary", inputs, "fields", "people")).get(1);
        assertThat(empty.getAttribute("matches")).isEqualTo(0L);
        assertThat(empty.getAttribute("people_count")).isNull();
        assertThat(empty.getAttribute("people_sum")).isNull();
        SimpleFeature some = rows(run("join-summary", inputs, "fields", "*", "statistics", "max,unique"))
                .get(0);
        assertThat(some.getAttributes().subList(2, some.getAttributeCount())).containsExactly(3L, 2L, 4.0, 2L, "b");
        assertThat(rows(run("join-summary", inputs, "unmatched", "drop"))).hasSize(1);
    }

    @Test
    void noFeatureIsTheNearestOfItself() {
        LayerData all = points(0, 0, 3, 4, 0, 1);
        Output output = run("join-nearest", Map.of("features", all, "others", all));
        assertThat(column(output, "id_2")).containsExactly(2, 2, 0);
        assertThat(output.notes()).extracting(note -> note.key()).contains("analysis.note-not-itself");
    }
}
