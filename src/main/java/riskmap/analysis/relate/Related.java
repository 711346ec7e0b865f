package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.analysis.LayerRows;

/** The features of a layer, to be asked which of them stand in a relation to another feature. Safe for several threads. */
final class Related {
    private final LayerRows others;
    private final HPRtree tree = new HPRtree();
    private final AtomicReferenceArray<PreparedGeometry> prepared;

    Related(LayerRows others) {
        this.others = others;
        this.prepared = new AtomicReferenceArray<>(others.size());
        for (int row = 0; row < others.size(); row++) {
            if (others.geometry(row) != null) {
                tree.insert(others.geometry(row).getEnvelopeInternal(), row);
            }
        }
        tree.build();
    }

    /** Rows whose extent meets a box, ascending. */
    int[] near(Envelope box) {
        List<Integer> found = new ArrayList<>();
        tree.query(box, item -> {
            int row = (Integer) item;
            if (others.geometry(row).getEnvelopeInternal().intersects(box)) {
                found.add(row);
            }
        });
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** Rows a feature stands in the relation to, ascending; of disjoint ones, all that it has no point in common with. */
    int[] to(Geometry feature, Predicate predicate) {
        if (predicate == Predicate.DISJOINT) {
            boolean[] met = new boolean[others.size()];
            for (int row : to(feature, Predicate.INTERSECTS)) {
                met[row] = true;
            }
            return java.util.stream.IntStream.range(0, met.length)
                    .filter(row -> !met[row] && others.geometry(row) != null)
                    .toArray();
        }
        int[] near = near(feature.getEnvelopeInternal());
        int count = 0;
        for (int row : near) {
            if (predicate.holds(feature, prepared(row))) {
                near[count++] = row;
            }
        }
        return java.util.Arrays.copyOf(near, count);
    }

    /** Whether a feature stands in the relation to any row; disjoint: whether it meets none. */
    boolean any(Geometry feature, Predicate predicate) {
        if (predicate == Predicate.DISJOINT) {
            return !any(feature, Predicate.INTERSECTS);
        }
        for (int row : near(feature.getEnvelopeInternal())) {
            if (predicate.holds(feature, prepared(row))) {
                return true;
            }
        }
        return false;
    }

    private PreparedGeometry prepared(int row) {
        PreparedGeometry known = prepared.get(row);
        if (known == null) {
            known = PreparedGeometryFactory.prepare(others.geometry(row));
            prepared.set(row, known);
        }
        return known;
    }
}
