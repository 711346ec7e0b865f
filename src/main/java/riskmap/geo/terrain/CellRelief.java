package riskmap.geo.terrain;

import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * Functions of Horn's differences as QGIS and gdaldem take them: over cells in the unit of their CRS, which is that of the
 * elevations only where the CRS is projected, and without any value made up beyond the edge; {@link Terrain} has metres and
 * a value in every cell. They are worked out in single precision where these programs do so, that files can be compared bit
 * by bit.
 */
public final class CellRelief {
    private static final double DEGREES = 180 / Math.PI;
    /** How much the middle line of three counts against the outer ones. */
    private static final int[] SHARES = {1, 2, 1};

    /** What is done where some of the nine cells have no value. */
    public enum Gaps {
        /**
         * A line of three cells gives what its neighbours with values differ by, one step counting half of two; so does a
         * cell without elevation between others (QGIS).
         */
        SHORTER,
        /** There is no value either (gdaldem). */
        NONE
    }

    /** A value from how much the ground rises a unit eastwards and northwards; NaN for none. */
    public interface Form {
        double of(double east, double north);
    }

    private CellRelief() {}

    /** Slope in degrees. */
    public static double degrees(double east, double north) {
        return DEGREES * Math.atan(Math.hypot(east, north));
    }

    /** Slope in degrees, each step in single precision. */
    public static double singleDegrees(double east, double north) {
        float x = (float) east;
        float y = (float) north;
        return SingleAngles.of((float) Math.sqrt(x * x + y * y)) * 180.0 / Math.PI;
    }

    /** The way downhill as {@link #aspect}, each step in single precision; 360 is not turned to 0. */
    public static double singleAspect(double east, double north) {
        return east == 0 && north == 0
                ? Double.NaN
                : 180.0 + SingleAngles.of((float) east, (float) north) * 180.0 / Math.PI;
    }

    /** The cosine as in {@link #shade}, from 0 to 255, by slope and aspect, each step in single precision. */
    public static Form singleShade(double azimuth, double zenith) {
        float light = (float) (azimuth * Math.PI / 180.0);
        float down = (float) (zenith * Math.PI / 180.0);
        float upright = SingleAngles.cosine(down);
        float slanting = SingleAngles.sine(down);
        return (east, north) -> {
            float x = (float) east;
            float y = (float) north;
            float slope = SingleAngles.of((float) Math.sqrt(x * x + y * y));
            float aspect = x == 0 && y == 0 ? light / 2 : (float) (Math.PI + SingleAngles.of(x, y));
            return Math.max(
                    0f,
                    255f
                            * (upright * SingleAngles.cosine(slope)
                                    + slanting * SingleAngles.sine(slope) * SingleAngles.cosine(light - aspect)));
        };
    }

    /** The way downhill as {@link #aspect}, turned from the east to the north in single precision. */
    public static double turnedAspect(double east, double north) {
        if (east == 0 && north == 0) {
            return Double.NaN;
        }
        float fromEast = (float) (DEGREES * Math.atan2(-north, -east));
        float angle = fromEast > 90 ? 450 - fromEast : 90 - fromEast;
        return angle == 360 ? 0 : angle;
    }

    /** Slope in percent. */
    public static double percent(double east, double north) {
        return 100 * Math.hypot(east, north);
    }

    /** The way downhill, 0 to 360 degrees clockwise from north; NaN where it is flat. */
    public static double aspect(double east, double north) {
        if (east == 0 && north == 0) {
            return Double.NaN;
        }
        double angle = DEGREES * Math.atan2(-east, -north);
        return angle < 0 ? angle + 360 : angle;
    }

    /**
     * The cosine of the angle between light and surface, not below 0, from dark to dark + range.
     *
     * @param azimuth where the light comes from, degrees clockwise from north
     * @param altitude how high it stands, degrees
     */
    public static Form shade(double azimuth, double altitude, double dark, double range) {
        double light = Math.sin(altitude / DEGREES);
        double slanting = Math.cos(altitude / DEGREES);
        double fromEast = slanting * Math.sin(azimuth / DEGREES);
        double fromNorth = slanting * Math.cos(azimuth / DEGREES);
        return (east, north) -> dark
                + range
                        * Math.max(
                                0,
                                (light - east * fromEast - north * fromNorth)
                                        / Math.sqrt(1 + east * east + north * north));
    }

    /**
     * A grid of a form; NaN where there is nothing to tell it from.
     *
     * @param single whether differences without gaps are taken in single precision
     * @param factor what elevations are multiplied by
     */
    public static Grid of(Grid elevation, Gaps gaps, boolean single, double factor, Form form, Progress progress) {
        GridGeometry geometry = elevation.geometry();
        Grid result = Grid.filled(geometry, Float.NaN);
        geometry.bandsOfRows(progress, (from, to) -> {
            double[] cells = new double[9];
            for (int row = from; row < to; row++) {
                for (int column = 0; column < geometry.width(); column++) {
                    boolean whole = window(elevation, column, row, cells);
                    if (gaps == Gaps.NONE && (single || !whole)) {
                        if (whole) {
                            double east = factor * across(cells, 2, 0, 3) / (8 * geometry.cellWidth());
                            double north = factor * across(cells, 0, 6, 1) / (8 * geometry.cellHeight());
                            result.set(column, row, (float) form.of(east, north));
                        }
                        continue;
                    }
                    double east = factor * rise(cells, 1, 3, geometry.cellWidth());
                    // what QGIS does at the lower rim: the western line counts only where the north-east has no value
                    boolean odd = Double.isNaN(cells[6]) && !Double.isNaN(cells[0]) && !Double.isNaN(cells[2]);
                    cells[0] = odd ? Double.NaN : cells[0];
                    double north = -factor * rise(cells, 3, 1, geometry.cellHeight());
                    result.set(column, row, (float) form.of((float) east, (float) north));
                }
            }
        });
        return result;
    }

    /** Three cells less three others, the middle ones twice, each in single precision. */
    private static float across(double[] cells, int first, int other, int step) {
        return line(cells, first, step) - line(cells, other, step);
    }

    private static float line(double[] cells, int first, int step) {
        float middle = (float) cells[first + step];
        return (float) cells[first] + middle + middle + (float) cells[first + 2 * step];
    }

    /** Fills the nine cells around one, NaN beyond the grid, and tells whether all have values. */
    static boolean window(Grid grid, int column, int row, double[] cells) {
        boolean whole = true;
        for (int i = 0; i < 9; i++) {
            int x = column + i % 3 - 1;
            int y = row + i / 3 - 1;
            cells[i] = grid.geometry().contains(x, y) ? grid.get(x, y) : Double.NaN;
            whole &= !Double.isNaN(cells[i]);
        }
        return whole;
    }

    /** The rise a step along, over three lines across: NaN where no line has two neighbours with values. */
    private static double rise(double[] cells, int along, int across, double cell) {
        double sum = 0;
        int steps = 0;
        for (int line = 0; line < 3; line++) {
            int middle = 4 + (line - 1) * across;
            int first = Double.isNaN(cells[middle - along]) ? middle : middle - along;
            int last = Double.isNaN(cells[middle + along]) ? middle : middle + along;
            double difference = (float) (cells[last] - cells[first]);
            if (last != first && !Double.isNaN(difference)) {
                sum += SHARES[line] * difference;
                steps += SHARES[line] * (last - first) / along;
            }
        }
        return sum / (steps * cell);
    }
}
