package riskmap.edit.check;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

/** Looks at every row with its neighbours, on all processors; what is found comes in the order of the rows. */
final class Pairs {
    private static final int BAND = 64;

    /** What is looked at in one row; null when nothing is found. */
    interface Look<T> {
        T at(int row, int[] neighbours);
    }

    private Pairs() {}

    /**
     * @param metres how far beyond its extent a row's neighbours may begin
     * @return one entry a row, null where nothing was found
     */
    static <T> List<T> each(LayerRows rows, double metres, Progress progress, Look<T> look) {
        List<T> found = new ArrayList<>(java.util.Collections.nCopies(rows.size(), null));
        Parallel.items(rows.size(), BAND, progress, (from, to) -> {
            for (int i = from; i < to; i++) {
                Geometry shape = rows.shape(i);
                if (shape != null && !shape.isEmpty()) {
                    found.set(i, look.at(i, neighbours(rows, i, metres)));
                }
            }
        });
        return found;
    }

    /** The other rows whose extent comes that near, in their order. */
    private static int[] neighbours(LayerRows rows, int row, double metres) {
        Envelope near = new Envelope(rows.shape(row).getEnvelopeInternal());
        near.expandBy(metres);
        List<Integer> found = new ArrayList<>();
        rows.near(near, other -> {
            if (other != row) {
                found.add(other);
            }
        });
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
