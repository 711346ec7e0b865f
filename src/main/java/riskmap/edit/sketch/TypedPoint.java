package riskmap.edit.sketch;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.shape.Bearing;

/**
 * A point typed on the keyboard, in any of these ways (full-width signs and Chinese words too):
 *
 * <ul>
 *   <li>{@code 498731.25, 4151220.4} or with a height as third number: x, y in the CRS chosen for typing; longitude first
 *   <li>{@code EPSG:4490 122.05, 37.42}: in a CRS of its own
 *   <li>{@code 122°03'12.5"E 37°25'08"N}, {@code 北纬37°25′08″ 东经122°03′12.5″}: degrees, minutes, seconds
 *   <li>{@code @12.5, -3}: dx (east), dy (north) from the vertex before
 *   <li>{@code 25<45} or {@code @25<45°30'}: distance and bearing from north, clockwise
 *   <li>{@code N30°E 25}, {@code 南偏西15°30′ 25}: quadrant bearing (象限角) and distance; {@code 方位角45°30′ 25}: bearing
 *       and distance
 * </ul>
 *
 * <p>Distances are in map units of the layer's CRS.
 */
public final class TypedPoint {
    private static final String NUMBER = "([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))";
    private static final Pattern CODE = Pattern.compile("^(?:EPSG:)(\\d+)\\s*[:;,]?\\s*(.*)$");
    private static final Pattern NUMBERS = Pattern.compile(
            "^" + NUMBER + "(?:\\s*[,;]\\s*|\\s+)" + NUMBER + "(?:(?:\\s*[,;]\\s*|\\s+)" + NUMBER + ")?$");
    private static final Pattern POLAR = Pattern.compile("^@?\\s*" + NUMBER + "\\s*<\\s*(.+)$");
    private static final Pattern AZIMUTH = Pattern.compile("^@?AZ\\s*(\\S+)[\\s,;]+" + NUMBER + "$");
    private static final Pattern QUADRANT = Pattern.compile("([NS])\\s*(\\d[^NSEW]*?)\\s*([EW])");

    private TypedPoint() {}

    /**
     * What typing refers to.
     *
     * @param layer CRS of the drawn layer
     * @param typed CRS of absolute coordinates
     * @param last the vertex drawn last, null when there is none
     */
    public record Frame(CoordinateReferenceSystem layer, CoordinateReferenceSystem typed, Coordinate last) {}

    /**
     * The point in the layer's CRS.
     *
     * @throws RiskMapException when the text is not understood, saying what is wrong with it
     */
    public static Coordinate parse(String text, Frame frame) {
        String plain = plain(text);
        if (plain.isEmpty()) {
            throw RiskMapException.of("edit.typed-empty");
        }
        Matcher code = CODE.matcher(plain);
        if (code.matches()) {
            return absolute(text, code.group(2), Crs.of(Integer.parseInt(code.group(1))), frame.layer());
        }
        Matcher polar = POLAR.matcher(plain);
        if (polar.matches()) {
            return polar(frame, number(polar.group(1)), bearing(text, polar.group(2)));
        }
        Matcher azimuth = AZIMUTH.matcher(plain);
        if (azimuth.matches()) {
            return polar(frame, number(azimuth.group(2)), bearing(text, azimuth.group(1)));
        }
        Matcher quadrant = QUADRANT.matcher(plain);
        boolean pair = plain.indexOf('E') >= 0 ^ plain.indexOf('W') >= 0;
        if (quadrant.find() && pair && !isGeographicPair(plain)) {
            String rest = (plain.substring(0, quadrant.start()) + " " + plain.substring(quadrant.end()))
                    .replaceAll("[,;<@]", " ")
                    .strip();
            if (!rest.matches(NUMBER)) {
                throw RiskMapException.of("edit.typed-no-distance", text.strip());
            }
            return polar(frame, number(rest), bearing(text, quadrant.group()));
        }
        if (plain.startsWith("@")) {
            return relative(text, plain.substring(1).strip(), frame);
        }
        return absolute(text, plain, frame.typed(), frame.layer());
    }

