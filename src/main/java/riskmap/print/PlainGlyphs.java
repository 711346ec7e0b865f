package riskmap.print;

import java.text.Normalizer;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Plain glyphs: a text rewritten with the letters that a face has. Raised and lowered characters keep their meaning as in
 * {@code 10^−6} and {@code x_i}, never as {@code 10−6}; a fraction in one glyph stands in brackets, as in
 * {@code M^(1/3)}, which {@code M^1/3} is not; an accent stands behind its letter; what else has a compatible form takes
 * it; the rest becomes □, or ? where there is not even that.
 */
final class PlainGlyphs {
    /** Accents behind a letter for the combining ones above it. */
    private static final Map<Integer, String> ACCENTS = Map.of(
            0x302, "ˆ",
            0x303, "˜",
            0x304, "¯",
            0x305, "¯",
            0x307, "˙");

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ";

    /** What a fraction in one glyph is taken apart by. */
    private static final int FRACTION_SLASH = 0x2044;

    private PlainGlyphs() {}

    /**
     * Rewrites a text.
     *
     * @param has whether the face has a glyph for a code point
     */
    static String of(String text, IntPredicate has) {
        if (text.codePoints().allMatch(point -> there(point, has))) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < points.length; ) {
            int end = run(points, i, RAISED);
            String sign = "^";
            if (end == i) {
                end = run(points, i, LOWERED);
                sign = "_";
            }
            if (end > i) {
                String run = new String(points, i, end - i);
                // a run is written in one manner: half raised, half not would be read as another number
                shown.append(
                        run.codePoints().allMatch(point -> there(point, has))
                                ? run
                                : sign + Normalizer.normalize(run, Normalizer.Form.NFKC));
                i = end;
            } else {
                shown.append(one(points[i], i > 0 && Character.isDigit(points[i - 1]), has));
                i++;
            }
        }
        return shown.toString();
    }

    private static boolean there(int point, IntPredicate has) {
        return Character.isWhitespace(point) || has.test(point);
    }

    private static int run(int[] points, int from, String kind) {
        int end = from;
        while (end < points.length && kind.indexOf(points[end]) >= 0) {
            end++;
        }
        return end;
    }

    private static String one(int point, boolean afterDigit, IntPredicate has) {
        if (there(point, has)) {
            return Character.toString(point);
        }
        String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
        if (parts.length() > 1 && parts.indexOf(FRACTION_SLASH) >= 0) {
            String fraction = parts.replace((char) FRACTION_SLASH, '/');
            // 2⅓ is two and a third, not twenty-one thirds
            return afterDigit ? " " + fraction : "(" + fraction + ")";
        }
        StringBuilder plain = new StringBuilder();
        for (int part : parts.codePoints().toArray()) {
            plain.append(there(part, has) ? Character.toString(part) : ACCENTS.getOrDefault(part, "\u0000"));
        }
        boolean whole = plain.codePoints().allMatch(part -> part != 0 && there(part, has));
        return whole ? plain.toString() : has.test('□') ? "□" : "?";
    }
}
