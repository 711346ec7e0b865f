package riskmap.app.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.analysis.Output;
import riskmap.app.Answer;
import riskmap.app.project.OutputTarget;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.CellEncoding;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.raster.GeoTiffFormat;
import riskmap.report.TablePage;

/** Rasters made by QGIS's names hold what QGIS's hold, in the type and with the number for no data that are asked for. */
class QgisRastersTest {
    private static final float NONE = Float.NaN;

    @TempDir
    private Path folder;

    private Path heights;

    @BeforeEach
    void raster() {
        heights = folder.resolve("heights.tif");
        GridGeometry cells = new GridGeometry(3, 2, 500000, 4150000, 10, 10, Crs.of("EPSG:4550"));
        Grid grid = new Grid(cells, new float[] {1, 2, NONE, 4, 5, 6});
        OutputTarget.of(heights.toString())
                .write(
                        new Output.Raster(grid, List.of()),
                        TablePage.Head.NONE,
                        CellEncoding.of("int16", "-32768"),
                        Progress.silent());
    }

    private Answer run(String tool, Map<String, String> inputs, Map<String, String> parameters) {
        return OperationRuns.run(
                tool, inputs, parameters, folder.resolve("made.tif").toString(), Progress.silent());
    }

    private Grid made() {
        return new GeoTiffFormat()
                .read(folder.resolve("made.tif"), ReadOptions.standard(), new ImportLog(), Progress.silent());
    }

    private CellEncoding written() {
        return new GeoTiffFormat().encoding(folder.resolve("made.tif")).orElseThrow();
    }

    @Test
    void cellsAreDecimalNumbersWithMinus9999ForNoneUnlessAskedOtherwise() {
        Map<String, String> raster = Map.of("INPUT_RASTER", heights.toString());
        run("native:reclassifybytable", raster, Map.of("TABLE", "0,3,1,3,9,2"));
        assertThat(written()).isEqualTo(CellEncoding.of("float32", "-9999"));
        assertThat(made().cells()).containsExactly(1, 1, NONE, 2, 2, 2);
        run("native:reclassifybytable", raster, Map.of("TABLE", "0,3,1,3,9,2", "NO_DATA", "-1", "DATA_TYPE", "1"));
        assertThat(written()).isEqualTo(CellEncoding.of("int16", "-1"));
        assertThat(made().cells()).containsExactly(1, 1, NONE, 2, 2, 2);
    }

    @Test
    void whatIsClippedKeepsTheCellsOfItsRaster() {
        Map<String, String> raster = Map.of("INPUT", heights.toString());
        String west = "500000,500020,4149980,4150000";
        run("gdal:cliprasterbyextent", raster, Map.of("PROJWIN", west, "DATA_TYPE", "0"));
        assertThat(written()).isEqualTo(CellEncoding.of("int16", "-32768"));
        assertThat(made().cells()).containsExactly(1, 2, 4, 5);
        run("gdal:cliprasterbyextent", raster, Map.of("PROJWIN", west, "DATA_TYPE", "7", "NODATA", "-5"));
        assertThat(written()).isEqualTo(CellEncoding.of("float64", "-5"));
    }

    @Test
    void anyToolThatMakesARasterTakesTheTwoAndAnyOtherRefusesThem() {
        Map<String, String> asked = Map.of("cell-type", "int32", "no-data", "-9", "formula", "a * 2");
        run("raster-calculator", Map.of("a", heights.toString()), asked);
        assertThat(written()).isEqualTo(CellEncoding.of("int32", "-9"));
        assertThat(made().cells()).containsExactly(2, 4, NONE, 8, 10, 12);
        Path table = folder.resolve("table.csv");
        assertThatThrownBy(() -> OperationRuns.run(
                        "raster-statistics",
                        Map.of("raster", heights.toString()),
                        Map.of("no-data", "-9"),
                        table.toString(),
                        Progress.silent()))
                .isInstanceOf(RiskMapException.class);
        assertThat(Files.exists(table)).isFalse();
    }

