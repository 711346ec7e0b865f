package riskmap.geo.terrain;

import java.util.ArrayList;
import java.util.List;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * Which cells of a surface model are ground: those that stand above no cell within a radius by more than the ground could
 * rise on the way from there. Roofs and tree tops do.
 *
 * <p><b>Source:</b> Vosselman, Slope based filtering of laser altimetry data, IAPRS 33-B3, 2000.
 */
public final class BareGround {
    /** Deviations of normally distributed heights that a twentieth lies beyond, on one side. */
    private static final double CONFIDENCE = 1.65;

    /** How the errors of measured heights are taken into account. */
    public enum Errors {
        /** Not at all. */
        IGNORED,
        /** More rise is allowed: fewer cells of ground are lost. */
        KEEP_GROUND,
        /** Less rise is allowed: fewer cells of other things are kept. */
        DROP_OTHERS
    }

    /** A cell nearby, and how far one may stand above it. */
    private record Near(int across, int down, double rise) {}

    private final Grid surface;
    private final List<Near> near = new ArrayList<>();

    /**
     * A filter.
     *
     * @param radius in cells; a cell just so far away is no longer looked at
     * @param slope the steepest ground, rise in the unit of the heights for a unit of distance
     * @param across width of a cell in that unit of distance
     * @param down height of a cell in it
     * @param deviation standard deviation of the heights
     */
    public BareGround(
            Grid surface, int radius, double slope, double across, double down, Errors errors, double deviation) {
        this.surface = surface;
        double error = CONFIDENCE * Math.sqrt(2 * deviation);
        for (int row = -radius; row <= radius; row++) {
            for (int column = -radius; column <= radius; column++) {
                if (Math.sqrt(row * row + column * column) < radius && (row != 0 || column != 0)) {
                    double rise = Math.sqrt(row * row * down * down + column * column * across * across) * slope;
                    near.add(new Near(
                            column,
                            row,
                            switch (errors) {
                                case IGNORED -> rise;
                                case KEEP_GROUND -> rise + error;
                                default -> Math.max(0, rise - error);
                            }));
                }
            }
        }
    }

    /** The cells of the ground, or the others, with the height they have; the rest without data. */
    public Grid cells(boolean ground, Progress progress) {
        GridGeometry geometry = surface.geometry();
        Grid result = Grid.filled(geometry, Float.NaN);
        geometry.bandsOfRows(progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < geometry.width(); column++) {
                    float height = surface.get(column, row);
                    if (!Float.isNaN(height) && isGround(column, row, height) == ground) {
                        result.set(column, row, height);
                    }
                }
            }
        });
        return result;
    }

    private boolean isGround(int column, int row, double height) {
        GridGeometry geometry = surface.geometry();
        for (Near one : near) {
            int x = column + one.across;
            int y = row + one.down;
            // a cell without height is less than nothing
            if (geometry.contains(x, y)) {
                double above = height - surface.get(x, y);
                if (above > 0 && above > one.rise) {
                    return false;
                }
            }
        }
        return true;
    }
}
