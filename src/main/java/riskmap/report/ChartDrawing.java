package riskmap.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.base.UnitText;
import riskmap.data.Table;
import riskmap.print.BarName;
import riskmap.print.BarNames;
import riskmap.print.ChartColours;
import riskmap.print.Sheet;
import riskmap.risk.Chart;

/** A chart of a result table, drawn from the table's own numbers. */
public final class ChartDrawing implements Drawing {
    private static final double WIDTH = 160;
    private static final double HEIGHT = 80;
    /** The chart is laid out in points, which are what its letters are measured in. */
    private static final double POINT = Sheet.POINT;

    /** More bars than this cannot be told apart, nor their names be read; the table has them all. */
    private static final int MOST_BARS = 25;

    /** As many that lie beside names which say more than one thing, such as site and accident. */
    private static final int MOST_LYING = 18;

    private static final Color INK = new Color(0x1b2733);

    private final Table table;
    private final Chart chart;
    private final Language language;
    private final BarColours colours;
    /** The rows that have a bar. */
    private final List<List<Object>> bars;

    /**
     * A chart of the columns that {@code chart} names, in the colours of the map that stands beside it.
     */
    public ChartDrawing(Table table, Chart chart, Language language, ChartColours beside) {
        this.table = table;
        this.chart = chart;
        this.language = language;
        this.colours = new BarColours(chart, beside);
        this.bars = first(chart.drawn(table));
    }

    private List<List<Object>> first(List<List<Object>> all) {
        int x = Grids.index(table, chart.x());
        List<List<Object>> most = all.subList(0, Math.min(MOST_BARS, all.size()));
        return x >= 0 && new BarNames(table, most, x, this::name).lines() > 1
                ? most.subList(0, Math.min(MOST_LYING, most.size()))
                : most;
    }

    /** How many of the rows have a bar: the first ones, where there are too many to be told apart. */
    public int bars() {
        return bars.size();
    }

    /** Whether rows have no bar. */
    public boolean leavesOut() {
        return chart.kind() == Chart.Kind.BAR
                && bars.size() < chart.drawn(table).size();
    }

    @Override
    public double width() {
        return WIDTH;
    }

    @Override
    public double height() {
        return HEIGHT;
    }

    @Override
    public void paint(Graphics2D millimetres, Progress progress) {
        JFreeChart drawn = chart.kind() == Chart.Kind.LINE ? line() : bar();
        drawn.setBackgroundPaint(Color.WHITE);
        LegendTitle legend = drawn.getLegend();
        if (legend != null) {
            legend.setItemFont(Sheet.font(false, 8));
            legend.setItemPaint(INK);
            legend.setFrame(org.jfree.chart.block.BlockBorder.NONE);
        }
        Graphics2D points = (Graphics2D) millimetres.create();
        points.scale(POINT, POINT);
        drawn.draw(points, new Rectangle2D.Double(0, 0, WIDTH / POINT, HEIGHT / POINT));
        points.dispose();
    }

