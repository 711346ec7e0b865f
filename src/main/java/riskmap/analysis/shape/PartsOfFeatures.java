package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/** Features of several parts taken apart, a row a part, or features with equal values collected into one of several parts. */
public final class PartsOfFeatures implements Operation {
    private final boolean apart;
    private final String owner;

    private PartsOfFeatures(boolean apart) {
        this.apart = apart;
        this.owner = "analysis." + id();
    }

    /** A row for each part; {@code part} counts the parts of a feature from 1. */
    public static Operation apart() {
        return new PartsOfFeatures(true);
    }

    /** A row for all features with the same values of some fields; shapes are put together unchanged, not dissolved. */
    public static Operation together() {
        return new PartsOfFeatures(false);
    }

    @Override
    public String id() {
        return apart ? "multipart-to-singleparts" : "collect-parts";
    }

    @Override
    public List<Parameter> parameters() {
        Parameter features = Parameter.of(owner, "features", Parameter.Type.FEATURES, null);
        return apart
                ? List.of(features)
                : List.of(
                        features,
                        Parameter.of(owner, "by", Parameter.Type.FIELDS, null).asOptional(),
                        Parameter.choice(owner, "others", "none", "none", "first"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        Output.Features made = apart
                ? parts(rows)
                : collected(rows, values.names("by"), values.text("others").equals("first"));
        return made;
    }

    private static Output.Features parts(LayerRows rows) {
        OutputRows output = new OutputRows("parts", single(OutputRows.geometryType(rows.type())), rows.crs());
        int[] taken = output.take(rows.type());
        output.attribute("part", Long.class);
        for (int row = 0; row < rows.size(); row++) {
            Object[] own = OutputRows.values(rows, row, taken);
            Geometry shape = rows.geometry(row);
            if (shape == null) {
                output.add(OutputRows.join(null, own, new Object[] {null}));
                continue;
            }
            for (int part = 0; part < shape.getNumGeometries(); part++) {
                output.add(OutputRows.join(shape.getGeometryN(part), own, new Object[] {part + 1L}));
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-parts", rows.size(), output.size()));
        return new Output.Features(output.features(), notes);
    }

    private static Class<? extends Geometry> single(Class<? extends Geometry> type) {
        if (type == MultiPolygon.class) {
            return Polygon.class;
        } else if (type == MultiLineString.class) {
            return LineString.class;
        } else if (type == MultiPoint.class) {
            return Point.class;
        }
        return type == null ? Geometry.class : type;
    }

    private static Output.Features collected(LayerRows rows, List<String> by, boolean first) {
        int[] keys = by.stream().mapToInt(rows::attribute).toArray();
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            groups.computeIfAbsent(Arrays.asList(OutputRows.values(rows, row, keys)), none -> new ArrayList<>())
                    .add(row);
        }
        Class<? extends Geometry> type = OutputRows.geometryType(rows.type());
        OutputRows output =
                new OutputRows("collected", type == null ? Geometry.class : OutputRows.multi(type), rows.crs());
        output.takeThese(rows.type(), keys);
        int[] others = first ? output.takeOthers(rows.type(), keys) : new int[0];
        output.attribute("count", Long.class);
        groups.forEach((key, members) -> {
            List<Geometry> parts = new ArrayList<>();
            for (int row : members) {
                Geometry shape = rows.geometry(row);
                for (int part = 0; shape != null && part < shape.getNumGeometries(); part++) {
                    parts.add(shape.getGeometryN(part));
                }
            }
            Geometry shape = parts.isEmpty()
                    ? null
                    : OutputRows.asMulti(parts.get(0).getFactory().buildGeometry(parts));
            Object[] ofFirst = OutputRows.values(rows, members.get(0), others);
            output.add(OutputRows.join(shape, key.toArray(), ofFirst, new Object[] {(long) members.size()}));
        });
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-parts", rows.size(), output.size()));
        return new Output.Features(output.features(), notes);
    }
}
