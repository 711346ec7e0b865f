package riskmap.render;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A label that found room.
 *
 * @param text what it says
 * @param look how
 * @param runs its pieces: lines of text, or single letters along a line
 * @param boxes what it takes of the page, its halo included
 * @param behind where its symbol lies, null for none
 */
record PlacedLabel(String text, TextLook look, List<Run> runs, List<Rectangle2D> boxes, Behind behind) {
    /**
     * Where the symbol behind a label lies.
     *
     * @param box before it is turned
     * @param turn turns it with the label
     */
    record Behind(Rectangle2D box, AffineTransform turn) {
        /** The symbol of a label behind its text; null where it has none. */
        static Behind of(Label label, Rectangle2D text, AffineTransform turn) {
            Shield shield = label.look().shield();
            return shield == null ? null : new Behind(shield.around(text), turn);
        }

        /** What a box and this take together of the page. */
        static Rectangle2D with(Behind behind, Rectangle2D box) {
            return behind == null
                    ? box
                    : box.createUnion(
                            behind.turn.createTransformedShape(behind.box).getBounds2D());
        }
    }

    /**
     * Text drawn in one go.
     *
     * @param text the letters
     * @param x left end of the base line
     * @param y of the base line
     * @param angle clockwise, radians
     */
    record Run(String text, double x, double y, double angle) {}
}
