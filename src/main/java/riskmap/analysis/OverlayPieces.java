package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.overlay.AreaCutter;
import riskmap.geo.overlay.CutOutline;
import riskmap.geo.overlay.Overlay;

/**
 * The pieces of the overlay of a layer with the areas of another. Features that lie in an area entirely are taken over
 * without computing. The other may hold lines or points too: what features have in common with these counts only where it
 * is of the features' dimension, stretches of lines where lines run along each other, never the point where they cross.
 */
final class OverlayPieces {
    /** In place of the row of a feature or an area: there is none. */
    static final int NONE = -1;

    private static final int FEATURES_PER_BAND = 64;

    private final LayerRows features;
    private final LayerRows areas;
    private final HPRtree boxes = new HPRtree();
    private final AtomicReferenceArray<PreparedGeometry> prepared;
    private final AtomicReferenceArray<Optional<AreaCutter>> cutters;
    private final JoinedAreas joined;

    OverlayPieces(LayerRows features, LayerRows areas) {
        this.features = features;
        this.areas = areas;
        this.prepared = new AtomicReferenceArray<>(areas.size());
        this.cutters = new AtomicReferenceArray<>(areas.size());
        this.joined = new JoinedAreas(areas.geometries());
        for (int area = 0; area < areas.size(); area++) {
            Geometry shape = areas.geometry(area);
            if (shape != null && !shape.isEmpty()) {
                boxes.insert(shape.getEnvelopeInternal(), area);
            }
        }
        boxes.build();
    }

    /**
     * A piece that a feature and an area have in common; or one has alone.
     *
     * @param feature row of the feature, or {@link #NONE}
     * @param area row of the area, or {@link #NONE}
     * @param shape the piece
     */
    record Piece(int feature, int area, Geometry shape) {}

    /** What each feature has in common with each area, in the order of the features, then the areas. */
    List<Piece> common(Progress progress) {
        List<List<Piece>> found = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            found.add(List.of());
        }
        Parallel.items(features.size(), FEATURES_PER_BAND, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry feature = features.geometry(row);
                if (feature != null) {
                    found.set(row, common(row, feature));
                }
            }
        });
        List<Piece> all = new ArrayList<>();
        found.forEach(all::addAll);
        return all;
    }

    /** The part of each feature that lies in the areas; null where there is none. */
    Geometry[] within(Progress progress) {
        return each(progress, (feature, near) -> {
            Met met = met(feature, near);
            if (met.covering || met.areas.isEmpty()) {
                return met.covering ? feature : null;
            }
            if (met.areas.size() == 1 && met.only != null) {
                return met.only;
            }
            JoinedAreas.Joined all = joined.of(met.areas, progress);
            if (all.shape().getDimension() < feature.getDimension()) {
                return null;
            }
            Geometry part = all.common(feature).orElseGet(() -> Overlay.intersection(feature, all.shape()));
            return part.isEmpty() ? null : part;
        });
    }

    /** The part of each feature that lies in no area; null where there is none. */
    Geometry[] outside(Progress progress) {
        return each(progress, (feature, near) -> {
            Met met = met(feature, near);
            if (met.covering || met.areas.isEmpty()) {
                return met.covering ? null : feature;
            }
            JoinedAreas.Joined all = joined.of(met.areas, progress);
            Geometry common = all.common(feature).orElse(null);
            if (common == feature || common != null && common.isEmpty()) {
                return common == feature ? null : feature;
            }
            Geometry part = Overlay.difference(feature, all.shape());
            return part.isEmpty() ? null : part;
        });
    }

    /**
     * The areas that a feature meets.
     *
     * @param covering whether one of them covers it
     * @param areas their rows, ascending; not all of them where one covers it
     * @param only what it has in common with the last of them, where that was found on the way
     */
    private record Met(boolean covering, List<Integer> areas, Geometry only) {}

    private Met met(Geometry feature, int[] near) {
        List<Integer> met = new ArrayList<>();
        List<Integer> unsure = new ArrayList<>();
        Geometry only = null;
        if (near.length == 0) {
            return new Met(false, met, null);
        }
        CutOutline outline = CutOutline.of(feature);
        for (int area : near) {
            Optional<Geometry> quick = quickly(outline, area);
            if (quick.isEmpty()) {
                unsure.add(area);
            } else if (quick.get() == feature) {
                return new Met(true, met, null);
            } else if (!quick.get().isEmpty()) {
                met.add(area);
                only = quick.get();
            }
        }
        for (int area : unsure) {
            if (prepared(area).covers(feature)) {
                return new Met(true, met, null);
            }
        }
        for (int area : unsure) {
            if (prepared(area).intersects(feature)) {
                met.add(area);
                only = null;
            }
        }
        Collections.sort(met);
        return new Met(false, met, only);
    }

    private interface Work {
        Geometry of(Geometry feature, int[] near);
    }

    private Geometry[] each(Progress progress, Work work) {
        Geometry[] result = new Geometry[features.size()];
        Parallel.items(result.length, FEATURES_PER_BAND, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry feature = features.geometry(row);
                result[row] = feature == null ? null : work.of(feature, near(feature));
            }
        });
        return result;
    }

    private List<Piece> common(int row, Geometry feature) {
        int[] near = near(feature);
        if (near.length == 0) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        CutOutline outline = CutOutline.of(feature);
        for (int area : near) {
            Optional<Geometry> quick = quickly(outline, area);
            if (quick.isPresent()) {
                if (!quick.get().isEmpty()) {
                    pieces.add(new Piece(row, area, quick.get()));
                }
                continue;
            }
            PreparedGeometry zone = prepared(area);
            // asked first: what lies inside entirely need not be asked whether it meets the area
            boolean inside = zone.covers(feature);
            boolean lower = areas.geometry(area).getDimension() < feature.getDimension();
            if (inside || !lower && zone.intersects(feature)) {
                Geometry shape = inside ? feature : Overlay.intersection(feature, areas.geometry(area));
                if (!shape.isEmpty()) {
                    pieces.add(new Piece(row, area, shape));
                }
            }
        }
        return pieces;
    }

    private int[] near(Geometry feature) {
        List<Integer> found = new ArrayList<>();
        boxes.query(feature.getEnvelopeInternal(), (ItemVisitor) item -> found.add((Integer) item));
        int[] sorted = found.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private Optional<Geometry> quickly(CutOutline outline, int area) {
        Optional<AreaCutter> cutter = cutters.get(area);
        if (cutter == null) {
            cutter = Optional.ofNullable(AreaCutter.of(areas.geometry(area)));
            cutters.set(area, cutter);
        }
        return cutter.flatMap(known -> known.common(outline));
    }

    private PreparedGeometry prepared(int area) {
        PreparedGeometry known = prepared.get(area);
        if (known == null) {
            known = PreparedGeometryFactory.prepare(areas.geometry(area));
            prepared.set(area, known);
        }
        return known;
    }
}
