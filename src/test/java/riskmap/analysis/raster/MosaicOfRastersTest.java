package riskmap.analysis.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.analysis.Layers.run;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Two sheets of cells of 10 m, the second a cell to the east and one to the north of the first, overlapping in one cell. */
class MosaicOfRastersTest {
    private static final float NONE = Float.NaN;

    private static LayerData sheet(double west, double north, int width, double cell, float... values) {
        GridGeometry cells =
                new GridGeometry(width, values.length / width, west, north, cell, cell, Crs.of("EPSG:4550"));
        return new LayerData.Raster(new Grid(cells, values));
    }

    private static Grid grid(Output output) {
        return ((Output.Raster) output).grid();
    }

    private static final Map<String, LayerData> SHEETS =
            Map.of("a", sheet(500000, 4150020, 2, 10, 1, 2, 3, 4), "b", sheet(500010, 4150030, 2, 10, 5, 6, 7, NONE));

    @Test
    void sheetsAreOneRasterAsFarAsBothReachAndWhatOverlapsIsTold() {
        Output made = run("mosaic", SHEETS);
        GridGeometry cells = grid(made).geometry();
        assertThat(new double[] {cells.minX(), cells.maxY(), cells.maxX(), cells.minY()})
                .containsExactly(500000, 4150030, 500030, 4150000);
        assertThat(grid(made).cells()).containsExactly(NONE, 5, 6, 1, 7, NONE, 3, 4, NONE);
        assertThat(made.notes())
                .anySatisfy(note -> assertThat(note.text()).contains("2 幅"))
                .anySatisfy(note -> assertThat(note.text()).contains("1 个像元的值不同", "后一幅"));
    }

    @Test
    void whereTheyOverlapTheEarlierTheLesserOrTheGreaterCountsOnDemand() {
        assertThat(grid(run("mosaic", SHEETS, "overlap", "first")).get(1, 1)).isEqualTo(2f);
        assertThat(grid(run("mosaic", SHEETS, "overlap", "least")).get(1, 1)).isEqualTo(2f);
        assertThat(grid(run("mosaic", SHEETS, "overlap", "greatest")).get(1, 1)).isEqualTo(7f);
    }

    @Test
    void aSheetOfFinerCellsGivesTheValuesAtTheCentresAndThatIsTold() {
        LayerData fine = sheet(500020, 4150010, 4, 5, 1, 2, 3, 4, 5, 6, 7, 8);
        Output made = run("mosaic", Map.of("a", sheet(500000, 4150010, 2, 10, 10, 20), "b", fine));
        assertThat(grid(made).width()).isEqualTo(4);
        assertThat(grid(made).get(0, 0)).isEqualTo(10f);
        assertThat(grid(made).get(2, 0)).isIn(1f, 2f, 5f, 6f);
        assertThat(made.notes()).anySatisfy(note -> assertThat(note.text()).contains("1 幅的像元或坐标系与第一幅不同"));
    }

    @Test
    void oneSheetStaysAsItIsAndSheetsOfAnotherCrsComeToTheirPlace() {
        LayerData one = sheet(500000, 4150020, 2, 10, 1, 2, 3, 4);
        assertThat(grid(run("mosaic", Map.of("a", one))).cells()).containsExactly(1, 2, 3, 4);
        Output degrees =
                run("resample", Map.of("raster", sheet(500100, 4150100, 10, 10, filled(100))), "crs", "EPSG:4490");
        Output made = run("mosaic", Map.of("a", one, "b", new LayerData.Raster(grid(degrees))));
        assertThat(grid(made).at(500150, 4150050)).isEqualTo(7f);
        assertThat(grid(made).at(500015, 4150015)).isEqualTo(2f);
    }

    private static float[] filled(int count) {
        float[] cells = new float[count];
        Arrays.fill(cells, 7);
        return cells;
    }

    /** GDAL crops to the cells that lie wholly within the extent of the areas. */
    @Test
    void aClippedRasterKeepsTheCellsAtTheEdgeOfTheExtentOrLosesThem() {
        Layers areas = Layers.of("areas", Polygon.class);
        areas.row("POLYGON((500004 4149996, 500036 4149996, 500036 4150024, 500004 4150024, 500004 4149996))");
        LayerData raster = sheet(500000, 4150030, 4, 10, filled(16));
        Map<String, LayerData> layers = Map.of("raster", raster, "areas", areas.data());
        Grid touched = grid(run("clip-raster", layers));
        assertThat(new int[] {touched.width(), touched.height()}).containsExactly(4, 4);
        Grid whole = grid(run("clip-raster", layers, "edge", "whole"));
        assertThat(new int[] {whole.width(), whole.height()}).containsExactly(2, 2);
        assertThat(whole.geometry().minX()).isEqualTo(500010);
        assertThat(whole.geometry().maxY()).isEqualTo(4150020);
    }
}
