package riskmap.geo.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.geo.Grids.SILENT;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import riskmap.base.RiskMapException;
import riskmap.geo.Grids;

class WeightedSumTest {
    private static WeightedSum.Factor factor(String grid, double weight, double... breaks) {
        Reclassification scores = breaks.length == 0 ? null : Reclassification.counting(breaks);
        return new WeightedSum.Factor(Grids.of(grid), weight, scores, Float.NaN);
    }

    @Test
    void exampleInJavadoc() {
        List<WeightedSum.Factor> factors = List.of(factor("2", 0.25), factor("3", 0.5));
        assertThat(WeightedSum.sum(factors, SILENT).cells()).containsExactly(2);
        assertThat(WeightedSum.classes(factors, Reclassification.counting(1, 2), SILENT)
                        .cells())
                .containsExactly(2);
        assertThat(Reclassification.counting(5, 15).of(5f)).isEqualTo(1);
    }

    @Test
    void aValueOnABreakBelongsToTheUpperClass() {
        Grid classes = Reclassification.from(1, 5, 15).of(Grids.of("4.999 5 14.999 15 99 -0 ."), SILENT);
        assertThat(Grids.text(classes)).isEqualTo("1 2 2 3 3 1 .");
        assertThat(Reclassification.counting(0).of(-0f)).isEqualTo(1);
        assertThat(Reclassification.counting(0.1).of(0.1f)).isEqualTo(1);
        assertThat(Reclassification.counting(0.7).of(0.7f))
                .as("a cell of 0.7 lies on the break, though 0.7f is below 0.7")
                .isEqualTo(1);
        assertThat(Reclassification.counting(0.7).of(Math.nextDown(0.7f))).isZero();
        assertThat(Reclassification.counting(1, 2).of(Float.POSITIVE_INFINITY)).isEqualTo(2);
        assertThat(Reclassification.counting(1, 2).of(Float.NEGATIVE_INFINITY)).isZero();
    }

    @Property(tries = 300)
    void countingBreaksIsWhatComparingSays(
            @ForAll @Size(min = 1, max = 7) List<@FloatRange(min = -3, max = 3) Float> values) {
        double[] breaks = values.stream()
                .mapToDouble(Float::doubleValue)
                .sorted()
                .distinct()
                .toArray();
        if (breaks.length > 1 && breaks[0] == breaks[1]) {
            return;
        }
        Grid grid = Grid.filled(Grids.geometry(values.size(), 1), 0);
        for (int i = 0; i < values.size(); i++) {
            grid.set(i, 0, values.get(i));
        }
        Grid classes = Reclassification.counting(breaks).of(grid, SILENT);
        for (int i = 0; i < values.size(); i++) {
            float value = values.get(i);
            long reached = java.util.Arrays.stream(breaks)
                    .filter(limit -> Reclassification.reaches(value, limit))
                    .count();
            assertThat(classes.get(i, 0)).isEqualTo(reached);
        }
    }

    @Test
    void sumsOfDecimalWeightsOnABreakCountAsOnIt() {
        // 0.1 + 0.2 + 0.3 is 0.6000000000000001 and 0.3 + 0.2 + 0.1 is 0.6: both are meant as 0.6; 0.15 × 4 … too
        List<WeightedSum.Factor> factors = List.of(factor("1", 0.7), factor("1", 0.1));
        assertThat(0.7 + 0.1).isLessThan(0.8);
        assertThat(WeightedSum.classes(factors, Reclassification.counting(0.8), SILENT)
                        .cells())
                .containsExactly(1);
    }

