package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.shape.Paths;

/**
 * How much each line climbs and descends from its first vertex to its last, and its least and greatest height, all from
 * the heights of its vertices: what a way asks of those who go on foot. Vertices without height are left out; a line
 * without any has no numbers.
 */
public final class ClimbOfLines implements Operation {
    private static final String OWNER = "analysis.climb";

    @Override
    public String id() {
        return "climb";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.LINES;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.5));
        OutputRows output = new OutputRows("climb", OutputRows.geometryType(rows.type()), rows.crs());
        List.of("climb", "descent", "minelev", "maxelev").forEach(name -> output.attribute(name, Double.class));
        int[] taken = output.take(rows.type());
        int without = 0;
        double[] total = new double[2];
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
            }
            Geometry shape = rows.geometry(row);
            Object[] measured = shape == null ? new Object[4] : of(shape);
            without += shape != null && measured[0] == null ? 1 : 0;
            if (measured[0] != null) {
                total[0] += (Double) measured[0];
                total[1] += (Double) measured[1];
            }
            output.add(OutputRows.join(shape, measured, OutputRows.values(rows, row, taken)));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (without > 0) {
            notes.add(Message.of("analysis.note-no-heights", without, rows.size()));
        }
        notes.add(Message.of("analysis.note-climb", total[0], total[1]));
        return new Output.Features(output.features(), notes);
    }

    /** Climb, descent, least and greatest height; all null where no vertex has a height. */
    private static Object[] of(Geometry shape) {
        double[] found = {0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        Paths.forEach(shape, (path, part, ring) -> {
            double before = Double.NaN;
            for (int i = 0; i < path.length; i++) {
                double height = path[i].getZ();
                if (Double.isNaN(height)) {
                    continue;
                }
                double rise = Double.isNaN(before) ? 0 : height - before;
                found[rise > 0 ? 0 : 1] += Math.abs(rise);
                found[2] = Math.min(found[2], height);
                found[3] = Math.max(found[3], height);
                before = height;
            }
        });
        return found[2] > found[3] ? new Object[4] : new Object[] {found[0], found[1], found[2], found[3]};
    }
}
