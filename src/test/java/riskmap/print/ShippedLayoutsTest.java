package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import riskmap.analysis.Inputs;
import riskmap.app.Answer;
import riskmap.app.print.Atlases;
import riskmap.app.print.Prints;
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRuns;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.map.Box;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.Layouts;
import riskmap.map.MapLayer;
import riskmap.risk.model.SampleDistrict;

/** Every sheet that is shipped, in both languages, of one small district, written as PDF and read back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedLayoutsTest {
    private static final double POINT = 25.4 / 72;
    private static final int DPI = 30;

    @TempDir
    static Path folder;

    private Workspace project;

    /** A line of text as it stands on the page, in millimetres. */
    private record Words(String text, Rectangle2D box, double points) {}

    @BeforeAll
    void makeDistrict() throws Exception {
        project = Workspace.create(folder.resolve("区.gpkg"), "试验区", "EPSG:4550");
        Inputs district = SampleDistrict.inputs(1);
        for (String name : district.names()) {
            if (!district.isGrid(name)) {
                SimpleFeatureCollection layer = district.features(name).getFeatures();
                project.store().createLayer(layer.getSchema(), name);
                project.store().append(name, layer, Progress.silent());
            }
        }
        project.updateMap(map -> map.withLayers(project.layers().stream()
                .filter(name -> project.features(name).getSchema().getGeometryDescriptor() != null)
                .map(name -> new MapLayer(name, name, "", "#" + name, "", "", true, 1))
                .toList()));
        RiskRuns.run(project, "combined", Map.of("cell-size", "40"), Progress.silent());
    }

    @AfterAll
    void close() {
        if (project != null) {
            project.close();
        }
    }

    static Stream<Arguments> sheets() {
        return Layouts.names().stream()
                .filter(name -> !name.startsWith("town-atlas"))
                .flatMap(name -> Stream.of(Language.values()).map(language -> Arguments.of(name, language)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("sheets")
    void aSheetIsWholeLegibleAndTrueToScale(String name, Language language) throws IOException {
        Layout layout = Prints.layout(project, name, note -> {
            throw new AssertionError(note.text());
        });
        Prints.Request request = Prints.Request.of(name).withLanguage(language).withDate(LocalDate.of(2026, 11, 28));
        PageComposer page = Prints.composer(project, layout, project.map(), request, Progress.silent());
        Path file = folder.resolve(name + language + ".pdf");
        new PdfOutput().write(page, file, PrintOptions.now(), Progress.silent());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDPage sheet = document.getPage(0);
            assertThat(sheet.getMediaBox().getWidth() * POINT)
                    .isCloseTo(layout.page().width(), within(0.1));
            assertThat(sheet.getMediaBox().getHeight() * POINT)
                    .isCloseTo(layout.page().height(), within(0.1));
            fontsAreSubsets(sheet);
            List<Words> words = words(document);
            textStandsApart(page, words);
            speaks(language, words);
            scaleBarIsTrue(page, sheet, words);
            everyItemHasItsPlace(page, new PDFRenderer(document).renderImageWithDPI(0, DPI));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theIndexOfAnAtlasExplainsTheFourLevelsItIsColouredBy(Language language) throws IOException {
        Prints.Request request = Prints.Request.of("town-atlas").withLanguage(language);
        Path file = folder.resolve("atlas" + language + ".pdf");
        Answer printed = Atlases.print(project, request, "", "", file, Progress.silent());
        assertThat(printed.good()).as(printed.text()).isTrue();
        Layout index = Prints.layout(project, "town-atlas-index", note -> {
            throw new AssertionError(note.text());
        });
        LayoutItem legend = index.item("legend").orElseThrow();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            List<Words> words = words(document, 1);
            List<String> explained = words.stream()
                    .filter(line -> rectangle(legend.box(), 0).contains(line.box()))
                    .map(line -> line.text().strip())
                    .toList();
            assertThat(explained)
                    .containsSubsequence(
                            language == Language.CHINESE
                                    ? List.of("高风险", "较高风险", "中风险", "低风险")
                                    : List.of("High risk", "Rather high risk", "Medium risk", "Low risk"));
            // each beside a swatch of the colour the map has
            Set<Integer> colours = PdfReading.of(document.getPage(0)).paths.stream()
                    .filter(painted ->
                            painted.filled() && rectangle(legend.box(), 0).contains(painted.bounds()))
                    .map(PdfReading.Painted::rgb)
                    .collect(Collectors.toSet());
            assertThat(colours).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    private static void fontsAreSubsets(PDPage sheet) throws IOException {
        int fonts = 0;
        for (COSName key : sheet.getResources().getFontNames()) {
            PDFont font = sheet.getResources().getFont(key);
            assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
            fonts++;
        }
        assertThat(fonts).isPositive();
    }

    /** Level lines of text: labels of the map may turn and bend. */
    private static List<Words> words(PDDocument document) throws IOException {
        return words(document, document.getNumberOfPages());
    }

    private static List<Words> words(PDDocument document, int lastPage) throws IOException {
        List<Words> words = new ArrayList<>();
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) {
                Rectangle2D box = null;
                for (TextPosition letter : letters) {
                    double height = letter.getYScale() * 0.7;
                    Rectangle2D one = new Rectangle2D.Double(
                            letter.getXDirAdj() * POINT,
                            (letter.getYDirAdj() - height) * POINT,
                            letter.getWidthDirAdj() * POINT,
                            height * POINT);
                    box = box == null ? one : box.createUnion(one);
                }
                if (box != null && letters.get(0).getDir() == 0 && !text.isBlank()) {
                    words.add(new Words(text, box, letters.get(0).getYScale()));
                }
            }
        };
        reader.setSortByPosition(false);
        reader.setEndPage(lastPage);
        reader.getText(document);
        return words;
    }

    private static void textStandsApart(PageComposer page, List<Words> words) {
        Rectangle2D paper = new Rectangle2D.Double(
                0, 0, page.layout().page().width(), page.layout().page().height());
        List<Words> outside = words.stream()
                .filter(line -> page.layout().items().stream()
                        .filter(item -> item instanceof LayoutItem.MapFrame || item instanceof LayoutItem.Inset)
                        .noneMatch(item -> rectangle(item.box(), 6).intersects(line.box())))
                .toList();
        assertThat(outside).hasSizeGreaterThan(20);
        assertThat(words.stream().filter(line -> !paper.contains(line.box())).toList())
                .as("off the paper")
                .isEmpty();
        assertThat(outside.stream().filter(line -> line.points() < 4.4).toList())
                .as("letters under 4.4 points")
                .isEmpty();
        for (int i = 0; i < outside.size(); i++) {
            for (int k = i + 1; k < outside.size(); k++) {
                Rectangle2D common =
                        outside.get(i).box().createIntersection(outside.get(k).box());
                assertThat(common.getWidth() > 0.2 && common.getHeight() > 0.2)
                        .as("%s over %s", outside.get(i), outside.get(k))
                        .isFalse();
            }
        }
    }

    private static void speaks(Language language, List<Words> words) {
        List<String> text = words.stream().map(Words::text).toList();
        boolean chinese = language == Language.CHINESE;
        assertThat(text).anyMatch(line -> line.strip().equals(chinese ? "图例" : "Legend"));
        assertThat(text).noneMatch(line -> line.strip().equals(chinese ? "Legend" : "图例"));
        assertThat(text).noneMatch(line -> line.matches(".*[{}].*"));
        assertThat(text).noneMatch(line -> line.strip().matches("[()（）\\[\\]]"));
    }

    /** The dark boxes of the bar against the length that stands at its end and the numeric scale. */
    private static void scaleBarIsTrue(PageComposer page, PDPage sheet, List<Words> words) throws IOException {
        LayoutItem bar = page.layout().item("scale-bar").orElseThrow();
        Rectangle2D place = rectangle(bar.box(), 1);
        List<Rectangle2D> dark = PdfReading.of(sheet).paths.stream()
                .filter(painted -> painted.filled() && painted.rgb() == 0x12304a && place.contains(painted.bounds()))
                .map(PdfReading.Painted::bounds)
                .filter(bounds -> bounds.getWidth() > bounds.getHeight())
                .toList();
        double left = dark.stream().mapToDouble(Rectangle2D::getMinX).min().orElseThrow();
        double right = dark.stream().mapToDouble(Rectangle2D::getMaxX).max().orElseThrow();
        Pattern length = Pattern.compile("([0-9.,]+) (km|m|千米|米)");
        Matcher end = words.stream()
                .filter(line -> place.intersects(line.box()))
                .map(line -> length.matcher(line.text()))
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow();
        double metres = Double.parseDouble(end.group(1).replace(",", ""))
                * (end.group(2).equals("km") || end.group(2).equals("千米") ? 1000 : 1);
        // of four segments the first and the third are dark
        double ground = (right - left) / 1000 * page.denominator("map");
        assertThat(ground).isCloseTo(metres * 0.75, within(metres * 0.75 * 0.002));
    }

    /** Low resolution is enough to see that each item is there and that nothing stands where no item is. */
    private static void everyItemHasItsPlace(PageComposer page, BufferedImage picture) {
        for (LayoutItem item : page.layout().items()) {
            if (item instanceof LayoutItem.MapFrame
                    || item instanceof LayoutItem.Legend
                    || item instanceof LayoutItem.ResultTable
                    || item instanceof LayoutItem.Inset
                    || item instanceof LayoutItem.ScaleBar
                    || item instanceof LayoutItem.NorthArrow) {
                assertThat(ink(picture, item.box())).as(item.id()).isGreaterThan(0.02);
            }
        }
        List<Rectangle2D> places = page.layout().items().stream()
                .map(item -> rectangle(item.box(), item instanceof LayoutItem.MapFrame ? 7 : 1.5))
                .toList();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                double mmX = (x + 0.5) * 25.4 / DPI;
                double mmY = (y + 0.5) * 25.4 / DPI;
                if (isDark(picture.getRGB(x, y)) && places.stream().noneMatch(place -> place.contains(mmX, mmY))) {
                    throw new AssertionError("ink outside all items at " + mmX + ", " + mmY + " mm");
                }
            }
        }
    }

    private static double ink(BufferedImage picture, Box box) {
        int inked = 0;
        int all = 0;
        for (double y = box.y(); y < box.y() + box.height(); y += 25.4 / DPI) {
            for (double x = box.x(); x < box.right(); x += 25.4 / DPI) {
                int pixelX = Math.min(picture.getWidth() - 1, (int) (x / 25.4 * DPI));
                int pixelY = Math.min(picture.getHeight() - 1, (int) (y / 25.4 * DPI));
                inked += isDark(picture.getRGB(pixelX, pixelY)) ? 1 : 0;
                all++;
            }
        }
        return (double) inked / all;
    }

    private static boolean isDark(int rgb) {
        return (rgb >> 8 & 255) < 235;
    }

    private static Rectangle2D rectangle(Box box, double more) {
        return new Rectangle2D.Double(box.x() - more, box.y() - more, box.width() + 2 * more, box.height() + 2 * more);
    }
}
