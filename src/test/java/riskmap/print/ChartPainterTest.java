package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.map.Box;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;
import riskmap.map.Layouts;

/** A chart on a page draws what can be read, and says what it leaves out. */
class ChartPainterTest {
    private static final Pattern LEFT_OUT = Pattern.compile("图中只画前 (\\d+) 项，其余 (\\d+) 项未画");

    @TempDir
    Path folder;

    private static Table villages(int count) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(List.of("村" + (1000 + i), 10.0 + i));
        }
        return new Table(
                "villages",
                Message.of("app.print-by-town"),
                List.of(
                        new Table.Column("name", Message.of("app.print-level"), "", 0),
                        new Table.Column("people", Message.of("app.print-people-short"), "", 0)),
                rows);
    }

    private String printed(int villages, String kind, double height, Language language) throws IOException {
        LayoutItem chart = LayoutItems.with(
                LayoutItems.of("chart", "chart", new Box(20, 20, 110, height), "map", "villages"), "kind", kind);
        PageContent usual = PageFixture.content(language);
        PageContent content = new PageContent(
                usual.map(), usual.layers(), List.of(villages(villages)), usual.fields(), language, usual.folder());
        Layout layout = Layouts.open("map-a3", note -> {}).withItems(List.of(chart));
        Path out = folder.resolve(kind + villages + ".pdf");
        new PdfOutput().write(PageFixture.page(layout, content), out, PrintOptions.now(), Progress.silent());
        try (PDDocument document = Loader.loadPDF(out.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static long names(String text, int of) {
        return IntStream.range(0, of)
                .filter(i -> text.contains("村" + (1000 + i)))
                .count();
    }

    @Test
    void asManyBarsAreDrawnAsHaveRoomAndTheRestIsCounted() throws IOException {
        for (String kind : List.of("stacked", "bar")) {
            Matcher told = LEFT_OUT.matcher(printed(400, kind, 60, Language.CHINESE));
            assertThat(told.find()).as(kind).isTrue();
            int drawn = Integer.parseInt(told.group(1));
            assertThat(drawn).as(kind).isBetween(15, 60);
            assertThat(Integer.parseInt(told.group(2))).as(kind).isEqualTo(400 - drawn);
            assertThat(printed(400, kind, 60, Language.ENGLISH))
                    .contains("The first " + drawn + " only; the other " + (400 - drawn) + " are not drawn");
        }
        // names that stand aslant are no words in a PDF
        String lying = printed(400, "stacked", 60, Language.CHINESE);
        assertThat(lying).contains("图中只画前 " + names(lying, 400) + " 项");
    }

    @Test
    void aChartThatHasRoomForAllSaysNothing() throws IOException {
        for (String kind : List.of("stacked", "bar")) {
            assertThat(printed(19, kind, 60, Language.CHINESE)).as(kind).doesNotContain("未画");
        }
        assertThat(names(printed(19, "stacked", 60, Language.CHINESE), 19)).isEqualTo(19);
    }
}
