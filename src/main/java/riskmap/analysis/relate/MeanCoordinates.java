package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * The mean place of all vertices of a layer, or of those of each value of a field, every feature with a weight. Rows whose
 * weight is missing count with the weight 0; a negative one is refused.
 */
public final class MeanCoordinates implements Operation {
    private static final String OWNER = "analysis.mean-coordinates";

    @Override
    public String id() {
        return "mean-coordinates";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "weight", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "by", Parameter.Type.FIELD, null).asOptional());
    }

    @Override
    public Set<String> numberParameters() {
        return Set.of("weight");
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.5));
        double[] weights = values.has("weight") ? weights(rows, values.text("weight")) : null;
        int by = values.has("by") ? rows.attribute(values.text("by")) : -1;
        // sums of x, y and weights
        Map<Object, double[]> sums = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            progress.check();
            Geometry shape = rows.geometry(row);
            double weight = weights == null ? 1 : Double.isNaN(weights[row]) ? 0 : weights[row];
            if (shape != null) {
                double[] sum = sums.computeIfAbsent(by < 0 ? null : rows.value(row, by), none -> new double[3]);
                for (Coordinate place : shape.getCoordinates()) {
                    sum[0] += weight * place.x;
                    sum[1] += weight * place.y;
                    sum[2] += weight;
                }
            }
        }
        OutputRows output = new OutputRows("mean_coordinates", Point.class, rows.crs());
        output.attribute("MEAN_X", Double.class);
        output.attribute("MEAN_Y", Double.class);
        if (by >= 0) {
            output.takeThese(rows.type(), new int[] {by});
        }
        GeometryFactory factory = new GeometryFactory();
        sums.forEach((group, sum) -> {
            if (sum[2] > 0) {
                double x = sum[0] / sum[2];
                double y = sum[1] / sum[2];
                Point place = factory.createPoint(new Coordinate(x, y));
                output.add(OutputRows.join(place, new Object[] {x, y}, by < 0 ? new Object[0] : new Object[] {group}));
            }
        });
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (weights != null) {
            notes.add(Message.of("analysis.note-weighted", values.text("weight")));
        }
        return new Output.Features(output.features(), notes);
    }

    private static double[] weights(LayerRows rows, String field) {
        rows.attribute(field);
        double[] weights = rows.numbers(field);
        for (double weight : weights) {
            if (weight < 0) {
                throw RiskMapException.of("analysis.weight-negative", field, weight);
            }
        }
        return weights;
    }
}
