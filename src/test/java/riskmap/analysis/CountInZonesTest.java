package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Language;
import riskmap.data.LayerData;

class CountInZonesTest {
    private static final Layers ZONES = Layers.of("zones", Polygon.class)
            .row("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))")
            .row("POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");

    /** Its two parts overlap in a third of what they measure together: it lies whole in the first zone all the same. */
    @Test
    void anAreaWhosePartsOverlapCountsWholeInTheZoneItLiesIn() {
        Layers areas = Layers.of("areas", MultiPolygon.class, "people:Integer")
                .row("MULTIPOLYGON (((1 1, 5 1, 5 2, 1 2, 1 1)), ((3 1, 5 1, 5 2, 3 2, 3 1)))", 12)
                .row("MULTIPOLYGON (((8 4, 12 4, 12 5, 8 5, 8 4)), ((8 4, 10 4, 10 5, 8 5, 8 4)))", 8);
        Output output = Layers.run(
                "count-in-zones",
                Map.of("zones", ZONES.data(), "features", areas.data()),
                "rule",
                "area-share",
                "sum",
                "people");
        assertThat(Layers.rows(output))
                .extracting(row -> row.getAttribute("sum_people"))
                .containsExactly(16.0, 4.0);
        assertThat(output.notes()).anyMatch(note -> note.key().equals("analysis.note-repaired"));
    }

    private static List<String> told(Layers zones, Layers areas) {
        Map<String, LayerData> inputs = Map.of("zones", zones.data(), "features", areas.data());
        return Layers.run("count-in-zones", inputs, "rule", "area-share").notes().stream()
                .map(note -> note.text(Language.CHINESE))
                .toList();
    }

    /** It had said “inside 2 + outside 0” of two features of which a quarter and a half lie outside all zones. */
    @Test
    void byShareTheConservationIsThatOfTheShares() {
        Layers areas = Layers.of("areas", Polygon.class, "name:String")
                .row("POLYGON ((17 1, 21 1, 21 2, 17 2, 17 1))", "a")
                .row("POLYGON ((8 9, 12 9, 12 11, 8 11, 8 9))", "b")
                .row(null, "c");
        assertThat(told(ZONES, areas)).contains("守恒：区内 1.25 + 区外 0.75 + 无几何 1 = 图层总数 3");
        assertThat(told(ZONES, areas)).noneMatch(text -> text.contains("各计一次"));
        Layers overlapping = Layers.of("zones", Polygon.class)
                .row("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))")
                .row("POLYGON ((9 0, 20 0, 20 10, 9 10, 9 0))");
        assertThat(told(overlapping, Layers.of("areas", Polygon.class).row("POLYGON ((8 1, 12 1, 12 2, 8 2, 8 1))")))
                .contains("守恒：区内 1 + 区外 0 + 无几何 0 = 图层总数 1", "1 个要素有一部分同时位于几个重叠的分区，这部分在每个区各计一次");
    }

    /** A point inside the first zone, one on the common boundary, one on the outer boundary of the second, one outside. */
    @ParameterizedTest
    @CsvSource({"centroid-within,2,1", "within,1,0", "intersects,2,2"})
    void aPointOnABoundaryCountsAsTheRuleSays(String rule, long first, long second) {
        List<String> places = List.of("(5 5)", "(10 5)", "(20 5)", "(30 5)");
        for (Class<? extends Geometry> type : List.of(Point.class, MultiPoint.class)) {
            Layers points = Layers.of("points", type);
            places.forEach(place -> points.row((type == Point.class ? "POINT " : "MULTIPOINT ") + place));
            Output output = Layers.run(
                    "count-in-zones", Map.of("zones", ZONES.data(), "features", points.data()), "rule", rule);
            assertThat(Layers.rows(output))
                    .as(type.getSimpleName())
                    .extracting(row -> row.getAttribute("count"))
                    .containsExactly(first, second);
        }
    }
}
