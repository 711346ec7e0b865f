package riskmap.app;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;

/**
 * Places as people write them:
 *
 * <ul>
 *   <li>{@code 500123.4, 4147321} easting and northing in the CRS that is understood;
 *   <li>{@code 122.12, 37.51} longitude and latitude in degrees (also the other way round where only that is possible);
 *   <li>{@code 122°07′14.3″E 37°30′36.0″N}, {@code 37 30 36 N, 122 07 14.3 E}, {@code 东经122度7分14秒 北纬37°30′};
 *   <li>any of these after {@code EPSG:4547}: numbers are then x and y in that CRS.
 * </ul>
 *
 * Degrees without a CRS are CGCS2000 (EPSG:4490). Chinese and full-width punctuation counts as plain.
 */
public final class TypedPlaces {
    private static final Pattern CODE = Pattern.compile("(?:^|\\s)EPSG:{1,2}\\s?(\\d{4,6})(?=$|[\\s,;:])");
    private static final String NUMBER = "([-+]?\\d+(?:\\.\\d*)?)";
    private static final Pattern TWO = Pattern.compile(NUMBER + "\\s*[,; ]\\s*" + NUMBER);
    private static final String ANGLE = "([-+]?\\d+(?:\\.\\d*)?)\\s*[°D]?\\s*"
            + "(?:(\\d+(?:\\.\\d*)?)\\s*['M]?\\s*)?(?:(\\d+(?:\\.\\d*)?)\\s*\"?\\s*)?";
    private static final String BETWEEN = "\\s*[,; ]?\\s*";
    private static final Pattern SIDE_AFTER = Pattern.compile(ANGLE + "([NSEW])?" + BETWEEN + ANGLE + "([NSEW])?");
    private static final Pattern SIDE_BEFORE =
            Pattern.compile("([NSEW])\\s*" + ANGLE + BETWEEN + "([NSEW])\\s*" + ANGLE);
    private static final Pattern MARKED = Pattern.compile(".*[NSEW°'\"].*");
    /** There and back within a metre (a degree of it): else the place lies outside what the projection can tell. */
    private static final double METRE = 1;

    private TypedPlaces() {}

    /**
     * Reads a place.
     *
     * @param understood the CRS of bare numbers that are no degrees
     * @param map the CRS of the map
     * @return the place in map coordinates
     * @throws RiskMapException when it cannot be understood, the CRS is not known, or the place lies outside a CRS
     */
    public static Coordinate read(String typed, CoordinateReferenceSystem understood, CoordinateReferenceSystem map) {
        String text = plain(typed);
        Matcher code = CODE.matcher(text);
        CoordinateReferenceSystem stated = null;
        if (code.find()) {
            stated = Crs.of("EPSG:" + code.group(1));
            text = (text.substring(0, code.start()) + " " + text.substring(code.end())).replaceAll("^[\\s,;:]+", "");
            text = text.strip();
        }
        CoordinateReferenceSystem degrees = stated != null && Crs.isGeographic(stated) ? stated : Crs.of("EPSG:4490");
        Matcher two = TWO.matcher(text);
        if (two.matches()) {
            double x = Double.parseDouble(two.group(1));
            double y = Double.parseDouble(two.group(2));
            if (stated != null) {
                return inMap(x, y, stated, map, typed);
            }
            if (Math.abs(x) <= 180 && Math.abs(y) <= 90) {
                return inMap(x, y, degrees, map, typed);
            }
            if (Math.abs(x) <= 90 && Math.abs(y) <= 180) {
                return inMap(y, x, degrees, map, typed);
            }
            return inMap(x, y, understood, map, typed);
        }
        Coordinate angles = MARKED.matcher(text).matches() ? angles(text) : null;
        if (angles == null) {
            throw RiskMapException.of("app.place-unreadable", typed.strip());
        }
        return inMap(angles.x, angles.y, degrees, map, typed);
    }

