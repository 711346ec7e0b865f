package riskmap.geo.crs;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.ReferenceIdentifier;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.referencing.CRS;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * The doors to coordinate reference systems: by code, from well-known text, back to both, and from one to another.
 *
 * <p>A CRS that comes out of here has x (easting, longitude) first and y second, whatever its authority states. The
 * ones in use in Chinese surveys are known by their parameters and cost nothing; any other code wakes GeoTools' EPSG
 * database, which takes seconds: not on the window's thread.
 */
public final class Crs {
    private static final int WEB_MERCATOR = 3857;
    /**
     * What Web Mercator was called before and elsewhere: the coordinates are the same. By its definition the deprecated
     * 3785 is a sphere of its own, and what is carried over to that by way of the ellipsoid lies 0.7 % farther south.
     * Source: EPSG, change of 3785 to 3857; Esri's WKID 102100 and 102113.
     */
    private static final Set<Integer> WEB_MERCATORS = Set.of(3785, 900913, 102100, 102113);

    private static final Pattern CODE = Pattern.compile(
            "(?:EPSG:{1,2}|URN:OGC:DEF:CRS:EPSG:[0-9.]*:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/EPSG/[0-9.]+/)?(\\d{1,9})");
    private static final Pattern CRS84 = Pattern.compile(
            "(?:URN:OGC:DEF:CRS:OGC:[0-9.]*:|OGC:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/OGC/[0-9.]+/)?CRS84");
    private static final Map<CoordinateReferenceSystem, Optional<CrsDefinition>> READ =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Crs() {}

    /**
     * The CRS of a code such as {@code EPSG:4550}, {@code 4550}, {@code urn:ogc:def:crs:EPSG::4550} or {@code CRS84}.
     *
     * @throws RiskMapException when no such CRS is known
     */
    public static CoordinateReferenceSystem of(String code) {
        String plain = code.trim().toUpperCase(Locale.ROOT);
        if (CRS84.matcher(plain).matches()) {
            return of(4326);
        }
        Matcher matcher = CODE.matcher(plain);
        if (!matcher.matches()) {
            throw RiskMapException.of("geo.crs-unknown", code);
        }
        return of(Integer.parseInt(matcher.group(1)));
    }

    /** The CRS of an EPSG code. */
    public static CoordinateReferenceSystem of(int code) {
        CrsDefinition known = CrsTable.get(WEB_MERCATORS.contains(code) ? WEB_MERCATOR : code);
        if (known != null) {
            return CrsObjects.of(known);
        }
        try {
            return CRS.decode("EPSG:" + code, true);
        } catch (FactoryException | RuntimeException unknown) {
            throw new RiskMapException(Message.of("geo.crs-unknown", "EPSG:" + code), unknown);
        }
    }

    /** The EPSG codes that cost nothing, in the order of the table. */
    public static List<Integer> known() {
        return CrsTable.codes();
    }

    /** The code as {@code EPSG:4550}, or null when the CRS (or null) has none. */
    public static String code(CoordinateReferenceSystem crs) {
        if (crs == null) {
            return null;
        }
        CrsDefinition known = definition(crs);
        if (known != null) {
            return known.code() > 0 ? "EPSG:" + known.code() : null;
        }
        for (ReferenceIdentifier identifier : crs.getIdentifiers()) {
            if ("EPSG".equalsIgnoreCase(identifier.getCodeSpace())) {
                return "EPSG:" + identifier.getCode();
            }
        }
        return null;
    }

    /** The number of the code, 0 when the CRS (or null) has none. */
    public static int epsg(CoordinateReferenceSystem crs) {
        String code = code(crs);
        return code == null ? 0 : Integer.parseInt(code.substring("EPSG:".length()));
    }

    /** What the CRS is called, with its code where it has one. */
    public static String title(CoordinateReferenceSystem crs) {
        CrsDefinition known = definition(crs);
        String name = known != null ? known.name() : crs.getName().getCode();
        String code = code(crs);
        return code == null ? name : name + " (" + code + ")";
    }

    /**
     * The CRS that well-known text means: OGC WKT 1, Esri's .prj flavour, or WKT 2 of a known CRS. Axes become x, y.
     *
     * @throws RiskMapException when the text is not a CRS
     */
    public static CoordinateReferenceSystem fromWkt(String text) {
        try {
            WktNode root = WktNode.parse(text);
            CrsDefinition known = CrsReader.read(root);
            return known != null ? CrsObjects.of(known) : ForeignCrs.parse(root);
        } catch (FactoryException | RuntimeException unreadable) {
            String start = text.strip();
            throw new RiskMapException(
                    Message.of("geo.wkt-unreadable", start.substring(0, Math.min(60, start.length()))), unreadable);
        }
    }

    /** OGC WKT 1 as GDAL writes it, with authority codes; its axes are the authority's. */
    public static String toWkt(CoordinateReferenceSystem crs) {
        CrsDefinition known = definition(crs);
        return known != null ? CrsWriter.ogc(known) : ForeignCrs.format(crs);
    }

