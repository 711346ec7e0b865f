package riskmap.render;

import java.awt.Font;
import java.nio.file.Path;
import java.util.Optional;

/** The font of labels and pages: one with Chinese glyphs, the same for screen and paper. */
public final class Fonts {
    private Fonts() {}

    /**
     * A font file.
     *
     * @param file the TTF or TTC file
     * @param faceName PostScript name of the face in a TTC, as PDFBox's {@code TrueTypeCollection.getFontByName} wants
     *     it; the empty string for a TTF
     * @param family the family name, for {@code -fx-font-family}
     */
    public record Face(Path file, String faceName, String family) {}

    /** The regular Chinese face, empty when the computer has none. */
    public static Optional<Face> regular() {
        return Optional.empty();
    }

    /** The bold Chinese face, empty when there is none: bold is then drawn from the regular one. */
    public static Optional<Face> bold() {
        return Optional.empty();
    }

    /** A font for Java2D, of the Chinese face or, without one, of the computer's default. */
    public static Font font(boolean bold, double size) {
        return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
    }
}
