package riskmap.io.dxf;

import java.util.ArrayList;
import java.util.List;

/** An entity of a drawing as its tags say, before it becomes a shape. */
final class DxfEntity {
    final String type;
    String layer = "0";
    String handle = "";
    String name = "";
    final StringBuilder text = new StringBuilder();
    int color = 256;
    int flags;
    /** Codes 10, 20, 30: one position, or one for each vertex. */
    final List<double[]> positions = new ArrayList<>();
    /** Bulge of the segment behind each vertex. */
    final List<Double> bulges = new ArrayList<>();
    /** Codes 11, 21: the other end, or where a text is aligned. */
    double[] second;

    double elevation = Double.NaN;
    /** Codes 40 to 45 and 50, 51. */
    final double[] sizes = new double[6];

    double startAngle;
    double endAngle = 360;
    int columns = 1;
    int rows = 1;
    double extrusionZ = 1;

    DxfEntity(String type) {
        this.type = type;
        sizes[1] = 1;
        sizes[2] = 1;
    }

    boolean isClosed() {
        return (flags & 1) != 0;
    }

    /** Takes a tag over. */
    void take(int code, String value, String shown) {
        switch (code) {
            case 8 -> layer = shown.strip();
            case 5 -> handle = value;
            case 2 -> name = shown.strip();
            case 1, 3 -> text.append(shown);
            case 62 -> color = (int) number(value);
            case 70 -> {
                flags = (int) number(value);
                columns = Math.max(1, flags);
            }
            case 71 -> rows = Math.max(1, (int) number(value));
            case 10 -> {
                positions.add(new double[] {number(value), Double.NaN, Double.NaN});
                bulges.add(0.0);
            }
            case 20, 30 -> {
                if (!positions.isEmpty()) {
                    positions.get(positions.size() - 1)[code / 10 - 1] = number(value);
                }
            }
            case 11 -> second = new double[] {number(value), Double.NaN, Double.NaN};
            case 21, 31 -> {
                if (second != null) {
                    second[code / 10 - 1] = number(value);
                }
            }
            case 38 -> elevation = number(value);
            case 40, 41, 42, 43, 44, 45 -> size(code, number(value));
            case 50 -> startAngle = number(value);
            case 51 -> endAngle = number(value);
            case 230 -> extrusionZ = number(value);
            default -> {
                // styles, line types and what the map has no use for
            }
        }
    }

    private void size(int code, double value) {
        sizes[code - 40] = value;
        if (code == 42 && !bulges.isEmpty()) {
            bulges.set(bulges.size() - 1, value);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
