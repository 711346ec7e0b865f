package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.Workspace;
import riskmap.app.tool.ToolRecord;
import riskmap.app.tool.ToolRuns;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.raster.GeoTiffFormat;

/** Inputs whose files do not state their CRS: it is stated behind the file, in a call, in a row, in a record. */
class StatedCrsCommandTest {
    private static final String HEIGHTS =
            "ncols 3\nnrows 2\nxllcorner 500000\nyllcorner 4150000\ncellsize 10\n1 2 3\n4 5 6\n";
    private static final String POINTS = "name,x,y\n甲,500010,4150010\n乙,500500,4150500\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        return CommandLineDoor.run(arguments, project -> {}, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void ofARasterItIsTakenFromBehindTheFile() throws IOException {
        Path heights = Files.writeString(folder.resolve("dem.asc"), HEIGHTS);
        Path target = folder.resolve("moved.tif");
        assertThat(run(
                        "run",
                        "resample",
                        "--in",
                        "raster=" + heights,
                        "-p",
                        "crs=EPSG:4490",
                        "--out",
                        target.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("@EPSG:4550");
        assertThat(target).doesNotExist();
        assertThat(run(
                        "run",
                        "resample",
                        "--in",
                        "raster=" + heights + "@EPSG:4550",
                        "-p",
                        "crs=EPSG:4490",
                        "--out",
                        target.toString()))
                .as(err.toString())
                .isZero();
        var cells = new GeoTiffFormat()
                .read(target, ReadOptions.standard(), new ImportLog(), Progress.silent())
                .geometry();
        assertThat(Crs.code(cells.crs())).isEqualTo("EPSG:4490");
        assertThat(cells.minX()).isBetween(122.99, 123.01);
        assertThat(cells.maxY()).isBetween(37.4, 37.6);
    }

    @Test
    void whatIsSaidOfAFileWithoutOneLeadsThere() throws IOException {
        Path points = Files.writeString(folder.resolve("points.csv"), POINTS);
        run(
                "run",
                "buffer",
                "--in",
                "features=" + points,
                "-p",
                "distance=100",
                "--out",
                folder.resolve("b.gpkg").toString());
        assertThat(out + err.toString()).contains("@EPSG:4550");
    }

    @Test
    void theRunIsRecordedWithItAndRepeatedEqual() throws IOException {
        Path project = folder.resolve("p.gpkg");
        Workspace.create(project, "p", "EPSG:4550").close();
        Path points = Files.writeString(folder.resolve("points.csv"), POINTS);
        int code = run(
                "run",
                "buffer",
                "--in",
                "features=" + points + "@epsg:4550",
                "-p",
                "distance=100",
                "--out",
                project + "#近处");
        assertThat(code).as(err.toString()).isZero();
        try (Workspace opened = Workspace.open(project, true, Progress.silent())) {
            List<ToolRecord> history = ToolRuns.history(opened);
            assertThat(history).singleElement().satisfies(record -> assertThat(
                            record.inputs().get("features").source())
                    .isEqualTo("points.csv@EPSG:4550"));
            assertThat(ToolRuns.rerun(opened, history.get(0).runId(), Progress.silent())
                            .differences())
                    .isEmpty();
        }
    }

    @Test
    void aRowOfValuesMaySayIt() throws IOException {
        Path points = Files.writeString(folder.resolve("points.csv"), POINTS);
        Path rows = Files.writeString(folder.resolve("rows.csv"), "features,distance\n" + points + "@EPSG:4550,100\n");
        int code = run(
                "run",
                "buffer",
                "--rows",
                rows.toString(),
                "--out",
                folder.resolve("b.gpkg").toString());
        assertThat(code).as(err.toString()).isZero();
        assertThat(Files.list(folder).map(file -> file.getFileName().toString()))
                .contains("b_1.gpkg");
    }

    @Test
    void anUnknownCodeIsNamed() throws IOException {
        Path heights = Files.writeString(folder.resolve("dem.asc"), HEIGHTS);
        assertThat(run(
                        "run",
                        "slope",
                        "--in",
                        "elevation=" + heights + "@EPSG:99999999",
                        "--out",
                        folder.resolve("s.tif").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("EPSG:99999999");
    }

    @Test
    void theCellsOfARasterAreNotCalledRows() throws IOException {
        Path project = folder.resolve("p.gpkg");
        Workspace.create(project, "p", "EPSG:4550").close();
        Path heights = Files.writeString(folder.resolve("dem.asc"), HEIGHTS);
        int code = run(
                "run",
                "contours",
                "--in",
                "raster=" + heights + "@EPSG:4550",
                "-p",
                "interval=1",
                "--out",
                project + "#等高线");
        assertThat(code).as(err.toString()).isZero();
        try (Workspace opened = Workspace.open(project, true, Progress.silent())) {
            ToolRecord record = ToolRuns.history(opened).get(0);
            assertThat(record.inputs().get("raster").size().text()).isEqualTo("6 个像元");
            assertThat(record.output().size().text()).endsWith(" 行");
        }
    }

    @Test
    void oneThatContradictsTheFileGoesAndBothAreTold() throws IOException {
        Path points = folder.resolve("points.geojson");
        Files.writeString(
                points,
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4550\"}},"
                        + "\"features\":[{\"type\":\"Feature\",\"properties\":{\"n\":1},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[500010,4150010]}}]}");
        Path heights = Files.writeString(folder.resolve("dem.asc"), HEIGHTS);
        Path stated = folder.resolve("dem.tif");
        run("run", "assign-crs", "--in", "features=" + points, "-p", "crs=EPSG:4550", "--out", folder + "/same.gpkg");
        assertThat(run(
                        "run",
                        "resample",
                        "--in",
                        "raster=" + heights + "@EPSG:4550",
                        "-p",
                        "cell=10",
                        "--out",
                        "" + stated))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).doesNotContain("4551");
        int made = 0;
        for (String input : List.of(
                "buffer features=" + points, "buffer features=" + folder + "/same.gpkg", "contours raster=" + stated)) {
            String[] call = input.split(" ");
            out.getBuffer().setLength(0);
            int code =
                    run("run", call[0], "--in", call[1] + "@EPSG:4551", "--out", folder + "/made" + made++ + ".gpkg");
            assertThat(code).as(err.toString()).isZero();
            assertThat(out.toString()).as(input).contains("EPSG:4551").contains("EPSG:4550");
            out.getBuffer().setLength(0);
            run("run", call[0], "--in", call[1] + "@EPSG:4550", "--out", folder + "/made" + made++ + ".gpkg");
            assertThat(out.toString()).as(input).doesNotContain("@EPSG");
        }
    }
}
