package riskmap.app.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/** Calls in QGIS's names on tables with places, whose results are read back as CSV. */
class QgisCallsTest {
    @TempDir
    private Path folder;

    private int made;

    @BeforeEach
    void layers() throws Exception {
        Files.writeString(
                folder.resolve("p.csv"),
                "name,people,share,kind,x,y\n甲,1,0.5,a,500000,4150000\n乙,,2.5,b,500010,4150000\n丙,3,100.125,,500005,4150020\n");
        Files.writeString(
                folder.resolve("a.csv"),
                "zone,WKT\n西,\"POLYGON((499990 4149990,500005 4149990,500005 4150010,499990 4150010,499990 4149990))\"\n"
                        + "东,\"POLYGON((500010 4149990,500030 4149990,500030 4150010,500010 4150010,500010 4149990))\"\n");
    }

    /** Lines of the result, of OUTPUT or of another of the names. */
    private List<String> lines(String output, String tool, String... parameters) throws Exception {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            String value = parameters[i + 1];
            given.put(parameters[i], value.endsWith(".csv") ? folder.resolve(value) + "@EPSG:4550" : value);
        }
        Path target = folder.resolve("made" + made++ + ".csv");
        given.put(output, target.toString());
        OperationRuns.run(tool, Map.of(), given, null, Progress.silent());
        return Files.readAllLines(target);
    }

    @Test
    void whatDoesNotMeetAConditionIsAResultOfItsOwn() throws Exception {
        String[] call = {"INPUT", "p.csv", "EXPRESSION", "\"people\" > 1"};
        assertThat(lines("OUTPUT", "native:extractbyexpression", call))
                .hasSize(2)
                .anyMatch(line -> line.contains("丙"));
        // of 乙 nothing is known
        assertThat(lines("FAIL_OUTPUT", "native:extractbyexpression", call))
                .hasSize(3)
                .anyMatch(line -> line.contains("甲"))
                .anyMatch(line -> line.contains("乙"));
        assertThat(lines(
                        "FAIL_OUTPUT",
                        "native:extractbyattribute",
                        "INPUT",
                        "p.csv",
                        "FIELD",
                        "people",
                        "OPERATOR",
                        "1",
                        "VALUE",
                        "1"))
                .hasSize(3);
    }

    @Test
    void severalRelationsAskedForAreOneOrTheOther() throws Exception {
        String[] call = {"INPUT", "p.csv", "INTERSECT", "a.csv", "PREDICATE", "4"};
        assertThat(lines("OUTPUT", "native:extractbylocation", call)).hasSize(2).anyMatch(line -> line.contains("乙"));
        call[5] = "[4, 2]";
        assertThat(lines("OUTPUT", "native:extractbylocation", call)).hasSize(3).anyMatch(line -> line.contains("丙"));
        for (String tool : List.of("native:joinattributesbylocation", "qgis:joinbylocationsummary")) {
            boolean summary = tool.startsWith("qgis");
            List<String> lines = lines(
                    "OUTPUT",
                    tool,
                    "INPUT",
                    "p.csv",
                    "JOIN",
                    "a.csv",
                    "PREDICATE",
                    "3,5",
                    "DISCARD_NONMATCHING",
                    "true",
                    summary ? "SUMMARIES" : "METHOD",
                    "0");
            assertThat(lines).hasSize(3);
        }
        assertThatThrownBy(() -> OperationRuns.run(
                        "spatial-join",
                        Map.of("features", folder + "/p.csv", "areas", folder + "/a.csv"),
                        Map.of("also", "disjoint"),
                        folder + "/none.csv",
                        Progress.silent()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("disjoint");
    }

    @Test
    void aFieldThatIsThereKeepsItsTypeWhateverACallSays() throws Exception {
        assertThat(lines(
                        "OUTPUT",
                        "native:fieldcalculator",
                        "INPUT",
                        "p.csv",
                        "FIELD_NAME",
                        "share",
                        "FIELD_TYPE",
                        "1",
                        "FORMULA",
                        "\"share\" + 0.25"))
                .anyMatch(line -> line.contains("0.75"))
                .anyMatch(line -> line.contains("100.375"));
        assertThat(lines(
                        "OUTPUT",
                        "native:fieldcalculator",
                        "INPUT",
                        "p.csv",
                        "FIELD_NAME",
                        "n",
                        "FIELD_TYPE",
                        "1",
                        "FORMULA",
                        "\"share\" + 0.25"))
                .anyMatch(line -> line.contains("100.125") && line.contains(",100,"));
    }

    @Test
    void halvesAreaAndWhatIsSaidOfNothingAreAsInQgis() throws Exception {
        for (String[] each : new String[][] {
            {"format_number(\"share\", 2)", "100.13"},
            {"coalesce(area($geometry), 'none')", "none"},
            {"coalesce(concatenate(\"kind\", filter:=\"name\" = '丙'), 'none')", "none"},
            {"sum(\"people\", filter:=\"name\" = '乙') || 'x'", "0x"}
        }) {
            assertThat(lines(
                            "OUTPUT",
                            "native:fieldcalculator",
                            "INPUT",
                            "p.csv",
                            "FIELD_NAME",
                            "t",
                            "FIELD_TYPE",
                            "2",
                            "FORMULA",
                            each[0]))
                    .anyMatch(line -> line.contains("丙") && line.contains(each[1]));
        }
    }

    @Test
    void theOrderOfAPathIsAFieldOrAnyExpressionAndTheRowsWithoutOne() throws Exception {
        assertThat(lines("OUTPUT", "native:pointstopath", "INPUT", "p.csv", "ORDER_EXPRESSION", "\"share\""))
                .hasSize(2)
                .anyMatch(line -> line.contains("0.5") && line.contains("100.125"));
        assertThat(lines("OUTPUT", "native:pointstopath", "INPUT", "p.csv", "ORDER_EXPRESSION", "\"share\" * -1"))
                .anyMatch(line -> line.contains("-100.125") && line.contains("-0.5"));
        assertThat(lines("OUTPUT", "native:pointstopath", "INPUT", "p.csv", "GROUP_EXPRESSION", "'all'"))
                .anyMatch(line -> line.contains("group"))
                .anyMatch(line -> line.contains("all,1,"));
    }

    @Test
    void textsPutTogetherOfRowsThatHaveNoneAreNone() throws Exception {
        String fields =
                "[{'aggregate':'concatenate','delimiter':',','input':'\"kind\"','length':0,'name':'k','precision':0,'type':10},"
                        + "{'aggregate':'sum','delimiter':'','input':'\"people\"','length':0,'name':'n','precision':0,'type':6}]";
        assertThat(lines("OUTPUT", "native:aggregate", "INPUT", "p.csv", "GROUP_BY", "\"name\"", "AGGREGATES", fields))
                .anyMatch(line -> line.startsWith("b,"))
                .anyMatch(line -> line.startsWith(",3"));
    }

    @Test
    void aToolThereIsNotIsRefusedWithTheLikest() {
        assertThatThrownBy(() -> lines("OUTPUT", "gdal:gdalinfo", "INPUT", "p.csv"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("riskmap info");
        QgisLines.LIKEST.forEach((name, likest) -> {
            assertThat(QgisLines.ALL).doesNotContainKey(name);
            for (String tool : likest.split(", ")) {
                boolean isTool = riskmap.analysis.Operations.all().stream()
                        .anyMatch(one -> one.id().equals(tool));
                assertThat(isTool || tool.startsWith("riskmap ") || tool.startsWith("FILE"))
                        .as(name + ": " + tool)
                        .isTrue();
            }
        });
    }

    @Test
    void stepsOfProjThatOnlyWriteAPlaceInAnotherWayAreTaken() throws Exception {
        String steps = "+proj=pipeline +step +inv +proj=tmerc +lat_0=0 +lon_0=123 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80"
                + " +step +proj=unitconvert +xy_in=rad +xy_out=deg";
        assertThat(reprojected(steps)).anyMatch(line -> line.contains("122.99") || line.contains("123"));
        assertThatThrownBy(() -> reprojected(steps + " +step +proj=helmert +x=1"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("OPERATION");
    }

    private List<String> reprojected(String operation) throws Exception {
        return lines(
                "OUTPUT", "native:reprojectlayer", "INPUT", "p.csv", "TARGET_CRS", "EPSG:4490", "OPERATION", operation);
    }

    @Test
    void aSavedLayerIsCalledAsAsked() throws Exception {
        Path saved = folder.resolve("saved.gpkg");
        OperationRuns.run(
                "native:savefeatures",
                Map.of(),
                Map.of("INPUT", folder.resolve("p.csv") + "@EPSG:4550", "LAYER_NAME", "点", "OUTPUT", saved.toString()),
                null,
                Progress.silent());
        assertThat(lines("OUTPUT", "native:centroids", "INPUT", saved + "#点")).hasSize(4);
    }

    @Test
    void aTextInAFieldOfNumbersIsToldAndWhatWasThereStays() throws Exception {
        Path target = folder.resolve("told.csv");
        String told = OperationRuns.run(
                        "native:fieldcalculator",
                        Map.of(),
                        Map.of(
                                "INPUT",
                                folder.resolve("p.csv") + "@EPSG:4550",
                                "FIELD_NAME",
                                "share",
                                "FIELD_TYPE",
                                "0",
                                "FORMULA",
                                "\"name\" || 'x'",
                                "OUTPUT",
                                target.toString()),
                        null,
                        Progress.silent())
                .text();
        assertThat(told).contains("甲x").contains("乙x");
        assertThat(Files.readAllLines(target)).anyMatch(line -> line.contains("甲") && line.contains("0.5"));
    }
}
