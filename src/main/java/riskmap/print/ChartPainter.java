package riskmap.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardPieSectionLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PiePlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.general.DefaultPieDataset;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.map.Box;
import riskmap.map.LayoutItem;
import riskmap.map.TextStyle;
import riskmap.render.Fonts;

/**
 * Draws a chart of a table as vectors: bars, stacked bars or slices, with the numbers of the table and no others. As many
 * rows have a bar as names have room beside each other; a line below says how many have none.
 */
final class ChartPainter {
    private static final Color INK = new Color(0x12304a);
    private static final Color FINE = new Color(0xc8d2da);
    private static final String TOLD = "#12304a";
    /** Smallest box in which a chart can be read, in millimetres. */
    private static final double LEAST = 18;
    /** From one name of a bar to the next, as a multiple of the size of its letters: nearer, they lie on each other. */
    private static final double APART = 1.1;
    /** What the axis of numbers, and what the legend takes of the room, in lines of letters. */
    private static final double AXIS_LINES = 2;

    private final Sheet sheet;
    private final LayoutItem.Chart item;
    private final Language language;
    private final ChartColours colours;

    ChartPainter(Sheet sheet, LayoutItem.Chart item, Language language, ChartColours colours) {
        this.sheet = sheet;
        this.item = item;
        this.language = language;
        this.colours = colours;
    }

