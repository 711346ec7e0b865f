package riskmap.app.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.Answer;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/** Imports into layers that are there: appended, updated by key, replaced; what a dry run says of them beforehand. */
class ImportModesTest {
    private static final String HEADER = "名称,学校类型,学生数,经度,纬度\n";
    private static final String SCHOOLS =
            HEADER + "第一小学,小学,800,122.10,37.50\n第二小学,小学,600,122.11,37.51\n第三中学,初中,1200,122.12,37.52\n";

    @TempDir
    Path folder;

    private Path project;
    private ImportRequest request;

    @BeforeEach
    void aProjectWithThreeSchools() throws IOException {
        project = folder.resolve("项目.gpkg");
        request = ImportRequest.of(project, table("学校.csv", SCHOOLS).toString()).into("school", null);
        Imports.run(request, Progress.silent());
    }

    private Path table(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static Map<String, SimpleFeature> schools(Workspace workspace) throws IOException {
        List<SimpleFeature> result = new ArrayList<>();
        try (SimpleFeatureIterator rows =
                workspace.features("school").getFeatures().features()) {
            while (rows.hasNext()) {
                result.add(rows.next());
            }
        }
        return result.stream().collect(Collectors.toMap(row -> (String) row.getAttribute("name"), row -> row));
    }

    @Test
    void aRowThatIsTurnedAwayIsSaidToBeSoAndIsNotCountedAmongThoseThatCameIn() throws IOException {
        String text = "名称,学校类型,学生数,经度,纬度\n第七小学,小学,七百,122.10,37.50\n";
        Answer unreadable = Imports.run(request.from(table("数.csv", text).toString()), Progress.silent());
        assertThat(unreadable.text()).contains("七百", "整行没有导入").doesNotContain("置为空");
        Answer again = Imports.run(request.from(table("学校.csv", SCHOOLS).toString()), Progress.silent());
        assertThat(again.text()).contains("新增 0 行", "拒收 3 行").doesNotContain("空缺，已导入");
    }

    @Test
    void anUpdateChangesWhatTheSourceSaysAndLeavesTheRest() throws IOException {
        String text = HEADER + "第一小学,小学,850,122.10,37.50\n第二小学,,600,122.111,37.51\n第三中学,初中,1200,122.12,37.52\n"
                + "第四小学,小学,300,122.13,37.53\n第一小学,小学,1,122,37\n,小学,2,122,37\n第五小学,大学城,1,122.1,37.5\n";
        ImportRequest update = request.from(table("更新.csv", text).toString()).with(ImportMode.UPDATE, "name");
        try (Workspace workspace = Workspace.open(project, false, Progress.silent())) {
            Map<String, SimpleFeature> before = schools(workspace);
            ImportOutcome said =
                    Imports.dryRun(update, workspace, Progress.silent()).get(0);
            assertThat(schools(workspace).keySet()).as("nothing written").isEqualTo(before.keySet());
            ImportOutcome done =
                    Imports.run(update, workspace, Progress.silent()).get(0);
            for (ImportOutcome outcome : List.of(said, done)) {
                assertThat(outcome.added()).isEqualTo(1);
                assertThat(outcome.updated()).isEqualTo(2);
                assertThat(outcome.unchanged()).isEqualTo(1);
                assertThat(outcome.rejected()).isEqualTo(3);
            }
            Map<String, SimpleFeature> after = schools(workspace);
            assertThat(after.get("第一小学").getAttribute("students")).isEqualTo(850L);
            assertThat(after.get("第一小学").getAttribute("uuid"))
                    .isEqualTo(before.get("第一小学").getAttribute("uuid"));
            assertThat(after.get("第二小学").getAttribute("type"))
                    .as("a blank cell changes nothing")
                    .isEqualTo("primary");
            assertThat(((Geometry) after.get("第二小学").getDefaultGeometry())
                            .distance((Geometry) before.get("第二小学").getDefaultGeometry()))
                    .isGreaterThan(50);
            assertThat(workspace.layers()).contains("school_rejected");

            assertThat(done.isUndoable()).isTrue();
            workspace.edits().undo(Progress.silent());
            assertThat(schools(workspace).get("第一小学").getAttribute("students")).isEqualTo(800L);
            assertThat(schools(workspace)).doesNotContainKey("第四小学");
        }
    }

    @Test
    void replacingTakesTheOldRowsAwayAndCanBeUndone() throws IOException {
        ImportRequest replace = request.from(
                        table("新.csv", HEADER + "新校,小学,10,122.1,37.5\n").toString())
                .with(ImportMode.REPLACE, null);
        try (Workspace workspace = Workspace.open(project, false, Progress.silent())) {
            ImportOutcome done =
                    Imports.run(replace, workspace, Progress.silent()).get(0);
            assertThat(done.removed()).isEqualTo(3);
            assertThat(schools(workspace)).containsOnlyKeys("新校");
            workspace.edits().undo(Progress.silent());
            assertThat(schools(workspace)).hasSize(3);
        }
    }

    @Test
    void rowsThatBreakARuleAreKeptWithTheReasonAndMissingOnesCounted() throws IOException {
        String text = HEADER + "甲,小学,-5,122.1,37.5\n乙,幼稚园,10,122.1,37.5\n丙,,10,122.1,37.5\n丁,小学,10,,\n";
        ImportRequest append = request.from(table("坏.csv", text).toString()).with(ImportMode.APPEND, null);
        try (Workspace workspace = Workspace.open(project, false, Progress.silent())) {
            ImportOutcome done =
                    Imports.run(append, workspace, Progress.silent()).get(0);
            assertThat(done.added()).isEqualTo(2);
            assertThat(done.rejected()).isEqualTo(2);
            assertThat(done.missing()).containsEntry("type", 1L).containsEntry("geom", 1L);
            assertThat(done.rejectedLayer()).isEqualTo("school_rejected");
            assertThat(schools(workspace)).hasSize(5).containsKeys("丙", "丁");
        }
    }

    @Test
    void theColumnsOfAFormAreRememberedForTheNextFile() throws IOException {
        String odd = "单位,人头,lon,lat\n甲校,5,122.1,37.5\n";
        Map<String, String> columns = Map.of("name", "单位", "students", "人头");
        Imports.run(
                request.from(table("一月.csv", odd).toString())
                        .withColumns(columns)
                        .with(ImportMode.APPEND, null),
                Progress.silent());
        Imports.run(
                request.from(table("二月.csv", odd.replace("甲校", "乙校")).toString())
                        .with(ImportMode.APPEND, null),
                Progress.silent());
        try (Workspace workspace = Workspace.open(project, true, Progress.silent())) {
            assertThat(schools(workspace).get("乙校").getAttribute("students")).isEqualTo(5L);
        }
    }

    @Test
    void aKeyThatTheSourceHasNoColumnForIsRefused() throws IOException {
        ImportRequest update = request.with(ImportMode.UPDATE, "address");
        assertThatThrownBy(() -> Imports.run(update, Progress.silent()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("app.import-key-missing");
    }

    @Test
    void aLayerTheCatalogueDoesNotKnowTakesRowsByTheNamesOfItsColumns() throws IOException {
        Path first = table("点.csv", "编号,值,lon,lat\n1,2.5,122.1,37.5\n2,3.5,122.2,37.5\n");
        Path second = table("点2.csv", "值,编号,lon,lat,多余\n9.5,2,122.2,37.5,x\n不是数,3,122.2,37.5,y\n");
        ImportRequest plain = ImportRequest.of(project, first.toString());
        Imports.run(plain, Progress.silent());
        Answer answer = Imports.run(
                plain.from(second.toString()).into(null, "点").with(ImportMode.UPDATE, "编号"), Progress.silent());
        assertThat(answer.json()).contains("\"updated\" : 1", "\"rejected\" : 1");
    }

    @Test
    void aZipOfAChineseOfficeIsReadAsTheFilesInIt() throws IOException {
        Path zip = folder.resolve("资料.zip");
        try (ZipOutputStream out =
                new ZipOutputStream(Files.newOutputStream(zip), java.nio.charset.Charset.forName("GBK"))) {
            out.putNextEntry(new ZipEntry("环翠区/中小学校.csv"));
            out.write(SCHOOLS.getBytes(java.nio.charset.Charset.forName("GBK")));
            out.putNextEntry(new ZipEntry("环翠区/说明.docx"));
            out.write(1);
        }
        Path fresh = folder.resolve("zip.gpkg");
        Answer answer = Imports.run(ImportRequest.of(fresh, zip.toString()), Progress.silent());
        assertThat(answer.text()).contains("中小学校", "说明.docx");
        try (Workspace workspace = Workspace.open(fresh, true, Progress.silent())) {
            assertThat(workspace.layers()).containsExactly("中小学校");
        }
    }

    @Test
    void aZipThatWritesElsewhereIsRefusedAndWritesNothing() throws IOException {
        Path zip = folder.resolve("坏.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../../外面.csv"));
            out.write(SCHOOLS.getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() ->
                        Imports.run(ImportRequest.of(folder.resolve("z.gpkg"), zip.toString()), Progress.silent()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("io.zip-name");
        assertThat(Files.exists(folder.resolve("../外面.csv"))).isFalse();
        assertThat(Files.exists(folder.resolve("z.gpkg"))).isFalse();
    }
}
