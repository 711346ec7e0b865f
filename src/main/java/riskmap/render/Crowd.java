package riskmap.render;

import java.util.BitSet;

/**
 * Points of one look that crowd on a canvas.
 *
 * @param layer the points
 * @param rows those asked for
 * @param look what each looks like
 * @param places where copies of the symbol are drawn, in their order: west edge, north edge, … on the canvas
 * @param hidden which of the copies lie wholly under later ones
 * @param covered the pixels under opaque parts of them; null where the symbol hides nothing
 */
record Crowd(PackedLayer layer, IntList rows, GraphicLook look, IntList places, BitSet hidden, CoveredPixels covered) {
    /** Whether it is that of these points in this look. */
    boolean isOf(PackedLayer other, IntList others, GraphicLook otherLook) {
        return layer == other && look.equals(otherLook) && rows.sameAs(others);
    }
}
