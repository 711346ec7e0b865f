package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
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
import riskmap.geo.overlay.Overlay;

/**
 * A point wherever a line of one layer crosses or touches one of another, with the attributes of both; where they run
 * together there is none. Within one layer every pair is met twice, once from each side, and no line meets itself.
 */
public final class LineCrossings implements Operation {
    private static final String OWNER = "analysis.line-intersections";

    @Override
    public String id() {
        return "line-intersections";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "others", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "fields", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.of(OWNER, "other-fields", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.of(OWNER, "prefix", Parameter.Type.TEXT, null).asOptional());
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.LINES;
    }

    @Override
    public String inputOfFields(String parameter) {
        return parameter.equals("fields") ? "features" : parameter.equals("other-fields") ? "others" : "";
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows features = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        LayerRows others = LayerRows.near(inputs.features("others"), features, progress.part(0.3, 0.5));
        OutputRows output = new OutputRows("intersections", Point.class, features.crs());
        int[] own = output.take(features, values.names("fields"), "");
        int[] theirs =
                output.take(others, values.names("other-fields"), values.has("prefix") ? values.text("prefix") : "");
        Related near = new Related(others);
        for (int row = 0; row < features.size(); row++) {
            progress.check();
            progress.report(0.5 + 0.5 * row / features.size());
            Geometry shape = features.geometry(row);
            if (shape == null || shape.getDimension() != 1) {
                continue;
            }
            for (int other : near.to(shape, Predicate.INTERSECTS)) {
                Geometry line = others.geometry(other);
                boolean itself = features.id(row).equals(others.id(other)) && shape.equalsExact(line);
                if (!itself && line.getDimension() == 1) {
                    Object[] ofFeature = OutputRows.values(features, row, own);
                    Object[] ofOther = OutputRows.values(others, other, theirs);
                    for (Point place : places(shape, line)) {
                        output.add(OutputRows.join(place, ofFeature, ofOther));
                    }
                }
            }
        }
        List<Message> notes = new ArrayList<>(features.notes("features"));
        notes.addAll(others.notes("others"));
        return new Output.Features(output.features(), notes);
    }

    private static List<Point> places(Geometry one, Geometry other) {
        Geometry common = one.getNumGeometries() == 1 && other.getNumGeometries() == 1
                ? one.getGeometryN(0).intersection(other.getGeometryN(0))
                : Overlay.ofDimension(one, 1).intersection(Overlay.ofDimension(other, 1));
        List<Point> places = new ArrayList<>();
        for (int part = 0; part < common.getNumGeometries(); part++) {
            if (common.getGeometryN(part) instanceof Point place && !place.isEmpty()) {
                places.add(place);
            }
        }
        return places;
    }
}
