package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.ExactSum;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Measures;
import riskmap.geo.Parallel;
import riskmap.geo.crs.Crs;
import riskmap.geo.overlay.Overlay;

/**
 * The areas with the length (in metres, planar or on the ellipsoid where the layer is in degrees; or as asked for: planar,
 * in the units of the coordinates, or on the ellipsoid) and number of the lines
 * that meet each, those that only touch it too. A line along a common boundary counts for both areas; areas that overlap
 * count what they share twice.
 */
public final class LineLengths implements Operation {
    private static final String OWNER = "analysis.sum-line-lengths";

    @Override
    public String id() {
        return "sum-line-lengths";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "zones", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "lines", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "length-name", Parameter.Type.TEXT, "length_m"),
                Parameter.of(OWNER, "count-name", Parameter.Type.TEXT, "lines"),
                Parameter.choice(OWNER, "measure", "usual", "usual", "planar", "ellipsoidal"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows zones =
                LayerRows.read(inputs.features("zones"), progress.part(0, 0.2)).valid(progress.part(0.2, 0.25));
        zones.mustBeAreas();
        String measure = values.text("measure");
        boolean ellipsoidal =
                measure.equals("ellipsoidal") || measure.equals("usual") && !Crs.isInGroundMetres(zones.crs());
        Measures onEllipsoid = ellipsoidal && zones.crs() != null ? Measures.on(zones.crs()) : null;
        LayerRows lines = LayerRows.near(inputs.features("lines"), zones, progress.part(0.25, 0.45));
        Related near = new Related(lines);
        double[] metres = new double[zones.size()];
        long[] counts = new long[zones.size()];
        Parallel.items(zones.size(), 8, progress.part(0.45, 0.95), (from, to) -> {
            for (int row = from; row < to; row++) {
                if (zones.geometry(row) != null) {
                    ExactSum sum = new ExactSum();
                    for (int line : near.to(zones.geometry(row), Predicate.INTERSECTS)) {
                        Geometry shape = lines.geometry(line);
                        Geometry inside = Overlay.intersection(Overlay.lines(shape), zones.geometry(row));
                        double length = onEllipsoid == null ? inside.getLength() : onEllipsoid.length(inside);
                        sum.add(length);
                        counts[row]++;
                    }
                    metres[row] = sum.value();
                }
            }
        });
        Class<? extends Geometry> type = OutputRows.geometryType(zones.type());
        OutputRows output = new OutputRows("line_lengths", type == null ? Geometry.class : type, zones.crs());
        int[] taken = output.take(zones.type());
        output.attribute(values.text("length-name"), Double.class);
        output.attribute(values.text("count-name"), Long.class);
        for (int row = 0; row < zones.size(); row++) {
            output.add(OutputRows.join(
                    zones.geometry(row), OutputRows.values(zones, row, taken), new Object[] {metres[row], counts[row]
                    }));
        }
        List<Message> notes = new ArrayList<>(zones.notes("zones"));
        if (onEllipsoid != null) {
            notes.add(Message.of("analysis.note-on-ellipsoid"));
        }
        notes.addAll(lines.notes("lines"));
        return new Output.Features(output.features(), notes);
    }
}
