package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;

/** Features with the same values become one, of any dimension, with statistics of their fields. */
class DissolveFeaturesTest {
    @Test
    void linesThatMeetEndToEndBecomeOneAndWhatTheyShareIsThereOnce() {
        Layers roads = Layers.of("road", LineString.class, "name:String")
                .row("LINESTRING(0 0, 10 0)", "north")
                .row("LINESTRING(10 0, 20 0)", "north")
                .row("LINESTRING(5 0, 15 0)", "north")
                .row("LINESTRING(0 5, 3 5)", "south");
        List<SimpleFeature> rows = rows(roads.data(), "by", "name");
        assertThat(rows).hasSize(2);
        assertThat(shape(rows, 0).getLength()).isEqualTo(20);
        assertThat(shape(rows, 0).getNumGeometries()).isEqualTo(1);
        assertThat(rows.get(0).getAttribute("count")).isEqualTo(3L);
        assertThat(shape(rows, 1).getLength()).isEqualTo(3);
    }

    @Test
    void pointsBecomeOneFeatureOfDistinctPlaces() {
        Layers wells = Layers.of("well", Point.class)
                .row("POINT(1 1)")
                .row("POINT(2 2)")
                .row("POINT(1 1)");
        List<SimpleFeature> rows = rows(wells.data());
        assertThat(rows).hasSize(1);
        assertThat(shape(rows, 0).getNumGeometries()).isEqualTo(2);
    }

    @Test
    void theFieldsOfAGroupAreDescribedWithoutTheirEmptyValues() {
        Layers fields = Layers.of("field", Polygon.class, "use:String", "yield:Double")
                .row("POLYGON((0 0, 1 0, 1 1, 0 0))", "rice", 2.0)
                .row("POLYGON((0 0, 1 1, 0 1, 0 0))", "rice", 5.0)
                .row("POLYGON((5 0, 6 0, 6 1, 5 0))", "rice", null)
                .row("POLYGON((9 0, 10 0, 10 1, 9 0))", "tea", null);
        List<SimpleFeature> rows = rows(fields.data(), "by", "use", "sum", "yield", "statistics", "yield");
        assertThat(rows.get(0).getAttribute("sum_yield")).isEqualTo(7.0);
        assertThat(rows.get(0).getAttribute("mean_yield")).isEqualTo(3.5);
        assertThat(rows.get(0).getAttribute("min_yield")).isEqualTo(2.0);
        assertThat(rows.get(0).getAttribute("max_yield")).isEqualTo(5.0);
        assertThat(rows.get(1).getAttribute("mean_yield")).isNull();
        assertThat(rows.get(1).getAttribute("max_yield")).isNull();
    }

    @Test
    void aTableCannotBeDissolvedAndIsTold() {
        LayerData table = Layers.of("stock", null, "n:Integer").row(1).data();
        assertThatThrownBy(() -> rows(table)).isInstanceOf(RiskMapException.class);
    }

    private static Geometry shape(List<SimpleFeature> rows, int row) {
        return (Geometry) rows.get(row).getDefaultGeometry();
    }

    private static List<SimpleFeature> rows(LayerData features, String... values) {
        return Layers.rows(Layers.run("dissolve", Map.of("features", features), values));
    }
}
