package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import riskmap.base.Language;

/** What stands in the way of a page is said in one line that names it, in both languages, and no file is left behind. */
class BadPagesTest {
    @TempDir
    private static Path folder;

    private static Path project;
    private final Language usual = Language.current();

    @BeforeAll
    static void aProjectOfOneTown() throws Exception {
        Path town = Files.writeString(
                folder.resolve("towns.geojson"),
                "{\"type\": \"Feature\", \"properties\": {\"name\": \"A\"}, \"geometry\": {\"type\": \"Polygon\","
                        + " \"coordinates\": [[[122.0, 37.4], [122.1, 37.4], [122.1, 37.5], [122.0, 37.5],"
                        + " [122.0, 37.4]]]}}");
        project = folder.resolve("p.gpkg");
        StringWriter err = new StringWriter();
        assertThat(run(
                        err,
                        "import",
                        town.toString(),
                        "--project",
                        project.toString(),
                        "--kind",
                        "town",
                        "--layer",
                        "town"))
                .as(err.toString())
                .isZero();
        Files.createDirectories(folder.resolve("taken.pdf"));
    }

    @AfterEach
    void theLanguageIsAsBefore() {
        Language.use(usual);
    }

    private static int run(StringWriter err, String... words) {
        return CommandLineDoor.run(
                words, window -> {}, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
    }

    /** A layout that is the plain map but for some fields. */
    private static String layout(String changes) throws Exception {
        Path file = folder.resolve("layout.json");
        Files.writeString(
                file,
                "{\"format\": \"riskmap-layout\", \"version\": 1, \"name\": \"bad\", \"title\": {\"zh\": \"t\","
                        + " \"en\": \"t\"}, \"extends\": \"map-a4\", " + changes.replace('\'', '"') + "}");
        return file.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a removed item that is none     | 'remove': ['ghost'] | ghost
            a legend of no frame            | 'items': [{'id': 'legend', 'frame': 'nowhere'}] | legend, nowhere
            an item of no kind              | 'items': [{'type': 'hologram', 'id': 'x', 'box': {'x': 1, 'y': 1, 'width': 5, 'height': 5}}] | hologram
            an item without a box           | 'items': [{'type': 'text', 'id': 'boxless', 'text': 'a'}] | items[
            a table that is not there       | 'items': [{'type': 'table', 'id': 'mine', 'box': {'x': 9, 'y': 9, 'width': 80, 'height': 60}, 'table': 'no-table'}] | mine, no-table
            a picture that is gone          | 'items': [{'type': 'picture', 'id': 'badge', 'box': {'x': 9, 'y': 9, 'width': 30, 'height': 30}, 'file': 'gone.png'}] | badge, gone.png
            a field that is none            | 'items': [{'id': 'title', 'text': '{no.field}'}] | title, no.field
            a letter without a glyph        | 'items': [{'id': 'title', 'text': 'x \uD83D\uDE80'}] | title, U+1F680
            a layer that is gone            | 'items': [{'id': 'map', 'layers': {'only': ['gone_layer']}}] | map, gone_layer
            a map of nothing                | 'items': [{'id': 'map', 'layers': {'without': ['town']}}] | map
            no room for the legend          | 'items': [{'id': 'legend', 'box': {'x': 9, 'y': 9, 'width': 6, 'height': 2}}] | legend
            no room for a text              | 'items': [{'id': 'title', 'box': {'x': 9, 'y': 9, 'width': 6, 'height': 2}}] | title
            an item beside the page         | 'items': [{'id': 'title', 'box': {'x': 900, 'y': 9, 'width': 60, 'height': 20}}] | title
            """)
    void aPageThatCannotBeIsNotWritten(String what, String changes, String names) throws Exception {
        refused(
                what,
                names,
                "--layout",
                layout(changes),
                "--out",
                folder.resolve("out.pdf").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a printer that is none    | --printer=No such one         | No such one
            a folder that is none     | --out={folder}/none/x.pdf     | none
            a folder in its place     | --out={folder}/taken.pdf      | taken.pdf
            an ending that is none    | --out={folder}/x.docm         | docm
            a layout that is none     | --layout=none;--out={folder}/x.pdf | none
            a layer of no pages       | --layout=town-atlas;--atlas=gone;--out={folder}/x.pdf | gone
            """)
    void aPageThatCannotBeBroughtOutIsNot(String what, String options, String names) throws Exception {
        refused(what, names, options.replace("{folder}", folder.toString()).split(";"));
    }

    private void refused(String what, String names, String... options) throws Exception {
        List<String> before = files();
        for (Language language : Language.values()) {
            List<String> words = new ArrayList<>(List.of("--language", language.code(), "print", project.toString()));
            words.addAll(List.of(options));
            StringWriter err = new StringWriter();
            int code = run(err, words.toArray(String[]::new));
            String[] lines = err.toString().strip().split("\n");
            String said = lines[lines.length - 1];
            assertThat(code).as("%s: %s", what, said).isBetween(1, 2);
            for (String name : names.split(", ")) {
                assertThat(said).as(what).contains(name);
            }
            assertThat(said.codePoints().anyMatch(Character::isIdeographic))
                    .as("%s, language of: %s", what, said)
                    .isEqualTo(language == Language.CHINESE);
            assertThat(err.toString()).as(what).doesNotContain("Exception", "\tat ");
            assertThat(files()).as(what).containsExactlyElementsOf(before);
        }
    }

    /** All that lies in the folder but the project's own side files. */
    private static List<String> files() throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toString)
                    .filter(name -> !name.contains("p.gpkg-"))
                    .sorted()
                    .toList();
        }
    }
}