    private JFreeChart bar() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        List<List<Object>> rows = bars;
        int x = Grids.index(table, chart.x());
        BarNames names = x < 0 ? null : new BarNames(table, rows, x, this::name);
        for (String key : chart.y()) {
            int y = Grids.index(table, key);
            for (int i = 0; x >= 0 && y >= 0 && i < rows.size(); i++) {
                List<Object> row = rows.get(i);
                if (row.get(y) instanceof Number number) {
                    data.addValue(
                            number, title(key), new BarName(i, names.whole(i).replace("\n", "　")));
                }
            }
        }
        boolean lying = names != null && names.lines() > 1;
        JFreeChart made = ChartFactory.createBarChart(
                null,
                null,
                axis(chart.y()),
                data,
                lying ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL,
                true,
                false,
                false);
        CategoryPlot plot = made.getCategoryPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(new Color(0xd0d7de));
        plot.setOutlineVisible(false);
        plot.getDomainAxis().setTickLabelFont(Sheet.font(false, lying ? 6.5 : 7.5));
        plot.getDomainAxis()
                .setCategoryLabelPositions(lying ? CategoryLabelPositions.STANDARD : CategoryLabelPositions.UP_45);
        plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(2f);
        letters(plot.getRangeAxis());
        BarRenderer bars = new BarRenderer() {
            @Override
            public Paint getItemPaint(int series, int bar) {
                Object name = rows.get(((BarName) data.getColumnKey(bar)).row()).get(x);
                return colours.bar(series, name);
            }
        };
        plot.setRenderer(bars);
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setItemMargin(0);
        for (int i = 0; i < chart.y().size(); i++) {
            bars.setSeriesPaint(i, colours.column(i));
        }
        return made;
    }

    /** What stands under a bar: fractions as in the table, whole numbers, such as years, as they are. */
    private String name(Object value, int column) {
        Object cell = Grids.cell(value, language);
        return cell instanceof Long || cell instanceof Integer
                ? cell.toString()
                : ShownNumber.cell(cell, table.columns().get(column).decimals());
    }

    private JFreeChart line() {
        XYSeriesCollection data = new XYSeriesCollection();
        int x = Grids.index(table, chart.x());
        for (String key : chart.y()) {
            XYSeries series = new XYSeries(title(key), false, true);
            int y = Grids.index(table, key);
            for (List<Object> row : chart.drawn(table)) {
                Double at = x < 0 ? null : place(row.get(x));
                if (at != null && y >= 0 && row.get(y) instanceof Number number) {
                    series.add(at, number);
                }
            }
            data.addSeries(series);
        }
        JFreeChart made = ChartFactory.createXYLineChart(
                null, axis(List.of(chart.x())), axis(chart.y()), data, PlotOrientation.VERTICAL, true, false, false);
        XYPlot plot = made.getXYPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(new Color(0xd0d7de));
        plot.setRangeGridlinePaint(new Color(0xd0d7de));
        plot.setOutlineVisible(false);
        if (x >= 0 && table.rows().stream().anyMatch(row -> day(row.get(x)) != null)) {
            plot.setDomainAxis(days(plot.getDomainAxis().getLabel()));
        } else {
            ((NumberAxis) plot.getDomainAxis()).setAutoRangeIncludesZero(false);
        }
        letters(plot.getDomainAxis());
        letters(plot.getRangeAxis());
        ((NumberAxis) plot.getRangeAxis()).setAutoRangeIncludesZero(false);
        for (int i = 0; i < chart.y().size(); i++) {
            plot.getRenderer().setSeriesPaint(i, colours.column(i));
            plot.getRenderer().setSeriesStroke(i, new BasicStroke(1.4f));
        }
        return made;
    }

    /** Where a value lies along the x axis: a number itself, a day as milliseconds; null for what is neither. */
    private static Double place(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        LocalDate day = day(value);
        return day == null
                ? null
                : Double.valueOf(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
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

    private static DateAxis days(String label) {
        DateAxis axis = new DateAxis(label, TimeZone.getTimeZone("UTC"), Locale.ROOT);
        SimpleDateFormat shown = new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT);
        shown.setTimeZone(TimeZone.getTimeZone("UTC"));
        axis.setDateFormatOverride(shown);
        return axis;
    }

    private static void letters(ValueAxis axis) {
        axis.setTickLabelFont(Sheet.font(false, 7.5));
        axis.setLabelFont(Sheet.font(false, 8.5));
        axis.setLabelPaint(INK);
    }

    private String title(String key) {
        int index = Grids.index(table, key);
        return index < 0 ? key : table.columns().get(index).title().text(language);
    }

    /** Heading of an axis: the column when there is one, and the unit. */
    private String axis(List<String> keys) {
        int index = keys.isEmpty() ? -1 : Grids.index(table, keys.get(0));
        if (index < 0) {
            return "";
        }
        String unit = table.columns().get(index).unit();
        String name = keys.size() == 1 ? title(keys.get(0)) : "";
        return UnitText.heading(name, unit, language).strip();
    }
}
