package riskmap.risk.model;

import static riskmap.risk.model.CombinedTables.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.geo.Grid;
import riskmap.risk.Chart;

/**
 * How the values of cells are spread: the ground of each step of the value, a histogram, and how much ground reaches it,
 * the exceedance. Steps are [a, b), the last one with its end.
 */
final class CellSpread {
    private static final int BARS = 20;

    private final Table table;
    private final List<Chart> charts;

    private CellSpread(Table table, List<Chart> charts) {
        this.table = table;
        this.charts = charts;
    }

    /** The scores of a district, from the least; nothing where all of them are alike. */
    static Optional<CellSpread> ofScores(float[] cells, StudyArea area) {
        return of(
                "score",
                "",
                cells,
                cell -> area.townOfCell(cell) >= 0,
                Double.NaN,
                area.lattice().cellArea());
    }

    /** Depths of water, from 0; nothing where all is dry. */
    static Optional<CellSpread> ofDepths(Grid depths) {
        float[] cells = depths.cells();
        return of(
                "depth",
                "m",
                cells,
                cell -> cells[cell] > 0,
                0,
                depths.geometry().cellArea());
    }

    private static Optional<CellSpread> of(
            String what, String unit, float[] cells, IntPredicate counted, double from, double cellArea) {
        double least = Double.isNaN(from) ? Double.POSITIVE_INFINITY : from;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < cells.length; cell++) {
            if (!Float.isNaN(cells[cell]) && counted.test(cell)) {
                least = Math.min(least, cells[cell]);
                greatest = Math.max(greatest, cells[cell]);
            }
        }
        if (!(greatest > least)) {
            return Optional.empty();
        }
        long[] counts = new long[BARS];
        for (int cell = 0; cell < cells.length; cell++) {
            if (!Float.isNaN(cells[cell]) && counted.test(cell)) {
                counts[(int) Math.min(BARS - 1, (cells[cell] - least) / (greatest - least) * BARS)]++;
            }
        }
        List<List<Object>> lines = new ArrayList<>();
        long above = 0;
        for (int bar = BARS - 1; bar >= 0; bar--) {
            above += counts[bar];
            lines.add(
                    0,
                    List.of(
                            least + (greatest - least) * bar / BARS,
                            counts[bar] * cellArea / 1e6,
                            above * cellArea / 1e6));
        }
        String id = what + "-spread";
        Table table = new Table(
                id,
                Message.of("risk.table-" + id),
                List.of(
                        column(what + "-from", unit, 3),
                        column("area-km2", "km²", 3),
                        column("exceeded-km2", "km²", 3)),
                lines);
        String across = what + "_from";
        return Optional.of(new CellSpread(
                table,
                List.of(
                        new Chart(id, Chart.Kind.BAR, across, List.of("area_km2")),
                        new Chart(id, Chart.Kind.LINE, across, List.of("exceeded_km2")))));
    }

    /** Adds the table and its two charts to those of a result. */
    void addTo(List<Table> tables, List<Chart> shown) {
        tables.add(table);
        shown.addAll(charts);
    }
}
