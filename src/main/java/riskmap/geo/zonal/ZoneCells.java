package riskmap.geo.zonal;

import org.locationtech.jts.geom.Geometry;
import riskmap.geo.raster.CellSpans;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.PixelShapes;

/**
 * Hands over the cells of one zone after the other under a {@link ZonalStatistics.Rule}: whole cells row by row, or shares
 * of cells. Not safe for several threads.
 */
final class ZoneCells {
    /** Whoever counts them. */
    interface Counter extends CellSpans.Receiver, CoverageSweep.Receiver {
        /** Whether nothing of the zone was counted so far. */
        boolean isEmpty();

        /** Whether one cell of the zone was counted so far at most; what was is then forgotten, to be counted anew. */
        boolean isFewAndForgotten();
    }

    private final int columns;
    private final int rows;
    private final PixelShapes shapes;
    private final CellSpans spans;
    private final CoverageSweep sweep;

    ZoneCells(GridGeometry geometry) {
        this.columns = geometry.width();
        this.rows = geometry.height();
        this.shapes = new PixelShapes(geometry);
        this.spans = new CellSpans(geometry.width());
        this.sweep = new CoverageSweep(geometry.width());
    }

    /**
     * Hands over the cells of a zone; whether they were shares: also where the rule is of centres and none was counted, or
     * too few.
     */
    boolean of(Geometry zone, ZonalStatistics.Rule rule, Counter counter) {
        shapes.clear();
        shapes.add(zone, 0);
        boolean byCoverage = rule == ZonalStatistics.Rule.COVERAGE;
        if (!byCoverage) {
            boolean touched = rule == ZonalStatistics.Rule.ALL_TOUCHED;
            CellSpans.Receiver receiver = rule == ZonalStatistics.Rule.SEVERAL_CENTRES
                    ? new CentresOnOutline(shapes, columns, rows).without(counter)
                    : counter;
            for (int shape = 0; shape < shapes.count(); shape++) {
                if (shapes.dimension(shape) == 2) {
                    spans.of(shapes, shape, touched, 0, rows, receiver);
                }
            }
            byCoverage = rule == ZonalStatistics.Rule.SEVERAL_CENTRES
                    ? counter.isFewAndForgotten()
                    : !touched && counter.isEmpty();
        }
        for (int shape = 0; byCoverage && shape < shapes.count(); shape++) {
            if (shapes.dimension(shape) == 2) {
                sweep.of(shapes, shape, 0, rows, counter);
            }
        }
        return byCoverage;
    }
}
