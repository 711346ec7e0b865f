package riskmap.print;

import java.util.ArrayList;
import java.util.List;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.map.Box;
import riskmap.map.LayoutItem;
import riskmap.map.TextStyle;

/** Draws what a map must say about itself: a label and a text for every entry that has something to say. */
final class MarginaliaPainter {
    private static final double SIZE_STEP = 0.25;
    private static final double MINIMUM_SIZE = 4.5;
    private static final double COLUMN_GAP = 5;
    /** Space between entries as a share of the font size. */
    private static final double ENTRY_GAP = 0.35;

    private MarginaliaPainter() {}

    /** A label and its text, broken into lines. */
    private record Entry(String label, TextBlock text, double height) {}

    static void paint(Sheet sheet, LayoutItem.Marginalia item, Fields fields, Language language) {
        Box box = item.box();
        double width = (box.width() - COLUMN_GAP * (item.columns() - 1)) / item.columns();
        for (double size = item.style().size(); size >= MINIMUM_SIZE; size -= SIZE_STEP) {
            TextStyle style = item.style().withSize(size);
            double labels = labelWidth(item, fields, language, style);
            List<Entry> entries = entries(item, fields, language, style, width - labels);
            List<List<Entry>> columns = columns(entries, item.columns(), box.height());
            if (columns != null) {
                double x = box.x();
                for (List<Entry> column : columns) {
                    draw(sheet, column, new Box(x, box.y(), width, box.height()), labels, style);
                    x += width + COLUMN_GAP;
                }
                return;
            }
        }
        throw RiskMapException.of("print.text-too-long", item.id());
    }

    private static double labelWidth(LayoutItem.Marginalia item, Fields fields, Language language, TextStyle style) {
        double widest = 0;
        for (String name : item.entries()) {
            if (!fields.known(name, item.id()).isEmpty()) {
                widest = Math.max(widest, Sheet.width(label(name, language), style.withBold(true)));
            }
        }
        return widest + style.size() * Sheet.POINT * 0.6;
    }

    private static List<Entry> entries(
            LayoutItem.Marginalia item, Fields fields, Language language, TextStyle style, double width) {
        List<Entry> entries = new ArrayList<>();
        for (String name : item.entries()) {
            String text = fields.known(name, item.id());
            if (!text.isEmpty()) {
                TextBlock block = TextBlock.of(text, style, width);
                double gap = style.size() * Sheet.POINT * ENTRY_GAP;
                entries.add(
                        new Entry(label(name, language), block, block.lines().size() * block.lineHeight() + gap));
            }
        }
        return entries;
    }

    /** The entries in columns, or null when they need more room. */
    private static List<List<Entry>> columns(List<Entry> entries, int count, double height) {
        double total = entries.stream().mapToDouble(Entry::height).sum();
        for (double limit = total / count; limit <= height; limit += height / 40) {
            List<List<Entry>> columns = new ArrayList<>();
            List<Entry> column = new ArrayList<>();
            double used = 0;
            for (Entry entry : entries) {
                if (used + entry.height() > limit + 0.01 && !column.isEmpty()) {
                    columns.add(column);
                    column = new ArrayList<>();
                    used = 0;
                }
                column.add(entry);
                used += entry.height();
            }
            columns.add(column);
            boolean fits = columns.size() <= count
                    && columns.stream()
                            .allMatch(one ->
                                    one.stream().mapToDouble(Entry::height).sum() <= height);
            if (fits) {
                return columns;
            }
        }
        return null;
    }

    private static void draw(Sheet sheet, List<Entry> entries, Box box, double labels, TextStyle style) {
        double y = box.y();
        double letters = style.size() * Sheet.POINT;
        for (Entry entry : entries) {
            sheet.text(entry.label(), box.x(), y + letters * Sheet.ASCENT, style.withBold(true));
            entry.text().draw(sheet, new Box(box.x() + labels, y, Math.max(0, box.width() - labels), entry.height()));
            y += entry.height();
        }
    }

    /** What an entry is called: the text {@code print.entry-<name>}. */
    private static String label(String name, Language language) {
        return Message.of("print.entry-" + name).text(language);
    }
}
