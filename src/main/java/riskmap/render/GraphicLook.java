package riskmap.render;

/**
 * A point symbol, worked out to target units.
 *
 * @param mark well-known name of its shape, or null for a drawing
 * @param symbol address of its SVG drawing, or null for a mark
 * @param fill inside of the mark, or null
 * @param stroke outline of the mark, or null
 * @param size height
 * @param rotation degrees clockwise
 * @param opacity 0 to 1
 * @param anchorX part of the symbol's width that stands on the point, from the left
 * @param anchorY part of its height, from below
 * @param dx shift to the right
 * @param dy shift upwards
 */
record GraphicLook(
        String mark,
        String symbol,
        FillLook fill,
        StrokeLook stroke,
        double size,
        double rotation,
        float opacity,
        double anchorX,
        double anchorY,
        double dx,
        double dy) {

    /** How far it may reach from its centre. */
    double reach() {
        double half = size * 0.75 + (stroke == null ? 0 : stroke.width());
        return half
                + Math.max(Math.abs(dx), Math.abs(dy))
                + size * Math.max(Math.abs(anchorX - 0.5), Math.abs(anchorY - 0.5));
    }
}
