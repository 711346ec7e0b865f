package riskmap.io.gml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;

/**
 * A {@code srsName}: which CRS, and in which order its coordinates are written. The long forms (URN, {@code def/crs})
 * mean the order of the EPSG dataset, so latitude before longitude and northing before easting where that says so; the
 * short form and the one of GML 2 have always meant x before y, as do CRS84 and a name that is not known.
 *
 * <p><b>Source:</b> OGC 07-092r3 (URNs), OGC 09-048r5 (def/crs); the other two as GDAL and GeoServer write them.
 *
 * @param name as the file has it
 * @param code the code in it, or empty where it has none that can be told
 * @param official whether the order is that of the EPSG dataset
 */
record GmlSrs(String name, String code, boolean official) {
    private static final Pattern OFFICIAL = Pattern.compile(
            "(?i)(?:urn:(?:x-)?ogc:def:crs:epsg:[^:]*:|https?://www\\.opengis\\.net/def/crs/epsg/[^/]+/)(\\d{4,6})");
    private static final Pattern SHORT =
            Pattern.compile("(?i)(?:epsg:|https?://www\\.opengis\\.net/gml/srs/epsg\\.xml#)(\\d{4,6})");

    static GmlSrs of(String srsName) {
        String name = srsName.strip();
        Matcher official = OFFICIAL.matcher(name);
        if (official.matches()) {
            return new GmlSrs(name, "EPSG:" + official.group(1), true);
        }
        Matcher plain = SHORT.matcher(name);
        if (plain.matches()) {
            return new GmlSrs(name, "EPSG:" + plain.group(1), false);
        }
        return new GmlSrs(name, name, false);
    }

    /** @throws RiskMapException when it is not known */
    CoordinateReferenceSystem crs() {
        return Crs.of(code);
    }

    /**
     * Whether the second number is x.
     *
     * @param instead the CRS that the user states where the code is not known; may be null
     */
    boolean isNorthFirst(CoordinateReferenceSystem instead) {
        if (!official) {
            return false;
        }
        try {
            return Crs.isNorthFirst(crs());
        } catch (RiskMapException unknown) {
            return instead != null && Crs.isNorthFirst(instead);
        }
    }

    /** The same code with coordinates in the order of the EPSG dataset. */
    GmlSrs asOfficial() {
        return new GmlSrs(name, code, true);
    }

    /** Whether coordinates of both are in one CRS, in whatever order. */
    boolean isSame(GmlSrs other) {
        return code.equals(other.code);
    }
}
