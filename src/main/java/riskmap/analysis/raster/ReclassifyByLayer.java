package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.ShapeKind;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * A raster whose values are looked up in the rows of a table: from a number to a number, and the new value. A bound that is
 * missing is open; rows without a new value are passed over. The first row that holds a value counts; a value in none stays,
 * or becomes no data.
 */
public final class ReclassifyByLayer implements Operation {
    private static final String OWNER = "analysis.reclassify-by-layer";

    @Override
    public String id() {
        return "reclassify-by-layer";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.of(OWNER, "ranges", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "from-field", Parameter.Type.FIELD, null),
                Parameter.of(OWNER, "to-field", Parameter.Type.FIELD, null),
                Parameter.of(OWNER, "value-field", Parameter.Type.FIELD, null),
                Parameter.choice(OWNER, "bounds", "lower", "lower", "upper", "both", "neither"),
                Parameter.choice(OWNER, "others", "keep", "keep", "none"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS.mostly(ShapeKind.NONE);
    }

    @Override
    public Set<String> numberParameters() {
        return Set.of("from-field", "to-field", "value-field");
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("ranges"), progress.part(0, 0.2));
        double[] from = rows.numbersOf(values.text("from-field"));
        double[] to = rows.numbersOf(values.text("to-field"));
        double[] value = rows.numbersOf(values.text("value-field"));
        String bounds = values.text("bounds");
        boolean both = bounds.equals("both");
        List<ValueRanges.Range> ranges = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (Double.isFinite(value[row])) {
                ranges.add(new ValueRanges.Range(
                        Double.isNaN(from[row]) ? Float.NEGATIVE_INFINITY : (float) from[row],
                        Double.isNaN(to[row]) ? Float.POSITIVE_INFINITY : (float) to[row],
                        both || bounds.equals("lower"),
                        both || bounds.equals("upper"),
                        (float) value[row]));
            }
        }
        return ValueRanges.apply(
                inputs.grid("raster"), ranges, values.text("others").equals("keep"), progress.part(0.2, 1));
    }
}
