package riskmap.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The font of labels and pages: one with Chinese glyphs, the same file for screen and paper.
 *
 * <p>Looked for in this order: the program's own font folder (system property {@code riskmap.fonts}; Noto Sans SC,
 * regular and bold), then the usual places of the system for a face with outlines that a PDF can embed (WenQuanYi Micro
 * Hei, Noto Sans SC, Microsoft YaHei, SimHei, DengXian), then faces that only the screen can use (Noto Sans CJK).
 */
public final class Fonts {
    /** File names, lower case, by preference; the second column is the face's name in a collection. */
    private static final String[][] REGULAR = {
        {"notosanssc-regular.ttf", "", "Noto Sans SC"},
        {"notosanssc_400regular.ttf", "", "Noto Sans SC"},
        {"wqy-microhei.ttc", "WenQuanYiMicroHei", "WenQuanYi Micro Hei"},
        {"msyh.ttc", "MicrosoftYaHei", "Microsoft YaHei"},
        {"deng.ttf", "", "DengXian"},
        {"simhei.ttf", "", "SimHei"},
        {"droidsansfallbackfull.ttf", "", "Droid Sans Fallback"},
        {"notosanscjk-regular.ttc", "NotoSansCJKsc-Regular", "Noto Sans CJK SC"},
    };

    private static final String[][] BOLD = {
        {"notosanssc-bold.ttf", "", "Noto Sans SC"},
        {"notosanssc_700bold.ttf", "", "Noto Sans SC"},
        {"msyhbd.ttc", "MicrosoftYaHei-Bold", "Microsoft YaHei"},
        {"dengb.ttf", "", "DengXian"},
        {"notosanscjk-bold.ttc", "NotoSansCJKsc-Bold", "Noto Sans CJK SC"},
    };

    private static final Map<Path, Font> LOADED = new ConcurrentHashMap<>();

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

    /** The faces found when the program first asked. */
    private static final class Found {
        static final Optional<Face> REGULAR_FACE = find(REGULAR);
        static final Optional<Face> BOLD_FACE = find(BOLD).filter(Fonts::sameFamilyAsRegular);
    }

    /** The regular Chinese face, empty when the computer has none: then Chinese cannot be shown, and must be said. */
    public static Optional<Face> regular() {
        return Found.REGULAR_FACE;
    }

    /** The bold Chinese face of the same family, empty when there is none: bold is then drawn from the regular one. */
    public static Optional<Face> bold() {
        return Found.BOLD_FACE;
    }

    private static boolean sameFamilyAsRegular(Face face) {
        return Found.REGULAR_FACE
                .filter(regular -> regular.family().equals(face.family()))
                .isPresent();
    }

    /** A font for Java2D, of the Chinese face or, without one, of the computer's default. */
    public static Font font(boolean bold, double size) {
        Optional<Face> face = bold && bold().isPresent() ? bold() : regular();
        if (face.isEmpty()) {
            return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
        }
        int style = bold && bold().isEmpty() ? Font.BOLD : Font.PLAIN;
        return LOADED.computeIfAbsent(face.get().file(), file -> load(face.get()))
                .deriveFont(style, (float) size);
    }

    private static Font load(Face face) {
        try {
            Font[] fonts = Font.createFonts(face.file().toFile());
            for (Font font : fonts) {
                if (font.getPSName().equals(face.faceName())) {
                    return font;
                }
            }
            return fonts[0];
        } catch (FontFormatException | IOException unusable) {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 1);
        }
    }

    private static Optional<Face> find(String[][] wanted) {
        Map<String, Path> files = new ConcurrentHashMap<>();
        for (Path folder : folders()) {
            collect(folder, files);
        }
        for (String[] candidate : wanted) {
            Path file = files.get(candidate[0]);
            if (file != null) {
                return Optional.of(new Face(file, candidate[1], candidate[2]));
            }
        }
        return Optional.empty();
    }

    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        String own = System.getProperty("riskmap.fonts");
        if (own != null && !own.isBlank()) {
            for (String folder : own.split(File.pathSeparator)) {
                folders.add(Path.of(folder));
            }
        }
        folders.add(Path.of("installer", "fonts"));
        String home = System.getProperty("user.home");
        folders.add(Path.of(home, ".fonts"));
        folders.add(Path.of(home, ".local", "share", "fonts"));
        folders.add(Path.of("/usr/share/fonts"));
        folders.add(Path.of("/usr/local/share/fonts"));
        String windows = System.getenv("WINDIR");
        if (windows != null) {
            folders.add(Path.of(windows, "Fonts"));
        }
        return folders;
    }

    private static void collect(Path folder, Map<String, Path> files) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder, 4)) {
            all.forEach(file -> files.putIfAbsent(file.getFileName().toString().toLowerCase(Locale.ROOT), file));
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            // a folder that cannot be listed has no font for us
        }
    }
}
