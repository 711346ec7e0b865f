package riskmap.ui.run;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.util.StringConverter;
import riskmap.base.Message;
import riskmap.base.UnitText;
import riskmap.data.Table;
import riskmap.print.LevelColours;
import riskmap.risk.RiskLevel;

/** A result table drawn: lines along a number or the days, or a bar for each row; levels in their colours. */
final class ChartView {
    private static final double HEIGHT = 240;

    /** Room that the names of rows take when they stand on end. */
    private static final double NAMES = 40;

    /** Room that a line of the legend takes. */
    private static final double LEGEND_LINE = 24;

    /** More bars than this cannot be told apart; the table has them all. */
    private static final int MOST_BARS = 25;

    /** As many names stand upright under the axis. */
    private static final int UPRIGHT = 6;

    /** Characters that have room side by side under the axis. */
    private static final int AXIS_CHARACTERS = 24;

    /** Characters of a name that stands on end. */
    private static final int STANDING = 9;

    /** Characters that have room beside the values. */
    private static final int BESIDE = 11;

    private final riskmap.risk.Chart chart;
    private final Table table;

    private ChartView(riskmap.risk.Chart chart, Table table) {
        this.chart = chart;
        this.table = table;
    }

    /** Draws the columns of the table that the chart names; says so where all of them are zero or nothing is there. */
    static Node of(riskmap.risk.Chart chart, Table table) {
        ChartView view = new ChartView(chart, table);
        if (view.isFlat()) {
            Label none = new Label(Message.of(
                            "ui.chart-nothing",
                            table.title(),
                            view.heading(chart.y().get(0)))
                    .text());
            none.setWrapText(true);
            return none;
        }
        return view.drawn();
    }

    /** Whether there is nothing to see: no number, or bars that are all zero. */
    private boolean isFlat() {
        boolean bars = chart.kind() == riskmap.risk.Chart.Kind.BAR;
        return table.rows().stream().noneMatch(row -> chart.y().stream()
                .anyMatch(key -> row.get(column(key)) instanceof Number value && !(bars && value.doubleValue() == 0)));
    }

    private XYChart<?, Number> drawn() {
        XYChart<?, Number> drawn = chart.kind() == riskmap.risk.Chart.Kind.LINE ? lines() : bars();
        drawn.setTitle(table.title().text());
        if (drawn.lookup(".chart-title") instanceof Label title) {
            title.setWrapText(true);
        }
        drawn.setAnimated(false);
        boolean named = chart.y().size() > 1 || heading(chart.y().get(0)).length() > BESIDE;
        drawn.setLegendVisible(named);
        double names = drawn.getXAxis().getTickLabelRotation() == 0 ? 0 : NAMES;
        double height = HEIGHT + names + Math.max(0, (chart.y().size() + 1) / 2 - 1) * LEGEND_LINE;
        drawn.setPrefHeight(height);
        drawn.setMinHeight(height);
        drawn.getStyleClass().add("result-chart");
        return drawn;
    }

    private XYChart<Number, Number> lines() {
        int across = column(chart.x());
        boolean days = table.rows().stream().anyMatch(row -> day(row.get(across)) != null);
        NumberAxis x = new NumberAxis();
        x.setLabel(heading(chart.x()));
        if (days) {
            x.setForceZeroInRange(false);
            x.setTickLabelFormatter(new Days());
            x.setTickLabelRotation(-45);
        } else {
            whole(x, List.of(chart.x()));
        }
        LineChart<Number, Number> drawn = new LineChart<>(x, values());
        drawn.setCreateSymbols(false);
        for (String key : chart.y()) {
            XYChart.Series<Number, Number> series = new XYChart.Series<>();
            series.setName(heading(key));
            for (List<Object> row : table.rows()) {
                Number at = place(row.get(across));
                if (at != null && row.get(column(key)) instanceof Number value) {
                    series.getData().add(new XYChart.Data<>(at, value));
                }
            }
            drawn.getData().add(series);
            String colour = colour(key);
            if (colour != null && series.getNode() != null) {
                series.getNode().setStyle("-fx-stroke: " + colour + ";");
            }
        }
        paintLegend(drawn);
        return drawn;
    }

