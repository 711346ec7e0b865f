package riskmap.analysis.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.run;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Rasters by the tools of QGIS and gdaldem come out as these make them; numbers are those of QGIS 3.22 and GDAL 3.6. */
class ReliefInMannersTest {
    private static final float NONE = Float.NaN;
    /** Heights around a middle of 13, one missing in the south-west. */
    private static final float[] HEIGHTS = {10, 12, 15, 11, 13, 17, NONE, 14, 20};

    private static LayerData.Raster raster(String crs, double cell, float... heights) {
        return new LayerData.Raster(new Grid(new GridGeometry(3, 3, 110, 36, cell, cell, Crs.of(crs)), heights));
    }

    private static float[] cells(String tool, LayerData.Raster raster, String... parameters) {
        return ((Output.Raster) run(tool, Map.of("elevation", raster), parameters))
                .grid()
                .cells();
    }

    @Test
    void besideAGapQgisTakesTheNeighboursThereAreAndGdaldemNone() {
        LayerData.Raster ground = raster("EPSG:4550", 10, HEIGHTS);
        float[] qgis = cells("slope", ground, "manner", "qgis", "unit", "percent");
        // eastwards (5·1 + 6·2 + 6 over one step)/(8 − 1) and northwards: the west line from its upper two cells is
        // left out
        double east = (5 + 2 * 6 + 6) / 7.0 / 10;
        double north = (2 * -2 + -5) / 6.0 / 10;
        assertThat((double) qgis[4]).isCloseTo(100 * Math.hypot(east, north), within(1e-4));
        assertThat(qgis[0]).isNotNaN();
        assertThat(cells("slope", ground, "manner", "gdal")).containsOnly(NONE);
        float[] whole = cells("slope", raster("EPSG:4550", 10, 0, 10, 20, 0, 10, 20, 0, 10, 20), "manner", "gdal");
        assertThat((double) whole[4]).isCloseTo(45, within(1e-5));
        assertThat(whole[3]).isNaN();
        assertThat(cells("ruggedness", ground, "gaps", "fewer")[8])
                .isCloseTo((float) Math.sqrt(49 + 36 + 9), within(1e-5F));
        assertThat(cells("ruggedness", ground)).containsOnly(NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qgis", "gdal"})
    void cellsOfDegreesAreTakenAsTheyAreAndThatIsSaid(String manner) {
        LayerData.Raster plane = raster("EPSG:4326", 1, 0, 1, 2, 0, 1, 2, 0, 1, 2);
        Output output = run("slope", Map.of("elevation", plane), "manner", manner);
        assertThat((double) ((Output.Raster) output).grid().get(1, 1)).isCloseTo(45, within(1e-5));
        assertThat(output.notes()).anyMatch(note -> note.key().equals("analysis.note-degrees-as-units"));
        assertThat(cells("slope", plane)[4]).isLessThan(0.01F);
    }

    @ParameterizedTest
    // on the level: QGIS 255·cos 30°, measuring from the zenith; gdaldem 1 + 254·sin 30°
    @CsvSource({"qgis,220.83648", "gdal,128"})
    void theShadeOfLevelGround(String manner, double expected) {
        LayerData.Raster level = raster("EPSG:4550", 10, 5, 5, 5, 5, 5, 5, 5, 5, 5);
        assertThat((double) cells("hillshade", level, "manner", manner, "altitude", "30")[4])
                .isCloseTo(expected, within(1e-4));
        assertThatThrownBy(() -> cells("hillshade", level, "manner", manner, "light", "four"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void theWayDownIsTurnedAsInQgis() {
        // rising to the south: downhill is north, which there is 360 and not 0
        LayerData.Raster south = raster("EPSG:4550", 10, 0, 0, 0, 5, 5, 5, 9, 9, 9);
        assertThat(cells("aspect", south, "manner", "qgis")[4]).isEqualTo(360);
        LayerData.Raster steep = raster("EPSG:4550", 10, 1, 7, 2, 8, 2, 8, 1, 8, 2);
        assertThat(cells("slope", steep, "manner", "qgis")[4]).isEqualTo((float)
                ((float) Math.atan((float) Math.sqrt(0.025f * 0.025f + 0.025f * 0.025f)) * 180.0 / Math.PI));
    }

    @Test
    void inAHillOfQgisThePointIsAsFarFromTheNorthOfItsCellAsItIsFromTheSouth() {
        LayerData place = Layers.of("p", MultiPoint.class)
                .row("MULTIPOINT((500005 4150005), (500035 4150002))")
                .data();
        String[] parameters = {"radius", "20", "cell", "10", "unit", "raw", "kernel", "triangular", "frame", "qgis"};
        Grid grid = ((Output.Raster) run("kernel-density", Map.of("features", place), parameters)).grid();
        // 2 m above a centre and 8 m below the next; counted from the south it is midway between two
        assertThat((double) grid.get(5, 2)).isCloseTo(1 - Math.sqrt(50) / 20, within(1e-6));
        assertThat((double) grid.get(5, 1)).isCloseTo(1 - Math.sqrt(50) / 20, within(1e-6));
        // each place of a feature of several is one, and what none reaches has no data
        assertThat((double) grid.get(2, 2)).isGreaterThan(0.5);
        assertThat(grid.get(grid.width() - 1, grid.height() - 1)).isNaN();
    }

    @Test
    void theFrameOfADensityAsQgisHasIt() {
        LayerData place =
                Layers.of("p", Point.class).row("POINT(500005 4150005)").data();
        String[] parameters = {"radius", "20", "cell", "10", "unit", "raw", "kernel", "uniform", "frame", "qgis"};
        Grid grid = ((Output.Raster) run("kernel-density", Map.of("features", place), parameters)).grid();
        assertThat(grid.width()).isEqualTo(5);
        assertThat(grid.geometry().minX()).isEqualTo(499985);
        assertThat(grid.geometry().maxY()).isEqualTo(4150025);
        assertThat(grid.get(1, 1)).isEqualTo(1);
        assertThat(grid.get(4, 4)).isNaN();
    }
}
