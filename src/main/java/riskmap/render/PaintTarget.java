package riskmap.render;

import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.style.StyleUnit;

/**
 * Where is painted, and how fine: a viewport on a {@link Graphics2D}, which is either a raster (screen, image) or takes
 * shapes as they are (PDF, printer).
 */
final class PaintTarget {
    /** On paper nobody sees less than this. */
    private static final double PAPER_TOLERANCE_MM = 0.05;
    /** On a raster a shift of this part of a pixel changes no antialiased edge visibly. */
    private static final double RASTER_TOLERANCE = 0.4;
    /** What lies this far outside (style pixels) may still reach in with its usual stroke or symbol. */
    private static final double MARGIN = 40;

    private final Graphics2D graphics;
    private final Viewport viewport;
    private final boolean raster;
    private final Progress progress;
    private final Rectangle area;
    private final Rectangle focus;
    /** The pixels of the canvas when graphics draws into nothing else, and covering; else null. */
    private final int[] pixels;
    /** What is used again and again on the canvas; null where nothing is yet. */
    private Spare spare;
    /** How far outside something may lie that still reaches in, target units. */
    private double margin;

    /** What is known of crowds on the canvas, and what they hide of the layer being painted; null for nothing. */
    private List<Crowd> crowds = List.of();

    private HiddenPixels hidden;

    PaintTarget(Graphics2D graphics, Viewport viewport, boolean raster, Progress progress) {
        this(graphics, viewport, raster, progress, whole(viewport), null, null);
    }

    private PaintTarget(
            Graphics2D graphics,
            Viewport viewport,
            boolean raster,
            Progress progress,
            Rectangle area,
            Rectangle focus,
            int[] pixels) {
        this.graphics = graphics;
        this.viewport = viewport;
        this.raster = raster;
        this.progress = progress;
        this.area = area;
        this.focus = focus;
        this.pixels = pixels;
        this.margin = MARGIN * pixel();
    }

    /** The target behind a graphics; a raster one when it draws into an image or on a screen. */
    static PaintTarget of(Graphics2D graphics, Viewport viewport, Progress progress) {
        GraphicsConfiguration configuration = graphics.getDeviceConfiguration();
        int type = configuration == null
                ? GraphicsDevice.TYPE_PRINTER
                : configuration.getDevice().getType();
        return new PaintTarget(graphics, viewport, type != GraphicsDevice.TYPE_PRINTER, progress);
    }

    /**
     * The same with its corner at that of a pixel, by up to a pixel more of the map on each side. A map frame of a page
     * begins anywhere, and images laid between pixels would be blurred, each with nothing beyond its own edge.
     */
    PaintTarget onWholePixels() {
        AffineTransform place = graphics.getTransform();
        double right = place.getTranslateX() - Math.floor(place.getTranslateX());
        double down = place.getTranslateY() - Math.floor(place.getTranslateY());
        boolean moved = place.isIdentity() || place.getType() == AffineTransform.TYPE_TRANSLATION;
        if (!raster || !moved || right == 0 && down == 0) {
            return this;
        }
        graphics.translate(-right, -down);
        return new PaintTarget(graphics, viewport.wider(right, down), true, progress);
    }

    /** The same place drawn through another graphics. */
    PaintTarget on(Graphics2D other) {
        return new PaintTarget(other, viewport, raster, progress, area, focus, null).reaching(margin);
    }

    /** A part of it drawn through another graphics in the same units. */
    PaintTarget on(Graphics2D other, Rectangle part) {
        return new PaintTarget(other, viewport, raster, progress, part, focus, null).reaching(margin);
    }

    /** The same place of which only a part counts: what cannot reach into it need not be drawn. */
    PaintTarget focusedOn(Rectangle part) {
        return new PaintTarget(graphics, viewport, raster, progress, area, part, null).reaching(margin);
    }

    /** Outside this rectangle it does not matter what is painted; null when all of the area counts. */
    Rectangle focus() {
        return focus;
    }

    /** The rectangle that images are made for: the focus where there is one, else the area. */
    Rectangle canvas() {
        return focus == null ? area : focus;
    }

    /** How far outside something may lie whose stroke or symbol still reaches in, target units. */
    double margin() {
        return margin;
    }

    /** The same place for what reaches farther than usual, in target units. */
    PaintTarget reaching(double reach) {
        if (reach <= margin) {
            return this;
        }
        PaintTarget result = new PaintTarget(graphics, viewport, raster, progress, area, focus, pixels);
        result.margin = reach;
        result.spare = spare();
        result.crowds = crowds;
        result.hidden = hidden;
        return result;
    }

    /** The rectangle of the target that is painted: all of it, or the band that one thread paints. */
    Rectangle area() {
        return area;
    }

    boolean isWhole() {
        return area.equals(whole(viewport));
    }

    /** The target without a restriction to a part. */
    PaintTarget whole() {
        return isWhole()
                ? this
                : new PaintTarget(graphics, viewport, raster, progress, whole(viewport), null, null).reaching(margin);
    }

    private static Rectangle whole(Viewport viewport) {
        return new Rectangle((int) Math.ceil(viewport.width()), (int) Math.ceil(viewport.height()));
    }

    /** A clear image for the {@link #canvas}. */
    BufferedImage canvasImage() {
        return new BufferedImage(canvas().width, canvas().height, BufferedImage.TYPE_INT_ARGB_PRE);
    }

