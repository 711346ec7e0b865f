package riskmap.risk.model.impact;

import java.util.List;
import riskmap.analysis.CellRows;
import riskmap.analysis.CountingRule;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.risk.InputChecks;
import riskmap.risk.Workings;

/**
 * Amounts of a raster, people in each cell, as what an impact counts: a cell counts where its centre lies, or with the
 * shares of its square ({@link CountingRule#AREA_SHARE}), so that the parts add up to the sum of all cells either way.
 */
public final class ImpactOfCells {
    /** The measure, where no field names it. */
    private static final String PEOPLE = "people";

    private ImpactOfCells() {}

    /** The cells hold amounts, and the rule is one that divides them without counting any twice. */
    public static void check(InputChecks checks, String exposure, String rule) {
        Grid grid = checks.inputs().grid(exposure);
        float[] cells = grid.cells();
        long negative = 0;
        long infinite = 0;
        float least = 0;
        for (float cell : cells) {
            negative += cell < 0 ? 1 : 0;
            infinite += Float.isInfinite(cell) ? 1 : 0;
            least = Math.min(least, cell);
        }
        if (negative > 0) {
            checks.problem(
                    exposure, Message.of("risk.check-negative-cells", exposure, negative, Workings.shown(least)));
        }
        if (infinite > 0) {
            checks.problem(exposure, Message.of("risk.check-infinite-cells", exposure, infinite));
        }
        boolean divides = rule.equals(CountingRule.CENTROID_WITHIN.key())
                || rule.equals(CountingRule.AREA_SHARE.key())
                || ImpactZones.isSampled(rule);
        if (!divides) {
            checks.problem(
                    exposure,
                    Message.of("risk.check-rule-cells", exposure, Message.of(ImpactZones.OWNER + ".rule." + rule)));
        }
    }

    /** What the amounts of cells are called: the first of the fields named, else people. */
    static String measure(ParameterValues values) {
        List<String> fields = values.names("fields");
        return fields.isEmpty() ? PEOPLE : fields.get(0);
    }

    /** The cells as rows. */
    public static LayerRows rows(Grid grid, ParameterValues values, List<Message> notes, Progress progress) {
        boolean squares = values.text("rule").equals(CountingRule.AREA_SHARE.key());
        String exposure = values.text("exposure");
        CellRows cells = CellRows.of(grid, exposure, measure(values), squares, progress);
        notes.add(Message.of("risk.note-cells-counted", exposure, cells.rows().size(), cells.zero(), cells.without()));
        return cells.rows();
    }
}
