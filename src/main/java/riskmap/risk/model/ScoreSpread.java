package riskmap.risk.model;

import static riskmap.risk.model.CombinedTables.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.risk.Chart;

/** How the scores of the cells are spread: the ground of each step of the score, and how much ground reaches it. */
final class ScoreSpread {
    /** The spread as a histogram and as the ground that exceeds a score. */
    static final List<Chart> CHARTS = List.of(
            new Chart("score-spread", Chart.Kind.BAR, "score_from", List.of("area_km2")),
            new Chart("score-spread", Chart.Kind.LINE, "score_from", List.of("exceeded_km2")));

    private static final int BARS = 20;

    private ScoreSpread() {}

    /** The spread of the cells in the area; nothing where all of them are alike. */
    static Optional<Table> of(float[] cells, StudyArea area) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < cells.length; cell++) {
            if (area.townOfCell(cell) >= 0 && !Float.isNaN(cells[cell])) {
                least = Math.min(least, cells[cell]);
                greatest = Math.max(greatest, cells[cell]);
            }
        }
        if (!(greatest > least)) {
            return Optional.empty();
        }
        long[] counts = new long[BARS];
        for (int cell = 0; cell < cells.length; cell++) {
            if (area.townOfCell(cell) >= 0 && !Float.isNaN(cells[cell])) {
                counts[(int) Math.min(BARS - 1, (cells[cell] - least) / (greatest - least) * BARS)]++;
            }
        }
        double cellArea = area.lattice().cellArea() / 1e6;
        List<List<Object>> lines = new ArrayList<>();
        double above = 0;
        for (int bar = BARS - 1; bar >= 0; bar--) {
            above += counts[bar] * cellArea;
            lines.add(0, List.of(least + (greatest - least) * bar / BARS, counts[bar] * cellArea, above));
        }
        return Optional.of(new Table(
                "score-spread",
                Message.of("risk.table-score-spread"),
                List.of(column("score-from", "", 3), column("area-km2", "km²", 3), column("exceeded-km2", "km²", 3)),
                lines));
    }
}
