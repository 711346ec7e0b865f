package riskmap.print;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.function.IntUnaryOperator;
import riskmap.style.ColourScheme;

/**
 * The inks that a page is made for. {@link #SCREEN} leaves colours as they are; {@link #CMYK} uses the four inks of a
 * printing press: greys and black letters from black ink alone, never more than 300 % of ink, so that nothing smears or
 * changes colour on the press. Vector PDF then carries ink values; other outputs show how the inks look. {@link #BLACK}
 * uses black ink alone: every colour, of the page's furniture and of pictures too, becomes the grey that
 * {@link ColourScheme#PRINT} has for it.
 *
 * <p>Ink values: K = 1 − max(R, G, B), C = (1 − R − K) / (1 − K) and so on, which leaves one of C, M, Y at zero. Their look:
 * Neugebauer's mean of the 16 overprints, of coated paper.
 *
 * <p><b>Source:</b> H. E. J. Neugebauer 1937, Z. wiss. Photogr. 36; solids of coated paper after ISO 12647-2:2013, table
 * 5, as sRGB, to about 3 units.
 */
public enum InkPalette {
    /** Colours as they are. */
    SCREEN,
    /** Four inks. */
    CMYK,
    /** One ink. */
    BLACK;

    /** sRGB of the overprints of C (1), M (2) and Y (4) on white paper. */
    private static final int[] SOLIDS = {0xffffff, 0x009ee3, 0xe6007e, 0x2d2e87, 0xffed00, 0x009640, 0xe30613, 0x3a312d
    };

    private static final int SOLID_BLACK = 0x1d1d1b;

    /** Reads what the scheme has for colours when a page in black is first asked for. */
    private static final class Greys {
        static final IntUnaryOperator OF = ColourScheme.PRINT.exchange();
    }

    /** These inks for a page whose map is in a scheme: greys for print in black need no other ink. */
    public InkPalette with(ColourScheme scheme) {
        return scheme == ColourScheme.PRINT ? BLACK : this;
    }

    /** Shares of C, M, Y and K, 0 to 1, for a colour. */
    static double[] inks(int rgb) {
        double r = (rgb >> 16 & 255) / 255.0;
        double g = (rgb >> 8 & 255) / 255.0;
        double b = (rgb & 255) / 255.0;
        double k = 1 - Math.max(r, Math.max(g, b));
        if (k >= 1) {
            return new double[] {0, 0, 0, 1};
        }
        return new double[] {(1 - r - k) / (1 - k), (1 - g - k) / (1 - k), (1 - b - k) / (1 - k), k};
    }

    /** The colour as this palette shows it; its opacity stays. */
    Color seen(Color colour) {
        return this == SCREEN ? colour : new Color(seen(colour.getRGB()), true);
    }

    /** The colour 0xAARRGGBB as this palette shows it. */
    public int seen(int argb) {
        if (this == SCREEN) {
            return argb;
        }
        if (this == BLACK) {
            return argb & 0xff000000 | Greys.OF.applyAsInt(argb & 0xffffff);
        }
        double[] inks = inks(argb);
        double[] sum = new double[3];
        for (int solid = 0; solid < SOLIDS.length; solid++) {
            double share = (1 - inks[3])
                    * ((solid & 1) == 0 ? 1 - inks[0] : inks[0])
                    * ((solid & 2) == 0 ? 1 - inks[1] : inks[1])
                    * ((solid & 4) == 0 ? 1 - inks[2] : inks[2]);
            add(sum, SOLIDS[solid], share);
        }
        add(sum, SOLID_BLACK, inks[3]);
        return argb & 0xff000000
                | (int) Math.round(sum[0]) << 16
                | (int) Math.round(sum[1]) << 8
                | (int) Math.round(sum[2]);
    }

    private static void add(double[] sum, int rgb, double share) {
        sum[0] += share * (rgb >> 16 & 255);
        sum[1] += share * (rgb >> 8 & 255);
        sum[2] += share * (rgb & 255);
    }

    /** The first pixels as this palette shows them, in place. */
    void see(int[] pixels, int count) {
        if (this == SCREEN) {
            return;
        }
        int last = pixels.length == 0 ? 0 : ~pixels[0];
        int shown = 0;
        for (int i = 0; i < count; i++) {
            // neighbours are mostly alike
            if (pixels[i] != last) {
                last = pixels[i];
                shown = seen(last);
            }
            pixels[i] = shown;
        }
    }

    /** A picture as this palette shows it. */
    public BufferedImage see(BufferedImage image) {
        if (this == SCREEN) {
            return image;
        }
        int width = image.getWidth();
        BufferedImage result = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            see(row, width);
            result.setRGB(0, y, width, 1, row, 0, width);
        }
        return result;
    }
}
