package riskmap.analysis.raster;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;

/**
 * Hills laid into a raster as QGIS lays them: each as a block of cells around its point, whose rows are counted from the
 * north where the block is laid and from the south where its values are worked out. Within its cell a point is so taken as
 * far from the northern side as it is from the southern one; cells that no hill reaches have no data.
 */
final class HillBlocks {
    private final Grid grid;
    private final Envelope extent;
    private final double cell;

    HillBlocks(Grid grid, Envelope extent) {
        this.grid = grid;
        this.extent = extent;
        this.cell = grid.geometry().cellWidth();
    }

    void add(List<KernelDensity.Mass> masses, Progress progress) {
        for (int i = 0; i < masses.size(); i++) {
            if ((i & 255) == 0) {
                progress.check();
                progress.report((double) i / masses.size());
            }
            add(masses.get(i));
        }
    }

    private void add(KernelDensity.Mass mass) {
        Coordinate point = mass.point();
        double radius = mass.radius();
        // what is left beyond whole cells makes one more where it is above half a unit, not half a cell
        int reach = (int) (radius / cell);
        reach += radius - cell * reach > 0.5 ? 1 : 0;
        int west = (int) ((point.x - extent.getMinX()) / cell - reach);
        int south = (int) ((point.y - extent.getMinY()) / cell - reach);
        int north = (int) ((extent.getMaxY() - point.y) / cell - reach);
        for (int down = 0; down <= 2 * reach; down++) {
            double dy = (south + down + 0.5) * cell + extent.getMinY() - point.y;
            for (int across = 0; across <= 2 * reach; across++) {
                double dx = (west + across + 0.5) * cell + extent.getMinX() - point.x;
                double distance = Math.sqrt(dx * dx + dy * dy);
                int column = west + across;
                int row = north + down;
                if (distance <= radius && column < grid.width() && row < grid.height()) {
                    float there = grid.get(column, row);
                    double share = distance / radius;
                    grid.set(column, row, (float) ((Float.isNaN(there) ? 0 : there)
                            + mass.size() * mass.hill().at(share * share)));
                }
            }
        }
    }
}
