package riskmap.render;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * The bands of a raster target, each painted by one thread: the same on every computer, so that pictures are. What lies
 * about the edge of two bands is looked at in both, so that a band of a few rows of pixels costs many times what it shows:
 * on a screen all bands are about equally high, and an even number, which two threads share without cutting one.
 */
final class Bands {
    /** Rows of pixels: about so many on a screen, exactly so many in an image of a page but for the last band. */
    static final int HEIGHT = 256;

    private Bands() {}

    /** The bands of the area of a target, from the top. */
    static List<Rectangle> of(PaintTarget target) {
        Rectangle all = target.area();
        int pairs = Math.max(1, Math.round(all.height / (2f * HEIGHT)));
        int count = all.height <= HEIGHT ? 1 : 2 * pairs;
        boolean paper = ThinLines.isPaper(target);
        List<Rectangle> bands = new ArrayList<>();
        for (int i = 1, top = 0; top < all.height; i++) {
            int end = paper ? Math.min(all.height, i * HEIGHT) : (int) ((long) all.height * i / count);
            bands.add(new Rectangle(all.x, all.y + top, all.width, end - top));
            top = end;
        }
        return bands;
    }
}
