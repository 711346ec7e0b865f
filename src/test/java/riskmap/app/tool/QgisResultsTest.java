package riskmap.app.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** What calls in QGIS's names make: results under other names, and several of one call. */
class QgisResultsTest {
    @TempDir
    private Path folder;

    private Path places;

    @BeforeEach
    void layer() throws Exception {
        places = folder.resolve("places.geojson");
        String feature = "{\"type\":\"Feature\",\"properties\":{\"use\":\"%s\"},\"geometry\":%s}";
        Files.writeString(
                places,
                "{\"type\":\"FeatureCollection\",\"features\":["
                        + String.join(
                                ",",
                                feature.formatted("a;b", "{\"type\":\"Point\",\"coordinates\":[120,30]}"),
                                feature.formatted("c", "{\"type\":\"LineString\",\"coordinates\":[[120,30],[121,31]]}"),
                                feature.formatted("d", "null"))
                        + "]}");
    }

    private Answer run(String tool, Map<String, String> parameters) {
        return OperationRuns.run(
                tool,
                Map.of(tool.contains("basic") ? "INPUT_LAYER" : "INPUT", places.toString()),
                parameters,
                null,
                Progress.silent());
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void oneCallWritesAllItsResultsAndTellsOfEach() throws Exception {
        Answer answer = run(
                "native:filterbygeometry",
                Map.of("POINTS", file("p.csv"), "LINES", file("l.csv"), "NO_GEOMETRY", file("n.csv")));
        assertThat((List<?>) answer.facts()).hasSize(3);
        assertThat(Files.readString(folder.resolve("p.csv"))).contains("a;b").doesNotContain("c", "d");
        assertThat(Files.readString(folder.resolve("l.csv"))).contains("c").doesNotContain("a;b");
        assertThat(Files.readString(folder.resolve("n.csv")).replace("\r", "").strip())
                .endsWith("use\nd");
    }

    @Test
    void aLayerIsSplitIntoAFileForEachValueAndNoRowsOfOneReplaceThoseOfAnother() throws Exception {
        places = folder.resolve("k.csv");
        Files.writeString(
                places, "kind,n,x,y\na,1,1,1\nA,1.5,2,2\n\"b/c's\",1,3,3\nb:c's,,4,4\n,1,5,5\na,1,6,6\n甲,1,7,7\n");
        run("native:splitvectorlayer", Map.of("FIELD", "kind", "FILE_TYPE", "3", "OUTPUT", file("parts")));
        Map<String, Integer> rows = new TreeMap<>();
        for (String name : folder.resolve("parts").toFile().list()) {
            if (name.endsWith(".csv")) {
                rows.put(
                        name,
                        Files.readAllLines(folder.resolve("parts").resolve(name))
                                        .size()
                                - 1);
            }
        }
        assertThat(rows)
                .isEqualTo(Map.of(
                        "kind_a.csv",
                        2,
                        "kind_A_2.csv",
                        1,
                        "kind_b_c's.csv",
                        1,
                        "kind_b_c's_2.csv",
                        1,
                        "kind_NULL.csv",
                        1,
                        "kind_甲.csv",
                        1));
        run("qgis:splitvectorlayer", Map.of("FIELD", "n", "OUTPUT", file("numbers")));
        assertThat(folder.resolve("numbers").toFile().list()).contains("n_1.gpkg", "n_1.5.gpkg", "n_NULL.gpkg");
        assertThatThrownBy(() -> run("native:splitvectorlayer", Map.of("OUTPUT", file("none"))))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("FIELD");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void nothingIsWrittenWhereOneResultCannotBe() {
        assertThatThrownBy(() ->
                        run("native:filterbygeometry", Map.of("POINTS", file("p.csv"), "LINES", file("l.unheard"))))
                .isInstanceOf(RiskMapException.class);
        assertThat(folder.resolve("p.csv")).doesNotExist();
        assertThatThrownBy(
                        () -> run("native:filterbygeometry", Map.of("POINTS", file("p.csv"), "LINES", file("p.csv"))))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("p.csv");
        assertThat(folder.resolve("p.csv")).doesNotExist();
    }

    @Test
    void aTableThatIsTheResultIsWrittenUnderTheNameItHasThere() throws Exception {
        Path heights = heights(10);
        OperationRuns.run(
                "native:rastersurfacevolume",
                Map.of("INPUT", heights.toString()),
                Map.of("BAND", "1", "LEVEL", "10", "METHOD", "0", "OUTPUT_TABLE", file("v.csv")),
                null,
                Progress.silent());
        assertThat(Files.readString(folder.resolve("v.csv")).replace("\r", "").strip())
                .endsWith("volume,m2,pixel_count\n200.0,100.0,1");
    }

    @Test
    void aTableOfOneRowIsAPageOfItsNumbersBesideTheTableItself() throws Exception {
        Path heights = heights(0.01);
        OperationRuns.run(
                "native:rastersurfacevolume",
                Map.of("INPUT", heights.toString()),
                Map.of("LEVEL", "10", "METHOD", "0", "OUTPUT_TABLE", file("v.csv"), "OUTPUT_HTML_FILE", file("v.html")),
                null,
                Progress.silent());
        assertThat(folder.resolve("v.csv")).exists();
        assertThat(Files.readString(folder.resolve("v.html")))
                .contains("<p>体积: 0.0002")
                .contains("<p>像元数: 1</p>");
    }

    @Test
    void aPageAskedForByTheNameOfQgisSaysItInQgissWordsToo() throws Exception {
        Path heights = heights(10);
        OperationRuns.run(
                "native:rastersurfacevolume",
                Map.of("INPUT", heights.toString()),
                Map.of("LEVEL", "10", "METHOD", "0", "OUTPUT_HTML_FILE", file("v.html")),
                null,
                Progress.silent());
        assertThat(Files.readString(folder.resolve("v.html")))
                .contains("<p>面积: 100.0 m²</p>", "<p>Volume: 200.0 m³</p>", "<p>Area: 100.0 m²</p>")
                .contains("<p>Pixel count: 1</p>");
        run("qgis:basicstatisticsforfields", Map.of("FIELD_NAME", "use", "OUTPUT_HTML_FILE", file("t.html")));
        assertThat(Files.readString(folder.resolve("t.html")))
                .contains("<p>Analyzed field: use</p>", "<p>Unique values: 3</p>", "<p>Maximum length: 3</p>");
        OperationRuns.run(
                "raster-volume",
                Map.of("raster", heights.toString()),
                Map.of("level", "10"),
                file("ours.html"),
                Progress.silent());
        assertThat(Files.readString(folder.resolve("ours.html")))
                .contains("<p>面积: 100.0 m²</p>")
                .doesNotContain("Volume");
    }

    @Test
    void statisticsOfARasterAreThoseOfASampleByTheNameOfQgisAndOfItsCellsByOurs() throws Exception {
        Path heights = heights(10);
        for (String tool : new String[] {"native:rasterlayerstatistics", "raster-statistics"}) {
            boolean named = tool.startsWith("native");
            OperationRuns.run(
                    tool,
                    Map.of(named ? "INPUT" : "raster", heights.toString()),
                    named ? Map.of("BAND", "1", "OUTPUT_HTML_FILE", file("n.html")) : Map.of(),
                    named ? null : file("o.html"),
                    Progress.silent());
        }
        String page = Files.readString(folder.resolve("n.html"));
        double squares = Double.parseDouble(after(page, "Sum of the squares: "));
        long cells = Long.parseLong(after(page, "Total pixel count: "))
                - Long.parseLong(after(page, "NODATA pixel count: "));
        assertThat(Double.parseDouble(after(page, "Standard deviation: ")))
                .isCloseTo(Math.sqrt(squares / (cells - 1)), within(1e-12));
        assertThat(Double.parseDouble(after(Files.readString(folder.resolve("o.html")), "标准差: ")))
                .isCloseTo(Math.sqrt(squares / cells), within(1e-12));
        assertThat(Double.parseDouble(after(page, "Range: ")))
                .isEqualTo(Double.parseDouble(after(page, "Maximum value: "))
                        - Double.parseDouble(after(page, "Minimum value: ")));
    }

    @Test
    void aPlaceAndThePlacesOfChanceInAnExtentAreLayersByTheNamesOfQgis() throws Exception {
        OperationRuns.run(
                "native:pointtolayer",
                Map.of(),
                Map.of("INPUT", "122.5,37.25 [EPSG:4326]", "OUTPUT", file("p.geojson")),
                null,
                Progress.silent());
        assertThat(Files.readString(folder.resolve("p.geojson")))
                .contains("\"id\":1", "[122.5,37.25]")
                .contains("\"Point\"");
        OperationRuns.run(
                "qgis:randompointsinextent",
                Map.of(),
                Map.of(
                        "EXTENT", "3.98,4.01,0.99,1.03",
                        "POINTS_NUMBER", "5",
                        "MIN_DISTANCE", "0.0",
                        "TARGET_CRS", "EPSG:4326",
                        "OUTPUT", file("r.csv")),
                null,
                Progress.silent());
        assertThat(Files.readAllLines(folder.resolve("r.csv"))).hasSize(6);
    }

    private static String after(String page, String label) {
        return page.replaceAll("(?s).*<p>" + label + "([^< ]*).*", "$1");
    }

    @Test
    void aPageSaysOfWhichFieldItIsAndEscapesWhatItShows() throws Exception {
        run("qgis:basicstatisticsforfields", Map.of("FIELD_NAME", "use", "OUTPUT_HTML_FILE", file("s.html")));
        assertThat(Files.readString(folder.resolve("s.html")))
                .contains("<p>统计字段：use</p>")
                .contains("<p>最小值: a;b</p>")
                .contains("<p>个数: 3</p>")
                .doesNotContain("<script");
        Files.writeString(places, Files.readString(places).replace("\"a;b\"", "\"<script>\""));
        run("qgis:basicstatisticsforfields", Map.of("FIELD_NAME", "use", "OUTPUT_HTML_FILE", file("s.html")));
        assertThat(Files.readString(folder.resolve("s.html")))
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
        assertThatThrownBy(() -> run("native:centroids", Map.of("OUTPUT", file("c.html"))))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("c.html");
    }

    @Test
    void aQueryTakesRowsAndOneThatAsksForMoreIsRefused() throws Exception {
        for (String tool : new String[] {"gdal:executesql", "qgis:executesql"}) {
            boolean gdal = tool.startsWith("gdal");
            OperationRuns.run(
                    tool,
                    Map.of(gdal ? "INPUT" : "INPUT_DATASOURCES", places.toString()),
                    Map.of(
                            gdal ? "SQL" : "INPUT_QUERY",
                            "select * from input1 where use = 'c' or \"use\" like 'd%'",
                            "OUTPUT",
                            file("q.csv")),
                    null,
                    Progress.silent());
            assertThat(Files.readString(folder.resolve("q.csv")))
                    .contains("\nc,")
                    .contains("\nd,")
                    .doesNotContain("a;b");
        }
        Map<String, String> more = Map.of("SQL", "select count(*) from places", "OUTPUT", file("n.csv"));
        assertThatThrownBy(() -> run("gdal:executesql", more))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("SQL");
    }

    @Test
    void pointsAreInterpolatedByAFieldOfTheirNumberInCellsThatFillTheExtent() {
        Map<String, String> parameters = QgisNames.translate(new QgisNames.Call(
                        "qgis:idwinterpolation",
                        Map.of(),
                        Map.of(
                                "INTERPOLATION_DATA",
                                places + "::~::0::~::0::~::0",
                                "EXTENT",
                                "0,8,-5,3 [EPSG:4326]",
                                "PIXEL_SIZE",
                                "0.3")))
                .parameters();
        assertThat(parameters)
                .containsEntry("field", "use")
                .containsEntry("columns", "27")
                .containsEntry("rows", "27")
                .doesNotContainKey("cell");
        assertThat(QgisNames.translate(new QgisNames.Call(
                                "qgis:idwinterpolation",
                                Map.of(),
                                Map.of("INTERPOLATION_DATA", places + "::~::0::~::7::~::0")))
                        .parameters())
                .containsKey("INTERPOLATION_DATA");
    }

    @Test
    void theOlderLimitOfAServiceAreaIsOfSecondsAndTheNewerOfHours() {
        for (String tool : new String[] {"native:serviceareafrompoint", "native:serviceareafromlayer"}) {
            assertThat(limit(tool, "TRAVEL_COST", "1800", "1")).isEqualTo("0.5");
            assertThat(limit(tool, "TRAVEL_COST2", "0.5", "1")).isEqualTo("0.5");
            assertThat(limit(tool, "TRAVEL_COST", "700", "0")).isEqualTo("700");
        }
    }

    private static String limit(String tool, String name, String value, String strategy) {
        return QgisNames.translate(new QgisNames.Call(tool, Map.of(), Map.of(name, value, "STRATEGY", strategy)))
                .parameters()
                .get("limit");
    }

    @Test
    void verticesOfAShapeAreOneShapeOfPoints() throws Exception {
        run("native:convertgeometrytype", Map.of("TYPE", "1", "OUTPUT", file("v.geojson")));
        assertThat(Files.readString(folder.resolve("v.geojson")))
                .contains("[[120.0,30.0],[121.0,31.0]]")
                .contains("MultiPoint");
    }

    @Test
    void placesAreLaidOutAndGroupedInTimeByTheNamesOfQgis() throws Exception {
        OperationRuns.run(
                "qgis:regularpoints",
                Map.of(),
                Map.of(
                        "EXTENT",
                        "0,2,0,1 [EPSG:4326]",
                        "SPACING",
                        "2",
                        "IS_SPACING",
                        "false",
                        "CRS",
                        "EPSG:4326",
                        "OUTPUT",
                        file("r.geojson")),
                null,
                Progress.silent());
        assertThat(Files.readString(folder.resolve("r.geojson")).split("\"Point\"", -1))
                .hasSize(1 + 3 * 2);
        assertThat(QgisNames.translate(new QgisNames.Call(
                                "native:stdbscanclustering",
                                Map.of("INPUT", "fires.shp"),
                                Map.of("DATETIME_FIELD", "on", "EPS2", "86400000", "DBSCAN*", "true")))
                        .parameters())
                .containsEntry("time", "on")
                .containsEntry("within-time", "86400000")
                .containsEntry("time-unit", "milliseconds")
                .containsEntry("core-only", "true");
        run("native:arraytranslatedfeatures", Map.of("COUNT", "2", "DELTA_X", "1", "OUTPUT", file("t.geojson")));
        assertThat(Files.readString(folder.resolve("t.geojson")))
                .contains("[122.0,30.0]")
                .contains("\"instance\":2");
    }

    @Test
    void textsAreSplitAndHeightsSetByTheNamesOfQgis() throws Exception {
        run("native:splitfeaturesbycharacter", Map.of("FIELD", "use", "CHAR", ";", "OUTPUT", file("s.csv")));
        assertThat(Files.readString(folder.resolve("s.csv")))
                .contains("a", "b", "c", "d")
                .doesNotContain(";");
        run("native:setzvalue", Map.of("Z_VALUE", "6", "OUTPUT", file("z.geojson")));
        assertThat(Files.readString(folder.resolve("z.geojson")))
                .contains("[120.0,30.0,6.0]")
                .contains("[121.0,31.0,6.0]");
    }

    @Test
    void anEllipseOfSearchIsRefusedAndACircleIsARadius() {
        QgisNames.Call circle = QgisNames.translate(new QgisNames.Call(
                "gdal:gridaverage",
                Map.of("INPUT", "a.gml"),
                Map.of("Z_FIELD", "elev", "RADIUS_1", "5.0", "RADIUS_2", "5", "NODATA", "0")));
        assertThat(circle.parameters())
                .containsAllEntriesOf(
                        Map.of("field", "elev", "radius", "5.0", "method", "average", "columns", "256", "rows", "256"))
                .doesNotContainKey("RADIUS_2");
        assertThat(QgisNames.translate(new QgisNames.Call(
                                "gdal:gridaverage", Map.of(), Map.of("RADIUS_1", "5", "RADIUS_2", "6")))
                        .parameters())
                .containsKey("RADIUS_2");
    }

    @Test
    void placesOfARouteAreTypedWithTheirCrs() {
        QgisNames.Call call = QgisNames.translate(new QgisNames.Call(
                "native:shortestpathpointtopoint",
                Map.of("INPUT", "roads.gml"),
                Map.of(
                        "START_POINT",
                        "1,2 [EPSG:4326]",
                        "END_POINT",
                        "3,4",
                        "STRATEGY",
                        "1",
                        "DEFAULT_DIRECTION",
                        "2")));
        assertThat(call)
                .isEqualTo(new QgisNames.Call(
                        "shortest-route",
                        Map.of("roads", "roads.gml"),
                        Map.of(
                                "from-place",
                                "1,2",
                                "from-crs",
                                "EPSG:4326",
                                "to-place",
                                "3,4",
                                "cost",
                                "hours",
                                "direction",
                                "both",
                                "measure",
                                "ellipsoidal")));
    }

    @Test
    void whatHasNoFieldsThereHasNoneHereAndACountOfKindsIsOneField() throws Exception {
        places = folder.resolve("l.csv");
        Files.writeString(
                places, "WKT,kind\n\"LINESTRING(0 0,1 0,1 1,0 0)\",a\n\"LINESTRING(0 0,-1 0,-1 -1,0 0)\",b\n");
        run("native:polygonize", Map.of("OUTPUT", file("p.csv")));
        assertThat(Files.readAllLines(folder.resolve("p.csv")))
                .hasSize(3)
                .noneMatch(line -> line.contains("area") || line.contains("0.5"));
        OperationRuns.run(
                "native:countpointsinpolygon",
                Map.of("POLYGONS", file("p.csv"), "POINTS", places.toString()),
                Map.of("CLASSFIELD", "kind", "WEIGHT", "", "OUTPUT", file("c.csv")),
                null,
                Progress.silent());
        assertThat(Files.readAllLines(folder.resolve("c.csv")).get(0))
                .contains("NUMPOINTS")
                .doesNotContain("kinds");
    }

    @Test
    void aFieldIsAddedWithoutValues() throws Exception {
        run(
                "qgis:addfieldtoattributestable",
                Map.of("FIELD_NAME", "later", "FIELD_TYPE", "1", "FIELD_LENGTH", "10", "OUTPUT", file("f.csv")));
        assertThat(Files.readString(folder.resolve("f.csv")))
                .contains("use,later,wkt")
                .contains("\"a;b\",,POINT (120 30)");
    }

    @Test
    void rowsOfGmlAreCountedFromNoughtInNewFieldsAndGroupsToo() {
        String field = "[{'expression':'$id','name':'n','type':2}]";
        String sum = "[{'input':'$id','aggregate':'sum','name':'n','type':2}]";
        for (String file : List.of("a.gml", "a.gpkg")) {
            String id = file.endsWith("gml") ? "($id - 1)" : "$id";
            assertThat(QgisNames.translate(new QgisNames.Call(
                                    "native:refactorfields", Map.of("INPUT", file), Map.of("FIELDS_MAPPING", field)))
                            .parameters())
                    .isEqualTo(Map.of("fields", "\"n\":integer=qgis('" + id + "', 'integer')"));
            assertThat(QgisNames.translate(new QgisNames.Call(
                                    "native:aggregate",
                                    Map.of("INPUT", file),
                                    Map.of("AGGREGATES", sum, "GROUP_BY", "$id > 1")))
                            .parameters())
                    .isEqualTo(Map.of("fields", "\"n\":integer=sum(qgis('$id'))", "by", "qgis('" + id + " > 1')"));
        }
    }

    @Test
    void aLayerIsWrittenInAnotherFormatByTheNamesOfQgisAndGdal() throws Exception {
        for (String tool : List.of("native:savefeatures", "gdal:convertformat")) {
            run(tool, Map.of("OUTPUT", file("all.csv")));
            assertThat(Files.readString(folder.resolve("all.csv"))).contains("a;b", "c", "d");
            Files.delete(folder.resolve("all.csv"));
        }
    }

    @Test
    void featuresOfGeoJsonAreNumberedAsQgisDoesWhereTheyAreNotCalledAnything() throws Exception {
        Map<String, String> numbered =
                Map.of("FIELD_NAME", "n", "FIELD_TYPE", "1", "FORMULA", "$id", "OUTPUT", file("ids.csv"));
        run("native:fieldcalculator", numbered);
        assertThat(Files.readString(folder.resolve("ids.csv"))).contains("\"a;b\",0", "c,1", "d,2");
        Files.writeString(
                places, Files.readString(places).replace("{\"type\":\"Feature\",", "{\"type\":\"Feature\",\"id\":7,"));
        Files.delete(folder.resolve("ids.csv"));
        run("native:fieldcalculator", numbered);
        assertThat(Files.readString(folder.resolve("ids.csv"))).contains("\"a;b\",1");
    }

    @Test
    void fieldsThatOnlyOurToolsAddAreLeftOutByTheNameOfQgis() throws Exception {
        run("native:dissolve", Map.of("FIELD", "use", "OUTPUT", file("q.csv")));
        assertThat(Files.readString(folder.resolve("q.csv"))).contains("use,wkt");
        OperationRuns.run(
                "dissolve",
                Map.of("features", places.toString()),
                Map.of("by", "use"),
                file("o.csv"),
                Progress.silent());
        assertThat(Files.readString(folder.resolve("o.csv"))).contains("use,count,wkt");
    }

    @Test
    void aRasterOfOneValueCoversItsExtent() throws Exception {
        OperationRuns.run(
                "native:createconstantrasterlayer",
                Map.of(),
                Map.of(
                        "EXTENT",
                        "0,25,0,10 [EPSG:4550]",
                        "TARGET_CRS",
                        "EPSG:4550",
                        "PIXEL_SIZE",
                        "10",
                        "NUMBER",
                        "7",
                        "OUTPUT",
                        file("seven.tif")),
                null,
                Progress.silent());
        OperationRuns.run(
                "raster-values", Map.of("raster", file("seven.tif")), Map.of(), file("v.csv"), Progress.silent());
        assertThat(Files.readString(folder.resolve("v.csv"))).contains("7.0,3,300.0");
    }

    @Test
    void cellsWithoutDataAreFilledWithAValueByTheNameOfQgis() throws Exception {
        GridGeometry cells = new GridGeometry(3, 1, 500000, 4150000, 10, 10, Crs.of("EPSG:4550"));
        String holed = file("holed.tif");
        OutputTarget.of(holed)
                .write(
                        new Output.Raster(new Grid(cells, new float[] {12, Float.NaN, 0}), List.of()),
                        Progress.silent());
        OperationRuns.run(
                "native:fillnodata",
                Map.of("INPUT", holed),
                Map.of("BAND", "1", "FILL_VALUE", "-2.5", "OUTPUT", file("filled.tif")),
                null,
                Progress.silent());
        OperationRuns.run(
                "raster-values", Map.of("raster", file("filled.tif")), Map.of(), file("values.csv"), Progress.silent());
        assertThat(Files.readString(folder.resolve("values.csv"))).contains("-2.5,1,", "0.0,1,", "12.0,1,");
    }

    /** Two cells, 12 m and 9 m high. */
    private Path heights(double side) {
        GridGeometry cells = new GridGeometry(2, 1, 500000, 4150000, side, side, Crs.of("EPSG:4550"));
        Path heights = folder.resolve("heights.tif");
        OutputTarget.of(heights.toString())
                .write(new Output.Raster(new Grid(cells, new float[] {12, 9}), List.of()), Progress.silent());
        return heights;
    }
}
