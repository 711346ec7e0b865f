package riskmap.ui.run;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.TextAlignment;
import javafx.util.StringConverter;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.UnitText;
import riskmap.data.Table;
import riskmap.print.BarNames;
import riskmap.print.ChartColours;
import riskmap.report.BarColours;
import riskmap.report.ShownNumber;

/** A result table drawn: lines along a number or the days, or a bar for each row; levels in their colours. */
public final class ChartView {
    private static final double HEIGHT = 240;

    /** Room that the names of rows take when they stand on end. */
    private static final double NAMES = 40;

    /** Room that a line of the legend or of the title takes. */
    private static final double LEGEND_LINE = 24;

    /** Between the bars that lie beside one name and those of the next. */
    private static final double LYING_GAP = 6;

    /** Thickness of a bar that lies beside its name. */
    private static final double LYING_BAR = 10;

    /** Room of title, axis and legend around bars that lie. */
    private static final double LYING_AXIS = 110;

    /** More bars than this cannot be told apart; the table has them all. */
    private static final int MOST_BARS = 25;

    /** As many names stand upright under the axis. */
    private static final int UPRIGHT = 6;

    /** Latin letters that have room side by side under the axis: a name without room is left out. */
    private static final int AXIS_LETTERS = 32;

    /** Stands around numbers under an axis, which else run into each other. */
    private static final String APART = "\u00a0";

    /** Least room of one name beside the bars: names that touch are left out. */
    private static final double LYING_NAME = 19;

    /** Room of the legend's lines, and what the sign of an entry takes of it, in widths of a Latin letter. */
    private static final int LEGEND_WIDTH = 40;

    private static final int SIGN = 5;

    /** Room of a line of the title, whose letters are larger, in the same widths. */
    private static final int TITLE_WIDTH = 30;

    /** Characters that have room beside the values. */
    private static final int BESIDE = 11;

    private final riskmap.risk.Chart chart;
    private final Table table;
    private final String title;
    private final List<List<Object>> rows;
    private final BarColours colours;

    private ChartView(riskmap.risk.Chart chart, Table table, List<riskmap.risk.Chart> among, ChartColours beside) {
        this.chart = chart;
        this.table = table;
        this.rows = chart.drawn(table);
        this.title = chart.title(table, among, Language.current()) + leftOut();
        this.colours = new BarColours(chart, beside);
    }

    /**
     * Draws the columns of the table that the chart names, in the colours of the map; says so where all of them are zero or
     * nothing is there.
     *
     * @param among the charts it stands among, from which its title tells it apart
     */
    static Node of(riskmap.risk.Chart chart, Table table, List<riskmap.risk.Chart> among, ChartColours beside) {
        ChartView view = new ChartView(chart, table, among, beside);
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

    /** How many rows have no bar, as a second line of the title; nothing where each has one. */
    private String leftOut() {
        boolean all = chart.kind() == riskmap.risk.Chart.Kind.LINE || rows.size() <= MOST_BARS;
        return all
                ? ""
                : "\n"
                        + Message.of("ui.chart-first", MOST_BARS, rows.size() - MOST_BARS)
                                .text();
    }

    /** Whether there is nothing to see: no number, or bars that are all zero. */
    private boolean isFlat() {
        boolean bars = chart.kind() == riskmap.risk.Chart.Kind.BAR;
        return rows.stream().noneMatch(row -> chart.y().stream()
                .anyMatch(key -> row.get(column(key)) instanceof Number value && !(bars && value.doubleValue() == 0)));
    }

    private XYChart<?, ?> drawn() {
        XYChart<?, ?> drawn = chart.kind() == riskmap.risk.Chart.Kind.LINE ? lines() : bars();
        drawn.setTitle(title);
        if (drawn.lookup(".chart-title") instanceof Label title) {
            title.setWrapText(true);
            title.setTextAlignment(TextAlignment.CENTER);
        }
        drawn.setAnimated(false);
        boolean named = chart.y().size() > 1 || heading(chart.y().get(0)).length() > BESIDE;
        drawn.setLegendVisible(named);
        double names = drawn.getXAxis().getTickLabelRotation() == 0 ? 0 : NAMES;
        double bars = drawn.getYAxis() instanceof CategoryAxis beside
                ? beside.getCategories().size()
                                * Math.max(
                                        LYING_NAME,
                                        LYING_GAP + LYING_BAR * chart.y().size())
                        + LYING_AXIS
                : HEIGHT;
        double height = bars + names + (titleLines() + legendLines() - 2) * LEGEND_LINE;
        drawn.setPrefHeight(height);
        drawn.setMinHeight(height);
        drawn.getStyleClass().add("result-chart");
        return drawn;
    }

    private static long lines(List<String> names) {
        return names.stream().mapToLong(name -> name.lines().count()).max().orElse(1);
    }

    /** Lines of the title, which would take their room from the legend. */
    private int titleLines() {
        return title.lines()
                .mapToInt(line -> Math.max(1, (int) Math.ceil(BarNames.width(line) / (double) TITLE_WIDTH)))
                .sum();
    }

    /** Lines of the legend: without room for them all the chart would show none. */
    private int legendLines() {
        int lines = 1;
        int used = 0;
        for (String key : chart.y()) {
            int width = SIGN + BarNames.width(heading(key));
            if (used > 0 && used + width > LEGEND_WIDTH) {
                lines++;
                used = 0;
            }
            used += width;
        }
        return lines;
    }

    private XYChart<Number, Number> lines() {
        int across = column(chart.x());
        boolean days = rows.stream().anyMatch(row -> day(row.get(across)) != null);
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
            for (List<Object> row : rows) {
                Number at = place(row.get(across));
                if (at != null && row.get(column(key)) instanceof Number value) {
                    series.getData().add(new XYChart.Data<>(at, value));
                }
            }
            drawn.getData().add(series);
            series.getNode()
                    .setStyle("-fx-stroke: " + web(colours.column(chart.y().indexOf(key))) + ";");
        }
        paintLegend(drawn);
        return drawn;
    }

