package riskmap.io;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.Crs;

/**
 * The CRS of a GeoTIFF, from and to its GeoKeys: EPSG codes, Esri's WKT in the citation, or a user-defined transverse
 * Mercator.
 *
 * <p><b>Source:</b> OGC 19-008r4, GeoTIFF 1.1.
 */
final class GeoKeys {
    static final int DIRECTORY = 34735;
    static final int DOUBLES = 34736;
    static final int ASCII = 34737;

    private static final int MODEL_TYPE = 1024;
    private static final int RASTER_TYPE = 1025;
    private static final int CITATION = 1026;
    private static final int GEOGRAPHIC = 2048;
    private static final int GEOGRAPHIC_CITATION = 2049;
    private static final int ANGULAR_UNITS = 2054;
    private static final int SEMI_MAJOR = 2057;
    private static final int INVERSE_FLATTENING = 2059;
    private static final int PROJECTED = 3072;
    private static final int PROJECTED_CITATION = 3073;
    private static final int METHOD = 3075;
    private static final int LINEAR_UNITS = 3076;
    private static final int ORIGIN_LONGITUDE = 3080;
    private static final int ORIGIN_LATITUDE = 3081;
    private static final int FALSE_EASTING = 3082;
    private static final int FALSE_NORTHING = 3083;
    private static final int SCALE = 3092;
    private static final int USER_DEFINED = 32767;
    private static final String ESRI_TEXT = "ESRI PE String = ";

    private final Map<Integer, Integer> shorts = new HashMap<>();
    private final Map<Integer, Double> doubles = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();

    GeoKeys(TiffDirectory tags) throws IOException {
        long[] directory = tags.numbers(DIRECTORY);
        double[] numbers = tags.doubles(DOUBLES);
        String ascii = tags.text(ASCII);
        for (int at = 4; at + 3 < directory.length; at += 4) {
            int key = (int) directory[at];
            int count = (int) directory[at + 2];
            int value = (int) directory[at + 3];
            if (directory[at + 1] == 0) {
                shorts.put(key, value);
            } else if (directory[at + 1] == DOUBLES && value < numbers.length) {
                doubles.put(key, numbers[value]);
            } else if (directory[at + 1] == ASCII && value + count <= ascii.length() && count > 0) {
                texts.put(key, ascii.substring(value, value + count - 1));
            }
        }
    }

    /** Whether coordinates belong to the centres of cells instead of their corners. */
    boolean isPixelPoint() {
        return shorts.getOrDefault(RASTER_TYPE, 1) == 2;
    }

    /** The CRS, or null when there is none or it is not understood, which is said. */
    CoordinateReferenceSystem crs(ImportLog log) {
        int projected = shorts.getOrDefault(PROJECTED, 0);
        int geographic = shorts.getOrDefault(GEOGRAPHIC, 0);
        boolean isProjected = shorts.getOrDefault(MODEL_TYPE, 0) == 1 || projected > 0;
        int code = isProjected ? projected : geographic;
        try {
            String esri = esriText();
            if (code > 0 && code < USER_DEFINED) {
                return Crs.of(code);
            }
            if (esri != null) {
                return Crs.fromWkt(esri);
            }
            if (isProjected && shorts.getOrDefault(METHOD, 0) == 1) {
                return Crs.fromWkt(transverseMercator());
            }
        } catch (RiskMapException unknown) {
            log.notice(unknown.userMessage());
            return null;
        }
        if (code > 0 || isProjected) {
            log.notice(Message.of("io.tiff-crs", texts.getOrDefault(CITATION, Integer.toString(code))));
        }
        return null;
    }

    private String esriText() {
        return texts.values().stream()
                .filter(text -> text.startsWith(ESRI_TEXT))
                .map(text -> text.substring(ESRI_TEXT.length()).replace("|", ""))
                .findFirst()
                .orElse(null);
    }

    private String transverseMercator() {
        int code = shorts.getOrDefault(GEOGRAPHIC, 0);
        String name = texts.getOrDefault(CITATION, texts.getOrDefault(PROJECTED_CITATION, "unnamed"));
        String base = code > 0 && code < USER_DEFINED
                ? Crs.toWkt(Crs.of(code))
                : String.format(
                        Locale.ROOT,
                        "GEOGCS[\"%s\",DATUM[\"%s\",SPHEROID[\"unnamed\",%s,%s]],PRIMEM[\"Greenwich\",0],"
                                + "UNIT[\"degree\",0.0174532925199433]]",
                        "unnamed",
                        plain(texts.getOrDefault(GEOGRAPHIC_CITATION, name)),
                        doubles.getOrDefault(SEMI_MAJOR, 0.0),
                        doubles.getOrDefault(INVERSE_FLATTENING, 0.0));
        return String.format(
                Locale.ROOT,
                "PROJCS[\"%s\",%s,PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",%s],"
                        + "PARAMETER[\"central_meridian\",%s],PARAMETER[\"scale_factor\",%s],"
                        + "PARAMETER[\"false_easting\",%s],PARAMETER[\"false_northing\",%s],UNIT[\"metre\",1]]",
                plain(name),
                base,
                doubles.getOrDefault(ORIGIN_LATITUDE, 0.0),
                doubles.getOrDefault(ORIGIN_LONGITUDE, 0.0),
                doubles.getOrDefault(SCALE, 1.0),
                doubles.getOrDefault(FALSE_EASTING, 0.0),
                doubles.getOrDefault(FALSE_NORTHING, 0.0));
    }

    private static String plain(String text) {
        return text.replace('"', '\'').replace("|", " ").strip();
    }

    /** The key directory of a CRS; text goes into the ASCII tag. */
    static short[] directory(CoordinateReferenceSystem crs) {
        boolean geographic = Crs.isGeographic(crs);
        int code = Crs.epsg(crs);
        boolean coded = code > 0 && code < USER_DEFINED;
        int citation = ascii(crs).length();
        int[] keys = {
            1,
            1,
            0,
            5,
            MODEL_TYPE,
            0,
            1,
            geographic ? 2 : 1,
            RASTER_TYPE,
            0,
            1,
            1,
            CITATION,
            ASCII,
            citation,
            0,
            geographic ? GEOGRAPHIC : ANGULAR_UNITS,
            0,
            1,
            geographic ? (coded ? code : USER_DEFINED) : 9102,
            geographic ? ANGULAR_UNITS : PROJECTED,
            0,
            1,
            geographic ? 9102 : (coded ? code : USER_DEFINED),
            LINEAR_UNITS,
            0,
            1,
            9001
        };
        int count = geographic ? 5 : 6;
        keys[3] = count;
        short[] result = new short[4 + 4 * count];
        for (int i = 0; i < result.length; i++) {
            result[i] = (short) keys[i];
        }
        return result;
    }

    /** The ASCII tag: the name of the CRS, or its text when it has no code. */
    static String ascii(CoordinateReferenceSystem crs) {
        boolean coded = Crs.epsg(crs) > 0 && Crs.epsg(crs) < USER_DEFINED;
        return (coded ? Crs.title(crs) : ESRI_TEXT + Crs.toEsriWkt(crs)) + "|";
    }
}
