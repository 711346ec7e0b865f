package riskmap.geo.crs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import riskmap.geo.crs.CrsDefinition.Projection;

/**
 * The EPSG codes this program knows by itself, so that opening a file does not wake a database: WGS 84, CGCS2000,
 * Beijing 1954 and Xian 1980 as latitude and longitude, their Gauss-Kruger zones of 3° and 6° with and without the zone
 * number before the easting, UTM on WGS 84, and Web Mercator.
 *
 * <p><b>Source:</b> EPSG dataset; the test compares each code's coordinates with PROJ's.
 */
final class CrsTable {
    private static final Map<Integer, CrsDefinition> BY_CODE = new LinkedHashMap<>();

    static {
        for (SurveyDatum datum : SurveyDatum.values()) {
            add(CrsDefinition.geographic(datum));
        }
        add(new CrsDefinition(
                3857, "WGS 84 / Pseudo-Mercator", SurveyDatum.WGS84, Projection.WEB_MERCATOR, 0, 1, 0, 0, null));
        gaussKruger("CGCS2000", SurveyDatum.CGCS2000, 4491, 4502, 4513, 4534);
        gaussKruger("Xian 1980", SurveyDatum.XIAN_1980, 2327, 2338, 2349, 2370);
        gaussKruger("Beijing 1954", SurveyDatum.BEIJING_1954, 21413, 21453, 2401, 2422);
        for (int zone = 1; zone <= 60; zone++) {
            utm(zone, "N", 32600 + zone, 0);
            utm(zone, "S", 32700 + zone, 10_000_000);
        }
    }

    private CrsTable() {}

    /** The definition of a code, or null. */
    static CrsDefinition get(int code) {
        return BY_CODE.get(code);
    }

    static List<Integer> codes() {
        return List.copyOf(BY_CODE.keySet());
    }

    /**
     * The known definition with the parameters of this one, or this one itself. A central meridian that belongs to a 3°
     * and a 6° zone alike (75, 81, … 135) is taken as 3° unless the name says otherwise: surveys use 3° zones.
     */
    static CrsDefinition identify(CrsDefinition found) {
        CrsDefinition stated = BY_CODE.get(found.code());
        if (stated != null && stated.sameParameters(found)) {
            return stated.withToWgs84(found.toWgs84());
        }
        List<CrsDefinition> candidates = new ArrayList<>();
        for (CrsDefinition known : BY_CODE.values()) {
            if (known.sameParameters(found)) {
                candidates.add(known);
            }
        }
        if (candidates.isEmpty()) {
            return found.withCode(0, found.name());
        }
        CrsDefinition best = candidates.get(candidates.size() - 1);
        if (saysSixDegrees(found.name())) {
            best = candidates.get(0);
        }
        return best.withToWgs84(found.toWgs84());
    }

    private static boolean saysSixDegrees(String name) {
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        boolean gaussKruger = plain.contains("GK") || plain.contains("GAUSSKRUGER");
        return gaussKruger && !plain.contains("3DEG");
    }

    private static void add(CrsDefinition definition) {
        BY_CODE.put(definition.code(), definition);
    }

    /** First codes of: 6° with zone number, 6° by meridian, 3° with zone number, 3° by meridian. */
    private static void gaussKruger(
            String name, SurveyDatum datum, int sixZone, int sixMeridian, int threeZone, int threeMeridian) {
        for (int i = 0; i <= 10; i++) {
            int zone = 13 + i;
            int meridian = 75 + 6 * i;
            add(CrsDefinition.gaussKruger(
                    sixZone + i, name + " / Gauss-Kruger zone " + zone, datum, meridian, zone * 1e6 + 500_000));
            add(CrsDefinition.gaussKruger(
                    sixMeridian + i, name + " / Gauss-Kruger CM " + meridian + "E", datum, meridian, 500_000));
        }
        for (int i = 0; i <= 20; i++) {
            int zone = 25 + i;
            int meridian = 75 + 3 * i;
            String family = name + " / 3-degree Gauss-Kruger ";
            add(CrsDefinition.gaussKruger(
                    threeZone + i, family + "zone " + zone, datum, meridian, zone * 1e6 + 500_000));
            add(CrsDefinition.gaussKruger(
                    threeMeridian + i, family + "CM " + meridian + "E", datum, meridian, 500_000));
        }
    }

    private static void utm(int zone, String hemisphere, int code, double falseNorthing) {
        add(new CrsDefinition(
                code,
                "WGS 84 / UTM zone " + zone + hemisphere,
                SurveyDatum.WGS84,
                Projection.TRANSVERSE_MERCATOR,
                6.0 * zone - 183,
                0.9996,
                500_000,
                falseNorthing,
                null));
    }
}
