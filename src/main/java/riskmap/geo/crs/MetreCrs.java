package riskmap.geo.crs;

import java.util.OptionalInt;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.RiskMapException;

/**
 * The CRS in metres that suits a place given in degrees: in China the CGCS2000 3-degree Gauss-Kruger zone without zone
 * number it lies in, elsewhere the UTM zone on WGS 84.
 */
public final class MetreCrs {
    /** The zone with central meridian 75° E; one code per 3 degrees up to 135° E. */
    private static final int FIRST_ZONE = 4534;

    private static final double FIRST_MERIDIAN = 75;
    private static final int ZONES = 21;

    /** China with its seas, from 3° to 54° N and 73° to 136° E. */
    private static final Envelope CHINA = new Envelope(73, 136, 3, 54);

    private MetreCrs() {}

    /** The EPSG code of China's zone at a place, none where it lies outside all of them. */
    public static OptionalInt inChina(CoordinateReferenceSystem crs, double x, double y) {
        double[] place = {x, y};
        try {
            Crs.transform(crs, Crs.of(SurveyDatum.CGCS2000.geographicCode())).apply(place, 1);
        } catch (RiskMapException otherDatum) {
            return OptionalInt.empty();
        }
        if (!CHINA.contains(place[0], place[1])) {
            return OptionalInt.empty();
        }
        int zone = (int) Math.round((place[0] - FIRST_MERIDIAN) / 3);
        return OptionalInt.of(FIRST_ZONE + Math.max(0, Math.min(ZONES - 1, zone)));
    }

    /**
     * The code that suits the middle of an extent, such as {@code EPSG:4550}.
     *
     * @param crs of the extent, in degrees
     * @return null where the extent is empty or its numbers are no degrees
     */
    public static String suiting(CoordinateReferenceSystem crs, Envelope extent) {
        Coordinate middle = extent.centre();
        if (middle == null || !(Math.abs(middle.x) <= 180 && Math.abs(middle.y) <= 90)) {
            return null;
        }
        OptionalInt china = inChina(crs, middle.x, middle.y);
        int utm = (middle.y < 0 ? 32700 : 32600) + Math.min(60, (int) Math.floor((middle.x + 180) / 6) + 1);
        return "EPSG:" + china.orElse(utm);
    }
}
