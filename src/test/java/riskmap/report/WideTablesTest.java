package riskmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.report.ReportSamples.document;
import static riskmap.report.ReportSamples.hostile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;
import riskmap.base.Progress;

/** Tables of reports that are wider than a page, and what stands in their cells. */
class WideTablesTest {
    @TempDir
    Path folder;

    private Path write(ReportDocument document, String name) {
        Path file = folder.resolve(name);
        ReportOutputs.write(document, file, Progress.silent());
        return file;
    }

    @Test
    void theColumnsOfATableTooWideForAPageAreSharedOutEvenly() {
        List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column("镇街", false, 0)));
        List<Object> cells = new ArrayList<>(List.of("甲镇"));
        List<Block.Grid> parts = List.of();
        // one column more than fits
        while (parts.size() < 2) {
            columns.add(new Block.Column("列" + columns.size(), true, 0));
            cells.add(1_000_000L);
            Block.Grid wide = new Block.Grid("wide", "表 1", columns, List.of(new Block.Row(cells, false)));
            parts = GridParts.of(wide, Language.CHINESE);
        }
        assertThat(parts).hasSize(2);
        assertThat(parts.stream().flatMap(part -> part.columns().stream().skip(1)))
                .containsExactlyElementsOf(columns.subList(1, columns.size()));
        int first = parts.get(0).columns().size();
        assertThat(parts.get(1).columns()).hasSizeBetween(first - 1, first);
    }

    /** Beside seventeen columns of numbers the names of towns stood with one character in each line. */
    @Test
    void namesInATableOfAPageHaveRoomForSixCharactersHoweverManyColumnsItHas() throws Exception {
        String page = Files.readString(write(hostile(), "names.html"));
        String style = page.substring(page.indexOf("<style>"), page.indexOf("</style>"));
        assertThat(style).contains("td:not(.n){min-width:6em}");
    }

    /** Tables that the window scrolls sideways ran off the paper, and their last columns were not printed. */
    @Test
    void aTableTooWideForThePaperIsPrintedInSmallerLettersOnPagesThatLieIfNeedBe() throws Exception {
        assertThat(printed(4)).isEmpty();
        assertThat(printed(10)).matches("fit\\d+");
        assertThat(printed(25)).matches("lying fit\\d+");
        for (int columns = 1; columns < 40; columns++) {
            String classes = printed(columns);
            double percent = classes.isEmpty() ? 100 : Double.parseDouble(classes.replaceAll("\\D+", ""));
            // a number of seven digits with its commas is as wide as five characters, and the names as six, in letters
            // of 10.08 pt
            double points = (7 + columns * 6) * 10.08 * percent / 100;
            assertThat(points * 25.4 / 72).as(columns + " columns").isLessThan(classes.startsWith("lying") ? 241 : 162);
        }
    }

    /** Classes of a table with so many columns of seven digits. */
    private String printed(int numbers) throws Exception {
        List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column("镇街", false, 0)));
        List<Object> cells = new ArrayList<>(List.of("甲镇"));
        for (int i = 0; i < numbers; i++) {
            columns.add(new Block.Column("列" + i, true, 0));
            cells.add(1_000_000L);
        }
        Block.Grid grid = new Block.Grid("wide", "表 1", columns, List.of(new Block.Row(cells, false)));
        String page = Files.readString(write(document(List.of(grid)), "wide.html"));
        Matcher table = Pattern.compile("<div class=\"scroll([^\"]*)\"><table id=\"wide\">")
                .matcher(page);
        assertThat(table.find()).isTrue();
        String classes = table.group(1).strip();
        String print = page.substring(page.indexOf("@media print"), page.indexOf("</style>"));
        assertThat(print).contains(classes.isEmpty() ? "" : "." + classes.replace("lying ", "") + " table{font-size:");
        return classes;
    }

    /** The dash of towns without an area stood at the left of its column, away from the areas. */
    @Test
    void theSignOfAMissingNumberStandsUnderTheNumbersOfAPage() throws Exception {
        Block.Grid grid = new Block.Grid(
                "areas",
                "表 1",
                List.of(new Block.Column("镇街", false, 0), new Block.Column("面积 (km²)", true, 2)),
                List.of(new Block.Row(List.of("甲镇", 5.5), false), new Block.Row(List.of("镇街以外", "–"), false)));
        assertThat(Files.readString(write(document(List.of(grid)), "areas.html")))
                .contains(
                        "<tr><td>甲镇</td><td class=\"n\">5.50</td></tr>",
                        "<tr><td>镇街以外</td><td class=\"n\">–</td></tr>");
    }
}
