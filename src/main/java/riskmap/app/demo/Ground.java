package riskmap.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** The ground everything stands on: coast, relief, rivers, reservoirs, towns; heights and slopes at any place. */
final class Ground {
    /** Cell of the lattice all layers are made on, whatever the size of the delivered DEM, in metres. */
    static final double CELL = 50;
    /** Cell of the lattice of relief and roads, in metres. */
    static final double COARSE_CELL = 100;
    /** Slope that {@link #slope} gives for the sea. */
    private static final double NO_SLOPE = 90;

    private static final GeometryFactory WATER = new GeometryFactory();
    /** Width of the strip along a reservoir that nobody tills, in metres. */
    private static final double SHORE = 6;

    final DistrictPlan plan;
    final Noise noise;
    final CoordinateReferenceSystem crs;
    final Coast coast;
    final DistrictTerrain terrain;
    final Territory territory;
    final TownCoverage towns;
    final Rivers rivers;
    final List<Reservoirs.Reservoir> reservoirs;
    private final Surface heights;
    private final Surface slopes;
    private final List<IndexedPointInAreaLocator> water = new ArrayList<>();

    Ground(DistrictPlan plan, CoordinateReferenceSystem crs, long seed, Progress progress) {
        this.plan = plan;
        noise = new Noise(seed);
        this.crs = crs;
        GridGeometry lattice = GridGeometry.covering(plan.frame(), CELL, crs);
        coast = new Coast(plan, lattice, noise);
        territory = new Territory(plan, coast, noise);
        towns = new TownCoverage(plan, territory, noise);
        progress.check();
        Relief relief = new Relief(plan, coast, GridGeometry.covering(plan.frame(), COARSE_CELL, crs), noise);
        terrain = new DistrictTerrain(coast, relief, noise);
        rivers = new Rivers(relief, terrain, noise);
        progress.check();
        Grid grid = terrain.grid(lattice, progress);
        GroundShaping shaping = new GroundShaping(grid);
        rivers.rivers().forEach(shaping::cut);
        reservoirs = Reservoirs.find(grid, rivers, territory, noise);
        reservoirs.forEach(shaping::fill);
        heights = new Surface(lattice, grid.cells());
        slopes = slopes(grid);
        reservoirs.forEach(reservoir -> water.add(new IndexedPointInAreaLocator(reservoir.shape())));
        progress.report(1);
    }

    /** The elevation at the given cell size, with rivers, dams and water. */
    Grid elevation(double cellSize, Progress progress) {
        if (cellSize == CELL) {
            return new Grid(heights.geometry, heights.values);
        }
        Grid grid = terrain.grid(GridGeometry.covering(plan.frame(), cellSize, crs), progress.part(0, 0.8));
        return GroundShaping.shape(grid, rivers.rivers(), reservoirs);
    }

    /** Height in metres, between cell centres; NaN near the sea. */
    double height(double x, double y) {
        return heights.linear(x, y);
    }

    double height(Coordinate point) {
        return height(point.x, point.y);
    }

    /** Slope in degrees on the {@link #CELL} lattice. */
    double slope(double x, double y) {
        int column = slopes.geometry.column(x);
        int row = slopes.geometry.row(y);
        return slopes.geometry.contains(column, row) ? slopes.cell(column, row) : NO_SLOPE;
    }

    double slope(Coordinate point) {
        return slope(point.x, point.y);
    }

    /** Heights on the {@link #CELL} lattice, NaN at sea. */
    Surface heights() {
        return heights;
    }

    Surface slopes() {
        return slopes;
    }

    /** Whether a reservoir covers this place. */
    boolean isWater(Coordinate point) {
        return water.stream().anyMatch(locator -> locator.locate(point) != Location.EXTERIOR);
    }

    /** Whether a reservoir reaches into this rectangle. */
    boolean touchesWater(Envelope around) {
        Geometry box = WATER.toGeometry(around);
        return reservoirs.stream()
                .anyMatch(reservoir -> reservoir.shape().getEnvelopeInternal().intersects(around)
                        && reservoir.shape().intersects(box));
    }

    /** An area without the reservoirs and a strip of shore. */
    Geometry dry(Geometry area) {
        Geometry result = area;
        for (Reservoirs.Reservoir reservoir : reservoirs) {
            if (result.getEnvelopeInternal().intersects(reservoir.shape().getEnvelopeInternal())) {
                result = OverlayNGRobust.overlay(result, reservoir.shape().buffer(SHORE), OverlayNG.DIFFERENCE);
            }
        }
        return result;
    }

    private static Surface slopes(Grid grid) {
        Surface result = new Surface(grid.geometry());
        Surface source = new Surface(grid.geometry(), grid.cells());
        grid.geometry().bandsOfRows(Progress.silent(), (from, to) -> {
            for (int cell = from * grid.width(); cell < to * grid.width(); cell++) {
                double dx = rise(source, cell % grid.width(), cell / grid.width(), 1, 0);
                double dy = rise(source, cell % grid.width(), cell / grid.width(), 0, 1);
                double slope = StrictMath.toDegrees(StrictMath.atan(Math.sqrt(dx * dx + dy * dy)));
                result.values[cell] = Float.isNaN(grid.cells()[cell]) ? (float) NO_SLOPE : (float) slope;
            }
        });
        return result;
    }

    /** Central difference; on the shore the side that is land. */
    private static double rise(Surface heights, int column, int row, int dx, int dy) {
        float here = heights.cell(column, row);
        float before = heights.cell(column - dx, row - dy);
        float after = heights.cell(column + dx, row + dy);
        double up = Float.isNaN(after) ? 0 : after - here;
        double down = Float.isNaN(before) ? 0 : here - before;
        int sides = (Float.isNaN(after) ? 0 : 1) + (Float.isNaN(before) ? 0 : 1);
        return sides == 0 ? 0 : (up + down) / sides / CELL;
    }
}
