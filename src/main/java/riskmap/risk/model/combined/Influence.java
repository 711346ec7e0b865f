package riskmap.risk.model.combined;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import riskmap.base.Progress;
import riskmap.geo.overlay.PolygonLocator;
import riskmap.geo.raster.GridGeometry;

/**
 * Sites whose effect falls with distance: each cell takes the greatest effect of all sites. The distance is from the
 * cell's centre to the site's point, or to the nearest place of its area (0 inside).
 */
final class Influence {
    private final GridGeometry lattice;
    private final List<Site> sites = new ArrayList<>();

    Influence(GridGeometry lattice) {
        this.lattice = lattice;
    }

    /**
     * Adds a site.
     *
     * @param shape a point or an area
     * @param radiusMetres beyond it there is no effect
     * @param effect distance in metres → effect; never rises with distance
     */
    void add(Geometry shape, double radiusMetres, DoubleUnaryOperator effect) {
        if (shape != null && radiusMetres > 0) {
            sites.add(new Site(shape, radiusMetres, effect));
        }
    }

    /** The greatest effect per cell; 0 where there is none. */
    float[] strongest(Progress progress) {
        float[] out = new float[lattice.cellCount()];
        lattice.bandsOfRows(progress, (from, to) -> {
            for (Site site : sites) {
                site.stamp(out, from, to);
            }
        });
        return out;
    }

    private final class Site {
        private final double radius;
        private final DoubleUnaryOperator effect;
        private final double x;
        private final double y;
        private final PolygonLocator area;
        private final List<CoordinateSequence> outline = new ArrayList<>();
        private final int west;
        private final int east;
        private final int north;
        private final int south;

        Site(Geometry shape, double radius, DoubleUnaryOperator effect) {
            this.radius = radius;
            this.effect = effect;
            boolean point = shape instanceof Point || shape.getDimension() == 0;
            Point centre = shape instanceof Point itself ? itself : shape.getCentroid();
            x = centre.getX();
            y = centre.getY();
            area = point ? null : PolygonLocator.of(shape);
            if (!point) {
                for (Object line : LinearComponentExtracter.getLines(shape)) {
                    outline.add(((LineString) line).getCoordinateSequence());
                }
            }
            var extent = shape.getEnvelopeInternal();
            west = Math.max(0, lattice.column(extent.getMinX() - radius));
            east = Math.min(lattice.width() - 1, lattice.column(extent.getMaxX() + radius));
            north = Math.max(0, lattice.row(extent.getMaxY() + radius));
            south = Math.min(lattice.height() - 1, lattice.row(extent.getMinY() - radius));
        }

        void stamp(float[] out, int from, int to) {
            for (int row = Math.max(from, north); row <= Math.min(to - 1, south); row++) {
                double cellY = lattice.y(row);
                for (int column = west; column <= east; column++) {
                    double distance = distance(lattice.x(column), cellY);
                    if (distance < radius) {
                        int cell = row * lattice.width() + column;
                        out[cell] = Math.max(out[cell], (float) effect.applyAsDouble(distance));
                    }
                }
            }
        }

        private double distance(double cellX, double cellY) {
            if (area == null) {
                return Math.sqrt((cellX - x) * (cellX - x) + (cellY - y) * (cellY - y));
            }
            if (area.covers(cellX, cellY)) {
                return 0;
            }
            double least = Double.POSITIVE_INFINITY;
            Coordinate cell = new Coordinate(cellX, cellY);
            Coordinate a = new Coordinate();
            Coordinate b = new Coordinate();
            for (CoordinateSequence line : outline) {
                for (int i = 1; i < line.size(); i++) {
                    a.setX(line.getX(i - 1));
                    a.setY(line.getY(i - 1));
                    b.setX(line.getX(i));
                    b.setY(line.getY(i));
                    least = Math.min(least, Distance.pointToSegment(cell, a, b));
                }
            }
            return least;
        }
    }
}
