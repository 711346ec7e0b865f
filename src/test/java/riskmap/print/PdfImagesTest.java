package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images come out of a PDF with the very pixels they had. */
class PdfImagesTest {
    @ParameterizedTest(name = "image type {0}")
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void anImageKeepsItsColoursAndItsOpacity(int type) throws IOException {
        BufferedImage image = image(type, 301, 207);
        BufferedImage read = throughPdf(image);
        boolean premultiplied = type == BufferedImage.TYPE_INT_ARGB_PRE;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                // colours that look the same under an opacity are one colour
                int expected =
                        premultiplied ? ((int[]) image.getRaster().getDataElements(x, y, null))[0] : image.getRGB(x, y);
                int actual = premultiplied ? premultiplied(read.getRGB(x, y)) : read.getRGB(x, y);
                assertThat(Integer.toHexString(actual)).isEqualTo(Integer.toHexString(expected));
            }
        }
    }

    @Test
    void theEdgesOfOneColourHoldFewOthers() throws IOException {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(46, 117, 158));
        graphics.fillOval(20, 30, 150, 120);
        graphics.dispose();
        BufferedImage read = throughPdf(image);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                if (read.getRGB(x, y) >>> 24 > 127) {
                    colours.add(read.getRGB(x, y) & 0xffffff);
                }
            }
        }
        // each opacity of an edge would have one of its own; what rounds otherwise keeps its own
        assertThat(colours).hasSizeLessThan(12);
    }

    @Test
    void upTo256ColoursAreKeptInATableWhateverTheirOpacity() throws IOException {
        for (int count : new int[] {1, 2, 255, 256, 257, 700}) {
            for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB}) {
                BufferedImage image = new BufferedImage(211, 97, type);
                for (int y = 0; y < image.getHeight(); y++) {
                    for (int x = 0; x < image.getWidth(); x++) {
                        image.setRGB(x, y, (x + y) % 256 << 24 | (x * 31 + y * 17) % count * 65_793 / 3 + 7);
                    }
                }
                PDImageXObject[] kept = new PDImageXObject[1];
                BufferedImage read = throughPdf(image, kept);
                assertThat(kept[0].getColorSpace() instanceof PDIndexed)
                        .as(count + " colours")
                        .isEqualTo(count <= 256);
                for (int y = 0; y < image.getHeight(); y++) {
                    for (int x = 0; x < image.getWidth(); x++) {
                        assertThat(read.getRGB(x, y)).isEqualTo(image.getRGB(x, y));
                    }
                }
            }
        }
    }

    private static int premultiplied(int argb) {
        int alpha = argb >>> 24;
        int result = alpha << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            result |= ((argb >> shift & 255) * alpha + 127) / 255 << shift;
        }
        return result;
    }

    private static BufferedImage throughPdf(BufferedImage image) throws IOException {
        return throughPdf(image, new PDImageXObject[1]);
    }

    /** @param kept gets the image as the file has it */
    private static BufferedImage throughPdf(BufferedImage image, PDImageXObject... kept) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PdfImages images = new PdfImages(document, InkPalette.SCREEN);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("Picture"), images.add(image));
            images.close();
            PDPage page = new PDPage();
            page.setResources(resources);
            document.addPage(page);
            document.save(file);
        }
        try (PDDocument document = Loader.loadPDF(file.toByteArray())) {
            PDImageXObject read =
                    (PDImageXObject) document.getPage(0).getResources().getXObject(COSName.getPDFName("Picture"));
            kept[0] = read;
            BufferedImage mask =
                    read.getSoftMask() == null ? null : read.getSoftMask().getOpaqueImage(null, 1);
            BufferedImage colours = read.getOpaqueImage(null, 1);
            BufferedImage result = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int alpha = mask == null ? 255 : mask.getRaster().getSample(x, y, 0);
                    result.setRGB(x, y, alpha << 24 | colours.getRGB(x, y) & 0xffffff);
                }
            }
            return result;
        }
    }

    /** Colours of chance, clear on the left, opaque on the right, half-clear between. */
    private static BufferedImage image(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(7);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 400; i++) {
            int x = random.nextInt(width);
            int alpha = x < width / 3 ? 0 : x < width / 2 ? 60 + random.nextInt(150) : 255;
            graphics.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), alpha));
            graphics.fillRect(x, random.nextInt(height), 30, 20);
        }
        graphics.dispose();
        return image;
    }
}
