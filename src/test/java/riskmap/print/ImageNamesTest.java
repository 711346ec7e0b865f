package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import riskmap.base.Progress;
import riskmap.map.PageSize;

/** The images of a page come into the file once each, and stay in memory no longer than who painted them keeps them. */
class ImageNamesTest {
    private static final int TILES = 12;

    @Test
    void theTilesOfAWallMapDoNotFillTheMemory() throws IOException {
        List<WeakReference<BufferedImage>> tiles = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        PDDocument read = printed(page -> {
            for (int i = 0; i < TILES; i++) {
                BufferedImage tile = tile(i);
                tiles.add(new WeakReference<>(tile));
                page.drawImage(tile, AffineTransform.getTranslateInstance(i, 0), null);
            }
            // those being written are still needed
            for (int tries = 0; tries < 100 && alive(tiles) > 2; tries++) {
                System.gc();
            }
            left.add(alive(tiles));
        });
        assertThat(left.get(0)).isLessThanOrEqualTo(2);
        Set<Integer> colours = new HashSet<>();
        for (PDImageXObject image : images(read)) {
            colours.add(image.getImage().getRGB(3, 3));
        }
        assertThat(colours).hasSize(TILES);
    }

    @Test
    void aPicturePaintedTwiceStandsInTheFileOnce() throws IOException {
        BufferedImage picture = tile(1);
        BufferedImage other = tile(2);
        PDDocument read = printed(page -> {
            page.drawImage(picture, AffineTransform.getTranslateInstance(0, 0), null);
            page.drawImage(other, AffineTransform.getTranslateInstance(10, 0), null);
            page.drawImage(picture, AffineTransform.getTranslateInstance(20, 0), null);
        });
        assertThat(images(read)).hasSize(2);
    }

    private interface Painting {
        void on(Graphics2D page);
    }

    private static PDDocument printed(Painting painting) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PdfBook book = new PdfBook(InkPalette.SCREEN)) {
            book.add(PageSize.of("A4", false), Map.of(), (page, progress) -> painting.on(page), Progress.silent());
            book.save(file);
        }
        return Loader.loadPDF(file.toByteArray());
    }

    private static List<PDImageXObject> images(PDDocument read) throws IOException {
        List<PDImageXObject> result = new ArrayList<>();
        PDResources resources = read.getPage(0).getResources();
        for (COSName name : resources.getXObjectNames()) {
            result.add((PDImageXObject) resources.getXObject(name));
        }
        return result;
    }

    private static int alive(List<WeakReference<BufferedImage>> tiles) {
        return (int) tiles.stream().filter(tile -> tile.get() != null).count();
    }

    private static BufferedImage tile(int number) {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(20 * number, 100, 50));
        graphics.fillRect(0, 0, 64, 64);
        graphics.dispose();
        return image;
    }
}
