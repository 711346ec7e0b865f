package riskmap.print;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Operators of a PDF content stream, written straight to its bytes. Coordinates are points with two decimals (0.0035 mm);
 * points that fall on the one before are left out. The page's y axis points down: the stream begins with the flip.
 */
final class PdfContent {
    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream target;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int used;

    PdfContent(OutputStream target) {
        this.target = target;
    }

    /** Writes an operator or other plain text, followed by a line feed. */
    PdfContent operator(String text) {
        raw(text);
        put('\n');
        return this;
    }

    /** Writes plain text. */
    PdfContent raw(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (byte one : bytes) {
            put(one);
        }
        return this;
    }

    /** Writes a number with two decimals at most, and a space. */
    PdfContent number(double value) {
        return hundredths(Math.round(value * 100));
    }

    /** Writes a number with five decimals at most (matrices, colours), and a space. */
    PdfContent exact(double value) {
        long scaled = Math.round(value * 100_000);
        if (scaled % 1000 == 0) {
            return hundredths(scaled / 1000);
        }
        String text =
                java.math.BigDecimal.valueOf(scaled, 5).stripTrailingZeros().toPlainString();
        return raw(text).raw(" ");
    }

    /** Writes a colour as a palette has it and the operator: {@code rg}, {@code k} or {@code g}, for lines in capitals. */
    void colour(Color colour, InkPalette palette, boolean line) {
        switch (palette) {
            case SCREEN -> {
                exact(colour.getRed() / 255.0);
                exact(colour.getGreen() / 255.0);
                exact(colour.getBlue() / 255.0);
                operator(line ? "RG" : "rg");
            }
            case CMYK -> {
                for (double share : InkPalette.inks(colour.getRGB())) {
                    exact(share);
                }
                operator(line ? "K" : "k");
            }
            case BLACK -> {
                exact((palette.seen(colour.getRGB()) & 255) / 255.0);
                operator(line ? "G" : "g");
            }
        }
    }

    void matrix(AffineTransform matrix, String operator) {
        double[] m = new double[6];
        matrix.getMatrix(m);
        for (int i = 0; i < 4; i++) {
            exact(m[i]);
        }
        number(m[4]);
        number(m[5]);
        operator(operator);
    }

    /** Writes bytes as a hexadecimal string. */
    PdfContent hexadecimal(byte[] bytes) {
        put('<');
        for (byte one : bytes) {
            put("0123456789ABCDEF".charAt((one >> 4) & 15));
            put("0123456789ABCDEF".charAt(one & 15));
        }
        put('>');
        return this;
    }

    /**
     * Writes the segments of a shape.
     *
     * @return the winding rule, or −1 when the shape has no segment
     */
    int path(Shape shape) {
        PathIterator segments = shape.getPathIterator(null);
        double[] c = new double[6];
        long lastX = Long.MIN_VALUE;
        long lastY = Long.MIN_VALUE;
        boolean any = false;
        for (; !segments.isDone(); segments.next()) {
            int kind = segments.currentSegment(c);
            int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
            long x = Math.round(c[last] * 100);
            long y = Math.round(c[last + 1] * 100);
            boolean same = x == lastX && y == lastY;
            switch (kind) {
                case PathIterator.SEG_MOVETO -> hundredths(x).hundredths(y).operator("m");
                case PathIterator.SEG_LINETO -> {
                    if (same) {
                        continue;
                    }
                    hundredths(x).hundredths(y).operator("l");
                }
                case PathIterator.SEG_QUADTO -> quadratic(c, lastX / 100.0, lastY / 100.0);
                case PathIterator.SEG_CUBICTO -> {
                    for (int i = 0; i < 6; i++) {
                        number(c[i]);
                    }
                    operator("c");
                }
                default -> {
                    operator("h");
                    continue;
                }
            }
            any = true;
            lastX = x;
            lastY = y;
        }
        return any ? segments.getWindingRule() : -1;
    }

    /** Flushes and ends the stream. */
    void close() {
        try {
            target.write(buffer, 0, used);
            used = 0;
            target.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void quadratic(double[] c, double x, double y) {
        number(x + 2.0 / 3 * (c[0] - x));
        number(y + 2.0 / 3 * (c[1] - y));
        number(c[2] + 2.0 / 3 * (c[0] - c[2]));
        number(c[3] + 2.0 / 3 * (c[1] - c[3]));
        number(c[2]);
        number(c[3]);
        operator("c");
    }

    private PdfContent hundredths(long value) {
        long rest = value;
        if (rest < 0) {
            put('-');
            rest = -rest;
        }
        whole(rest / 100);
        int decimals = (int) (rest % 100);
        if (decimals != 0) {
            put('.');
            put('0' + decimals / 10);
            if (decimals % 10 != 0) {
                put('0' + decimals % 10);
            }
        }
        put(' ');
        return this;
    }

    private void whole(long value) {
        if (value >= 10) {
            whole(value / 10);
        }
        put((int) ('0' + value % 10));
    }

    private void put(int one) {
        if (used == BUFFER_BYTES) {
            try {
                target.write(buffer, 0, used);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            used = 0;
        }
        buffer[used++] = (byte) one;
    }
}
