package riskmap.risk.model.zone;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Reclassification;
import riskmap.risk.Chart;

/**
 * How the values of cells are spread: the ground of each step of the value, a histogram, and how much ground reaches it,
 * the exceedance. The bars of depths are the classes of the run, those of scores are fine; each step is [a, b), the last
 * one with its end.
 */
public final class CellSpread {
    private static final int BARS = 20;

    private final List<Table> tables;
    private final List<Chart> charts;

    private CellSpread(List<Table> tables, List<Chart> charts) {
        this.tables = tables;
        this.charts = charts;
    }

    /** The scores of a district, from the least; nothing where all of them are alike. */
    public static Optional<CellSpread> ofScores(float[] cells, StudyArea area) {
        return ofScores(cells, cell -> area.townOfCell(cell) >= 0 ? 1 : 0, area);
    }

    /**
     * The same of scores that many cells have.
     *
     * @param many how many cells of the towns have each of the scores
     */
    public static Optional<CellSpread> ofScores(float[] scores, IntToLongFunction many, StudyArea area) {
        List<List<Object>> lines = fine(scores, many, Double.NaN, area.lattice().cellArea());
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String id = "score-spread";
        Table table = new Table(
                id,
                Message.of("risk.table-score-spread"),
                List.of(column("score-from", "", 3), column("area-km2", "km²", 3), column("exceeded-km2", "km²", 3)),
                lines);
        return Optional.of(new CellSpread(
                List.of(table),
                List.of(
                        new Chart(id, Chart.Kind.BAR, "score_from", List.of("area_km2")),
                        new Chart(id, Chart.Kind.LINE, "score_from", List.of("exceeded_km2")))));
    }

    /**
     * Depths of water: a bar for each class of the run, the first from any depth on, and the exceedance in fine steps from
     * 0; nothing where all is dry.
     *
     * @param breaks ascending depths between the classes, in metres
     * @param title what class 1, 2 … is called
     */
    public static Optional<CellSpread> ofDepths(Grid depths, double[] breaks, IntFunction<Message> title) {
        float[] cells = depths.cells();
        double cellArea = depths.geometry().cellArea();
        List<List<Object>> lines = fine(cells, cell -> cells[cell] > 0 ? 1 : 0, 0, cellArea);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Table classes = new Table(
                "depth-classes",
                Message.of("risk.table-depth-classes"),
                List.of(column("depth-class", "", 0), column("area-km2", "km²", 3), column("exceeded-km2", "km²", 3)),
                classes(cells, breaks, title, cellArea));
        Table exceedance = new Table(
                "depth-exceedance",
                Message.of("risk.table-depth-exceedance"),
                List.of(column("depth-from", "m", 3), column("exceeded-km2", "km²", 3)),
                lines.stream().map(line -> List.of(line.get(0), line.get(2))).toList());
        return Optional.of(new CellSpread(
                List.of(classes, exceedance),
                List.of(
                        new Chart(classes.id(), Chart.Kind.BAR, "depth_class", List.of("area_km2")),
                        new Chart(exceedance.id(), Chart.Kind.LINE, "depth_from", List.of("exceeded_km2")))));
    }

    private static List<List<Object>> classes(
            float[] cells, double[] breaks, IntFunction<Message> title, double cellArea) {
        long[] counts = new long[breaks.length + 1];
        for (float depth : cells) {
            if (depth > 0) {
                int reached = 0;
                for (double limit : breaks) {
                    reached += Reclassification.reaches(depth, limit) ? 1 : 0;
                }
                counts[reached]++;
            }
        }
        List<List<Object>> lines = new ArrayList<>();
        long above = 0;
        for (int bar = breaks.length; bar >= 0; bar--) {
            above += counts[bar];
            lines.add(0, List.of(title.apply(bar + 1), counts[bar] * cellArea / 1e6, above * cellArea / 1e6));
        }
        return lines;
    }

    /**
     * Equal steps from the least to the greatest value: where each begins, its ground, what reaches it.
     *
     * @param many how many cells have each of the values, 0 for one that does not count
     */
    private static List<List<Object>> fine(float[] values, IntToLongFunction many, double from, double cellArea) {
        double least = Double.isNaN(from) ? Double.POSITIVE_INFINITY : from;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i]) && many.applyAsLong(i) > 0) {
                least = Math.min(least, values[i]);
                greatest = Math.max(greatest, values[i]);
            }
        }
        if (!(greatest > least)) {
            return List.of();
        }
        long[] counts = new long[BARS];
        for (int i = 0; i < values.length; i++) {
            long cells = Float.isNaN(values[i]) ? 0 : many.applyAsLong(i);
            if (cells > 0) {
                counts[(int) Math.min(BARS - 1, (values[i] - least) / (greatest - least) * BARS)] += cells;
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
        return lines;
    }

    /** Adds the tables and their two charts to those of a result. */
    public void addTo(List<Table> all, List<Chart> shown) {
        all.addAll(tables);
        shown.addAll(charts);
    }
}
