package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.print.DocFlavor;
import javax.print.StreamPrintService;
import javax.print.StreamPrintServiceFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.TurnedCrs;
import riskmap.map.Box;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;
import riskmap.map.Layouts;
import riskmap.map.LocalText;

/** Sheets beyond a single map: turned frames, overviews, charts, signatures, inks, TIFF, atlases, printers. */
class SheetsTest {
    private static final Layout A3 = Layouts.open("one-map-a3", note -> {});

    @TempDir
    Path folder;

    private static Layout with(String field, Object value) {
        return changed("map", field, value);
    }

    private static Layout changed(String id, String field, Object value) {
        return A3.withItems(A3.items().stream()
                .map(item -> item.id().equals(id) ? LayoutItems.with(item, field, value) : item)
                .toList());
    }

    private static Layout and(LayoutItem more) {
        List<LayoutItem> items = new ArrayList<>(A3.items());
        items.add(more);
        return A3.withItems(items);
    }

    private static PageComposer page(Layout layout) {
        return PageFixture.page(layout, PageFixture.content(Language.CHINESE));
    }

    private Path pdf(PageComposer page, PrintOptions options) {
        Path out = folder.resolve("page.pdf");
        new PdfOutput().write(page, out, options, Progress.silent());
        return out;
    }

    @Test
    void aTurnedFrameKeepsScaleAndItsCornersLieWhereTheMapSays() {
        PageComposer page = page(with("rotation", 30));
        FrameView view = page.view("map");
        assertThat(TurnedCrs.degrees(view.crs())).isEqualTo(30);
        double[] ends = {view.centreX() - 500, view.centreY(), view.centreX() + 500, view.centreY()};
        Crs.transform(view.crs(), Crs.of(4550)).apply(ends, 2);
        // a line level on the page runs 30° to the north of east on the ground when the map is turned clockwise
        assertThat(Math.toDegrees(Math.atan2(ends[3] - ends[1], ends[2] - ends[0])))
                .isCloseTo(30, within(1e-9));
        double ground = GroundScale.metresPerUnit(view.crs(), view.centreX(), view.centreY()) * 1000;
        assertThat(view.millimetres(ground))
                .isCloseTo(1e6 * 1000 / 1000 / view.denominator() * ground / 1000, within(1e-6));
        WorldFile world = WorldFile.of(page, 10);
        Box box = view.item().box();
        double column = box.centreX() * 10;
        double row = box.centreY() * 10;
        double[] centre = {view.centreX(), view.centreY()};
        Crs.transform(view.crs(), Crs.of(4550)).apply(centre, 1);
        assertThat(world.x() + column * world.perColumnX() + row * world.perRowX())
                .isCloseTo(centre[0], within(0.01));
        assertThat(world.y() + column * world.perColumnY() + row * world.perRowY())
                .isCloseTo(centre[1], within(0.01));
        assertThat(page.image(30, Progress.silent()).getWidth()).isEqualTo(496);
    }

    @Test
    void thePdfSaysWhereItsMapLies() throws Exception {
        PageComposer page = page(A3);
        try (PDDocument document = Loader.loadPDF(pdf(page, PrintOptions.now()).toFile())) {
            COSArray viewports = (COSArray) document.getPage(0).getCOSObject().getDictionaryObject("VP");
            COSDictionary measure =
                    (COSDictionary) ((COSDictionary) viewports.getObject(0)).getDictionaryObject("Measure");
            assertThat(measure.getNameAsString(COSName.SUBTYPE)).isEqualTo("GEO");
            assertThat(((COSDictionary) measure.getDictionaryObject("GCS")).getInt("EPSG"))
                    .isEqualTo(4550);
            COSArray corners = (COSArray) measure.getDictionaryObject("GPTS");
            Envelope extent = page.extent("map");
            double[] lowerLeft = {((COSNumber) corners.get(1)).floatValue(), ((COSNumber) corners.get(0)).floatValue()};
            Crs.transform(Crs.of(4490), Crs.of(4550)).apply(lowerLeft, 1);
            assertThat(lowerLeft[0]).isCloseTo(extent.getMinX(), within(2.0));
            assertThat(lowerLeft[1]).isCloseTo(extent.getMinY(), within(2.0));
        }
    }

