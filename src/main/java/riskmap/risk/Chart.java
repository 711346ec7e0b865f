package riskmap.risk;

import java.util.List;
import java.util.stream.Collectors;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Table;

/**
 * How a result table is drawn. The numbers stay in the table; a chart only names columns of it.
 *
 * @param table id of the table
 * @param kind how it is drawn
 * @param x key of the column along the x axis
 * @param y keys of the columns drawn, in one unit
 * @param rows how many rows from the first are drawn, such as those before the sums; 0 for all
 */
public record Chart(String table, Kind kind, String x, List<String> y, int rows) {
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

    /** Draws all rows. */
    public Chart(String table, Kind kind, String x, List<String> y) {
        this(table, kind, x, y, 0);
    }

    /** The same with the first rows only. */
    public Chart first(int count) {
        return new Chart(table, kind, x, y, count);
    }

    /**
     * What it is called: as its table, and where another chart draws the same table, by what it draws of it.
     *
     * @param among the charts it stands among, itself too
     */
    public String title(Table from, List<Chart> among, Language language) {
        String title = from.title().text(language);
        if (among.stream().filter(other -> other.table.equals(table)).count() < 2) {
            return title;
        }
        String drawn = from.columns().stream()
                .filter(column -> y.contains(column.key()))
                .map(column -> column.title().text(language))
                .collect(Collectors.joining(language == Language.ENGLISH ? ", " : "、"));
        return Message.of("risk.chart-title", title, drawn).text(language);
    }

    /** The rows of its table that are drawn. */
    public List<List<Object>> drawn(Table from) {
        List<List<Object>> all = from.rows();
        return rows == 0 || rows >= all.size() ? all : all.subList(0, rows);
    }
}