    /** Esri's flavour, for .prj files. */
    public static String toEsriWkt(CoordinateReferenceSystem crs) {
        CrsDefinition known = definition(crs);
        return known != null ? CrsWriter.esri(known) : ForeignCrs.format(crs);
    }

    /** Unit of the coordinates as it is written, such as m or °; empty for none. */
    public static String unit(CoordinateReferenceSystem crs) {
        return crs == null ? "" : crs.getCoordinateSystem().getAxis(0).getUnit().toString();
    }

    /** Whether coordinates are degrees of longitude and latitude. */
    public static boolean isGeographic(CoordinateReferenceSystem crs) {
        return crs instanceof GeographicCRS;
    }

    /**
     * Whether the EPSG dataset puts north or latitude before east or longitude: of latitude and longitude, and of
     * Gauss-Kruger zones, but not of UTM and Web Mercator. Here x always comes first; texts of others follow the dataset.
     */
    public static boolean isNorthFirst(CoordinateReferenceSystem crs) {
        CrsDefinition known = definition(crs);
        if (known != null) {
            return known.isNorthFirst();
        }
        int code = epsg(crs);
        try {
            return code > 0
                    && CRS.decode("EPSG:" + code, false)
                            .getCoordinateSystem()
                            .getAxis(0)
                            .getDirection()
                            .equals(AxisDirection.NORTH);
        } catch (FactoryException unknown) {
            throw new RiskMapException(Message.of("geo.crs-unknown", "EPSG:" + code), unknown);
        }
    }

    /**
     * Whether its metres are those of the web's maps, stretched by 1/cos φ in both directions: in the middle of China a
     * length comes out a quarter too long and an area half as large again.
     */
    public static boolean isWebMercator(CoordinateReferenceSystem crs) {
        return crs != null && epsg(crs) == WEB_MERCATOR;
    }

    /** Whether lengths in its coordinates are metres of the ground, as taken for granted of an unknown one. */
    public static boolean isInGroundMetres(CoordinateReferenceSystem crs) {
        return crs == null
                || !isGeographic(crs) && !isWebMercator(crs) && unit(crs).equals("m");
    }

    /** The longitudes and latitudes that a CRS is based on: itself when geographic, WGS 84 when it is not known. */
    public static CoordinateReferenceSystem geographic(CoordinateReferenceSystem crs) {
        CrsDefinition known = definition(crs);
        if (isGeographic(crs)) {
            return crs;
        }
        return known == null ? of(SurveyDatum.WGS84.geographicCode()) : CrsObjects.of(known.base());
    }

    /** Whether both mean the same coordinates; null equals only null. */
    public static boolean same(CoordinateReferenceSystem one, CoordinateReferenceSystem other) {
        if (one == other || one == null || other == null) {
            return one == other;
        }
        if (one instanceof TurnedCrs || other instanceof TurnedCrs) {
            return TurnedCrs.degrees(one) == TurnedCrs.degrees(other)
                    && same(TurnedCrs.base(one), TurnedCrs.base(other));
        }
        CrsDefinition first = definition(one);
        CrsDefinition second = definition(other);
        if (first != null && second != null) {
            return first.sameParameters(second);
        }
        return first == null && second == null && CRS.equalsIgnoreMetadata(one, other);
    }

    /**
     * The transform from one CRS to another.
     *
     * @throws RiskMapException when the change of datum needs parameters that are not known
     */
    public static CrsTransform transform(CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
        if (same(from, to)) {
            return CrsTransform.IDENTITY;
        }
        if (from instanceof TurnedCrs || to instanceof TurnedCrs) {
            return TurnedCrs.transform(from, to);
        }
        CrsDefinition source = definition(from);
        CrsDefinition target = definition(to);
        return source != null && target != null
                ? KnownTransform.between(source, target)
                : ForeignCrs.transform(from, to);
    }

    /**
     * The same CRS with the seven parameters of its datum to WGS 84: dx, dy, dz in metres, rx, ry, rz in arc seconds
     * (position vector), scale in parts per million, as the survey authority gives them.
     */
    public static CoordinateReferenceSystem withToWgs84(CoordinateReferenceSystem crs, double... parameters) {
        CrsDefinition known = definition(crs);
        if (known == null || parameters.length != 7) {
            throw new IllegalArgumentException("seven parameters of a known CRS");
        }
        return CrsObjects.of(known.withToWgs84(parameters.clone()));
    }

    /** What is known of the CRS by its parameters, or null. */
    public static CrsDefinition definition(CoordinateReferenceSystem crs) {
        if (crs == null || crs instanceof TurnedCrs) {
            return null;
        }
        CrsDefinition made = CrsObjects.definition(crs);
        return made != null
                ? made
                : READ.computeIfAbsent(crs, ForeignCrs::recognise).orElse(null);
    }
}
