package riskmap.app.demo;

import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * The height of the ground at any place: the smoothed relief with small forms added where it is hilly, falling to the
 * sea at the coast.
 */
final class DistrictTerrain {
    /** Width of the strip in which the land falls to the sea, in metres. */
    private static final double SHORE = 220;
    /** Height right behind the coast line. */
    private static final double SHORE_HEIGHT = 0.4;

    private final Coast coast;
    private final Surface relief;
    private final Noise noise;

    DistrictTerrain(Coast coast, Relief relief, Noise noise) {
        this.coast = coast;
        this.noise = noise;
        float[] heights = relief.heights().clone();
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Float.isNaN(heights[i]) ? 0 : heights[i];
        }
        this.relief = new Surface(relief.geometry(), heights);
    }

    /** Metres above the sea; NaN at sea. */
    double height(double x, double y) {
        double inland = coast.inland(x, y);
        if (!(inland > 0)) {
            return Double.NaN;
        }
        double height = relief.smooth(x, y);
        double hilly = Math.min(1, Math.max(0, (height - 25) / 90));
        if (hilly > 0) {
            height += hilly * 9 * noise.fractal(x / 260, y / 260, 3, 0.5);
        }
        height += 0.35 * noise.at(x / 420, y / 420);
        double t = Math.min(1, inland / SHORE);
        double shore = t * t * (3 - 2 * t);
        return Math.max(SHORE_HEIGHT, SHORE_HEIGHT + (height - SHORE_HEIGHT) * shore);
    }

    /** The heights at the centres of a lattice. */
    Grid grid(GridGeometry geometry, Progress progress) {
        float[] cells = new float[geometry.cellCount()];
        geometry.bandsOfRows(progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < geometry.width(); column++) {
                    cells[row * geometry.width() + column] = (float) height(geometry.x(column), geometry.y(row));
                }
            }
        });
        return new Grid(geometry, cells);
    }
}
