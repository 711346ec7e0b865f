package riskmap.geo.crs;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import riskmap.geo.crs.CrsDefinition.Projection;

/**
 * Recognises a CRS in well-known text by its parameters: OGC WKT 1 as GDAL writes it, Esri's flavour of .prj files, and
 * WKT 2. Authority codes are believed only when the parameters agree with them.
 */
final class CrsReader {
    private static final double DEGREE = Math.PI / 180;

    private CrsReader() {}

    /** The known definition, or null when the text means another CRS. Throws IllegalArgumentException for no WKT. */
    static CrsDefinition read(WktNode root) {
        WktNode projected = root.find("PROJCS", "PROJCRS", "PROJECTEDCRS");
        WktNode geographic = root.find("GEOGCS", "GEOGCRS", "GEODCRS", "BASEGEOGCRS", "GEOGRAPHICCRS", "BASEGEODCRS");
        if (geographic == null || !plainGreenwich(geographic)) {
            return null;
        }
        SurveyDatum datum = datum(geographic);
        if (datum == null) {
            return null;
        }
        CrsDefinition base = CrsDefinition.geographic(datum).withToWgs84(toWgs84(geographic));
        return projected == null ? base : projected(projected, base);
    }

    private static SurveyDatum datum(WktNode geographic) {
        WktNode datum = geographic.find("DATUM", "TRF", "GEODETICDATUM", "ENSEMBLE");
        WktNode ellipsoid = geographic.find("SPHEROID", "ELLIPSOID");
        if (datum == null || ellipsoid == null) {
            return null;
        }
        SurveyDatum byDatum = SurveyDatum.find(datum.name(), ellipsoid.number(1), ellipsoid.number(2));
        boolean unnamed = datum.name().toUpperCase(Locale.ROOT).contains("UNKNOWN")
                || datum.name().isBlank();
        return byDatum != null || !unnamed
                ? byDatum
                : SurveyDatum.find(geographic.name(), ellipsoid.number(1), ellipsoid.number(2));
    }

    private static boolean plainGreenwich(WktNode geographic) {
        WktNode meridian = geographic.child("PRIMEM", "PRIMEMERIDIAN");
        WktNode unit = geographic.child("UNIT", "ANGLEUNIT");
        return (meridian == null || meridian.number(1) == 0)
                && (unit == null || Math.abs(unit.number(1) - DEGREE) < 1e-9);
    }

    private static double[] toWgs84(WktNode geographic) {
        WktNode node = geographic.find("TOWGS84");
        if (node == null) {
            return null;
        }
        double[] result = new double[7];
        boolean any = false;
        for (int i = 0; i < 7 && i < node.values().size(); i++) {
            result[i] = node.number(i);
            any |= result[i] != 0;
        }
        return any ? result : null;
    }

    private static CrsDefinition projected(WktNode node, CrsDefinition base) {
        WktNode method = node.find("PROJECTION", "METHOD");
        WktNode unit = node.child("UNIT", "LENGTHUNIT");
        if (unit == null) {
            unit = node.find("LENGTHUNIT");
        }
        if (method == null || (unit != null && Math.abs(unit.number(1) - 1) > 1e-9)) {
            return null;
        }
        String name = method.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (isWebMercator(name, node) && base.datum() == SurveyDatum.WGS84) {
            return CrsTable.get(3857);
        }
        if (!name.equals("TRANSVERSEMERCATOR") && !name.equals("GAUSSKRUGER")) {
            return null;
        }
        Map<String, Double> values = parameters(node);
        if (values.getOrDefault("LATITUDEOFORIGIN", 0.0) != 0) {
            return null;
        }
        CrsDefinition found = new CrsDefinition(
                code(node),
                node.name(),
                base.datum(),
                Projection.TRANSVERSE_MERCATOR,
                values.getOrDefault("CENTRALMERIDIAN", 0.0),
                values.getOrDefault("SCALEFACTOR", 1.0),
                values.getOrDefault("FALSEEASTING", 0.0),
                values.getOrDefault("FALSENORTHING", 0.0),
                base.toWgs84());
        return CrsTable.identify(found);
    }

    private static boolean isWebMercator(String method, WktNode node) {
        WktNode extension = node.find("EXTENSION");
        boolean spherical = extension != null
                && extension.values().size() > 1
                && extension.values().get(1).contains("+a=6378137 +b=6378137");
        return method.equals("MERCATORAUXILIARYSPHERE")
                || method.equals("POPULARVISUALISATIONPSEUDOMERCATOR")
                || (method.equals("MERCATOR1SP") && (spherical || code(node) == 3857));
    }

    private static Map<String, Double> parameters(WktNode projected) {
        Map<String, Double> result = new TreeMap<>();
        WktNode conversion = projected.child("CONVERSION");
        for (WktNode child : (conversion == null ? projected : conversion).children()) {
            if (child.keyword().equals("PARAMETER")) {
                String name = child.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
                String key =
                        switch (name) {
                            case "LATITUDEOFNATURALORIGIN" -> "LATITUDEOFORIGIN";
                            case "LONGITUDEOFNATURALORIGIN", "LONGITUDEOFCENTER" -> "CENTRALMERIDIAN";
                            case "SCALEFACTORATNATURALORIGIN" -> "SCALEFACTOR";
                            default -> name;
                        };
                result.put(key, child.number(1));
            }
        }
        return result;
    }

    private static int code(WktNode node) {
        WktNode authority = node.child("AUTHORITY", "ID");
        if (authority == null || !authority.name().equalsIgnoreCase("EPSG")) {
            return 0;
        }
        double code = authority.number(1);
        return code > 0 && code < Integer.MAX_VALUE ? (int) code : 0;
    }
}
