package riskmap.print;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import riskmap.base.Language;
import riskmap.base.RiskMapException;
import riskmap.map.Box;
import riskmap.map.LayoutItem;
import riskmap.map.TextStyle;
import riskmap.render.SymbolPainter;

/**
 * Draws a legend. It first takes more columns, then smaller letters, and when even the smallest do not fit it says so:
 * an entry is never cut off.
 */
final class LegendPainter {
    /** Down to this share of the wished letter size the entries of a layer are kept in one column. */
    private static final double TORN_BELOW = 0.65;

    private static final int MOST_COLUMNS = 5;
    private static final double SIZE_STEP = 0.25;
    /** Between columns, as a multiple of the height of the wished letters: 4 mm at 8 points. */
    private static final double COLUMN_GAP = 1.42;
    /** Sizes of a row as multiples of the height of its letters. */
    private static final double ROW = 1.62;

    private static final double HEADING = 1.9;
    /** Room before an entry that stands apart. */
    private static final double APART = 0.55;

    private static final double SWATCH_WIDTH = 2.6;
    private static final double SWATCH_HEIGHT = 1.25;

    private final Sheet sheet;
    private final LayoutItem.Legend item;
    private final FrameView view;
    private final Language language;

    /**
     * One line: an entry (of a group with a heading or alone), or a heading when {@code row} is null; apart when it stands
     * alone behind a group that it is no part of.
     */
    private record Line(String title, LegendContents.Row row, String numbers, boolean inGroup, boolean apart) {
        boolean isHeading() {
            return row == null;
        }
    }

    /** Lines placed in columns with letters of a size. */
    private record Arrangement(double size, List<List<Line>> columns, List<Double> widths) {}

    LegendPainter(Sheet sheet, LayoutItem.Legend item, FrameView view, Language language) {
        this.sheet = sheet;
        this.item = item;
        this.view = view;
        this.language = language;
    }

    void paint(List<LegendContents.Group> groups) {
        Box box = item.box();
        String heading = item.title().text(language);
        if (!heading.isEmpty()) {
            double height = Headings.paint(sheet, heading, item.style().size(), box);
            box = new Box(box.x(), box.y() + height, box.width(), Math.max(0, box.height() - height));
        }
        List<Line> lines = lines(groups);
        draw(arrange(lines, box), box);
    }

    private List<Line> lines(List<LegendContents.Group> groups) {
        List<Line> lines = new ArrayList<>();
        boolean behindGroup = false;
        for (LegendContents.Group group : groups) {
            boolean single = group.rows().size() == 1;
            if (!single) {
                lines.add(new Line(group.title(), null, "", false, false));
            }
            for (LegendContents.Row row : group.rows()) {
                String title = single ? group.title() : row.title();
                lines.add(new Line(title, row, numbers(row), !single, single && behindGroup));
            }
            behindGroup = !single;
        }
        return lines;
    }

    private String numbers(LegendContents.Row row) {
        NumberFormat format = NumberFormat.getInstance(language.locale());
        String count = row.count() < 0 ? "" : format.format(row.count());
        if (Double.isNaN(row.squareMetres())) {
            return count;
        }
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        String area = format.format(row.squareMetres() / 1e6) + " km²";
        return count.isEmpty() ? area : count + " · " + area;
    }

    /** Slightly smaller letters are better than a layer's entries torn apart, much smaller ones are not. */
    private Arrangement arrange(List<Line> lines, Box box) {
        double size = item.style().size();
        Arrangement whole = arrange(lines, box, true, Math.max(item.minimumSize(), size * TORN_BELOW));
        Arrangement found = whole != null ? whole : arrange(lines, box, false, item.minimumSize());
        if (found == null) {
            throw RiskMapException.of("print.legend-too-small", item.id(), lines.size());
        }
        return found;
    }

