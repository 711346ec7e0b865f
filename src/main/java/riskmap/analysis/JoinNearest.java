package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Crs;
import riskmap.geo.Parallel;

/**
 * Gives each feature the attributes of the nearest feature of another layer and its distance (planar, in metres), where
 * there is one within the greatest distance. Of several equally near the first in its layer is taken.
 */
final class JoinNearest implements Operation {
    private static final String OWNER = "analysis.join-nearest";

    @Override
    public String id() {
        return "join-nearest";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "others", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "greatest-distance", "m", 5000, 0, 1e7));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows features = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        if (Crs.isGeographic(features.crs())) {
            throw RiskMapException.of("analysis.crs-in-degrees", features.type().getTypeName());
        }
        LayerRows others = LayerRows.read(inputs.features("others"), progress.part(0.3, 0.4))
                .in(features.crs(), progress);
        double limit = values.number("greatest-distance");
        int[] nearest = new int[features.size()];
        double[] metres = new double[features.size()];
        search(features, others, limit, nearest, metres, progress.part(0.4, 0.95));
        var geometry = features.type().getGeometryDescriptor();
        OutputRows output = new OutputRows(
                "nearest", (Class<? extends Geometry>) geometry.getType().getBinding(), features.crs());
        int[] ofFeature = output.take(features.type());
        int[] ofOther = output.take(others.type());
        output.attribute("distance_m", Double.class);
        int without = 0;
        for (int row = 0; row < features.size(); row++) {
            boolean found = nearest[row] >= 0;
            without += found ? 0 : 1;
            output.add(OutputRows.join(
                    features.geometry(row),
                    OutputRows.values(features, row, ofFeature),
                    OutputRows.values(others, nearest[row], ofOther),
                    new Object[] {found ? metres[row] : null}));
        }
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("analysis.note-joined", features.size() - without, without));
        notes.addAll(features.notes("features"));
        notes.addAll(others.notes("others"));
        return new Output.Features(output.features(), notes);
    }

    /** Rings of growing boxes around each feature until the nearest lies within the box searched. */
    private static void search(
            LayerRows features, LayerRows others, double limit, int[] nearest, double[] metres, Progress progress) {
        HPRtree tree = new HPRtree();
        Envelope all = new Envelope();
        for (int i = 0; i < others.size(); i++) {
            if (others.geometry(i) != null) {
                tree.insert(others.geometry(i).getEnvelopeInternal(), i);
                all.expandToInclude(others.geometry(i).getEnvelopeInternal());
            }
        }
        tree.build();
        double usual = Math.sqrt(Math.max(1, all.getArea()) / Math.max(1, others.size()));
        Parallel.items(nearest.length, 256, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                nearest[row] = -1;
                Geometry feature = features.geometry(row);
                if (feature == null || all.isNull()) {
                    continue;
                }
                for (double reach = Math.min(limit, usual); nearest[row] < 0; reach = Math.min(limit, 2 * reach)) {
                    near(feature, others, tree, reach, row, nearest, metres);
                    if (reach >= limit) {
                        break;
                    }
                }
            }
        });
    }

    private static void near(
            Geometry feature, LayerRows others, HPRtree tree, double reach, int row, int[] nearest, double[] metres) {
        Envelope box = new Envelope(feature.getEnvelopeInternal());
        box.expandBy(reach);
        double[] least = {reach};
        tree.query(box, item -> {
            int other = (Integer) item;
            if (others.geometry(other).getEnvelopeInternal().distance(feature.getEnvelopeInternal()) <= least[0]) {
                double distance = feature.distance(others.geometry(other));
                boolean better =
                        distance < least[0] || distance == least[0] && (nearest[row] < 0 || other < nearest[row]);
                if (better) {
                    least[0] = distance;
                    nearest[row] = other;
                    metres[row] = distance;
                }
            }
        });
    }
}
