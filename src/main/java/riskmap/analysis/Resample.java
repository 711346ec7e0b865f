package riskmap.analysis;

import java.util.List;
import java.util.Set;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Resampling;
import riskmap.geo.raster.Sampling;

/** Brings a raster to the cells of another one, or to another coordinate reference system or cell size. */
final class Resample implements Operation {
    private static final String OWNER = "analysis.resample";
    /** As gdalwarp does it. */
    private static final String KNOWN = "bilinear-known";

    @Override
    public String id() {
        return "resample";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.of(OWNER, "like", Parameter.Type.GRID, null).asOptional(),
                Parameter.of(OWNER, "crs", Parameter.Type.CRS, null).asOptional(),
                Parameter.bounded(OWNER, "cell", Parameter.Type.NUMBER, "", null, 1e-9, 1e6)
                        .asOptional(),
                Parameter.choice(OWNER, "method", "nearest", "nearest", "bilinear", KNOWN),
                Parameter.choice(OWNER, "from", "multiples", "multiples", "corner"));
    }

    @Override
    public Set<String> lattices() {
        return Set.of("like");
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = inputs.grid("raster");
        GridGeometry target = inputs.has("like") ? inputs.lattice("like") : target(grid.geometry(), values);
        Sampling.Method method =
                "nearest".equals(values.text("method")) ? Sampling.Method.NEAREST : Sampling.Method.BILINEAR;
        CoordinateReferenceSystem from = target.crs();
        CoordinateReferenceSystem to = grid.geometry().crs();
        boolean same = from == null || to == null;
        Resampling.Transformation way = same ? (xy, count) -> {} : Crs.transform(from, to)::apply;
        Grid made = values.text("method").equals(KNOWN)
                ? Resampling.ofKnown(grid, target, way, progress)
                : same
                        ? Resampling.to(grid, target, method, progress)
                        : Resampling.warp(grid, target, way, method, progress);
        return new Output.Raster(made, List.of());
    }

    /**
     * Cells of the size asked for (or as fine as the source's) in the CRS asked for, that cover the source; its own where
     * neither is another.
     */
    private static GridGeometry target(GridGeometry source, ParameterValues values) {
        if (values.has("crs") && source.crs() == null) {
            throw RiskMapException.of("analysis.raster-crs-unknown");
        }
        CoordinateReferenceSystem crs = values.has("crs") ? Crs.of(values.text("crs")) : source.crs();
        if (!values.has("cell") && (!values.has("crs") || source.crs() != null && Crs.same(crs, source.crs()))) {
            return source;
        }
        Envelope extent = source.envelope();
        double cell = Math.min(source.cellWidth(), source.cellHeight());
        boolean corner = values.text("from").equals("corner");
        if (crs != source.crs()) {
            CrsTransform transform = Crs.transform(source.crs(), crs);
            double diagonal = Math.hypot(extent.getWidth(), extent.getHeight());
            Geometry frame = new GeometryFactory().toGeometry(extent);
            // enough points that the bend of the frame's sides is seen
            Geometry dense = Densifier.densify(frame, diagonal / 64);
            Envelope there = transform.apply(dense).getEnvelopeInternal();
            cell = corner
                    ? fromCorners(source, transform)
                    : cell * Math.hypot(there.getWidth(), there.getHeight()) / diagonal;
            extent = there;
        }
        double side = values.has("cell") ? values.number("cell") : cell;
        if (!corner) {
            return TargetLattice.covering(extent, side, crs);
        }
        return TargetLattice.from(extent, side, crs);
    }

    /** The side of a cell by which as many lie between the north-west and the south-east corner as before. */
    private static double fromCorners(GridGeometry source, CrsTransform transform) {
        Geometry ends = transform.apply(new GeometryFactory().createLineString(new Coordinate[] {
            new Coordinate(source.minX(), source.maxY()), new Coordinate(source.maxX(), source.minY())
        }));
        return ends.getLength() / Math.hypot(source.width(), source.height());
    }
}
