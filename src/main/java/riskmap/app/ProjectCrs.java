package riskmap.app;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.RiskMapException;
import riskmap.geo.Crs;

/**
 * The CRS of a new project: that of the first layer where it is in metres on CGCS2000 or WGS 84, else the CGCS2000
 * 3-degree Gauss-Kruger zone (without zone number) it lies in; outside China's zones the layer's own.
 */
final class ProjectCrs {
    /** The zone with central meridian 75° E; one code per 3 degrees up to 135° E. */
    private static final int FIRST_ZONE = 4534;

    private static final double FIRST_MERIDIAN = 75;
    private static final int ZONES = 21;

    private ProjectCrs() {}

    static CoordinateReferenceSystem choose(ImportSource.Somewhere at) {
        if (!Crs.isGeographic(at.crs())) {
            return at.crs();
        }
        double[] place = {at.x(), at.y()};
        try {
            Crs.transform(at.crs(), Crs.of(4490)).apply(place, 1);
        } catch (RiskMapException otherDatum) {
            return at.crs();
        }
        long zone = Math.round((place[0] - FIRST_MERIDIAN) / 3);
        boolean inChina = zone >= 0 && zone < ZONES && place[1] > 0 && place[1] < 60;
        return inChina ? Crs.of(FIRST_ZONE + (int) zone) : at.crs();
    }
}
