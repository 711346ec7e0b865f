package riskmap.app.importing;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;

/** The CRS of a project that begins with a raster. */
final class RasterPlace {
    private RasterPlace() {}

    static CoordinateReferenceSystem chosenCrs(ImportSource source) {
        GridGeometry geometry = ((GridFormat) source.format())
                .read(source.address().file(), source.options(), new ImportLog(), Progress.silent())
                .geometry();
        if (geometry.crs() == null) {
            throw RiskMapException.of("io.crs-missing", source.fileName());
        }
        double x = (geometry.minX() + geometry.maxX()) / 2;
        double y = (geometry.minY() + geometry.maxY()) / 2;
        return ProjectCrs.choose(new ImportSource.Somewhere(geometry.crs(), x, y));
    }
}
