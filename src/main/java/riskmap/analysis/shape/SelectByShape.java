package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
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

/**
 * The features whose shape is a point, a line or an area, those that have any, or those that have none (a table then): what
 * a layer of mixed shapes is taken apart by. An empty shape is none. Collections of several kinds are none of these three.
 */
public final class SelectByShape implements Operation {
    private static final String OWNER = "analysis.select-by-shape";
    private static final List<String> KINDS = List.of("points", "lines", "areas");

    @Override
    public String id() {
        return "select-by-shape";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.choice(OWNER, "kind", "any", "any", "points", "lines", "areas", "none"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        String kind = values.text("kind");
        Class<? extends Geometry> type = type(kind, OutputRows.geometryType(rows.type()));
        OutputRows output = new OutputRows(kind, type, rows.crs());
        int[] taken = output.take(rows.type());
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = rows.geometry(row);
            if (fits(shape, kind)) {
                output.addWith(type == null ? null : multi(shape, type), OutputRows.values(rows, row, taken));
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-taken", output.size(), rows.size()));
        return new Output.Features(output.features(), notes);
    }

    private static Geometry multi(Geometry shape, Class<? extends Geometry> type) {
        return type.getSimpleName().startsWith("Multi") ? OutputRows.asMulti(shape) : shape;
    }

    /** That of the layer where it is of the kind anyhow, else the multi type of the kind; null for a table. */
    private static Class<? extends Geometry> type(String kind, Class<? extends Geometry> layer) {
        if (kind.equals("none") || layer == null) {
            return null;
        }
        int wanted = KINDS.indexOf(kind);
        if (wanted < 0 || OutputRows.dimension(layer) == wanted) {
            return layer;
        }
        return List.of(MultiPoint.class, MultiLineString.class, MultiPolygon.class)
                .get(wanted);
    }

    private static boolean fits(Geometry shape, String kind) {
        boolean there = shape != null && !shape.isEmpty();
        return switch (kind) {
            case "none" -> !there;
            case "any" -> there;
            default -> there && dimensions(shape) == 1 << KINDS.indexOf(kind);
        };
    }

    /** A bit for each dimension of its parts. */
    private static int dimensions(Geometry shape) {
        int all = 0;
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            Geometry one = shape.getGeometryN(part);
            all |= one == shape || one.getNumGeometries() == 1 ? 1 << one.getDimension() : dimensions(one);
        }
        return all;
    }
}
