package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import riskmap.base.Language;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

class FlowRastersTest {
    @ParameterizedTest
    @CsvSource({
        "flow-direction, d8, EPSG:4490, 1",
        "flow-direction, d-infinity, EPSG:4326, 1",
        "flow-accumulation, d8, EPSG:4490, 1",
        "flow-accumulation, d-infinity, EPSG:4490, 1",
        "flow-accumulation, d-infinity, EPSG:4550, 0"
    })
    void flowOverDegreesIsToldToBeApproximate(String tool, String method, String crs, int told) {
        Grid ground = Grid.filled(new GridGeometry(5, 5, 122, 37.5, 0.001, 0.001, Crs.of(crs)), 0);
        for (int cell = 0; cell < 25; cell++) {
            ground.cells()[cell] = cell;
        }
        Output made = Layers.run(tool, Map.of("elevation", new LayerData.Raster(ground)), "method", method);
        assertThat(made.notes()).hasSize(told).allSatisfy(note -> assertThat(note.text(Language.CHINESE))
                .contains("经纬度", "转换到 EPSG:4550"));
    }
}
