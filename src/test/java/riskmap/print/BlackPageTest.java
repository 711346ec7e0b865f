package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.map.Box;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;
import riskmap.map.Layouts;
import riskmap.style.ColourScheme;

/** A page for print in black: all that is on it, its furniture and pictures too, is written in one ink. */
class BlackPageTest {
    private static final Set<String> COLOURED = Set.of("rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN");

    @TempDir
    Path folder;

    /** The one map with a chart and a coloured picture on it, of a map in a scheme. */
    private PageComposer page(ColourScheme scheme) throws IOException {
        BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 0xff0000);
        picture.setRGB(1, 0, 0x00ff00);
        ImageIO.write(picture, "png", folder.resolve("badge.png").toFile());
        Layout layout = Layouts.open("one-map-a3", note -> {});
        List<LayoutItem> items = new ArrayList<>(layout.items());
        items.add(LayoutItems.of("chart", "bars", new Box(20, 50, 90, 60), "map", "risk-by-town"));
        items.add(LayoutItems.with(
                LayoutItems.of("picture", "badge", new Box(130, 50, 20, 10), "map", ""), "file", "badge.png"));
        PageContent usual = PageFixture.content(Language.CHINESE);
        PageContent content =
                new PageContent(usual.map(), usual.layers(), usual.tables(), usual.fields(), usual.language(), folder);
        return PageFixture.page(layout.withItems(items), content.withColours(new ChartColours(scheme, List.of())));
    }

    private Path written(String ending, ColourScheme scheme, InkPalette palette) throws IOException {
        Path out = folder.resolve("page." + ending);
        PrintOptions options = new PrintOptions(60, PrintOptions.now().created(), palette);
        Outputs.forFile(out).write(page(scheme), out, options, Progress.silent());
        return out;
    }

    @Test
    void aPdfHoldsNoColouredOperatorAndNoColouredPicture() throws IOException {
        assertThat(colouredParts(written("pdf", null, InkPalette.SCREEN))).contains("rg", "DeviceRGB");
        // whichever inks are asked for: greys need black alone
        assertThat(colouredParts(written("pdf", ColourScheme.PRINT, InkPalette.SCREEN)))
                .isEmpty();
        assertThat(colouredParts(written("pdf", ColourScheme.PRINT, InkPalette.CMYK)))
                .isEmpty();
        assertThat(colouredParts(written("pdf", null, InkPalette.BLACK))).isEmpty();
    }

    /** Every operator of colour and every colour space but grey, in whatever stream of the file. */
    private static Set<String> colouredParts(Path pdf) throws IOException {
        Set<String> found = new TreeSet<>();
        int painted = 0;
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            List<COSStream> contents = new ArrayList<>();
            contents.add((COSStream) document.getPage(0).getCOSObject().getDictionaryObject(COSName.CONTENTS));
            for (COSObject object : document.getDocument().getXrefTable().keySet().stream()
                    .map(document.getDocument()::getObjectFromPool)
                    .toList()) {
                if (object.getObject() instanceof COSStream stream) {
                    COSName kind = stream.getCOSName(COSName.SUBTYPE);
                    COSBase written = stream.getDictionaryObject(COSName.COLORSPACE);
                    // of a table of colours the second says in which space they are
                    COSBase space = written instanceof COSArray table ? table.getObject(1) : written;
                    if (COSName.FORM.equals(kind)) {
                        contents.add(stream);
                    } else if (COSName.IMAGE.equals(kind) && !COSName.DEVICEGRAY.equals(space)) {
                        found.add(((COSName) space).getName());
                    }
                    painted += COSName.IMAGE.equals(kind) ? 1 : 0;
                }
            }
            for (COSStream stream : contents) {
                PDFStreamParser parser =
                        new PDFStreamParser(stream.createInputStream().readAllBytes());
                for (Object token : parser.parse()) {
                    if (token instanceof Operator operator && COLOURED.contains(operator.getName())) {
                        found.add(operator.getName());
                    }
                }
            }
        }
        assertThat(painted).as("pictures in the file").isPositive();
        return found;
    }

    @Test
    void anImageHoldsGreysAlone() throws IOException {
        assertThat(coloured(ImageIO.read(written("png", null, InkPalette.SCREEN).toFile())))
                .isPositive();
        assertThat(coloured(ImageIO.read(
                        written("png", ColourScheme.PRINT, InkPalette.SCREEN).toFile())))
                .isZero();
        assertThat(coloured(page(ColourScheme.PRINT).image(40, Progress.silent())))
                .isZero();
    }

    @Test
    void anSvgHoldsGreysAlone() throws IOException {
        String svg = Files.readString(written("svg", ColourScheme.PRINT, InkPalette.SCREEN));
        Matcher colours = Pattern.compile("\"#([0-9a-f]{6})\"").matcher(svg);
        int count = 0;
        for (; colours.find(); count++) {
            assertThat(colours.group(1)).matches("(..)\\1\\1");
        }
        assertThat(count).isGreaterThan(100);
        Matcher images = Pattern.compile("base64,([A-Za-z0-9+/=]+)").matcher(svg);
        assertThat(images.find()).isTrue();
        do {
            byte[] bytes = Base64.getDecoder().decode(images.group(1));
            assertThat(coloured(ImageIO.read(new ByteArrayInputStream(bytes)))).isZero();
        } while (images.find());
    }

    private static long coloured(BufferedImage image) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                boolean grey = (rgb >> 16 & 255) == (rgb & 255) && (rgb >> 8 & 255) == (rgb & 255);
                count += grey || rgb >>> 24 == 0 ? 0 : 1;
            }
        }
        return count;
    }

    /** The levels stay apart: by the greys of palettes.csv, not by their lightness, of which red and blue have the same. */
    @Test
    void theStripeOfTheFourLevelsTakesTheGreysOfTheLevels() {
        assertThat(InkPalette.BLACK.seen(0xffe0402f)).isEqualTo(0xff303030);
        assertThat(InkPalette.BLACK.seen(0xfff39237)).isEqualTo(0xff707070);
        assertThat(InkPalette.BLACK.seen(0xfff8dc58)).isEqualTo(0xffa8a8a8);
        assertThat(InkPalette.BLACK.seen(0x806fa8dc)).isEqualTo(0x80d6d6d6);
        assertThat(InkPalette.BLACK.seen(0xff00ff00)).isEqualTo(0xffdcdcdc);
        assertThat(InkPalette.BLACK.seen(0xff8f8f8f)).isEqualTo(0xff8f8f8f);
    }
}
