package riskmap.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
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
 * Gives each feature the attributes of the nearest features of another layer, a row each, and their distance (planar, in
 * metres), where there are any within the greatest distance. Of several equally near the first in its layer comes first.
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
                Parameter.integer(OWNER, "neighbours", "", 1, 1, 1000),
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
        List<List<Neighbour>> nearest =
                search(features, others, limit, (int) values.integer("neighbours"), progress.part(0.4, 0.95));
        var geometry = features.type().getGeometryDescriptor();
        OutputRows output = new OutputRows(
                "nearest", (Class<? extends Geometry>) geometry.getType().getBinding(), features.crs());
        int[] ofFeature = output.take(features.type());
        int[] ofOther = output.take(others.type());
        output.attribute("distance_m", Double.class);
        output.attribute("rank", Long.class);
        int without = 0;
        for (int row = 0; row < features.size(); row++) {
            Object[] own = OutputRows.values(features, row, ofFeature);
            List<Neighbour> found = nearest.get(row);
            if (found.isEmpty()) {
                without++;
                output.add(OutputRows.join(
                        features.geometry(row), own, OutputRows.values(others, -1, ofOther), new Object[] {null, null
                        }));
            }
            for (int rank = 0; rank < found.size(); rank++) {
                Neighbour neighbour = found.get(rank);
                output.add(OutputRows.join(
                        features.geometry(row), own, OutputRows.values(others, neighbour.row(), ofOther), new Object[] {
                            neighbour.metres(), rank + 1L
                        }));
            }
        }
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("analysis.note-joined", features.size() - without, without));
        notes.addAll(features.notes("features"));
        notes.addAll(others.notes("others"));
        return new Output.Features(output.features(), notes);
    }

    /** A feature of the other layer and how far it is; the nearer first, of equal ones the first in its layer. */
    private record Neighbour(int row, double metres) implements Comparable<Neighbour> {
        @Override
        public int compareTo(Neighbour other) {
            int distances = Double.compare(metres, other.metres);
            return distances != 0 ? distances : Integer.compare(row, other.row);
        }
    }

    /** Growing boxes around each feature until so many lie surely within the box searched. */
    private static List<List<Neighbour>> search(
            LayerRows features, LayerRows others, double limit, int wanted, Progress progress) {
        HPRtree tree = new HPRtree();
        Envelope all = new Envelope();
        for (int i = 0; i < others.size(); i++) {
            if (others.geometry(i) != null) {
                tree.insert(others.geometry(i).getEnvelopeInternal(), i);
                all.expandToInclude(others.geometry(i).getEnvelopeInternal());
            }
        }
        tree.build();
        double usual = Math.sqrt(wanted * Math.max(1, all.getArea()) / Math.max(1, others.size()));
        List<List<Neighbour>> result = new ArrayList<>(Collections.nCopies(features.size(), List.of()));
        Parallel.items(features.size(), 256, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry feature = features.geometry(row);
                if (feature == null || all.isNull()) {
                    continue;
                }
                double reach = Math.min(limit, usual);
                List<Neighbour> found = near(feature, others, tree, reach, wanted);
                while (found.size() < wanted && reach < limit) {
                    reach = Math.min(limit, 2 * reach);
                    found = near(feature, others, tree, reach, wanted);
                }
                result.set(row, found);
            }
        });
        return result;
    }

    /** The nearest within reach, so many at most. */
    private static List<Neighbour> near(Geometry feature, LayerRows others, HPRtree tree, double reach, int wanted) {
        Envelope box = new Envelope(feature.getEnvelopeInternal());
        box.expandBy(reach);
        PriorityQueue<Neighbour> kept = new PriorityQueue<>(Comparator.reverseOrder());
        tree.query(box, item -> {
            int other = (Integer) item;
            double most = kept.size() < wanted ? reach : kept.peek().metres();
            if (others.geometry(other).getEnvelopeInternal().distance(feature.getEnvelopeInternal()) <= most) {
                double distance = feature.distance(others.geometry(other));
                if (distance <= reach) {
                    kept.add(new Neighbour(other, distance));
                    if (kept.size() > wanted) {
                        kept.poll();
                    }
                }
            }
        });
        List<Neighbour> found = new ArrayList<>(kept);
        Collections.sort(found);
        return found;
    }
}