    @Test
    void theGroundAndWhatStandsOnItAreTwoResultsOfOneCall() {
        Path others = folder.resolve("others.tif");
        OperationRuns.run(
                "native:dtmslopebasedfilter",
                Map.of("INPUT", heights.toString()),
                Map.of(
                        "RADIUS", "3",
                        "TERRAIN_SLOPE", "250",
                        "FILTER_MODIFICATION", "0",
                        "OUTPUT_GROUND", folder.resolve("made.tif").toString(),
                        "OUTPUT_NONGROUND", others.toString()),
                null,
                Progress.silent());
        // 4, 5 and 6 stand 3 m above the cells north of them: 2.5 m a cell are allowed
        assertThat(made().cells()).containsExactly(1, 2, NONE, NONE, NONE, NONE);
        assertThat(written()).isEqualTo(CellEncoding.of("float32", "-9999"));
        assertThat(new GeoTiffFormat()
                        .read(others, ReadOptions.standard(), new ImportLog(), Progress.silent())
                        .cells())
                .containsExactly(NONE, NONE, NONE, 4, 5, 6);
    }

    @Test
    void aValueThatIsTheNumberForNoneIsTold() {
        Answer answer =
                run("raster-calculator", Map.of("a", heights.toString()), Map.of("formula", "a", "no-data", "5"));
        assertThat(answer.text()).contains("1 个像元的值正好是 5");
    }

    @Test
    void sheetsOfARasterAreMergedByTheNameOfGdal() {
        run(
                "gdal:merge",
                Map.of("INPUT", heights + ";" + heights),
                Map.of("PCT", "false", "SEPARATE", "false", "NODATA_OUTPUT", "-9999", "DATA_TYPE", "5"));
        assertThat(made().cells()).containsExactly(1, 2, NONE, 4, 5, 6);
        assertThat(written().noData()).isEqualTo(-9999);
    }

    @Test
    void whatNewerVersionsOfQgisAskForIsUnderstoodToo() {
        run("native:slope", Map.of("INPUT", heights.toString()), Map.of("Z_FACTOR", "1.0", "NODATA", "-77"));
        assertThat(written().noData()).isEqualTo(-77);
        run(
                "native:rastercalculator",
                Map.of(),
                Map.of(
                        "LAYERS",
                        heights.toString(),
                        "EXPRESSION",
                        "\"heights@1\" * 2",
                        "CELL_SIZE",
                        "0",
                        "LAYER_NAME",
                        ""));
        assertThat(made().get(1, 1)).isEqualTo(10f);
        run(
                "gdal:warpreproject",
                Map.of(),
                Map.of("INPUT", heights.toString(), "SOURCE_CRS", "EPSG:4549", "TARGET_CRS", "EPSG:4490"));
        assertThat(made().geometry().minX()).isBetween(119.9, 120.1);
    }

    /** The raster 1 2 – / 4 5 6 beside 4 1 7 / – 5 2. */
    @Test
    void severalRastersAreOneByTheNamesOfQgis() {
        Path second = folder.resolve("second.tif");
        GridGeometry cells = new GridGeometry(3, 2, 500000, 4150000, 10, 10, Crs.of("EPSG:4550"));
        OutputTarget.of(second.toString())
                .write(
                        new Output.Raster(new Grid(cells, new float[] {4, 1, 7, NONE, 5, 2}), List.of()),
                        Progress.silent());
        String both = heights + ";" + second;
        record Case(String tool, Map<String, String> values, float... cells) {}
        for (Case each : List.of(
                new Case("native:cellstatistics", Map.of("INPUT", both, "STATISTIC", "7"), 4, 2, 7, 4, 5, 6),
                new Case("native:cellstatistics", Map.of("INPUT", both), 5, 3, 7, 4, 10, 8),
                new Case(
                        "native:cellstatistics",
                        Map.of("INPUT", both, "STATISTIC", "4", "IGNORE_NODATA", "false"),
                        1.5f,
                        0.5f,
                        NONE,
                        NONE,
                        0,
                        2),
                new Case("native:cellstatistics", Map.of("INPUT", both, "STATISTIC", "9"), NONE, NONE, 7, 4, 5, NONE),
                new Case(
                        "native:cellstackpercentile",
                        Map.of("INPUT", both, "METHOD", "1", "PERCENTILE", "0.25"),
                        1.75f,
                        1.25f,
                        7,
                        4,
                        5,
                        3),
                new Case(
                        "native:cellstackpercentrankfromvalue",
                        Map.of("INPUT", both, "VALUE", "4.5", "IGNORE_NODATA", "true"),
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        0.625f),
                new Case(
                        "native:highestpositioninrasterstack",
                        Map.of("INPUT_RASTERS", both, "IGNORE_NODATA", "true"),
                        2,
                        1,
                        2,
                        1,
                        1,
                        1),
                new Case(
                        "native:lessthanfrequency",
                        Map.of("INPUT_VALUE_RASTER", heights.toString(), "INPUT_RASTERS", second.toString()),
                        0,
                        1,
                        NONE,
                        NONE,
                        0,
                        1))) {
            run(each.tool(), Map.of(), each.values());
            assertThat(made().cells()).as(each.tool() + each.values()).containsExactly(each.cells());
        }
        assertThat(written().type()).hasToString("int32");
    }

