package riskmap.ui.look;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures drawn with Java2D, for the toolkit to show; the pixels are shared, not copied. */
public final class Pixels {
    private Pixels() {}

    /** The image of premultiplied ARGB pixels, row by row from the top, that nobody changes any more. */
    public static Image image(int width, int height, int[] pixels) {
        return new WritableImage(
                new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
    }

    /** The image of a picture that nobody changes any more. */
    public static Image image(BufferedImage drawn) {
        BufferedImage picture = drawn;
        if (drawn.getType() != BufferedImage.TYPE_INT_ARGB_PRE) {
            picture = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D graphics = picture.createGraphics();
            graphics.drawImage(drawn, 0, 0, null);
            graphics.dispose();
        }
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        return image(picture.getWidth(), picture.getHeight(), pixels);
    }
}
