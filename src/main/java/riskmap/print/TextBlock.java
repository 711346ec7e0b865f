package riskmap.print;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import riskmap.map.Box;
import riskmap.map.TextStyle;

/**
 * Text broken into lines of a given width: between Chinese characters (never before closing punctuation), otherwise
 * between words.
 *
 * @param lines the lines
 * @param style how they look
 */
record TextBlock(List<String> lines, TextStyle style) {
    /** Breaks a text; its own line feeds stay. */
    static TextBlock of(String text, TextStyle style, double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            breakLines(paragraph, style, width, lines);
        }
        return new TextBlock(List.copyOf(lines), style);
    }

    /** Height of one line in millimetres. */
    double lineHeight() {
        return style.size() * Sheet.POINT * style.leading();
    }

    /** Height of all lines in millimetres. */
    double height() {
        double letters = style.size() * Sheet.POINT;
        return lines.isEmpty() ? 0 : (lines.size() - 1) * lineHeight() + letters;
    }

    /** Width of the longest line in millimetres. */
    double width() {
        return lines.stream()
                .mapToDouble(line -> Sheet.width(line, style))
                .max()
                .orElse(0);
    }

    boolean fits(Box box) {
        return height() <= box.height() + 0.01 && width() <= box.width() + 0.01;
    }

    /** Draws the lines in a box, aligned as the style says. */
    void draw(Sheet sheet, Box box) {
        double letters = style.size() * Sheet.POINT;
        double top =
                switch (style.vertical()) {
                    case TOP -> box.y();
                    case MIDDLE -> box.centreY() - height() / 2;
                    case BOTTOM -> box.bottom() - height();
                };
        double x =
                switch (style.align()) {
                    case LEFT -> box.x();
                    case CENTRE -> box.centreX();
                    case RIGHT -> box.right();
                };
        for (int i = 0; i < lines.size(); i++) {
            double baseline = top + i * lineHeight() + letters * Sheet.ASCENT;
            sheet.text(lines.get(i), x, baseline, style);
        }
    }

    private static void breakLines(String text, TextStyle style, double width, List<String> lines) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINESE);
        breaks.setText(text);
        int start = 0;
        int fitting = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (fitting > start && Sheet.width(text.substring(start, end).stripTrailing(), style) > width) {
                lines.add(text.substring(start, fitting).stripTrailing());
                start = fitting;
            }
            fitting = end;
        }
        lines.add(text.substring(start).stripTrailing());
    }
}
