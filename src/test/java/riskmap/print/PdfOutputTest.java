package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.map.Box;
import riskmap.map.LayoutItem;
import riskmap.map.Layouts;
import riskmap.render.Fonts;

/** The A3 page, written and read back with PDFBox. */
class PdfOutputTest {
    private static final ZonedDateTime NOON = ZonedDateTime.of(2026, 11, 24, 12, 0, 0, 0, ZoneOffset.UTC);
    private static final int INK = 0x12304a;

    @TempDir
    static Path folder;

    private static PageComposer composer;
    private static byte[] bytes;

    @BeforeAll
    static void print() throws IOException {
        composer = PageFixture.page("one-map-a3", Language.CHINESE);
        bytes = write(composer, NOON);
        String kept = System.getProperty("page.out");
        if (kept != null) {
            Files.write(Path.of(kept, "page.pdf"), bytes);
        }
    }

    @Test
    void thePageHasTheSizeOfA3() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDPage page = document.getPage(0);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(page.getMediaBox().getWidth() * 25.4 / 72).isCloseTo(420, within(0.01));
            assertThat(page.getMediaBox().getHeight() * 25.4 / 72).isCloseTo(297, within(0.01));
        }
    }

    @Test
    void aColumnHasItsUnitInTheHeadingUnlessTheHeadingSaysItAlready() throws IOException {
        for (Language language : Language.values()) {
            PageContent content = PageFixture.content(language);
            Table plain = content.tables().get(0);
            List<Table.Column> columns = new ArrayList<>();
            for (Table.Column column : plain.columns()) {
                String unit =
                        column.key().contains("area") ? "km²" : column.key().contains("people") ? "m³" : "";
                columns.add(new Table.Column(column.key(), column.title(), unit, column.decimals()));
            }
            Table measured = new Table(plain.id(), plain.title(), columns, plain.rows());
            PageContent page = new PageContent(
                    content.map(), content.layers(), List.of(measured), content.fields(), language, Path.of("."));
            byte[] written = write(PageFixture.page(Layouts.open("one-map-a3", note -> {}), page), NOON);
            try (PDDocument document = Loader.loadPDF(written)) {
                String text = new PDFTextStripper().getText(document);
                assertThat(text.split("\\(m³\\)", -1)).as("four columns").hasSize(5);
                String area = Message.of("app.print-area", "").text(language).strip();
                assertThat(text.split(Pattern.quote(area), -1)).as(area).hasSize(2);
                assertThat(text.replace(area, "")).doesNotContain("(km²)");
            }
        }
    }

    @Test
    void chineseTextIsFound() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("环翠区公共安全风险一张图", "图例", "演示数据", "坐标系", "1:150", "镇街19");
        }
    }

    @Test
    void fontsAreEmbeddedAsSubsets() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(Fonts.regular().isPresent());
        try (PDDocument document = Loader.loadPDF(bytes)) {
            var resources = document.getPage(0).getResources();
            int fonts = 0;
            for (COSName name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
                fonts++;
            }
            assertThat(fonts).isPositive();
        }
        assertThat(bytes.length).isLessThan(500_000);
    }

    @Test
    void mapLayersAreLayersOfThePdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getDocumentCatalog().getOCProperties().getGroupNames())
                    .contains("镇街", "综合风险区", "应急避难场所", "注记");
        }
    }

    @Test
    void theLegendIsComplete() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("低风险", "中风险", "较高风险", "高风险", "19 · 128.4 km²", "19 · 37.2 km²");
        }
    }

    @Test
    void nothingLiesOutsideThePage() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PdfReading reading = PdfReading.of(document.getPage(0));
            Rectangle2D page = new Rectangle2D.Double(-0.01, -0.01, 420.02, 297.02);
            assertThat(reading.glyphs).hasSizeGreaterThan(500).allMatch(page::contains);
            assertThat(reading.paths)
                    .hasSizeGreaterThan(100)
                    .allMatch(painted -> page.contains(
                            painted.bounds().getCenterX(), painted.bounds().getCenterY()));
        }
    }

    @Test
    void scaleBarTimesScaleIsTheGroundDistance() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            LayoutItem bar = composer.layout().item("scale-bar").orElseThrow();
            List<Rectangle2D> segments = filled(document, bar.box(), INK);
            double left =
                    segments.stream().mapToDouble(Rectangle2D::getMinX).min().orElseThrow();
            double right =
                    segments.stream().mapToDouble(Rectangle2D::getMaxX).max().orElseThrow();
            // Dark segments are the first and the third of four: the bar says 10 km, so they end at 7.5 km.
            double ground = (right - left) / 1000 * composer.denominator("map");
            assertThat(ground).isCloseTo(7500, within(7500 * 0.002));
        }
    }

    @Test
    void distancesOnTheMapAgreeWithTheEllipsoid() throws Exception {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            Box frame = composer.layout().item("map").orElseThrow().box();
            List<Point2D> shelters = filled(document, frame, 0x2e7d32).stream()
                    .<Point2D>map(bounds -> new Point2D.Double(bounds.getCenterX(), bounds.getCenterY()))
                    .toList();
            // Shelters 10 and 13 stand in the third row from the south, 21 km apart around the middle of the sheet.
            double y = PageFixture.SOUTH + 2 * PageFixture.TOWN + 1000;
            Point2D first = at(shelters, PageFixture.WEST + 5000, y + 1000);
            Point2D last = at(shelters, PageFixture.WEST + 5000 + 3 * PageFixture.TOWN, y + 1300);
            double[] ends = {PageFixture.WEST + 5000, y + 1000, PageFixture.WEST + 5000 + 3 * PageFixture.TOWN, y + 1300
            };
            Crs.transform(Crs.of(4550), Crs.of(4490)).apply(ends, 2);
            double ground = first.distance(last) / 1000 * composer.denominator("map");
            double truth = Vincenty.metres(ends[0], ends[1], ends[2], ends[3]);
            assertThat(ground).isCloseTo(truth, within(truth * 0.0005));
        }
    }

    @Test
    void twoPrintsDifferOnlyInTheTime() throws IOException {
        assertThat(Arrays.equals(write(composer, NOON), bytes)).isTrue();
        assertThat(Arrays.equals(write(PageFixture.page("one-map-a3", Language.CHINESE), NOON), bytes))
                .isTrue();
        byte[] later = write(composer, NOON.plusHours(1));
        assertThat(timeless(later)).isEqualTo(timeless(bytes));
        assertThat(Arrays.equals(later, bytes)).isFalse();
    }

    @Test
    void theEnglishPageSpeaksEnglish() throws IOException {
        byte[] english = write(PageFixture.page("one-map-a3", Language.ENGLISH), NOON);
        try (PDDocument document = Loader.loadPDF(english)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Legend", "Scale", "Reference system", "Total")
                    .doesNotContain("图例", "坐标系");
        }
    }

    private static Point2D at(List<Point2D> points, double x, double y) {
        Box frame = composer.layout().item("map").orElseThrow().box();
        var extent = composer.extent("map");
        double px = frame.x() + (x - extent.getMinX()) / extent.getWidth() * frame.width();
        double py = frame.y() + (extent.getMaxY() - y) / extent.getHeight() * frame.height();
        Point2D nearest = points.stream()
                .min(Comparator.comparingDouble(point -> point.distance(px, py)))
                .orElseThrow();
        assertThat(nearest.distance(px, py)).isLessThan(0.1);
        return nearest;
    }

    private static List<Rectangle2D> filled(PDDocument document, Box box, int rgb) throws IOException {
        return PdfReading.of(document.getPage(0)).paths.stream()
                .filter(painted -> painted.filled() && painted.rgb() == rgb)
                .map(PdfReading.Painted::bounds)
                .filter(bounds ->
                        box.contains(new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight())))
                .toList();
    }

    /** The file as text without the dates and the identifier that is made from them. */
    private static String timeless(byte[] file) {
        return new String(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replaceAll("D:\\d{14}[^)]*", "D:")
                .replaceAll("/ID \\[[^]]*]", "/ID");
    }

    private static byte[] write(PageComposer page, ZonedDateTime created) throws IOException {
        Path out = folder.resolve("page.pdf");
        new PdfOutput().write(page, out, new PrintOptions(300, created), Progress.silent());
        return Files.readAllBytes(out);
    }
}
