package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Language;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

class RasterOperationsTest {
    private static final GridGeometry CELLS = new GridGeometry(3, 2, 500000, 4150020, 10, 10, Crs.of("EPSG:4550"));

    private static LayerData.Raster raster(float... cells) {
        return new LayerData.Raster(new Grid(CELLS, cells));
    }

    private static float[] cells(Output output) {
        return ((Output.Raster) output).grid().cells();
    }

    private static LayerData square(String crs, String wkt) {
        return Layers.of("area", Crs.of(crs), Polygon.class, "level:Integer")
                .row(wkt, 4)
                .data();
    }

    private static final String WEST_HALF =
            "POLYGON((500000 4150000, 500020 4150000, 500020 4150020, 500000 4150020, 500000 4150000))";

    @Test
    void rasterizeTakesExtentAndCellFromTheLayerOrFromAnotherRaster() {
        LayerData area = square("EPSG:4550", WEST_HALF);
        Output own = Layers.run("rasterize", Map.of("features", area), "field", "level", "cell", "10");
        assertThat(cells(own)).containsExactly(4, 4, 4, 4);
        Output like =
                Layers.run("rasterize", Map.of("features", area, "like", raster(new float[6])), "background", "0");
        assertThat(cells(like)).containsExactly(1, 1, 0, 1, 1, 0);
        assertThatThrownBy(() -> Layers.run("rasterize", Map.of("features", area), "cell", "0.000001"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void rasterizeTakesAFrameOfSoManyCells() {
        LayerData square = Layers.of("area", Polygon.class, "level:Integer")
                .row("POLYGON((500000 4150000,500020 4150000,500020 4150010,500000 4150010,500000 4150000))", 7)
                .data();
        Map<String, LayerData> layer = Map.of("features", square);
        String extent = "500000,500040,4150000,4150030";
        Output.Raster made = (Output.Raster) Layers.run(
                "rasterize", layer, "extent", extent, "columns", "4", "rows", "3", "value", "2", "background", "0");
        assertThat(made.grid().cells()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 0, 0);
        Output.Raster none = (Output.Raster)
                Layers.run("rasterize", layer, "extent", extent, "cell", "20", "field", "level", "none", "7");
        assertThat(none.grid().width()).isEqualTo(2);
        assertThat(none.grid().height()).isEqualTo(2);
        assertThat(none.grid().cells()).containsOnly(Float.NaN);
        assertThatThrownBy(() -> Layers.run("rasterize", layer, "columns", "4")).isInstanceOf(RiskMapException.class);
    }

    @Test
    void rasterizeBringsFeaturesToTheCrsOfTheRaster() {
        Geometry there = Crs.transform(Crs.of("EPSG:4550"), Crs.of("EPSG:4490")).apply(Layers.geometry(WEST_HALF));
        LayerData area =
                Layers.of("area", Crs.of("EPSG:4490"), Polygon.class).row(there).data();
        Output output =
                Layers.run("rasterize", Map.of("features", area, "like", raster(new float[6])), "rule", "coverage");
        float[] shares = cells(output);
        for (int i = 0; i < 6; i++) {
            assertThat((double) shares[i]).isCloseTo(i % 3 < 2 ? 1 : 0, org.assertj.core.data.Offset.offset(1e-4));
        }
    }

    @Test
    void distanceIsInMetresAndRefusesDegrees() {
        LayerData point =
                Layers.of("p", Point.class).row("POINT(500005 4150005)").data();
        Output output = Layers.run("distance", Map.of("features", point, "like", raster(new float[6])));
        assertThat(cells(output)).containsExactly(10, (float) Math.sqrt(200), (float) Math.sqrt(500), 0, 10, 20);
        LayerData degrees = Layers.of("p", Crs.of("EPSG:4490"), Point.class)
                .row("POINT(123 37)")
                .row("POINT(123.1 37.1)")
                .data();
        assertThatThrownBy(() -> Layers.run("distance", Map.of("features", degrees), "cell", "0.01"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void combineScoresWeighsAndClasses() {
        Map<String, LayerData> factors =
                Map.of("factor1", raster(0, 5, 15, 0, 5, 15), "factor2", raster(0, 0, 0, 2, 2, Float.NaN));
        Output output = Layers.run("combine", factors, "breaks1", "5,15", "weights", "0.5,0.25", "levels", "0.5,1.0");
        assertThat(cells(output)).containsExactly(1, 2, 3, 2, 3, Float.NaN);
        Output sum = Layers.run("combine", factors, "weights", "0,1", "missing", "zero");
        assertThat(cells(sum)).containsExactly(0, 0, 0, 2, 2, 0);
        assertThatThrownBy(() -> Layers.run("combine", factors, "weights", "1")).isInstanceOf(RiskMapException.class);
        assertThatThrownBy(() -> Layers.run("combine", factors, "levels", "2,1"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void reclassifyNumbersClassesFromOneOrGivesThemValues() {
        Map<String, LayerData> raster = Map.of("raster", raster(1, 5, 7, 9, 5, Float.NaN));
        assertThat(cells(Layers.run("reclassify", raster, "breaks", "5,9"))).containsExactly(1, 2, 2, 3, 2, Float.NaN);
        assertThat(cells(Layers.run("reclassify", raster, "breaks", "5", "values", "10,20")))
                .containsExactly(10, 20, 20, 20, 20, Float.NaN);
        assertThatThrownBy(() -> Layers.run("reclassify", raster, "breaks", "5", "values", "10"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void polygonizedZonesCarryValueCellsAndArea() {
        Output.Features output =
                (Output.Features) Layers.run("polygonize", Map.of("raster", raster(1, 1, 2, 1, Float.NaN, 2)));
        List<SimpleFeature> rows = Layers.list(output.features());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).getAttribute("value")).isEqualTo(1.0);
        assertThat(rows.get(0).getAttribute("cells")).isEqualTo(3);
        assertThat(rows.get(0).getAttribute("area")).isEqualTo(300.0);
        assertThat(((Geometry) rows.get(0).getDefaultGeometry()).getArea()).isEqualTo(300.0);
    }

    @Test
    void zonalStatisticsAddFieldsAndNameTheRule() {
        Output.Features output = (Output.Features) Layers.run(
                "zonal-statistics",
                Map.of("zones", square("EPSG:4550", WEST_HALF), "raster", raster(1, 2, 9, 3, 6, 9)),
                "prefix",
                "s_",
                "majority",
                "true");
        SimpleFeature row = Layers.list(output.features()).get(0);
        assertThat(row.getAttribute("level")).isEqualTo(4);
        assertThat(row.getAttribute("s_count")).isEqualTo(4.0);
        assertThat(row.getAttribute("s_mean")).isEqualTo(3.0);
        assertThat(row.getAttribute("s_majority")).isEqualTo(1.0);
        assertThat(output.notes()).extracting(note -> note.key()).contains("analysis.rule-centre");
    }

    @Test
    void zonalStatisticsGiveAllStatisticsWhenAskedFor() {
        Output output = Layers.run(
                "zonal-statistics",
                Map.of("zones", square("EPSG:4550", WEST_HALF), "raster", raster(1, 2, 9, 3, 6, 9)),
                "more",
                "true");
        SimpleFeature row = Layers.rows(output).get(0);
        assertThat(List.of("median", "range", "variance", "minority", "majority", "variety"))
                .extracting(row::getAttribute)
                .containsExactly(2.5, 5.0, 3.5, 1.0, 1.0, 4.0);
    }

    @Test
    void zonalStatisticsGiveJustThoseNamedInTheirOrder() {
        Map<String, LayerData> inputs =
                Map.of("zones", square("EPSG:4550", WEST_HALF), "raster", raster(1, 2, 9, 3, 6, 9));
        SimpleFeature row = Layers.rows(Layers.run("zonal-statistics", inputs, "statistics", "stdev, variety,sum"))
                .get(0);
        int fields = row.getAttributeCount();
        assertThat(row.getAttributes().subList(fields - 3, fields)).containsExactly(Math.sqrt(3.5), 4.0, 12.0);
        assertThat(row.getFeatureType().getDescriptor("count")).isNull();
        assertThatThrownBy(() -> Layers.run("zonal-statistics", inputs, "statistics", "sum,modus"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("modus")
                .hasMessageContaining("stdev");
    }

    /** A place that is no number must not be taken for the first cell. */
    @Test
    void aFeatureWithoutGeometryHasNoSample() {
        LayerData points = Layers.of("p", Point.class).row((Object) null).data();
        for (String method : List.of("nearest", "bilinear")) {
            Output output = Layers.run(
                    "sample-raster", Map.of("features", points, "raster", raster(1, 2, 3, 5, 6, 7)), "method", method);
            assertThat(Layers.rows(output).get(0).getAttribute("value")).isNull();
        }
    }

    @Test
    void samplesAreTakenAtPointsAndMissingOnesAreCounted() {
        LayerData points = Layers.of("p", Point.class)
                .row("POINT(500010 4150010)")
                .row("POINT(0 0)")
                .data();
        Output.Features output = (Output.Features) Layers.run(
                "sample-raster", Map.of("features", points, "raster", raster(1, 2, 3, 5, 6, 7)), "method", "bilinear");
        List<SimpleFeature> rows = Layers.list(output.features());
        assertThat(rows.get(0).getAttribute("value")).isEqualTo(3.5);
        assertThat(rows.get(1).getAttribute("value")).isNull();
        assertThat(output.notes()).extracting(note -> note.key()).contains("analysis.note-no-value");
    }

    @Test
    void statisticsOfARasterAreOneRow() {
        Output.Rows output =
                (Output.Rows) Layers.run("raster-statistics", Map.of("raster", raster(1, 2, 3, 4, 5, Float.NaN)));
        assertThat(output.table().rows().get(0)).containsExactly(5.0, 15.0, 3.0, 1.0, 5.0, 4.0, Math.sqrt(2), 10.0);
        Output.Rows sample = (Output.Rows) Layers.run(
                "raster-statistics", Map.of("raster", raster(1, 2, 3, 4, 5, Float.NaN)), "deviation", "sample");
        assertThat(sample.table().rows().get(0).get(6)).isEqualTo(Math.sqrt(10.0 / 4));
    }

    @Test
    void resamplingThereAndBackKeepsTheMiddle() {
        Grid wide = Grid.filled(new GridGeometry(40, 40, 500000, 4150400, 10, 10, Crs.of("EPSG:4550")), 7);
        Output degrees = Layers.run("resample", Map.of("raster", new LayerData.Raster(wide)), "crs", "EPSG:4490");
        Grid there = ((Output.Raster) degrees).grid();
        assertThat(Crs.code(there.geometry().crs())).isEqualTo("EPSG:4490");
        Output back = Layers.run(
                "resample", Map.of("raster", new LayerData.Raster(there), "like", new LayerData.Raster(wide)));
        assertThat(((Output.Raster) back).grid().get(20, 20)).isEqualTo(7);
        assertThat(((Output.Raster) back).grid().get(1, 1)).isEqualTo(7);
    }

    @Test
    void aRasterResampledToNothingElseKeepsItsCellsWhereverTheyLie() {
        GridGeometry odd = new GridGeometry(3, 1, 500003.7, 4150001.3, 10, 20, Crs.of("EPSG:4550"));
        Grid grid = new Grid(odd, new float[] {1, Float.NaN, 3});
        for (String[] given : new String[][] {{}, {"crs", "EPSG:4550"}}) {
            Grid made = ((Output.Raster) Layers.run("resample", Map.of("raster", new LayerData.Raster(grid)), given))
                    .grid();
            assertThat(made.geometry()).isEqualTo(odd);
            assertThat(made.cells()).containsExactly(1, Float.NaN, 3);
        }
    }

    @Test
    void cellsOfAnotherSizeBeginAtMultiplesOfItOrInTheCornerOfTheRaster() {
        GridGeometry odd = new GridGeometry(3, 2, 500003, 4150041, 10, 10, Crs.of("EPSG:4550"));
        Map<String, LayerData> layer =
                Map.of("raster", new LayerData.Raster(new Grid(odd, new float[] {1, 2, 3, 4, 5, 6})));
        Grid multiples = ((Output.Raster) Layers.run("resample", layer, "cell", "20")).grid();
        assertThat(multiples.geometry().minX()).isEqualTo(500000);
        Grid corner = ((Output.Raster) Layers.run("resample", layer, "cell", "20", "from", "corner")).grid();
        // 30 m by 20 m: as many of 20 m as fit to the nearest whole number
        assertThat(corner.geometry()).isEqualTo(new GridGeometry(2, 1, 500003, 4150041, 20, 20, Crs.of("EPSG:4550")));
        // in degrees 30 m and 20 m are 3.39e-4 and 1.80e-4 there: 3.84e-4 across √13 cells
        Grid degrees = ((Output.Raster) Layers.run("resample", layer, "crs", "EPSG:4490", "from", "corner")).grid();
        assertThat(degrees.geometry().cellWidth())
                .isEqualTo(degrees.geometry().cellHeight())
                .isCloseTo(1.066e-4, within(1e-6));
    }

    @Test
    void valuesAreLookedUpInATableOfCodesOrOfRanges() {
        Map<String, LayerData> cover = Map.of("raster", raster(11, 12, 13, Float.NaN, 0.1f, 11));
        assertThat(cells(Layers.run("reclassify-by-table", cover, "table", "11,82;12,71;0.1,5")))
                .containsExactly(82, 71, 13, Float.NaN, 5, 82);
        Output strict = Layers.run("reclassify-by-table", cover, "table", "11,82;12,71", "others", "none");
        assertThat(cells(strict)).containsExactly(82, 71, Float.NaN, Float.NaN, Float.NaN, 82);
        assertThat(strict.notes()).singleElement().satisfies(note -> assertThat(note.text(Language.ENGLISH))
                .contains("2 cells"));
        String ranges = "11,12,1;12,13,2";
        assertThat(cells(Layers.run("reclassify-by-table", cover, "table", ranges)))
                .as("from 11 on and below 12; from 12 on and below 13")
                .containsExactly(1, 2, 13, Float.NaN, 0.1f, 1);
        assertThat(cells(Layers.run("reclassify-by-table", cover, "table", ranges, "bounds", "upper")))
                .containsExactly(11, 1, 2, Float.NaN, 0.1f, 11);
        assertThat(cells(Layers.run("reclassify-by-table", cover, "table", ranges, "bounds", "both")))
                .as("12 is in both rows, and the first counts")
                .containsExactly(1, 1, 2, Float.NaN, 0.1f, 1);
        assertThat(cells(Layers.run("reclassify-by-table", cover, "table", "11,13,1", "bounds", "neither")))
                .containsExactly(11, 1, 13, Float.NaN, 0.1f, 11);
        assertThatThrownBy(() -> Layers.run("reclassify-by-table", cover, "table", "1,2,3;9,5,1"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("2");
        assertThatThrownBy(() -> Layers.run("reclassify-by-table", cover, "table", "1,2,3,4"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("4");
    }

    @Test
    void heightAboveDrainageWithoutAnyStreamIsRefusedWithTheLargestCatchment() {
        Map<String, LayerData> slope = Map.of("elevation", raster(3, 2, 1, 3, 2, 1));
        assertThatThrownBy(() -> Layers.run("hand", slope, "stream-area", "1"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("geo.no-streams")
                .hasMessageContaining("3.0E-4");
        LayerData elsewhere = Layers.of("river", Crs.of("EPSG:4550"), org.locationtech.jts.geom.LineString.class)
                .row("LINESTRING(600000 4150000,600010 4150010)")
                .data();
        Map<String, LayerData> far = Map.of("elevation", raster(3, 2, 1, 3, 2, 1), "streams", elsewhere);
        assertThatThrownBy(() -> Layers.run("hand", far))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("analysis.streams-elsewhere");
    }

    @Test
    void severalPointsOfOneFeatureHaveNoValueBetweenThem() {
        LayerData points = Layers.of("p", Crs.of("EPSG:4550"), org.locationtech.jts.geom.MultiPoint.class)
                .row("MULTIPOINT((500005 4150005))")
                .row("MULTIPOINT((500005 4150005),(500025 4150005))")
                .data();
        Output sampled = Layers.run(
                "sample-raster", Map.of("features", points, "raster", raster(1, 2, 3, 5, 6, 7)), "name", "v");
        assertThat(Layers.column(sampled, "v")).containsExactly(5.0, null);
        assertThat(sampled.notes()).extracting(note -> note.key()).contains("analysis.note-several-places");
    }
}
