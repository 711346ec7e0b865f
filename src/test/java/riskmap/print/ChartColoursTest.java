package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import riskmap.style.ColourScheme;
import riskmap.style.LevelColours;
import riskmap.style.Styles;

/** Charts have the colours of the map that stands beside them. */
class ChartColoursTest {
    @TempDir
    Path folder;

    private static final List<String> OWN = List.of("#101080", "#108010", "#801010", "#802080");

    @Test
    void levelsHaveTheColoursOfTheShippedStylesInTheirScheme() {
        for (String style : List.of("risk_zone", "hazard_zone", "risk_zone-colourblind", "hazard_zone-colourblind")) {
            ChartColours colours = new ChartColours(ColourScheme.ofStyle(style), List.of());
            List<String> drawn = LevelColours.of(Styles.shipped(style));
            assertThat(drawn).as(style).hasSize(4);
            for (int level = 1; level <= 4; level++) {
                assertThat(colours.of("level_" + level, 0)).as(style).isEqualTo(Color.decode(drawn.get(level - 1)));
            }
        }
        assertThat(LevelColours.of(Styles.shipped("flood_zone"))).isEmpty();
    }

    @Test
    void levelsOfAStyleOfOnesOwnAreThoseOfTheCharts() {
        ChartColours colours = new ChartColours(null, OWN);
        assertThat(colours.of("level_4", 3)).isEqualTo(new Color(0x802080));
        assertThat(colours.of("orange", 0)).isEqualTo(new Color(0x801010));
        assertThat(colours.in("#E0402F"))
                .as("as a layout names a level's colour")
                .isEqualTo(new Color(0x802080));
        assertThat(colours.row(Message.of("risk.level-1"))).contains(new Color(0x101080));
        assertThat(colours.row(Message.of("risk.change-higher"))).contains(new Color(0xc8433a));
        assertThat(colours.row("高")).isEmpty();
        assertThat(colours.of("people", 0)).isEqualTo(ChartColours.USUAL.of("people", 0));
    }

    @Test
    void barsOfLevelsOnAPageOfAnAtlasHaveTheColoursOfTheLevels() {
        List<List<Object>> rows = new ArrayList<>();
        for (int level = 4; level >= 1; level--) {
            rows.add(List.of(Message.of("risk.level-" + level), 100.0 + level));
        }
        Table table = new Table(
                "risk-of-page",
                Message.of("app.print-by-town"),
                List.of(
                        new Table.Column("level", Message.of("app.print-level"), "", 0),
                        new Table.Column("people", Message.of("app.print-people-short"), "", 0)),
                rows);
        Layout plain = Layouts.open("map-a3", note -> {});
        for (String kind : List.of("stacked", "bar")) {
            LayoutItem chart = LayoutItems.with(
                    LayoutItems.of("chart", "chart", new Box(20, 20, 110, 60), "map", "risk-of-page"), "kind", kind);
            PageContent usual = PageFixture.content(Language.CHINESE);
            PageContent content = new PageContent(
                            usual.map(),
                            usual.layers(),
                            List.of(table),
                            usual.fields(),
                            usual.language(),
                            usual.folder())
                    .withColours(new ChartColours(null, OWN));
            BufferedImage page =
                    PageFixture.page(plain.withItems(List.of(chart)), content).image(60, Progress.silent());
            for (String colour : OWN) {
                assertThat(count(page, Integer.decode(colour)))
                        .as(kind + " " + colour)
                        .isGreaterThan(500);
            }
        }
    }

    @Test
    void theNamesOfBarsAreInTheLanguageOfThePage() throws IOException {
        Table table = new Table(
                "levels",
                Message.of("app.print-by-town"),
                List.of(
                        new Table.Column("level", Message.of("app.print-level"), "", 0),
                        new Table.Column("people", Message.of("app.print-people-short"), "", 0)),
                List.of(List.of(Message.of("risk.level-3"), 7.0)));
        PageContent usual = PageFixture.content(Language.ENGLISH);
        PageContent content = new PageContent(
                usual.map(), usual.layers(), List.of(table), usual.fields(), usual.language(), usual.folder());
        Layout layout = Layouts.open("map-a3", note -> {})
                .withItems(List.of(LayoutItems.of("chart", "chart", new Box(20, 20, 110, 60), "map", "levels")));
        Path out = folder.resolve("bars.pdf");
        Language window = Language.current();
        try {
            Language.use(Language.CHINESE);
            new PdfOutput().write(PageFixture.page(layout, content), out, PrintOptions.now(), Progress.silent());
        } finally {
            Language.use(window);
        }
        try (PDDocument document = Loader.loadPDF(out.toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(Message.of("risk.level-3").text(Language.ENGLISH))
                    .doesNotContain(Message.of("risk.level-3").text(Language.CHINESE));
        }
    }

    private static long count(BufferedImage image, int rgb) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(pixels)
                .filter(pixel -> (pixel & 0xffffff) == rgb)
                .count();
    }
}
