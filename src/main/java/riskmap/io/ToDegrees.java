package riskmap.io;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;

/** The way to WGS 84 for formats that know nothing else, such as GeoJSON and KML. */
public final class ToDegrees {
    private ToDegrees() {}

    /** The transformation; null without a CRS. Where there is none, says which formats keep the coordinates as they are. */
    public static CrsTransform from(CoordinateReferenceSystem source, String format) {
        if (source == null) {
            return null;
        }
        try {
            return Crs.transform(source, Crs.of(4326));
        } catch (RiskMapException e) {
            throw new RiskMapException(Message.of("io.not-to-wgs84", format, e.userMessage()), e);
        }
    }
}
