package riskmap.geo.crs;

import java.util.Locale;

/**
 * The geodetic datums of Chinese survey data: the ellipsoid a latitude stands on and the names by which files call it.
 *
 * <p><b>Source:</b> EPSG dataset (datums 6326, 1043, 6214, 6610; ellipsoids 7030, 1024, 7024, 7049); GB/T 18522,
 * CGCS2000. WGS 84 and CGCS2000 differ by centimetres and count as one (no shift); Beijing 1954 and Xian 1980 differ
 * from them by tens of metres, with parameters that depend on the place and are given by the survey authority.
 */
public enum SurveyDatum {
    WGS84("WGS 84", "WGS_1984", "WGS 84", 6378137, 298.257223563, new int[] {4326, 6326, 7030}),
    CGCS2000("China Geodetic Coordinate System 2000", "China_2000", "CGCS2000", 6378137, 298.257222101, new int[] {
        4490, 1043, 1024
    }),
    BEIJING_1954("Beijing 1954", "Beijing_1954", "Krassowsky 1940", 6378245, 298.3, new int[] {4214, 6214, 7024}),
    XIAN_1980("Xian 1980", "Xian_1980", "IAG 1975", 6378140, 298.257, new int[] {4610, 6610, 7049});

    private final String crsName;
    private final String datumName;
    private final String ellipsoidName;
    private final double semiMajor;
    private final double inverseFlattening;
    private final int[] codes;

    SurveyDatum(
            String crsName,
            String datumName,
            String ellipsoidName,
            double semiMajor,
            double inverseFlattening,
            int[] codes) {
        this.crsName = crsName;
        this.datumName = datumName;
        this.ellipsoidName = ellipsoidName;
        this.semiMajor = semiMajor;
        this.inverseFlattening = inverseFlattening;
        this.codes = codes;
    }

    /** EPSG name of the geographic CRS on this datum. */
    String crsName() {
        return crsName;
    }

    /** Name in OGC WKT 1. */
    String datumName() {
        return datumName;
    }

    String ellipsoidName() {
        return ellipsoidName;
    }

    /** Semi-major axis, metres. */
    public double semiMajor() {
        return semiMajor;
    }

    public double inverseFlattening() {
        return inverseFlattening;
    }

    /** EPSG code of the geographic CRS. */
    public int geographicCode() {
        return codes[0];
    }

    int datumCode() {
        return codes[1];
    }

    int ellipsoidCode() {
        return codes[2];
    }

    /** Whether coordinates on both may be exchanged without a shift. */
    boolean sameAs(SurveyDatum other) {
        return this == other || (isWorldwide() && other.isWorldwide());
    }

    private boolean isWorldwide() {
        return this == WGS84 || this == CGCS2000;
    }

    /** The name Esri gives the geographic CRS in a .prj file. */
    String esriCrsName() {
        return switch (this) {
            case WGS84 -> "GCS_WGS_1984";
            case CGCS2000 -> "GCS_China_Geodetic_Coordinate_System_2000";
            case BEIJING_1954 -> "GCS_Beijing_1954";
            case XIAN_1980 -> "GCS_Xian_1980";
        };
    }

    /** The name Esri gives the ellipsoid. */
    String esriEllipsoidName() {
        return switch (this) {
            case WGS84 -> "WGS_1984";
            case CGCS2000 -> "CGCS2000";
            case BEIJING_1954 -> "Krasovsky_1940";
            case XIAN_1980 -> "Xian_1980";
        };
    }

    /**
     * The datum a file means, from its names and ellipsoid; null when it is none of these. The name decides, because
     * CGCS2000 shares its ellipsoid with the datums of other countries; the ellipsoid must agree.
     */
    static SurveyDatum find(String name, double semiMajor, double inverseFlattening) {
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        for (SurveyDatum datum : values()) {
            boolean named =
                    switch (datum) {
                        case WGS84 ->
                            plain.contains("WGS84")
                                    || plain.contains("WGS1984")
                                    || plain.contains("WORLDGEODETICSYSTEM1984");
                        case CGCS2000 ->
                            plain.contains("CHINA2000")
                                    || plain.contains("CGCS2000")
                                    || plain.contains("CHINAGEODETICCOORDINATESYSTEM2000");
                        case BEIJING_1954 -> plain.contains("BEIJING1954") || plain.contains("BEIJING54");
                        case XIAN_1980 -> plain.contains("XIAN1980") || plain.contains("XIAN80");
                    };
            // Esri rounds some inverse flattenings; 1e-3 still separates Krassowsky, IAG 1975 and GRS 80
            if (named
                    && Math.abs(semiMajor - datum.semiMajor) < 1
                    && Math.abs(inverseFlattening - datum.inverseFlattening) < 1e-3) {
                return datum;
            }
        }
        return null;
    }
}
