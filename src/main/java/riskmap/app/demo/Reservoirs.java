package riskmap.app.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Finds places in valleys where a dam is short against the water it holds. */
final class Reservoirs {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Half the side of the square searched above a dam, in metres. */
    private static final double WINDOW = 2400;
    /** Least distance between dams, in metres. */
    private static final double APART = 2600;

    private static final int MOST = 18;
    /** Flood limit, design and check level against the dam's height above the bed. */
    private static final double LIMIT = 0.70;

    private static final double DESIGN = 0.82;
    private static final double CHECK = 0.88;

    /**
     * A reservoir filled to its flood limit level.
     *
     * @param cell coarse cell of the dam
     * @param usefulCubicMetres water held at the flood limit level
     * @param totalCubicMetres water held at the check level
     */
    record Reservoir(
            Polygon shape,
            LineString dam,
            Rivers.River river,
            int cell,
            double bed,
            double damHeight,
            double usefulCubicMetres,
            double totalCubicMetres) {
        double limitLevel() {
            return tenth(bed + LIMIT * damHeight);
        }

        double designLevel() {
            return tenth(bed + DESIGN * damHeight);
        }

        double checkLevel() {
            return tenth(bed + CHECK * damHeight);
        }

        double crestLevel() {
            return tenth(bed + damHeight);
        }

        Coordinate damPlace() {
            Coordinate[] ends = dam.getCoordinates();
            return new Coordinate((ends[0].x + ends[1].x) / 2, (ends[0].y + ends[1].y) / 2);
        }

        private static double tenth(double metres) {
            return Math.round(metres * 10) / 10.0;
        }
    }

    private final Grid ground;
    private final Rivers rivers;
    private final Territory territory;
    private final Noise noise;

    private Reservoirs(Grid ground, Rivers rivers, Territory territory, Noise noise) {
        this.ground = ground;
        this.rivers = rivers;
        this.territory = territory;
        this.noise = noise;
    }

    /** The best sites, none near another, from upstream of the largest to the smallest. */
    static List<Reservoir> find(Grid ground, Rivers rivers, Territory territory, Noise noise) {
        return new Reservoirs(ground, rivers, territory, noise).best();
    }

    private List<Reservoir> best() {
        // collected in the order of the rivers, whichever thread looks at which
        List<Reservoir> sites = new ArrayList<>(
                rivers.rivers().parallelStream().flatMap(this::along).toList());
        sites.sort(Comparator.comparingDouble((Reservoir site) ->
                        -site.usefulCubicMetres() / (site.dam().getLength() * site.damHeight()))
                .thenComparingInt(Reservoir::cell));
        List<Reservoir> chosen = new ArrayList<>();
        for (Reservoir site : sites) {
            boolean free = chosen.stream()
                    .noneMatch(other -> other.dam().distance(site.dam()) < APART
                            || other.shape()
                                    .getEnvelopeInternal()
                                    .intersects(site.shape().getEnvelopeInternal()));
            if (free && chosen.size() < MOST) {
                chosen.add(site);
            }
        }
        return chosen;
    }

    private Stream<Reservoir> along(Rivers.River river) {
        return IntStream.iterate(6, i -> i + 4 < river.cells().length, i -> i + 3)
                .mapToObj(i -> site(river, i))
                .filter(Objects::nonNull);
    }

    private Reservoir site(Rivers.River river, int i) {
        Coordinate dam = river.line()[i];
        if (dam.getZ() < 9 || !territory.contains(dam)) {
            return null;
        }
        Coordinate up = river.line()[i - 4];
        Coordinate down = river.line()[i + 3];
        double length = up.distance(down);
        double ux = (up.x - down.x) / length;
        double uy = (up.y - down.y) / length;
        double height = Math.round(noise.between(river.cells()[i], 77, 8, 21) * 10) / 10.0;
        double limit = dam.getZ() + LIMIT * height;
        if (!walled(dam, ux, uy, limit)) {
            return null;
        }
        Surface water = water(dam, ux, uy, limit);
        Polygon shape = at(water, new Coordinate(dam.x + 70 * ux, dam.y + 70 * uy));
        if (shape == null
                || shape.getArea() < 60_000
                || shape.getArea() > 2_600_000
                || water.geometry.envelope().getMaxX()
                                - shape.getEnvelopeInternal().getMaxX()
                        < 60
                || shape.getEnvelopeInternal().getMinX() - water.geometry.minX() < 60
                || water.geometry.maxY() - shape.getEnvelopeInternal().getMaxY() < 60
                || shape.getEnvelopeInternal().getMinY() - water.geometry.minY() < 60
                || !territory.surely(shape)) {
            return null;
        }
        LineString line = damLine(shape, dam, ux, uy);
        double useful = volume(water, shape);
        double total = useful + (CHECK - LIMIT) * height * shape.getArea() * 1.12;
        boolean small = line.getLength() > 720 || line.getLength() < 60 || total < 105_000 || useful < 80_000;
        return small ? null : new Reservoir(shape, line, river, river.cells()[i], dam.getZ(), height, useful, total);
    }

