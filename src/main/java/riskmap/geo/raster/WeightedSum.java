package riskmap.geo.raster;

import java.util.Arrays;
import java.util.List;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * The weighted sum of scored factor grids, Σ weight × score(value), and its classes: the multi-criteria overlay that
 * turns factors into a level of hazard, exposure or risk. Scoring, weighting, adding and classing are one pass.
 *
 * <p>Example: factors scored 2 and 3 with weights 0.25 and 0.5 sum to 2.0; with the breaks 1, 2 that is class 2.
 */
public final class WeightedSum {
    private WeightedSum() {}

    /**
     * A factor: values, or the classes they fall in.
     *
     * @param grid its values, null where only the classes are known
     * @param classes the classes of its values, null where the values are known
     * @param weight multiplies the score
     * @param scores value or class → score, or null when the value is the score
     * @param missing score of cells without data; NaN: the sum has no data there
     */
    public record Factor(Grid grid, ClassGrid classes, double weight, Reclassification scores, float missing) {
        /** A factor of values. */
        public Factor(Grid grid, double weight, Reclassification scores, float missing) {
            this(grid, null, weight, scores, missing);
        }

        /** The same with another weight. */
        public Factor weighing(double other) {
            return new Factor(grid, classes, other, scores, missing);
        }

        /** The score of a cell. */
        public float scoreOf(int cell) {
            if (classes != null) {
                byte known = classes.classes()[cell];
                return known == ClassGrid.NONE ? missing : scores.values()[known];
            }
            float value = grid.cells()[cell];
            if (Float.isNaN(value)) {
                return missing;
            }
            return scores == null ? value : scores.of(value);
        }

        private GridGeometry geometry() {
            return classes == null ? grid.geometry() : classes.geometry();
        }
    }

    /**
     * The sum of weight × score.
     *
     * @throws RiskMapException when the grids do not have the same cells
     */
    public static Grid sum(List<Factor> factors, Progress progress) {
        return each(factors, progress, (sums, out, offset) -> {
            for (int i = 0; i < sums.length; i++) {
                out[offset + i] = (float) sums[i];
            }
        });
    }

    /**
     * The classes of the sum: the level's value per cell. Those of {@link #sum}, whose cells hold 32 bits: weights such as 0.1
     * have no exact binary form, and a sum that is the break but for the last digits of 64 bits lies on it.
     *
     * @throws RiskMapException when the grids do not have the same cells
     */
    public static Grid classes(List<Factor> factors, Reclassification levels, Progress progress) {
        return each(factors, progress, classed(levels));
    }

    static RowResult classed(Reclassification levels) {
        return (sums, out, offset) -> {
            for (int i = 0; i < sums.length; i++) {
                out[offset + i] = levels.of((float) sums[i]);
            }
        };
    }

    /**
     * The sum and its classes.
     *
     * @param sum as {@link #sum}
     * @param classes as {@link #classes}
     */
    public record SumAndClasses(Grid sum, Grid classes) {}

    /** Both in one pass. */
    public static SumAndClasses sumAndClasses(List<Factor> factors, Reclassification levels, Progress progress) {
        float[] classes = new float[factors.get(0).geometry().cellCount()];
        RowResult classed = classed(levels);
        Grid sum = each(factors, progress, (sums, out, offset) -> {
            for (int i = 0; i < sums.length; i++) {
                out[offset + i] = (float) sums[i];
            }
            classed.write(sums, classes, offset);
        });
        return new SumAndClasses(sum, new Grid(sum.geometry(), classes));
    }

    /** Takes a row of what other weights come to; rows come in any order and from several threads. */
    @FunctionalInterface
    public interface Variant {
        /** The sums and classes of the cells of a row with weights of this number; they are used again afterwards. */
        void take(int number, int row, double[] sums, float[] classes);
    }

