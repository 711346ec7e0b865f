package riskmap.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import riskmap.base.Progress;
import riskmap.map.PageSize;

/**
 * A page as pixels, painted in bands from the top, so that A0 at 300 dpi takes no more memory than one of them.
 *
 * @param width pixels
 * @param height pixels
 * @param scale pixels per millimetre
 * @param rows pixels of a band's height
 */
record PageBands(int width, int height, double scale, int rows) {
    /** Pixels of one band: 96 MB. A3 at 300 dpi (17.4 million) is one band. */
    static final long BAND_PIXELS = 24_000_000;

    /** Takes rows of pixels 0xRRGGBB. */
    @FunctionalInterface
    interface Rows {
        void write(int[] pixels, int rows) throws IOException;
    }

    /** The bands of a page. */
    static PageBands of(PageSize size, double dpi, long bandPixels) {
        double scale = dpi / 25.4;
        int width = (int) Math.max(1, Math.round(size.width() * scale));
        int height = (int) Math.max(1, Math.round(size.height() * scale));
        return new PageBands(width, height, scale, (int) Math.max(1, Math.min(height, bandPixels / width)));
    }

    /** Paints all bands and hands them on. */
    void paint(PageComposer page, InkPalette palette, Progress progress, Rows target) throws IOException {
        InkPalette inks = page.inks(palette);
        BufferedImage band = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
        for (int top = 0; top < height; top += rows) {
            Progress part = progress.part((double) top / height, Math.min(1, (double) (top + rows) / height));
            int count = Math.min(rows, height - top);
            paint(page, band, top, part);
            inks.see(pixels, count * width);
            target.write(pixels, count);
        }
    }

    /** The whole page in memory. */
    BufferedImage whole(PageComposer page, Progress progress) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        paint(page, image, 0, progress);
        return image;
    }

    private void paint(PageComposer page, BufferedImage band, int top, Progress progress) {
        Graphics2D graphics = band.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, band.getWidth(), band.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.translate(0, -top);
        graphics.scale(scale, scale);
        page.paint(graphics, progress);
        graphics.dispose();
    }
}
