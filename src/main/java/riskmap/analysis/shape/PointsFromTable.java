package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.analysis.ShapeKind;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.shape.Ordinates;

/**
 * A point for each row of a table whose fields hold its easting (longitude) and northing (latitude), and on demand its height
 * and a measure. Rows without a number for both have no point and are counted; all fields stay.
 */
public final class PointsFromTable implements Operation {
    private static final String OWNER = "analysis.points-from-table";

    @Override
    public String id() {
        return "points-from-table";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "table", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "x", Parameter.Type.FIELD, null),
                Parameter.of(OWNER, "y", Parameter.Type.FIELD, null),
                Parameter.of(OWNER, "z", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "m", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "crs", Parameter.Type.CRS, "EPSG:4490"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS.mostly(ShapeKind.NONE);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("table"), progress);
        SimpleFeatureType type = rows.type();
        double[] x = rows.numbersOf(values.text("x"));
        double[] y = rows.numbersOf(values.text("y"));
        double[] z = values.has("z") ? rows.numbersOf(values.text("z")) : null;
        double[] m = values.has("m") ? rows.numbersOf(values.text("m")) : null;
        OutputRows output = new OutputRows("points", Point.class, Crs.of(values.text("crs")));
        int[] taken = output.take(type);
        GeometryFactory factory = new GeometryFactory();
        int without = 0;
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
            }
            boolean there = Double.isFinite(x[row]) && Double.isFinite(y[row]);
            without += there ? 0 : 1;
            Point point = there
                    ? factory.createPoint(Ordinates.at(
                            x[row], y[row], z == null ? Double.NaN : z[row], m == null ? Double.NaN : m[row]))
                    : null;
            output.add(OutputRows.join(point, OutputRows.values(rows, row, taken)));
        }
        List<Message> notes = new ArrayList<>();
        if (without > 0) {
            notes.add(Message.of("analysis.note-without-place", without, rows.size()));
        }
        return new Output.Features(output.features(), notes);
    }
}
