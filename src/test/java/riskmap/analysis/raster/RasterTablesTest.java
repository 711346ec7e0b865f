package riskmap.analysis.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.Language;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Numbers and features from the cells of rasters; cells are 10 m × 10 m. */
class RasterTablesTest {
    private static final float NONE = Float.NaN;

    private static LayerData.Raster raster(int width, double cell, float... cells) {
        GridGeometry lattice =
                new GridGeometry(width, cells.length / width, 500000, 4150000, cell, cell, Crs.of("EPSG:4550"));
        return new LayerData.Raster(new Grid(lattice, cells));
    }

    private static List<List<Object>> table(Output output) {
        return ((Output.Rows) output).table().rows();
    }

    private static float[] cells(Output output) {
        return ((Output.Raster) output).grid().cells();
    }

    private static List<String> told(Output output) {
        return output.notes().stream().map(note -> note.text(Language.CHINESE)).toList();
    }

    @ParameterizedTest
    @CsvSource({"above,900,300,3", "below,-500,100,1", "difference,400,500,5", "sum,1400,500,5"})
    void theVolumeIsTheHeightsOverTheLevelTimesTheAreaOfACell(String count, double volume, double area, long cells) {
        var grid = Map.<String, LayerData>of("raster", raster(3, 10, 12, 13, 14, 10, 5, NONE));
        Output output = run("raster-volume", grid, "level", "10", "count", count);
        assertThat(table(output)).containsExactly(List.of(volume, area, cells));
    }

    @Test
    void aVolumeInDegreesIsToldToBeNone() {
        GridGeometry degrees = new GridGeometry(1, 1, 120, 37, 0.1, 0.1, Crs.of("EPSG:4490"));
        Output output =
                run("raster-volume", Map.of("raster", new LayerData.Raster(new Grid(degrees, new float[] {5}))));
        assertThat(output.notes()).anySatisfy(note -> assertThat(note.text()).contains("坐标不是米"));
    }

    @ParameterizedTest
    @CsvSource({"all,none,1 0 n n", "any,none,1 1 n n", "all,no,1 0 0 0", "any,no,1 1 1 0"})
    void cellsSayYesWhereAllOrAnyDoAndNothingWhereOneHasNothing(String yes, String missing, String expected) {
        Map<String, LayerData> rasters = Map.of("a", raster(4, 10, 1, 0, NONE, NONE), "b", raster(4, 10, 7, -2, 3, 0));
        float[] cells = cells(run("raster-logic", rasters, "yes", yes, "missing", missing));
        StringBuilder told = new StringBuilder();
        for (float cell : cells) {
            told.append(told.isEmpty() ? "" : " ").append(Float.isNaN(cell) ? "n" : Integer.toString((int) cell));
        }
        assertThat(told.toString()).isEqualTo(expected);
    }

