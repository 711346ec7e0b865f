package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.geotools.api.data.SimpleFeatureSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.MetresNeeded;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Parallel;

/**
 * The features that stand in a spatial relation to any feature of another layer, or lie within a distance of one.
 * Features without geometry stand in none and are not taken.
 */
public final class SelectByLocation implements Operation {
    private static final String OWNER = "analysis.select-by-location";

    private static final Parameter PREDICATE = Parameter.choice(OWNER, "predicate", "intersects", Predicate.keys());

    @Override
    public String id() {
        return "select-by-location";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "others", Parameter.Type.FEATURES, null),
                PREDICATE,
                Relations.also(OWNER),
                Parameter.number(OWNER, "within-distance", "m", 0, 0, 1e7),
                Parameter.choice(OWNER, "unit", "metres", "metres", "layer"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        SimpleFeatureSource source = inputs.features("features");
        LayerRows others = LayerRows.read(inputs.features("others"), progress.part(0, 0.1))
                .in(source.getSchema().getCoordinateReferenceSystem(), progress);
        Relations relations = Relations.of(values, PREDICATE);
        double distance = values.number("within-distance");
        LayerRows rows = candidates(source, others, relations, distance, progress.part(0.1, 0.4));
        boolean[] taken = taken(
                rows, others, relations, distance, values.text("unit").equals("metres"), progress.part(0.4, 0.95));
        Class<? extends Geometry> type = OutputRows.geometryType(rows.type());
        OutputRows output = new OutputRows("selected", type == null ? Geometry.class : type, rows.crs());
        int[] attributes = output.take(rows.type());
        for (int row = 0; row < taken.length; row++) {
            if (taken[row]) {
                output.add(OutputRows.join(rows.geometry(row), OutputRows.values(rows, row, attributes)));
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.addAll(others.notes("others"));
        notes.add(Message.of("analysis.note-selected", output.size(), rows.layerSize()));
        return new Output.Features(output.features(), notes);
    }

    /**
     * The ids of the features of a layer that stand in the relation, in the layer's order.
     *
     * @param others the other layer, or what is selected of it
     * @param predicate one of {@link #predicates()}
     * @param distance metres; 0 for none
     */
    public static List<String> ids(
            SimpleFeatureSource features, LayerRows others, String predicate, double distance, Progress progress) {
        LayerRows near = others.in(features.getSchema().getCoordinateReferenceSystem(), progress);
        Relations relations = new Relations(Set.of(Predicate.of(predicate)));
        LayerRows rows = candidates(features, near, relations, distance, progress.part(0, 0.4));
        boolean[] taken = taken(rows, near, relations, distance, true, progress.part(0.4, 1));
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < taken.length; row++) {
            if (taken[row]) {
                ids.add(rows.id(row));
            }
        }
        return ids;
    }

    /** The relations one can ask for. */
    public static List<String> predicates() {
        return List.of(Predicate.keys());
    }

    /** The rows that can stand in the relation: all, where it is not to meet. */
    private static LayerRows candidates(
            SimpleFeatureSource source, LayerRows others, Relations relations, double distance, Progress progress) {
        if (relations.has(Predicate.DISJOINT)) {
            return LayerRows.read(source, progress);
        }
        Envelope window = others.extent();
        // a margin covers rounding
        window.expandBy(distance * (1 + 1e-9));
        return LayerRows.meeting(source, window, progress);
    }

    private static boolean[] taken(
            LayerRows rows, LayerRows others, Relations relations, double distance, boolean metres, Progress progress) {
        if (distance > 0 && !relations.equals(new Relations(Set.of(Predicate.INTERSECTS)))) {
            NameList asked = NameList.of(relations.keys().toList());
            throw RiskMapException.of("analysis.distance-with-predicate", asked);
        }
        if (distance > 0 && metres) {
            MetresNeeded.require(rows);
        }
        Related related = new Related(others);
        boolean[] taken = new boolean[rows.size()];
        Parallel.items(taken.length, 256, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry shape = rows.geometry(row);
                taken[row] = shape != null
                        && (distance > 0 ? within(shape, others, related, distance) : relations.any(shape, related));
            }
        });
        return taken;
    }

    private static boolean within(Geometry shape, LayerRows others, Related related, double distance) {
        Envelope box = new Envelope(shape.getEnvelopeInternal());
        // boxes round otherwise than distances do
        box.expandBy(distance * (1 + 1e-9) + 1e-15 * (Math.abs(box.getMaxX()) + Math.abs(box.getMaxY())));
        for (int row : related.near(box)) {
            if (shape.isWithinDistance(others.geometry(row), distance)) {
                return true;
            }
        }
        return false;
    }
}
