package riskmap.ui.run;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.Chart;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import riskmap.base.Message;
import riskmap.base.UnitText;
import riskmap.data.Table;

/** A result table drawn: lines along a number, or a bar for each row. */
final class ChartView {
    private static final double HEIGHT = 240;

    /** More bars than this cannot be told apart; the table has them all. */
    private static final int MOST_BARS = 25;

    /** As many names stand upright under the axis. */
    private static final int UPRIGHT = 6;

    /** Characters that have room side by side under the axis. */
    private static final int AXIS_CHARACTERS = 24;

    private ChartView() {}

    /** Draws the columns of the table that the chart names. */
    static Chart of(riskmap.risk.Chart chart, Table table) {
        Chart drawn = chart.kind() == riskmap.risk.Chart.Kind.LINE ? lines(chart, table) : bars(chart, table);
        drawn.setTitle(table.title().text());
        drawn.setAnimated(false);
        drawn.setLegendVisible(chart.y().size() > 1);
        drawn.setPrefHeight(HEIGHT);
        drawn.setMinHeight(HEIGHT);
        drawn.getStyleClass().add("result-chart");
        return drawn;
    }

    private static Chart lines(riskmap.risk.Chart chart, Table table) {
        NumberAxis x = new NumberAxis();
        x.setLabel(heading(table, chart.x()));
        LineChart<Number, Number> drawn = new LineChart<>(x, values(chart, table));
        drawn.setCreateSymbols(false);
        int across = column(table, chart.x());
        for (String key : chart.y()) {
            XYChart.Series<Number, Number> series = new XYChart.Series<>();
            series.setName(heading(table, key));
            for (List<Object> row : table.rows()) {
                if (row.get(across) instanceof Number at && row.get(column(table, key)) instanceof Number value) {
                    series.getData().add(new XYChart.Data<>(at, value));
                }
            }
            drawn.getData().add(series);
        }
        return drawn;
    }

    private static Chart bars(riskmap.risk.Chart chart, Table table) {
        CategoryAxis axis = new CategoryAxis();
        BarChart<String, Number> drawn = new BarChart<>(axis, values(chart, table));
        int across = column(table, chart.x());
        int shown = Math.min(MOST_BARS, table.rows().size());
        if (shown <= UPRIGHT) {
            axis.setTickLabelRotation(0);
        }
        drawn.setCategoryGap(Math.max(1, 60.0 / Math.max(1, shown)));
        drawn.setBarGap(0);
        for (String key : chart.y()) {
            XYChart.Series<String, Number> series = new XYChart.Series<>();
            series.setName(heading(table, key));
            Set<String> names = new HashSet<>();
            for (List<Object> row : table.rows().subList(0, shown)) {
                Object name = row.get(across);
                if (name != null && row.get(column(table, key)) instanceof Number value) {
                    String text = category(name, table.columns().get(across), shown);
                    while (!names.add(text)) {
                        // an axis has each name once: rows of one name are told apart by what nobody sees
                        text = text + "\u200b";
                    }
                    series.getData().add(new XYChart.Data<>(text, value));
                }
            }
            drawn.getData().add(series);
        }
        return drawn;
    }

    /** A value of the column across as its table shows it, shortened where few upright ones share the axis. */
    private static String category(Object value, Table.Column column, int shown) {
        if (value instanceof Number number) {
            return String.format(Locale.ROOT, "%." + column.decimals() + "f", number.doubleValue());
        }
        String text = value instanceof Message message ? message.text() : value.toString();
        int most = AXIS_CHARACTERS / Math.max(1, shown);
        return shown <= UPRIGHT && text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }

    private static NumberAxis values(riskmap.risk.Chart chart, Table table) {
        NumberAxis axis = new NumberAxis();
        String first = chart.y().get(0);
        axis.setLabel(
                chart.y().size() == 1
                        ? heading(table, first)
                        : UnitText.of(table.columns().get(column(table, first)).unit()));
        // levels lie far above zero; bars must begin there
        axis.setForceZeroInRange(chart.kind() == riskmap.risk.Chart.Kind.BAR);
        return axis;
    }

    private static int column(Table table, String key) {
        return table.columns().stream().map(Table.Column::key).toList().indexOf(key);
    }

    private static String heading(Table table, String key) {
        Table.Column column = table.columns().get(column(table, key));
        return UnitText.heading(column.title().text(), column.unit());
    }
}
