package riskmap.ui.edit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import riskmap.geo.shape.Bearing;

/**
 * What the user types while drawing, as surveyors and CAD programs write it:
 *
 * <ul>
 *   <li>{@code 500123.45,4147321.10} a place in map coordinates (easting, northing);
 *   <li>{@code @12.5,-3} so far east and north of the vertex drawn last;
 *   <li>{@code 25<90} 25 m in the bearing 90° (from north, clockwise); degrees may be {@code 90°30'15"};
 *   <li>{@code 25} 25 m towards the pointer;
 *   <li>{@code <90} only the bearing: the next edge keeps it.
 * </ul>
 *
 * Chinese commas and full-width digits count as their plain forms.
 */
final class EntryText {
    private static final String NUMBER = "([-+]?\\d+(?:\\.\\d*)?|[-+]?\\.\\d+)";
    private static final String ANGLE =
            "([-+]?\\d+(?:\\.\\d*)?)(?:[°d](?:(\\d+(?:\\.\\d*)?)['′](?:(\\d+(?:\\.\\d*)?)[\"″])?)?)?";
    private static final Pattern PLACE = Pattern.compile("(@?)" + NUMBER + "[, ]" + NUMBER);
    private static final Pattern POLAR = Pattern.compile("@?" + NUMBER + "?<" + ANGLE);
    private static final Pattern LENGTH = Pattern.compile("@?" + NUMBER);

    private EntryText() {}

    /**
     * What was typed.
     *
     * @param point where the next vertex goes, null when only a bearing was given
     * @param bearing the bearing to keep, NaN for none
     */
    record Entry(Coordinate point, double bearing) {}

    /**
     * Reads an entry.
     *
     * @param last the vertex drawn last, null for none
     * @param pointer where the pointer is, null when it is off the map
     * @return nothing when it cannot be understood, or needs a vertex that is not there
     */
    static Optional<Entry> read(String typed, Coordinate last, Coordinate pointer) {
        String text = plain(typed);
        Matcher place = PLACE.matcher(text);
        if (place.matches()) {
            boolean relative = !place.group(1).isEmpty();
            if (relative && last == null) {
                return Optional.empty();
            }
            double x = Double.parseDouble(place.group(2));
            double y = Double.parseDouble(place.group(3));
            return Optional.of(
                    new Entry(relative ? new Coordinate(last.x + x, last.y + y) : new Coordinate(x, y), Double.NaN));
        }
        Matcher polar = POLAR.matcher(text);
        if (polar.matches()) {
            double bearing = Bearing.normal(degrees(polar));
            if (polar.group(1) == null) {
                return Optional.of(new Entry(null, bearing));
            }
            return last == null
                    ? Optional.empty()
                    : Optional.of(
                            new Entry(Bearing.from(last, bearing, Double.parseDouble(polar.group(1))), Double.NaN));
        }
        Matcher length = LENGTH.matcher(text);
        if (length.matches() && last != null && pointer != null && last.distance(pointer) > 0) {
            double metres = Double.parseDouble(length.group(1));
            return Optional.of(new Entry(Bearing.from(last, Bearing.of(last, pointer), metres), Double.NaN));
        }
        return Optional.empty();
    }

    /** The single number that was typed, such as an angle; NaN for anything else. */
    static double number(String typed) {
        String text = plain(typed).replaceFirst("^<", "");
        Matcher angle = Pattern.compile(ANGLE).matcher(text);
        return angle.matches() ? degrees(angle, 1) : Double.NaN;
    }

    private static double degrees(Matcher polar) {
        return degrees(polar, 2);
    }

    private static double degrees(Matcher matcher, int first) {
        double whole = Double.parseDouble(matcher.group(first));
        double minutes = matcher.group(first + 1) == null ? 0 : Double.parseDouble(matcher.group(first + 1));
        double seconds = matcher.group(first + 2) == null ? 0 : Double.parseDouble(matcher.group(first + 2));
        return whole + Math.copySign(minutes / 60 + seconds / 3600, whole);
    }

    private static String plain(String typed) {
        String text = java.text.Normalizer.normalize(typed.strip(), java.text.Normalizer.Form.NFKC);
        return text.replace('，', ',')
                .replace('《', '<')
                .replaceAll("\\s*([,<@])\\s*", "$1")
                .replaceAll("\\s+", " ");
    }
}
