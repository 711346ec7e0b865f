package riskmap.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import riskmap.base.Progress;
import riskmap.print.InkPalette;

/** Something drawn: a map or a chart, painted as often as asked, each time the same. */
public interface Drawing {
    /** Width in millimetres. */
    double width();

    /** Height in millimetres. */
    double height();

    /**
     * Paints it.
     *
     * @param millimetres graphics whose user space is millimetres from its top left corner
     */
    void paint(Graphics2D millimetres, Progress progress);

    /** Titles of its layers that a reader can switch off, by id. */
    default Map<String, String> layerTitles() {
        return Map.of();
    }

    /** It as a PNG picture, as it looks in inks. */
    default byte[] png(double dpi, InkPalette inks, Progress progress) {
        int wide = (int) Math.round(width() / 25.4 * dpi);
        int high = (int) Math.round(height() / 25.4 * dpi);
        BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, wide, high);
        graphics.scale(dpi / 25.4, dpi / 25.4);
        paint(graphics, progress);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(inks.see(image), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
