package riskmap.analysis.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;

import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

class ClassesByZoneTest {
    /** 4 by 2 cells of 10 m: levels 1 and 4, one cell without data; 7 lies in no zone. */
    private static final Grid LEVELS = new Grid(
            new GridGeometry(4, 2, 0, 20, 10, 10, Crs.of("EPSG:4550")), new float[] {1, 4, 4, 7, 1, 1, Float.NaN, 7});

    private static SimpleFeature zone(String... values) {
        Map<String, LayerData> inputs = Map.of(
                "zones",
                Layers.of("towns", Polygon.class, "name:String")
                        .row("POLYGON((0 0, 30 0, 30 20, 0 20, 0 0))", "a")
                        .row(null, "b")
                        .data(),
                "raster",
                new LayerData.Raster(LEVELS));
        return rows(run("zonal-histogram", inputs, values)).get(0);
    }

    @Test
    void aTownHasTheCellsAreaAndShareOfEachLevel() {
        assertThat(zone().getAttributes().subList(1, 5)).containsExactly("a", 3.0, 2.0, 1.0);
        assertThat(zone().getFeatureType().getDescriptor("class_7")).isNull();
        assertThat(zone("measure", "area").getAttribute("class_1")).isEqualTo(300.0);
        assertThat(zone("measure", "percent").getAttribute("class_4")).isEqualTo(100 / 6.0 * 2);
        assertThat(zone("prefix", "L").getAttribute("LNODATA")).isEqualTo(1.0);
    }
}
