package riskmap.print;

import java.awt.Color;
import java.util.List;
import riskmap.style.ColourRamp;
import riskmap.style.ColourScheme;

/**
 * The colours of charts, the same in the window, in reports and on pages: the four levels and the change between two
 * scenarios as the map has them, and for all else colours that are none of these.
 */
public final class ChartColours {
    /** {@code #rrggbb} from the lowest level to the highest. */
    private static final List<String> LEVELS = ColourRamp.RISK.colours(4, false);

    /** Colours of what is no level, told apart well, none of them a level's. */
    private static final List<String> USUAL =
            List.of("#4a90c4", "#2e8b57", "#8c6bb1", "#a6761d", "#5b7083", "#41ab5d", "#c06c9a", "#8fa7b8");

    /** Columns of warning colours, from the lowest level to the highest. */
    private static final List<String> WARNINGS = List.of("blue", "yellow", "orange", "red");

    /** What rose and what fell, as {@code styles/difference_zone.sld} has them. */
    private static final Color HIGHER = new Color(0xc8433a);

    private static final Color LOWER = new Color(0x3c78b4);

    private ChartColours() {}

    /**
     * The colour of a column: of a level, {@code level_1} to {@code level_4} or {@code blue} to {@code red}, of a change,
     * {@code higher…} or {@code lower…}, or of the so-manieth other one, from 0.
     */
    public static Color of(String column, int number) {
        for (int level = 1; level <= LEVELS.size(); level++) {
            if (column.equals("level_" + level) || column.equals(WARNINGS.get(level - 1))) {
                return Color.decode(LEVELS.get(level - 1));
            }
        }
        if (column.startsWith("higher")) {
            return HIGHER;
        }
        return column.startsWith("lower") ? LOWER : Color.decode(USUAL.get(number % USUAL.size()));
    }

    /** A colour in a scheme; as it is for none, and where the scheme leaves it. */
    public static Color in(ColourScheme scheme, Color usual) {
        return scheme == null
                ? usual
                : Color.decode(
                        scheme.exchanged("#%02x%02x%02x".formatted(usual.getRed(), usual.getGreen(), usual.getBlue())));
    }
}
