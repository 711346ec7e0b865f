package riskmap.geo.terrain;

import riskmap.base.Progress;
import riskmap.geo.raster.ClassGrid;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Reclassification;

/**
 * Slope, aspect and shaded relief of an elevation grid by Horn's differences over 3 × 3 cells.
 *
 * <p>Elevations in metres; cells in metres, or in degrees when the CRS is geographic (each row then has the metres its
 * latitude gives it). No data stays no data; a neighbour without data counts as level with the cell. Beyond the grid's
 * edge the surface goes on as it comes (2a − b), as {@code gdaldem -compute_edges} has it.
 *
 * <p>Formulas, with g = (dz/dx, dz/dy): slope = atan |g| or 100·|g|; aspect = direction of −g clockwise from north;
 * shade = 1 + 254·max(0, cos of the angle between light and surface).
 *
 * <p><b>Source:</b> B. K. P. Horn, “Hill Shading and the Reflectance Map”, Proc. IEEE 69 (1981) 14–47; four lights: R. K.
 * Mark, USGS Open-File Report 92-422.
 */
public final class Terrain {
    private static final double DEGREES = 180 / Math.PI;

    private Terrain() {}

    /** Slope in degrees, 0 to 90. */
    public static Grid slopeDegrees(Grid elevation, Progress progress) {
        return Gradient.map(elevation, progress, Terrain::slopeDegrees);
    }

    /**
     * Slope in degrees on another lattice of the same CRS, each cell with that of the elevation's cell its centre falls in:
     * as if it were resampled to the nearest, without a grid between.
     *
     * @param into as many numbers as the lattice has cells, written over
     */
    public static Grid slopeDegrees(Grid elevation, GridGeometry lattice, float[] into, Progress progress) {
        return Gradient.map(elevation, lattice, into, progress, Terrain::slopeDegrees);
    }

    /** The same of one cell of the other lattice alone. */
    public static float slopeDegreesAt(Grid elevation, GridGeometry lattice, int cell) {
        return Gradient.at(elevation, lattice, cell, Terrain::slopeDegrees);
    }

    /** Whether {@link #slopeClasses} can tell the classes of these breaks. */
    public static boolean canTellClasses(Reclassification breaks) {
        return SlopeClasses.canTell(breaks);
    }

    /**
     * The classes of {@link #slopeDegrees(Grid, GridGeometry, float[], Progress)}, cell for cell, without the angles.
     *
     * @param breaks in degrees, from 0.01 to 85
     */
    public static ClassGrid slopeClasses(
            Grid elevation, GridGeometry lattice, Reclassification breaks, Progress progress) {
        return Gradient.classes(elevation, lattice, breaks, progress);
    }

    /** Slope in percent: 100 is 45°. */
    public static Grid slopePercent(Grid elevation, Progress progress) {
        return Gradient.map(elevation, progress, (dx, dy, out) -> {
            for (int i = 0; i < out.length; i++) {
                out[i] = 100 * Math.sqrt(dx[i] * dx[i] + dy[i] * dy[i]);
            }
        });
    }

    /** Direction the slope faces (downhill), degrees clockwise from north, 0 ≤ aspect &lt; 360; NaN where it is flat. */
    public static Grid aspect(Grid elevation, Progress progress) {
        return Gradient.map(elevation, progress, (dx, dy, out) -> {
            for (int i = 0; i < out.length; i++) {
                out[i] = Double.NaN;
                if (dx[i] != 0 || dy[i] != 0) {
                    double degrees = Math.atan2(-dx[i], -dy[i]) * DEGREES;
                    float turned = (float) (degrees < 0 ? degrees + 360 : degrees);
                    // rounding can carry the last bit below north up to 360
                    out[i] = turned >= 360 ? 0 : turned;
                }
            }
        });
    }

    /**
     * Shaded relief 1 (dark) … 255 (bright).
     *
     * @param azimuthDegrees where the light comes from, clockwise from north; maps use 315
     * @param altitudeDegrees how high it stands; maps use 45
     * @param zFactor exaggeration of heights
     */
    public static Grid hillshade(
            Grid elevation, double azimuthDegrees, double altitudeDegrees, double zFactor, Progress progress) {
        double light = 254 * Math.sin(altitudeDegrees / DEGREES);
        double slanting = 254 * Math.cos(altitudeDegrees / DEGREES) * zFactor;
        double east = slanting * Math.sin(azimuthDegrees / DEGREES);
        double north = slanting * Math.cos(azimuthDegrees / DEGREES);
        return Gradient.map(elevation, progress, (dx, dy, out) -> {
            for (int i = 0; i < out.length; i++) {
                double steep = 1 + zFactor * zFactor * (dx[i] * dx[i] + dy[i] * dy[i]);
                double shade = (light - dx[i] * east - dy[i] * north) / Math.sqrt(steep);
                out[i] = 1 + Math.max(0, shade);
            }
        });
    }

    /** Shaded relief 1 … 255 lit from 225°, 270°, 315° and 360°, each weighted by how far the slope turns from it. */
    public static Grid multidirectionalHillshade(
            Grid elevation, double altitudeDegrees, double zFactor, Progress progress) {
        double light = 127 * Math.sin(altitudeDegrees / DEGREES);
        double slanting = 127 * Math.cos(altitudeDegrees / DEGREES) * zFactor;
        double diagonal = slanting * Math.sqrt(0.5);
        return Gradient.map(elevation, progress, (dx, dy, out) -> {
            for (int i = 0; i < out.length; i++) {
                double x = dx[i];
                double y = dy[i];
                double square = x * x + y * y;
                if (square == 0) {
                    out[i] = 1 + 2 * light;
                    continue;
                }
                double southWest = 0.5 * square + x * y;
                double sum = southWest * Math.max(0, light + (x + y) * diagonal)
                        + x * x * Math.max(0, light + x * slanting)
                        + (square - southWest) * Math.max(0, light + (x - y) * diagonal)
                        + y * y * Math.max(0, light - y * slanting);
                out[i] = 1 + sum / square / Math.sqrt(1 + zFactor * zFactor * square);
            }
        });
    }

    /** In short loops over the row, each of which the compiler turns into vector instructions; one long loop it does not. */
    static void slopeDegrees(double[] dx, double[] dy, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.sqrt(dx[i] * dx[i] + dy[i] * dy[i]);
        }
        // atan t = 45° + atan q with q = (t − 1)/(t + 1) in [−1, 1]
        for (int i = 0; i < out.length; i++) {
            out[i] = (out[i] - 1) / (out[i] + 1);
        }
        // Chebyshev fit of atan(q)/q in u = q²: error of the angle below 7.1e-12 rad
        double[] series = dx;
        for (int i = 0; i < out.length; i++) {
            double u = out[i] * out[i];
            double sum = 0.0004301645406942423 * u - 0.003261484602275947;
            sum = sum * u + 0.011602319704900627;
            sum = sum * u - 0.026271569324089188;
            sum = sum * u + 0.043902863904932095;
            sum = sum * u - 0.06038548163324463;
            series[i] = sum * u + 0.07502231252027339;
        }
        for (int i = 0; i < out.length; i++) {
            double u = out[i] * out[i];
            double sum = series[i] * u - 0.09051137220757667;
            sum = sum * u + 0.11105656184395693;
            sum = sum * u - 0.1428526249194734;
            sum = sum * u + 0.19999980353659758;
            sum = sum * u - 0.3333333299505068;
            series[i] = sum * u + 0.999999999990292;
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(0, 45 + DEGREES * out[i] * series[i]);
        }
    }
}
