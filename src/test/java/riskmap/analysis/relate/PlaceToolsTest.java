package riskmap.analysis.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.points;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

/** Tools on how features lie to each other; the answers are those of QGIS 3.22 for the same points. */
class PlaceToolsTest {
    private static LayerData shelters() {
        return Layers.of("shelters", Point.class, "name:String", "beds:Double")
                .row("POINT(0 0)", "a", 1.0)
                .row("POINT(3 4)", "b", 3.0)
                .row(null, "none", 5.0)
                .row("POINT(0 10)", "c", null)
                .data();
    }

    private static List<List<Object>> values(Output output) {
        return rows(output).stream()
                .map(row -> row.getAttributes().subList(1, row.getAttributeCount()))
                .toList();
    }

    @Test
    void distancesOfALayerToItselfAreThoseToTheOthers() {
        Map<String, LayerData> both = Map.of("features", shelters(), "others", shelters());
        assertThat(values(run("distance-matrix", both, "name", "name", "other-name", "name", "nearest", "1")))
                .containsExactly(List.of("a", "b", 5.0), List.of("b", "a", 5.0), List.of("c", "b", Math.sqrt(45)));
        assertThat(shapes(run("distance-matrix", both)).get(0)).isEqualTo(geometry("MULTIPOINT(0 0, 3 4)"));
        Output table = run("distance-matrix", both, "name", "name", "other-name", "name", "form", "table");
        assertThat(values(table).get(0)).containsExactly("a", 0.0, 5.0, 10.0);
        assertThat(values(table).get(2)).containsExactly("none", null, null, null);
        Output summary = run("distance-matrix", both, "name", "name", "form", "summary");
        assertThat(values(summary).get(0)).containsExactly("a", 7.5, 2.5, 5.0, 10.0);
        assertThat(values(summary).get(2)).containsExactly("none", null, null, null, null);
    }

    @Test
    void distancesInMetresNeedMetres() {
        LayerData degrees = Layers.of("p", Crs.of("EPSG:4490"), Point.class)
                .row("POINT(122 37)")
                .data();
        Map<String, LayerData> both = Map.of("features", degrees, "others", shelters());
        assertThatThrownBy(() -> run("distance-matrix", both))
                .isInstanceOf(RiskMapException.class)
                .hasMessageStartingWith("analysis.crs-in-degrees");
        assertThat(values(run("distance-matrix", both, "unit", "layer"))).hasSize(3);
    }

    @Test
    void theMeanPlaceCountsEveryFeatureWithItsWeight() {
        Map<String, LayerData> layer = Map.of("features", shelters());
        assertThat(values(run("mean-coordinates", layer))).containsExactly(List.of(1.0, 14 / 3.0));
        assertThat(values(run("mean-coordinates", layer, "weight", "beds"))).containsExactly(List.of(2.25, 3.0));
        assertThat(values(run("mean-coordinates", layer, "by", "name"))).hasSize(3);
        LayerData negative =
                Layers.of("n", Point.class, "w:Double").row("POINT(0 0)", -1.0).data();
        assertThatThrownBy(() -> run("mean-coordinates", Map.of("features", negative), "weight", "w"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageStartingWith("analysis.weight-negative");
    }

    private static List<Object> groups(String tool, String... values) {
        Layers points = Layers.of("p", Point.class);
        for (String place : List.of("0 0", "1 0", "0 1", "20 20", "21 20", "20 21", "50 0")) {
            points.row("POINT(" + place + ")");
        }
        return rows(run(tool, Map.of("features", points.row((Object) null).data()), values)).stream()
                .map(row -> row.getAttribute("CLUSTER_ID"))
                .toList();
    }

    @Test
    void placesAreGroupedByAsManyGroupsAsAskedForOrByHowCloseTheyLie() {
        assertThat(groups("k-means", "groups", "3")).containsExactly(1L, 1L, 1L, 2L, 2L, 2L, 0L, null);
        assertThat(groups("k-means", "groups", "1")).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, null);
        assertThat(groups("dbscan", "least", "3", "within", "1.2")).containsExactly(1L, 1L, 1L, 2L, 2L, 2L, null, null);
        assertThat(groups("dbscan", "least", "3", "within", "1.2", "core-only", "true"))
                .containsExactly(1L, null, null, 2L, null, null, null, null);
        assertThat(groups("dbscan", "least", "4", "within", "1.2")).containsOnlyNulls();
    }

    @Test
    void theMeanOfAWideLayerIsExact() {
        Layers points = Layers.of("p", Point.class);
        for (int i = 0; i < 1000; i++) {
            points.row("POINT(" + (4.5e5 + i) + " 4.1e6)");
        }
        assertThat(shapes(run("mean-coordinates", Map.of("features", points.data())))
                        .get(0)
                        .getCoordinate()
                        .x)
                .isCloseTo(450499.5, within(1e-6));
    }

    @Test
    void theNearestOfTheMatrixAreThoseOfAllItsPairs() {
        double[] places =
                new java.util.Random(7).ints(160, 0, 12).asDoubleStream().toArray();
        LayerData one = points(places);
        LayerData other = points(java.util.Arrays.copyOfRange(places, 40, 130));
        for (LayerData target : List.of(one, other)) {
            Map<String, LayerData> layers = Map.of("features", one, "others", target);
            List<SimpleFeature> all = rows(run("distance-matrix", layers, "name", "id", "other-name", "id"));
            for (int nearest : new int[] {1, 3, 1000}) {
                Output few = run("distance-matrix", layers, "name", "id", "other-name", "id", "nearest", "" + nearest);
                Map<Object, Integer> seen = new java.util.HashMap<>();
                List<Object> expected = new java.util.ArrayList<>();
                for (SimpleFeature pair : all) {
                    if (seen.merge(pair.getAttribute("InputID"), 1, Integer::sum) <= nearest) {
                        expected.add(pair.getAttributes().subList(1, 4));
                    }
                }
                assertThat(rows(few).stream()
                                .map(row -> (Object) row.getAttributes().subList(1, 4)))
                        .containsExactlyElementsOf(expected);
            }
        }
        LayerData lone = points(1, 1);
        assertThat(rows(run("distance-matrix", Map.of("features", lone, "others", lone), "nearest", "5")))
                .isEmpty();
    }

    @Test
    @Timeout(60)
    void theNearestOfVeryManyAreFoundWithoutMeasuringEachPair() {
        // 1.6 thousand million pairs: minutes, were each measured
        double[] places = new java.util.Random(8).doubles(80_000, 0, 1e5).toArray();
        LayerData many = points(places);
        assertThat(rows(run("distance-matrix", Map.of("features", many, "others", many), "nearest", "2")))
                .hasSize(80_000);
    }
}
