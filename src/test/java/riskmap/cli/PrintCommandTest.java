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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;

/** Pages by command: an atlas has a page for each town, whether it is asked for or is one of its own accord. */
class PrintCommandTest {
    private static final String TOWN =
            "{\"type\": \"Feature\", \"properties\": {\"name\": \"%s\"}, \"geometry\": {\"type\":"
                    + " \"Polygon\", \"coordinates\": [[[%f, 37.4], [%f, 37.4], [%f, 37.5], [%f, 37.5], [%f, 37.4]]]}}";

    @TempDir
    private static Path folder;

    private static Path project;
    private static Path zones;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void aProjectOfTwoTowns() throws Exception {
        Path towns = Files.writeString(
                folder.resolve("towns.geojson"),
                "{\"type\": \"FeatureCollection\", \"features\": [" + town("羊亭镇", 122.0) + ", " + town("桥头镇", 122.1)
                        + "]}");
        project = folder.resolve("项目.gpkg");
        PrintCommandTest first = new PrintCommandTest();
        first.inChinese();
        first.done("import", towns.toString(), "--project", project.toString(), "--kind", "town", "--layer", "town");
        Path zone = Files.writeString(
                folder.resolve("zones.geojson"),
                "{\"type\": \"FeatureCollection\", \"features\": ["
                        + town("红", 122.0).replace("\"name\"", "\"level\": 4, \"name\"") + "]}");
        zones = folder.resolve("分区.gpkg");
        first.done("import", zone.toString(), "--project", zones.toString(), "--layer", "risk_zone");
    }

    private static String town(String name, double west) {
        return TOWN.formatted(name, west, west + 0.1, west + 0.1, west, west);
    }

    @BeforeEach
    void inChinese() {
        Language.use(Language.CHINESE);
    }

    private void done(String... arguments) {
        int code = CommandLineDoor.run(arguments, window -> {}, new PrintWriter(out, true), new PrintWriter(err, true));
        assertThat(code).as(err.toString()).isZero();
    }

    /** A plain map whose frame follows the pages. */
    private static Path layout(String name, String atlas) throws Exception {
        return Files.writeString(
                folder.resolve(name + ".json"),
                "{\"format\": \"riskmap-layout\", \"version\": 1, \"name\": \"" + name
                        + "\", \"title\": {\"zh\": \"分镇\", \"en\":"
                        + " \"Towns\"}, \"extends\": \"map-a3\"" + atlas
                        + ", \"items\": [{\"id\": \"map\", \"atlas\": true},"
                        + " {\"id\": \"title\", \"text\": \"{town}\"}]}");
    }

    @Test
    void aLayoutThatIsAnAtlasPrintsAllItsPagesWithoutBeingAskedTo() throws Exception {
        Path pages = folder.resolve("own.pdf");
        Path layout = layout("own", ", \"atlas\": {\"layer\": \"town\", \"name\": \"name\"}");
        done("print", project.toString(), "--layout", layout.toString(), "--out", pages.toString());
        assertPages(pages);
    }

    @Test
    void anyLayoutWhoseFrameFollowsIsAnAtlasWhenALayerIsNamed() throws Exception {
        Path pages = folder.resolve("asked.pdf");
        String layout = layout("asked", "").toString();
        done("print", project.toString(), "--layout", layout, "--atlas", "town", "--out", pages.toString());
        assertPages(pages);
        Path page = folder.resolve("second.pdf");
        done(
                "print",
                project.toString(),
                "--layout",
                layout,
                "--atlas",
                "town",
                "--pages",
                "2",
                "--out",
                page.toString());
        try (PDDocument document = Loader.loadPDF(page.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void aPageTakesTheColoursAskedForAndTheProjectKeepsItsOwn() throws Exception {
        Path layout = Files.writeString(
                folder.resolve("levels.json"),
                "{\"format\": \"riskmap-layout\", \"version\": 1, \"name\": \"levels\", \"title\": {\"zh\": \"区\","
                        + " \"en\": \"Zones\"}, \"extends\": \"map-a3\", \"items\": [{\"id\": \"map\", \"layers\":"
                        + " {\"only\": [\"risk_zone\"]}}]}");
        byte[] usual = printed(layout, "");
        for (String scheme : List.of("colourblind", "print")) {
            byte[] once = printed(layout, scheme);
            assertThat(once).as(scheme).isNotEqualTo(usual);
            assertThat(printed(layout, "")).as("after " + scheme).isEqualTo(usual);
            done("style", zones.toString(), "--colours", scheme);
            assertThat(printed(layout, "")).as("the project in " + scheme).isEqualTo(once);
            assertThat(printed(layout, "standard"))
                    .as("usual colours of one page")
                    .isEqualTo(usual);
            done("style", zones.toString(), "--colours", "standard");
        }
    }

    private byte[] printed(Path layout, String scheme) throws Exception {
        Path file = folder.resolve("levels.png");
        Files.deleteIfExists(file);
        List<String> words = new ArrayList<>(List.of("print", zones.toString(), "--layout", layout.toString()));
        words.addAll(List.of("--dpi", "60", "--out", file.toString()));
        if (!scheme.isEmpty()) {
            words.addAll(List.of("--colours", scheme));
        }
        done(words.toArray(String[]::new));
        return Files.readAllBytes(file);
    }

    private static void assertPages(Path file) throws Exception {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            for (int page = 1; page <= 2; page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(document).replaceAll("\\s", "")).contains(page == 1 ? "桥头镇" : "羊亭镇");
            }
        }
    }
}
