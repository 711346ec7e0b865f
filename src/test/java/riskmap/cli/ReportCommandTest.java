package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Layers;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.data.LayerData;

class ReportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void project() {
        Language.use(Language.CHINESE);
        project = folder.resolve("区.gpkg");
        var hospitals = (LayerData.Features) Layers.of("hospital", Point.class, "name:String", "beds:Integer")
                .row(
                        new org.locationtech.jts.geom.GeometryFactory()
                                .createPoint(new org.locationtech.jts.geom.Coordinate(410_100, 4_140_100)),
                        "=1+1 😀医院",
                        20)
                .data();
        try (Workspace made = Workspace.create(project, "试验区", "EPSG:4550")) {
            made.store().createLayer(hospitals.source().getSchema(), "hospital");
            made.store().append("hospital", hospitals.source().getFeatures(), Progress.silent());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineDoor.run(arguments, window -> {}, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void theCommandWritesTheFileAndSaysWhere() throws Exception {
        Path target = folder.resolve("质量.html");
        int code = run(
                "report",
                project.toString(),
                "--template",
                "survey-quality",
                "--set",
                "conclusion=请整改",
                "--out",
                "" + target);
        assertThat(err.toString()).doesNotContain("Exception");
        assertThat(code).isZero();
        assertThat(out.toString()).contains("质量.html");
        assertThat(Files.readString(target)).contains("请整改", "医疗机构", "缺少图层 镇街（town）：调查必须有镇街");
        assertThat(run("report", project.toString(), "--template", "survey-quality", "--json", "--out", "" + target))
                .isZero();
        assertThat(out.toString()).contains("\"tables\"", "\"verdict-by-town\"");
    }

    @Test
    void aColourSchemeThatThereIsNotIsNamed() {
        assertThat(run("report", project.toString(), "--colours", "mauve", "--out", folder.resolve("a.pdf") + ""))
                .isOne();
        assertThat(err.toString()).contains("mauve").contains("colourblind");
    }

    @Test
    void whatCannotBeDoneIsOneLineWithTheWayOut() {
        assertThat(run("report", project.toString(), "--out", "" + folder.resolve("a.pdf")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("riskmap risk combined");
        assertThat(run("report", project.toString(), "--template", "poem", "--out", "" + folder.resolve("a.pdf")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("poem", "briefing");
        assertThat(run(
                        "report",
                        project.toString(),
                        "--template",
                        "survey-quality",
                        "--out",
                        "" + folder.resolve("a.odt")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("pdf、docx、html、xlsx");
        assertThat(run(
                        "report",
                        project.toString(),
                        "--template",
                        "survey-quality",
                        "--out",
                        "" + folder.resolve("no/a.pdf")))
                .isEqualTo(1);
        assertThat(run("report", project.toString())).isEqualTo(2);
        assertThat(folder.toFile().list()).allMatch(name -> name.startsWith("区.gpkg"));
    }
}