    /**
     * What several lists of weights come to, each as {@link #sum} and {@link #classes} of the factors with these weights in
     * place of their own, in one pass that keeps no grid.
     *
     * @throws RiskMapException when the grids do not have the same cells
     */
    public static void variants(
            List<Factor> factors, double[][] weights, Reclassification levels, Progress progress, Variant each) {
        GridGeometry geometry = commonLattice(factors);
        int width = geometry.width();
        Contribution[][] contributions = new Contribution[factors.size()][weights.length];
        for (int i = 0; i < contributions.length; i++) {
            Factor factor = factors.get(i);
            for (int number = 0; number < weights.length; number++) {
                contributions[i][number] = new Contribution(factor.weighing(weights[number][i]));
            }
        }
        RowResult classed = classed(levels);
        geometry.bandsOfRows(progress, (from, to) -> {
            double[][] sums = new double[weights.length][width];
            float[] levelOf = new float[width];
            int[] classes = new int[width];
            for (int row = from; row < to; row++) {
                for (double[] variant : sums) {
                    Arrays.fill(variant, 0);
                }
                for (Contribution[] ofFactor : contributions) {
                    ofFactor[0].look(row * width, classes);
                    for (int number = 0; number < sums.length; number++) {
                        ofFactor[number].add(row * width, sums[number], classes);
                    }
                }
                for (int number = 0; number < sums.length; number++) {
                    classed.write(sums[number], levelOf, 0);
                    each.take(number, row, sums[number], levelOf);
                }
            }
        });
    }

    interface RowResult {
        void write(double[] sums, float[] out, int offset);
    }

    static GridGeometry commonLattice(List<Factor> factors) {
        GridGeometry geometry = factors.get(0).geometry();
        for (Factor factor : factors) {
            if (!factor.geometry().sameLattice(geometry)) {
                throw RiskMapException.of("geo.grids-differ", describe(geometry), describe(factor.geometry()));
            }
        }
        return geometry;
    }

    private static Grid each(List<Factor> factors, Progress progress, RowResult result) {
        GridGeometry geometry = commonLattice(factors);
        int width = geometry.width();
        float[] out = new float[geometry.cellCount()];
        List<Contribution> contributions =
                factors.stream().map(Contribution::new).toList();
        geometry.bandsOfRows(progress, (from, to) -> {
            double[] sums = new double[width];
            int[] classes = new int[width];
            for (int row = from; row < to; row++) {
                Arrays.fill(sums, 0);
                for (Contribution contribution : contributions) {
                    contribution.look(row * width, classes);
                    contribution.add(row * width, sums, classes);
                }
                result.write(sums, out, row * width);
            }
        });
        return new Grid(geometry, out);
    }

    static String describe(GridGeometry geometry) {
        return geometry.width() + " × " + geometry.height() + " (" + geometry.minX() + ", " + geometry.maxY() + ") "
                + geometry.cellWidth();
    }

    /** What one factor adds: weight × score, looked up by the class. */
    static final class Contribution {
        /** Null where the classes are known. */
        private final float[] cells;

        private final byte[] known;
        private final double weight;
        private final Reclassification scores;
        private final double[] products;
        private final double missing;

        Contribution(Factor factor) {
            cells = factor.classes() == null ? factor.grid().cells() : null;
            known = factor.classes() == null ? null : factor.classes().classes();
            weight = factor.weight();
            scores = factor.scores();
            missing = weight * factor.missing();
            float[] values = scores == null ? new float[0] : scores.values();
            products = new double[values.length];
            for (int i = 0; i < products.length; i++) {
                products[i] = weight * values[i];
            }
        }

        /** Finds the class of each value of a row, where scores go by classes. */
        void look(int offset, int[] classes) {
            if (known != null) {
                for (int i = 0; i < classes.length; i++) {
                    classes[i] = known[offset + i];
                }
            } else if (scores != null) {
                scores.reached(cells, offset, classes);
            }
        }

        /** Adds what it adds where these are its classes. */
        void add(byte[] classes, double[] sums) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += classes[i] >= 0 ? products[classes[i]] : missing;
            }
        }

        void add(int offset, double[] sums, int[] classes) {
            if (known != null) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += classes[i] >= 0 ? products[classes[i]] : missing;
                }
                return;
            }
            if (scores == null) {
                for (int i = 0; i < sums.length; i++) {
                    float value = cells[offset + i];
                    sums[i] += value == value ? weight * value : missing;
                }
                return;
            }
            for (int i = 0; i < sums.length; i++) {
                float value = cells[offset + i];
                sums[i] += value == value ? products[classes[i]] : missing;
            }
        }
    }
}
