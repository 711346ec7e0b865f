package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.Workbook;
import riskmap.io.raster.GeoTiffFormat;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void chinese() {
        Language.use(Language.CHINESE);
    }

    @AfterEach
    void chineseAgain() {
        Language.use(Language.CHINESE);
    }

    private int run(String... arguments) {
        return CommandLineDoor.run(arguments, window -> {}, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void helpIsInTheUsersLanguage() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("用法：", "列出普查图层种类");
        out.getBuffer().setLength(0);
        assertThat(run("--language", "en", "info", "--help")).isZero();
        assertThat(out.toString()).contains("Usage:", "What a file holds");
    }

    @Test
    void everyCommandAndOptionIsExplained() {
        Terminal nowhere = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true));
        for (Language language : Language.values()) {
            Language.use(language);
            picocli.CommandLine root =
                    Commands.line(new RootCommand(window -> {}, nowhere)).setResourceBundle(new HelpTexts());
            assertThat(root.getSubcommands()).hasSizeGreaterThan(20);
            root.getSubcommands().forEach((name, command) -> {
                assertThat(Commands.line(new RootCommand(window -> {}, nowhere), name)
                                .getSubcommands())
                        .as("a command is found by its own name")
                        .containsOnlyKeys(name);
                var spec = command.getCommandSpec();
                assertThat(spec.usageMessage().description()).as(name).isNotEmpty();
                spec.args().forEach(arg -> assertThat(arg.description())
                        .as(name + " " + arg.paramLabel())
                        .isNotEmpty());
            });
        }
    }

    @Test
    void wrongUsageIsOneLineAndTwo() {
        assertThat(run("infoo")).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("不认识“infoo”；用法见：riskmap --help");
        err.getBuffer().setLength(0);
        assertThat(run("info")).isEqualTo(2);
        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(err.toString()).contains("FILE[#LAYER]", "riskmap info --help");
        err.getBuffer().setLength(0);
        assertThat(run("run", "clip", "--in", "p.gpkg#parcels")).isEqualTo(2);
        assertThat(err.toString()).contains("p.gpkg#parcels", "应写作 NAME=FILE#LAYER", "riskmap run --help");
    }

    @Test
    void aToolThatDoesNotExistIsAnsweredWithThoseOfLikeNames() {
        assertThat(run("run", "extents", "--in", "features=p.gpkg#parcels")).isEqualTo(1);
        assertThat(err.toString())
                .contains("layer-extent", "riskmap operations")
                .doesNotContain("viewshed");
    }

    @Test
    void anElevationIsKnownToTheProjectAndTheWayToTheModelsIsSaid() throws Exception {
        Path project = folder.resolve("区.gpkg");
        GridGeometry cells = new GridGeometry(20, 10, 500_000, 4_140_000, 10, 10, Crs.of("EPSG:4550"));
        Path elevation = folder.resolve("from").resolve("ASTER_dem.tif");
        Files.createDirectory(elevation.getParent());
        new GeoTiffFormat().write(elevation, Grid.filled(cells, 12), Progress.silent());
        assertThat(run("import", elevation.toString(), "--project", project.toString()))
                .isZero();
        assertThat(out.toString()).contains("名为 dem", "--layer dem");
        assertThat(run("risk", "inundation", "--project", project.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("高程（dem）", "--layer dem");
        out.getBuffer().setLength(0);
        assertThat(run("import", elevation.toString(), "--project", project.toString(), "--layer", "dem"))
                .isZero();
        assertThat(out.toString()).doesNotContain("--layer dem");
        out.getBuffer().setLength(0);
        assertThat(run("info", project.toString())).isZero();
        assertThat(out.toString()).contains("dem.tif  栅格 20 × 10 像元", "ASTER_dem.tif  栅格");
        Files.delete(folder.resolve("dem.tif"));
        out.getBuffer().setLength(0);
        assertThat(run("info", project.toString())).isZero();
        assertThat(out.toString()).contains("dem.tif  ! ", "ASTER_dem.tif  栅格");
    }

    @Test
    void aMissingFileIsOneLineAndOne() {
        Path missing = folder.resolve("无此文件.gpkg");
        assertThat(run("info", missing.toString())).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("找不到文件：" + missing);
    }

    @Test
    void aFileOfNoKnownFormatIsSaidSo() throws Exception {
        Path text = Files.writeString(folder.resolve("说明.xyz"), "不是地图");
        assertThat(run("info", text.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("说明.xyz").doesNotContain("Exception");
        assertThat(err.toString().strip().lines()).hasSize(1);
    }

    @Test
    void informationShowsTheFirstRowsSoThatAWrongEncodingIsSeen() throws Exception {
        Path table = folder.resolve("避难场所.csv");
        Files.write(table, "名称,经度,纬度\n望岛广场,122.1,37.5\n".getBytes("GB18030"));
        assertThat(run("info", table.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("> 望岛广场");
        out.getBuffer().setLength(0);
        assertThat(run("info", table.toString(), "--encoding", "ISO-8859-1")).isZero();
        assertThat(out.toString()).doesNotContain("望岛广场");
    }

    @Test
    void aSheetIsNamedAndTheLogOfTheImportIsKeptInAFile() throws Exception {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("学校", List.of(List.of("学校名称", "经度", "纬度"), List.of("=一小", 122.1, 37.4)));
        sheets.put("旧表", List.of(List.of("名称", "经度", "纬度"), List.of("旧点", 122.1, 37.4)));
        String book =
                Workbook.write(folder.resolve("上报.xlsx"), sheets, List.of("旧表")).toString();
        assertThat(run("info", book)).isZero();
        assertThat(out.toString()).contains("=一小", "旧表").doesNotContain("旧点");
        assertThat(run("info", book, "--sheet", "旧表")).isZero();
        assertThat(out.toString()).contains("旧点");
        String project = folder.resolve("区.gpkg").toString();
        Path log = folder.resolve("日志.csv");
        assertThat(run("import", book, "--sheet", "旧表", "--project", project, "--log", folder + "/日志.doc"))
                .isOne();
        assertThat(folder.resolve("区.gpkg")).doesNotExist();
        assertThat(run("import", book, "--sheet", "旧表", "--project", project, "--log", log.toString()))
                .isZero();
        assertThat(Files.readString(log)).contains("上报.xlsx#旧表,旧表,结果", "新增 1 行");
        assertThat(run("import", book, "--project", project, "--log", folder + "/没有/日志.txt"))
                .isZero();
        assertThat(folder.resolve("没有/日志.txt")).content().contains("导入日志", "上报.xlsx#学校 → 学校");
    }

    @Test
    void theCatalogueAnswersInJson() throws Exception {
        assertThat(run("catalogue", "shelter", "--json")).isZero();
        var json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(out.toString());
        assertThat(json.get("key").asText()).isEqualTo("shelter");
        assertThat(json.get("fields").findValuesAsText("key")).contains("kind", "area_m2", "capacity_people", "uuid");
    }

    @Test
    void aLanguageMayStandBeforeTheCommandOrTheProjectToo() {
        String before = System.getProperty(Language.PROPERTY);
        try {
            assertThat(CommandLineDoor.afterLanguage(new String[] {"--language", "en", "district.gpkg"}))
                    .containsExactly("district.gpkg");
            assertThat(System.getProperty(Language.PROPERTY)).isEqualTo("en");
            assertThat(CommandLineDoor.afterLanguage(new String[] {"--language=zh"}))
                    .isEmpty();
            assertThat(System.getProperty(Language.PROPERTY)).isEqualTo("zh");
            assertThat(CommandLineDoor.afterLanguage(new String[] {"demo", "--language", "en"}))
                    .containsExactly("demo", "--language", "en");
            assertThat(System.getProperty(Language.PROPERTY)).isEqualTo("en");
        } finally {
            if (before == null) {
                System.clearProperty(Language.PROPERTY);
            } else {
                System.setProperty(Language.PROPERTY, before);
            }
        }
    }
}
