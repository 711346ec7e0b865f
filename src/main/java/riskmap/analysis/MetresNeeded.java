package riskmap.analysis;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.MetreCrs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Layers and rasters in degrees given to what measures in metres: they are refused, with the tool and the CRS that help. */
public final class MetresNeeded {
    private MetresNeeded() {}

    /** Refuses a layer in degrees. */
    public static void require(LayerRows rows) {
        if (Crs.isGeographic(rows.crs())) {
            throw RiskMapException.of(
                    "analysis.crs-in-degrees", rows.type().getTypeName(), remedy(rows.crs(), rows.extent(), false));
        }
    }

    /** Refuses a raster in degrees. */
    public static Grid require(Grid grid) {
        require(grid.geometry(), true);
        return grid;
    }

    /**
     * Refuses cells in degrees.
     *
     * @param raster whether they are those of a raster that was given, not those made for a layer
     */
    static void require(GridGeometry cells, boolean raster) {
        if (Crs.isGeographic(cells.crs())) {
            throw RiskMapException.of(
                    raster ? "analysis.raster-in-degrees" : "analysis.features-in-degrees",
                    remedy(cells.crs(), cells.envelope(), raster));
        }
    }

    /** What brings something in degrees to metres: the tool, and the CRS that suits where it lies. */
    public static Message remedy(CoordinateReferenceSystem crs, Envelope extent, boolean raster) {
        String tool = raster ? "resample" : "reproject";
        String suiting = MetreCrs.suiting(crs, extent);
        Message title = Message.of("analysis." + tool);
        return suiting == null
                ? Message.of("analysis.to-metres", title, tool)
                : Message.of("analysis.to-metres-of", title, tool, suiting);
    }
}
