package riskmap.app.demo;

import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Location;
import riskmap.geo.raster.Grid;

/** Puts rivers, dams and the water of reservoirs into an elevation grid. */
final class GroundShaping {
    /** How far from a river its banks reach, in metres. */
    private static final double BANKS = 90;
    /** Rise of the banks away from the bed. */
    private static final double BANK_SLOPE = 0.10;

    private final Grid grid;

    GroundShaping(Grid grid) {
        this.grid = grid;
    }

    /** Cuts the beds: ground near a river is no higher than bed plus banks. */
    void cut(Rivers.River river) {
        Coordinate[] line = river.line();
        for (int i = 0; i + 1 < line.length; i++) {
            LineSegment piece = new LineSegment(line[i], line[i + 1]);
            double half = river.widthMetres() / 2;
            double z0 = line[i].getZ();
            double z1 = line[i + 1].getZ();
            each(new Envelope(line[i], line[i + 1]), BANKS, (cell, x, y) -> {
                Coordinate centre = new Coordinate(x, y);
                double distance = piece.distance(centre);
                if (distance < BANKS) {
                    double t = piece.segmentFraction(centre);
                    double banks = z0 + t * (z1 - z0) + Math.max(0, distance - half) * BANK_SLOPE;
                    grid.cells()[cell] = (float) Math.min(grid.cells()[cell], banks);
                }
            });
        }
    }

    /** Fills a reservoir to its flood limit level and heaps up its dam. */
    void fill(Reservoirs.Reservoir reservoir) {
        double level = reservoir.limitLevel();
        IndexedPointInAreaLocator water = new IndexedPointInAreaLocator(reservoir.shape());
        each(reservoir.shape().getEnvelopeInternal(), 0, (cell, x, y) -> {
            if (water.locate(new Coordinate(x, y)) != Location.EXTERIOR) {
                grid.cells()[cell] = (float) level;
            }
        });
        Coordinate[] ends = reservoir.dam().getCoordinates();
        LineSegment dam = new LineSegment(ends[0], ends[1]);
        double half = Math.max(12, grid.geometry().cellWidth() * 0.75);
        each(new Envelope(ends[0], ends[1]), half, (cell, x, y) -> {
            if (dam.distance(new Coordinate(x, y)) <= half) {
                grid.cells()[cell] = (float) Math.max(grid.cells()[cell], reservoir.crestLevel());
            }
        });
    }

    /** Rivers first, then reservoirs, so that no bed runs through a dam. */
    static Grid shape(Grid grid, List<Rivers.River> rivers, List<Reservoirs.Reservoir> reservoirs) {
        GroundShaping shaping = new GroundShaping(grid);
        rivers.forEach(shaping::cut);
        reservoirs.forEach(shaping::fill);
        return grid;
    }

    @FunctionalInterface
    private interface Cell {
        void at(int cell, double x, double y);
    }

    /** The land cells in a rectangle widened by a margin. */
    private void each(Envelope part, double margin, Cell work) {
        var geometry = grid.geometry();
        int west = Math.max(0, geometry.column(part.getMinX() - margin));
        int east = Math.min(geometry.width() - 1, geometry.column(part.getMaxX() + margin));
        int north = Math.max(0, geometry.row(part.getMaxY() + margin));
        int south = Math.min(geometry.height() - 1, geometry.row(part.getMinY() - margin));
        for (int row = north; row <= south; row++) {
            for (int column = west; column <= east; column++) {
                int cell = row * geometry.width() + column;
                if (!Float.isNaN(grid.cells()[cell])) {
                    work.at(cell, geometry.x(column), geometry.y(row));
                }
            }
        }
    }
}
