package riskmap.render;

import java.awt.Composite;
import java.awt.CompositeContext;
import java.awt.RenderingHints;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Map;
import riskmap.style.BlendMode;

/**
 * How what is drawn mixes with what lies below it, other than by covering it: the separable blend modes of W3C and PDF, as
 * the vendor option {@code composite} names them ({@code multiply}, {@code screen, 0.5}).
 *
 * <p>Where nothing lies below, the drawing shows as it is. <b>Source:</b> W3C Compositing and Blending Level 1, sections
 * 5.8 and 10; ISO 32000-1, 11.3.5.
 *
 * @param mode how the colours mix
 * @param opacity of the drawing as a whole, 0 to 1
 */
public record Blend(BlendMode mode, double opacity) implements Composite {
    /** The vendor option of GeoServer. */
    private static final String OPTION = "composite";

    /** The blend of a feature-type style's or symbolizer's options, or null when it simply covers. */
    static Blend of(Map<String, String> options) {
        return options == null ? null : parse(options.get(OPTION));
    }

    /** The blend that a value of the option names; null for covering and for what is not known. */
    static Blend parse(String option) {
        if (option == null) {
            return null;
        }
        String[] words = option.split(",");
        BlendMode mode = BlendMode.of(words[0]);
        double opacity = words.length > 1 ? LookReader.parse(words[1].trim(), 1) : 1;
        double share = Math.max(0, Math.min(1, opacity));
        return mode == null || mode == BlendMode.NORMAL && share >= 1 ? null : new Blend(mode, share);
    }

    /** The same with another opacity on top. */
    Blend faded(double by) {
        return by >= 1 ? this : new Blend(mode, opacity * by);
    }

    @Override
    public CompositeContext createContext(ColorModel source, ColorModel target, RenderingHints hints) {
        return new Context(source, target);
    }

    /** Mixes rows of pixels; both colour models have eight bits a channel. */
    private final class Context implements CompositeContext {
        private final ColorModel source;
        private final ColorModel target;

        Context(ColorModel source, ColorModel target) {
            this.source = source;
            this.target = target;
        }

        @Override
        public void dispose() {
            // holds nothing
        }

        @Override
        public void compose(Raster from, Raster below, WritableRaster into) {
            int width = Math.min(from.getWidth(), Math.min(below.getWidth(), into.getWidth()));
            int height = Math.min(from.getHeight(), Math.min(below.getHeight(), into.getHeight()));
            Object upper = null;
            Object lower = null;
            float[] s = new float[4];
            float[] b = new float[4];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    upper = from.getDataElements(x + from.getMinX(), y + from.getMinY(), upper);
                    lower = below.getDataElements(x + below.getMinX(), y + below.getMinY(), lower);
                    int above = source.getRGB(upper);
                    if (above >>> 24 == 0) {
                        into.setDataElements(x + into.getMinX(), y + into.getMinY(), lower);
                        continue;
                    }
                    split(above, s);
                    split(target.getRGB(lower), b);
                    s[3] *= (float) opacity;
                    Object mixed = target.getDataElements(mix(s, b), null);
                    into.setDataElements(x + into.getMinX(), y + into.getMinY(), mixed);
                }
            }
        }

        private int mix(float[] s, float[] b) {
            float alpha = s[3] + b[3] * (1 - s[3]);
            if (alpha <= 0) {
                return 0;
            }
            int result = Math.round(alpha * 255) << 24;
            for (int i = 0; i < 3; i++) {
                float own = (1 - b[3]) * s[i] + b[3] * (float) mode.mix(b[i], s[i]);
                float value = (s[3] * own + (1 - s[3]) * b[3] * b[i]) / alpha;
                result |= Math.round(Math.max(0, Math.min(1, value)) * 255) << (16 - 8 * i);
            }
            return result;
        }
    }

    private static void split(int argb, float[] rgba) {
        for (int i = 0; i < 3; i++) {
            rgba[i] = (argb >> (16 - 8 * i) & 255) / 255f;
        }
        rgba[3] = (argb >>> 24) / 255f;
    }
}
