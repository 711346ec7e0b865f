package riskmap.render;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A symbol drawn once, to be copied to whole pixels.
 *
 * @param image cut to what is not transparent
 * @param left pixels from the symbol's point to the image's west edge
 * @param top pixels from the symbol's point to its north edge
 */
record Sprite(BufferedImage image, int left, int top) {
    /** Symbols larger than this (pixels) are drawn as shapes: a picture of them saves nothing. */
    private static final double LARGEST = 96;

    /** Whether copies serve: the symbol is small and the graphics neither turns nor scales. */
    static boolean serves(Graphics2D graphics, GraphicLook look) {
        int type = graphics.getTransform().getType();
        return look.reach() < LARGEST
                && (type == AffineTransform.TYPE_IDENTITY || type == AffineTransform.TYPE_TRANSLATION);
    }

    static Sprite of(GraphicLook look) {
        int centre = (int) Math.ceil(look.reach()) + 1;
        int size = 2 * centre + 1;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        PointPainter.hints(graphics);
        GraphicPainter.draw(graphics, look, centre + 0.5, centre + 0.5);
        graphics.dispose();
        int west = size;
        int north = size;
        int east = 0;
        int south = 0;
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != 0) {
                west = Math.min(west, i % size);
                east = Math.max(east, i % size + 1);
                north = Math.min(north, i / size);
                south = Math.max(south, i / size + 1);
            }
        }
        if (east <= west) {
            return new Sprite(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE), 0, 0);
        }
        BufferedImage cut = new BufferedImage(east - west, south - north, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D copy = cut.createGraphics();
        copy.drawImage(image, -west, -north, null);
        copy.dispose();
        return new Sprite(cut, west - centre, north - centre);
    }

    /** Copies it so that its point falls into the pixel of (x, y). */
    void draw(Graphics2D graphics, double x, double y) {
        graphics.drawImage(image, (int) Math.floor(x) + left, (int) Math.floor(y) + top, null);
    }
}
