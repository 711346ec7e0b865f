package riskmap.risk.model.flood;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.terrain.FlowDirections;
import riskmap.geo.terrain.HeightAboveDrainage;
import riskmap.geo.terrain.WaterFlow;
import riskmap.risk.flood.DamBreak;
import riskmap.risk.flood.SyntheticRating;

/**
 * How deep the flood of a broken dam stands downstream: along the river below the dam, in reaches of half a kilometre, the
 * peak is that of the dam lessened on its way, its stage by {@link SyntheticRating}, its depth stage − height above the
 * river. The ground that drains into the reservoir stays dry. Highest water, not all at one time.
 */
public final class DamFlood {
    /** Length of a reach in m. */
    private static final double REACH = 500;

    /** No flood of a small dam stands higher above its river. */
    private static final double HIGHEST_STAGE = 60;

    /** Rivers on flat ground fall at least so much. */
    private static final double LEAST_SLOPE = 0.0005;

    private final WaterFlow flow;
    private final double roughness;
    private final double velocity;
    private final double farthest;
    private final float[] depths;

    /**
     * Begins with dry ground.
     *
     * @param velocity vK of the attenuation in m/s
     * @param farthest m along the river
     */
    public DamFlood(WaterFlow flow, double roughness, double velocity, double farthest) {
        this.flow = flow;
        this.roughness = roughness;
        this.velocity = velocity;
        this.farthest = farthest;
        this.depths = new float[flow.accumulation().length];
        Arrays.fill(depths, Float.NaN);
    }

    /**
     * Adds the flood of a reservoir; where several reach, the deeper one counts.
     *
     * @param water the reservoir in the CRS of the elevation
     * @param volume m³ above the breach
     * @param peak m³/s at the dam
     * @return m along the river that it was followed, 0 where the reservoir lies outside the elevation
     */
    public double add(Geometry water, double volume, double peak, Progress progress) {
        int dam = dam(water, progress);
        if (dam < 0) {
            return 0;
        }
        int[] reachOf = new int[depths.length];
        double[] lengths = new double[(int) Math.ceil(farthest / REACH) + 1];
        double[] falls = new double[lengths.length];
        double way = 0;
        int reaches = 0;
        FlowDirections directions = flow.directions();
        int cell = directions.next(dam);
        // reach 0 is the dam: what drains into it from above is not flooded
        reachOf[dam] = -1;
        while (cell >= 0 && way < farthest) {
            int reach = (int) (way / REACH);
            reaches = reach + 1;
            reachOf[cell] = reaches;
            double step = directions.length(cell);
            lengths[reach] += step == 0 ? flow.ground().geometry().cellWidth() : step;
            way += step;
            int next = directions.next(cell);
            falls[reach] +=
                    next < 0 ? 0 : flow.surface().cells()[cell] - flow.surface().cells()[next];
            cell = next;
        }
        int[] nearest = HeightAboveDrainage.nearest(directions, at -> reachOf[at] != 0, progress);
        Grid heights = HeightAboveDrainage.of(flow.surface(), nearest, progress);
        double[][] ground = ground(reachOf, nearest, heights, reaches);
        double[] stages = new double[reaches];
        for (int reach = 0; reach < reaches; reach++) {
            double slope = Math.max(LEAST_SLOPE, falls[reach] / lengths[reach]);
            double discharge = DamBreak.peakDownstream(volume, peak, (reach + 0.5) * REACH, velocity);
            stages[reach] = new SyntheticRating(ground[reach], flow.cellArea(), lengths[reach], slope, roughness)
                    .stage(discharge, HIGHEST_STAGE);
        }
        for (int at = 0; at < depths.length; at++) {
            int reach = nearest[at] < 0 ? -1 : reachOf[nearest[at]] - 1;
            float depth = reach < 0 ? Float.NaN : (float) (stages[reach] - heights.cells()[at]);
            if (depth > 0 && !(depths[at] >= depth)) {
                depths[at] = depth;
            }
        }
        return way;
    }

    /** Heights above the river of the cells of each reach. */
    private static double[][] ground(int[] reachOf, int[] nearest, Grid heights, int reaches) {
        int[] counts = new int[reaches];
        for (int at = 0; at < nearest.length; at++) {
            int reach = reach(at, reachOf, nearest, heights);
            if (reach >= 0) {
                counts[reach]++;
            }
        }
        double[][] ground = new double[reaches][];
        for (int reach = 0; reach < reaches; reach++) {
            ground[reach] = new double[counts[reach]];
        }
        for (int at = 0; at < nearest.length; at++) {
            int reach = reach(at, reachOf, nearest, heights);
            if (reach >= 0) {
                ground[reach][--counts[reach]] = heights.cells()[at];
            }
        }
        return ground;
    }

    private static int reach(int at, int[] reachOf, int[] nearest, Grid heights) {
        return nearest[at] < 0 || heights.cells()[at] > HIGHEST_STAGE ? -1 : reachOf[nearest[at]] - 1;
    }

    /** The cell of the reservoir that most ground drains through, −1 for none. */
    private int dam(Geometry water, Progress progress) {
        Grid mask = Rasterizer.mask(flow.ground().geometry(), List.of(water), Rasterizer.Rule.ALL_TOUCHED, progress);
        int dam = -1;
        for (int cell = 0; cell < depths.length; cell++) {
            int most = dam < 0 ? 0 : flow.accumulation()[dam];
            if (mask.cells()[cell] == 1 && flow.accumulation()[cell] > most) {
                dam = cell;
            }
        }
        return dam;
    }

    /** Depth of the highest water, NaN where it is dry. */
    public Grid depths() {
        return new Grid(flow.ground().geometry(), depths);
    }
}