    private XYChart<String, Number> bars() {
        CategoryAxis axis = new CategoryAxis();
        BarChart<String, Number> drawn = new BarChart<>(axis, values());
        int across = column(chart.x());
        List<List<Object>> rows =
                table.rows().subList(0, Math.min(MOST_BARS, table.rows().size()));
        boolean upright = rows.size() <= UPRIGHT
                && rows.stream()
                        .allMatch(row -> text(row.get(across)).length() <= AXIS_CHARACTERS / Math.max(1, rows.size()));
        axis.setTickLabelRotation(upright ? 0 : 90);
        if (rows.stream().allMatch(row -> row.get(across) instanceof Number)) {
            axis.setLabel(heading(chart.x()));
            axis.setTickLabelRotation(rows.size() <= 2 * UPRIGHT ? 0 : 90);
        }
        drawn.setCategoryGap(Math.max(1, 60.0 / Math.max(1, rows.size())));
        drawn.setBarGap(0);
        for (String key : chart.y()) {
            XYChart.Series<String, Number> series = new XYChart.Series<>();
            series.setName(heading(key));
            Map<XYChart.Data<String, Number>, String> colours = new HashMap<>();
            Set<String> names = new HashSet<>();
            for (List<Object> row : rows) {
                Object name = row.get(across);
                if (name != null && row.get(column(key)) instanceof Number value) {
                    String text = category(name, upright);
                    while (!names.add(text)) {
                        // an axis has each name once: rows of one name are told apart by what nobody sees
                        text = text + "\u200b";
                    }
                    XYChart.Data<String, Number> bar = new XYChart.Data<>(text, value);
                    series.getData().add(bar);
                    colours.put(bar, chart.y().size() == 1 ? levelColour(name) : colour(key));
                }
            }
            drawn.getData().add(series);
            colours.forEach((bar, colour) -> {
                if (colour != null && bar.getNode() != null) {
                    bar.getNode().setStyle("-fx-bar-fill: " + colour + ";");
                }
            });
        }
        paintLegend(drawn);
        return drawn;
    }

    /** The signs of the legend in the colours of the levels: it is made with the chart's first layout. */
    private void paintLegend(XYChart<?, Number> drawn) {
        drawn.needsLayoutProperty().addListener((property, before, now) -> {
            for (Node sign : drawn.lookupAll(".chart-legend-item-symbol")) {
                for (int i = 0; i < chart.y().size(); i++) {
                    String colour = colour(chart.y().get(i));
                    if (colour != null && sign.getStyleClass().contains("series" + i)) {
                        sign.setStyle("-fx-background-color: " + colour + ";");
                    }
                }
            }
        });
    }

    /** {@code #rrggbb} of a column of a level; null of any other. */
    private static String colour(String key) {
        java.awt.Color colour = LevelColours.of(key, null);
        return colour == null ? null : String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }

    /** {@code #rrggbb} of a row that is of a level; null of any other. */
    private static String levelColour(Object name) {
        for (int level = 1; level <= RiskLevel.COUNT; level++) {
            if (RiskLevel.title(level).equals(name)) {
                return colour("level_" + level);
            }
        }
        return null;
    }

    private String category(Object value, boolean upright) {
        String text = text(value);
        return upright || text.length() <= STANDING ? text : text.substring(0, STANDING - 1) + "…";
    }

    /** A value of the column across as its table shows it. */
    private String text(Object value) {
        if (value instanceof Number number) {
            int decimals = table.columns().get(column(chart.x())).decimals();
            return String.format(Locale.ROOT, "%." + decimals + "f", number.doubleValue());
        }
        return value instanceof Message message ? message.text() : String.valueOf(value);
    }

    /** Where a value lies along the x axis: a number itself, a day by its count; null for what is neither. */
    private static Number place(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        LocalDate day = day(value);
        return day == null ? null : (Number) day.toEpochDay();
    }

    private static LocalDate day(Object value) {
        if (value instanceof LocalDate day) {
            return day;
        }
        try {
            return value instanceof String text ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException other) {
            return null;
        }
    }

    private NumberAxis values() {
        NumberAxis axis = new NumberAxis();
        String first = chart.y().get(0);
        boolean one = chart.y().size() == 1 && heading(first).length() <= BESIDE;
        axis.setLabel(one ? heading(first) : UnitText.of(unit(first)));
        // levels lie far above zero; bars must begin there
        axis.setForceZeroInRange(chart.kind() == riskmap.risk.Chart.Kind.BAR);
        if (chart.kind() == riskmap.risk.Chart.Kind.LINE) {
            whole(axis, chart.y());
        }
        return axis;
    }

    /** Shares of a whole are drawn from 0 to 100 %. */
    private void whole(NumberAxis axis, List<String> keys) {
        boolean shares = keys.stream()
                .allMatch(key -> unit(key).equals("%")
                        && table.rows().stream()
                                .allMatch(row -> !(row.get(column(key)) instanceof Number share)
                                        || share.doubleValue() >= 0 && share.doubleValue() <= 100));
        if (shares) {
            axis.setAutoRanging(false);
            axis.setLowerBound(0);
            axis.setUpperBound(100);
            axis.setTickUnit(25);
        }
    }

    private int column(String key) {
        return table.columns().stream().map(Table.Column::key).toList().indexOf(key);
    }

    private String unit(String key) {
        return table.columns().get(column(key)).unit();
    }

    private String heading(String key) {
        Table.Column column = table.columns().get(column(key));
        return UnitText.heading(column.title().text(), column.unit());
    }

    /** Days by their count as dates; nothing between two days. */
    private static final class Days extends StringConverter<Number> {
        @Override
        public String toString(Number days) {
            double count = days.doubleValue();
            return count == Math.rint(count)
                    ? LocalDate.ofEpochDay((long) count).toString()
                    : "";
        }

        @Override
        public Number fromString(String text) {
            return LocalDate.parse(text).toEpochDay();
        }
    }
}
