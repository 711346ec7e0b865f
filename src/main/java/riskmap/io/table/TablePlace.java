package riskmap.io.table;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.io.Angles;
import riskmap.io.ColumnNames;
import riskmap.io.ImportLog;
import riskmap.io.Place;
import riskmap.io.ReadOptions;

/**
 * Which columns of a table say where a row lies, and reading them.
 *
 * @param x index of the column of x or longitude, −1 without
 * @param y index of the column of y or latitude, −1 without
 * @param wkt index of the column of well-known text or binary, −1 without
 * @param pair index of a column with both coordinates, such as {@code 122.1,37.5}, −1 without
 * @param degrees whether the names mean longitude and latitude
 */
public record TablePlace(int x, int y, int wkt, int pair, boolean degrees) {
    /** Rows without a place. */
    public static final TablePlace NONE = new TablePlace(-1, -1, -1, -1, false);

    private static final Set<String> LONGITUDE = Set.of(
            "lon",
            "lng",
            "long",
            "longitude",
            "经度",
            "东经",
            "经度e",
            "jd",
            "gpslon",
            "gpslng",
            "wgslon",
            "wgslng",
            "lon84",
            "lng84",
            "centerlng",
            "centerlon",
            "longtitude");
    private static final Set<String> LATITUDE =
            Set.of("lat", "latitude", "纬度", "北纬", "纬度n", "wd", "gpslat", "wgslat", "lat84", "centerlat", "latitude84");
    // in Chinese surveys 横坐标 is the easting and 纵坐标 the northing, whatever letter stands with them
    private static final Set<String> EASTING = Set.of(
            "x", "easting", "east", "e", "横坐标", "横坐标y", "东坐标", "x坐标", "坐标x", "geomx", "pointx", "coordx", "xcoord",
            "wkx");
    private static final Set<String> NORTHING = Set.of(
            "y",
            "northing",
            "north",
            "n",
            "纵坐标",
            "纵坐标x",
            "北坐标",
            "y坐标",
            "坐标y",
            "geomy",
            "pointy",
            "coordy",
            "ycoord",
            "wky");
    private static final Set<String> TEXT = Set.of(
            "wkt",
            "geomwkt",
            "wktgeom",
            "geometry",
            "thegeom",
            "geom",
            "shape",
            "几何",
            "几何文本",
            "图形",
            "wkb",
            "geomwkb",
            "wkbgeom",
            "wkbgeometry",
            "wktgeometry");
    private static final Set<String> PAIR = Set.of(
            "坐标", "经纬度", "经纬度坐标", "地理坐标", "位置坐标", "lnglat", "lonlat", "latlng", "latlon", "coordinate", "coordinates");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,，;；、/|]\\s*|\\s+");
    private static final Pattern LEAD =
            Pattern.compile("^\\s*(?:SRID=\\d+;|\\d+\\s+(?=[A-Z]))", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEASURED = Pattern.compile("^([A-Za-z]+?)(ZM|Z|M)\\s*\\(", Pattern.CASE_INSENSITIVE);
    /** Well-known binary as hexadecimal digits, the byte order first. */
    private static final Pattern BINARY = Pattern.compile("0[01](?:[0-9A-Fa-f]{2}){8,}");

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** The columns the user names, else those whose names say it. */
    public static TablePlace of(List<String> columns, ReadOptions options) {
        if (options.x() != null || options.y() != null) {
            int x = index(columns, options.x());
            int y = index(columns, options.y());
            return new TablePlace(x, y, -1, -1, LONGITUDE.contains(plain(columns.get(x))));
        }
        int longitude = find(columns, LONGITUDE);
        int latitude = find(columns, LATITUDE);
        if (longitude >= 0 && latitude >= 0) {
            return new TablePlace(longitude, latitude, -1, -1, true);
        }
        int wkt = find(columns, TEXT);
        if (wkt >= 0) {
            return new TablePlace(-1, -1, wkt, -1, false);
        }
        int easting = find(columns, EASTING);
        int northing = find(columns, NORTHING);
        if (easting >= 0 && northing >= 0) {
            return new TablePlace(easting, northing, -1, -1, false);
        }
        int pair = find(columns, PAIR);
        return pair < 0 ? NONE : new TablePlace(-1, -1, -1, pair, true);
    }

    public boolean isSpatial() {
        return x >= 0 || wkt >= 0 || pair >= 0;
    }

    public boolean isPoint() {
        return x >= 0 || pair >= 0;
    }

    /** The same with x and y the other way round. */
    public TablePlace exchanged() {
        return new TablePlace(y, x, wkt, pair, degrees);
    }

    /** Whether the row says where it lies, rightly or not. */
    public boolean isFilled(TableRow row) {
        return wkt >= 0 && !row.text(wkt).isBlank()
                || pair >= 0 && !row.text(pair).isBlank()
                || x >= 0 && !row.text(x).isBlank() && !row.text(y).isBlank();
    }

    /** Which way round two coordinates in China stand. */
    public enum Order {
        UPRIGHT,
        EXCHANGED,
        EITHER
    }

    /** Judges by what can only be a longitude, or only a northing. */
    public static Order order(double x, double y) {
        if (Math.abs(x) <= 180 && Math.abs(y) <= 180) {
            return Math.abs(y) > 90
                    ? Math.abs(x) <= 90 ? Order.EXCHANGED : Order.EITHER
                    : Math.abs(x) > 90 ? Order.UPRIGHT : Order.EITHER;
        }
        if (isNorthing(x) && isEasting(y)) {
            return Order.EXCHANGED;
        }
        return isNorthing(y) && isEasting(x) ? Order.UPRIGHT : Order.EITHER;
    }

    /** From Hainan to the Amur, metres from the equator. */
    private static boolean isNorthing(double metres) {
        return metres > 1_700_000 && metres < 6_000_000;
    }

    /** Gauss-Kruger with its false easting, with or without the number of the zone before it. */
    private static boolean isEasting(double metres) {
        return metres > 100_000 && metres < 1_000_000 || metres > 13_000_000 && metres < 46_000_000;
    }

    private static int index(List<String> columns, String name) {
        int found = name == null ? -1 : columns.indexOf(name);
        if (found < 0) {
            throw RiskMapException.of("io.column-missing", name, ColumnNames.shown(columns));
        }
        return found;
    }

    private static int find(List<String> columns, Set<String> names) {
        for (int i = 0; i < columns.size(); i++) {
            if (names.contains(plain(columns.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*?\\)", "")
                .replaceAll("[\\s_\\-./]", "");
    }

    /** The geometry of a row, null where there is none; what cannot be read is counted. */
    public Geometry geometry(TableRow row, ImportLog log, Place place) {
        if (wkt >= 0) {
            return parse(row.text(wkt), log, place);
        }
        String textX;
        String textY;
        if (pair >= 0) {
            String[] both = BETWEEN.split(row.text(pair).strip());
            textX = both.length == 2 ? both[0] : row.text(pair).strip();
            textY = both.length == 2 ? both[1] : "";
        } else {
            textX = row.text(x).strip();
            textY = row.text(y).strip();
        }
        if (textX.isEmpty() || textY.isEmpty()) {
            log.repaired(Message.of("io.coordinates-missing"), place);
            return null;
        }
        double valueX = Angles.parse(textX);
        double valueY = Angles.parse(textY);
        if (!Double.isFinite(valueX) || !Double.isFinite(valueY)) {
            log.repaired(Message.of("io.coordinates-unreadable", textX, textY), place);
            return null;
        }
        boolean turned = pair >= 0 && order(valueX, valueY) == Order.EXCHANGED;
        return FACTORY.createPoint(turned ? new Coordinate(valueY, valueX) : new Coordinate(valueX, valueY));
    }

    private static Geometry parse(String text, ImportLog log, Place place) {
        if (text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        try {
            if (BINARY.matcher(stripped).matches()) {
                return new WKBReader(FACTORY).read(WKBReader.hexToBytes(stripped));
            }
            String plain = LEAD.matcher(stripped).replaceFirst("");
            plain = MEASURED.matcher(plain).replaceFirst("$1 $2 (");
            return new WKTReader(FACTORY).read(plain);
        } catch (ParseException | IllegalArgumentException unreadable) {
            log.repaired(Message.of("io.geometry-unreadable", String.valueOf(unreadable.getMessage())), place);
            return null;
        } catch (StackOverflowError tooDeep) {
            log.repaired(Message.of("io.geometry-unreadable", "nested"), place);
            return null;
        }
    }
}
