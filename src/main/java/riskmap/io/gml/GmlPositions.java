package riskmap.io.gml;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import riskmap.io.XmlPull;

/** Positions in the ways GML writes them: {@code posList}, {@code pos}, {@code coordinates}, {@code coord}. */
final class GmlPositions {
    private static final String BLANK = " \t\r\n";
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final int dimension;
    private final List<Coordinate> list = new ArrayList<>();

    /** @param dimension numbers of a position, 0 where the geometry does not say */
    GmlPositions(int dimension) {
        this.dimension = dimension;
    }

    void add(Coordinate at) {
        list.add(at);
    }

    List<Coordinate> list() {
        return list;
    }

    /**
     * Takes the element that has just begun, to its end.
     *
     * @throws IllegalArgumentException when it holds no positions
     */
    void take(XmlPull xml) {
        switch (xml.name()) {
            case "pos" -> position(numbers(xml.text()));
            case "posList" -> {
                String own = xml.attribute("srsDimension");
                own = own == null ? xml.attribute("dimension") : own;
                positions(numbers(xml.text()), own == null ? dimension : Integer.parseInt(own.strip()));
            }
            case "coordinates" -> coordinates(xml);
            case "coord" -> coord(xml);
            default -> throw new IllegalArgumentException(xml.name());
        }
    }

    private void positions(double[] numbers, int stated) {
        int size = numbers.length;
        int each = stated > 0 ? stated : size % 2 != 0 && size % 3 == 0 ? 3 : 2;
        if (each < 2 || each > 3 || size % each != 0) {
            throw new IllegalArgumentException("posList: " + size + " / " + each);
        }
        for (int i = 0; i < size; i += each) {
            list.add(
                    each == 3
                            ? new Coordinate(numbers[i], numbers[i + 1], numbers[i + 2])
                            : new Coordinate(numbers[i], numbers[i + 1]));
        }
    }

    private void position(double[] numbers) {
        positions(numbers, numbers.length == 3 ? 3 : 2);
    }

    private static double[] numbers(String text) {
        StringTokenizer tokens = new StringTokenizer(text, BLANK);
        double[] result = new double[tokens.countTokens()];
        for (int i = 0; i < result.length; i++) {
            result[i] = number(tokens.nextToken());
        }
        return result;
    }

    private static double number(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    /** GML 2: numbers of a position apart by one sign, positions by another, both of which the element may say. */
    private void coordinates(XmlPull xml) {
        String decimal = or(xml.attribute("decimal"), ".");
        String within = or(xml.attribute("cs"), ",");
        String between = or(xml.attribute("ts"), " ");
        String text = xml.text();
        if (within.equals(",")) {
            text = COMMA.matcher(text).replaceAll(",");
        }
        StringTokenizer tuples = new StringTokenizer(text, between.isBlank() ? BLANK : between + BLANK);
        while (tuples.hasMoreTokens()) {
            StringTokenizer parts = new StringTokenizer(tuples.nextToken(), within);
            double[] numbers = new double[parts.countTokens()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = number(parts.nextToken().replace(decimal, "."));
            }
            position(numbers);
        }
    }

    private static String or(String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }

    private void coord(XmlPull xml) {
        double[] numbers = {Double.NaN, Double.NaN, Double.NaN};
        int inside = xml.depth();
        while (xml.next() && xml.depth() >= inside) {
            if (xml.isStart()) {
                int axis = "XYZ".indexOf(xml.name());
                if (axis < 0 || xml.name().length() != 1) {
                    throw new IllegalArgumentException(xml.name());
                }
                numbers[axis] = number(xml.text().strip());
            }
        }
        if (Double.isNaN(numbers[0] + numbers[1])) {
            throw new IllegalArgumentException("coord");
        }
        list.add(new Coordinate(numbers[0], numbers[1], numbers[2]));
    }
}
