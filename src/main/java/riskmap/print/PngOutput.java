package riskmap.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.file.Path;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;
import riskmap.map.Box;
import riskmap.map.LayoutItem;
import riskmap.map.PageSize;

/**
 * PNG image of the page at any resolution, with a world file for its first map frame. The page is painted in bands, so
 * that A0 at 300 dpi takes no more memory than one of them.
 */
final class PngOutput implements PrintOutput {
    /** Pixels of one band: 96 MB. A3 at 300 dpi (17.4 million) is one band. */
    private static final long BAND_PIXELS = 24_000_000;

    private final long bandPixels;

    PngOutput() {
        this(BAND_PIXELS);
    }

    PngOutput(long bandPixels) {
        this.bandPixels = bandPixels;
    }

    @Override
    public String extension() {
        return "png";
    }

    @Override
    public void write(PageComposer page, Path target, PrintOptions options, Progress progress) {
        double scale = options.dpi() / 25.4;
        PageSize size = page.layout().page();
        int width = (int) Math.round(size.width() * scale);
        int height = (int) Math.round(size.height() * scale);
        int rows = (int) Math.max(1, Math.min(height, bandPixels / width));
        TargetFile.write(target, stream -> {
            try (PngStream png = new PngStream(stream, width, height, options.dpi())) {
                BufferedImage band = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
                int[] pixels = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
                for (int top = 0; top < height; top += rows) {
                    Progress part = progress.part((double) top / height, (double) (top + rows) / height);
                    paint(page, band, scale, top, part);
                    png.write(pixels, Math.min(rows, height - top));
                }
            }
        });
        worldFile(page, target, scale);
    }

    /** The page as an image in memory, for previews. */
    static BufferedImage image(PageComposer page, double dpi, Progress progress) {
        double scale = dpi / 25.4;
        PageSize size = page.layout().page();
        BufferedImage image = new BufferedImage(
                (int) Math.max(1, Math.round(size.width() * scale)),
                (int) Math.max(1, Math.round(size.height() * scale)),
                BufferedImage.TYPE_INT_RGB);
        paint(page, image, scale, 0, progress);
        return image;
    }

    private static void paint(PageComposer page, BufferedImage band, double scale, int top, Progress progress) {
        Graphics2D graphics = band.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, band.getWidth(), band.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.translate(0, -top);
        graphics.scale(scale, scale);
        page.paint(graphics, progress);
        graphics.dispose();
    }

    /**
     * The six numbers that place the image: pixel size and the centre of the top left pixel, in the map's CRS. They
     * hold for the map frame; the page around it lies outside the map.
     */
    private static void worldFile(PageComposer page, Path target, double scale) {
        if (page.layout().frames().isEmpty()) {
            return;
        }
        LayoutItem.MapFrame frame = page.layout().frames().get(0);
        Envelope extent = page.extent(frame.id());
        Box box = frame.box();
        double perPixel = extent.getWidth() / box.width() / scale;
        double x = extent.getMinX() - box.x() * scale * perPixel + perPixel / 2;
        double y = extent.getMaxY() + box.y() * scale * perPixel - perPixel / 2;
        String text = String.format(Locale.ROOT, "%.10f%n0.0%n0.0%n%.10f%n%.6f%n%.6f%n", perPixel, -perPixel, x, y)
                .replace("\r", "");
        String name = target.getFileName().toString();
        Path world = target.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".pgw");
        TargetFile.write(world, stream -> stream.write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }
}
