package riskmap.risk;

import java.util.List;

/**
 * How a result table is drawn. The numbers stay in the table; a chart only names columns of it.
 *
 * @param table id of the table
 * @param kind how it is drawn
 * @param x key of the column along the x axis
 * @param y keys of the columns drawn, in one unit
 */
public record Chart(String table, Kind kind, String x, List<String> y) {
    /** How a chart is drawn. */
    public enum Kind {
        /** Values along a number, such as time or level. */
        LINE,
        /** A bar for each row, such as each town. */
        BAR
    }

    public Chart {
        y = List.copyOf(y);
    }
}
