package riskmap.analysis.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;

/** Expressions of QGIS; what is expected is what QGIS 3.22 makes of them. */
class QgisCallTest {
    private static final LayerData TOWNS = Layers.of(
                    "towns", Polygon.class, "name:String", "people:Integer", "share:Double")
            .row("POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))", "it's", 33, 2.5)
            .row("POLYGON((10 0, 12 0, 12 2, 10 2, 10 0))", "Li", -7, 0.0)
            .row(null, null, null, null)
            .data();

    private static final SimpleFeature FIRST = rows(run("select", Map.of("features", TOWNS), "where", "people = 33"))
            .get(0);

    private static Object worked(String expression) {
        return Reader.read(expression).of(new Scope(FIRST, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3;7",
                "(1 + 2) * 3;9",
                "7 / 2;3.5",
                "6 / 2;3",
                "7 // 2;3",
                "-7 // 2;-4",
                "-7 % 4;-3",
                "7.5 % 2;1.5",
                "2 ^ 3 ^ 2;64",
                "-2 ^ 2;4",
                "1 / 0;null",
                "'2' + 3;5",
                "'a' + 'b';ab",
                "'a' || 1 || NULL;null",
                "\"name\" || '!';it's!",
                "'it\\'s' = \"NAME\";true",
                "'x''y';x'y",
                "people > 5 AND NOT share < 1;true",
                "NULL AND false;false",
                "NULL OR 1;true",
                "NOT NULL;null",
                "NULL = NULL;null",
                "NULL IS NULL;true",
                "people IS NOT NULL;true",
                "3 IN (1, 2, 3);true",
                "3 NOT IN (1, 2);true",
                "3 IN (1, NULL);null",
                "'10' < '9';true",
                "10 < '9';false",
                "name LIKE 'it%';true",
                "name LIKE 'IT%';false",
                "name ILIKE 'IT_s';true",
                "name NOT LIKE 'x%';true",
                "name ~ '^i.';true",
                "people BETWEEN 1 AND 33;true",
                "CASE WHEN people < 0 THEN 'a' WHEN people > 30 THEN 'b' ELSE 'c' END;b",
                "CASE WHEN people < 0 THEN 1 END;null",
                "if(people > 5, 10, 20);10",
                "coalesce(NULL, 7);7",
                "round(2.5);3",
                "round(-2.5);-3",
                "round(44.126, 2);44.13",
                "abs(-2.5);2.5",
                "abs(-2);2",
                "sqrt(-1);null",
                "max(1, NULL, 5);5",
                "title('san josé');San José",
                "substr('abcd', 2, 2);bc",
                "left('abcd', 2);ab",
                "length('李村');2",
                "format_number(1234567.891, 1);1,234,567.9",
                "format('%1 of %2', 1, 'x');1 of x",
                "array(1, 'a')[-1];a",
                "array_length(string_to_array('a,b,c'));3",
                "array_to_string(array(1, 2), '-');1-2",
                "to_date('2020-05-04T10:00');2020-05-04",
                "$area;16",
                "$perimeter;16",
                "$length;null",
                "$x;2",
                "area($geometry) + perimeter(@geometry);32",
                "x_max($geometry) - x_min($geometry);4",
                "num_points($geometry);5",
                "geom_to_wkt(centroid($geometry), 2);Point (2 2)",
                "intersects($geometry, make_point(1, 1));true",
                "geom_to_wkt(translate(make_point(1, 2), 1.25, 0));Point (2.25 2)",
                "length(make_line(make_point(0, 0), make_point(3, 4)));5",
                "/* why */ 1 + 1;2"
            })
    void whatComesOfAnExpressionIsWhatQgisMakesOfIt(String expression, String expected) {
        Object value = worked(expression);
        assertThat(value == null ? "null" : Values.text(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 +",
                "(1",
                "nothing_like_it(1)",
                "@project_path",
                "env('HOME')",
                "sqrt()",
                "\"a",
                "1 2",
                "CASE END",
                "a NOT b",
                "left('x')"
            })
    void whatCannotBeReadOrIsNotThereIsSaidBeforeAnyRowIsRead(String expression) {
        String ecql = "qgis_true('" + expression.replace("'", "''") + "') = true";
        assertThatThrownBy(() -> run("select", Map.of("features", TOWNS), "where", ecql))
                .isInstanceOfSatisfying(RiskMapException.class, problem -> assertThat(
                                problem.userMessage().key())
                        .isIn(
                                "analysis.qgis-unreadable",
                                "analysis.qgis-unknown",
                                "analysis.function-unknown",
                                "analysis.qgis-arguments"));
    }

    @Test
    void threeThousandBracketsAreRefusedByASentence() {
        assertThatThrownBy(() -> Reader.read("(".repeat(3000) + "1" + ")".repeat(3000)))
                .isInstanceOf(RiskMapException.class);
        assertThatThrownBy(() -> Reader.read("NOT ".repeat(30_000) + "1")).isInstanceOf(RiskMapException.class);
        assertThatThrownBy(() -> Reader.read("-".repeat(3000).replace("-", "- ") + "1"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void aggregatesAreOfAllRowsOrOfThoseOfAGroup() {
        Map<String, LayerData> layer = Map.of("features", TOWNS);
        assertThat(column(run("calculate-field", layer, "field", "t", "expression", "qgis('sum(people)')"), "t"))
                .containsExactly(26.0, 26.0, 26.0);
        assertThat(column(
                        run(
                                "calculate-field",
                                layer,
                                "field",
                                "t",
                                "type",
                                "text",
                                "expression",
                                "qgis('concatenate(name, concatenator:='','', filter:=people < 50)')"),
                        "t"))
                .containsExactly("it's,Li", "it's,Li", "it's,Li");
        assertThat(column(
                        run(
                                "calculate-field",
                                layer,
                                "field",
                                "t",
                                "expression",
                                "qgis('maximum(share, group_by:=people > 0)')"),
                        "t"))
                .isEqualTo(java.util.Arrays.asList(2.5, 0.0, null));
        assertThat(rows(run("select", layer, "where", "qgis_true('people < mean(people)') = true")))
                .hasSize(1);
    }

    @Test
    void rowsAreCountedFromOne() {
        Map<String, LayerData> layer = Map.of("features", TOWNS);
        assertThat(column(
                        run(
                                "calculate-field",
                                layer,
                                "field",
                                "t",
                                "expression",
                                "qgis('@row_number * 10', 'integer')"),
                        "t"))
                .extracting(number -> ((Number) number).intValue())
                .containsExactly(10, 20, 30);
    }

    @Test
    void aNumberForAFieldOfWholeNumbersIsRounded() {
        List<Object> halves = column(
                run(
                        "calculate-field",
                        Map.of("features", TOWNS),
                        "field",
                        "t",
                        "type",
                        "integer",
                        "expression",
                        "qgis('people / 2', 'integer')"),
                "t");
        assertThat(halves).isEqualTo(java.util.Arrays.asList(17L, -4L, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "surveyed > '2026-02-28';true",
                "surveyed = '2026-03-01';true",
                "surveyed < to_date('2026-03-02');true",
                "to_date('2026-03-01') = surveyed;true",
                "seen > '2026-03-01';true",
                "seen < '2026-03-01T09:00:00';false",
                "surveyed || '';2026-03-01",
                "seen || '';2026-03-01T10:30:00"
            })
    void daysAndMomentsAreComparedAndWrittenAsDates(String expression, String expected) {
        LayerData visits = Layers.of("visits", Polygon.class, "surveyed:java.sql.Date", "seen:java.sql.Timestamp")
                .row(null, Date.valueOf("2026-03-01"), Timestamp.valueOf("2026-03-01 10:30:00"))
                .data();
        SimpleFeature visit = rows(run("select", Map.of("features", visits), "where", "1 = 1"))
                .get(0);
        assertThat(String.valueOf(Reader.read(expression).of(new Scope(visit, null, null))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "9000000000000000000 + 9000000000000000000;1.8E19",
                "-9000000000000000000 - 9000000000000000000;-1.8E19",
                "4000000000 * 4000000000;1.6E19"
            })
    void wholeNumbersTooLargeToBeHeldAreNotTurnedIntoOthers(String expression, double expected) {
        assertThat(worked(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to_int('9999999999999999999')",
                "round(10 ^ 30)",
                "buffer(make_point(0, 0), 1, 100000000)",
                "geom_to_wkt(make_point(0, 0), 2000000000)",
                "make_polygon(geom_from_wkt('LINESTRING EMPTY'))",
                "make_polygon(geom_from_wkt('POINT(1 1)'))",
                "char(-5)"
            })
    void whatHasNoResultIsSaidInWordsAndMakesNoNumber(String expression) {
        assertThatThrownBy(() -> worked(expression))
                .isInstanceOfSatisfying(RiskMapException.class, problem -> assertThat(
                                problem.userMessage().text())
                        .doesNotContain("Index", "java", "LinearRing"));
    }

    @Test
    void infinityIsNoText() {
        assertThat(column(
                        run(
                                "calculate-field",
                                Map.of("features", TOWNS),
                                "field",
                                "x",
                                "type",
                                "text",
                                "expression",
                                "qgis('10 ^ 400', 'text')"),
                        "x"))
                .containsOnlyNulls();
    }
}