    /** Whether the ground rises above the water within a short way to both sides of the dam. */
    private boolean walled(Coordinate dam, double ux, double uy, double level) {
        for (int side = -1; side <= 1; side += 2) {
            boolean wall = false;
            for (double along = 50; along < 420 && !wall; along += 50) {
                wall = ground.at(dam.x - side * along * uy, dam.y + side * along * ux) > level;
            }
            if (!wall) {
                return false;
            }
        }
        return true;
    }

    /** Depth of the water above the dam; the ground counts as above it beyond the dam's line. */
    private Surface water(Coordinate dam, double ux, double uy, double level) {
        Envelope window = new Envelope(dam);
        window.expandBy(WINDOW);
        window = window.intersection(ground.geometry().envelope());
        GridGeometry whole = ground.geometry();
        int left = whole.column(window.getMinX());
        int top = whole.row(window.getMaxY());
        int width = Math.min(whole.width() - left, (int) (window.getWidth() / whole.cellWidth()));
        int height = Math.min(whole.height() - top, (int) (window.getHeight() / whole.cellHeight()));
        Surface water = new Surface(new GridGeometry(
                width,
                height,
                whole.minX() + left * whole.cellWidth(),
                whole.maxY() - top * whole.cellHeight(),
                whole.cellWidth(),
                whole.cellHeight(),
                whole.crs()));
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                float z = ground.get(left + column, top + row);
                double above = (water.geometry.x(column) - dam.x) * ux + (water.geometry.y(row) - dam.y) * uy;
                double depth = Float.isNaN(z) ? -1 : Math.min(level - z, above * 0.1);
                water.values[row * width + column] = (float) depth;
            }
        }
        return water;
    }

    private static Polygon at(Surface water, Coordinate inside) {
        for (Polygon polygon : Contours.positive(water, 20_000)) {
            if (polygon.getEnvelopeInternal().contains(inside)
                    && SimplePointInAreaLocator.locate(inside, polygon) == Location.INTERIOR) {
                return FACTORY.createPolygon(polygon.getExteriorRing().getCoordinates());
            }
        }
        return null;
    }

    /** The dam stands along the straight side of the water. */
    private static LineString damLine(Polygon shape, Coordinate dam, double ux, double uy) {
        double least = 0;
        double most = 0;
        for (Coordinate point : shape.getExteriorRing().getCoordinates()) {
            double above = (point.x - dam.x) * ux + (point.y - dam.y) * uy;
            if (above < 45) {
                double along = (point.y - dam.y) * ux - (point.x - dam.x) * uy;
                least = Math.min(least, along);
                most = Math.max(most, along);
            }
        }
        least -= 30;
        most += 30;
        return FACTORY.createLineString(new Coordinate[] {
            new Coordinate(dam.x - least * uy, dam.y + least * ux), new Coordinate(dam.x - most * uy, dam.y + most * ux)
        });
    }

    private static double volume(Surface water, Polygon shape) {
        double sum = 0;
        for (int row = 0; row < water.geometry.height(); row++) {
            for (int column = 0; column < water.geometry.width(); column++) {
                float depth = water.cell(column, row);
                if (depth > 0) {
                    Point centre = FACTORY.createPoint(new Coordinate(water.geometry.x(column), water.geometry.y(row)));
                    if (shape.getEnvelopeInternal().contains(centre.getCoordinate())
                            && SimplePointInAreaLocator.locate(centre.getCoordinate(), shape) == Location.INTERIOR) {
                        sum += depth * water.geometry.cellArea();
                    }
                }
            }
        }
        return sum;
    }
}
