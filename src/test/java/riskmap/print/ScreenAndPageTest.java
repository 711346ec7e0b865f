package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.map.PageSize;
import riskmap.render.MapPainter;
import riskmap.render.StyleGallery;

/** Every thing that a style can say looks the same on the screen and on a page that PDFBox shows. */
class ScreenAndPageTest {
    /** Maps in a row of the page. */
    private static final int ROW = 10;
    /** Dots per inch of the compared pictures: fine enough that antialiasing hides no difference of half a style pixel. */
    private static final int DPI = 144;
    /** Of a map's pixels, blurred over 5 by 5, so many may differ: PDFBox and Java2D round edges and images otherwise. */
    private static final double MOST = 0.005;
    /** Where neighbouring maps of the page run into each other. */
    private static final int EDGE = 4;

    @Test
    void theScreenAndThePageOfAStyleAgree() throws IOException {
        List<StyleGallery.Scene> scenes = StyleGallery.scenes();
        BufferedImage page = page(scenes);
        int side = StyleGallery.SIDE * DPI / 96;
        List<String> different = new ArrayList<>();
        BufferedImage before = null;
        for (int i = 0; i < scenes.size(); i++) {
            BufferedImage onScreen = blurred(screen(scenes.get(i)));
            BufferedImage onPage = blurred(page.getSubimage(i % ROW * side, i / ROW * side, side, side));
            double share = differs(onScreen, onPage);
            if (share > MOST) {
                different.add(scenes.get(i).name() + " " + Math.round(share * 1000) / 10.0 + " %");
            }
            // another map is told from this one
            assertThat(before == null ? 1 : differs(before, onPage))
                    .as(scenes.get(i).name())
                    .isGreaterThan(MOST);
            before = onScreen;
        }
        assertThat(different).isEmpty();
    }

    private static BufferedImage screen(StyleGallery.Scene scene) {
        int side = StyleGallery.SIDE * DPI / 96;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, side, side);
        new MapPainter().paint(scene.layers(), scene.viewport(DPI), graphics, Progress.silent());
        graphics.dispose();
        return image;
    }

    private static BufferedImage page(List<StyleGallery.Scene> scenes) throws IOException {
        double cell = StyleGallery.SIDE * 25.4 / 96;
        PageSize size = new PageSize(ROW * cell, ((scenes.size() + ROW - 1) / ROW) * cell);
        PdfBook.Leaf leaf = (graphics, progress) -> {
            for (int i = 0; i < scenes.size(); i++) {
                Graphics2D own = (Graphics2D) graphics.create();
                own.translate(i % ROW * cell, i / ROW * cell);
                new MapPainter().paint(scenes.get(i).layers(), scenes.get(i).viewport(25.4), own, progress);
                own.dispose();
            }
        };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ZonedDateTime noon = ZonedDateTime.of(2026, 11, 24, 12, 0, 0, 0, ZoneOffset.UTC);
        try (PdfBook book = new PdfBook(InkPalette.SCREEN)) {
            book.describe(new PdfBook.About("t", "m", "", Language.ENGLISH, noon));
            book.add(size, Map.of(), leaf, Progress.silent());
            book.save(bytes);
        }
        try (PDDocument document = Loader.loadPDF(bytes.toByteArray())) {
            return new PDFRenderer(document).renderImageWithDPI(0, DPI);
        }
    }

    private static double differs(BufferedImage a, BufferedImage b) {
        int count = 0;
        for (int y = EDGE; y < a.getHeight() - EDGE; y++) {
            for (int x = EDGE; x < a.getWidth() - EDGE; x++) {
                Color one = new Color(a.getRGB(x, y));
                Color other = new Color(b.getRGB(x, y));
                int most = Math.max(
                        Math.abs(one.getRed() - other.getRed()),
                        Math.max(
                                Math.abs(one.getGreen() - other.getGreen()),
                                Math.abs(one.getBlue() - other.getBlue())));
                count += most > 40 ? 1 : 0;
            }
        }
        return count / (double) (a.getWidth() * a.getHeight());
    }

    private static BufferedImage blurred(BufferedImage image) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        plain.createGraphics().drawImage(image, new AffineTransform(), null);
        float[] even = new float[25];
        java.util.Arrays.fill(even, 1 / 25f);
        return new java.awt.image.ConvolveOp(
                        new java.awt.image.Kernel(5, 5, even), java.awt.image.ConvolveOp.EDGE_NO_OP, null)
                .filter(plain, null);
    }
}