    @Test
    void rastersOfOtherCellsAreTakenAtTheCentresOfThoseWanted() {
        Map<String, LayerData> rasters = Map.of(
                "a", raster(2, 20, 1, 0),
                "b", raster(4, 10, 1, 1, 1, 0, 1, 1, 1, 1),
                "like", raster(4, 10, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(cells(run("raster-logic", rasters))).containsExactly(1, 1, 0, 0, 1, 1, 0, 0);
    }

    @Test
    void valuesRunFromTheLeastWantedToTheGreatest() {
        var grid = Map.<String, LayerData>of("raster", raster(4, 10, 2, 4, 6, NONE));
        assertThat(cells(run("rescale-raster", grid, "least", "0", "greatest", "10")))
                .containsExactly(0, 5, 10, NONE);
        var flat = Map.<String, LayerData>of("raster", raster(2, 10, 3, 3));
        assertThat(cells(run("rescale-raster", flat, "least", "1", "greatest", "10")))
                .containsExactly(1, 1);
    }

    @Test
    void infiniteCellsHaveNoPlaceInARescaledRasterAndAreCounted() {
        float far = Float.POSITIVE_INFINITY;
        Output output = run("rescale-raster", Map.of("raster", raster(3, 10, 2, far, 6, NONE, -far, 4)));
        assertThat(cells(output)).containsExactly(0, NONE, 1, NONE, NONE, 0.5f);
        assertThat(told(output)).contains("2 个像元的值为无穷大，成为无数据");
    }

    /** In 32 bits 0.7 is 0.69999998; with the break 0.7 of 64 bits it would be below. */
    @Test
    void aCellLiesOnTheBreakThatIsWrittenLikeItInEveryTool() {
        var grid = Map.<String, LayerData>of("raster", raster(5, 10, 0.1f, 0.7f, 0.69f, 1.3f, Math.nextDown(0.7f)));
        assertThat(cells(run("reclassify", grid, "breaks", "0.1,0.7,1.3"))).containsExactly(2, 3, 2, 4, 2);
        assertThat(cells(run("reclassify-by-table", grid, "table", "0.1,0.7,2;0.7,1.3,3;1.3,9,4")))
                .containsExactly(2, 3, 2, 4, 2);
        assertThat(cells(run("reclassify-by-table", grid, "table", "0,0.1,1;0.1,0.7,2;0.7,1.3,3", "bounds", "upper")))
                .containsExactly(1, 2, 2, 3, 2);
        var a = Map.of("a", grid.get("raster"));
        assertThat(cells(run("raster-calculator", a, "formula", "a >= 0.7"))).containsExactly(0, 1, 0, 1, 0);
        assertThat(cells(run("raster-calculator", a, "formula", "0.7 <= a"))).containsExactly(0, 1, 0, 1, 0);
        assertThat(cells(run("raster-calculator", a, "formula", "a = 0.7"))).containsExactly(0, 1, 0, 0, 0);
        assertThat(cells(run("raster-calculator", a, "formula", "a BETWEEN 0.1 AND 1.3")))
                .containsExactly(1, 1, 1, 1, 1);
        assertThat(cells(run("raster-calculator", a, "formula", "if_then_else(lessThan(a, 0.7), 5, 6)")))
                .containsExactly(5, 6, 5, 6, 5);
        assertThat(cells(
                        run("combine", Map.of("factor1", grid.get("raster")), "weights", "1", "levels", "0.1,0.7,1.3")))
                .containsExactly(2, 3, 2, 4, 2);
    }

    @Test
    void whatIsTooGreatForACellIsMissingAndCounted() {
        Output output = run("raster-calculator", Map.of("a", raster(2, 10, 1, 1e10f)), "formula", "a * 1e30");
        assertThat(cells(output)).containsExactly(1e30f, NONE);
        assertThat(told(output)).singleElement().asString().contains("1 个");
    }

    @Test
    void eachCellWithDataBecomesAPointOrASquareWithItsValue() {
        var grid = Map.<String, LayerData>of("raster", raster(2, 10, 5, NONE, 7, 8));
        Output points = run("cells-to-features", grid, "name", "h");
        assertThat(rows(points)).extracting(row -> row.getAttribute("h")).containsExactly(5.0, 7.0, 8.0);
        assertThat(shapes(points).get(0).toText()).isEqualTo("POINT (500005 4149995)");
        Geometry square =
                shapes(run("cells-to-features", grid, "shape", "areas")).get(2);
        assertThat(square.getArea()).isEqualTo(100);
        assertThat(square.getCentroid().toText()).isEqualTo("POINT (500015 4149985)");
    }

    @Test
    void eachValueHasItsCellsAndItsArea() {
        var grid = Map.<String, LayerData>of("raster", raster(3, 10, 4, 2, 4, NONE, 4, -0f));
        assertThat(table(run("raster-values", grid)))
                .containsExactly(List.of(0.0, 1L, 100.0), List.of(2.0, 1L, 100.0), List.of(4.0, 3L, 300.0));
    }

    @Test
    void cellsAreSummedUpByTheZonesOfAnotherRaster() {
        Map<String, LayerData> both = Map.of(
                "raster", raster(4, 10, 1, 2, 3, NONE, 5, 6, 7, 8),
                "classes", raster(2, 20, 1, 2));
        assertThat(table(run("raster-zones", both)))
                .containsExactly(
                        List.of(1.0, 400.0, 14.0, 4L, 1.0, 6.0, 3.5), List.of(2.0, 300.0, 18.0, 3L, 3.0, 8.0, 6.0));
        // in the cells of the zones each takes one value: that south-east of its centre, on the line between four cells
        assertThat(table(run("raster-zones", both, "cells", "classes")))
                .containsExactly(
                        List.of(1.0, 400.0, 6.0, 1L, 6.0, 6.0, 6.0), List.of(2.0, 400.0, 8.0, 1L, 8.0, 8.0, 8.0));
    }

    @Test
    void theLowestAndTheHighestPlaceAreTheFirstOfThem() {
        var grid = Map.<String, LayerData>of("raster", raster(3, 10, 5, 1, NONE, 9, 1, 9));
        Output both = run("raster-extremes", grid);
        assertThat(rows(both)).extracting(row -> row.getAttribute("value")).containsExactly(1.0, 9.0);
        assertThat(shapes(both).get(0).toText()).isEqualTo("POINT (500015 4149995)");
        assertThat(shapes(both).get(1).toText()).isEqualTo("POINT (500005 4149985)");
        assertThat(rows(run("raster-extremes", grid, "extremes", "greatest"))).hasSize(1);
    }

    @Test
    void valuesAreLookedUpInTheRowsOfATableWhoseOpenEndsAreOpen() {
        Layers table = Layers.of("t", null, "low:Double", "high:Double", "class:Integer");
        table.row(null, 5.0, 1)
                .row(5.0, 10.0, 2)
                .row(8.0, 9.0, 7)
                .row(20.0, null, 3)
                .row(12.0, 13.0, null);
        Map<String, LayerData> both =
                Map.of("raster", raster(7, 10, -9, 5, 8.5f, 10, 12, 99, NONE), "ranges", table.data());
        String[] fields = {"from-field", "low", "to-field", "high", "value-field", "class"};
        Output kept = run("reclassify-by-layer", both, fields);
        assertThat(cells(kept)).containsExactly(1, 2, 2, 10, 12, 3, NONE);
        assertThat(kept.notes()).anySatisfy(note -> assertThat(note.text()).contains("2"));
        String[] upper = {
            "from-field", "low", "to-field", "high", "value-field", "class", "bounds", "upper", "others", "none"
        };
        assertThat(cells(run("reclassify-by-layer", both, upper))).containsExactly(1, 1, 2, 2, NONE, 3, NONE);
    }

    @Test
    void aBoundInAFieldThatIsNotThereIsToldAndNotOpen() {
        Layers table = Layers.of("t", null, "low:Double", "class:Integer").row(5.0, 2);
        Map<String, LayerData> both = Map.of("raster", raster(1, 10, 6), "ranges", table.data());
        assertThatThrownBy(() ->
                        run("reclassify-by-layer", both, "from-field", "low", "to-field", "高", "value-field", "class"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("高");
    }

    @Test
    void theExtentOfARasterIsThatOfItsCells() {
        Output extent = run("layer-extent", Map.of("features", raster(2, 10, 1, 2, 3, NONE)));
        assertThat(shapes(extent).get(0).getEnvelopeInternal())
                .isEqualTo(new Envelope(500000, 500020, 4149980, 4150000));
        assertThat(rows(extent).get(0).getAttribute("AREA")).isEqualTo(400.0);
    }
}