    @Property(tries = 100)
    void classesAddWhatTheirValuesDo(
            @ForAll @Size(min = 1, max = 9) List<@FloatRange(min = -3, max = 3) Float> values,
            @ForAll @Size(value = 9) List<Boolean> missing) {
        Grid grid = Grid.filled(Grids.geometry(values.size(), 1), 0);
        for (int i = 0; i < values.size(); i++) {
            grid.set(i, 0, missing.get(i) ? Float.NaN : values.get(i));
        }
        WeightedSum.Factor second = new WeightedSum.Factor(Grid.filled(grid.geometry(), 0.3f), 0.7, null, 0);
        Reclassification levels = Reclassification.counting(1, 2);
        for (double[] breaks : new double[][] {{0}, {-1, 0, 0.7, 2}, {-2, -1, 0, 1, 2}}) {
            Reclassification scores = Reclassification.from(3, breaks);
            ClassGrid classes = ClassGrid.of(grid, scores, SILENT);
            for (float score : new float[] {0.25f, Float.NaN}) {
                WeightedSum.Factor value = new WeightedSum.Factor(grid, 0.3, scores, score);
                WeightedSum.Factor known = new WeightedSum.Factor(null, classes, 1, scores, score).weighing(0.3);
                WeightedSum.SumAndClasses both = WeightedSum.sumAndClasses(List.of(known, second), levels, SILENT);
                assertThat(both.sum().cells())
                        .containsExactly(
                                WeightedSum.sum(List.of(value, second), SILENT).cells());
                assertThat(both.classes().cells())
                        .containsExactly(WeightedSum.classes(List.of(value, second), levels, SILENT)
                                .cells());
                for (int cell = 0; cell < values.size(); cell++) {
                    assertThat(known.scoreOf(cell)).isEqualTo(Float.valueOf(value.scoreOf(cell)));
                }
            }
        }
    }

    @Test
    void missingValuesTakeTheirScoreOrLeaveNoData() {
        Grid some = Grids.of("1 .");
        WeightedSum.Factor other = factor("10 10", 1);
        assertThat(Grids.text(
                        WeightedSum.sum(List.of(new WeightedSum.Factor(some, 1, null, Float.NaN), other), SILENT)))
                .isEqualTo("11 .");
        assertThat(Grids.text(WeightedSum.sum(List.of(new WeightedSum.Factor(some, 2, null, 3), other), SILENT)))
                .isEqualTo("12 16");
        assertThat(Grids.text(WeightedSum.classes(
                        List.of(new WeightedSum.Factor(some, 1, Reclassification.counting(1), Float.NaN), other),
                        Reclassification.from(1, 10.5),
                        SILENT)))
                .isEqualTo("2 .");
    }

    @Test
    void otherWeightsInOnePassComeToWhatEachComesToAlone() {
        Grid some = Grids.of("1 . 3 4 / 5 6 7 . / 9 1 2 3");
        List<WeightedSum.Factor> factors = List.of(
                new WeightedSum.Factor(some, 0.1, null, 2),
                new WeightedSum.Factor(some, 0.7, Reclassification.counting(2, 5), Float.NaN));
        double[][] weights = {{0.1, 0.7}, {0.45, 0.15}, {1, 0}};
        Reclassification levels = Reclassification.from(1, 0.8, 1.5);
        float[][][] found = new float[weights.length][2][some.cells().length];
        WeightedSum.variants(factors, weights, levels, SILENT, (number, row, sums, classes) -> {
            for (int i = 0; i < sums.length; i++) {
                found[number][0][row * sums.length + i] = (float) sums[i];
                found[number][1][row * sums.length + i] = classes[i];
            }
        });
        for (int number = 0; number < weights.length; number++) {
            double[] own = weights[number];
            List<WeightedSum.Factor> alone = List.of(
                    new WeightedSum.Factor(some, own[0], null, 2),
                    new WeightedSum.Factor(some, own[1], factors.get(1).scores(), Float.NaN));
            assertThat(found[number][0])
                    .containsExactly(WeightedSum.sum(alone, SILENT).cells());
            assertThat(found[number][1])
                    .containsExactly(WeightedSum.classes(alone, levels, SILENT).cells());
        }
    }

    @Test
    void gridsOfDifferentCellsAreRefused() {
        assertThatThrownBy(() -> WeightedSum.sum(List.of(factor("1 2", 1), factor("1", 1)), SILENT))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void breaksMustAscend() {
        assertThatThrownBy(() -> Reclassification.counting(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reclassification(new double[] {1}, new float[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
