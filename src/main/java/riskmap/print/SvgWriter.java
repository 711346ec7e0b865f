package riskmap.print;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import riskmap.map.PageSize;

/** The text of an SVG file: elements, numbers with two decimals, clip paths written once each. User units are points. */
final class SvgWriter {
    private final Writer writer;
    private final Map<String, String> clips = new HashMap<>();

    SvgWriter(Writer writer, PageSize page, String title) {
        this.writer = writer;
        raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" ");
        raw("width=\"" + number(page.width()) + "mm\" height=\"" + number(page.height()) + "mm\" viewBox=\"0 0 ");
        raw(number(page.width() / Sheet.POINT) + " " + number(page.height() / Sheet.POINT) + "\">\n");
        raw("<title>" + escape(title) + "</title>\n");
    }

    void raw(String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The attribute that clips to a shape of the page; empty for none. */
    String clip(Shape shape) {
        if (shape == null) {
            return "";
        }
        String path = path(shape);
        String id = clips.get(path);
        if (id == null) {
            id = "c" + clips.size();
            clips.put(path, id);
            raw("<clipPath id=\"" + id + "\"><path d=\"" + path + "\"/></clipPath>\n");
        }
        return " clip-path=\"url(#" + id + ")\"";
    }

    void close() {
        raw("</svg>\n");
    }

    /** The path data of a shape. */
    static String path(Shape shape) {
        StringBuilder text = new StringBuilder();
        PathIterator segments = shape.getPathIterator(null);
        double[] c = new double[6];
        for (; !segments.isDone(); segments.next()) {
            int kind = segments.currentSegment(c);
            int numbers =
                    switch (kind) {
                        case PathIterator.SEG_CUBICTO -> 6;
                        case PathIterator.SEG_QUADTO -> 4;
                        case PathIterator.SEG_CLOSE -> 0;
                        default -> 2;
                    };
            text.append("MLQCZ".charAt(kind));
            for (int i = 0; i < numbers; i++) {
                text.append(i == 0 ? "" : " ").append(number(c[i]));
            }
        }
        return text.toString();
    }

    /** A number with two decimals at most. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        String sign = hundredths < 0 ? "-" : "";
        long rest = Math.abs(hundredths) % 100;
        String decimals = rest % 10 == 0 ? "" + rest / 10 : (rest < 10 ? "0" : "") + rest;
        return sign + Math.abs(hundredths) / 100 + "." + decimals;
    }

    /** Text as XML carries it; characters that XML does not allow are left out. */
    static String escape(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> result.append("&amp;");
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '"' -> result.append("&quot;");
                default -> {
                    if (point >= 0x20 || point == '\n' || point == '\t') {
                        result.appendCodePoint(point);
                    }
                }
            }
        });
        return result.toString();
    }
}
