package riskmap.render;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A label that found room.
 *
 * @param label what and how
 * @param runs its pieces: lines of text, or single letters along a line
 * @param boxes what it takes of the page, its halo included
 */
record PlacedLabel(Label label, List<Run> runs, List<Rectangle2D> boxes) {
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
