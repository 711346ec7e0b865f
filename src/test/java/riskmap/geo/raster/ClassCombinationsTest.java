package riskmap.geo.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.geo.Grids.SILENT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import riskmap.base.RiskMapException;
import riskmap.geo.Grids;

class ClassCombinationsTest {
    private static WeightedSum.Factor factor(Grid grid, double weight, float missing, float... scores) {
        double[] breaks = new double[scores.length - 1];
        for (int i = 0; i < breaks.length; i++) {
            breaks[i] = i + 1;
        }
        Reclassification classes = new Reclassification(breaks, scores);
        return new WeightedSum.Factor(null, ClassGrid.of(grid, classes, SILENT), weight, classes, missing);
    }

    @Test
    void exampleInJavadoc() {
        ClassCombinations found = ClassCombinations.of(
                List.of(factor(Grids.of("0 1 1"), 1, 0, 0, 1), factor(Grids.of("2 2 0"), 1, 0, 0, 1, 2)), SILENT);
        assertThat(found.count()).isEqualTo(4);
        assertThat(List.of(found.of(0), found.of(1), found.of(2))).doesNotHaveDuplicates();
    }

    @Test
    void sumsAndLevelsAreThoseOfTheCellsOneByOne() {
        Reclassification levels = Reclassification.from(1, 0.3, 0.55, 0.8);
        for (int seed = 1; seed <= 20; seed++) {
            float missing = seed % 2 == 0 ? Float.NaN : 0.15f;
            List<WeightedSum.Factor> factors = List.of(
                    factor(Grids.random(seed, 37, 29, 5), 0.3, missing, 0, 0.25f, 0.5f, 0.75f, 1),
                    factor(Grids.random(seed + 100, 37, 29, 3), 0.1, 0, 1, 0.4f, 0),
                    factor(Grids.random(seed + 200, 37, 29, 7), 0.6, missing, 0, .1f, .3f, .5f, .7f, .9f, 1));
            ClassCombinations together = ClassCombinations.of(factors, SILENT);
            WeightedSum.SumAndClasses found = together.sumAndClasses(factors, levels, null, SILENT);
            assertThat(found.sum().cells())
                    .containsExactly(WeightedSum.sum(factors, SILENT).cells());
            assertThat(found.classes().cells())
                    .containsExactly(
                            WeightedSum.classes(factors, levels, SILENT).cells());
            List<WeightedSum.Factor> others = new ArrayList<>();
            factors.forEach(factor -> others.add(factor.weighing(1 - factor.weight())));
            assertThat(together.sumAndClasses(others, levels, new float[37 * 29], SILENT)
                            .sum()
                            .cells())
                    .containsExactly(WeightedSum.sum(others, SILENT).cells());
        }
    }

    @Test
    void valuesAndTooManyClassesHaveNone() {
        Grid grid = Grids.of("1 2");
        assertThat(ClassCombinations.of(List.of(new WeightedSum.Factor(grid, 1, null, 0)), SILENT))
                .isNull();
        assertThat(ClassCombinations.of(List.of(), SILENT)).isNull();
        Grid many = Grid.filled(Grids.geometry(60, 1), 0);
        float[] scores = new float[60];
        for (int i = 0; i < scores.length; i++) {
            many.set(i, 0, i);
            scores[i] = i;
        }
        WeightedSum.Factor sixty = factor(many, 0.2, 0, scores);
        assertThat(ClassCombinations.of(List.of(sixty, sixty), SILENT).count()).isEqualTo(3600);
        assertThat(ClassCombinations.of(List.of(sixty, sixty, sixty), SILENT)).isNull();
    }

    @Test
    void gridsOfDifferentCellsAreRefused() {
        assertThatThrownBy(() -> ClassCombinations.of(
                        List.of(factor(Grids.of("1 2"), 1, 0, 0, 1), factor(Grids.of("1"), 1, 0, 0, 1)), SILENT))
                .isInstanceOf(RiskMapException.class);
    }
}
