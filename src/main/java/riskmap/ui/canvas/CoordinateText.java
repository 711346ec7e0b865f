package riskmap.ui.canvas;

import java.util.Locale;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.geo.crs.Crs;

/**
 * Coordinates as the status bar says them: in the map's CRS, and as degrees, minutes and seconds of geographic CGCS2000
 * (EPSG:4490). Tenths of a second, 3 m, are finer than a screen pixel at 1:10 000.
 */
public final class CoordinateText {
    /** How degrees are written. */
    public enum Degrees {
        /** Degrees, minutes, seconds: {@code 122°07′14.3″E}. */
        SEXAGESIMAL,
        /** Degrees and their decimals: {@code 122.120639°E}; the last of six is a tenth of a metre. */
        DECIMAL;

        /** The name in the settings file. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one with this name, degrees, minutes and seconds for any other. */
        public static Degrees of(String code) {
            return DECIMAL.code().equals(code) ? DECIMAL : SEXAGESIMAL;
        }
    }

    private CoordinateText() {}

    /** Two numbers in the map's own CRS: metres without decimals, degrees with six. */
    public static String inMapUnits(double x, double y, CoordinateReferenceSystem crs) {
        String format = Crs.isGeographic(crs) ? "%.6f, %.6f" : "%.1f, %.1f";
        return String.format(Locale.ROOT, format, x, y);
    }

    /** Longitude and latitude, such as {@code 122°07′14.3″E 37°30′36.0″N}. */
    public static String degrees(double longitude, double latitude) {
        return sexagesimal(longitude, "E", "W") + "  " + sexagesimal(latitude, "N", "S");
    }

    /** Longitude and latitude in one manner or the other. */
    public static String degrees(double longitude, double latitude, Degrees manner) {
        return manner == Degrees.SEXAGESIMAL
                ? degrees(longitude, latitude)
                : String.format(
                        Locale.ROOT,
                        "%.6f°%s  %.6f°%s",
                        Math.abs(longitude),
                        longitude < 0 ? "W" : "E",
                        Math.abs(latitude),
                        latitude < 0 ? "S" : "N");
    }

    private static String sexagesimal(double degrees, String positive, String negative) {
        long tenths = Math.round(Math.abs(degrees) * 36_000);
        return String.format(
                Locale.ROOT,
                "%d°%02d′%02d.%d″%s",
                tenths / 36_000,
                tenths / 600 % 60,
                tenths / 10 % 60,
                tenths % 10,
                degrees < 0 ? negative : positive);
    }
}
