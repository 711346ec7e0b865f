package riskmap.geo.raster;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.math.Matrix;
import riskmap.base.Progress;

/**
 * Values between stations: a surface that is asked at any place, and how far off it is when each station in turn is left
 * out.
 *
 * <ul>
 *   <li>{@link #inverseDistance}: mean of all stations weighted by 1/dᵖ (Shepard 1968); exact at the stations
 *   <li>{@link #kriging}: ordinary kriging with a spherical {@link Variogram} (Matheron), in its dual form: one system of
 *       equations for the whole surface; exact at the stations where the nugget is 0
 * </ul>
 */
public final class StationInterpolation {
    private final double[] x;
    private final double[] y;
    private final double[] values;
    private final Method method;

    private StationInterpolation(double[] x, double[] y, double[] values, Method method) {
        if (x.length == 0 || x.length != y.length || x.length != values.length) {
            throw new IllegalArgumentException("one x, y and value for each of at least one station");
        }
        this.x = x.clone();
        this.y = y.clone();
        this.values = values.clone();
        this.method = method;
    }

    /** The surface a method lays through stations. */
    private interface Method {
        Surface through(double[] x, double[] y, double[] values);
    }

    /** A value at each place. */
    public interface Surface {
        double at(double x, double y);
    }

    /**
     * How far off the estimates are, each station left out in turn.
     *
     * @param errors estimate minus value of each station
     * @param rootMeanSquare of them
     * @param mean of them
     */
    public record CrossValidation(double[] errors, double rootMeanSquare, double mean) {}

    /** Inverse distance weighting with this power. */
    public static StationInterpolation inverseDistance(double[] x, double[] y, double[] values, double power) {
        return new StationInterpolation(
                x, y, values, (sx, sy, sv) -> new PointSurfaces(places(sx, sy), sv, 0).inverseDistance(power)::at);
    }

    /** Ordinary kriging. */
    public static StationInterpolation kriging(double[] x, double[] y, double[] values, Variogram variogram) {
        return new StationInterpolation(x, y, values, (sx, sy, sv) -> krigingSurface(sx, sy, sv, variogram));
    }

    /** The surface through all stations. */
    public Surface surface() {
        return method.through(x, y, values);
    }

    /** The surface at the cell centres of a lattice. */
    public Grid grid(GridGeometry geometry, Progress progress) {
        Surface surface = surface();
        float[] cells = new float[geometry.cellCount()];
        geometry.bandsOfRows(progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < geometry.width(); column++) {
                    cells[row * geometry.width() + column] = (float) surface.at(geometry.x(column), geometry.y(row));
                }
            }
        });
        return new Grid(geometry, cells);
    }

    /** Leaves out one station at a time; needs two at least. */
    public CrossValidation crossValidation() {
        int n = x.length;
        if (n < 2) {
            throw new IllegalArgumentException("two stations at least");
        }
        double[] errors = new double[n];
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            Surface without = method.through(without(x, i), without(y, i), without(values, i));
            errors[i] = without.at(x[i], y[i]) - values[i];
            squares += errors[i] * errors[i];
            sum += errors[i];
        }
        return new CrossValidation(errors, Math.sqrt(squares / n), sum / n);
    }

    private static double[] without(double[] all, int left) {
        double[] rest = new double[all.length - 1];
        System.arraycopy(all, 0, rest, 0, left);
        System.arraycopy(all, left + 1, rest, left, rest.length - left);
        return rest;
    }

    private static Coordinate[] places(double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .mapToObj(i -> new Coordinate(x[i], y[i]))
                .toArray(Coordinate[]::new);
    }

    /** z(p) = m + Σ bᵢ γ(p − xᵢ), Σ bᵢ = 0: with the weights bᵢ and the level m from the stations themselves. */
    private static Surface krigingSurface(double[] x, double[] y, double[] values, Variogram variogram) {
        int n = x.length;
        double[][] system = new double[n + 1][n + 1];
        double[] right = new double[n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system[i][j] = variogram.at(Math.hypot(x[i] - x[j], y[i] - y[j]));
            }
            system[i][n] = 1;
            system[n][i] = 1;
            right[i] = values[i];
        }
        double[] solved = variogram.nugget() + variogram.sill() == 0 ? null : Matrix.solve(system, right);
        if (solved == null) {
            // all values alike, or two stations at one place: the mean is all that can be said
            double mean = java.util.Arrays.stream(values).average().orElseThrow();
            return (px, py) -> mean;
        }
        return (px, py) -> {
            double value = solved[n];
            for (int i = 0; i < n; i++) {
                value += solved[i] * variogram.at(Math.hypot(px - x[i], py - y[i]));
            }
            return value;
        };
    }
}
