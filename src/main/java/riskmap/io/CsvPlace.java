package riskmap.io;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * Which columns of a table say where a row lies, and reading them.
 *
 * @param x index of the column of x or longitude, −1 without
 * @param y index of the column of y or latitude, −1 without
 * @param wkt index of the column of well-known text, −1 without
 * @param degrees whether the names mean longitude and latitude
 */
record CsvPlace(int x, int y, int wkt, boolean degrees) {
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
    private static final Set<String> TEXT =
            Set.of("wkt", "geomwkt", "wktgeom", "geometry", "thegeom", "geom", "shape", "几何", "几何文本", "图形");
    private static final Pattern LEAD =
            Pattern.compile("^\\s*(?:SRID=\\d+;|\\d+\\s+(?=[A-Z]))", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEASURED = Pattern.compile("^([A-Za-z]+?)(ZM|Z|M)\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** The columns the user names, else those whose names say it. */
    static CsvPlace of(List<String> columns, ReadOptions options) {
        if (options.x() != null || options.y() != null) {
            int x = index(columns, options.x());
            int y = index(columns, options.y());
            return new CsvPlace(x, y, -1, LONGITUDE.contains(plain(columns.get(x))));
        }
        int longitude = find(columns, LONGITUDE);
        int latitude = find(columns, LATITUDE);
        if (longitude >= 0 && latitude >= 0) {
            return new CsvPlace(longitude, latitude, -1, true);
        }
        int wkt = find(columns, TEXT);
        if (wkt >= 0) {
            return new CsvPlace(-1, -1, wkt, false);
        }
        int easting = find(columns, EASTING);
        int northing = find(columns, NORTHING);
        return easting >= 0 && northing >= 0
                ? new CsvPlace(easting, northing, -1, false)
                : new CsvPlace(-1, -1, -1, false);
    }

    boolean isSpatial() {
        return x >= 0 || wkt >= 0;
    }

    boolean isPoint() {
        return x >= 0;
    }

    private static int index(List<String> columns, String name) {
        int found = name == null ? -1 : columns.indexOf(name);
        if (found < 0) {
            throw RiskMapException.of("io.column-missing", name, String.join(", ", columns));
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
    Geometry geometry(List<String> row, ImportLog log, Place place) {
        if (wkt >= 0) {
            return wkt < row.size() ? parse(row.get(wkt), log, place) : null;
        }
        String textX = x < row.size() ? row.get(x).strip() : "";
        String textY = y < row.size() ? row.get(y).strip() : "";
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
        return FACTORY.createPoint(new Coordinate(valueX, valueY));
    }

    private static Geometry parse(String text, ImportLog log, Place place) {
        if (text.isBlank()) {
            return null;
        }
        String plain = LEAD.matcher(text.strip()).replaceFirst("");
        plain = MEASURED.matcher(plain).replaceFirst("$1 $2 (");
        try {
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
