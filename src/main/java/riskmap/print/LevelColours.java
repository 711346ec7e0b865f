package riskmap.print;

import java.awt.Color;
import java.util.List;
import riskmap.style.ColourRamp;

/** The colours of the four levels in charts: those of the zones on the map. */
public final class LevelColours {
    /** {@code #rrggbb} from the lowest level to the highest. */
    static final List<String> ALL = ColourRamp.RISK.colours(4, false);
    /** Columns of warning colours, from the lowest level to the highest. */
    private static final List<String> WARNINGS = List.of("blue", "yellow", "orange", "red");

    private LevelColours() {}

    /**
     * The colour of a column of a level, {@code level_1} to {@code level_4} or {@code blue} to {@code red}; the other one
     * for any other column.
     */
    public static Color of(String column, Color otherwise) {
        for (int level = 1; level <= ALL.size(); level++) {
            if (column.equals("level_" + level) || column.equals(WARNINGS.get(level - 1))) {
                return Color.decode(ALL.get(level - 1));
            }
        }
        return otherwise;
    }
}
