package riskmap.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import riskmap.base.Progress;
import riskmap.geo.overlay.AreaCutter;
import riskmap.geo.overlay.Coverage;

/**
 * Unions of some of many areas. Features along the border of two towns all meet the same two: the union of those is made
 * once and kept as long as it is asked for. What comes out does not depend on what is kept. Safe for several threads.
 */
final class JoinedAreas {
    /** More are not kept: where areas overlap at random, each feature meets others. */
    private static final int KEPT = 64;

    private final Geometry[] areas;
    private final Map<List<Integer>, Joined> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Integer>, Joined> eldest) {
            return size() > KEPT;
        }
    };

    JoinedAreas(Geometry[] areas) {
        this.areas = areas;
    }

    /** The union of some areas. */
    static final class Joined {
        private final Geometry shape;
        private volatile Optional<AreaCutter> cutter;

        private Joined(Geometry shape) {
            this.shape = shape;
        }

        Geometry shape() {
            return shape;
        }

        /** What a feature has in common with it, as {@link AreaCutter#common} says. */
        Optional<Geometry> common(Geometry feature) {
            Optional<AreaCutter> known = cutter;
            if (known == null) {
                known = Optional.ofNullable(AreaCutter.of(shape));
                cutter = known;
            }
            return known.flatMap(each -> each.common(feature));
        }
    }

    /** The union of the areas of these rows. */
    Joined of(List<Integer> rows, Progress progress) {
        synchronized (kept) {
            Joined known = kept.get(rows);
            if (known != null) {
                return known;
            }
        }
        List<Geometry> some = rows.stream().map(row -> areas[row]).toList();
        Joined made = new Joined(some.size() == 1 ? some.get(0) : union(some, progress));
        synchronized (kept) {
            return kept.computeIfAbsent(rows, none -> made);
        }
    }

    private static Geometry union(List<Geometry> some, Progress progress) {
        return some.stream().allMatch(each -> each.getDimension() == 2)
                ? Coverage.union(some, progress)
                : OverlayNGRobust.union(some);
    }
}
