package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;

/** Rows of which expressions say the same become one; the answers are those of QGIS 3.22. */
class AggregateTest {
    private final LayerData villages = Layers.of(
                    "villages", Polygon.class, "town:String", "name:String", "people:Integer")
            .row("POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", "东", "a", 3)
            .row("POLYGON((5 0, 6 0, 6 1, 5 1, 5 0))", "西", "b", 10)
            .row("POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))", "东", "c", 4)
            .row(null, "东", "a", null)
            .row(null, null, "d;e", 7)
            .data();

    @Test
    void eachGroupHasItsShapesJoinedAndTheFieldsAskedFor() {
        Output made = run(
                "aggregate",
                Map.of("features", villages),
                "by",
                "town",
                "fields",
                "town = first(town); n:integer=count(people); \"人口;总\"=sum(people * 2); avg=mean(people);"
                        + " names=concatenate_unique(name, 、); all=concatenate(people, ';'); rows=array(name)");
        assertThat(shapes(made))
                .containsExactly(
                        geometry("MULTIPOLYGON(((0 0, 1 0, 2 0, 2 1, 1 1, 0 1, 0 0)))"),
                        geometry("MULTIPOLYGON(((5 0, 6 0, 6 1, 5 1, 5 0)))"),
                        null);
        assertThat(column(made, "town")).containsExactly("东", "西", null);
        assertThat(column(made, "n")).containsExactly(2L, 1L, 1L);
        assertThat(column(made, "人口;总")).containsExactly(14.0, 20.0, 14.0);
        assertThat(column(made, "avg")).containsExactly(3.5, 10.0, 7.0);
        assertThat(column(made, "names")).containsExactly("a、c", "b", "d;e");
        assertThat(column(made, "all")).containsExactly("3;4;", "10", "7");
        assertThat(column(made, "rows")).containsExactly("[\"a\",\"c\",\"a\"]", "[\"b\"]", "[\"d;e\"]");
    }

    @Test
    void theCommonestAndTheRarestTextOfAGroupAreKnown() {
        LayerData places = Layers.of("places", null, "town:String", "use:String")
                .row("东", "住宅")
                .row("东", "商业")
                .row("东", "住宅")
                .row("东", null)
                .row("西", "b")
                .row("西", "a")
                .row("北", null)
                .data();
        Output made = run(
                "aggregate",
                Map.of("features", places),
                "by",
                "town",
                "fields",
                "most=majority(use);least=minority(use)");
        assertThat(column(made, "most")).containsExactly("住宅", "a", null);
        assertThat(column(made, "least")).containsExactly("商业", "a", null);
    }

    @Test
    void severalExpressionsMakeFinerGroupsAndNoneMakesOne() {
        Output finer = run("aggregate", Map.of("features", villages), "by", "town, name", "fields", "x=last(people)");
        assertThat(column(finer, "x")).containsExactly(null, 10, 4, 7);
        Output one = run("aggregate", Map.of("features", villages), "fields", "s=sum(people);r:integer=mean(people)");
        assertThat(column(one, "s")).containsExactly(24.0);
        assertThat(column(one, "r")).containsExactly(6L);
        // the squares around the mean of 6 are 30 in all
        Output spread =
                run("aggregate", Map.of("features", villages), "fields", "a=stddev(people); b=stddev_sample(people)");
        assertThat(column(spread, "a")).containsExactly(Math.sqrt(7.5));
        assertThat((Double) column(spread, "b").get(0)).isCloseTo(Math.sqrt(10), within(1e-12));
        Output halves = run("aggregate", Map.of("features", villages), "by", "people > 5", "fields", "s=sum(people)");
        // whether the village without a number has more than five is not known: a group of its own, as in QGIS
        assertThat(column(halves, "s")).containsExactly(7.0, 17.0, 0.0);
    }

    @Test
    void whatCannotBeWorkedOutIsSaid() {
        Map<String, LayerData> features = Map.of("features", villages);
        assertThatThrownBy(() -> run("aggregate", features, "fields", "s=sum(name)"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("sum");
        assertThatThrownBy(() -> run("aggregate", features, "fields", "s=total(people)"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("total");
        assertThatThrownBy(() -> run("aggregate", features, "fields", "people"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("people");
        assertThatThrownBy(() -> run("aggregate", features, "fields", "s:integer=first(name)"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("integer");
        LayerData table = Layers.of("t", null, "a:Integer").row(1).data();
        assertThat(column(run("aggregate", Map.of("features", table)), "count")).containsExactly(1L);
        assertThat(column(run("aggregate", Map.of("features", table), "fields", "m=max(a)"), "m"))
                .containsExactly(1.0);
    }
}
