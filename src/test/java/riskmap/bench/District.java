package riskmap.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Made-up data of the size of a district: what the kernels' benchmarks work on. The same every time. */
final class District {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private District() {}

    /** Cells of 10 m. */
    static GridGeometry geometry(int size) {
        return new GridGeometry(size, size, 404000, 4125000 + 10.0 * size, 10, 10, null);
    }

    /** Hills of several wavelengths, 0 to some 500 m. */
    static Grid hills(int size) {
        Grid grid = Grid.filled(geometry(size), 0);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double height = 250;
                for (double wave = 400, amplitude = 160; wave > 6; wave /= 2.3, amplitude /= 2.1) {
                    height += amplitude
                            * Math.sin(column / wave + Math.cos(row / wave / 1.7))
                            * Math.cos(row / wave + 0.4 * Math.sin(column / wave / 1.3));
                }
                grid.set(column, row, (float) height);
            }
        }
        return grid;
    }

    /** Four classes in patches: bands of height of the hills, roughened by noise. */
    static Grid classes(int size) {
        Grid grid = hills(size);
        Random random = new Random(7);
        for (int i = 0; i < grid.cells().length; i++) {
            double level = grid.cells()[i] / 45 + 0.35 * random.nextGaussian();
            grid.cells()[i] = 1 + Math.floorMod((long) Math.floor(level), 4);
        }
        return grid;
    }

    /** Star-shaped areas of some vertices and radius within the square of so many cells. */
    static List<Geometry> areas(int count, int vertices, double radius, int size) {
        Random random = new Random(count);
        List<Geometry> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = 404000 + random.nextDouble() * 10 * size;
            double y = 4125000 + random.nextDouble() * 10 * size;
            Coordinate[] ring = new Coordinate[vertices + 1];
            for (int k = 0; k < vertices; k++) {
                double angle = 2 * Math.PI * k / vertices;
                double away = radius * (0.6 + 0.4 * random.nextDouble());
                ring[k] = new Coordinate(x + away * Math.cos(angle), y + away * Math.sin(angle));
            }
            ring[vertices] = ring[0];
            result.add(FACTORY.createPolygon(ring));
        }
        return result;
    }

    /** Squares side by side that cover the square of so many cells exactly. */
    static List<Geometry> parcels(int perSide, int size) {
        double side = 10.0 * size / perSide;
        List<Geometry> result = new ArrayList<>();
        for (int row = 0; row < perSide; row++) {
            for (int column = 0; column < perSide; column++) {
                double x = 404000 + column * side;
                double y = 4125000 + row * side;
                Coordinate first = new Coordinate(x, y);
                result.add(FACTORY.createPolygon(new Coordinate[] {
                    first,
                    new Coordinate(404000 + (column + 1) * side, y),
                    new Coordinate(404000 + (column + 1) * side, 4125000 + (row + 1) * side),
                    new Coordinate(x, 4125000 + (row + 1) * side),
                    first
                }));
            }
        }
        return result;
    }

    /** Stops a benchmark whose result is wrong: a fast wrong kernel has no figure. */
    static void require(boolean right, Object found) {
        if (!right) {
            throw new IllegalStateException("wrong result: " + found);
        }
    }
}
