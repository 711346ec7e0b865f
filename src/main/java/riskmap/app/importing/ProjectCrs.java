package riskmap.app.importing;

import java.util.OptionalInt;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.MetreCrs;

/**
 * The CRS of a new project: that of the first layer where it is in metres on CGCS2000 or WGS 84, else the CGCS2000
 * 3-degree Gauss-Kruger zone (without zone number) it lies in; outside China's zones the layer's own.
 */
final class ProjectCrs {
    private ProjectCrs() {}

    static CoordinateReferenceSystem choose(ImportSource.Somewhere at) {
        if (!Crs.isGeographic(at.crs())) {
            return at.crs();
        }
        OptionalInt zone = MetreCrs.inChina(at.crs(), at.x(), at.y());
        return zone.isPresent() ? Crs.of(zone.getAsInt()) : at.crs();
    }
}
