package riskmap.analysis;

import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.RiskMapException;
import riskmap.geo.GridGeometry;

/** The cells of a raster to be made from features: those of another raster, or square ones that cover the features. */
final class TargetLattice {
    /** Cells a raster may have, 1.6 GB: a cell size mistyped by some zeros is told instead of filling the memory. */
    private static final double MOST_CELLS = 4e8;

    private TargetLattice() {}

    /** The parameters {@code like} and {@code cell}. */
    static List<Parameter> parameters(String owner) {
        return List.of(
                Parameter.of(owner, "like", Parameter.Type.GRID, null).asOptional(),
                Parameter.number(owner, "cell", "", 10, 1e-6, 1e6));
    }

    /**
     * The cells of the raster given as {@code like}; without one, square cells that cover the features.
     *
     * @throws RiskMapException when there is neither, or there would be too many cells
     */
    static GridGeometry of(Inputs inputs, ParameterValues values, LayerRows features) {
        if (inputs.has("like")) {
            return inputs.lattice("like");
        }
        Envelope extent = new Envelope();
        for (Geometry geometry : features.geometries()) {
            if (geometry != null) {
                extent.expandToInclude(geometry.getEnvelopeInternal());
            }
        }
        if (extent.isNull()) {
            throw RiskMapException.of("analysis.extent-empty", features.type().getTypeName());
        }
        return covering(extent, values.number("cell"), features.crs());
    }

    static GridGeometry covering(Envelope extent, double cell, CoordinateReferenceSystem crs) {
        double cells = (extent.getWidth() / cell + 1) * (extent.getHeight() / cell + 1);
        if (cells > MOST_CELLS) {
            throw RiskMapException.of("analysis.too-many-cells", Double.toString(cell), Math.round(cells));
        }
        return GridGeometry.covering(extent, cell, crs);
    }
}
