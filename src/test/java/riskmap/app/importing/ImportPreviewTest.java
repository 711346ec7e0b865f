package riskmap.app.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.LayerAddress;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Gcj02;

/** What is found out of a source before it is imported, and why it is believed. */
class ImportPreviewTest {
    private static final double[][] SCHOOLS = {{122.10, 37.40}, {122.15, 37.42}, {122.20, 37.45}, {122.05, 37.38}};

    @TempDir
    Path folder;

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    /** The schools, moved by the web-map shift or not. */
    private static String schools(boolean shifted) {
        StringBuilder text = new StringBuilder("学校名称,学校类型,在校学生数,经度,纬度\n");
        for (int i = 0; i < SCHOOLS.length; i++) {
            double[] at = SCHOOLS[i].clone();
            if (shifted) {
                Gcj02.fromWgs84().apply(at, 1);
            }
            text.append(String.format(Locale.ROOT, "第%d小学,小学,%d,%.7f,%.7f%n", i, 300 + i, at[0], at[1]));
        }
        return text.toString();
    }

    private static ImportPreview look(Path file, Workspace workspace) {
        ImportRequest said = ImportRequest.of(Path.of("-"));
        return ImportPreviews.of(new LayerAddress(file, ""), said, workspace, Progress.silent());
    }

    @Test
    void encodingKindHeaderAndColumnsAreFoundWithTheReason() throws IOException {
        Language.use(Language.CHINESE);
        Path table = file("普查表.csv", "环翠区学校一览,,,,\n" + schools(false), Charset.forName("GBK"));
        ImportPreview seen = look(table, null);
        assertThat(seen.encoding().value()).isEqualTo("GB18030");
        assertThat(seen.encoding().reason().text()).contains("常用字");
        assertThat(seen.kind().value()).isEqualTo("school");
        assertThat(seen.kind().reason().text()).contains("在校学生数");
        assertThat(seen.table().header()).isEqualTo(2);
        assertThat(List.of(seen.table().x(), seen.table().y())).containsExactly("经度", "纬度");
        assertThat(seen.rows()).hasSize(4);
        assertThat(seen.rows().get(0)).startsWith("第0小学", "小学", "300");
        assertThat(seen.columns().get(2).samples()).containsExactly("300", "301", "302");
        assertThat(seen.gcj02().isFound()).isFalse();
    }

    @Test
    void gcj02IsRecognisedByFeaturesOfTheSameNames() throws IOException {
        Path project = folder.resolve("项目.gpkg");
        Path right = file("学校.csv", schools(false), StandardCharsets.UTF_8);
        Imports.run(ImportRequest.of(project, right.toString()).into("school", null), Progress.silent());
        Path shifted = file("网上.csv", schools(true), StandardCharsets.UTF_8);
        try (Workspace workspace = Workspace.open(project, true, Progress.silent())) {
            ImportPreview web = look(shifted, workspace);
            assertThat(web.gcj02().value()).isEqualTo("gcj02");
            assertThat(web.gcj02().reason().key()).isEqualTo("app.guess-gcj02-nearer");
            ImportPreview survey = look(right, workspace);
            assertThat(survey.gcj02().isFound()).isFalse();
            assertThat(survey.gcj02().reason().key()).isEqualTo("app.guess-gcj02-not");
            // the columns are those of a table that came before
            assertThat(web.memory().kind()).isEqualTo("school");
        }
        assertThat(look(file("高德点.csv", schools(true), StandardCharsets.UTF_8), null)
                        .gcj02()
                        .value())
                .isEqualTo("gcj02");
        assertThat(look(shifted, null).gcj02().isFound()).isFalse();
    }

    @Test
    void theCrsOfMetresIsFoundByZoneNumberByTheProjectOrNotAtAll() throws IOException {
        Path project = folder.resolve("项目.gpkg");
        Path place = file("学校.csv", schools(false), StandardCharsets.UTF_8);
        Imports.run(ImportRequest.of(project, place.toString()).into("school", null), Progress.silent());
        Map<String, String> codes = Map.of(
                "x,y\n41420000,4140000\n41430000,4150000\n", "EPSG:4529",
                "x,y\n12959000,4500000\n12960000,4510000\n", "EPSG:3857",
                "x,y\n13590000,4500000\n13600000,4510000\n", "",
                "x,y\n122.1,37.4\n122.2,37.5\n", "EPSG:4326",
                "x,y\n420000,4140000\n430000,4150000\n", "");
        int number = 0;
        for (Map.Entry<String, String> table : codes.entrySet()) {
            Path csv = file("点" + number++ + ".csv", table.getKey(), StandardCharsets.UTF_8);
            ImportPreview seen = look(csv, null);
            assertThat(seen.crs().value()).as(table.getKey()).isEqualTo(table.getValue());
            if (table.getValue().isEmpty() && table.getKey().contains("13590000")) {
                assertThat(seen.crs().reason().key()).isEqualTo("app.guess-crs-two");
            } else if (table.getValue().isEmpty()) {
                assertThat(seen.crs().reason().key()).isEqualTo("app.guess-crs-unknown");
                assertThat(seen.shapes()).isEmpty();
                try (Workspace workspace = Workspace.open(project, true, Progress.silent())) {
                    ImportPreview inProject = look(csv, workspace);
                    assertThat(inProject.crs().value())
                            .isEqualTo(workspace.map().crs());
                    assertThat(inProject.shapes()).hasSize(2);
                }
            }
        }
    }

    @Test
    void aDamagedFileInAnArchiveIsCalledByItsArchive() throws IOException {
        Path zip = folder.resolve("资料.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("坏.json"));
            out.write("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
        }
        ImportRequest request = ImportRequest.of(folder.resolve("新.gpkg"), zip.toString());
        assertThatThrownBy(() -> Imports.run(request, Progress.silent()))
                .isInstanceOf(RiskMapException.class)
                .satisfies(failure -> assertThat(
                                ((RiskMapException) failure).userMessage().text())
                        .contains("资料.zip", "坏.json")
                        .doesNotContain("riskmap-import-"));
    }
}
