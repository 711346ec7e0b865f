package riskmap.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/**
 * How a line is drawn, worked out to target units.
 *
 * @param color with its opacity
 * @param width of the line
 * @param cap as in {@link BasicStroke}
 * @param join as in {@link BasicStroke}
 * @param dash lengths of dashes and gaps, empty for a solid line
 * @param dashOffset where the pattern starts
 * @param graphic what is repeated along the line instead, or null
 * @param gap between two of them
 * @param initialGap before the first of them, or negative for half a gap
 * @param offset to the left of the line's direction
 */
record StrokeLook(
        Color color,
        float width,
        int cap,
        int join,
        List<Float> dash,
        float dashOffset,
        GraphicLook graphic,
        double gap,
        double initialGap,
        double offset) {

    /** A corner so sharp that its tip would be this many widths long is cut off. */
    static final float MITRE_LIMIT = 4;

    BasicStroke stroke() {
        return stroke(cap, join);
    }

    /** On pixels nobody sees the ends and corners of a thin line, but round ones double its cost. */
    BasicStroke thinStroke() {
        return width < ThinLines.WIDEST ? stroke(BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL) : stroke();
    }

    private BasicStroke stroke(int end, int corner) {
        float[] pattern = null;
        if (!dash.isEmpty()) {
            pattern = new float[dash.size()];
            for (int i = 0; i < pattern.length; i++) {
                pattern[i] = dash.get(i);
            }
        }
        return new BasicStroke(width, end, corner, MITRE_LIMIT, pattern, dashOffset);
    }

    boolean opaque() {
        return color.getAlpha() == 255;
    }
}
