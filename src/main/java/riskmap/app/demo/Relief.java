package riskmap.app.demo;

import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Progress;
import riskmap.geo.raster.GridGeometry;

/**
 * The hills and valleys, on a coarse lattice: land lifted where the plan has massifs and worn down by running water until
 * both balance. In balance the slope is s / √(cells upstream), where s is the slope of the highest ground, so valleys
 * flatten downstream and join as real ones do (stream power law, Braun and Willett 2013, with m = ½, n = 1).
 */
final class Relief {
    private static final int STEPS = 12;
    /** Steepest slope the ground holds, rise per run (about 37°). */
    private static final float STEEPEST = 0.75f;
    /** Height where land meets the frame, so that the district's neighbours are hilly too. */
    private static final float FRAME_HEIGHT = 22;

    private final GridGeometry geometry;
    private final Drainage drainage;
    private final float[] heights;

    Relief(DistrictPlan plan, Coast coast, GridGeometry geometry, Noise noise) {
        this.geometry = geometry;
        drainage = new Drainage(geometry);
        heights = new float[geometry.cellCount()];
        float[] lift = new float[heights.length];
        geometry.bandsOfRows(Progress.silent(), (from, to) -> begin(plan, coast, noise, lift, from, to));
        for (int step = 0; step < STEPS; step++) {
            erode(lift, step < STEPS / 2 ? 0.6f : 4f);
        }
        soften();
        drainage.run(heights);
    }

    private void begin(DistrictPlan plan, Coast coast, Noise noise, float[] lift, int from, int to) {
        for (int row = from; row < to; row++) {
            for (int column = 0; column < geometry.width(); column++) {
                int cell = row * geometry.width() + column;
                double x = geometry.x(column);
                double y = geometry.y(row);
                double inland = coast.inland(x, y);
                if (inland > 0) {
                    // uneven ground, so that brooks do not all run along the lattice
                    lift[cell] = (float) (lift(plan, noise, x, y) * noise.between(column, row, 0.35, 1.65));
                    heights[cell] = start(noise, x, y, inland, lift[cell]);
                } else {
                    heights[cell] = Float.NaN;
                }
            }
        }
    }

    /** Heights of the cells, NaN at sea. */
    float[] heights() {
        return heights;
    }

    GridGeometry geometry() {
        return geometry;
    }

    Drainage drainage() {
        return drainage;
    }

    private static float start(Noise noise, double x, double y, double inland, double lift) {
        double bumps = 1 + 0.8 * noise.fractal(x / 2600, y / 2600, 4, 0.55);
        return (float) (1 + Math.min(inland, 6000) * 0.004 * bumps + lift * 2.2 * bumps);
    }

    /** Slope of the highest ground in metres per cell of 100 m. */
    private static double lift(DistrictPlan plan, Noise noise, double x, double y) {
        double warpX = x + 3000 * noise.fractal(x / 6200, y / 6200 + 40, 3, 0.45);
        double warpY = y + 3000 * noise.fractal(x / 6200 + 40, y / 6200, 3, 0.45);
        double hills = Math.max(0, noise.fractal(x / 3600 + 9, y / 3600, 3, 0.5) + 0.1);
        double sum = 2.2 + 30 * hills * hills;
        double crests = Double.NaN;
        for (DistrictPlan.Massif massif : plan.massifs()) {
            Coordinate centre = plan.world(massif.x(), massif.y());
            double bell = bell(warpX, warpY, centre, massif.r() * 1120, massif.s() * 1.3);
            if (bell > 0) {
                crests = Double.isNaN(crests) ? 0.55 + 0.75 * noise.ridged(warpX / 2400, warpY / 2400, 3) : crests;
                sum += bell * crests;
            }
        }
        for (DistrictPlan.Island island : plan.islands()) {
            Coordinate centre = plan.world(island.x(), island.y());
            sum += bell(x, y, centre, island.a() * 1150, island.peak() * 0.34);
        }
        return Math.max(0.6, sum);
    }

    private static double bell(double x, double y, Coordinate centre, double radius, double top) {
        double dx = (x - centre.x) / radius;
        double dy = (y - centre.y) / radius;
        double inside = 1 - (dx * dx + dy * dy);
        return inside > 0 ? top * inside * Math.sqrt(inside) : 0;
    }

    /** One implicit step of lifting and wearing down, from the outlets upward. */
    private void erode(float[] lift, float step) {
        drainage.run(heights);
        int width = geometry.width();
        for (int i = 0; i < drainage.count(); i++) {
            int cell = drainage.order[i];
            int receiver = drainage.receiver[cell];
            if (receiver < 0) {
                boolean frame = cell % width == 0
                        || cell % width == width - 1
                        || cell / width == 0
                        || cell / width == geometry.height() - 1;
                heights[cell] = frame ? FRAME_HEIGHT : 0.6f;
                continue;
            }
            int apart = Math.abs(cell - receiver);
            float distance = apart == 1 || apart == width ? 1 : (float) Math.sqrt(2);
            float factor = step * (float) Math.sqrt(drainage.upstream[cell]) / distance;
            float height = (drainage.filled[cell] + step * lift[cell] + factor * heights[receiver]) / (1 + factor);
            float limit = heights[receiver] + STEEPEST * distance * (float) geometry.cellWidth();
            heights[cell] = Math.min(height, limit);
        }
    }

    /** Rounds crests and valley bottoms as creep of the soil does. */
    private void soften() {
        int width = geometry.width();
        float[] before = heights.clone();
        for (int row = 1; row + 1 < geometry.height(); row++) {
            for (int column = 1; column + 1 < width; column++) {
                int cell = row * width + column;
                float sum = before[cell - 1] + before[cell + 1] + before[cell - width] + before[cell + width];
                if (!Float.isNaN(sum) && !Float.isNaN(before[cell])) {
                    heights[cell] = 0.6f * before[cell] + 0.1f * sum;
                }
            }
        }
    }
}
