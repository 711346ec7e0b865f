package riskmap.geo.terrain;

import java.util.Arrays;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;

/**
 * The flow of water over a ground: the ground, the same with its depressions filled, the direction of every cell on the
 * filled surface, and how many cells drain through each.
 *
 * @param ground heights of the ground
 * @param surface {@link DepressionFilling}
 * @param directions {@link FlowDirections}
 * @param accumulation {@link FlowAccumulation}
 */
public record WaterFlow(Grid ground, Grid surface, FlowDirections directions, int[] accumulation) {
    /** Finds it. */
    public static WaterFlow of(Grid ground, Progress progress) {
        DepressionFilling.Flood flood = DepressionFilling.flood(ground, progress.part(0, 0.6));
        FlowDirections directions = FlowDirections.of(flood, progress.part(0.6, 0.85));
        int[] cells = FlowAccumulation.cells(directions, flood.room(), progress.part(0.85, 1));
        return new WaterFlow(ground, flood.surface(), directions, cells);
    }

    /** How many cells an area of so many m² has, at least one. */
    public int cells(double squareMetres) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.ceil(squareMetres / cellArea())));
    }

    /**
     * How many cells make a stream of what drains at least so many m².
     *
     * @throws RiskMapException when no cell of any ground there is drains as much: without a stream there is nothing to lie
     *     above
     */
    public int streamCells(double squareMetres) {
        int cells = cells(squareMetres);
        int most = Arrays.stream(accumulation).max().orElse(0);
        if (most > 0 && most < cells) {
            throw RiskMapException.of("geo.no-streams", squareMetres / 1e6, most * cellArea() / 1e6);
        }
        return cells;
    }

    /** Area of a cell in m². */
    public double cellArea() {
        return ground.geometry().cellArea();
    }

    /** Height of each cell of the filled surface above the drainage its water reaches first. */
    public Grid heightAbove(HeightAboveDrainage.Drainage drainage, Progress progress) {
        return HeightAboveDrainage.of(surface, directions, drainage, progress);
    }

    /** Height above the streams: the cells that at least so many drain through. */
    public Grid heightAboveStreams(int cells, Progress progress) {
        return heightAbove(cell -> accumulation[cell] >= cells, progress);
    }
}
