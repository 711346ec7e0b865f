package riskmap.geo;

import riskmap.base.Progress;

/**
 * How uneven the ground is around each cell, from the differences to its eight neighbours. At the rim and beside cells
 * without value there is none: it would be that of fewer neighbours.
 */
public final class Ruggedness {
    private Ruggedness() {}

    /** The ways of measuring. */
    public enum Measure {
        /** Square root of the sum of the squared differences. Source: Riley, DeGloria and Elliot 1999 (TRI). */
        RILEY {
            @Override
            double of(double cell, double[] neighbours) {
                double sum = 0;
                for (double neighbour : neighbours) {
                    sum += (neighbour - cell) * (neighbour - cell);
                }
                return Math.sqrt(sum);
            }
        },
        /** Mean of the absolute differences. Source: Wilson et al. 2007 (TRI). */
        WILSON {
            @Override
            double of(double cell, double[] neighbours) {
                double sum = 0;
                for (double neighbour : neighbours) {
                    sum += Math.abs(neighbour - cell);
                }
                return sum / neighbours.length;
            }
        },
        /** The cell less the mean of its neighbours: above 0 on ridges. Source: Weiss 2001 (TPI). */
        POSITION {
            @Override
            double of(double cell, double[] neighbours) {
                double sum = 0;
                for (double neighbour : neighbours) {
                    sum += neighbour;
                }
                return cell - sum / neighbours.length;
            }
        },
        /** Greatest less least of the nine. Source: Wilson et al. 2007 (roughness). */
        ROUGHNESS {
            @Override
            double of(double cell, double[] neighbours) {
                double least = cell;
                double greatest = cell;
                for (double neighbour : neighbours) {
                    least = Math.min(least, neighbour);
                    greatest = Math.max(greatest, neighbour);
                }
                return greatest - least;
            }
        };

        abstract double of(double cell, double[] neighbours);
    }

    /** The measure at each cell; NaN where a neighbour is missing. */
    public static Grid of(Grid elevation, Measure measure, Progress progress) {
        Grid result = Grid.filled(elevation.geometry(), Float.NaN);
        int width = elevation.width();
        int height = elevation.height();
        Parallel.rows(elevation.geometry(), progress, (from, to) -> {
            double[] neighbours = new double[8];
            for (int row = Math.max(1, from); row < Math.min(height - 1, to); row++) {
                for (int column = 1; column < width - 1; column++) {
                    int at = 0;
                    double sum = elevation.get(column, row);
                    for (int dy = -1; dy <= 1; dy++) {
                        for (int dx = -1; dx <= 1; dx++) {
                            if (dx != 0 || dy != 0) {
                                neighbours[at] = elevation.get(column + dx, row + dy);
                                sum += neighbours[at++];
                            }
                        }
                    }
                    if (!Double.isNaN(sum)) {
                        result.set(column, row, (float) measure.of(elevation.get(column, row), neighbours));
                    }
                }
            }
        });
        return result;
    }
}