    /** The largest letters, and with them the fewest columns, that fit; null when none do. */
    private Arrangement arrange(List<Line> lines, Box box, boolean together, double smallest) {
        int from = item.columns() > 0 ? item.columns() : 1;
        int to = item.columns() > 0 ? item.columns() : MOST_COLUMNS;
        for (double size = item.style().size(); size >= smallest - 1e-9; size -= SIZE_STEP) {
            for (int columns = from; columns <= to; columns++) {
                Arrangement found = tryColumns(lines, columns, size, box, together);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The lines in so many columns, or null when they do not fit into the box. */
    private Arrangement tryColumns(List<Line> lines, int count, double size, Box box, boolean together) {
        double capacity = box.height();
        double total = lines.stream().mapToDouble(line -> height(line, size)).sum();
        // As even as the box allows: start from equal heights, and let columns grow until the last line finds room.
        for (double limit = total / count; limit <= capacity + 1e-6; limit += size * Sheet.POINT) {
            List<List<Line>> columns = fill(lines, count, size, limit, together);
            if (columns != null) {
                List<Double> widths =
                        columns.stream().map(column -> width(column, size)).toList();
                double needed = widths.stream().mapToDouble(Double::doubleValue).sum() + gap() * (columns.size() - 1);
                if (needed <= box.width()) {
                    return new Arrangement(size, columns, widths);
                }
            }
        }
        List<List<Line>> columns = fill(lines, count, size, capacity, together);
        if (columns == null) {
            return null;
        }
        List<Double> widths =
                columns.stream().map(column -> width(column, size)).toList();
        double needed = widths.stream().mapToDouble(Double::doubleValue).sum() + gap() * (columns.size() - 1);
        return needed <= box.width() ? new Arrangement(size, columns, widths) : null;
    }

    private static List<List<Line>> fill(List<Line> lines, int count, double size, double limit, boolean together) {
        List<List<Line>> columns = new ArrayList<>();
        List<Line> column = new ArrayList<>();
        double used = 0;
        for (int i = 0; i < lines.size(); i++) {
            double height = height(lines.get(i), size);
            // A heading does not stand alone at the foot of a column.
            double wanted = height;
            int end = together ? lines.size() : i + 2;
            for (int k = i + 1;
                    lines.get(i).isHeading() && k < end && lines.get(k).inGroup();
                    k++) {
                wanted += height(lines.get(k), size);
            }
            if (used + wanted > limit + 1e-6 && !column.isEmpty()) {
                columns.add(column);
                column = new ArrayList<>();
                used = 0;
            }
            column.add(lines.get(i));
            used += height;
            if (used > limit + 1e-6) {
                return null;
            }
        }
        if (!column.isEmpty()) {
            columns.add(column);
        }
        return columns.size() > count ? null : columns;
    }

    private static double height(Line line, double size) {
        return size * Sheet.POINT * ((line.isHeading() ? HEADING : ROW) + (line.apart() ? APART : 0));
    }

    private double width(List<Line> column, double size) {
        double letters = size * Sheet.POINT;
        TextStyle style = item.style().withSize(size);
        double widest = 0;
        for (Line line : column) {
            double width = line.isHeading()
                    ? Sheet.width(line.title(), style.withBold(true))
                    : (SWATCH_WIDTH + 0.7) * letters + Sheet.width(line.title(), style);
            if (!line.numbers().isEmpty()) {
                width += letters + Sheet.width(line.numbers(), style.withSize(size * 0.92));
            }
            widest = Math.max(widest, width);
        }
        return widest;
    }

    private double gap() {
        return COLUMN_GAP * item.style().size() * Sheet.POINT;
    }

    private void draw(Arrangement arrangement, Box box) {
        double spare = box.width()
                - gap() * (arrangement.columns().size() - 1)
                - arrangement.widths().stream().mapToDouble(Double::doubleValue).sum();
        double extra = spare / Math.max(1, arrangement.columns().size());
        double x = box.x();
        for (int i = 0; i < arrangement.columns().size(); i++) {
            double width = arrangement.widths().get(i) + extra;
            double y = box.y();
            for (Line line : arrangement.columns().get(i)) {
                double height = height(line, arrangement.size());
                double before = line.apart() ? APART * arrangement.size() * Sheet.POINT : 0;
                // at the head of a column nothing is above it
                y -= y == box.y() ? before : 0;
                drawLine(line, new Box(x, y + before, width, height - before), arrangement.size());
                y += height;
            }
            x += width + gap();
        }
    }

    private void drawLine(Line line, Box box, double size) {
        double letters = size * Sheet.POINT;
        TextStyle style = item.style().withSize(size);
        double baseline = box.centreY() + letters * Sheet.CAPITAL / 2;
        if (line.isHeading()) {
            sheet.text(line.title(), box.x(), baseline + letters * 0.12, style.withBold(true));
            return;
        }
        double width = SWATCH_WIDTH * letters;
        double height = SWATCH_HEIGHT * letters;
        swatch(line.row(), new Box(box.x(), box.centreY() - height / 2, width, height));
        sheet.text(line.title(), box.x() + width + 0.7 * letters, baseline, style);
        TextStyle numbers =
                style.withSize(size * 0.92).withAlign(TextStyle.Align.RIGHT).withColour("#52667a");
        if (!line.numbers().isEmpty()) {
            sheet.text(line.numbers(), box.right(), baseline, numbers);
        }
    }

    private void swatch(LegendContents.Row row, Box box) {
        Graphics2D graphics = (Graphics2D) sheet.graphics().create();
        double units = DeviceUnits.enter(graphics, box);
        Rectangle2D target = new Rectangle2D.Double(0, 0, box.width() * units, box.height() * units);
        graphics.clip(target);
        SymbolPainter.paint(
                row.entry(), target, graphics, units * 25.4 * view.item().magnification());
        graphics.dispose();
    }
}
