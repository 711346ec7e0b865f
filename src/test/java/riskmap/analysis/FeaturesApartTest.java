package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;

/** Features split by their texts, numbered by their values, joined by lines, and overlays of several layers. */
class FeaturesApartTest {
    @Test
    void aTextWithSeparatorsBecomesAFeatureForEachPart() {
        Layers layer = Layers.of("l", Point.class, "use:String", "n:Integer");
        layer.row("POINT(1 1)", "school;shelter", 1)
                .row("POINT(2 2)", null, 2)
                .row(null, "a;;b", 3)
                .row("POINT(4 4)", "clinic", 4);
        Map<String, LayerData> layers = Map.of("features", layer.data());
        Output made = run("split-by-text", layers, "field", "use");
        assertThat(column(made, "use")).containsExactly("school", "shelter", null, "a", "", "b", "clinic");
        assertThat(column(made, "n")).containsExactly(1, 1, 2, 3, 3, 3, 4);
        assertThat(shapes(made).get(1)).isEqualTo(geometry("POINT(1 1)"));
        assertThat(column(run("split-by-text", layers, "field", "use", "separator", "[h;]+", "pattern", "true"), "use"))
                .containsExactly("sc", "ool", "s", "elter", null, "a", "b", "clinic");
        // a dot is a dot unless it is a pattern
        assertThat(column(run("split-by-text", layers, "field", "use", "separator", "."), "use"))
                .hasSize(4);
    }

    @Test
    void aNumberIsTakenApartAsATextIsAndItsFieldIsOneOfTexts() {
        Layers layer = Layers.of("l", Point.class, "code:Double", "n:Integer");
        layer.row("POINT(1 1)", 12.5, 1).row("POINT(2 2)", 7.0, 2).row(null, null, 3);
        Map<String, LayerData> layers = Map.of("features", layer.data());
        Output made = run("split-by-text", layers, "field", "code", "separator", ".");
        assertThat(column(made, "code")).containsExactly("12", "5", "7", null);
        assertThat(column(made, "n")).containsExactly(1, 1, 2, 3);
    }

    @Test
    void eachValueHasANumberInTheOrderTheyFirstCome() {
        Layers layer = Layers.of("l", Point.class, "kind:String");
        layer.row("POINT(1 1)", "b").row("POINT(1 1)", "a").row(null, null).row("POINT(1 1)", "b");
        Map<String, LayerData> layers = Map.of("features", layer.data());
        assertThat(column(run("number-classes", layers, "by", "kind"), "number"))
                .containsExactly(0L, 1L, 2L, 0L);
        Output list = run("number-classes", layers, "by", "kind", "give", "classes");
        assertThat(column(list, "kind")).containsExactly("b", "a", null);
        assertThat(column(list, "number")).containsExactly(0L, 1L, 2L);
    }

    @Test
    void linesLeadToTheNearestPlacesOrTheirCentroids() {
        Layers villages = Layers.of("v", Point.class, "name:String");
        villages.row("POINT(0 0)", "near").row("POINT(99000 0)", "far").row(null, "nowhere");
        Layers shelters = Layers.of("s", Polygon.class, "name:String");
        shelters.row("POLYGON((10 -5, 20 -5, 20 5, 10 5, 10 -5))", "east")
                .row("POLYGON((-40 -5, -30 -5, -30 5, -40 5, -40 -5))", "west");
        Map<String, LayerData> layers = Map.of("features", villages.data(), "others", shelters.data());
        Output one = run("lines-to-nearest", layers);
        assertThat(shapes(one)).containsExactly(geometry("LINESTRING(0 0, 10 0)"));
        assertThat(rows(one).get(0).getAttributes().subList(1, 4)).containsExactly("near", "east", 10.0);
        assertThat(one.notes()).anySatisfy(note -> assertThat(note.text()).contains("2"));
        Output two = run("lines-to-nearest", layers, "neighbours", "2", "to", "centroid");
        assertThat(column(two, "distance")).containsExactly(15.0, 35.0);
    }

    @Test
    void severalLayersHaveInCommonWhatAllOfThemCoverAndAreaIsKept() {
        Map<String, LayerData> layers = Map.of(
                "features", box("a", 0, 0, 10, 10),
                "areas", box("b", 2, 0, 12, 10),
                "second", box("c", 0, 4, 20, 20));
        Output common = run("overlay-several", layers);
        assertThat(shapes(common)).hasSize(1);
        assertThat(shapes(common).get(0).getArea()).isEqualTo(8 * 6);
        assertThat(rows(common).get(0).getAttributes().subList(1, 4)).containsExactly("a", "b", "c");
        assertThat(column(common, "name_3")).containsExactly("c");
        Output all = run("overlay-several", layers, "keep", "all");
        assertThat(shapes(all).stream().mapToDouble(Geometry::getArea).sum()).isEqualTo(12 * 10 + 20 * 16 - 12 * 6);
        Output rest = run("overlay-several", layers, "keep", "rest");
        assertThat(shapes(rest).stream().mapToDouble(Geometry::getArea).sum()).isEqualTo(2 * 4);
    }

    @Test
    void layersThatOverlapThemselvesAreRefusedBeforeTheirPiecesAreTooMany() {
        Map<String, LayerData> layers = new HashMap<>();
        for (String layer : List.of("features", "areas", "second")) {
            Layers heap = Layers.of(layer, Polygon.class, "name:String");
            for (int i = 0; i < 150; i++) {
                heap.row("POLYGON((0 0, 1%1$03d 0, 1%1$03d 1000, 0 1000, 0 0))".formatted(i), "n" + i);
            }
            layers.put(layer, heap.data());
        }
        assertThatThrownBy(() -> run("overlay-several", layers))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        refused -> assertThat(refused.userMessage().text()).contains("22,500", "3,375,000", "second"));
        layers.put("second", box("c", 0, 4, 20, 20));
        assertThat(rows(run("overlay-several", layers))).hasSize(22500);
    }

    @Test
    void tenLayersAreOverlaidInOne() {
        Map<String, LayerData> layers = new HashMap<>(Map.of("features", box("a", 0, 0, 10, 10)));
        List<String> others =
                List.of("areas", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
        for (int i = 0; i < others.size(); i++) {
            layers.put(others.get(i), box(others.get(i), i, 0, 20, 20));
        }
        assertThat(shapes(run("overlay-several", layers)).get(0).getArea()).isEqualTo(10);
    }

    private static LayerData box(String name, int west, int south, int east, int north) {
        String wkt = "POLYGON((%d %d, %d %d, %d %d, %d %d, %d %d))"
                .formatted(west, south, east, south, east, north, west, north, west, south);
        return Layers.of(name, Polygon.class, "name:String").row(wkt, name).data();
    }
}
