package riskmap.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Compares pictures as eyes do: a pixel differs when a channel differs by more than a tolerance. */
public final class Pictures {
    private static final Path GOLDEN = Path.of("src/test/resources/riskmap/render");
    private static final Path ACTUAL = Path.of("target/pictures");

    private Pictures() {}

    /** How many pixels differ. */
    public static int different(BufferedImage a, BufferedImage b, int tolerance) {
        int count = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                count += near(a.getRGB(x, y), b.getRGB(x, y), tolerance) ? 0 : 1;
            }
        }
        return count;
    }

    /** The pixels that differ in red over the pale picture. */
    public static BufferedImage difference(BufferedImage actual, BufferedImage golden, int tolerance) {
        BufferedImage picture = new BufferedImage(actual.getWidth(), actual.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < actual.getHeight(); y++) {
            for (int x = 0; x < actual.getWidth(); x++) {
                int rgb = actual.getRGB(x, y);
                boolean same =
                        x < golden.getWidth() && y < golden.getHeight() && near(rgb, golden.getRGB(x, y), tolerance);
                // a quarter of the picture over three quarters of white
                picture.setRGB(x, y, same ? (rgb >> 2 & 0x3f3f3f) + 0xc0c0c0 : 0xd00000);
            }
        }
        return picture;
    }

    /** How many pixels have about a colour. */
    public static int count(BufferedImage image, Color color, int tolerance) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += near(image.getRGB(x, y), color.getRGB(), tolerance) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean near(int a, int b, int tolerance) {
        return Math.abs((a >> 16 & 255) - (b >> 16 & 255)) <= tolerance
                && Math.abs((a >> 8 & 255) - (b >> 8 & 255)) <= tolerance
                && Math.abs((a & 255) - (b & 255)) <= tolerance;
    }

    /** Pixels by which a picture differs from the golden one of a name; the actual picture is written for looking at. */
    static int differentFromGolden(BufferedImage actual, String name) {
        return differentFromGolden(actual, name, 32);
    }

    static int differentFromGolden(BufferedImage actual, String name, int tolerance) {
        try {
            Path written = ACTUAL.resolve(name + ".png");
            Files.createDirectories(written.getParent());
            ImageIO.write(actual, "png", written.toFile());
            BufferedImage golden = ImageIO.read(GOLDEN.resolve(name + ".png").toFile());
            if (golden.getWidth() != actual.getWidth() || golden.getHeight() != actual.getHeight()) {
                return Integer.MAX_VALUE;
            }
            return different(actual, golden, tolerance);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
