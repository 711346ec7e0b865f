package riskmap.app.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.app.Answer;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

class QgisNamesTest {
    @TempDir
    private Path folder;

    @Test
    void everyNameLeadsToAToolAndAParameterWithThatValue() {
        QgisLines.ALL.forEach((name, line) -> {
            Operation operation = Operations.byId(line.operation());
            line.targets().forEach((theirs, target) -> {
                for (String input : target.name().split("/")) {
                    assertThat(parameter(operation, input)).isNotNull();
                }
                Parameter parameter = parameter(operation, target.name().split("/")[0]);
                for (String value : target.values()) {
                    String[] parts = value.split("\\+");
                    assertThat(value.equals("-") ? null : ParameterValues.problem(parameter, parts[0]))
                            .as(name + " " + theirs + " " + value)
                            .isNull();
                    for (String more : List.of(parts).subList(1, parts.length)) {
                        String[] sides = more.split("=", 2);
                        assertThat(ParameterValues.problem(parameter(operation, sides[0]), sides[1]))
                                .as(name + " " + theirs + " " + value)
                                .isNull();
                    }
                }
            });
            line.defaults()
                    .forEach((key, value) -> assertThat(ParameterValues.problem(parameter(operation, key), value))
                            .as(name + " " + key)
                            .isNull());
        });
    }

