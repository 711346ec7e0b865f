package riskmap.print;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.map.Box;
import riskmap.map.LayoutItem;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;

/**
 * Draws a table of results. Headings of two lines share the first line with their neighbours; numbers stand right, with
 * thousands separators; every second row is shaded; the total ends it. Letters shrink until it fits, else it says so.
 */
final class TablePainter {
    private static final double SIZE_STEP = 0.25;
    /** Least and greatest height of a row as a multiple of the font size. */
    private static final double ROW = 1.6;

    private static final double ROOMY = 2.3;
    private static final double PADDING = 0.45;
    private static final String INK = "#12304a";
    private static final String SHADE = "#eef3f7";
    private static final String TOTAL = "#dde7ee";

    private final Sheet sheet;
    private final LayoutItem.ResultTable item;
    private final Language language;

    /** A column ready to draw: heading lines and cells as text. */
    private record Column(String group, String title, boolean number, List<String> cells, String total) {}

    TablePainter(Sheet sheet, LayoutItem.ResultTable item, Language language) {
        this.sheet = sheet;
        this.item = item;
        this.language = language;
    }

    void paint(Table table, Fields fields) {
        Box box = item.box();
        String heading = fields.fill(item.title().text(language), item.id());
        if (!heading.isEmpty()) {
            double height = Headings.paint(sheet, heading, item.style().size(), box);
            box = new Box(box.x(), box.y() + height, box.width(), Math.max(0, box.height() - height));
        }
        List<Column> columns = columns(table);
        for (double size = item.style().size(); size >= item.minimumSize() - 1e-9; size -= SIZE_STEP) {
            double letters = size * Sheet.POINT;
            double[] widths = widths(columns, size);
            double width = 0;
            for (double one : widths) {
                width += one;
            }
            double rows = table.rows().size() + (item.total() ? 1 : 0) + (hasGroups(columns) ? 2 : 1.15);
            if (width <= box.width() + 0.01 && rows * letters * ROW <= box.height() + 0.01) {
                spread(widths, box.width() - width);
                double row = Math.min(ROOMY, box.height() / rows / letters) * letters;
                draw(columns, widths, box, size, row, table.rows().size());
                return;
            }
        }
        throw RiskMapException.of(
                "print.table-too-small", item.id(), table.rows().size(), columns.size());
    }