    /** The same place drawn into a {@link #canvasImage}; its graphics is to be disposed of. */
    PaintTarget into(BufferedImage image) {
        Graphics2D inside = image.createGraphics();
        PointPainter.hints(inside);
        inside.translate(-canvas().x, -canvas().y);
        inside.clip(canvas());
        PaintTarget result =
                new PaintTarget(inside, viewport, raster, progress, area, focus, pixels(image)).reaching(margin);
        // the canvas is the same, and so is the thread
        result.spare = spare;
        return result;
    }

    /** Tables for the canvas. */
    Spare spare() {
        if (spare == null) {
            spare = new Spare();
        }
        return spare;
    }

    /** Takes what is known of crowds on the canvas, for the layer that is painted next. */
    void know(List<Crowd> known, HiddenPixels under) {
        crowds = known;
        hidden = under;
    }

    /** The crowds on the canvas that are known already. */
    List<Crowd> crowds() {
        return crowds;
    }

    /** What later layers will hide, null for nothing. */
    HiddenPixels hidden() {
        return hidden;
    }

    /** The pixels of the canvas, premultiplied, if whatever is drawn comes to lie over them; else null. */
    int[] pixels() {
        return pixels;
    }

    static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** Lays a premultiplied image that does not reach beyond the canvas over what is drawn, its corner at a place. */
    void lay(BufferedImage image, int x, int y) {
        if (pixels == null) {
            graphics.drawImage(image, x, y, null);
            return;
        }
        int[] upper = pixels(image);
        int width = image.getWidth();
        for (int row = 0; row < image.getHeight(); row++) {
            int to = (y - canvas().y + row) * canvas().width + x - canvas().x;
            for (int at = row * width; at < (row + 1) * width; at++, to++) {
                if (upper[at] != 0) {
                    pixels[to] = over(upper[at], pixels[to]);
                }
            }
        }
    }

    /** A premultiplied pixel over another, rounded to the nearest as Java2D does. */
    static int over(int upper, int lower) {
        int rest = 255 - (upper >>> 24);
        if (rest == 0 || lower == 0) {
            return upper;
        }
        int evens = (lower & 0x00FF00FF) * rest + 0x00800080;
        int odds = (lower >>> 8 & 0x00FF00FF) * rest + 0x00800080;
        // divided by 255: the same as by 256 of what is a 256th part larger
        evens = evens + (evens >>> 8 & 0x00FF00FF) >>> 8 & 0x00FF00FF;
        odds = odds + (odds >>> 8 & 0x00FF00FF) & 0xFF00FF00;
        return upper + evens + odds;
    }

    /** A premultiplied pixel over some that follow each other. */
    static void over(int upper, int[] lower, int from, int to) {
        if (upper >>> 24 == 255) {
            Arrays.fill(lower, from, to, upper);
            return;
        }
        int rest = 255 - (upper >>> 24);
        for (int i = from; i < to; i++) {
            // as for one pixel, without its shortcuts: so that many are computed at once
            int evens = (lower[i] & 0x00FF00FF) * rest + 0x00800080;
            int odds = (lower[i] >>> 8 & 0x00FF00FF) * rest + 0x00800080;
            evens = evens + (evens >>> 8 & 0x00FF00FF) >>> 8 & 0x00FF00FF;
            odds = odds + (odds >>> 8 & 0x00FF00FF) & 0xFF00FF00;
            lower[i] = upper + evens + odds;
        }
    }

    Graphics2D graphics() {
        return graphics;
    }

    Viewport viewport() {
        return viewport;
    }

    boolean raster() {
        return raster;
    }

    Progress progress() {
        return progress;
    }

    /** Target units per style pixel, which is 1/96 inch. */
    double pixel() {
        return viewport.unitsPerInch() / 96;
    }

    /** Target units per unit of a style's sizes. */
    double unit(StyleUnit unit) {
        return switch (unit) {
            case PIXEL -> pixel();
            case MILLIMETRE -> viewport.unitsPerMillimetre();
            case METRE -> viewport.scale() / metresPerWorldUnit();
            case FOOT -> 0.3048 * viewport.scale() / metresPerWorldUnit();
        };
    }

    /** Metres in the world per unit of the CRS, along x at the middle of the viewport. */
    double metresPerWorldUnit() {
        if (viewport.crs() == null || !Crs.isGeographic(viewport.crs())) {
            return 1;
        }
        // metres per degree on the sphere of the equatorial radius
        return Math.max(
                1,
                111_319.49 * Math.cos(Math.toRadians(viewport.extent().centre().getY())));
    }

    /** The true scale on the target: 100,000 for 1:100,000. */
    double scaleDenominator() {
        double metresPerTargetUnit = 0.0254 / viewport.unitsPerInch();
        return metresPerWorldUnit() / viewport.scale() / metresPerTargetUnit;
    }

    /** Shifts below this many target units cannot be seen. */
    double tolerance() {
        return raster ? RASTER_TOLERANCE : PAPER_TOLERANCE_MM * viewport.unitsPerMillimetre();
    }

    /** The area and a margin around it, outside which nothing needs drawing. */
    Rectangle2D clip() {
        double margin = margin();
        return new Rectangle2D.Double(
                area.x - margin, area.y - margin, area.width + 2 * margin, area.height + 2 * margin);
    }

    /** The part of the world that {@link #clip} shows. */
    Envelope worldClip() {
        Rectangle2D clip = clip();
        if (viewport.isTurned()) {
            return viewport.worldAround(clip.getMinX(), clip.getMinY(), clip.getMaxX(), clip.getMaxY());
        }
        double west = viewport.extent().getMinX() + clip.getMinX() / viewport.scale();
        double north = viewport.extent().getMaxY() - clip.getMinY() / viewport.scale();
        return new Envelope(
                west, west + clip.getWidth() / viewport.scale(), north - clip.getHeight() / viewport.scale(), north);
    }
}