    private static Parameter parameter(Operation operation, String key) {
        if (key.equals(CellsAsked.TYPE) || key.equals(CellsAsked.NO_DATA)) {
            return Parameter.of("analysis", key, Parameter.Type.TEXT, null);
        }
        return operation.parameters().stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(operation.id() + " has no " + key));
    }

    @Test
    void aCallInNamesOfQgisIsTheSameCallInOurs() {
        QgisNames.Call call = QgisNames.translate(new QgisNames.Call(
                "native:joinattributesbylocation",
                Map.of("INPUT", "a.gpkg|layername=roads"),
                Map.of("JOIN", "b.geojson", "PREDICATE", "5", "METHOD", "1", "DISCARD_NONMATCHING", "True")));
        assertThat(call)
                .isEqualTo(new QgisNames.Call(
                        "spatial-join",
                        Map.of("features", "a.gpkg#roads", "areas", "b.geojson"),
                        Map.of("rule", "within", "matches", "first", "unmatched", "drop")));
        // what is so here anyhow is taken, anything else is left to be refused
        assertThat(parameters("native:slope", "Z_FACTOR", "1.0")).containsEntry("manner", "qgis");
        assertThat(parameters("gdal:slope", "ZEVENBERGEN", "True")).containsEntry("ZEVENBERGEN", "True");
        assertThat(parameters("native:slope", "Z_FACTOR", "2")).containsEntry("exaggeration", "2");
        assertThat(parameters("gdal:slope", "AS_PERCENT", "true"))
                .containsAllEntriesOf(Map.of("manner", "gdal", "unit", "percent"));
        assertThat(QgisNames.operation("native:polygonize")).isEqualTo("enclosed-areas");
        assertThat(parameters("native:concavehullbyfeature", "ALPHA", "0.4"))
                .isEqualTo(Map.of("ratio", "0.4", "around", "each", "holes", "true"));
        assertThat(QgisNames.operation("gdal:polygonize")).isEqualTo("polygonize");
        QgisNames.Call ours = new QgisNames.Call("buffer", Map.of("features", "x"), Map.of("distance", "5"));
        assertThat(QgisNames.translate(ours)).isSameAs(ours);
    }

    private static Map<String, String> usual(String tool) {
        return QgisNames.translate(new QgisNames.Call(tool, Map.of(), Map.of())).parameters();
    }

    @Test
    void whatIsNotGivenIsAsInQgis() {
        assertThat(usual("native:extendlines")).isEqualTo(Map.of("start", "0", "end", "0"));
        assertThat(usual("native:linesubstring")).isEqualTo(Map.of("to", "1"));
        assertThat(usual("native:multiringconstantbuffer")).containsEntry("distance", "1");
        assertThat(usual("native:buffer")).containsEntry("distance", "10");
        assertThat(usual("gdal:buffervectors")).containsEntry("distance", "10");
        assertThat(usual("native:interpolatepoint")).containsEntry("distance", "0");
        assertThat(usual("native:extractwithindistance")).containsEntry("within-distance", "100");
        assertThat(usual("native:extractspecificvertices")).containsEntry("only", "0");
        assertThat(usual("native:rotatefeatures")).containsEntry("angle", "0");
        assertThat(usual("native:transect")).containsEntry("length", "5");
        assertThat(usual("native:pointsalonglines")).containsEntry("distance", "1");
        assertThat(usual("native:projectpointcartesian")).containsEntry("distance", "1");
        assertThat(usual("native:rectanglesovalsdiamonds")).containsEntry("segments", "5");
        assertThat(usual("qgis:heatmapkerneldensityestimation"))
                .containsEntry("radius", "100")
                .containsEntry("cell", "0.1");
        assertThat(usual("native:splitlinesbylength")).containsEntry("length", "10");
        assertThat(parameters("qgis:idwinterpolation", "EXTENT", "0,1,0,1")).containsEntry("columns", "10");
    }

    @Test
    void smallZonesAreMeasuredByShares() {
        assertThat(usual("native:zonalstatisticsfb")).containsEntry("rule", "several-centres");
        assertThat(usual("native:zonalstatistics")).containsEntry("rule", "several-centres");
    }

    @Test
    void statisticsOfZonesStandInQgissOrderAndWholeNumbersMayEndInANought() {
        assertThat(parameters("native:zonalstatisticsfb", "STATISTICS", "[11, 1, 2]"))
                .containsEntry("statistics", "sum,mean,variance");
        assertThat(parameters("native:minimumenclosingcircle", "SEGMENTS", "8.0"))
                .containsEntry("vertices", "8");
    }

    @Test
    void whatAsksForNothingOrForWhatTheResultHasAnyhowIsTaken() {
        assertThat(parameters("native:zonalstatisticsfb", "STATISTICS", "[1,4; 5]"))
                .containsEntry("statistics", "sum,stdev,min");
        assertThat(parameters("gdal:contour", "EXTRA", "")).isEqualTo(Map.of("name", "ELEV", "number", "ID"));
        assertThat(parameters("gdal:contour", "NODATA", "None")).doesNotContainKey("NODATA");
        assertThat(parameters("gdal:contour", "NODATA", "5")).containsEntry("none", "5");
        assertThat(parameters("gdal:contour", "EXTRA", "-q")).containsEntry("EXTRA", "-q");
        assertThat(parameters("native:rastersampling", "COLUMN_PREFIX", "dem_")).containsEntry("name", "dem_1");
        assertThat(parameters("native:joinbynearest", "MAX_DISTANCE", ""))
                .containsEntry("greatest-distance", "10000000");
        assertThat(parameters("native:zonalstatisticsfb", "COLUMN_PREFIX", "")).containsEntry("prefix", "");
        // an empty value of a parameter that is known goes on to it
        assertThat(parameters("native:joinattributestable", "PREFIX", "")).containsEntry("prefix", "");
    }

    @Test
    void aSelectionByOneFieldIsAConditionThatEmptyFieldsMeetOnlyWhenAskedFor() throws Exception {
        Path file = folder.resolve("rows.geojson");
        StringBuilder rows = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (String name : List.of("\"Dam\"", "\"dam 2\"", "\"it's\"", "null", "\"7\"")) {
            rows.append("{\"type\":\"Feature\",\"properties\":{\"a name\":")
                    .append(name)
                    .append("},\"geometry\":{\"type\":\"Point\",\"coordinates\":[120,30]}},");
        }
        Files.writeString(file, rows.substring(0, rows.length() - 1) + "]}");
        Map<String, Integer> expected = Map.of(
                "0 Dam", 1, "1 Dam", 3, "6 dam", 1, "7 am", 2, "8 ", 1, "9 ", 4, "10 D", 3, "0 it's", 1, "0 7", 1);
        for (var one : expected.entrySet()) {
            String[] parts = one.getKey().split(" ", 2);
            Path out = folder.resolve("out" + parts[0] + parts[1].length() + parts[1].hashCode() + ".geojson");
            OperationRuns.run(
                    "native:extractbyattribute",
                    Map.of("INPUT", file.toString()),
                    Map.of("FIELD", "a name", "OPERATOR", parts[0], "VALUE", parts[1]),
                    out.toString(),
                    Progress.silent());
            assertThat(Files.readString(out).split("\"Feature\"", -1).length - 1)
                    .as(one.getKey())
                    .isEqualTo(one.getValue());
        }
        assertThatThrownBy(() -> QgisNames.translate(new QgisNames.Call(
                        "native:extractbyattribute", Map.of(), Map.of("FIELD", "a", "OPERATOR", "11"))))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("OPERATOR=11");
    }

    @Test
    void toolsOfGdalThatDoTheSameAreCalledByTheirNames() {
        QgisNames.Call clip = QgisNames.translate(new QgisNames.Call(
                "gdal:clipvectorbyextent",
                Map.of("INPUT", "a.gml"),
                Map.of("EXTENT", "0.5,5.5,0.25,2.5 [EPSG:4326]", "OPTIONS", "")));
        assertThat(clip)
                .isEqualTo(new QgisNames.Call(
                        "select-in-extent",
                        Map.of("features", "a.gml"),
                        Map.of("extent", "0.5,5.5,0.25,2.5", "extent-crs", "EPSG:4326", "cut", "true")));
        // left and right are counted the other way round than by native:singlesidedbuffer
        assertThat(parameters("gdal:onesidebuffer", "BUFFER_SIDE", "1"))
                .containsEntry("side", "left")
                .containsEntry("segments", "30");
        assertThat(parameters("native:singlesidedbuffer", "SIDE", "1")).containsEntry("side", "right");
        assertThat(parameters("gdal:dissolve", "KEEP_ATTRIBUTES", "false")).containsEntry("others", "none");
        // what gdal does otherwise is left to be refused
        assertThat(parameters("gdal:buffervectors", "EXPLODE_COLLECTIONS", "true"))
                .containsEntry("EXPLODE_COLLECTIONS", "true");
    }

    @Test
    void toolsOfQgisCountRowsFromNoughtAndLeaveTexts() {
        assertThat(parameters("native:fieldcalculator", "FORMULA", "'@row_number ' || @row_number"))
                .containsEntry("expression", "qgis('''@row_number '' || (@row_number - 1)', 'field')");
    }

    @Test
    void aRasterCalculatorsCellSizeOfNoughtIsThatOfTheRasters() {
        assertThat(parameters("qgis:rastercalculator", "CELLSIZE", "0.0"))
                .containsEntry("finest", "true")
                .doesNotContainKey("cell");
        assertThat(parameters("qgis:rastercalculator", "CELLSIZE", "0.001"))
                .containsAllEntriesOf(Map.of("cell", "0.001", "finest", "true"));
    }

    @Test
    void aRasterToBurnIsOfTheSizeInCellsOrInUnits() {
        Map<String, String> given = Map.of(
                "EXTENT",
                "-1,10,-3,6 [EPSG:4326]",
                "WIDTH",
                "10.0",
                "HEIGHT",
                "12.0",
                "UNITS",
                "0",
                "FIELD",
                "intval",
                "BURN",
                "0.0",
                "INIT",
                "0.0",
                "NODATA",
                "0.0");
        assertThat(QgisNames.translate(new QgisNames.Call("gdal:rasterize", Map.of(), given))
                        .parameters())
                .containsAllEntriesOf(Map.of(
                        "extent",
                        "-1,10,-3,6",
                        "extent-crs",
                        "EPSG:4326",
                        "columns",
                        "10",
                        "rows",
                        "12",
                        "field",
                        "intval",
                        "background",
                        "0.0",
                        "none",
                        "0.0"));
        Map<String, String> units = Map.of("WIDTH", "0.5", "HEIGHT", "0.5", "UNITS", "1", "BURN", "3");
        assertThat(QgisNames.translate(new QgisNames.Call("gdal:rasterize", Map.of(), units))
                        .parameters())
                .containsAllEntriesOf(Map.of("cell", "0.5", "value", "3", "background", "0"));
    }

    @Test
    void theRowsOfAShapefileOrOfGmlAreCountedFromNought() {
        Map<String, String> given = Map.of("FORMULA", "'$id' || $id", "FIELD_TYPE", "2");
        for (String file : new String[] {"a.shp", "a.gml|layername=polys"}) {
            QgisNames.Call call = new QgisNames.Call("native:fieldcalculator", Map.of("INPUT", file), given);
            assertThat(QgisNames.translate(call).parameters())
                    .containsEntry("expression", "qgis('''$id'' || ($id - 1)', 'field')");
        }
        assertThat(QgisNames.translate(new QgisNames.Call("native:fieldcalculator", Map.of("INPUT", "a.gpkg"), given))
                        .parameters())
                .containsEntry("expression", "qgis('''$id'' || $id', 'field')");
    }

    private static Map<String, String> parameters(String operation, String name, String value) {
        return QgisNames.translate(new QgisNames.Call(operation, Map.of(), Map.of(name, value)))
                .parameters();
    }

    @Test
    void aBufferInDegreesIsMadeAsQgisMakesIt() throws Exception {
        Path points = folder.resolve("points.geojson");
        Files.writeString(
                points,
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[120,30]}}]}");
        Path out = folder.resolve("out.geojson");
        Answer answer = OperationRuns.run(
                "native:buffer",
                Map.of("INPUT", points.toString()),
                Map.of("DISTANCE", "1", "END_CAP_STYLE", "2"),
                out.toString(),
                Progress.silent());
        assertThat(answer.facts().toString()).contains("operation=buffer");
        assertThat(Files.readString(out)).contains("121").contains("29");
    }

    @Test
    void aListOfLayersIsMergedInItsOrderAndOneTooManyIsRefused() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            Path layer = folder.resolve("l" + i + ".geojson");
            Files.writeString(
                    layer,
                    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"n\":" + i
                            + "},\"geometry\":{\"type\":\"Point\",\"coordinates\":[12" + i + ",30]}}]}");
            all.append(i == 0 ? "" : ";").append(layer);
        }
        Path out = folder.resolve("merged.geojson");
        OperationRuns.run(
                "native:mergevectorlayers",
                Map.of(),
                Map.of("LAYERS", all.toString()),
                out.toString(),
                Progress.silent());
        assertThat(Files.readString(out)).containsSubsequence("120", "121", "122");
        String many = (all + ";").repeat(3) + all;
        assertThatThrownBy(() -> OperationRuns.run(
                        "native:mergevectorlayers",
                        Map.of("LAYERS", many),
                        Map.of(),
                        folder.resolve("many.geojson").toString(),
                        Progress.silent()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("LAYERS 11");
    }

    @Test
    void aUnionOfOneLayerIsThatOfItsAreasAmongEachOther() {
        assertThat(QgisNames.translate(new QgisNames.Call("native:union", Map.of(), Map.of("INPUT", "a.gpkg"))))
                .isEqualTo(new QgisNames.Call("self-union", Map.of("features", "a.gpkg"), Map.of()));
        assertThat(QgisNames.translate(new QgisNames.Call(
                                "native:union", Map.of("INPUT", "a.gpkg"), Map.of("OVERLAY", "b.gpkg")))
                        .operation())
                .isEqualTo("union");
    }

    @Test
    void anExpressionOfQgisIsReadByItsOwnRules() {
        assertThat(parameters("native:extractbyexpression", "EXPRESSION", "left( \"Name\",1)!='it\\'s'"))
                .containsEntry("where", "qgis_true('left( \"Name\",1)!=''it\\''s''') = true");
        assertThat(QgisExpression.ecql("\"a!=b\"")).isEqualTo("\"a!=b\"");
        assertThat(QgisExpression.ecql(" id ")).isEqualTo("\"id\"");
        assertThat(QgisExpression.ecql("id+1")).isEqualTo("qgis('id+1')");
        assertThat(QgisNames.translate(new QgisNames.Call(
                                "native:fieldcalculator", Map.of(), Map.of("FORMULA", "a/2", "FIELD_TYPE", "1")))
                        .parameters())
                .containsEntry("expression", "qgis('a/2', 'field')")
                .containsEntry("type", "integer");
    }

    @Test
    void straightLinesToHubsMeetTheAntimeridianNowhereAndGeodesicsAreRefused() {
        assertThat(parameters("native:hublines", "ANTIMERIDIAN_SPLIT", "true")).doesNotContainKey("ANTIMERIDIAN_SPLIT");
        assertThat(parameters("native:hublines", "GEODESIC", "false")).doesNotContainKey("GEODESIC");
        assertThat(parameters("native:hublines", "GEODESIC", "true")).containsKey("GEODESIC");
    }

    @Test
    void aWeightOrAFieldOfClassesIsWhatIsCounted() {
        assertThat(parameters("native:countpointsinpolygon", "WEIGHT", "people"))
                .containsEntry("sum", "people")
                .containsEntry("counted", "sum");
        assertThat(parameters("native:countpointsinpolygon", "CLASSFIELD", "kind"))
                .containsEntry("kinds", "kind")
                .containsEntry("counted", "kinds");
        assertThat(parameters("native:countpointsinpolygon", "CLASSFIELD", "")).doesNotContainKey("counted");
        assertThat(parameters("qgis:fieldcalculator", "NEW_FIELD", "True")).containsEntry("new", "true");
    }

    @Test
    void theResultAndWhatHasNoMatchGoWhereTheirNamesSay() throws Exception {
        Path points = folder.resolve("points.csv");
        Files.writeString(points, "id,name\n1,a\n2,b\n3,c\n");
        Path table = folder.resolve("table.csv");
        Files.writeString(table, "key,level\n1,high\n3,low\n");
        Map<String, String> asked = new java.util.HashMap<>(Map.of(
                "INPUT",
                points.toString(),
                "FIELD",
                "id",
                "INPUT_2",
                table.toString(),
                "FIELD_2",
                "key",
                "DISCARD_NONMATCHING",
                "True",
                "OUTPUT",
                folder.resolve("joined.csv").toString(),
                "NON_MATCHING",
                folder.resolve("apart.csv").toString()));
        OperationRuns.run("native:joinattributestable", Map.of(), asked, null, Progress.silent());
        assertThat(Files.readString(folder.resolve("joined.csv")))
                .contains("1,a,1,high", "3,c,3,low")
                .doesNotContain("2,b");
        assertThat(Files.readString(folder.resolve("apart.csv")).strip().lines().toList())
                .hasSize(2)
                .last()
                .isEqualTo("2,b");
        asked.remove("OUTPUT");
        asked.put("NON_MATCHING", folder.resolve("alone.csv").toString());
        OperationRuns.run("native:joinattributestable", Map.of(), asked, null, Progress.silent());
        assertThat(folder.resolve("alone.csv")).exists();
    }

    @Test
    void whatHasNoCounterpartIsRefusedByItsName() {
        assertThatThrownBy(() -> OperationRuns.run(
                        "gdal:slope",
                        Map.of("INPUT", "a.gpkg"),
                        Map.of("ZEVENBERGEN", "True"),
                        "b.gpkg",
                        Progress.silent()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("ZEVENBERGEN");
    }

    /** Left out it means the twelve nearest there: all points in their place were another surface. */
    @Test
    void theNearestPointsAloneAreNotInterpolated() {
        String name = "gdal:gridinversedistancenearestneighbor";
        Map<String, String> inputs = Map.of("INPUT", "a.gpkg");
        assertThat(QgisNames.translate(new QgisNames.Call(name, inputs, Map.of("MAX_POINTS", "0")))
                        .operation())
                .isEqualTo("interpolate-points");
        for (Map<String, String> more : List.of(Map.<String, String>of(), Map.of("MAX_POINTS", "12"))) {
            assertThatThrownBy(() -> OperationRuns.run(name, inputs, more, "b.tif", Progress.silent()))
                    .isInstanceOf(RiskMapException.class)
                    .hasMessageContaining("interpolate-points");
        }
    }

    @Test
    void oneNameIsSeveralToolsByAParameterAndOneNumberIsTwoChoices() {
        assertThat(QgisNames.translate(new QgisNames.Call(
                        "qgis:minimumboundinggeometry",
                        Map.of(),
                        Map.of("INPUT", "a.shp", "TYPE", "1", "FIELD", "kind"))))
                .isEqualTo(new QgisNames.Call(
                        "oriented-bounding-box",
                        Map.of("features", "a.shp"),
                        Map.of("around", "all", "by", "kind", "number", "id")));
        assertThat(QgisNames.translate(new QgisNames.Call(
                                "native:snapgeometries", Map.of(), Map.of("INPUT", "a.shp", "BEHAVIOR", "3")))
                        .parameters())
                .containsEntry("to", "closest")
                .containsEntry("insert", "false");
        assertThat(QgisNames.translate(new QgisNames.Call(
                                "native:fieldcalculator",
                                Map.of("INPUT", "a.gpkg|layername=b|geometrytype=Point"),
                                Map.of("FORMULA", "x+y=2", "FIELD_NAME", "z")))
                        .toString())
                .contains("a.gpkg#b", "x+y=2");
        // a way of simplifying that there is not here is refused, not taken for another
        assertThat(QgisNames.translate(new QgisNames.Call(
                                "native:simplifygeometries", Map.of(), Map.of("INPUT", "a.shp", "METHOD", "3")))
                        .parameters())
                .containsEntry("method", "3");
    }
}
