package riskmap.analysis.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.data.LayerData;

/** Tools on the rows of a layer and on lines through its points; the answers are those of QGIS 3.22. */
class RowToolsTest {
    private static final Map<String, LayerData> TRACK = Map.of(
            "features",
            Layers.of("track", Point.class, "car:String", "minute:Integer")
                    .row("POINT(0 0)", "a", 3)
                    .row("POINT(5 0)", "b", 1)
                    .row("POINT(0 9)", "a", 1)
                    .row("POINT(7 7)", "c", null)
                    .row("POINT(0 4)", "a", 2)
                    .row(null, "b", 1)
                    .data());

    private static List<Object> column(Output output, String field) {
        return rows(output).stream().map(row -> row.getAttribute(field)).toList();
    }

    @Test
    void rowsComeInTheOrderOfAnExpressionAndEqualOnesAsTheyWere() {
        assertThat(column(run("order-rows", TRACK, "expression", "minute"), "car"))
                .containsExactly("b", "a", "b", "a", "a", "c");
        assertThat(column(
                        run("order-rows", TRACK, "expression", "minute", "order", "descending", "without", "first"),
                        "minute"))
                .containsExactly(null, 3, 2, 1, 1, 1);
        assertThat(shapes(run("order-rows", TRACK, "expression", "minute")).get(1))
                .isEqualTo(geometry("POINT(0 9)"));
    }

    @Test
    void everyValueOrCombinationOfValuesIsThereOnce() {
        assertThat(column(run("distinct-values", TRACK, "fields", "car"), "car"))
                .containsExactly("a", "b", "c");
        assertThat(rows(run("distinct-values", TRACK)))
                .extracting(row -> row.getAttributes())
                .contains(List.of("b", 1), Arrays.asList("c", null))
                .hasSize(5);
    }

    @Test
    void featuresAlikeInSomeFieldsAreDuplicatesOfTheFirst() {
        assertThat(column(run("delete-duplicates", TRACK, "by", "car"), "minute"))
                .containsExactly(3, 1, null);
        assertThat(column(run("delete-duplicates", TRACK, "by", "car", "give", "duplicates"), "minute"))
                .containsExactly(1, 2, 1);
        assertThat(rows(run("delete-duplicates", TRACK, "give", "duplicates"))).isEmpty();
    }

    @Test
    void pointsAreJoinedInTheirOrderAndASinglePointIsTold() {
        Output paths = run("points-to-path", TRACK, "order", "minute", "by", "car");
        assertThat(shapes(paths)).containsExactly(geometry("LINESTRING(0 9, 0 4, 0 0)"));
        assertThat(rows(paths).get(0).getAttributes().subList(1, 4)).containsExactly("a", 1, 3);
        assertThat(paths.notes()).extracting(Message::key).contains("analysis.note-single-points");
        assertThat(shapes(run("points-to-path", TRACK, "close", "true")).get(0).getNumPoints())
                .isEqualTo(6);
    }

    @Test
    void pointsAreJoinedInTheOrderOfAnExpressionAndNumbersInTextsCountBySize() {
        Output back = run("points-to-path", TRACK, "order", "0 - minute", "by", "strToUpperCase(car)");
        assertThat(shapes(back)).containsExactly(geometry("LINESTRING(0 0, 0 4, 0 9)"));
        assertThat(rows(back).get(0).getAttributes().subList(1, 4)).containsExactly("A", "-3", "-1");
        Map<String, LayerData> stones = Map.of(
                "features",
                Layers.of("stones", Point.class, "stone:String")
                        .row("POINT(0 10)", "km 10")
                        .row("POINT(0 9)", "km 9")
                        .row("POINT(0 100)", "km 100")
                        .data());
        assertThat(shapes(run("points-to-path", stones, "order", "stone", "natural", "true")))
                .containsExactly(geometry("LINESTRING(0 9, 0 10, 0 100)"));
        assertThat(shapes(run("points-to-path", stones, "order", "stone")))
                .containsExactly(geometry("LINESTRING(0 10, 0 100, 0 9)"));
    }

    @Test
    void linesAreCutIntoPiecesAndNothingIsLost() {
        Map<String, LayerData> lines = Map.of(
                "features",
                Layers.of("l", MultiLineString.class, "id:Integer")
                        .row("MULTILINESTRING((0 0, 3 0, 3 1), (9 9, 9 8))", 1)
                        .row(null, 2)
                        .data());
        Output cut = run("split-lines-by-length", lines, "length", "2");
        assertThat(shapes(cut))
                .containsExactly(
                        geometry("LINESTRING(0 0, 2 0)"),
                        geometry("LINESTRING(2 0, 3 0, 3 1)"),
                        geometry("LINESTRING(9 9, 9 8)"),
                        null);
        assertThat(column(cut, "id")).containsExactly(1, 1, 1, 2);
        assertThat(shapes(run("split-lines-by-length", lines, "length", "0.1"))).hasSize(51);
    }
}
