package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.List;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * A raster whose values are looked up in a table: rows {@code from, to, new value}, or {@code value, new value} for the
 * codes of a classification. The first row that holds a value counts; a value in none stays, or becomes no data. No data
 * stays no data.
 */
public final class ReclassifyByTable implements Operation {
    private static final String OWNER = "analysis.reclassify-by-table";

    @Override
    public String id() {
        return "reclassify-by-table";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.of(OWNER, "table", Parameter.Type.TABLE, null),
                Parameter.choice(OWNER, "bounds", "lower", "lower", "upper", "both", "neither"),
                Parameter.choice(OWNER, "others", "keep", "keep", "none"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        List<ValueRanges.Range> ranges = ranges(values.rows("table"), values.text("bounds"));
        return ValueRanges.apply(
                inputs.grid("raster"), ranges, values.text("others").equals("keep"), progress);
    }

    private static List<ValueRanges.Range> ranges(double[][] table, String bounds) {
        List<ValueRanges.Range> ranges = new ArrayList<>();
        for (double[] row : table) {
            if (row.length < 2 || row.length > 3) {
                throw RiskMapException.of("analysis.table-columns", row.length);
            }
            if (row.length == 2) {
                float code = (float) row[0];
                ranges.add(new ValueRanges.Range(code, code, true, true, (float) row[1]));
            } else if (row[0] > row[1]) {
                throw RiskMapException.of(
                        "analysis.table-range", ranges.size() + 1, Double.toString(row[0]), Double.toString(row[1]));
            } else {
                boolean both = bounds.equals("both");
                ranges.add(new ValueRanges.Range(
                        (float) row[0],
                        (float) row[1],
                        both || bounds.equals("lower"),
                        both || bounds.equals("upper"),
                        (float) row[2]));
            }
        }
        return ranges;
    }
}
