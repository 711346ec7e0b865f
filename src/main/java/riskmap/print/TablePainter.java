package riskmap.print;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.base.UnitText;
import riskmap.data.Table;
import riskmap.map.Box;
import riskmap.map.LayoutItem;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;

/**
 * Draws a table of results. Headings of two lines share the first line with their neighbours; numbers stand right, with
 * thousands separators; every second row is shaded; the total ends it. A unit stands behind the heading or, where that
 * is too wide, below it. Letters shrink until it fits, else it says so.
 */
final class TablePainter {
    private static final double SIZE_STEP = 0.25;
    /** Least and greatest height of a row as a multiple of the font size. */
    private static final double ROW = 1.6;

    private static final double ROOMY = 2.3;
    /** Height of a line of units as a share of a row. */
    private static final double UNIT_ROW = 0.75;

    private static final double PADDING = 0.45;
    private static final String INK = "#12304a";
    private static final String SHADE = "#eef3f7";
    private static final String TOTAL = "#dde7ee";

    private final Sheet sheet;
    private final LayoutItem.ResultTable item;
    private final Language language;

    /** A column ready to draw: heading lines and cells as text. */
    private record Column(String group, String title, String unit, boolean number, List<String> cells, String total) {
        /** The same with the unit behind the heading. */
        Column joined() {
            return new Column(group, unit.isEmpty() ? title : title + " " + unit, "", number, cells, total);
        }

        Column withoutUnit() {
            return new Column(group, title, "", number, cells, total);
        }
    }

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
        List<Column> joined = columns.stream().map(Column::joined).toList();
        List<Column> bare = columns.stream().map(Column::withoutUnit).toList();
        int count = table.rows().size();
        if (largest(List.of(joined, columns), box, count) || largest(List.of(bare), box, count)) {
            return;
        }
        throw RiskMapException.of(
                "print.table-too-small", item.id(), table.rows().size(), columns.size());
    }

    /** Draws the table with the largest letters that one of its forms fits with; false where none does. */
    private boolean largest(List<List<Column>> forms, Box box, int count) {
        for (double size = item.style().size(); size >= item.minimumSize() - 1e-9; size -= SIZE_STEP) {
            for (List<Column> form : forms) {
                if (fits(form, size, box, count)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Draws the table with letters of a size where it fits into the box. */
    private boolean fits(List<Column> columns, double size, Box box, int count) {
        double letters = size * Sheet.POINT;
        double[] widths = widths(columns, size);
        double width = 0;
        for (double one : widths) {
            width += one;
        }
        double rows = count + (item.total() ? 1 : 0) + headingRows(columns);
        if (width > box.width() + 0.01 || rows * letters * ROW > box.height() + 0.01) {
            return false;
        }
        spread(widths, box.width() - width);
        double row = Math.min(ROOMY, box.height() / rows / letters) * letters;
        draw(columns, widths, box, size, row, count);
        return true;
    }

    /** Height of the headings in rows. */
    private static double headingRows(List<Column> columns) {
        return (hasGroups(columns) ? 2 : 1.15) + (hasUnits(columns) ? UNIT_ROW : 0);
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
                    title.length == 2 ? title[0] : "",
                    title[title.length - 1],
                    unit(column),
                    number,
                    List.copyOf(cells),
                    total));
        }
        if (result.isEmpty()) {
            throw RiskMapException.of("print.table-no-columns", item.id(), table.id());
        }
        return result;
    }

    /** The unit in brackets; nothing where there is none or the heading ends in it or has it in brackets. */
    private String unit(Table.Column column) {
        String unit = UnitText.of(column.unit(), language);
        String title = column.title().text(language);
        boolean said = Stream.of("(%s)", "（%s）", "，%s）", ", %s)", "/%s)", "/%s）")
                        .anyMatch(form -> title.contains(String.format(Locale.ROOT, form, unit)))
                || title.endsWith(" " + unit)
                || Stream.of(title.split("\n")).anyMatch(unit::equals);
        return unit.isEmpty() || said ? "" : "(" + unit + ")";
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

    private static boolean hasUnits(List<Column> columns) {
        return columns.stream().anyMatch(column -> !column.unit().isEmpty());
    }

    private double[] widths(List<Column> columns, double size) {
        TextStyle style = item.style().withSize(size);
        double padding = 2 * PADDING * size * Sheet.POINT;
        double[] widths = new double[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            double width = Math.max(
                    Sheet.width(column.title(), style.withBold(true)),
                    Sheet.width(column.unit(), style.withBold(true)));
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
        double headings = row * headingRows(columns);
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
        double unit = column.unit().isEmpty() ? 0 : row * UNIT_ROW;
        double height = head.bottom() - top - unit;
        if (unit > 0) {
            sheet.text(
                    column.unit(),
                    x,
                    baseline(top + height, unit - row * 0.1, size),
                    headingStyle(size).withAlign(align));
        }
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