    private static boolean isGeographicPair(String plain) {
        // N30°E 10 is a bearing and a distance; the second angle of a pair has its degree sign or its letter behind it
        // and in 10 N30°E the letter belongs to the angle behind it
        boolean distanceFirst = plain.matches(NUMBER + "[\\s,;]+[NS]\\d.*");
        return plain.chars().filter(sign -> sign == '°').count() >= 2
                || GeographicText.hasLettersLast(plain) && !distanceFirst;
    }

    private static Coordinate relative(String text, String plain, Frame frame) {
        Matcher numbers = NUMBERS.matcher(plain);
        if (!numbers.matches()) {
            throw RiskMapException.of("edit.typed-unreadable", text.strip());
        }
        Coordinate last = last(frame);
        return new Coordinate(last.x + number(numbers.group(1)), last.y + number(numbers.group(2)));
    }

    private static Coordinate polar(Frame frame, double distance, double bearing) {
        if (!(distance > 0)) {
            throw RiskMapException.of("edit.typed-distance", text(distance));
        }
        return Bearing.from(last(frame), bearing, distance);
    }

    private static Coordinate last(Frame frame) {
        if (frame.last() == null) {
            throw RiskMapException.of("edit.typed-no-last");
        }
        return frame.last();
    }

    /** A bearing: degrees with minutes and seconds, or a quadrant bearing. */
    static double bearing(String text, String plain) {
        Matcher quadrant = QUADRANT.matcher(plain.strip());
        if (!quadrant.matches()) {
            return GeographicText.angle(text, plain.strip());
        }
        double angle = GeographicText.angle(text, quadrant.group(2).strip());
        if (angle > 90) {
            throw RiskMapException.of("edit.typed-quadrant", text(angle));
        }
        boolean north = quadrant.group(1).equals("N");
        boolean east = quadrant.group(3).equals("E");
        double fromNorth = north ? angle : 180 - angle;
        return Bearing.normal(east ? fromNorth : -fromNorth);
    }

    private static Coordinate absolute(
            String text, String plain, CoordinateReferenceSystem typed, CoordinateReferenceSystem layer) {
        Matcher numbers = NUMBERS.matcher(plain);
        CoordinateReferenceSystem crs = typed;
        double[] xy;
        double z = Double.NaN;
        if (numbers.matches()) {
            xy = new double[] {number(numbers.group(1)), number(numbers.group(2))};
            z = numbers.group(3) == null ? Double.NaN : number(numbers.group(3));
        } else {
            xy = GeographicText.pair(text, plain);
            crs = Crs.geographic(typed);
        }
        if (Crs.isGeographic(crs) && (Math.abs(xy[1]) > 90 || Math.abs(xy[0]) > 180)) {
            throw RiskMapException.of("edit.typed-degrees", text.strip());
        }
        Crs.transform(crs, layer).apply(xy, 1);
        if (!Double.isFinite(xy[0]) || !Double.isFinite(xy[1])) {
            throw RiskMapException.of("edit.typed-outside", text.strip());
        }
        return new Coordinate(xy[0], xy[1], z);
    }

    /** Half-width signs, one sign for each of degree, minute, second, Latin letters for directions. */
    private static String plain(String text) {
        return Normalizer.normalize(
                        text.replaceAll("[″”“]|''|′′|秒", "\"")
                                .replaceAll("[′’‘]|分", "'")
                                .replaceAll("[º˚度]", "°"),
                        Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replace("方位角", "AZ")
                .replace("象限角", " ")
                .replaceAll("[、，]", ",")
                .replaceAll("([北南])偏([东西])\\s*([\\d.]+(?:°[\\d.]*'?[\\d.]*\"?)?)", "$1$3$2")
                .replaceAll("北纬|北", "N")
                .replaceAll("南纬|南", "S")
                .replaceAll("东经|东", "E")
                .replaceAll("西经|西", "W")
                .replaceAll("\\s*[米M]\\b", "")
                .strip();
    }

    static double number(String text) {
        return Double.parseDouble(text);
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%s", value);
    }
}
