package riskmap.render;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;

/** A part of a style that is drawn by itself and then mixed as a whole with what lies below it. */
final class BlendedPart {
    private BlendedPart() {}

    /** Draws onto a target. */
    interface Drawing {
        void on(PaintTarget target);
    }

    /** Whether a style has such a part. */
    static boolean any(Style style) {
        for (FeatureTypeStyle part : style.featureTypeStyles()) {
            if (Blend.of(part.getOptions()) != null) {
                return true;
            }
            for (Rule rule : part.rules()) {
                if (rule.symbolizers().stream().anyMatch(symbolizer -> Blend.of(symbolizer.getOptions()) != null)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Draws through a blend; straight away when it is null. */
    static void paint(PaintTarget target, Blend blend, Drawing drawing) {
        if (blend == null) {
            drawing.on(target);
        } else if (target.raster()) {
            BufferedImage image = target.canvasImage();
            PaintTarget inside = target.into(image);
            drawing.on(inside);
            inside.graphics().dispose();
            Graphics2D graphics = (Graphics2D) target.graphics().create();
            graphics.setComposite(blend);
            graphics.drawImage(image, target.canvas().x, target.canvas().y, null);
            graphics.dispose();
        } else if (target.graphics() instanceof LayeredTarget layered) {
            layered.beginBlend(blend);
            drawing.on(target);
            layered.endBlend();
        } else {
            // a printer's graphics mixes nothing: what covers is shown rather than left out
            drawing.on(target);
        }
    }
}
