package riskmap.render;

import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The shapes of well-known marks, of height 1 around (0, 0), y downwards. */
final class Marks {
    private static final Map<String, Shape> SHAPES = new ConcurrentHashMap<>();

    private Marks() {}

    /** The name this program knows a mark by: QGIS writes hatches without their prefix. */
    static String known(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "horline", "vertline", "slash", "backslash" -> "shape://" + plain;
            case "equilateral_triangle" -> "triangle";
            case "cross_fill" -> "cross";
            default -> plain;
        };
    }

    /** Whether the mark is made of lines only and has no inside. */
    static boolean open(String name) {
        return switch (name) {
            case "shape://vertline",
                    "shape://horline",
                    "shape://slash",
                    "shape://backslash",
                    "shape://plus",
                    "shape://times",
                    "shape://oarrow",
                    "line",
                    "arrowhead",
                    "cross2" -> true;
            default -> false;
        };
    }

    /** Whether the mark is a hatch: lines that go on through the neighbouring tiles. */
    static boolean hatch(String name) {
        return switch (name) {
            case "shape://vertline",
                    "shape://horline",
                    "shape://slash",
                    "shape://backslash",
                    "shape://plus",
                    "shape://times",
                    "line" -> true;
            default -> false;
        };
    }

    static Shape shape(String name) {
        return SHAPES.computeIfAbsent(name, Marks::make);
    }

    private static Shape make(String name) {
        return switch (name) {
            case "circle" -> new Ellipse2D.Double(-0.5, -0.5, 1, 1);
            case "triangle" -> polygon(3, 0.5, 0.5);
            case "diamond" -> polygon(4, 0.5, 0.5);
            case "pentagon" -> polygon(5, 0.5, 0.5);
            case "hexagon" -> polygon(6, 0.5, 0.5);
            case "octagon" -> polygon(8, 0.5, 0.5);
            case "decagon" -> polygon(20, 0.5, 0.475528);
            case "star_diamond" ->
                lines(true, 0, -0.5, 0.12, -0.12, 0.5, 0, 0.12, 0.12, 0, 0.5, -0.12, 0.12, -0.5, 0, -0.12, -0.12);
            case "semi_circle" -> new Arc2D.Double(-0.5, -0.5, 1, 1, 0, 180, Arc2D.CHORD);
            case "third_circle" -> new Arc2D.Double(-0.5, -0.5, 1, 1, 90, 120, Arc2D.PIE);
            case "quarter_circle" -> new Arc2D.Double(-0.5, -0.5, 1, 1, 90, 90, Arc2D.PIE);
            case "diagonal_half_square" -> lines(true, -0.5, -0.5, 0.5, 0.5, -0.5, 0.5);
            case "left_half_triangle" -> lines(true, 0, -0.5, 0.5, 0.5, 0, 0.5);
            case "right_half_triangle" -> lines(true, 0, -0.5, 0, 0.5, -0.5, 0.5);
            case "square_with_corners" ->
                lines(true, -0.3, -0.5, 0.3, -0.5, 0.5, -0.3, 0.5, 0.3, 0.3, 0.5, -0.3, 0.5, -0.5, 0.3, -0.5, -0.3);
            case "filled_arrowhead" -> lines(true, -0.5, -0.5, 0, 0, -0.5, 0.5);
            case "arrowhead" -> lines(false, -0.5, -0.5, 0, 0, -0.5, 0.5);
            case "half_square" -> lines(true, -0.5, -0.5, 0, -0.5, 0, 0.5, -0.5, 0.5);
            case "trapezium" -> lines(true, -0.25, -0.5, 0.25, -0.5, 0.5, 0.5, -0.5, 0.5);
            case "star" -> polygon(10, 0.5, 0.19);
            case "cross" -> cross(false);
            case "x" -> cross(true);
            case "arrow", "shape://carrow" -> lines(true, -0.5, -0.3, 0.5, 0, -0.5, 0.3);
            case "shape://oarrow" -> lines(false, -0.5, -0.3, 0.5, 0, -0.5, 0.3);
            case "shape://vertline", "line" -> lines(false, 0, -0.5, 0, 0.5);
            case "shape://horline" -> lines(false, -0.5, 0, 0.5, 0);
            case "shape://slash" -> lines(false, -0.5, 0.5, 0.5, -0.5);
            case "shape://backslash" -> lines(false, -0.5, -0.5, 0.5, 0.5);
            case "shape://dot" -> new Ellipse2D.Double(-0.125, -0.125, 0.25, 0.25);
            case "shape://plus" -> both(lines(false, -0.5, 0, 0.5, 0), lines(false, 0, -0.5, 0, 0.5));
            case "shape://times", "cross2" ->
                both(lines(false, -0.5, -0.5, 0.5, 0.5), lines(false, -0.5, 0.5, 0.5, -0.5));
            default -> new Rectangle2D.Double(-0.5, -0.5, 1, 1);
        };
    }

    private static Path2D polygon(int corners, double outer, double inner) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double radius = i % 2 == 0 || corners < 10 ? outer : inner;
            double angle = -Math.PI / 2 + 2 * Math.PI * i / corners;
            double x = radius * Math.cos(angle);
            double y = radius * Math.sin(angle);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    private static Path2D cross(boolean turned) {
        double w = 0.13;
        double[] corners = {
            -w, -0.5, w, -0.5, w, -w, 0.5, -w, 0.5, w, w, w, w, 0.5, -w, 0.5, -w, w, -0.5, w, -0.5, -w, -w, -w
        };
        Path2D path = lines(true, corners);
        if (turned) {
            path.transform(java.awt.geom.AffineTransform.getRotateInstance(Math.PI / 4));
        }
        return path;
    }

    private static Path2D lines(boolean close, double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        if (close) {
            path.closePath();
        }
        return path;
    }

    private static Path2D both(Path2D one, Path2D other) {
        one.append(other, false);
        return one;
    }
}
