package riskmap.analysis.shape;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/** Lines cut into pieces of a length, part after part; the last piece of each part is what is left. */
public final class LinesByLength implements Operation {
    private static final String OWNER = "analysis.split-lines-by-length";
    /** Of a piece: less than this is left by rounding. */
    private static final double ROUNDING = 1e-9;

    @Override
    public String id() {
        return "split-lines-by-length";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "length", Parameter.COORDINATE_UNIT, 100, 1e-9, 1e8));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.LINES;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        OutputRows output = new OutputRows("pieces", LineString.class, rows.crs());
        int[] taken = output.take(rows.type());
        double length = values.number("length");
        for (int row = 0; row < rows.size(); row++) {
            progress.check();
            Geometry shape = rows.geometry(row);
            Object[] own = OutputRows.values(rows, row, taken);
            if (shape == null) {
                output.add(OutputRows.join(null, own));
                continue;
            }
            for (int part = 0; part < shape.getNumGeometries(); part++) {
                if (shape.getGeometryN(part) instanceof LineString line) {
                    cut(line, length, own, output);
                }
            }
        }
        return new Output.Features(output.features(), rows.notes("features"));
    }

    private static void cut(LineString line, double length, Object[] own, OutputRows output) {
        LengthIndexedLine way = new LengthIndexedLine(line);
        double whole = line.getLength();
        if (whole <= length) {
            output.add(OutputRows.join(line, own));
            return;
        }
        for (long piece = 0; whole - piece * length > ROUNDING * length; piece++) {
            Geometry cut = way.extractLine(piece * length, Math.min(whole, (piece + 1) * length));
            output.add(OutputRows.join(cut, own));
        }
    }
}
