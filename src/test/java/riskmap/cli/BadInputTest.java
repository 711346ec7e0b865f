package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;

/** What stands in the way is said in one line; nothing half-written is left. */
class BadInputTest {
    private static final String POINTS =
            """
            {"type": "FeatureCollection", "features": [
             {"type": "Feature", "properties": {"name": "望岛", "people": 5},
              "geometry": {"type": "Point", "coordinates": [122.1, 37.5]}},
             {"type": "Feature", "properties": {"name": "崮山", "people": 7},
              "geometry": {"type": "Point", "coordinates": [122.3, 37.4]}}]}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Path source;
    private Path project;

    @BeforeEach
    void aProjectWithOneLayer() throws Exception {
        Language.use(Language.CHINESE);
        source = Files.writeString(folder.resolve("点.geojson"), POINTS);
        project = folder.resolve("项目.gpkg");
        assertThat(run("import", source.toString(), "--project", project.toString(), "--layer", "点"))
                .as(err.toString())
                .isZero();
        err.getBuffer().setLength(0);
        out.getBuffer().setLength(0);
    }

    private int run(String... arguments) {
        return CommandLineDoor.run(arguments, window -> {}, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    /** Runs a command that must fail: the last line on stderr is the reason, and no new file appears. */
    private String failure(int code, String... arguments) throws Exception {
        List<Path> before = files();
        assertThat(run(arguments)).as(err.toString()).isEqualTo(code);
        assertThat(files()).as("files left behind").isEqualTo(before);
        assertThat(err.toString()).doesNotContain("\tat ").doesNotContain("Exception");
        List<String> lines = err.toString().strip().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    @Test
    void aFileThatIsNoGeoPackage() throws Exception {
        Path text = Files.writeString(folder.resolve("假.gpkg"), "这不是数据库".repeat(100));
        assertThat(failure(1, "verify", text.toString())).contains("假.gpkg");
        assertThat(Files.readString(text)).startsWith("这不是数据库");
    }

    @Test
    void aTruncatedGeoPackage() throws Exception {
        Path cut = folder.resolve("截断.gpkg");
        Files.copy(project, cut);
        try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
            file.setLength(file.length() / 3);
        }
        assertThat(failure(1, "info", cut.toString())).contains("截断.gpkg");
    }

    @Test
    void anUnknownCrs() throws Exception {
        assertThat(failure(1, "import", source.toString(), "--project", project.toString(), "--crs", "EPSG:99999"))
                .contains("99999");
    }

    @Test
    void aMissingColumn() throws Exception {
        Path table = Files.writeString(folder.resolve("表.csv"), "名称,经度,纬度\n甲,122.1,37.5\n");
        assertThat(failure(1, "import", table.toString(), "--project", project.toString(), "--x", "东", "--y", "北"))
                .contains("东");
    }

    @Test
    void aLayerThatIsNotThere() throws Exception {
        assertThat(failure(
                        1,
                        "export",
                        project + "#无此图层",
                        folder.resolve("x.geojson").toString()))
                .contains("无此图层", "点");
    }

    @Test
    void whatAToolCouldNotReadIsCountedAndLocatedAndTheRestGoesOn() throws Exception {
        String bad = "{\"type\": \"Feature\", \"properties\": {\"name\": \"坏\"},"
                + " \"geometry\": {\"type\": \"Point\", \"coordinates\": [\"东\", 37]}},\n {\"type\"";
        Path half = Files.writeString(
                folder.resolve("半坏.geojson"), POINTS.replace("{\"type\": \"Feature\",", bad + ": \"Feature\","));
        Path result = folder.resolve("中心.csv");
        assertThat(run("run", "centroid", "--in", "features=" + half, "--out", result.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out + err.toString()).contains("半坏.geojson：修复 2 处：", "（第 1 个要素；第 3 个要素）");
        assertThat(result).content().contains("望岛", "崮山");
        assertThat(run("info", half.toString())).isZero();
        assertThat(out.toString()).contains("! 修复 2 处：", "（第 1 个要素；第 3 个要素）");
    }

    @Test
    void whatAFormatCannotHoldIsCountedAndLocatedToo() throws Exception {
        Path mixed = Files.writeString(
                folder.resolve("混合.geojson"),
                POINTS.replace(
                        "\"Point\", \"coordinates\": [122.3, 37.4]",
                        "\"LineString\", \"coordinates\": [[122.3, 37.4], [122.4, 37.4]]"));
        Path result = folder.resolve("点.shp");
        assertThat(run("run", "number-features", "--in", "features=" + mixed, "--out", result.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out + err.toString()).contains("跳过 1 个：", "（第 2 个要素）");
    }

    @Test
    void aLayerOfAnotherShapeThanTheToolWorksOn() throws Exception {
        String target = folder.resolve("长线.csv").toString();
        assertThat(failure(1, "run", "extend-lines", "--in", "features=" + project + "#点", "--out", target))
                .isEqualTo("“要素图层（features）”要的是线图层，“点”是点图层：请换一个图层");
        assertThat(failure(1, "run", "explode-lines", "--in", "features=" + project + "#点", "--out", target))
                .contains("要的是线、面图层");
    }

    @Test
    void aConditionThatIsNotFinishedOrNamesNoFieldIsSaidAtItsPlace() throws Exception {
        String layer = project + "#点";
        String target = folder.resolve("选.csv").toString();
        assertThat(failure(1, "run", "select", "--in", "features=" + layer, "-p", "where=people >", "--out", target))
                .contains("第 8 个字符处：条件还没写完");
        assertThat(failure(1, "export", layer, target, "--where", "peple > 5")).contains("第 1 个字符处", "people");
        assertThat(failure(1, "calculate", layer, "people", "1", "--where", "people = ("))
                .contains("第 10 个字符处");
    }

    @Test
    void pointsWithoutAnyValueMakeNoSurface() throws Exception {
        assertThat(failure(
                        1,
                        "run",
                        "interpolate-points",
                        "--in",
                        "features=" + project + "#点",
                        "-p",
                        "cell=100",
                        "--out",
                        folder.resolve("面.tif").toString()))
                .contains("“点”的 2 个要素都没有“Z”值");
    }

    @Test
    void howManyRowsWereWrittenIsSaid() {
        String target = folder.resolve("选.csv").toString();
        assertThat(run(
                        "run",
                        "select",
                        "--in",
                        "features=" + project + "#点",
                        "-p",
                        "where=people > 5",
                        "--out",
                        target))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("已写入 " + target + "，共 1 行");
    }

    @Test
    void aBadParameterAndAnUnknownTool() throws Exception {
        assertThat(failure(
                        1,
                        "run",
                        "slope",
                        "-p",
                        "unit=furlong",
                        "--out",
                        folder.resolve("s.tif").toString()))
                .isNotBlank();
        assertThat(failure(
                        1,
                        "run",
                        "no-such-tool",
                        "--out",
                        folder.resolve("s.tif").toString()))
                .contains("no-such-tool");
        assertThat(failure(1, "risk", "combined", "--project", project.toString(), "-p", "cell-size=-5"))
                .contains("cell-size", "-5");
    }

    @Test
    void thresholdsThatContradictEachOther() throws Exception {
        assertThat(failure(
                        1, "risk", "rain-signal", "--project", project.toString(), "-p", "thresholds=1,6,50;2,12,50"))
                .contains("蓝色", "黄色", "6 小时 50 毫米", "12 小时 50 毫米");
        assertThat(failure(1, "risk", "monitoring-alarm", "--project", project.toString(), "-p", "hysteresis=1"))
                .contains("回差", "2.5", "3.5");
    }

    @Test
    void aLayerThatAModelNeedsIsNotLeftOut() throws Exception {
        assertThat(failure(1, "risk", "combined", "--project", project.toString(), "-p", "without=school,town"))
                .contains("综合风险区划", "镇街", "不能不用");
        assertThat(failure(1, "risk", "combined", "--project", project.toString(), "-p", "without=sea"))
                .contains("sea", "bridge_tunnel");
    }

    @Test
    void aModelWhoseLayersAreMissing() throws Exception {
        assertThat(failure(1, "risk", "combined", "--project", project.toString()))
                .contains("town");
    }

    @Test
    void aConditionThatIsWronglyWritten() throws Exception {
        assertThat(failure(
                        1, "export", project + "#点", folder.resolve("x.geojson").toString(), "--where", "people >"))
                .contains("people >");
    }

    @Test
    void aTargetInsideWhatIsNoFolder() throws Exception {
        assertThat(failure(
                        1, "export", project + "#点", source.resolve("x.geojson").toString()))
                .contains("x.geojson");
        assertThat(failure(
                        1,
                        "print",
                        project.toString(),
                        "--out",
                        source.resolve("图.pdf").toString()))
                .contains("点.geojson");
    }

    @Test
    void aLayoutThatIsNotThere() throws Exception {
        assertThat(failure(1, "print", project.toString(), "--layout", "无此版面", "--out", folder + "/图.pdf"))
                .contains("无此版面");
    }

    @Test
    void aFullDisk() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full) && Files.isWritable(Path.of("/dev/shm")), "no small disk to fill");
        Path small = Files.createDirectories(folder.resolve("小盘"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString())
                .redirectErrorStream(true)
                .start();
        assumeTrue(mount.waitFor() == 0, "no right to mount a small disk");
        try {
            Path copy = small.resolve("出.geojson");
            Path many = folder.resolve("多.csv");
            StringBuilder text = new StringBuilder("name,lon,lat\n");
            for (int i = 0; i < 20_000; i++) {
                text.append("点位名称").append(i).append(",122.").append(i).append(",37.5\n");
            }
            Files.writeString(many, text, StandardCharsets.UTF_8);
            assertThat(run("import", many.toString(), "--project", project.toString(), "--layer", "多"))
                    .isZero();
            err.getBuffer().setLength(0);
            assertThat(failure(1, "export", project + "#多", copy.toString())).contains("磁盘");
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    @Test
    void aProjectThatAnotherProgramIsWriting() throws Exception {
        Path locked = project;
        Process other = new ProcessBuilder(
                        "/usr/bin/python3",
                        "-c",
                        "import sqlite3,sys,time\n"
                                + "c=sqlite3.connect(sys.argv[1],isolation_level=None)\n"
                                + "c.execute('BEGIN EXCLUSIVE')\n"
                                + "print('locked',flush=True)\ntime.sleep(60)",
                        locked.toString())
                .redirectErrorStream(true)
                .start();
        try {
            byte[] said = other.getInputStream().readNBytes(6);
            assumeTrue(
                    new String(said, StandardCharsets.UTF_8).equals("locked"), "python3 with sqlite3 is not installed");
            assertThat(run("import", source.toString(), "--project", project.toString(), "--layer", "新"))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("项目.gpkg").doesNotContain("\tat ");
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(run("info", project.toString())).isZero();
        assertThat(out.toString()).contains("点").doesNotContain("新 ");
    }
}