    void paint(Table table, Fields fields) {
        Box box = item.box();
        String heading = fields.fill(item.title().text(language), item.id());
        if (!heading.isEmpty()) {
            double height = Headings.paint(sheet, heading, item.style().size(), box);
            box = new Box(box.x(), box.y() + height, box.width(), Math.max(0, box.height() - height));
        }
        if (box.width() < LEAST || box.height() < LEAST) {
            throw RiskMapException.of("print.item-too-small", item.id());
        }
        List<Integer> values = values(table);
        Plot plot;
        if (item.kind() == LayoutItem.Chart.Kind.PIE) {
            plot = slices(table, values);
        } else {
            int category = item.category().isEmpty() ? 0 : column(table, item.category());
            List<List<Object>> rows = rows(table, values);
            List<List<Object>> readable = readable(rows, table, category, box, values.size());
            box = sayLeftOut(rows.size(), readable.size(), box);
            plot = bars(readable, table, category, values);
        }
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(null);
        JFreeChart chart = new JFreeChart(null, font(1), plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(1, 0, 1, 2));
        if (item.kind() != LayoutItem.Chart.Kind.PIE && values.size() > 1) {
            legend(chart, plot);
        }
        Graphics2D graphics = (Graphics2D) sheet.graphics().create();
        graphics.translate(box.x(), box.y());
        graphics.scale(Sheet.POINT, Sheet.POINT);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, box.width() / Sheet.POINT, box.height() / Sheet.POINT));
        graphics.dispose();
    }

    /** The first rows: as many as their names have room. */
    private List<List<Object>> readable(List<List<Object>> rows, Table table, int category, Box box, int valuesOfEach) {
        double letter = item.style().size() * Sheet.POINT;
        double taken = AXIS_LINES * letter;
        double room = item.kind() == LayoutItem.Chart.Kind.STACKED
                ? box.height() - (valuesOfEach > 1 ? 2 : 1) * taken
                : box.width() - 2 * taken;
        int lines = names(table, rows, category).lines();
        int most = Math.max(1, (int) (room / (APART * letter * lines)));
        return rows.size() <= most ? rows : rows.subList(0, most);
    }

    /** Says below the chart how many rows have no bar; returns the box that is left to those that have. */
    private Box sayLeftOut(int all, int drawn, Box box) {
        if (drawn == all) {
            return box;
        }
        String said = Message.of("print.chart-first", drawn, all - drawn).text(language);
        TextStyle style = item.style();
        double letter = style.size() * Sheet.POINT;
        double fits = Math.min(1, box.width() / Sheet.width(said, style));
        sheet.text(
                said,
                box.x(),
                box.bottom() - 0.25 * letter,
                TextStyle.of(style.size() * fits).withColour(TOLD));
        return new Box(box.x(), box.y(), box.width(), box.height() - 1.3 * letter);
    }

    private BarNames names(Table table, List<List<Object>> rows, int category) {
        return new BarNames(table, rows, category, (cell, column) -> name(cell));
    }

    private void legend(JFreeChart chart, Plot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setItemFont(font(1.1));
        legend.setItemPaint(INK);
        legend.setBackgroundPaint(null);
        legend.setPosition(RectangleEdge.BOTTOM);
        chart.addLegend(legend);
    }

    private Plot bars(List<List<Object>> rows, Table table, int category, List<Integer> values) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        BarNames written = names(table, rows, category);
        for (int i = 0; i < rows.size(); i++) {
            BarName name = new BarName(i, written.whole(i));
            for (int value : values) {
                Object cell = rows.get(i).get(value);
                data.addValue(cell instanceof Number number ? number.doubleValue() : null, heading(table, value), name);
            }
        }
        boolean stacked = item.kind() == LayoutItem.Chart.Kind.STACKED;
        boolean single = values.size() == 1 && item.colours().isEmpty();
        IntFunction<Paint> paints =
                bar -> single ? colours.row(rows.get(bar).get(category)).orElse(null) : null;
        BarRenderer renderer = stacked ? new StackedBars(paints) : new Bars(paints);
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setItemMargin(0.05);
        double key = 0.8 * item.style().size();
        renderer.setDefaultLegendShape(new Rectangle2D.Double(-key / 2, -key / 2, key, key));
        for (int i = 0; i < values.size(); i++) {
            renderer.setSeriesPaint(i, colour(table, values.get(i), i));
        }
        CategoryAxis names = new CategoryAxis();
        names.setTickLabelFont(font(1));
        names.setTickLabelPaint(INK);
        names.setAxisLineVisible(false);
        names.setTickMarksVisible(false);
        names.setCategoryMargin(0.25);
        names.setCategoryLabelPositions(stacked ? CategoryLabelPositions.STANDARD : CategoryLabelPositions.UP_45);
        names.setMaximumCategoryLabelWidthRatio(0.5f);
        names.setMaximumCategoryLabelLines(written.lines());
        NumberAxis numbers = new NumberAxis();
        numbers.setTickLabelFont(font(0.9));
        numbers.setTickLabelPaint(INK);
        numbers.setAxisLineVisible(false);
        numbers.setNumberFormatOverride(NumberFormat.getInstance(language.locale()));
        CategoryPlot plot = new CategoryPlot(data, names, numbers, renderer);
        plot.setOrientation(stacked ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
        plot.setRangeGridlinePaint(FINE);
        plot.setRangeGridlineStroke(new BasicStroke(0.3f));
        return plot;
    }

    /** Bars that take the colour of their row where it has one. */
    private static final class Bars extends BarRenderer {
        private final transient IntFunction<Paint> rows;

        Bars(IntFunction<Paint> rows) {
            this.rows = rows;
        }

        @Override
        public Paint getItemPaint(int series, int bar) {
            Paint own = rows.apply(bar);
            return own != null ? own : super.getItemPaint(series, bar);
        }
    }

    /** As above, one upon the other. */
    private static final class StackedBars extends StackedBarRenderer {
        private final transient IntFunction<Paint> rows;

        StackedBars(IntFunction<Paint> rows) {
            this.rows = rows;
        }

        @Override
        public Paint getItemPaint(int series, int bar) {
            Paint own = rows.apply(bar);
            return own != null ? own : super.getItemPaint(series, bar);
        }
    }

    private String name(Object cell) {
        return cell instanceof Message words ? words.text(language) : String.valueOf(cell);
    }

    private Plot slices(Table table, List<Integer> values) {
        DefaultPieDataset<String> data = new DefaultPieDataset<>();
        PiePlot<String> plot = new PiePlot<>(data);
        for (int i = 0; i < values.size(); i++) {
            int value = values.get(i);
            double sum = table.rows().stream()
                    .mapToDouble(row -> row.get(value) instanceof Number number ? number.doubleValue() : 0)
                    .sum();
            String name = heading(table, value);
            data.setValue(name, sum);
            plot.setSectionPaint(name, colour(table, value, i));
        }
        plot.setShadowPaint(null);
        plot.setSectionOutlinesVisible(false);
        plot.setLabelFont(font(1));
        plot.setLabelPaint(INK);
        plot.setLabelBackgroundPaint(null);
        plot.setLabelOutlinePaint(null);
        plot.setLabelShadowPaint(null);
        plot.setLabelGenerator(new StandardPieSectionLabelGenerator(
                "{0} {1} ({2})", NumberFormat.getInstance(language.locale()), percent()));
        return plot;
    }

    private NumberFormat percent() {
        NumberFormat format = NumberFormat.getPercentInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return format;
    }

    /** The rows shown: all, or those of the greatest sums. */
    private List<List<Object>> rows(Table table, List<Integer> values) {
        if (item.most() <= 0 || table.rows().size() <= item.most()) {
            return table.rows();
        }
        List<List<Object>> rows = new ArrayList<>(table.rows());
        rows.sort(Comparator.comparingDouble((List<Object> row) -> -values.stream()
                .mapToDouble(value -> row.get(value) instanceof Number number ? number.doubleValue() : 0)
                .sum()));
        return rows.subList(0, item.most());
    }

    private List<Integer> values(Table table) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            boolean wanted = item.values().isEmpty()
                    ? table.rows().stream().anyMatch(row -> row.get(column) instanceof Number)
                    : item.values().contains(table.columns().get(i).key());
            if (wanted) {
                found.add(i);
            }
        }
        if (found.isEmpty()) {
            throw RiskMapException.of("print.table-no-columns", item.id(), table.id());
        }
        return found;
    }

    private int column(Table table, String key) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).key().equals(key)) {
                return i;
            }
        }
        throw RiskMapException.of("print.table-no-columns", item.id(), table.id());
    }

    /** The heading of a column; of two lines the second, which tells it from its neighbours. */
    private String heading(Table table, int column) {
        String[] lines = table.columns().get(column).title().text(language).split("\n");
        return lines[lines.length - 1];
    }

    private Color colour(Table table, int column, int i) {
        return item.colours().isEmpty()
                ? colours.of(table.columns().get(column).key(), i)
                : colours.in(item.colours().get(i % item.colours().size()));
    }

    private Font font(double share) {
        return Fonts.font(false, (float) (item.style().size() * share));
    }
}