    /** A value as its table shows it. */
    private String text(Object value, int column) {
        if (value instanceof Number number) {
            int decimals = table.columns().get(column).decimals();
            return String.format(Locale.ROOT, "%." + decimals + "f", number.doubleValue());
        }
        return value instanceof Message message ? message.text() : String.valueOf(value);
    }

    /** Bars that stand over few names or numbers, and lie beside many names, each of which is then read. */
    private XYChart<?, ?> bars() {
        int across = column(chart.x());
        List<List<Object>> shown = rows.subList(0, Math.min(MOST_BARS, rows.size())).stream()
                .filter(row -> row.get(across) != null)
                .toList();
        BarNames named = new BarNames(table, shown, across, this::text);
        boolean numbers = shown.stream().allMatch(row -> row.get(across) instanceof Number);
        boolean upright = shown.size() <= UPRIGHT && named.longest() <= AXIS_LETTERS / Math.max(1, shown.size());
        List<String> names = named.shown(upright);
        CategoryAxis axis = new CategoryAxis();
        if (!numbers && !upright) {
            List<String> upwards = new ArrayList<>(names);
            Collections.reverse(upwards);
            // set as a list they stay; added to the axis' own, the data would put them into its order
            axis.setCategories(FXCollections.observableArrayList(upwards));
            NumberAxis values = values();
            values.setTickLabelFormatter(new NumberAxis.DefaultFormatter(values, APART, APART));
            BarChart<Number, String> lying = new BarChart<>(values, axis);
            lying.setCategoryGap(LYING_GAP);
            fill(lying, shown, named, names, (name, value) -> new XYChart.Data<>(value, name));
            return lying;
        }
        axis.setTickLabelRotation(upright ? 0 : 90);
        if (numbers) {
            axis.setLabel(heading(chart.x()));
            axis.setTickLabelRotation(shown.size() <= 2 * UPRIGHT ? 0 : 90);
        }
        BarChart<String, Number> standing = new BarChart<>(axis, values());
        standing.setCategoryGap(Math.max(1, 60.0 / Math.max(1, shown.size())));
        fill(standing, shown, named, names, XYChart.Data::new);
        return standing;
    }

    private <X, Y> void fill(
            BarChart<X, Y> bars,
            List<List<Object>> shown,
            BarNames named,
            List<String> names,
            BiFunction<String, Number, XYChart.Data<X, Y>> made) {
        bars.setBarGap(0);
        for (int number = 0; number < chart.y().size(); number++) {
            String key = chart.y().get(number);
            XYChart.Series<X, Y> series = new XYChart.Series<>();
            series.setName(heading(key));
            Map<XYChart.Data<X, Y>, String> fills = new HashMap<>();
            for (int i = 0; i < shown.size(); i++) {
                if (shown.get(i).get(column(key)) instanceof Number value) {
                    XYChart.Data<X, Y> bar = made.apply(names.get(i), value);
                    tell(bar, named.whole(i), key, value);
                    series.getData().add(bar);
                    fills.put(bar, web(colours.bar(number, shown.get(i).get(column(chart.x())))));
                }
            }
            bars.getData().add(series);
            fills.forEach((bar, colour) -> bar.getNode().setStyle("-fx-bar-fill: " + colour + ";"));
        }
        paintLegend(bars);
    }

    /** Says under the pointer what a bar is of, its name whole, and how much. */
    private void tell(XYChart.Data<?, ?> bar, String name, String key, Number value) {
        String amount = ShownNumber.text(value, table.columns().get(column(key)).decimals());
        Tooltip tip = new Tooltip(
                Message.of("ui.chart-bar", name, heading(key), amount).text());
        bar.nodeProperty().addListener((property, before, now) -> {
            if (now != null) {
                Tooltip.install(now, tip);
                now.accessibleTextProperty().unbind();
                now.setAccessibleText(tip.getText());
            }
        });
    }

    /** The signs of the legend in the colours of the columns: it is made with the chart's first layout. */
    private void paintLegend(XYChart<?, ?> drawn) {
        drawn.needsLayoutProperty().addListener((property, before, now) -> {
            for (Node sign : drawn.lookupAll(".chart-legend-item-symbol")) {
                for (int i = 0; i < chart.y().size(); i++) {
                    if (sign.getStyleClass().contains("series" + i)) {
                        sign.setStyle("-fx-background-color: " + web(colours.column(i)) + ";");
                    }
                }
            }
        });
    }

    /** A colour as styles have it, {@code #rrggbb}. */
    public static String web(java.awt.Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
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
                        && rows.stream()
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
