package riskmap.analysis.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.base.RiskMapException;
import riskmap.data.Dimensions;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Tools about heights and measures; what they give was compared with QGIS 3.22 on the same shapes. */
class VertexOrdinatesTest {
    private static final String ROAD = "MULTILINESTRING Z((0 0 5, 10 0 20, 20 0 50), (30 0 40, 40 0 30))";

    private static Map<String, LayerData> lines(String... wkts) {
        Layers layer = Layers.of("l", MultiLineString.class, "id:Integer");
        for (int i = 0; i < wkts.length; i++) {
            layer.row(wkts[i], i);
        }
        return Map.of("features", layer.data());
    }

    private static double[] heights(Geometry shape) {
        return Arrays.stream(shape.getCoordinates())
                .mapToDouble(Coordinate::getZ)
                .toArray();
    }

    @Test
    void everyVertexGetsAHeightOrAMeasureAndKeepsTheOther() {
        Geometry high = shapes(run("set-heights", lines(ROAD), "value", "7")).get(0);
        assertThat(heights(high)).containsOnly(7.0);
        Geometry measured = shapes(run("set-heights", lines(ROAD), "value", "3", "ordinate", "measure"))
                .get(0);
        assertThat(heights(measured)).containsExactly(5, 20, 50, 40, 30);
        assertThat(Arrays.stream(measured.getCoordinates()).mapToDouble(Coordinate::getM))
                .containsOnly(3.0);
    }

    @Test
    void whatIsRaisedHasAHeightAndWhatHasNoneIsNotBetweenTwo() {
        var flat = lines("MULTILINESTRING((0 0, 10 0))");
        assertThat(heights(shapes(run("affine-transform", flat, "up", "5")).get(0)))
                .containsExactly(5, 5);
        assertThat(Dimensions.hasZ(
                        shapes(run("affine-transform", flat, "east", "5")).get(0)))
                .isFalse();
        assertThat(heights(shapes(run("affine-transform", lines(ROAD), "up", "1", "scale-z", "2"))
                        .get(0)))
                .containsExactly(11, 41, 101, 81, 61);
        assertThat(shapes(run("filter-vertices", flat, "least", "1"))).containsExactly((Geometry) null);
        assertThat(shapes(run("filter-vertices", flat))).containsExactly(geometry("MULTILINESTRING((0 0, 10 0))"));
    }

    @Test
    void heightsGoAndMeasuresStayWhenOnlyHeightsAreDropped() {
        Geometry flat = shapes(run(
                        "drop-heights", lines("MULTILINESTRING ZM((0 0 5 1, 10 0 20 2))", null), "measures", "false"))
                .get(0);
        assertThat(Dimensions.hasZ(flat)).isFalse();
        assertThat(flat.getCoordinates()[1].getM()).isEqualTo(2);
        Geometry plain = shapes(run("drop-heights", lines("MULTILINESTRING ZM((0 0 5 1, 10 0 20 2))")))
                .get(0);
        assertThat(Dimensions.hasZ(plain) || Dimensions.hasM(plain)).isFalse();
    }

    @Test
    void onlyVerticesBetweenTwoHeightsStayThoseOnThemToo() {
        Geometry left = shapes(run("filter-vertices", lines(ROAD), "least", "20", "greatest", "40"))
                .get(0);
        // of the first line one vertex is left, which is no line
        assertThat(heights(left)).containsExactly(40, 30);
        Geometry low =
                shapes(run("filter-vertices", lines(ROAD), "greatest", "30")).get(0);
        assertThat(heights(low)).containsExactly(5, 20);
    }

    @Test
    void whatIsLeftOfARingIsClosedAgain() {
        Layers area = Layers.of("a", Polygon.class);
        area.row("POLYGON Z((0 0 1, 9 0 5, 9 9 5, 0 9 5, 0 0 1))");
        Geometry left = shapes(run("filter-vertices", Map.of("features", area.data()), "least", "2"))
                .get(0);
        assertThat(left.getArea()).isEqualTo(40.5);
        assertThat(left.isValid()).isTrue();
    }

    @Test
    void verticesTakeTheHeightOfTheGroundScaledAndShifted() {
        GridGeometry lattice = new GridGeometry(3, 1, 0, 10, 10, 10, Crs.of("EPSG:4550"));
        LayerData ground = new LayerData.Raster(new Grid(lattice, new float[] {100, Float.NaN, 300}));
        Layers road = Layers.of("l", MultiLineString.class, "id:Integer");
        road.row("MULTILINESTRING((5 5, 15 5, 25 5, 99 5))", 1).row(null, 2);
        Map<String, LayerData> layers = Map.of("features", road.data(), "raster", ground);
        var made = run("heights-from-raster", layers, "scale", "2", "shift", "1", "without", "-1");
        assertThat(heights(shapes(made).get(0))).containsExactly(201, -1, 601, -1);
        assertThat(shapes(made).get(1)).isNull();
        assertThat(made.notes()).anySatisfy(note -> assertThat(note.text()).contains("4 个顶点中有 2 个"));
        assertThat(heights(shapes(run("heights-from-raster", layers)).get(0)))
                .containsExactly(100, Double.NaN, 300, Double.NaN);
    }

    @Test
    void heightsAreWrittenIntoFieldsAsFarAsThereAreAny() {
        var made = run(
                "height-statistics",
                lines(ROAD, "MULTILINESTRING((0 0, 1 1))", null),
                "statistics",
                "first,last,count,sum,mean,median,stdev,min,max,range,minority,majority,variety,q1,q3,iqr");
        assertThat(rows(made).get(0).getAttributes().subList(2, 18))
                .containsExactly(
                        5.0,
                        30.0,
                        5,
                        145.0,
                        29.0,
                        30.0,
                        Math.sqrt(1220 / 5.0),
                        5.0,
                        50.0,
                        45.0,
                        5.0,
                        5.0,
                        5,
                        20.0,
                        40.0,
                        20.0);
        assertThat(rows(made).get(1).getAttributes().subList(2, 18)).containsOnlyNulls();
        assertThat(rows(made).get(2).getAttribute("z_first")).isNull();
        assertThatThrownBy(() -> run("height-statistics", lines(ROAD), "statistics", "mode"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("mode");
    }
}
