package riskmap.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

/** Looks in a layer for the features nearest to another: as far as a limit, so many at most, of equally near ones the first. */
final class NearestFeatures {
    /** A feature of the other layer and how far it is; the nearer first, of equal ones the first in its layer. */
    record Neighbour(int row, double distance) implements Comparable<Neighbour> {
        @Override
        public int compareTo(Neighbour other) {
            int distances = Double.compare(distance, other.distance);
            return distances != 0 ? distances : Integer.compare(row, other.row);
        }
    }

    /** Some times what a sum of two doubles can be off. */
    private static final double ROUNDING = 1e-15;

    private final LayerRows others;
    private final double limit;
    private final int wanted;
    private final boolean ties;
    private final HPRtree tree = new HPRtree();
    private final Envelope all = new Envelope();

    NearestFeatures(LayerRows others, double limit, int wanted, boolean ties) {
        this.others = others;
        this.limit = limit;
        this.wanted = wanted;
        this.ties = ties;
        for (int i = 0; i < others.size(); i++) {
            if (others.geometry(i) != null) {
                tree.insert(others.geometry(i).getEnvelopeInternal(), i);
                all.expandToInclude(others.geometry(i).getEnvelopeInternal());
            }
        }
        tree.build();
    }

    /** The nearest of each feature; of the same layer none is its own neighbour. */
    List<List<Neighbour>> around(LayerRows features, boolean same, Progress progress) {
        List<List<Neighbour>> result = new ArrayList<>(Collections.nCopies(features.size(), List.of()));
        Parallel.items(features.size(), 256, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry feature = features.geometry(row);
                if (feature != null && !all.isNull()) {
                    result.set(row, around(feature, same ? row : -1));
                }
            }
        });
        return result;
    }

    /** Growing boxes around the feature until so many lie surely within the box searched. */
    private List<Neighbour> around(Geometry feature, int itself) {
        double usual = Math.sqrt(wanted * Math.max(1, all.getArea()) / Math.max(1, others.size()));
        double reach = Math.min(limit, usual);
        List<Neighbour> found = near(feature, itself, reach, wanted);
        while (found.size() < wanted && reach < limit) {
            reach = Math.min(limit, 2 * reach);
            found = near(feature, itself, reach, wanted);
        }
        return ties && found.size() == wanted
                ? near(feature, itself, found.get(wanted - 1).distance(), Integer.MAX_VALUE)
                : found;
    }

    /** The nearest within reach, so many at most. */
    private List<Neighbour> near(Geometry feature, int itself, double reach, int most) {
        Envelope box = new Envelope(feature.getEnvelopeInternal());
        // boxes round otherwise than distances do: what is just as far as it may be must not fall out by that
        double margin = ROUNDING
                * (reach
                        + Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxX()))
                        + Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())));
        box.expandBy(reach + margin);
        PriorityQueue<Neighbour> kept = new PriorityQueue<>(Comparator.reverseOrder());
        tree.query(box, item -> {
            int other = (Integer) item;
            double farthest = kept.size() < most ? reach : kept.peek().distance();
            Envelope extent = others.geometry(other).getEnvelopeInternal();
            if (other != itself && extent.distance(feature.getEnvelopeInternal()) <= farthest + margin) {
                double distance = feature.distance(others.geometry(other));
                if (distance <= reach) {
                    kept.add(new Neighbour(other, distance));
                    if (kept.size() > most) {
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