    @Test
    void chartAndSignaturesAreWordsOnThePage() throws Exception {
        LayoutItem chart = LayoutItems.of("chart", "chart", new Box(20, 50, 90, 60), "map", "risk-by-town");
        LayoutItem signed = LayoutItems.of("signatures", "signed", new Box(20, 120, 120, 10), "map", "");
        Layout layout = and(chart);
        List<LayoutItem> items = new ArrayList<>(layout.items());
        items.add(signed);
        try (PDDocument document = Loader.loadPDF(
                pdf(page(layout.withItems(items)), PrintOptions.now()).toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("编制", "审核", "批准");
        }
        assertThatThrownBy(() -> page(and(LayoutItems.of("chart", "bars", new Box(20, 50, 90, 60), "map", "none"))))
                .satisfies(error -> says(error, "bars", "none"));
        LayoutItem empty = LayoutItems.with(
                LayoutItems.of("chart", "bars", new Box(20, 50, 90, 60), "map", "none"), "optional", true);
        page(and(empty)).image(20, Progress.silent());
    }

    @Test
    void aCharacterWithoutAGlyphIsNamedWithItsItem() {
        Layout layout = changed("subtitle", "text", LocalText.of("风险 \uD83D\uDE80"));
        assertThatThrownBy(() -> page(layout).image(20, Progress.silent()))
                .satisfies(error -> says(error, "subtitle", "U+1F680"));
    }

    @Test
    void inksOfAPageNeverExceedThreeHundredPercentAndGreyIsBlackAlone() throws Exception {
        for (int rgb = 0; rgb < 0x1000000; rgb += 4099) {
            double[] inks = InkPalette.inks(rgb);
            assertThat(inks[0] + inks[1] + inks[2] + inks[3]).isLessThanOrEqualTo(3 + 1e-9);
        }
        assertThat(InkPalette.inks(0x808080)).startsWith(0, 0, 0);
        assertThat(InkPalette.CMYK.seen(0xffffffff)).isEqualTo(0xffffffff);
        PrintOptions options = new PrintOptions(300, PrintOptions.now().created(), InkPalette.CMYK);
        try (PDDocument document = Loader.loadPDF(pdf(page(A3), options).toFile())) {
            String content = new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(content).contains(" k\n").doesNotContain(" rg\n", " RG\n");
        }
    }

    @Test
    void aTiffIsThePageWithItsPlaceInTheFile() throws Exception {
        PageComposer page = page(A3);
        Path out = folder.resolve("page.tif");
        Outputs.forFile(out)
                .write(page, out, new PrintOptions(40, PrintOptions.now().created()), Progress.silent());
        BufferedImage read = tiff(out.toFile());
        BufferedImage expected = page.image(40, Progress.silent());
        assertThat(read.getWidth()).isEqualTo(expected.getWidth());
        for (int y = 0; y < read.getHeight(); y += 11) {
            for (int x = 0; x < read.getWidth(); x += 5) {
                assertThat(read.getRGB(x, y)).isEqualTo(expected.getRGB(x, y));
            }
        }
        assertThat(folder.resolve("page.tfw")).exists();
        byte[] bytes = Files.readAllBytes(out);
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = file.getInt(4);
        boolean placed = false;
        for (int i = 0; i < file.getShort(directory); i++) {
            placed |= (file.getShort(directory + 2 + 12 * i) & 0xffff) == 34264;
        }
        assertThat(placed).isTrue();
    }

    private static BufferedImage tiff(File file) throws Exception {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
        ImageReader reader = readers.next();
        try (var stream = ImageIO.createImageInputStream(file)) {
            reader.setInput(stream);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void aPageOfAnAtlasThatFailsIsNamedAndTheRestGoesOn() throws Exception {
        Geometry shape = new GeometryFactory()
                .toGeometry(new Envelope(
                        PageFixture.WEST, PageFixture.WEST + 3000, PageFixture.SOUTH, PageFixture.SOUTH + 3000));
        AtlasPage first = new AtlasPage("甲镇", shape, 1, 2);
        PageContent content = PageFixture.content(Language.CHINESE);
        Layout atlas = with("atlas", true);
        List<AtlasOutput.Page> pages = List.of(
                new AtlasOutput.Page(
                        "甲镇",
                        () -> PageFixture.page(
                                atlas,
                                content.withPage(
                                        List.of(first),
                                        first,
                                        content.tables(),
                                        new Fields(content.fields()).put("page-name", "甲镇")))),
                new AtlasOutput.Page("乙镇", () -> {
                    throw RiskMapException.of("print.map-empty", "map");
                }));
        List<Message> failed = new ArrayList<>();
        Path out = folder.resolve("atlas.pdf");
        assertThat(AtlasOutput.write(pages, out, PrintOptions.now(), failed::add, Progress.silent()))
                .isEqualTo(1);
        assertThat(failed).singleElement().satisfies(message -> assertThat(message.text())
                .contains("乙镇", "map"));
        try (PDDocument document = Loader.loadPDF(out.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThatThrownBy(() -> AtlasOutput.write(
                        pages.subList(1, 2),
                        folder.resolve("none.pdf"),
                        PrintOptions.now(),
                        failed::add,
                        Progress.silent()))
                .isInstanceOf(RiskMapException.class);
        assertThat(folder.resolve("none.pdf")).doesNotExist();
        FrameView view = PageFixture.page(
                        atlas, content.withPage(List.of(first), first, content.tables(), content.fields()))
                .view("map");
        assertThat(view.extent().contains(shape.getEnvelopeInternal())).isTrue();
        assertThat(view.extent().getHeight()).isLessThan(3000 * 1.6);
    }

    @Test
    void aPrinterGetsThePageInItsTrueSizeAndAnAbsentOneIsNamed() throws Exception {
        StreamPrintServiceFactory[] factories = StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
                DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript");
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        StreamPrintService service = factories[0].getPrintService(stream);
        PagePrinter.print(
                List.of(page(A3)),
                service,
                new PrintOptions(30, PrintOptions.now().created()),
                Progress.silent());
        String text = stream.toString(StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("%!PS-Adobe");
        assertThat(text.length()).isGreaterThan(100_000);
        assertThatThrownBy(() ->
                        PagePrinter.print(List.of(page(A3)), "no such printer", PrintOptions.now(), Progress.silent()))
                .isInstanceOf(RiskMapException.class);
    }

    private static void says(Throwable error, String... words) {
        assertThat(((RiskMapException) error).userMessage().text(Language.ENGLISH))
                .contains(words);
    }
}
