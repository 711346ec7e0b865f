package riskmap.render;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/**
 * The sizes of pictures that lie side by side on a page, each so small that memory stays bounded. A viewer that smooths the
 * edge of each picture would let the ground through between two of them, so each reaches under the next one; only what is
 * opaque there is kept, for what is translucent would be seen twice.
 */
final class PageTiles {
    /** From one picture to the next, in pixels: 16 MB, and for a raster as much of values. */
    static final int SIDE = 2048;

    /** How far one reaches under the next, in pixels: one of a screen that shows the page at 38 dots an inch. */
    private static final int UNDER = 8;

    private PageTiles() {}

    /** How long the picture that begins at a place is where all ends at another. */
    static int length(int from, int end) {
        return Math.min(SIDE + UNDER, end - from);
    }

    /** Clears what is translucent where the next pictures lie over this one. */
    static void keepOpaque(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        keepOpaque(picture, new Rectangle(SIDE, 0, width - SIDE, height));
        keepOpaque(picture, new Rectangle(0, SIDE, width, height - SIDE));
    }

    private static void keepOpaque(BufferedImage picture, Rectangle part) {
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                if (picture.getRGB(x, y) >>> 24 < 255) {
                    picture.setRGB(x, y, 0);
                }
            }
        }
    }
}
