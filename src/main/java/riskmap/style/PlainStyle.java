package riskmap.style;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The styles of layers that the catalogue does not know, in colours that can be told apart: {@code plain-polygon:2} is
 * {@code plain-polygon} in the second of the further colours. None of them is a colour of the four levels.
 */
public final class PlainStyle {
    private static final Pattern NAME = Pattern.compile("(plain-(?:polygon|line|point)):([1-9])");

    /** Fill, and outline or mark, of the shipped styles; those that stand for them under the further names. */
    private static final List<List<String>> COLOURS = List.of(
            List.of("#9db8c9", "#4a6b80", "#2f6f8f"),
            List.of("#b9a3cf", "#664a86", "#6f4a99"),
            List.of("#9cc4a4", "#3f7350", "#2f7d4b"),
            List.of("#d3b08c", "#7d5a33", "#8a5a24"),
            List.of("#d8a3b8", "#8c4463", "#a0406b"),
            List.of("#8fc7c0", "#2f716a", "#147a70"),
            List.of("#c2c48f", "#6a6c2c", "#71741f"),
            List.of("#b3b3b3", "#555555", "#4d4d4d"));

    private PlainStyle() {}

    /**
     * A plain style in the first colour that none of the others has.
     *
     * @param plain {@code plain-polygon}, {@code plain-line} or {@code plain-point}
     * @param others names of the styles on the same map
     */
    public static String distinct(String plain, Collection<String> others) {
        List<Integer> taken = others.stream().map(PlainStyle::colour).toList();
        for (int colour = 0; colour < COLOURS.size(); colour++) {
            if (!taken.contains(colour)) {
                return colour == 0 ? plain : plain + ":" + colour;
            }
        }
        // more layers than colours: the next one in turn
        int again = (int) taken.stream().filter(colour -> colour >= 0).count() % COLOURS.size();
        return again == 0 ? plain : plain + ":" + again;
    }

    /** Which colour a style has: 0 the shipped one, −1 a style that is none of these. */
    private static int colour(String style) {
        Matcher name = NAME.matcher(ColourScheme.standard(style));
        if (name.matches()) {
            return Integer.parseInt(name.group(2));
        }
        return isPlain(style) ? 0 : -1;
    }

    /** Whether a layer without a style of its own is drawn so because nothing is known of it. */
    public static boolean isPlain(String style) {
        return style.startsWith("plain-");
    }

    /** Whether a name is one of a further colour. */
    static boolean hasColour(String style) {
        return colour(style) > 0 && colour(style) < COLOURS.size();
    }

    /** The name of the shipped style that it is in another colour. */
    static String shipped(String style) {
        return style.substring(0, style.indexOf(':'));
    }

    /** The document of the shipped style in the colours of another. */
    static String recoloured(String sld, String style) {
        String result = sld;
        List<String> colours = COLOURS.get(colour(style));
        for (int i = 0; i < colours.size(); i++) {
            result = result.replace(COLOURS.get(0).get(i), colours.get(i));
        }
        return result;
    }
}