    /** Two angles with minutes and seconds as longitude and latitude, null when they are none. */
    private static Coordinate angles(String text) {
        Matcher before = SIDE_BEFORE.matcher(text);
        Matcher after = SIDE_AFTER.matcher(text);
        boolean leads = before.matches();
        if (!leads && !after.matches()) {
            return null;
        }
        Matcher matcher = leads ? before : after;
        double first = degrees(matcher, leads ? 2 : 1);
        double second = degrees(matcher, leads ? 6 : 5);
        String one = side(matcher, leads ? 1 : 4);
        String other = side(matcher, leads ? 5 : 8);
        if (Double.isNaN(first) || Double.isNaN(second)) {
            return null;
        }
        boolean latitudeFirst = "NS".contains(one) && !one.isEmpty() || "EW".contains(other) && !other.isEmpty();
        boolean longitudeFirst = "EW".contains(one) && !one.isEmpty() || "NS".contains(other) && !other.isEmpty();
        if (latitudeFirst && longitudeFirst) {
            return null;
        }
        first *= "SW".contains(one) && !one.isEmpty() ? -1 : 1;
        second *= "SW".contains(other) && !other.isEmpty() ? -1 : 1;
        boolean swap = latitudeFirst || !longitudeFirst && Math.abs(second) > 90;
        return swap ? new Coordinate(second, first) : new Coordinate(first, second);
    }

    private static String side(Matcher matcher, int group) {
        return matcher.group(group) == null ? "" : matcher.group(group);
    }

    private static double degrees(Matcher matcher, int at) {
        double whole = Double.parseDouble(matcher.group(at));
        double minutes = matcher.group(at + 1) == null ? 0 : Double.parseDouble(matcher.group(at + 1));
        double seconds = matcher.group(at + 2) == null ? 0 : Double.parseDouble(matcher.group(at + 2));
        if (minutes >= 60 || seconds >= 60) {
            return Double.NaN;
        }
        return whole + Math.copySign(minutes / 60 + seconds / 3600, whole);
    }

    private static Coordinate inMap(
            double x, double y, CoordinateReferenceSystem crs, CoordinateReferenceSystem map, String typed) {
        if (Crs.isGeographic(crs) && (Math.abs(x) > 360 || Math.abs(y) > 90)) {
            throw RiskMapException.of("app.place-outside-crs", typed.strip(), Crs.title(crs));
        }
        check(x, y, crs, typed);
        double[] place = {x, y};
        Crs.transform(crs, map).apply(place, 1);
        check(place[0], place[1], map, typed);
        return new Coordinate(place[0], place[1]);
    }

    /** Where a projection reaches its end the way to degrees and back leads elsewhere, or nowhere. */
    private static void check(double x, double y, CoordinateReferenceSystem crs, String typed) {
        boolean good = Double.isFinite(x) && Double.isFinite(y);
        if (good && !Crs.isGeographic(crs)) {
            double[] back = {x, y};
            try {
                CoordinateReferenceSystem base = Crs.geographic(crs);
                Crs.transform(crs, base).apply(back, 1);
                good = Math.abs(back[0]) <= 360 && Math.abs(back[1]) <= 90;
                Crs.transform(base, crs).apply(back, 1);
                good &= Math.hypot(back[0] - x, back[1] - y) < METRE;
            } catch (RuntimeException outside) {
                good = false;
            }
        }
        if (!good) {
            throw RiskMapException.of("app.place-outside-crs", typed.strip(), Crs.title(crs));
        }
    }

    private static String plain(String typed) {
        // some signs for degrees would become letters
        String signs = typed.strip().replaceAll("[度º˚]", "°");
        String text = Normalizer.normalize(signs, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return text.replace("东经", "E")
                .replace("西经", "W")
                .replace("北纬", "N")
                .replace("南纬", "S")
                .replaceAll("[′’‘分]", "'")
                .replaceAll("[″”“秒]|''", "\"")
                .replaceAll("[，、；;]", ",")
                .replaceAll("\\s+", " ");
    }
}
