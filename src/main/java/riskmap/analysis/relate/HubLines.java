package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
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

/**
 * A line from each hub to each spoke that has the same value in a field, such as from a shelter to the villages it is for,
 * with the attributes of both. Shapes other than points stand for a point that surely lies on them. Values are compared as
 * they are written, whole numbers by what they count; none matches none.
 */
public final class HubLines implements Operation {
    private static final String OWNER = "analysis.hub-lines";

    @Override
    public String id() {
        return "hub-lines";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "hubs", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "spokes", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "hub-field", Parameter.Type.FIELD, null),
                Parameter.of(OWNER, "spoke-field", Parameter.Type.FIELD, null),
                Parameter.of(OWNER, "hub-fields", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.of(OWNER, "spoke-fields", Parameter.Type.FIELDS, null).asOptional());
    }

    @Override
    public String inputOfFields(String parameter) {
        return parameter.startsWith("hub-") ? "hubs" : parameter.startsWith("spoke-") ? "spokes" : "";
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows hubs = LayerRows.read(inputs.features("hubs"), progress.part(0, 0.3));
        LayerRows spokes = LayerRows.read(inputs.features("spokes"), progress.part(0.3, 0.6))
                .in(hubs.crs(), progress);
        int hubField = hubs.attribute(values.text("hub-field"));
        int spokeField = spokes.attribute(values.text("spoke-field"));
        Map<String, List<Integer>> byValue = new HashMap<>();
        for (int row = 0; row < spokes.size(); row++) {
            String value = written(spokes.value(row, spokeField));
            if (value != null && spokes.geometry(row) != null) {
                byValue.computeIfAbsent(value, none -> new ArrayList<>()).add(row);
            }
        }
        OutputRows output = new OutputRows("hub_lines", LineString.class, hubs.crs());
        int[] ofHub = output.take(hubs, values.names("hub-fields"), "");
        int[] ofSpoke = output.take(spokes, values.names("spoke-fields"), "");
        for (int row = 0; row < hubs.size(); row++) {
            progress.check();
            Geometry hub = hubs.geometry(row);
            String value = written(hubs.value(row, hubField));
            if (hub == null || value == null) {
                continue;
            }
            Object[] own = OutputRows.values(hubs, row, ofHub);
            for (int spoke : byValue.getOrDefault(value, List.of())) {
                Coordinate[] ends = {place(hub), place(spokes.geometry(spoke))};
                output.add(OutputRows.join(
                        hub.getFactory().createLineString(ends), own, OutputRows.values(spokes, spoke, ofSpoke)));
            }
        }
        List<Message> notes = new ArrayList<>(hubs.notes("hubs"));
        notes.addAll(spokes.notes("spokes"));
        notes.add(Message.of("analysis.note-hub-lines", output.size()));
        return new Output.Features(output.features(), notes);
    }

    private static Coordinate place(Geometry shape) {
        Geometry point = shape instanceof Point ? shape : shape.getInteriorPoint();
        return point.getCoordinate().copy();
    }

    /** A value as it is compared: 7, 7L and 7.0 are one. */
    private static String written(Object value) {
        if (value instanceof Number number && number.doubleValue() == number.longValue()) {
            return Long.toString(number.longValue());
        }
        return value == null ? null : value.toString();
    }
}
