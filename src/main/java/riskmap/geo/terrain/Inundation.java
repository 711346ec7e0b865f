package riskmap.geo.terrain;

import java.util.Arrays;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.IntStack;

/**
 * The ground that water of one level covers when it spreads from its sources over cells below the level (a bathtub).
 * Water passes over the sides of cells, not over corners: a dyke one cell wide holds even where it runs diagonally.
 *
 * <p>Depths are level − ground. A level counts as the 32-bit number that cells can hold, as breaks of classes do: ground of
 * 2.3 m stays dry at a level of 2.3 m, though as a double that is above the cell. A source above the level is dry. A rise of the level never leaves ground dry that was
 * covered. Ground below the level without a way to a source stays dry.
 *
 * <p>No wave, no time, no friction: what the level would cover if it stood long enough.
 */
public final class Inundation {
    private final Grid ground;
    private final Bounds bounds;
    private final float[] depths;
    private final IntStack front = new IntStack();

    /** Where water may go. */
    @FunctionalInterface
    public interface Bounds {
        boolean holds(int cell);
    }

    private Inundation(Grid ground, Bounds bounds) {
        this.ground = ground;
        this.bounds = bounds;
        this.depths = new float[ground.cells().length];
        Arrays.fill(depths, Float.NaN);
    }

    /** Starts with dry ground. */
    public static Inundation of(Grid ground) {
        return new Inundation(ground, cell -> true);
    }

    /** Starts with dry ground on which water stays within bounds, such as the catchment behind a dam. */
    public static Inundation within(Grid ground, Bounds bounds) {
        return new Inundation(ground, bounds);
    }

    /**
     * Spreads water up to a height from these cells over the ground. Where water stands already the deeper one counts, so
     * several sources may be spread one after the other.
     */
    public Inundation spread(int[] sources, double height, Progress progress) {
        float level = (float) height;
        for (int source : sources) {
            wet(source, level);
        }
        int width = ground.width();
        int count = depths.length;
        int steps = 0;
        while (!front.isEmpty()) {
            if ((++steps & 0xFFFF) == 0) {
                progress.check();
            }
            int cell = front.pop();
            int column = cell % width;
            if (column > 0) {
                wet(cell - 1, level);
            }
            if (column < width - 1) {
                wet(cell + 1, level);
            }
            if (cell >= width) {
                wet(cell - width, level);
            }
            if (cell + width < count) {
                wet(cell + width, level);
            }
        }
        progress.report(1);
        return this;
    }

    private void wet(int cell, float level) {
        float depth = level - ground.cells()[cell];
        if (depth > 0 && !(depths[cell] >= depth) && bounds.holds(cell)) {
            depths[cell] = depth;
            front.push(cell);
        }
    }

    /** Depth of the water, NaN where it is dry. */
    public Grid depths() {
        return new Grid(ground.geometry(), depths);
    }

    /** Depth of a stage above the drainage: stage − HAND where that is above 0, else NaN; a stage is a number of cells too. */
    public static Grid ofStage(Grid heightAboveDrainage, double metres, Progress progress) {
        float stage = (float) metres;
        float[] heights = heightAboveDrainage.cells();
        float[] depths = new float[heights.length];
        int width = heightAboveDrainage.width();
        heightAboveDrainage.geometry().bandsOfRows(progress, (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                float depth = stage - heights[cell];
                depths[cell] = depth > 0 ? depth : Float.NaN;
            }
        });
        return new Grid(heightAboveDrainage.geometry(), depths);
    }
}
