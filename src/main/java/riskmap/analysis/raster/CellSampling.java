package riskmap.analysis.raster;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Resampling;
import riskmap.geo.raster.Sampling;

/** A raster in the cells of another: each takes the value at its centre, in whatever CRS the raster is. */
final class CellSampling {
    private CellSampling() {}

    static Grid onto(Grid grid, GridGeometry target, Progress progress) {
        CoordinateReferenceSystem from = target.crs();
        CoordinateReferenceSystem to = grid.geometry().crs();
        if (from == null || to == null || Crs.same(from, to)) {
            return grid.geometry().sameLattice(target)
                    ? grid
                    : Resampling.to(grid, target, Sampling.Method.NEAREST, progress);
        }
        CrsTransform transform = Crs.transform(from, to);
        return Resampling.warp(grid, target, transform::apply, Sampling.Method.NEAREST, progress);
    }
}
