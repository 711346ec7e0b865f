package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import riskmap.analysis.CellNote;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * What several rasters say of each cell together: a {@link StackStatistic} of their values, a percentile, how far up among
 * them another value is, which of them has the highest or lowest value (counted from 1; of equals the first), or how many of them are equal to, greater or less
 * than another raster there. Such as the worst of several hazards, which one that is, or in how many scenarios a place is
 * deeper than a limit. Cells where a raster has no data go by the rasters that have, or have none.
 */
public final class CellStatistics implements Operation {
    private static final String OWNER = "analysis.cell-statistics";
    private static final String LIKE = "like";
    private static final String THAN = "than";

    @Override
    public String id() {
        return "cell-statistics";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = LetteredRasters.parameters(OWNER, LetteredRasters.EIGHT);
        List<String> statistics = new ArrayList<>(StackStatistic.keys());
        statistics.addAll(List.of("percentile", "percent-rank", "highest", "lowest", "equal", "greater", "less"));
        all.add(Parameter.choice(OWNER, "statistic", "max", statistics.toArray(String[]::new)));
        all.add(Parameter.choice(OWNER, "missing", "ignored", "ignored", "none"));
        all.add(Parameter.number(OWNER, "share", "", 0.5, 0, 1));
        all.add(Parameter.choice(OWNER, "rank", "inclusive", "nearest", "inclusive", "exclusive"));
        all.add(Parameter.of(OWNER, "value", Parameter.Type.NUMBER, null).asOptional());
        all.add(Parameter.of(OWNER, THAN, Parameter.Type.GRID, null).asOptional());
        all.add(Parameter.of(OWNER, LIKE, Parameter.Type.GRID, null).asOptional());
        return all;
    }

    @Override
    public Set<String> lattices() {
        return Set.of(LIKE);
    }

    /** What comes of the values of a cell, in the order of the rasters; of none of them only where all are missing. */
    private interface OfCell {
        double of(double[] values, int cell);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        GridGeometry cells = inputs.has(LIKE)
                ? inputs.lattice(LIKE)
                : inputs.grid(inputs.has(THAN) ? THAN : LetteredRasters.EIGHT.get(0))
                        .geometry();
        List<float[]> stack = LetteredRasters.EIGHT.stream()
                .filter(inputs::has)
                .map(name ->
                        CellSampling.onto(inputs.grid(name), cells, progress).cells())
                .toList();
        OfCell asked = asked(inputs, values, cells, progress);
        boolean ignored = values.text("missing").equals("ignored");
        boolean counts = values.text("statistic").equals("count");
        float[] made = new float[cells.cellCount()];
        cells.bandsOfRows(progress, (from, to) -> {
            double[] here = new double[stack.size()];
            for (int cell = from * cells.width(); cell < to * cells.width(); cell++) {
                boolean missing = false;
                boolean any = false;
                for (int i = 0; i < here.length; i++) {
                    here[i] = stack.get(i)[cell];
                    missing |= Double.isNaN(here[i]);
                    any |= !Double.isNaN(here[i]);
                }
                made[cell] = counts || any && (ignored || !missing) ? (float) asked.of(here, cell) : Float.NaN;
            }
        });
        Grid grid = new Grid(cells, made);
        return new Output.Raster(
                grid, List.of(Message.of("analysis.note-stack", stack.size()), CellNote.of(cells, grid.missing())));
    }

    private static OfCell asked(Inputs inputs, ParameterValues values, GridGeometry cells, Progress progress) {
        String statistic = values.text("statistic");
        if (StackStatistic.keys().contains(statistic)) {
            StackStatistic one = StackStatistic.valueOf(statistic.toUpperCase(java.util.Locale.ROOT));
            return (all, cell) -> {
                double[] sorted = sorted(all);
                return sorted.length == 0 && one != StackStatistic.COUNT ? Double.NaN : one.of(sorted);
            };
        }
        double share = values.number("share");
        String rank = values.text("rank");
        return switch (statistic) {
            case "percentile" -> (all, cell) -> StackStatistic.percentile(sorted(all), share, rank);
            case "highest" -> (all, cell) -> first(all, 1);
            case "lowest" -> (all, cell) -> first(all, -1);
            case "percent-rank" -> {
                if (!inputs.has(THAN) && !values.has("value")) {
                    throw RiskMapException.of("analysis.stack-rank-of-what");
                }
                float[] than = inputs.has(THAN) ? than(inputs, cells, progress) : null;
                double value = than == null ? values.number("value") : 0;
                yield (all, cell) -> StackStatistic.rank(sorted(all), than == null ? value : than[cell], rank);
            }
            default -> {
                if (!inputs.has(THAN)) {
                    throw RiskMapException.of("analysis.stack-than-what");
                }
                float[] than = than(inputs, cells, progress);
                int sign = statistic.equals("equal") ? 0 : statistic.equals("greater") ? 1 : -1;
                yield (all, cell) -> Float.isNaN(than[cell])
                        ? Double.NaN
                        : Arrays.stream(all)
                                .filter(value -> !Double.isNaN(value) && Math.signum(value - than[cell]) == sign)
                                .count();
            }
        };
    }

    private static float[] than(Inputs inputs, GridGeometry cells, Progress progress) {
        return CellSampling.onto(inputs.grid(THAN), cells, progress).cells();
    }

    private static double[] sorted(double[] values) {
        double[] known = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                known[count++] = value;
            }
        }
        double[] sorted = count == known.length ? known : Arrays.copyOf(known, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Place of the greatest value, or of the least where sign is negative, counted from 1. */
    private static int first(double[] values, int sign) {
        int found = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i]) && (found < 0 || sign * values[i] > sign * values[found])) {
                found = i;
            }
        }
        return found + 1;
    }
}