    @Test
    void whatACellIsByItselfIsWorkedOutByTheNamesOfQgis() {
        String[][] cases = {
            {
                "native:fuzzifyrasterlinearmembership",
                "FUZZYLOWBOUND",
                "2",
                "FUZZYHIGHBOUND",
                "6",
                "0",
                "0",
                "0.5",
                "0.75",
                "1"
            },
            {
                "native:fuzzifyrasterlinearmembership",
                "FUZZYLOWBOUND",
                "6",
                "FUZZYHIGHBOUND",
                "2",
                "1",
                "1",
                "0.5",
                "0.25",
                "0"
            },
            {
                "native:fuzzifyrasterpowermembership",
                "FUZZYLOWBOUND",
                "2",
                "FUZZYHIGHBOUND",
                "6",
                "0",
                "0",
                "0.25",
                "0.5625",
                "1"
            },
            {
                "native:fuzzifyrasternearmembership",
                "FUZZYMIDPOINT",
                "4",
                "FUZZYSPREAD",
                "0.25",
                "0.30769232",
                "0.5",
                "1",
                "0.8",
                "0.5"
            },
            {"native:roundrastervalues", "ROUNDING_DIRECTION", "0", "DECIMAL_PLACES", "-1", "10", "10", "10", "10", "10"
            },
            {"native:roundrastervalues", "ROUNDING_DIRECTION", "1", "DECIMAL_PLACES", "-1", "0", "0", "0", "10", "10"}
        };
        for (String[] each : cases) {
            run(each[0], Map.of("INPUT", heights.toString()), Map.of(each[1], each[2], each[3], each[4], "BAND", "1"));
            float[] cells = made().cells();
            assertThat(new float[] {cells[0], cells[1], cells[3], cells[4], cells[5]})
                    .as(each[0])
                    .containsExactly(
                            Float.parseFloat(each[5]),
                            Float.parseFloat(each[6]),
                            Float.parseFloat(each[7]),
                            Float.parseFloat(each[8]),
                            Float.parseFloat(each[9]));
            assertThat(cells[2]).isNaN();
        }
        assertThatThrownBy(() -> run(
                        "native:fuzzifyrasternearmembership",
                        Map.of("INPUT", heights.toString()),
                        Map.of("FUZZYSPREAD", "much")))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("FUZZYSPREAD");
    }

    /** Values of gdalwarp 3.6.2 -r bilinear. */
    @Test
    void bilinearValuesAreThoseOfTheCellsThatHaveDataAsOfGdal() {
        run(
                "gdal:warpreproject",
                Map.of("INPUT", heights.toString()),
                Map.of("RESAMPLING", "1", "TARGET_RESOLUTION", "5", "DATA_TYPE", "6"));
        Grid fine = made();
        assertThat(fine.geometry().width()).isEqualTo(6);
        assertThat(fine.cells())
                .containsExactly(
                        1,
                        1.25f,
                        1.75f,
                        2,
                        NONE,
                        NONE,
                        1.75f,
                        2,
                        2.5f,
                        3,
                        NONE,
                        NONE,
                        3.25f,
                        3.5f,
                        4,
                        4.6f,
                        5.4615383f,
                        6,
                        4,
                        4.25f,
                        4.75f,
                        5.25f,
                        5.75f,
                        6);
        run(
                "gdal:warpreproject",
                Map.of("INPUT", heights.toString()),
                Map.of("RESAMPLING", "1", "TARGET_RESOLUTION", "15", "DATA_TYPE", "6"));
        assertThat(made().cells()).containsExactly(2.5f, NONE);
    }
}
