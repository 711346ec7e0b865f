package riskmap.report;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import riskmap.base.Message;
import riskmap.print.ChartColours;
import riskmap.risk.Chart;
import riskmap.risk.RiskLevel;

/** The colours of the bars and lines of a result: of its column, or of the row where that is a level or a change itself. */
public final class BarColours {
    private final Chart chart;

    /** The colours of a chart. */
    public BarColours(Chart chart) {
        this.chart = chart;
    }

    /** The colour of the so-manieth column drawn. */
    public Color column(int series) {
        return ChartColours.of(chart.y().get(series), series);
    }

    /** The colour of a bar of that column over a row of this name. */
    public Color bar(int series, Object name) {
        if (chart.y().size() > 1 || !(name instanceof Message row)) {
            return column(series);
        }
        String key = row.key().startsWith("risk.change-") ? row.key().substring("risk.change-".length()) : "";
        return IntStream.rangeClosed(1, RiskLevel.COUNT)
                .filter(level -> RiskLevel.title(level).equals(row))
                .mapToObj(level -> ChartColours.of("level_" + level, series))
                .findFirst()
                .orElseGet(
                        () -> List.of("higher", "lower").contains(key) ? ChartColours.of(key, series) : column(series));
    }
}
