package riskmap.render;

import java.awt.Color;
import java.awt.Font;

/**
 * How a label is drawn and placed, worked out to target units.
 *
 * @param font of the text
 * @param color of the text
 * @param haloRadius how far the halo reaches beyond the letters, 0 for none
 * @param haloColor of the halo
 * @param spacing room added between letters
 * @param shield the symbol behind it, null for none
 * @param place where it may stand
 */
record TextLook(
        Font font, Color color, double haloRadius, Color haloColor, double spacing, Shield shield, Place place) {

    /** Width of a line of text with the room between its letters. */
    double width(String text) {
        int letters = spacing == 0 ? 0 : text.codePointCount(0, text.length());
        return PointLabels.width(text, font) + spacing * Math.max(0, letters - 1);
    }

    /**
     * Where a label may stand.
     *
     * @param onLine along the line instead of at a point
     * @param follow letter by letter along the line's bends
     * @param anchorX part of the label's width that stands on the point, from the left
     * @param anchorY part of its height, from below
     * @param dx shift to the right
     * @param dy shift upwards; on lines the shift to the left of the line
     * @param rotation degrees clockwise
     * @param maxDisplacement how far it may be moved to find room, 0 for not at all
     * @param repeat distance after which a line is labelled again, 0 for once
     * @param wrap width after which the text goes on in another line, 0 for never
     * @param group whether features of the same text share a label
     * @param conflicts whether other labels must keep away
     * @param space room kept free around it
     * @param maxAngle degrees that two neighbouring letters may be turned against each other
     */
    record Place(
            boolean onLine,
            boolean follow,
            double anchorX,
            double anchorY,
            double dx,
            double dy,
            double rotation,
            double maxDisplacement,
            double repeat,
            double wrap,
            boolean group,
            boolean conflicts,
            double space,
            double maxAngle) {}
}
