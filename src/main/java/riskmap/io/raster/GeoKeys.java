package riskmap.io.raster;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.io.ImportLog;

/**
 * The CRS of a GeoTIFF, from and to its GeoKeys: EPSG codes, Esri's WKT in the citation, or a user-defined projection:
 * transverse Mercator, Lambert's conformal conic with two parallels and azimuthal equal-area, Albers.
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
    private static final int USER_DEFINED = 32767;
    private static final int METRE = 9001;
    private static final String ESRI_TEXT = "ESRI PE String = ";

    /**
     * What the parameters of the methods are called in well-known text, and in which keys they are: writers differ. The
     * first of each list is the method itself.
     */
    private static final Map<Integer, List<Term>> METHODS = Map.of(
            1,
            List.of(
                    new Term("Transverse_Mercator", 0),
                    new Term("latitude_of_origin", 0, 3081, 3089),
                    new Term("central_meridian", 0, 3080, 3088),
                    new Term("scale_factor", 1, 3092, 3093),
                    new Term("false_easting", 0, 3082, 3090),
                    new Term("false_northing", 0, 3083, 3091)),
            8,
            List.of(
                    new Term("Lambert_Conformal_Conic_2SP", 0),
                    new Term("latitude_of_origin", 0, 3085, 3081, 3089),
                    new Term("central_meridian", 0, 3084, 3080, 3088),
                    new Term("standard_parallel_1", 0, 3078),
                    new Term("standard_parallel_2", 0, 3079),
                    new Term("false_easting", 0, 3086, 3082, 3090),
                    new Term("false_northing", 0, 3087, 3083, 3091)),
            10,
            List.of(
                    new Term("Lambert_Azimuthal_Equal_Area", 0),
                    new Term("latitude_of_center", 0, 3089, 3081),
                    new Term("longitude_of_center", 0, 3088, 3080),
                    new Term("false_easting", 0, 3082, 3090),
                    new Term("false_northing", 0, 3083, 3091)),
            11,
            List.of(
                    new Term("Albers_Conic_Equal_Area", 0),
                    new Term("latitude_of_center", 0, 3081, 3085, 3089),
                    new Term("longitude_of_center", 0, 3080, 3084, 3088),
                    new Term("standard_parallel_1", 0, 3078),
                    new Term("standard_parallel_2", 0, 3079),
                    new Term("false_easting", 0, 3082, 3086, 3090),
                    new Term("false_northing", 0, 3083, 3087, 3091)));

    /** A word of well-known text; for a parameter its usual value and the keys that may hold it. */
    private record Term(String name, double usual, List<Integer> keys) {
        Term(String name, double usual, Integer... keys) {
            this(name, usual, List.of(keys));
        }
    }

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
            String wkt = isProjected && isInMetres() ? projected() : null;
            if (wkt != null) {
                return Crs.fromWkt(wkt);
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

    /** Lengths of user-defined projections in feet and other units are not read. */
    private boolean isInMetres() {
        return shorts.getOrDefault(LINEAR_UNITS, METRE) == METRE;
    }

    private String esriText() {
        return texts.values().stream()
                .filter(text -> text.startsWith(ESRI_TEXT))
                .map(text -> text.substring(ESRI_TEXT.length()).replace("|", ""))
                .findFirst()
                .orElse(null);
    }

    /** A user-defined projection as well-known text, null for a method that is not read. */
    private String projected() {
        List<Term> terms = METHODS.get(shorts.getOrDefault(METHOD, 0));
        if (terms == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        text.append("PROJCS[\"").append(plain(name())).append("\",").append(base());
        text.append(",PROJECTION[\"").append(terms.get(0).name()).append("\"]");
        for (Term term : terms.subList(1, terms.size())) {
            double value = term.keys().stream()
                    .filter(doubles::containsKey)
                    .findFirst()
                    .map(doubles::get)
                    .orElse(term.usual());
            text.append(",PARAMETER[\"").append(term.name()).append("\",").append(value);
            text.append(']');
        }
        return text.append(",UNIT[\"metre\",1]]").toString();
    }

    private String name() {
        return texts.getOrDefault(CITATION, texts.getOrDefault(PROJECTED_CITATION, "unnamed"));
    }

    /** The latitudes and longitudes the projection is based on; which datum theirs is, their name may say. */
    private String base() {
        int code = shorts.getOrDefault(GEOGRAPHIC, 0);
        return code > 0 && code < USER_DEFINED
                ? Crs.toWkt(Crs.of(code))
                : String.format(
                        Locale.ROOT,
                        "GEOGCS[\"%s\",DATUM[\"unknown\",SPHEROID[\"unnamed\",%s,%s]],PRIMEM[\"Greenwich\",0],"
                                + "UNIT[\"degree\",0.0174532925199433]]",
                        plain(texts.getOrDefault(GEOGRAPHIC_CITATION, name())),
                        doubles.getOrDefault(SEMI_MAJOR, 0.0),
                        doubles.getOrDefault(INVERSE_FLATTENING, 0.0));
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
            METRE
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
