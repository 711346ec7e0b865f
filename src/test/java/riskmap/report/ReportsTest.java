package riskmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import riskmap.analysis.Inputs;
import riskmap.app.project.Workspace;
import riskmap.app.report.ReportRequest;
import riskmap.app.report.Reports;
import riskmap.app.run.RiskRuns;
import riskmap.app.run.RunRecord;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.risk.model.SampleDistrict;

/** Reports of a real project: every number in every format is the one of the result tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsTest {
    private static final ZonedDateTime NOON = ZonedDateTime.of(2026, 5, 1, 12, 0, 0, 0, ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private Path file;
    private Workspace project;
    private RunRecord before;
    private RunRecord now;

    @BeforeAll
    void twoRunsAndAnAllocation() throws Exception {
        Language.use(Language.CHINESE);
        file = folder.resolve("区.gpkg");
        Inputs district = SampleDistrict.inputs(1);
        try (Workspace made = Workspace.create(file, "试验区", "EPSG:4550")) {
            for (String name : district.names()) {
                if (!district.isGrid(name)) {
                    SimpleFeatureCollection layer = district.features(name).getFeatures();
                    made.store().createLayer(layer.getSchema(), name);
                    made.store().append(name, layer, Progress.silent());
                }
            }
            before = RiskRuns.run(made, "combined", Map.of("cell-size", "40"), Progress.silent());
            now = RiskRuns.run(made, "combined", Map.of("cell-size", "40", "breaks", "0.1,0.2,0.3"), Progress.silent());
        }
        project = Workspace.open(file, true, Progress.silent());
    }

    @AfterAll
    void close() {
        if (project != null) {
            project.close();
        }
    }

    private static ReportRequest request(String template) {
        return ReportRequest.of(template).withLanguage(Language.CHINESE).withCreated(NOON);
    }

    private ReportDocument document(ReportRequest request) {
        return Reports.document(project, request, new ArrayList<>(), Progress.silent());
    }

    private static Block.Grid grid(ReportDocument document, String id) {
        return document.grids().stream()
                .filter(grid -> grid.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + id));
    }

    @Test
    void everyNumberOfEveryFormatIsTheOneOfTheResultTables() throws Exception {
        ReportDocument document = document(request("briefing"));
        List<Block.Grid> grids = document.grids();
        assertThat(grids).extracting(Block.Grid::id).doesNotHaveDuplicates();
        List<List<List<Object>>> sheets = ReadBack.xlsx(write(document, "all.xlsx"));
        Map<String, List<List<String>>> html = ReadBack.html(write(document, "all.html"));
        List<List<List<String>>> word = ReadBack.docx(write(document, "all.docx"));
        String pdf = ReadBack.pdf(write(document, "all.pdf"));
        assertThat(sheets).hasSameSizeAs(grids);
        assertThat(html.keySet())
                .containsExactlyElementsOf(grids.stream().map(Block.Grid::id).toList());
        int at = 0;
        for (int g = 0; g < grids.size(); g++) {
            Block.Grid grid = grids.get(g);
            List<List<String>> shown = shown(grid);
            assertThat(html.get(grid.id())).as(grid.id()).isEqualTo(shown);
            for (Block.Grid part : GridParts.of(grid, Language.CHINESE)) {
                assertThat(word.get(at++)).as(grid.caption()).isEqualTo(shown(part));
            }
            for (int r = 0; r < grid.rows().size(); r++) {
                for (int c = 0; c < grid.columns().size(); c++) {
                    Object cell = grid.rows().get(r).cells().get(c);
                    if (cell instanceof Number number) {
                        assertThat(sheets.get(g).get(r).get(c)).isEqualTo(number.doubleValue());
                        assertThat(pdf).contains(shown.get(r).get(c));
                    }
                }
            }
        }
        assertThat(at).isEqualTo(word.size());
    }

    private static List<List<String>> shown(Block.Grid grid) {
        List<List<String>> rows = new ArrayList<>();
        for (Block.Row row : grid.rows()) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < grid.columns().size(); c++) {
                cells.add(ShownNumber.cell(
                        row.cells().get(c), grid.columns().get(c).decimals()));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Path write(ReportDocument document, String name) {
        Path target = folder.resolve(name);
        ReportOutputs.write(document, target, Progress.silent());
        return target;
    }

    @Test
    void theTablesHoldTheNumbersOfTheRunAndTheTownsAddUp() {
        ReportDocument document = document(request("briefing"));
        Table byLevel = now.table("risk-by-level").orElseThrow();
        int people = Grids.index(byLevel, "building_people");
        Block.Grid towns = grid(document, "by-town-building-people");
        List<Object> total = towns.rows().get(towns.rows().size() - 1).cells();
        for (int level = 0; level < 4; level++) {
            assertThat(((Number) total.get(level + 1)).doubleValue())
                    .isEqualTo(((Number) byLevel.rows().get(level).get(people)).doubleValue());
        }
        assertThat(texts(document)).anyMatch(text -> text.contains("各镇街之和与按等级统计逐级一致"));
        assertThat(texts(document)).anyMatch(text -> text.contains("计算以来图层未变"));
        assertThat(texts(document)).anyMatch(text -> text.contains("统计基数：") && text.contains("空值 24 行"));
        assertThat(texts(document)).anyMatch(text -> text.contains("[a, b)"));
        assertThat(texts(document)).anyMatch(text -> text.contains("不作取舍"));
    }

    @Test
    void theListOfFacilitiesIsAsLongAsTheRunCounted() {
        ReportDocument document = document(request("briefing"));
        Table byLevel = now.table("risk-by-level").orElseThrow();
        Block.Grid list = grid(document, "facilities");
        for (String kind : List.of("school", "hospital", "shelter", "hazardous_site")) {
            int column = Grids.index(byLevel, kind + "_count");
            if (column < 0) {
                continue;
            }
            long counted = ((Number) byLevel.rows().get(0).get(column)).longValue()
                    + ((Number) byLevel.rows().get(1).get(column)).longValue();
            String title = riskmap.data.Catalogue.standard().kind(kind).title().chinese();
            assertThat(list.rows().stream()
                            .filter(row -> title.equals(row.cells().get(2))))
                    .as(kind)
                    .hasSize((int) counted);
        }
        assertThat(texts(document)).anyMatch(text -> text.contains("清单与统计表一致"));
    }

    @Test
    void whatHasChangedSinceTheLastRunIsSaidNumberByNumber() {
        ReportDocument document = document(request("briefing"));
        Block.Grid parameters = grid(document, "changed-parameters");
        assertThat(parameters.rows()).hasSize(1);
        assertThat(parameters.rows().get(0).cells()).contains("0.2,0.35,0.42", "0.1,0.2,0.3");
        Block.Grid changes = grid(document, "changes-risk-by-level");
        assertThat(changes.rows()).isNotEmpty();
        Table old = before.table("risk-by-level").orElseThrow();
        Table current = now.table("risk-by-level").orElseThrow();
        int differing = 0;
        for (int r = 0; r < old.rows().size(); r++) {
            for (int c = 1; c < old.columns().size(); c++) {
                Object a = old.rows().get(r).get(c);
                Object b = current.rows().get(r).get(c);
                boolean same = a instanceof Number x && b instanceof Number y
                        ? x.doubleValue() == y.doubleValue()
                        : java.util.Objects.equals(a, b);
                differing += same ? 0 : 1;
            }
        }
        assertThat(changes.rows()).hasSize(differing);
        for (Block.Row row : changes.rows()) {
            if (row.cells().get(2) instanceof Number a && row.cells().get(3) instanceof Number b) {
                assertThat(ShownNumber.exact((Number) row.cells().get(4)))
                        .isEqualByComparingTo(ShownNumber.exact(b).subtract(ShownNumber.exact(a)));
            }
        }
        ReportDocument same =
                document(request("briefing").withCompare(now.provenance().runId()));
        assertThat(texts(same)).anyMatch(text -> text.contains("没有变化（比较了"));
    }

    @Test
    void aReportOfAFormerRunTellsThatItsZonesAreGone() {
        List<String> gaps = new ArrayList<>();
        Reports.document(
                project, request("briefing").withRun(before.provenance().runId()), gaps, Progress.silent());
        assertThat(gaps).anyMatch(gap -> gap.contains("没有可用的风险区图层"));
    }

    /** 49.99 km² stood in the text, 5.93 and 44.07 in the table: whoever adds up must meet the same numbers. */
    @Test
    void theBulletinSaysTheAreaOfEachLevelAsTheTableOfLevelsRoundsIt() throws Exception {
        String bulletin = ReadBack.squeezed(Files.readString(write(document(request("bulletin")), "levels.html")));
        String briefing = ReadBack.squeezed(Files.readString(write(document(request("briefing")), "levels-2.html")));
        Matcher said =
                Pattern.compile("全区高风险区([0-9,.]+)平方公里、较高风险区([0-9,.]+)平方公里").matcher(bulletin);
        assertThat(said.find()).isTrue();
        assertThat(briefing)
                .contains("高风险区面积" + said.group(1) + "平方公里", "较高风险区" + said.group(2) + "平方公里")
                .contains("各数分别舍入");
    }

    @Test
    void aReportTakesTheColoursAskedForAndTheProjectKeepsItsOwn() throws Exception {
        var map = project.map();
        String usual = Files.readString(write(document(request("bulletin")), "usual.html"));
        String grey = Files.readString(write(document(request("bulletin").withColours("print")), "grey.html"));
        assertThat(grey).isNotEqualTo(usual);
        String drawn = "(?s)<style>.*?</style>|<img[^>]*>";
        assertThat(grey.replaceAll(drawn, "")).as("words and numbers").isEqualTo(usual.replaceAll(drawn, ""));
        String colour = "#(?!(..)\\1\\1)[0-9a-fA-F]{6}";
        assertThat(usual).containsPattern(colour);
        assertThat(grey.replaceAll("base64,[^\"]*", "")).doesNotContainPattern(colour);
        assertThat(project.map()).isEqualTo(map);
        assertThat(Files.readString(write(document(request("bulletin").withColours("standard")), "standard.html")))
                .isEqualTo(usual);
    }

    @Test
    void aReportInGreysHasNoColourOnAnyPageInPdfAndWord() throws Exception {
        ReportDocument grey = document(request("bulletin").withColours("print"));
        try (PDDocument pdf = Loader.loadPDF(write(grey, "grey.pdf").toFile())) {
            for (PDPage page : pdf.getPages()) {
                assertThat(new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1))
                        .contains(" g\n")
                        .doesNotContain(" rg\n", " RG\n", " k\n", " K\n");
            }
        }
        Pattern colours = Pattern.compile("w:(?:color|fill)(?: w:val)?=\"([0-9A-F]{6})\"");
        int count = 0;
        try (ZipFile word = new ZipFile(write(grey, "grey.docx").toFile())) {
            for (ZipEntry part : Collections.list(word.entries())) {
                if (part.getName().endsWith(".xml")) {
                    String text = new String(word.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                    for (Matcher found = colours.matcher(text); found.find(); count++) {
                        assertThat(found.group(1)).as(part.getName()).matches("(..)\\1\\1");
                    }
                } else if (part.getName().endsWith(".png")) {
                    BufferedImage picture = ImageIO.read(word.getInputStream(part));
                    for (int i = 0; i < picture.getWidth() * picture.getHeight(); i += 7) {
                        int rgb = picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
                        assertThat(rgb >> 8 & 0xffff).as(part.getName()).isEqualTo(rgb & 0xffff);
                    }
                }
            }
        }
        assertThat(count).isGreaterThan(10);
    }

    @Test
    void anHtmlReportIsOneProperPageWithItsTablesAndPicturesInside() throws Exception {
        for (Language language : Language.values()) {
            ReportDocument briefing = document(request("briefing").withLanguage(language));
            HtmlReading page = HtmlReading.of(Files.readString(write(briefing, "page.html")));
            assertThat(page.tables).hasSameSizeAs(briefing.grids());
            briefing.grids().forEach(grid -> assertThat(page.tables)
                    .containsEntry(grid.id(), grid.columns().size()));
            assertThat(page.pictures)
                    .hasSize((int) briefing.blocks().stream()
                            .filter(Block.Figure.class::isInstance)
                            .count())
                    .isNotEmpty()
                    .allMatch(picture -> picture.getWidth() > 500);
        }
    }

    @Test
    void aReportOfNoRunShowsNoResultsOnItsMap() {
        for (Block block : document(request("survey-quality")).blocks()) {
            if (block instanceof Block.Figure figure) {
                assertThat(figure.drawing().layerTitles().keySet()).noneMatch(layer -> layer.contains("risk_zone"));
            }
        }
    }

    @Test
    void aMapWithoutRoomForItsLegendIsSaidAndTheRestOfTheReportIsWritten() throws Exception {
        MapDocument usual = project.map();
        try {
            project.updateMap(map -> map.withLayers(IntStream.range(0, 90)
                    .mapToObj(i -> new MapLayer("s" + i, "学校 " + i, "", "#school", "", "", true, 1))
                    .toList()));
            Path target = folder.resolve("crowded.pdf");
            String said = Reports.write(project, request("bulletin"), target, Progress.silent())
                    .text();
            assertThat(said).contains("! 地图未能绘出：图例“legend”放不下");
            String pdf = ReadBack.pdf(target);
            assertThat(pdf).contains(ReadBack.squeezed("地图未能绘出：图例“legend”放不下"));
            for (Block.Grid grid : document(request("bulletin")).grids()) {
                assertThat(pdf).contains(ReadBack.squeezed(grid.caption()));
            }
        } finally {
            project.updateMap(map -> usual);
        }
    }

    /** The page named the whole path of the machine it was made on. */
    @Test
    void aRasterThatIsGoneOrBrokenIsNamedAsTheProjectNamesIt() throws Exception {
        MapDocument usual = project.map();
        Files.writeString(folder.resolve("坏.tif"), "no raster");
        try {
            for (String raster : List.of("dem-gone.tif", "坏.tif", "../elsewhere.tif")) {
                project.updateMap(map -> map.withLayers(List.of(
                        new MapLayer("town", "镇", "", "#town", "", "", true, 1),
                        new MapLayer("dem", "高程", "", raster, "", "", true, 1))));
                List<String> gaps = new ArrayList<>();
                ReportDocument report = Reports.document(project, request("bulletin"), gaps, Progress.silent());
                assertThat(gaps).anyMatch(gap -> gap.contains("图上没有画出“高程”") && gap.contains(raster));
                assertThat(gaps).noneMatch(gap -> gap.contains(folder.toString()));
                assertThat(report.blocks()).anyMatch(block -> block instanceof Block.Figure);
                assertThat(report.blocks().toString()).contains(raster).doesNotContain(folder.toString());
            }
        } finally {
            project.updateMap(map -> usual);
        }
    }

    @Test
    void whatIsMissingIsSaidWithTheWayToGetIt() {
        List<String> gaps = new ArrayList<>();
        Reports.document(project, request("briefing"), gaps, Progress.silent());
        assertThat(gaps).anyMatch(gap -> gap.contains("“风险”→“计算风险…”") && gap.contains("避难场所分配"));
        // a page for a meeting speaks of the window, not of commands
        assertThat(gaps).noneMatch(gap -> gap.contains("riskmap ") || gap.contains("--"));
        assertThat(ReadBack.told(() -> document(request("flood")))).contains("riskmap risk inundation");
        assertThat(ReadBack.told(() -> document(request("briefing").withRun("combined-none"))))
                .contains(now.provenance().runId());
        assertThat(ReadBack.told(() -> document(
                        request("hazardous-site").withRun(now.provenance().runId()))))
                .contains("calculation");
        assertThat(ReadBack.told(() -> document(request("briefing").withFields(Map.of("colour", "red")))))
                .contains("conclusion");
    }

    @Test
    void aFieldOfATextIsANumberOfATableOrAnError() throws Exception {
        Path own = folder.resolve("own.json");
        String text = "{\"format\":\"riskmap-report\",\"name\":\"own\",\"title\":\"T\",\"models\":[\"combined\"],"
                + "\"sections\":[{\"type\":\"text\",\"texts\":[\"%s\"]}]}";
        Files.writeString(own, String.format(text, "{risk-by-level.level-4+level-3.building_count} 栋"));
        Table byLevel = now.table("risk-by-level").orElseThrow();
        int count = Grids.index(byLevel, "building_count");
        long sum = ((Number) byLevel.rows().get(0).get(count)).longValue()
                + ((Number) byLevel.rows().get(1).get(count)).longValue();
        assertThat(texts(document(request(own.toString())))).contains(ShownNumber.text(sum, 0) + " 栋");
        Files.writeString(own, String.format(text, "{risk-by-level.level-4.nonsense} 栋"));
        assertThat(texts(document(request(own.toString())))).anyMatch(said -> said.contains("没有列“nonsense”"));
        Files.writeString(own, String.format(text, "{nonsense} 栋"));
        assertThat(ReadBack.told(() -> document(request(own.toString())))).contains("nonsense", "district");
    }

    @Test
    void anEnglishReportHasNoChineseButNamesOfTheData() {
        for (String template : List.of("briefing", "bulletin", "calculation", "survey-quality")) {
            ReportDocument document = document(request(template).withLanguage(Language.ENGLISH));
            for (Block block : document.blocks()) {
                if (block instanceof Block.Heading heading && !heading.text().contains("试验区")) {
                    assertThat(heading.text().codePoints().noneMatch(Character::isIdeographic))
                            .as(heading.text())
                            .isTrue();
                }
            }
            document.grids().forEach(grid -> grid.columns()
                    .forEach(column -> assertThat(column.title().codePoints().noneMatch(Character::isIdeographic))
                            .as(column.title())
                            .isTrue()));
        }
    }

    @Test
    void libreOfficeReadsTheSameFromTheWordDocumentAndTheWorkbook() throws Exception {
        assumeTrue(installed("soffice"), "LibreOffice is not installed");
        ReportDocument document = document(request("bulletin"));
        Path word = write(document, "office.docx");
        Path book = write(document, "office.xlsx");
        Path out = Files.createDirectories(folder.resolve("office"));
        String csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
        convert(out, "pdf", word);
        convert(out, csv, book);
        String pdf = ReadBack.pdf(out.resolve("office.pdf"));
        String sheets;
        try (Stream<Path> files = Files.list(out)) {
            StringBuilder all = new StringBuilder();
            for (Path each :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                all.append(Files.readString(each, StandardCharsets.UTF_8));
            }
            sheets = all.toString();
        }
        for (Block.Grid grid : document.grids()) {
            for (List<String> row : shown(grid)) {
                row.forEach(cell -> assertThat(pdf).as(grid.caption()).contains(ReadBack.squeezed(cell)));
            }
            for (Block.Row row : grid.rows()) {
                row.cells().stream()
                        .filter(java.util.Objects::nonNull)
                        .forEach(cell -> assertThat(sheets).as(grid.caption()).contains(calculated(cell)));
            }
        }
        for (Block block : document.blocks()) {
            if (block instanceof Block.Heading heading) {
                assertThat(pdf).contains(ReadBack.squeezed(heading.text()));
            }
        }
    }

    /** A cell as a spreadsheet writes it out: numbers with the fifteen digits that it calculates with. */
    private static String calculated(Object cell) {
        return cell instanceof Number number
                ? ShownNumber.exact(number)
                        .round(new java.math.MathContext(15))
                        .stripTrailingZeros()
                        .toPlainString()
                : cell.toString();
    }

    private static void convert(Path out, String format, Path source) throws Exception {
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        format,
                        "--outdir",
                        out.toString(),
                        source.toString())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean installed(String program) {
        for (String path : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(path, program))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> texts(ReportDocument document) {
        List<String> texts = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                texts.add(paragraph.text());
            } else if (block instanceof Block.Items items) {
                texts.addAll(items.texts());
            }
        }
        return texts;
    }
}
