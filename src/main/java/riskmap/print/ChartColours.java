package riskmap.print;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.base.Message;
import riskmap.style.ColourRamp;
import riskmap.style.ColourScheme;

/**
 * The colours of charts, the same in the window, in reports and on pages: the four levels and the change between two
 * scenarios as the map has them, and for all else colours that are none of these.
 *
 * @param scheme what colours are exchanged for, the levels' aside; null for the usual ones
 * @param levels of the map, {@code #rrggbb} from the lowest level to the highest; empty for those of the scheme
 */
public record ChartColours(ColourScheme scheme, List<String> levels) {
    /** Those of a map in the usual colours. */
    public static final ChartColours USUAL = new ChartColours(null, List.of());

    /** {@code #rrggbb} from the lowest level to the highest. */
    private static final List<String> LEVELS = ColourRamp.RISK.colours(4, false);

    /** Colours of what is no level, told apart well, none of them a level's. */
    private static final List<String> OTHERS =
            List.of("#4a90c4", "#2e8b57", "#8c6bb1", "#a6761d", "#5b7083", "#41ab5d", "#c06c9a", "#8fa7b8");

    /** Columns of warning colours, from the lowest level to the highest. */
    private static final List<String> WARNINGS = List.of("blue", "yellow", "orange", "red");

    /** Rows that are a level, or a change between two scenarios, as {@code RiskLevel} and {@code Difference} call them. */
    private static final Pattern ROW = Pattern.compile("risk\\.(?:level-([1-4])|change-(higher|lower))");

    /** What rose and what fell, as {@code styles/difference_zone.sld} has them. */
    private static final String HIGHER = "#c8433a";

    private static final String LOWER = "#3c78b4";

    public ChartColours {
        levels = List.copyOf(levels);
    }

    /**
     * The colour of a column: of a level, {@code level_1} to {@code level_4} or {@code blue} to {@code red}, of a change,
     * {@code higher…} or {@code lower…}, or of the so-manieth other one, from 0.
     */
    public Color of(String column, int number) {
        for (int level = 1; level <= LEVELS.size(); level++) {
            if (column.equals("level_" + level) || column.equals(WARNINGS.get(level - 1))) {
                return level(level);
            }
        }
        if (column.startsWith("higher")) {
            return in(HIGHER);
        }
        return in(column.startsWith("lower") ? LOWER : OTHERS.get(number % OTHERS.size()));
    }

    /** The colour of a row that is itself a level or a change; none for any other. */
    public Optional<Color> row(Object name) {
        Matcher row = ROW.matcher(name instanceof Message message ? message.key() : "");
        return !row.matches()
                ? Optional.empty()
                : Optional.of(row.group(1) == null ? of(row.group(2), 0) : level(Integer.parseInt(row.group(1))));
    }

    /** A colour {@code #rrggbb} as it is on this map; the colour of a level as that level is. */
    public Color in(String colour) {
        for (int level = 1; level <= LEVELS.size(); level++) {
            if (colour.equalsIgnoreCase(LEVELS.get(level - 1))) {
                return level(level);
            }
        }
        return exchanged(colour);
    }

    private Color level(int level) {
        return levels.isEmpty() ? exchanged(LEVELS.get(level - 1)) : Color.decode(levels.get(level - 1));
    }

    private Color exchanged(String colour) {
        return Color.decode(scheme == null ? colour : scheme.exchanged(colour));
    }
}
