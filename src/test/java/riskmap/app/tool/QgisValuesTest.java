package riskmap.app.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values as scripts, models and people write them for QGIS. */
class QgisValuesTest {
    @Test
    void listsOfScriptsAndNamesOfChoicesMeanTheSameAsNumbersWithCommas() {
        for (String predicate : List.of("[0, 5]", "0,5", "0;5", "['0','5']", "intersect,are within", "(0,5)")) {
            assertThat(parameters("native:joinbylocationsummary", "PREDICATE", predicate))
                    .as(predicate)
                    .containsEntry("rule", "intersects")
                    .containsEntry("also", "within");
        }
        for (String fields : List.of("['a b', 'c']", "[\"a b\",\"c\"]", "a b;c", "a b,c")) {
            assertThat(parameters("native:dissolve", "FIELD", fields))
                    .as(fields)
                    .containsEntry("by", "a b,c");
        }
        assertThat(parameters("native:dissolve", "FIELD", "[]")).containsEntry("by", "");
        assertThat(parameters("native:reclassifybytable", "TABLE", "['', 850, 3, 850, '', 4]"))
                .containsEntry("table", "-1e30,850,3;850,1e30,4");
        assertThat(QgisNames.translate(new QgisNames.Call(
                                "native:mergevectorlayers",
                                Map.of(),
                                Map.of("LAYERS", "['a, b.gpkg|layername=c','d.shp']")))
                        .inputs())
                .isEqualTo(Map.of("features", "a, b.gpkg#c", "second", "d.shp"));
        assertThat(parameters("native:buffer", "END_CAP_STYLE", "Flat")).containsEntry("end", "flat");
        assertThat(parameters("native:buffer", "JOIN_STYLE", "Miter")).containsEntry("join", "mitre");
        assertThat(parameters("native:buffer", "DISSOLVE", "1")).containsEntry("dissolve", "true");
        assertThat(parameters("native:buffer", "END_CAP_STYLE", "7")).containsEntry("end", "7");
    }

    @Test
    void aTableOfRangesAndAFormulaOfRastersAreReadAsQgisWritesThem() {
        QgisNames.Call table = QgisNames.translate(new QgisNames.Call(
                "native:reclassifybytable",
                Map.of("INPUT_RASTER", "dem.tif"),
                Map.of("TABLE", ",850,3,850,,4", "NODATA_FOR_MISSING", "true", "RASTER_BAND", "1")));
        assertThat(table.operation()).isEqualTo("reclassify-by-table");
        assertThat(table.parameters())
                .containsAllEntriesOf(Map.of("table", "-1e30,850,3;850,1e30,4", "others", "none", "bounds", "upper"));
        QgisNames.Call formula = QgisNames.translate(new QgisNames.Call(
                "qgis:rastercalculator",
                Map.of(),
                Map.of(
                        "LAYERS",
                        "/x/dem.tif;soil 2.tif",
                        "EXPRESSION",
                        "dem@1 * 2 + \"soil 2@1\"",
                        "CELLSIZE",
                        "0.0")));
        assertThat(formula.inputs()).isEqualTo(Map.of("a", "/x/dem.tif", "b", "soil 2.tif"));
        assertThat(formula.parameters()).containsAllEntriesOf(Map.of("formula", "a * 2 + b", "finest", "true"));
    }

    @Test
    void whatIsAskedOfGroupsIsReadAsScriptsAndModelFilesWriteIt() {
        String python = "[{'input':'\"people\" + 1','aggregate':'sum','delimiter':',','name':'n','type':2,'x':None},"
                + "{'input':\"left('a;b',1)\",'aggregate':'concatenate','delimiter':'\\'','name':'m','type':10}]";
        assertThat(parameters("native:aggregate", "AGGREGATES", python))
                .isEqualTo(
                        Map.of(
                                "fields",
                                "\"n\":integer=sum(qgis('\"people\" + 1'));\"m\":text=concatenate(qgis('left(''a;b'',1)'),'''')"));
        assertThat(parameters("native:aggregate", "GROUP_BY", "array(\"a\", b)"))
                .isEqualTo(Map.of("by", "qgis('array(\"a\", b)')"));
        assertThat(parameters("native:aggregate", "GROUP_BY", "NULL")).isEmpty();
        assertThat(parameters("native:aggregate", "AGGREGATES", "[]").getOrDefault("fields", ""))
                .isEmpty();
        assertThat(parameters("native:aggregate", "AGGREGATES", "[{name")).containsEntry("fields", "[{name");
    }

    @Test
    void aPlaceAndItsCrsAreTwoParameters() {
        assertThat(parameters("native:extractbyextent", "EXTENT", "1,2,3,4 [EPSG:4326]"))
                .isEqualTo(Map.of("extent", "1,2,3,4", "extent-crs", "EPSG:4326"));
    }

    private static Map<String, String> parameters(String operation, String name, String value) {
        return QgisNames.translate(new QgisNames.Call(operation, Map.of(), Map.of(name, value)))
                .parameters();
    }
}
