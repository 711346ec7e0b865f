package riskmap.geo.terrain;

import java.util.Arrays;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;

/**
 * How uneven the ground is around each cell, from the differences to its eight neighbours. At the rim and beside cells
 * without value there is none, unless fewer neighbours will do.
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
        return of(elevation, measure, false, progress);
    }

    /**
     * The measure at each cell.
     *
     * @param fewer whether the neighbours that have values will do; NaN where one is missing otherwise
     */
    public static Grid of(Grid elevation, Measure measure, boolean fewer, Progress progress) {
        Grid result = Grid.filled(elevation.geometry(), Float.NaN);
        elevation.geometry().bandsOfRows(progress, (from, to) -> {
            double[] cells = new double[9];
            double[] neighbours = new double[8];
            for (int row = from; row < to; row++) {
                for (int column = 0; column < elevation.width(); column++) {
                    boolean whole = CellRelief.window(elevation, column, row, cells);
                    if (Double.isNaN(cells[4]) || !whole && !fewer) {
                        continue;
                    }
                    int known = 0;
                    for (int i = 0; i < cells.length; i++) {
                        if (i != 4 && !Double.isNaN(cells[i])) {
                            neighbours[known++] = cells[i];
                        }
                    }
                    double[] given = whole ? neighbours : Arrays.copyOf(neighbours, known);
                    boolean single = fewer && measure == Measure.RILEY;
                    result.set(
                            column, row, (float) (single ? singleRiley(cells[4], given) : measure.of(cells[4], given)));
                }
            }
        });
        return result;
    }

    /** The same with differences and their squares in single precision, as QGIS has them. */
    private static double singleRiley(double cell, double[] neighbours) {
        double sum = 0;
        for (double neighbour : neighbours) {
            float difference = (float) (neighbour - cell);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
