package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Language;
import riskmap.data.LayerData;

/** A layer of all kinds of shapes: what cutting and joining leaves out of a row is said. */
class MixedShapesTest {
    private static final String MIXED =
            "GEOMETRYCOLLECTION(POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)), LINESTRING(1 1, 9 9), POINT(3 3))";

    private static List<String> notes(Output output) {
        return output.notes().stream().map(note -> note.text(Language.ENGLISH)).toList();
    }

    private static Layers layer(String... shapes) {
        Layers layer = Layers.of("sites", Geometry.class);
        for (String shape : shapes) {
            layer.row(shape);
        }
        return layer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"intersection", "identity", "union", "difference", "symmetrical-difference", "clip"})
    void overlaysTellHowManyRowsHavePartsThatTheyLeaveOut(String operation) {
        LayerData areas = Layers.areas("POLYGON((2 -1, 3 -1, 3 5, 2 5, 2 -1))");
        LayerData features = layer(MIXED, "POLYGON((5 0, 6 0, 6 1, 5 0))").data();
        Output output = Layers.run(operation, Map.of("features", features, "areas", areas));
        assertThat(notes(output)).anySatisfy(note -> assertThat(note).contains("1 of 2 rows", "lower dimension"));
        LayerData plain = Layers.areas("POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))");
        assertThat(notes(Layers.run(operation, Map.of("features", plain, "areas", areas))))
                .noneSatisfy(note -> assertThat(note).contains("lower dimension"));
    }

    /** Two squares of a collection that overlap by 2: legal each, 30 of ground together, not 32. */
    private static final String OVERLAPPING = "GEOMETRYCOLLECTION(POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)),"
            + " POLYGON((3 2, 7 2, 7 6, 3 6, 3 2)), LINESTRING(9 9, 12 12))";

    @ParameterizedTest
    @CsvSource({
        "intersection, 17",
        "identity, 30",
        "union, 97",
        "difference, 13",
        "symmetrical-difference, 80",
        "clip, 17",
        "overlay-several, 17"
    })
    void areasOfOneCollectionThatOverlapAreOnePlaceForOverlays(String operation, double area) {
        LayerData features = layer(OVERLAPPING).data();
        LayerData areas = layer("GEOMETRYCOLLECTION(POLYGON((-5 -5, 5 -5, 5 3, -5 3, -5 -5)),"
                        + " POLYGON((-5 -5, 5 -5, 5 3, -5 3, -5 -5)), POLYGON((1 1, 5 1, 5 4, 1 4, 1 1)))")
                .data();
        Output output = Layers.run(operation, Map.of("features", features, "areas", areas));
        assertThat(Layers.shapes(output).stream().mapToDouble(Geometry::getArea).sum())
                .isEqualTo(area);
        assertThat(notes(output)).anySatisfy(note -> assertThat(note).contains("1 of 1 rows", "repaired"));
    }

    @Test
    void sharesAndOverlapsTellHowManyRowsHavePartsThatCountForNothing() {
        LayerData areas = Layers.areas("POLYGON((2 -1, 3 -1, 3 5, 2 5, 2 -1))");
        LayerData features = layer(MIXED).data();
        for (Output output : List.of(
                Layers.run("overlap-analysis", Map.of("features", features, "areas", areas)),
                Layers.run(
                        "spatial-join",
                        Map.of("features", features, "areas", areas),
                        "rule",
                        "intersects",
                        "matches",
                        "largest"),
                Layers.run("count-in-zones", Map.of("features", features, "zones", areas), "rule", "area-share"))) {
            assertThat(notes(output)).anySatisfy(note -> assertThat(note).contains("1 of 1 rows", "lower dimension"));
        }
        assertThat(notes(Layers.run(
                        "count-in-zones", Map.of("features", features, "zones", areas), "rule", "intersects")))
                .noneSatisfy(note -> assertThat(note).contains("lower dimension"));
    }

    @Test
    void aFeatureThatAGapIsFilledWithKeepsItsLinesAndPoints() {
        LayerData features = layer(
                        "GEOMETRYCOLLECTION(POLYGON((-2 -2, 8 -2, 8 6, -2 6, -2 -2), (0 0, 6 0, 6 4, 0 4, 0 0)),"
                                + " LINESTRING(-5 -5, -4 -4), POINT(9 9))",
                        "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))")
                .data();
        List<Geometry> filled = Layers.shapes(Layers.run("fill-gaps", Map.of("features", features)));
        assertThat(filled.get(0).getArea() + filled.get(1).getArea()).isEqualTo(80);
        assertThat(filled.get(0).toText()).contains("LINESTRING (-5 -5, -4 -4)", "POINT (9 9)");
    }

    @Test
    void dissolvingTellsHowManyRowsHavePartsBesideTheAreasOfTheirGroup() {
        LayerData features = layer(MIXED, "LINESTRING(5 5, 9 5)", "POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))")
                .data();
        Output output = Layers.run("dissolve", Map.of("features", features));
        assertThat(Layers.shapes(output).get(0).getArea()).isEqualTo(32);
        assertThat(Layers.shapes(output).get(0).getLength()).isEqualTo(24);
        assertThat(notes(output)).anySatisfy(note -> assertThat(note).contains("2 of 3 rows", "lower dimension"));
    }

    @Test
    void linesAloneLoseNothingWhenDissolved() {
        LayerData roads = layer("LINESTRING(0 0, 5 0)", "LINESTRING(5 0, 9 5)").data();
        assertThat(notes(Layers.run("dissolve", Map.of("features", roads))))
                .noneSatisfy(note -> assertThat(note).contains("lower dimension"));
    }
}
