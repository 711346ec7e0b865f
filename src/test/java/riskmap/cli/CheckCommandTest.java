package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.geo.crs.Crs;

/** {@code riskmap check}: exit codes, files of the verdict, excuses and sign-offs that are kept. */
class CheckCommandTest {
    @TempDir
    Path folder;

    private Path project;
    private String out;

    @BeforeEach
    void project() throws ParseException {
        Language.use(Language.CHINESE);
        project = folder.resolve("p.gpkg");
        LayerKind kind = Catalogue.standard().kind("place");
        SimpleFeatureType type = kind.featureType("place", Crs.of("EPSG:4550"));
        try (Workspace workspace = Workspace.create(project, "试验", "EPSG:4550")) {
            workspace.store().createLayer(type, "地名");
            List<SimpleFeature> rows = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                SimpleFeatureBuilder builder = new SimpleFeatureBuilder(type);
                builder.set("geom", new WKTReader().read("POINT(" + (500_000 + 100 * i) + " 4140000)"));
                builder.set("uuid", "0000000" + i + "-0000-4000-8000-000000000000");
                kind.fields().stream()
                        .filter(field -> field.required() && !field.key().equals("uuid"))
                        .forEach(field -> builder.set(
                                field.key(),
                                field.domain() == null
                                        ? "某地"
                                        : field.domain().codes().get(0).code()));
                builder.set("name", i == 3 ? null : "地" + i);
                rows.add(builder.buildFeature(null));
            }
            workspace.store().append("place", new ListFeatureCollection(type, rows), Progress.silent());
        }
    }

    private int run(String... arguments) {
        StringWriter text = new StringWriter();
        int code = CommandLineDoor.run(
                arguments, window -> {}, new PrintWriter(text, true), new PrintWriter(new StringWriter(), true));
        out = text.toString();
        return code;
    }

    private int check(String... more) {
        List<String> arguments = new ArrayList<>(List.of("check", project.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void somethingFoundEndsWith3AndAnExcuseMakesItGood() {
        assertThat(check("--json")).isEqualTo(3);
        String id = out.replaceAll("(?s).*\"id\" : \"([0-9a-f]{10})\".*\"rule\" : \"required\".*", "$1");
        assertThat(id).hasSize(10);
        assertThat(check("--excuse", id)).as("a reason is wanted").isEqualTo(1);
        assertThat(check("--excuse", id, "--reason", "无名地", "--by", "张三")).isZero();
        assertThat(check()).isZero();
        assertThat(check("--no-excuse", id)).isEqualTo(3);
    }

    @Test
    void aProjectThatIsBeingFilledIsToldWhatItLacksInBothLanguagesAndStaysGood() {
        assertThat(check("--json")).isEqualTo(3);
        String id = out.replaceAll("(?s).*\"id\" : \"([0-9a-f]{10})\".*\"rule\" : \"required\".*", "$1");
        assertThat(check("--excuse", id, "--reason", "无名地", "--by", "张三"))
                .as("what is missing does not fail it")
                .isZero();
        assertThat(out.lines()).contains("缺少图层 镇街（town）：调查必须有镇街", "缺少图层 应急避难场所（shelter）：调查必须有避难场所");
        assertThat(check("--json")).isZero();
        assertThat(out)
                .contains("\"zh\" : \"房屋建筑\"", "\"en\" : \"Buildings\"", "\"severity\" : \"progress\"")
                .contains("\"state\" : \"absent\"");
        assertThat(check("--layer", "place")).isZero();
        assertThat(out).doesNotContain("缺少图层");
    }

    @Test
    void theLastCheckIsListedWithoutCheckingAndSaysWhetherTheDataHasChanged() {
        assertThat(check("--last")).as("nothing is kept yet").isEqualTo(1);
        assertThat(check("--write")).isEqualTo(3);
        assertThat(check("--last")).isEqualTo(3);
        assertThat(out).contains("上次检查：", "此后所查图层没有改动", "缺少图层 镇街（town）：调查必须有镇街");
        assertThat(check("--last", "--json")).isEqualTo(3);
        assertThat(out).contains("\"kind\" : \"town\"", "\"state\" : \"absent\"");
        String id = out.replaceAll("(?s).*\"id\" : \"([0-9a-f]{10})\".*\"rule\" : \"required\".*", "$1");
        assertThat(check("--excuse", id, "--reason", "无名地", "--by", "张三"))
                .as("it is told by the same name as in a check")
                .isZero();
        assertThat(check("--last")).as("the excuse holds for what is kept").isZero();
    }

    @Test
    void theVerdictIsWrittenAsPageAndTablesAndAnUnknownEndingIsRefusedFirst() throws Exception {
        Path page = folder.resolve("v.pdf");
        Path csv = folder.resolve("v.csv");
        Path xlsx = folder.resolve("v.xlsx");
        Path json = folder.resolve("v.json");
        assertThat(check(
                        "--sample",
                        "50",
                        "--seed",
                        "3",
                        "--limit",
                        "20",
                        "--verdict",
                        page.toString(),
                        "--verdict",
                        csv.toString(),
                        "--verdict",
                        xlsx.toString(),
                        "--verdict",
                        json.toString()))
                .isIn(0, 3);
        try (PDDocument document = Loader.loadPDF(page.toFile())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(document.getPage(0).getMediaBox().getHeight() * 25.4 / 72)
                    .isCloseTo(297, org.assertj.core.data.Offset.offset(0.1));
            assertThat(new PDFTextStripper().getText(document)).contains("差错率", "检查人", "50%", "缺少或没有要素的图层");
        }
        assertThat(Files.readString(csv)).contains("差错率", "应急避难场所,全区,0,0,0,0,,缺少图层,0,0,0");
        assertThat(Files.readString(json)).contains("\"sampled\" : 2", "\"kind\" : \"shelter\"");
        assertThat(Files.size(xlsx)).isPositive();
        assertThat(check("--verdict", folder.resolve("v.doc").toString())).isEqualTo(1);
    }

    @Test
    void aSignOffIsRefusedWithoutAReasonAndListedAfterwards() {
        assertThat(check("--sign-off", "--by", "李四")).isEqualTo(3);
        assertThat(out).contains("不能签核");
        check("--sign-off", "--by", "李四", "--reason", "待补名");
        assertThat(check("--write")).isEqualTo(3);
        assertThat(out).contains("李四", "待补名", "已签核", "quality_finding");
    }
}
