package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;

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
        for (Language language : Language.values()) {
            Language.use(language);
            picocli.CommandLine root =
                    new picocli.CommandLine(new RootCommand(window -> {})).setResourceBundle(new HelpTexts());
            root.getSubcommands().forEach((name, command) -> {
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
    void theCatalogueAnswersInJson() throws Exception {
        assertThat(run("catalogue", "shelter", "--json")).isZero();
        var json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(out.toString());
        assertThat(json.get("key").asText()).isEqualTo("shelter");
        assertThat(json.get("fields").findValuesAsText("key")).contains("kind", "area_m2", "capacity_people", "uuid");
    }
}
