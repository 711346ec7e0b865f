package riskmap.ui.canvas;

import java.util.Locale;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.geo.Crs;

/**
 * Coordinates as the status bar says them: in the map's CRS, and as degrees, minutes and seconds of geographic CGCS2000
 * (EPSG:4490). Tenths of a second, 3 m, are finer than a screen pixel at 1:10 000.
 */
public final class CoordinateText {
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
