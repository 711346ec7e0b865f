package riskmap.analysis.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** A raster of 4 × 3 cells of 10 m whose values rise to the east and to the north, with one cell missing. */
class ExtremesOfZonesTest {
    private static final GridGeometry CELLS = new GridGeometry(4, 3, 0, 30, 10, 10, Crs.of("EPSG:4550"));

    private static Map<String, LayerData> layers() {
        float[] values = {9, 10, 11, 12, 5, 6, Float.NaN, 8, 1, 2, 3, 4};
        Layers zones = Layers.of("zones", Polygon.class, "town:String");
        zones.row("POLYGON((0 0, 20 0, 20 20, 0 20, 0 0))", "south-west")
                .row("POLYGON((20 10, 40 10, 40 30, 20 30, 20 10))", "north-east")
                .row("POLYGON((20 10, 30 10, 30 20, 20 20, 20 10))", "without data")
                .row("POLYGON((100 0, 110 0, 110 10, 100 10, 100 0))", "elsewhere")
                .row(null, "nowhere");
        return new HashMap<>(Map.of("raster", new LayerData.Raster(new Grid(CELLS, values)), "zones", zones.data()));
    }

    @Test
    void theLowestAndTheHighestPlaceOfEachZoneComeWithItsAttributesAndZonesWithoutDataAreNamed() {
        Output made = run("raster-extremes", layers());
        assertThat(column(made, "town")).containsExactly("south-west", "south-west", "north-east", "north-east");
        assertThat(column(made, "value")).containsExactly(1.0, 6.0, 8.0, 12.0);
        assertThat(column(made, "extremum_type")).containsExactly("minimum", "maximum", "minimum", "maximum");
        assertThat(shapes(made))
                .extracting(Object::toString)
                .containsExactly("POINT (5 5)", "POINT (15 15)", "POINT (35 15)", "POINT (35 25)");
        assertThat(made.notes()).anySatisfy(note -> assertThat(note.text()).contains("5 个分区中有 3 个没有任何栅格数据"));
    }

    @Test
    void theGreatestAloneIsGivenWhereItIsAskedForAndWithoutZonesThatOfTheWhole() {
        assertThat(column(run("raster-extremes", layers(), "extremes", "greatest"), "value"))
                .containsExactly(6.0, 12.0);
        Map<String, LayerData> whole = layers();
        whole.remove("zones");
        assertThat(column(run("raster-extremes", whole), "value")).containsExactly(1.0, 12.0);
    }
}
