package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.GridGeometry;

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

    /** Square cells from the north-west corner of an extent on, as many as fit to the nearest whole number. */
    static GridGeometry from(Envelope extent, double cell, CoordinateReferenceSystem crs) {
        double across = Math.max(1, Math.floor(extent.getWidth() / cell + 0.5));
        double down = Math.max(1, Math.floor(extent.getHeight() / cell + 0.5));
        if (across * down > MOST_CELLS) {
            throw RiskMapException.of("analysis.too-many-cells", Double.toString(cell), Math.round(across * down));
        }
        return new GridGeometry((int) across, (int) down, extent.getMinX(), extent.getMaxY(), cell, cell, crs);
    }

    /** The parameters of a frame: {@code extent}, {@code extent-crs}, {@code columns} and {@code rows}. */
    static List<Parameter> frameParameters(String owner) {
        List<Parameter> all = new ArrayList<>(GivenExtent.parameters(owner));
        for (String count : List.of("columns", "rows")) {
            all.add(Parameter.bounded(owner, count, Parameter.Type.INTEGER, "", null, 1.0, 1e6)
                    .asOptional());
        }
        return all;
    }

    /**
     * The cells of a frame: so many columns and rows in the extent, or as many square ones as fit to the nearest whole
     * number, from its north-west; where neither an extent nor columns and rows are given those of {@link #of}.
     */
    static GridGeometry framed(Inputs inputs, ParameterValues values, LayerRows features) {
        boolean counted = values.has("columns") || values.has("rows");
        if (!counted && !values.has("extent")) {
            return of(inputs, values, features);
        }
        if (inputs.has("like") || counted && !(values.has("columns") && values.has("rows"))) {
            throw RiskMapException.of("analysis.frame-unclear");
        }
        Envelope extent = extent(values, features);
        if (extent.isNull() || extent.getWidth() == 0 || extent.getHeight() == 0) {
            throw RiskMapException.of("analysis.extent-empty", features.type().getTypeName());
        }
        double cell = counted ? 0 : values.number("cell");
        double across = counted ? values.number("columns") : Math.max(1, Math.rint(extent.getWidth() / cell));
        double down = counted ? values.number("rows") : Math.max(1, Math.rint(extent.getHeight() / cell));
        if (across * down > MOST_CELLS) {
            double width = extent.getWidth() / across;
            throw RiskMapException.of("analysis.too-many-cells", Double.toString(width), Math.round(across * down));
        }
        return new GridGeometry(
                (int) across,
                (int) down,
                extent.getMinX(),
                extent.getMaxY(),
                counted ? extent.getWidth() / across : cell,
                counted ? extent.getHeight() / down : cell,
                features.crs());
    }

    private static Envelope extent(ParameterValues values, LayerRows features) {
        if (!values.has("extent")) {
            return features.extent();
        }
        return GivenExtent.box(values, features.crs()).getEnvelopeInternal();
    }
}
