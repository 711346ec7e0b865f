package riskmap.ui.look;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import riskmap.render.Fonts;

/**
 * The typeface of the window. JavaFX does not fall back to a Chinese font of the system on Linux: without an explicit
 * family every Chinese character is an empty box.
 */
final class Typeface {
    /** As the style sheet has it. */
    private static final double SIZE = 13;

    private static final String FAMILY = load();

    private Typeface() {}

    /** A style sheet that sets the family for everything. */
    static String stylesheet() {
        return Look.asAddress(".root { -fx-font-family: \"" + FAMILY + "\"; }");
    }

    /** Its letters as the style sheet sets them. */
    static Font letters(FontWeight weight) {
        return Font.font(FAMILY, weight, SIZE);
    }

    private static String load() {
        // bold first: loading it too is what makes bold text bold
        Fonts.bold().ifPresent(face -> family(face.file()));
        return Fonts.regular().flatMap(face -> family(face.file())).orElseGet(() -> Font.getDefault()
                .getFamily());
    }

    private static Optional<String> family(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        Font[] faces = Font.loadFonts(file.toUri().toString(), SIZE);
        if (faces == null) {
            return Optional.empty();
        }
        for (Font face : faces) {
            if (!face.getFamily().contains("Mono")) {
                return Optional.of(face.getFamily());
            }
        }
        return Optional.empty();
    }
}