    private List<Column> columns(Table table) {
        List<Column> result = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Table.Column column = table.columns().get(i);
            if (!item.columns().isEmpty() && !item.columns().contains(column.key())) {
                continue;
            }
            String[] title = column.title().text(language).split("\n", 2);
            List<String> cells = new ArrayList<>();
            boolean number = false;
            double sum = 0;
            for (List<Object> row : table.rows()) {
                Object value = row.get(i);
                cells.add(cell(value, column.decimals()));
                if (value instanceof Number amount) {
                    number = true;
                    sum += amount.doubleValue();
                }
            }
            String total = number ? cell(sum, column.decimals()) : result.isEmpty() ? totalTitle() : "";
            result.add(new Column(
                    title.length == 2 ? title[0] : "", title[title.length - 1], number, List.copyOf(cells), total));
        }
        if (result.isEmpty()) {
            throw RiskMapException.of("print.table-no-columns", item.id(), table.id());
        }
        return result;
    }

    private String totalTitle() {
        return Message.of("print.total").text(language);
    }

    private String cell(Object value, int decimals) {
        if (value == null) {
            return "–";
        } else if (value instanceof Number number) {
            NumberFormat format = NumberFormat.getInstance(language.locale());
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(decimals);
            format.setRoundingMode(java.math.RoundingMode.HALF_UP);
            return format.format(number.doubleValue());
        }
        return value instanceof Message message ? message.text(language) : value.toString();
    }

    private static boolean hasGroups(List<Column> columns) {
        return columns.stream().anyMatch(column -> !column.group().isEmpty());
    }

    private double[] widths(List<Column> columns, double size) {
        TextStyle style = item.style().withSize(size);
        double padding = 2 * PADDING * size * Sheet.POINT;
        double[] widths = new double[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            double width = Sheet.width(column.title(), style.withBold(true));
            for (String cell : column.cells()) {
                width = Math.max(width, Sheet.width(cell, style));
            }
            if (item.total()) {
                width = Math.max(width, Sheet.width(column.total(), style.withBold(true)));
            }
            widths[i] = width + padding;
        }
        for (int i = 0; i < widths.length; i = groupEnd(columns, i)) {
            int end = groupEnd(columns, i);
            double needed = Sheet.width(columns.get(i).group(), style.withBold(true)) + padding;
            double have = 0;
            for (int k = i; k < end; k++) {
                have += widths[k];
            }
            for (int k = i; k < end && have < needed; k++) {
                widths[k] += (needed - have) / (end - i);
            }
        }
        return widths;
    }

    private static int groupEnd(List<Column> columns, int start) {
        String group = columns.get(start).group();
        int end = start + 1;
        while (!group.isEmpty()
                && end < columns.size()
                && columns.get(end).group().equals(group)) {
            end++;
        }
        return end;
    }

    private static void spread(double[] widths, double spare) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] += Math.max(0, spare) / widths.length;
        }
    }

    private void draw(List<Column> columns, double[] widths, Box box, double size, double row, int rows) {
        double headings = row * (hasGroups(columns) ? 2 : 1.15);
        double width = box.width();
        sheet.fill(new Box(box.x(), box.y(), width, headings), INK);
        for (int i = 1; i < rows; i += 2) {
            sheet.fill(new Box(box.x(), box.y() + headings + i * row, width, row), SHADE);
        }
        double bottom = box.y() + headings + rows * row;
        if (item.total()) {
            sheet.fill(new Box(box.x(), bottom, width, row), TOTAL);
            sheet.line(box.x(), bottom, box.right(), bottom, new LineStyle(INK, 0.2, null));
            bottom += row;
        }
        sheet.line(box.x(), bottom, box.right(), bottom, new LineStyle(INK, 0.3, null));
        double x = box.x();
        for (int i = 0; i < widths.length; i++) {
            drawColumn(columns.get(i), new Box(x, box.y(), widths[i], headings), size, row, hasGroups(columns));
            if (groupStart(columns, i)) {
                double groupWidth = 0;
                for (int k = i; k < groupEnd(columns, i); k++) {
                    groupWidth += widths[k];
                }
                drawGroup(columns.get(i).group(), new Box(x, box.y(), groupWidth, row), size);
            }
            x += widths[i];
        }
    }

    private static boolean groupStart(List<Column> columns, int i) {
        String group = columns.get(i).group();
        return !group.isEmpty() && (i == 0 || !columns.get(i - 1).group().equals(group));
    }

    private void drawGroup(String title, Box box, double size) {
        double padding = PADDING * size * Sheet.POINT;
        TextStyle style = headingStyle(size).withAlign(TextStyle.Align.CENTRE);
        sheet.text(title, box.centreX(), baseline(box.y(), box.height(), size), style);
        sheet.line(
                box.x() + padding,
                box.bottom(),
                box.right() - padding,
                box.bottom(),
                new LineStyle("#ffffff80", 0.12, null));
    }

    private void drawColumn(Column column, Box head, double size, double row, boolean groups) {
        double padding = PADDING * size * Sheet.POINT;
        TextStyle.Align align = column.number() ? TextStyle.Align.RIGHT : TextStyle.Align.LEFT;
        double x = column.number() ? head.right() - padding : head.x() + padding;
        boolean second = groups && !column.group().isEmpty();
        double top = second ? head.y() + row : head.y();
        double height = second ? row : head.height();
        sheet.text(
                column.title(),
                x,
                baseline(top, height, size),
                headingStyle(size).withAlign(align));
        TextStyle style = item.style().withSize(size).withAlign(align);
        double y = head.bottom();
        for (String cell : column.cells()) {
            sheet.text(cell, x, baseline(y, row, size), style);
            y += row;
        }
        if (item.total()) {
            sheet.text(column.total(), x, baseline(y, row, size), style.withBold(true));
        }
    }

    private TextStyle headingStyle(double size) {
        return item.style().withSize(size).withBold(true).withColour("#ffffff");
    }

    private static double baseline(double top, double height, double size) {
        return top + height / 2 + size * Sheet.POINT * Sheet.CAPITAL / 2;
    }
}
