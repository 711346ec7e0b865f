package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;

import java.util.Map;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Point;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;

/** Fields are found whatever their name: tables of offices have years, units and blanks in their headings. */
class FieldNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "人口", "a name", "2020年人口", "面积(km2)", "面积（亩）", "面积㎡", "m²", "率%", "a/b", "a.b", "a-b", "a:b", "№ 1",
                "#", "A&B", "x[1]", "it's", "count", "is null"
            })
    void conditionsAndCalculationsReadAFieldOfAnyName(String name) throws Exception {
        LayerData layer = new LayerData.Features(source(name));
        String quoted = '"' + name + '"';
        assertThat(rows(run("select", Map.of("features", layer), "where", quoted + " > 3")))
                .hasSize(2);
        assertThat(rows(run("select", Map.of("features", layer), "where", quoted + " IS NULL")))
                .hasSize(1);
        var doubled = rows(run(
                "calculate-field",
                Map.of("features", layer),
                "field",
                "doubled",
                "expression",
                quoted + " * 2",
                "type",
                "decimal"));
        assertThat(doubled).extracting(row -> row.getAttribute("doubled")).containsExactly(4.0, 8.0, null, 16.0);
        var condition = ECQL.toFilter(quoted + " > 3");
        assertThat(ECQL.toFilter(ECQL.toCQL(condition))).isEqualTo(condition);
    }

    @Test
    void aFieldWorkedOutIsTheOneTheLayerHasInOtherCapitals() {
        LayerData layer = new LayerData.Features(source("People"));
        Output output =
                run("calculate-field", Map.of("features", layer), "field", "PEOPLE", "expression", "people * 2");
        assertThat(rows(output)).extracting(row -> row.getAttribute("People")).containsExactly(4.0, 8.0, null, 16.0);
        assertThat(rows(output).get(0).getFeatureType().getAttributeCount()).isEqualTo(2);
        Output added = run(
                "calculate-field",
                Map.of("features", layer),
                "field",
                "PEOPLE",
                "expression",
                "people * 2",
                "new",
                "true");
        assertThat(rows(added)).extracting(row -> row.getAttribute("PEOPLE_2")).containsExactly(4.0, 8.0, null, 16.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"left(\"name\") = 'a'", "regexp_match(\"name\", '[') > 0", "regexp_substr(\"name\", '(') = 'a'"})
    void aFunctionCalledWronglyIsNamedBeforeAnyRowIsRead(String condition) {
        LayerData layer = new LayerData.Features(source("name"));
        assertThatThrownBy(() -> rows(run("select", Map.of("features", layer), "where", condition)))
                .isInstanceOfSatisfying(RiskMapException.class, problem -> assertThat(
                                problem.userMessage().key())
                        .isEqualTo(
                                condition.startsWith("regexp") ? "data.pattern-wrong" : "analysis.expression-wrong"));
    }

    @Test
    void aConditionMayNotReadTheSurroundings() {
        LayerData layer = new LayerData.Features(source("name"));
        assertThatThrownBy(() -> rows(run("select", Map.of("features", layer), "where", "env('home') = 'x'")))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        problem -> assertThat(problem.userMessage().key()).isEqualTo("analysis.function-unknown"));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource(
            delimiter = '|',
            value = {
                "n <> 4|3|2",
                "NOT (n = 4)|3|2",
                "NOT (n > 2 AND n < 8)|3|2",
                "NOT (n > 2 OR n = 2)|1|0",
                "n IS NULL OR n > 4|2|2",
                "NOT (n IN (2, 4))|2|1",
                "n NOT BETWEEN 2 AND 4|2|1"
            })
    void aComparisonWithoutAValueIsNotTrueWhereThatIsAskedFor(String condition, int usual, int sure) {
        Map<String, LayerData> layer = Map.of("features", new LayerData.Features(source("n")));
        assertThat(rows(run("select", layer, "where", condition))).hasSize(usual);
        assertThat(rows(run("select", layer, "where", condition, "empty", "unknown")))
                .hasSize(sure);
    }

    private static SimpleFeatureSource source(String name) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("table");
        builder.add("geom", Point.class, riskmap.geo.crs.Crs.of("EPSG:4550"));
        builder.nillable(true).add(name, Double.class);
        var type = builder.buildFeatureType();
        var rows = new org.geotools.data.collection.ListFeatureCollection(type);
        int id = 0;
        for (Double value : new Double[] {2.0, 4.0, null, 8.0}) {
            rows.add(SimpleFeatureBuilder.build(
                    type, new Object[] {Layers.geometry("POINT(" + id + " 0)"), value}, "t." + ++id));
        }
        return org.geotools.data.DataUtilities.source((org.geotools.data.simple.SimpleFeatureCollection) rows);
    }
}
