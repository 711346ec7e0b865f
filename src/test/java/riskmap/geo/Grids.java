package riskmap.geo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Grids written down in a test, and how to look at them. */
public final class Grids {
    public static final Progress SILENT = Progress.silent();

    private Grids() {}

    /** A grid of 10 m cells whose lower left corner is (0, 0); rows are separated by “/”, “.” is no data. */
    public static Grid of(String text) {
        String[] rows = text.trim().split("/");
        int width = rows[0].trim().split("\\s+").length;
        Grid grid = Grid.filled(geometry(width, rows.length), Float.NaN);
        for (int row = 0; row < rows.length; row++) {
            String[] cells = rows[row].trim().split("\\s+");
            for (int column = 0; column < width; column++) {
                grid.set(column, row, cells[column].equals(".") ? Float.NaN : Float.parseFloat(cells[column]));
            }
        }
        return grid;
    }

    /** Cells of 10 m with the lower left corner (0, 0). */
    public static GridGeometry geometry(int width, int height) {
        return new GridGeometry(width, height, 0, 10.0 * height, 10, 10, null);
    }

    /** The grid in the form that {@link #of} reads. */
    public static String text(Grid grid) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < grid.height(); row++) {
            text.append(row > 0 ? " / " : "");
            for (int column = 0; column < grid.width(); column++) {
                float value = grid.get(column, row);
                String cell = value == Math.rint(value) ? Integer.toString((int) value) : Float.toString(value);
                text.append(column > 0 ? " " : "").append(Float.isNaN(value) ? "." : cell);
            }
        }
        return text.toString();
    }

    /** Cells with values 0 … classes − 1 in patches, some without data. */
    public static Grid random(long seed, int width, int height, int classes) {
        Random random = new Random(seed);
        Grid grid = Grid.filled(geometry(width, height), Float.NaN);
        for (int i = 0; i < grid.cells().length; i++) {
            boolean asLeft = i % width > 0 && random.nextInt(3) > 0;
            boolean asAbove = i >= width && random.nextInt(3) > 0;
            float fresh = random.nextInt(12) == 0 ? Float.NaN : random.nextInt(classes);
            grid.cells()[i] = asLeft ? grid.cells()[i - 1] : asAbove ? grid.cells()[i - width] : fresh;
        }
        return grid;
    }

    public static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The first band of a TIFF file, whose place on the ground is stated here. */
    public static Grid tiff(Path file, double noData, double west, double north, double cellSize) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("TIFF").next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(stream);
            java.awt.image.Raster raster = reader.read(0).getRaster();
            int width = raster.getWidth();
            int height = raster.getHeight();
            float[] cells = raster.getSamples(0, 0, width, height, 0, new float[width * height]);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cells[i] == (float) noData ? Float.NaN : cells[i];
            }
            return new Grid(new GridGeometry(width, height, west, north, cellSize, cellSize, null), cells);
        } finally {
            reader.dispose();
        }
    }

    /** Triangles of any shape and size, some outside. */
    public static List<Geometry> randomTriangles(int count, long seed) {
        Random random = new Random(seed);
        GeometryFactory factory = new GeometryFactory();
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    double x = random.nextDouble() * 500;
                    double y = random.nextDouble() * 400;
                    Coordinate first = new Coordinate(x, y);
                    return (Geometry) factory.createPolygon(new Coordinate[] {
                        first,
                        new Coordinate(x + random.nextDouble() * 90, y + random.nextDouble() * 20),
                        new Coordinate(x + random.nextDouble() * 20, y + 20 + random.nextDouble() * 90),
                        first
                    });
                })
                .toList();
    }
}
