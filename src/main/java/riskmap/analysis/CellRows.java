package riskmap.analysis;

import java.util.Arrays;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.data.gpkg.FeatureTable;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * The cells of a raster of amounts (people in each cell, not people per km²) as rows of a layer, so that they are counted
 * as features are: each cell with an amount other than 0 is a row, in the order of the cells from the north-west.
 *
 * @param rows the cells, at their centres or as squares, with their amount in one attribute
 * @param zero how many cells have the amount 0
 * @param without how many cells have no data
 */
public record CellRows(LayerRows rows, long zero, long without) {
    /**
     * Makes rows of the cells.
     *
     * @param name of the layer
     * @param attribute that holds the amounts
     * @param squares whether a row is the square of its cell, else its centre
     */
    public static CellRows of(Grid grid, String name, String attribute, boolean squares, Progress progress) {
        GridGeometry lattice = grid.geometry();
        float[] cells = grid.cells();
        long zero = 0;
        long without = 0;
        int count = 0;
        long[] keys = new long[1024];
        for (int cell = 0; cell < cells.length; cell++) {
            if (Float.isNaN(cells[cell])) {
                without++;
            } else if (cells[cell] == 0) {
                zero++;
            } else {
                keys = count < keys.length ? keys : Arrays.copyOf(keys, 2 * count);
                keys[count++] = cell + 1L;
            }
        }
        progress.check();
        double[] xy = new double[2 * count];
        double[] amounts = new double[count];
        Geometry[] shapes = squares ? new Geometry[count] : null;
        GeometryFactory factory = new GeometryFactory();
        for (int row = 0; row < count; row++) {
            int cell = (int) (keys[row] - 1);
            double x = lattice.x(cell % lattice.width());
            double y = lattice.y(cell / lattice.width());
            xy[2 * row] = x;
            xy[2 * row + 1] = y;
            amounts[row] = cells[cell];
            if (squares) {
                double halfWidth = lattice.cellWidth() / 2;
                double halfHeight = lattice.cellHeight() / 2;
                shapes[row] =
                        factory.toGeometry(new Envelope(x - halfWidth, x + halfWidth, y - halfHeight, y + halfHeight));
            }
        }
        SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
        type.setName(name);
        type.add("geom", squares ? Polygon.class : Point.class, lattice.crs());
        type.add(attribute, Double.class);
        FeatureTable table = FeatureTable.of(
                type.buildFeatureType(), Arrays.copyOf(keys, count), squares ? null : xy, shapes, amounts);
        return new CellRows(LayerRows.of(table), zero, without);
    }
}
