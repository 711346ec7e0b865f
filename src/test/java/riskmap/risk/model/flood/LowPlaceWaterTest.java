package riskmap.risk.model.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.risk.RiskResult;
import riskmap.risk.model.WaterloggingModel;

class LowPlaceWaterTest {
    private static final double CELL = 20.2;

    /** A hollow of one cell in the midst of 11 by 5, a building two cells west of it. */
    private static Map<String, LayerData> layers() {
        float[] heights = new float[55];
        Arrays.fill(heights, 50);
        heights[2 * 11 + 5] = 40;
        GridGeometry geometry = new GridGeometry(11, 5, 500_000, 4_150_000, CELL, CELL, Crs.of("EPSG:4550"));
        double x = geometry.x(3);
        double y = geometry.y(2);
        String shape = "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
                .formatted(x - 5, y - 5, x + 5, y + 5);
        return Map.of(
                "dem",
                new LayerData.Raster(new Grid(geometry, heights)),
                "building",
                Layers.of("building", Polygon.class, "name:String")
                        .row(shape, "屋")
                        .data());
    }

    /** As a double 40.4 is less than the distance that a cell holds for it. */
    @ParameterizedTest
    @CsvSource({"40.3,false", "40.4,true", "40.5,true"})
    void aHollowJustAsFarFromABuildingCounts(String near, boolean counts) {
        WaterloggingModel model = new WaterloggingModel();
        Map<String, String> given = new HashMap<>(Map.of("near-buildings", near, "least-area", "0"));
        ParameterValues values = ParameterValues.of(model.parameters(), given);
        RiskResult result = model.run(new Inputs(layers()), values, Progress.silent());
        assertThat(result.tables())
                .filteredOn(table -> table.id().equals("low-places"))
                .singleElement()
                .satisfies(table -> assertThat(table.rows()).hasSize(counts ? 1 : 0));
    }

    @ParameterizedTest
    @CsvSource({"500000,1", "510000,0"})
    void aHollowOfANeighbouringDistrictIsNotListed(double west, int listed) {
        Map<String, LayerData> layers = new HashMap<>(layers());
        String town = "POLYGON((%1$s 4149000, %2$s 4149000, %2$s 4151000, %1$s 4151000, %1$s 4149000))"
                .formatted(west, west + 1000);
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String").row(town, "镇").data());
        WaterloggingModel model = new WaterloggingModel();
        ParameterValues values =
                ParameterValues.of(model.parameters(), Map.of("near-buildings", "100", "least-area", "0"));
        RiskResult result = model.run(new Inputs(layers), values, Progress.silent());
        assertThat(result.tables())
                .filteredOn(table -> table.id().equals("low-places"))
                .singleElement()
                .satisfies(table -> assertThat(table.rows()).hasSize(listed));
        assertThat(result.notes())
                .extracting(note -> note.text(Language.CHINESE))
                .anyMatch(note -> note.startsWith(listed + " 处低洼地积水"));
    }
}
