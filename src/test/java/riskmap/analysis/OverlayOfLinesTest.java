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
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;

/** Layers laid over lines and points, as calls by QGIS's names do: what stays is of the shape of the features. */
class OverlayOfLinesTest {
    private static final LayerData ROADS = Layers.of("roads", LineString.class, "road:String")
            .row("LINESTRING(0 0, 10 10)", "diagonal")
            .row("LINESTRING(0 5, 10 5)", "east")
            .row("LINESTRING(30 30, 40 40)", "far")
            .data();
    private static final LayerData RIVERS = Layers.of("rivers", LineString.class, "river:String")
            .row("LINESTRING(5 5, 15 5)", "along")
            .row("LINESTRING(3 0, 3 10)", "across")
            .data();
    private static final LayerData POSTS = Layers.of("posts", Point.class, "post:String")
            .row("POINT(5 5)", "on the crossing")
            .row("POINT(20 20)", "apart")
            .data();
    private static final LayerData FIELDS = Layers.of("fields", Polygon.class, "field:String")
            .row("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))", "field")
            .data();

    private static List<String> run(String tool, LayerData features, LayerData areas) {
        Operation operation = Operations.byId(tool);
        Output.Features made = (Output.Features) operation.run(
                new Inputs(Map.of("features", features, "areas", areas)),
                ParameterValues.of(operation.parameters(), Map.of()),
                Progress.silent());
        return Layers.list(made.features()).stream()
                .map(OverlayOfLinesTest::text)
                .toList();
    }

    private static String text(SimpleFeature row) {
        List<Object> values = row.getAttributes().subList(1, row.getAttributeCount());
        Geometry shape = (Geometry) row.getDefaultGeometry();
        return values + " " + (shape == null ? null : shape.norm().toText());
    }

    @Test
    void linesHaveTheStretchesInCommonThatRunAlongEachOther() {
        assertThat(run("intersection", ROADS, RIVERS)).containsExactly("[east, along] MULTILINESTRING ((5 5, 10 5))");
        assertThat(run("clip", ROADS, RIVERS)).containsExactly("[east] MULTILINESTRING ((5 5, 10 5))");
    }

    @Test
    void whatIsLeftOfLinesIsCutWhereOthersCross() {
        assertThat(run("difference", ROADS, RIVERS))
                .containsExactly(
                        "[diagonal] MULTILINESTRING ((0 0, 3 3), (3 3, 5 5), (5 5, 10 10))",
                        "[east] MULTILINESTRING ((0 5, 3 5), (3 5, 5 5))",
                        "[far] MULTILINESTRING ((30 30, 40 40))");
        assertThat(run("union", ROADS, RIVERS))
                .hasSize(6)
                .contains(
                        "[east, along] MULTILINESTRING ((5 5, 10 5))", "[null, along] MULTILINESTRING ((10 5, 15 5))");
    }

    @Test
    void pointsLieOnLinesAndAreasHaveNoPartThatIsALine() {
        assertThat(run("intersection", POSTS, ROADS))
                .containsExactly(
                        "[on the crossing, diagonal] MULTIPOINT ((5 5))", "[on the crossing, east] MULTIPOINT ((5 5))");
        assertThat(run("difference", POSTS, ROADS)).containsExactly("[apart] MULTIPOINT ((20 20))");
        assertThat(run("intersection", FIELDS, ROADS)).isEmpty();
        assertThat(run("clip", FIELDS, ROADS)).isEmpty();
        assertThat(run("difference", FIELDS, POSTS)).hasSize(1);
    }

    @Test
    void whatIsLeftOfBothGoesIntoOneLayerOnlyWhereBothHaveOneShape() {
        for (String tool : List.of("union", "symmetrical-difference")) {
            assertThatThrownBy(() -> run(tool, ROADS, FIELDS))
                    .isInstanceOf(RiskMapException.class)
                    .hasMessageContaining("roads")
                    .hasMessageContaining("fields");
        }
    }
}
