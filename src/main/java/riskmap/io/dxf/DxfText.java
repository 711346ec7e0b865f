package riskmap.io.dxf;

import java.util.Set;

/** Texts of drawings without their formatting codes. */
final class DxfText {
    private static final Set<String> TYPES = Set.of("TEXT", "MTEXT", "ATTRIB");

    private DxfText() {}

    static boolean isText(String entity) {
        return TYPES.contains(entity);
    }

    /** {@code {\fSimSun|b0;环翠区\P2号}} as 环翠区 and 2号 on two lines; {@code %%d} as a degree sign. */
    static String plain(String text) {
        String marked = text.replace("\\\\", "\u0001").replace("\\{", "\u0002").replace("\\}", "\u0003");
        String plain = marked.replace("\\P", "\n")
                .replace("\\~", "\u00a0")
                // codes that end with a semicolon: font, height, width, colour, alignment, tracking, angle, stacking
                .replaceAll("\\\\[ACcFfHQTWpS]([^;\\\\]*);", "")
                .replaceAll("\\\\[LlOoKk]", "")
                .replaceAll("[{}]", "");
        return plain.replace('\u0001', '\\')
                .replace('\u0002', '{')
                .replace('\u0003', '}')
                .replaceAll("%%[dD]", "°")
                .replaceAll("%%[pP]", "±")
                .replaceAll("%%[cC]", "⌀")
                .replaceAll("%%[uoUO]", "")
                .strip();
    }
}
