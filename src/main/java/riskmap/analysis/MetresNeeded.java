package riskmap.analysis;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.MetreCrs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * Layers and rasters whose coordinates are no metres of the ground, but degrees, the stretched metres of web maps or feet,
 * given to what measures in metres: they are refused, with the tool and the CRS that help.
 */
public final class MetresNeeded {
    private MetresNeeded() {}

    /** Refuses a layer that is not in metres of the ground. */
    public static void require(LayerRows rows) {
        String name = rows.type().getTypeName();
        if (Crs.isGeographic(rows.crs())) {
            throw RiskMapException.of("analysis.crs-in-degrees", name, remedy(rows.crs(), rows.extent(), false));
        }
        requireMetres(Message.of("analysis.measured-layer", name), rows.crs(), rows.extent(), false);
    }

    /** Refuses a raster that is not in metres of the ground. */
    public static Grid require(Grid grid) {
        require(grid.geometry(), true);
        return grid;
    }

    /**
     * Refuses cells that are not in metres of the ground.
     *
     * @param raster whether they are those of a raster that was given, not those made for a layer
     */
    static void require(GridGeometry cells, boolean raster) {
        if (Crs.isGeographic(cells.crs())) {
            throw RiskMapException.of(
                    raster ? "analysis.raster-in-degrees" : "analysis.features-in-degrees",
                    remedy(cells.crs(), cells.envelope(), raster));
        }
        requireMetres(
                Message.of(raster ? "analysis.measured-raster" : "analysis.measured-features"),
                cells.crs(),
                cells.envelope(),
                raster);
    }

    private static void requireMetres(Message what, CoordinateReferenceSystem crs, Envelope extent, boolean raster) {
        if (!Crs.isInGroundMetres(crs)) {
            Message remedy = remedy(crs, extent, raster);
            throw new RiskMapException(
                    Crs.isWebMercator(crs)
                            ? Message.of("analysis.stretched", what, Crs.title(crs), remedy)
                            : Message.of("analysis.not-metres", what, Crs.title(crs), Crs.unit(crs), remedy));
        }
    }

    /** What brings something to metres of the ground: the tool, and the CRS that suits where it lies. */
    public static Message remedy(CoordinateReferenceSystem crs, Envelope extent, boolean raster) {
        CoordinateReferenceSystem degrees = Crs.geographic(crs);
        Envelope there = Crs.isGeographic(crs)
                ? extent
                : Crs.transform(crs, degrees)
                        .apply(new GeometryFactory().toGeometry(extent))
                        .getEnvelopeInternal();
        String tool = raster ? "resample" : "reproject";
        String suiting = MetreCrs.suiting(degrees, there);
        Message title = Message.of("analysis." + tool);
        return suiting == null
                ? Message.of("analysis.to-metres", title, tool)
                : Message.of("analysis.to-metres-of", title, tool, suiting);
    }
}
