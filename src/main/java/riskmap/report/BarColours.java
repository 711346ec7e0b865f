package riskmap.report;

import java.awt.Color;
import riskmap.print.ChartColours;
import riskmap.risk.Chart;

/** The colours of the bars and lines of a result: of its column, or of the row where that is a level or a change itself. */
public final class BarColours {
    private final Chart chart;
    private final ChartColours colours;

    /** The colours of a chart beside a map. */
    public BarColours(Chart chart, ChartColours colours) {
        this.chart = chart;
        this.colours = colours;
    }

    /** The colour of the so-manieth column drawn. */
    public Color column(int series) {
        return colours.of(chart.y().get(series), series);
    }

    /** The colour of a bar of that column over a row of this name. */
    public Color bar(int series, Object name) {
        return chart.y().size() > 1 ? column(series) : colours.row(name).orElseGet(() -> column(series));
    }
}
