package riskmap.report;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import riskmap.map.TextStyle;
import riskmap.print.Sheet;

/**
 * Text broken into lines: between Chinese characters (never before closing punctuation), otherwise between words; a word
 * longer than a line is broken where it must.
 */
final class LineBreaks {
    private LineBreaks() {}

    /**
     * The lines of a text.
     *
     * @param first width of the first line in millimetres, which may be indented
     * @param width of the others
     */
    static List<String> of(String text, TextStyle style, double first, double width) {
        List<String> lines = new ArrayList<>();
        double room = first;
        for (String paragraph : text.split("\n", -1)) {
            room = paragraph(paragraph, style, room, width, lines);
        }
        return lines;
    }

    static List<String> of(String text, TextStyle style, double width) {
        return of(text, style, width, width);
    }

    private static double paragraph(String text, TextStyle style, double first, double width, List<String> lines) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINESE);
        breaks.setText(text);
        double room = first;
        StringBuilder line = new StringBuilder();
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String word = text.substring(start, end);
            start = end;
            if (Sheet.width((line + word).stripTrailing(), style) <= room) {
                line.append(word);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                room = width;
            }
            int before = lines.size();
            line.append(pieces(word, style, room, width, lines));
            room = lines.size() > before ? width : room;
        }
        lines.add(line.toString().stripTrailing());
        return width;
    }

    /** A word longer than a line in pieces of a line each; the last piece is given back. */
    private static String pieces(String word, TextStyle style, double room, double width, List<String> lines) {
        String rest = word;
        double line = room;
        while (Sheet.width(rest.stripTrailing(), style) > line) {
            int fits = 0;
            int next = rest.offsetByCodePoints(0, 1);
            while (next <= rest.length() && Sheet.width(rest.substring(0, next), style) <= line) {
                fits = next;
                next = next < rest.length() ? rest.offsetByCodePoints(next, 1) : rest.length() + 1;
            }
            int cut = fits == 0 ? rest.offsetByCodePoints(0, 1) : fits;
            if (cut >= rest.length()) {
                return rest;
            }
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut);
            line = width;
        }
        return rest;
    }
}
