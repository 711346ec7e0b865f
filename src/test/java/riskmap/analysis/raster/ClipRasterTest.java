package riskmap.analysis.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.analysis.Layers.run;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Parts of a raster of 4 × 3 cells of 10 m, and how far its cells are from some: known answers. */
class ClipRasterTest {
    private static final float NONE = Float.NaN;
    /** The centres of cells 2, 6 and 7, and a corner of 3. */
    private static final String TRIANGLE = "POLYGON ((500011 4150029, 500029 4150012, 500011 4150012, 500011 4150029))";

    private static LayerData.Raster raster(String crs, float... cells) {
        return new LayerData.Raster(new Grid(new GridGeometry(4, 3, 500000, 4150000, 10, 10, Crs.of(crs)), cells));
    }

    private static Grid clipped(String area, String... parameters) {
        Map<String, LayerData> layers = new HashMap<>();
        layers.put(
                "raster",
                new LayerData.Raster(new Grid(
                        new GridGeometry(4, 3, 500000, 4150030, 10, 10, Crs.of("EPSG:4550")),
                        new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})));
        if (area != null) {
            layers.put(
                    "areas",
                    Layers.of("areas", Polygon.class)
                            .row(area)
                            .row(new Object[] {null})
                            .data());
        }
        return ((Output.Raster) run("clip-raster", layers, parameters)).grid();
    }

    @Test
    void anExtentTakesTheCellsThatFitFromItsNorthWestCorner() {
        Grid part = clipped(null, "extent", "500012,500029,4150002,4150028");
        assertThat(part.cells()).containsExactly(2, 3, 6, 7, 10, 11);
        assertThat(part.width()).isEqualTo(2);
        assertThat(part.geometry().minX()).isEqualTo(500010);
        assertThat(part.geometry().maxY()).isEqualTo(4150030);
    }

    @Test
    void anExtentBeyondTheRasterEndsWithItAndOneApartIsTold() {
        assertThat(clipped(null, "extent", "499990,500020,4150010,4150040").cells())
                .containsExactly(1, 2, 5, 6);
        assertThatThrownBy(() -> clipped(null, "extent", "400000,400010,4150000,4150030"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("clip-raster-outside");
    }

    @Test
    void cellsWhoseCentreIsInNoAreaHaveNoData() {
        assertThat(clipped(TRIANGLE).cells()).containsExactly(2, NONE, 6, 7);
        assertThat(clipped(TRIANGLE, "rule", "all-touched").cells()).containsExactly(2, 3, 6, 7);
        assertThat(clipped(TRIANGLE, "crop", "false").cells())
                .containsExactly(NONE, 2, NONE, NONE, NONE, 6, 7, NONE, NONE, NONE, NONE, NONE);
        assertThat(clipped(TRIANGLE, "extent", "500000,500020,4150020,4150030").cells())
                .containsExactly(2);
    }

    @Test
    void whatThereIsNothingToClipByIsTold() {
        assertThatThrownBy(() -> clipped(null))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("clip-raster-by-nothing");
        assertThatThrownBy(() -> clipped("POLYGON ((1 1, 2 1, 2 2, 1 1))"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("clip-raster-outside");
    }

    private static float[] distances(String crs, String... parameters) {
        Map<String, LayerData> layer = Map.of("raster", raster(crs, 5, 0, 0, 0, 0, 0, 0, NONE, 0, 0, 7, 0));
        return ((Output.Raster) run("distance-to-cells", layer, parameters))
                .grid()
                .cells();
    }

    @Test
    void cellsAreSoFarFromTheNearestWithAValue() {
        float slant = (float) Math.sqrt(2);
        float knight = (float) Math.sqrt(5);
        assertThat(distances("EPSG:4550"))
                .containsExactly(0, 10, 20, 10 * knight, 10, 10 * slant, 10, 10 * slant, 20, 10, 0, 10);
        assertThat(distances("EPSG:4490", "unit", "cells", "values", "3,7", "greatest-distance", "2"))
                .containsExactly(NONE, NONE, 2, NONE, NONE, slant, 1, slant, 2, 1, 0, 1);
        assertThat(distances("EPSG:4550", "values", "7", "greatest-distance", "10", "within", "4"))
                .containsExactly(NONE, NONE, NONE, NONE, NONE, NONE, 4, NONE, NONE, 4, 0, 4);
        assertThatThrownBy(() -> distances("EPSG:4490")).isInstanceOf(RiskMapException.class);
    }
}
