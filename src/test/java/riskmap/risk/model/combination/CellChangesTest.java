package riskmap.risk.model.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.raster.ClassCombinations;
import riskmap.geo.raster.ClassGrid;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Reclassification;
import riskmap.geo.raster.WeightedSum;
import riskmap.risk.model.SampleDistrict;
import riskmap.risk.model.zone.CellSpread;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.TownCombinations;

class CellChangesTest {
    private static final Progress SILENT = Progress.silent();

    @Test
    void countedByCombinationsIsWhatIsCountedCellByCell() {
        StudyArea area = StudyArea.of(SampleDistrict.inputs(1), 10, SILENT);
        Reclassification levels = Reclassification.from(1, 0.3, 0.5, 0.7);
        double[] weights = {0.5, 0.2, 0.3};
        List<double[]> variants = new ArrayList<>(List.of(weights));
        for (int factor = 0; factor < weights.length; factor++) {
            variants.add(CombinationSensitivity.changed(weights, factor, 0.2));
            variants.add(CombinationSensitivity.changed(weights, factor, -0.2));
        }
        for (float missing : new float[] {0, Float.NaN}) {
            List<WeightedSum.Factor> scored = new ArrayList<>();
            for (int factor = 0; factor < weights.length; factor++) {
                scored.add(factor(area, factor, missing));
            }
            Grid before = WeightedSum.classes(CombinationCells.weighted(scored, weights), levels, SILENT);
            ClassCombinations together = ClassCombinations.of(scored, SILENT);
            TownCombinations counted = TownCombinations.of(area, together, SILENT);
            CellChanges quick = CellChanges.of(area, scored, counted, variants, before, levels, SILENT);
            CellChanges each = CellChanges.of(area, scored, null, variants, before, levels, SILENT);
            int towns = area.townNames().length;
            double changed = 0;
            for (int number = 0; number < variants.size(); number++) {
                for (int town = 0; town <= towns; town++) {
                    assertThat(quick.ground(number, town)).containsExactly(each.ground(number, town));
                }
                for (int town = 0; town < towns; town++) {
                    assertThat(quick.mean(number, town)).isCloseTo(each.mean(number, town), within(1e-12));
                }
                changed += quick.ground(number, towns)[0] + quick.ground(number, towns)[1];
            }
            assertThat(changed).isPositive();
        }
    }

    @Test
    void scoresCountedByCombinationsAreSpreadAsTheyAreCellByCell() {
        StudyArea area = StudyArea.of(SampleDistrict.inputs(1), 10, SILENT);
        for (float missing : new float[] {0, Float.NaN}) {
            List<WeightedSum.Factor> scored = CombinationCells.weighted(
                    List.of(factor(area, 1, missing), factor(area, 2, missing)), new double[] {0.7, 0.3});
            ClassCombinations together = ClassCombinations.of(scored, SILENT);
            TownCombinations counted = TownCombinations.of(area, together, SILENT);
            assertThat(tables(CellSpread.ofScores(together.scores(scored), counted::cells, area)))
                    .isEqualTo(tables(
                            CellSpread.ofScores(WeightedSum.sum(scored, SILENT).cells(), area)))
                    .isNotEmpty();
        }
    }

    private static List<List<List<Object>>> tables(Optional<CellSpread> spread) {
        List<Table> tables = new ArrayList<>();
        spread.orElseThrow().addTo(tables, new ArrayList<>());
        return tables.stream().map(Table::rows).toList();
    }

    private static WeightedSum.Factor factor(StudyArea area, int seed, float missing) {
        Random random = new Random(seed);
        Grid grid = Grid.filled(area.lattice(), 0);
        for (int cell = 0; cell < grid.cells().length; cell++) {
            grid.cells()[cell] = random.nextInt(9) == 0 ? Float.NaN : random.nextInt(5);
        }
        Reclassification classes =
                new Reclassification(new double[] {1, 2, 3, 4}, new float[] {0, 0.25f, 0.5f, 0.75f, 1});
        return new WeightedSum.Factor(null, ClassGrid.of(grid, classes, SILENT), 1, classes, missing);
    }
}
