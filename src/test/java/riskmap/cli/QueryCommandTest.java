package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;
import riskmap.data.gpkg.GeoPackage;

/** Questions to a project: hits, values, cross-tables, files of them, saved ones, and reports that show them. */
class QueryCommandTest {
    private static final String PLACES =
            """
            {"type": "FeatureCollection", "features": [
             {"type": "Feature", "properties": {"kind": "=1+1", "people": 5},
              "geometry": {"type": "Point", "coordinates": [122.10, 37.50]}},
             {"type": "Feature", "properties": {"kind": "学校", "people": 7},
              "geometry": {"type": "Point", "coordinates": [122.11, 37.51]}},
             {"type": "Feature", "properties": {"kind": "学校", "people": null},
              "geometry": {"type": "Point", "coordinates": [122.19, 37.51]}},
             {"type": "Feature", "properties": {"kind": null, "people": 11},
              "geometry": {"type": "Point", "coordinates": [122.90, 37.90]}}]}
            """;
    private static final String ZONES =
            """
            {"type": "FeatureCollection", "features": [
             {"type": "Feature", "properties": {"zone": "西"}, "geometry": {"type": "Polygon", "coordinates":
              [[[122.0, 37.4], [122.15, 37.4], [122.15, 37.6], [122.0, 37.6], [122.0, 37.4]]]}},
             {"type": "Feature", "properties": {"zone": "东"}, "geometry": {"type": "Polygon", "coordinates":
              [[[122.15, 37.4], [122.3, 37.4], [122.3, 37.6], [122.15, 37.6], [122.15, 37.4]]]}}]}
            """;

    @TempDir
    private static Path folder;

    private static Path project;
    private static String places;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void aProjectOfPlacesAndZones() throws Exception {
        project = folder.resolve("项目.gpkg");
        places = project + "#place";
        Path points = Files.writeString(folder.resolve("place.geojson"), PLACES);
        Path zones = Files.writeString(folder.resolve("zone.geojson"), ZONES);
        QueryCommandTest first = new QueryCommandTest();
        first.inChinese();
        first.done("import", points.toString(), "--project", project.toString(), "--layer", "place");
        first.done("import", zones.toString(), "--project", project.toString(), "--layer", "zone");
    }

    @BeforeEach
    void inChinese() {
        Language.use(Language.CHINESE);
    }

    private int run(String... arguments) {
        return CommandLineDoor.run(arguments, window -> {}, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private String done(String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(run(arguments)).as(err.toString()).isZero();
        return out.toString();
    }

    @Test
    void hitsAreCountedAndAWrongConditionIsPointedAt() {
        assertThat(done("query", places, "--where", "people > 5")).contains("选出 2 个，共 4 个");
        assertThat(run("query", places, "--where", "人数 > 5")).isEqualTo(1);
        assertThat(err.toString()).contains("第 1 个字符处").contains("people");
    }

    @Test
    void valuesAreListedWithTheirCounts() {
        assertThat(done("query", places, "--values", "kind"))
                .containsPattern("2\\s+学校")
                .contains("（无值）")
                .contains("共 3 个不同的值");
    }

    @Test
    void aCrossTableByPlaceHoldsEveryFeature() {
        String text = done("query", places, "--rows", "zone:zone", "--columns", "kind", "--measure", "sum:people");
        assertThat(text.lines()
                        .filter(line -> line.startsWith("合计"))
                        .findFirst()
                        .orElseThrow())
                .containsPattern("23$");
        assertThat(text.lines()
                        .filter(line -> line.startsWith("区外"))
                        .findFirst()
                        .orElseThrow())
                .containsPattern("11$");
        assertThat(text).contains("区内 3 + 区外 1 + 无几何 0 = 全部 4");
    }

    @Test
    void textsOfAWrittenTableAreNoFormulas() throws Exception {
        Path book = folder.resolve("表.xlsx");
        Path csv = folder.resolve("表.csv");
        done("query", places, "--rows", "kind", "--columns", "kind", "--out", book.toString());
        done("query", places, "--rows", "kind", "--columns", "kind", "--out", csv.toString());
        try (ZipFile zip = new ZipFile(book.toFile())) {
            String cells = "";
            for (var entry :
                    zip.stream().filter(one -> one.getName().endsWith(".xml")).toList()) {
                cells += new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            }
            assertThat(cells).contains("1+1").doesNotContain("<f>").doesNotContain(">=1+1");
        }
        assertThat(Files.readString(csv)).contains("1+1").doesNotContainPattern("(^|[,;\"\\n])=1");
    }

    @Test
    void aWrittenTableHasTheWholeNumbersShownWithTwoDecimals() throws Exception {
        Path book = folder.resolve("平均.xlsx");
        // (5 + 7 + 11) / 3
        done("query", places, "--rows", "kind", "--measure", "mean:people", "--out", book.toString());
        try (ZipFile zip = new ZipFile(book.toFile())) {
            String cells = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(cells).contains("<v>" + 23 / 3.0 + "</v>");
            String styles = new String(
                    zip.getInputStream(zip.getEntry("xl/styles.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(styles).contains("#,##0.00");
        }
    }

    @Test
    void aConditionOfThousandsOfPartsIsAnswered() {
        String all = String.join(" AND ", Collections.nCopies(3000, "people > 5"));
        String any = String.join(" OR ", Collections.nCopies(3000, "people > 5"));
        assertThat(done("query", places, "--where", all)).contains("2 个");
        assertThat(done("query", places, "--where", any)).contains("2 个");
    }

    @Test
    void aSavedQueryWhoseLayerIsGoneSaysWhichAndWhatToDo() throws Exception {
        done("query", places, "--where", "people > 5", "--out", project + "#short_lived");
        done("query", project + "#short_lived", "--save", "短命");
        try (GeoPackage file = GeoPackage.open(project, false)) {
            file.dataStore().removeSchema("short_lived");
        }
        assertThat(run("query", project.toString(), "--saved", "短命")).isEqualTo(1);
        assertThat(err.toString()).contains("短命", "short_lived", "重新导入");
        done("query", project.toString(), "--remove", "短命");
    }

    @Test
    void whatIsSelectedBecomesALayer() {
        done("query", places, "--where", "people > 5", "--out", project + "#chosen");
        assertThat(done("query", project + "#chosen")).contains("共 2 个");
    }

    @Test
    void aSavedTableIsAskedAgainAndStandsInReports() throws Exception {
        done("query", places, "--rows", "zone:zone", "--columns", "kind", "--save", "按区统计", "--in-reports");
        assertThat(done("query", project.toString(), "--list")).contains("按区统计").contains("列入报告");
        done("query", project.toString(), "--rename", "按区统计", "分区统计");
        assertThat(done("query", project.toString(), "--saved", "分区统计"))
                .contains("西")
                .contains("合计");
        Path template = Files.writeString(
                folder.resolve("模板.json"),
                """
                {"format": "riskmap-report", "version": 1, "name": "t", "title": "统计", "sections": [
                  {"type": "queries"}, {"type": "queries", "title": "没有的", "tables": ["不存在"]}]}
                """);
        Path report = folder.resolve("报告.html");
        String said = done("report", project.toString(), "--template", template.toString(), "--out", report.toString());
        assertThat(said).contains("不存在");
        assertThat(Files.readString(report)).contains("分区统计").contains("区外").contains("守恒");
        done("query", project.toString(), "--remove", "分区统计");
        assertThat(done("query", project.toString(), "--list")).contains("没有保存的查询");
        assertThat(run("query", project.toString(), "--saved", "分区统计")).isEqualTo(1);
    }
}
