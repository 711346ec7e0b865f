package riskmap.render;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels of a picture that is painted again and again after edits: layers that have not changed are not asked again
 * for theirs, the positions of a label are worked out once for as long as its feature stays as it is, and where no label
 * and no obstacle has changed all stay where they are. What comes out is what placing them from nothing would give.
 *
 * <p>For one viewport and one thread.
 */
final class LabelMemory {
    /** The positions of more labels than this are not kept: they would take more room than the map. */
    private static final int MOST_KEPT = 4_000;

    private List<Collected> layers = List.of();
    /** Null until they are placed. */
    private List<PlacedLabel> placed;

    private Map<Label, List<PlacedLabel>> positions = new IdentityHashMap<>();
    private boolean few;

    /** What a layer wants to have labelled: that of the painter that was asked, null for a raster. */
    private record Collected(FeaturePainter painter, List<Label> labels, List<Rectangle2D> obstacles) {}

    /** The labels of all layers, from the bottom up, at their places. */
    List<PlacedLabel> place(List<MapPainter.Prepared> prepared, PaintTarget target) {
        List<Collected> now = new ArrayList<>();
        boolean same = layers.size() == prepared.size();
        for (int i = 0; i < prepared.size(); i++) {
            MapPainter.Prepared one = prepared.get(i);
            Collected before = layers.size() == prepared.size() ? layers.get(i) : null;
            if (before != null && before.painter() == one.painter()) {
                now.add(before);
            } else {
                Collected collected = collect(one, prepared.size() - 1 - i, target);
                same = before != null && takesOver(before, collected) && same;
                now.add(collected);
            }
        }
        layers = now;
        if (!same) {
            placed = null;
        }
        if (placed == null) {
            placed = placed(target);
        }
        return placed;
    }

    private static Collected collect(MapPainter.Prepared one, int layersAbove, PaintTarget target) {
        LabelSink sink = new LabelSink(layersAbove);
        if (one.painter() != null) {
            one.painter()
                    .label(target, one.painter().visible(target), one.layer().opacity(), sink);
        }
        return new Collected(one.painter(), sink.labels(), sink.obstacles());
    }

    /** Takes over the positions of labels that are as they were; whether all is as it was. */
    private boolean takesOver(Collected before, Collected now) {
        if (before.painter() == null
                || now.painter() == null
                || now.painter().layer().since(before.painter().layer()).isEmpty()) {
            return false;
        }
        Map<Integer, Label> byPart = new HashMap<>();
        for (Label label : before.labels()) {
            if (label.layer() == before.painter().layer()) {
                byPart.put(label.layer().firstPart(label.row()), label);
            }
        }
        boolean same = before.labels().size() == now.labels().size()
                && before.obstacles().equals(now.obstacles());
        for (int i = 0; i < now.labels().size(); i++) {
            Label label = now.labels().get(i);
            // an edit puts what it changes behind all other parts: the same part is the same geometry
            Label turn = i < before.labels().size() ? before.labels().get(i) : null;
            Label old = turn != null && sameLabel(turn, before, label, now)
                    ? turn
                    : byPart.get(label.layer().firstPart(label.row()));
            boolean kept = old != null && sameLabel(old, before, label, now);
            if (kept && positions.containsKey(old)) {
                positions.put(label, positions.get(old));
            }
            same = same && kept && old == turn && old.priority() == label.priority() && old.order() == label.order();
        }
        before.labels().forEach(positions::remove);
        return same;
    }

    private static boolean sameLabel(Label old, Collected before, Label label, Collected now) {
        return old.layer() == before.painter().layer()
                && label.layer() == now.painter().layer()
                && old.layer().firstPart(old.row()) == label.layer().firstPart(label.row())
                && old.text().equals(label.text())
                && old.look().equals(label.look())
                && old.layer().endPart(old.row()) == label.layer().endPart(label.row())
                && old.layer().dimension(old.row()) == label.layer().dimension(label.row());
    }

    private List<PlacedLabel> placed(PaintTarget target) {
        List<Label> labels = new ArrayList<>();
        LabelPlacer placer = new LabelPlacer(target);
        int obstacles = 0;
        for (int i = layers.size() - 1; i >= 0; i--) {
            Collected layer = layers.get(i);
            labels.addAll(layer.labels().subList(0, Math.min(layer.labels().size(), LabelSink.MAX - labels.size())));
            List<Rectangle2D> own = layer.obstacles();
            own = own.subList(0, Math.min(own.size(), LabelSink.MAX - obstacles));
            own.forEach(placer::obstacle);
            obstacles += own.size();
        }
        boolean fewNow = PointLabels.isFew(labels.size());
        if (fewNow != few) {
            positions.clear();
            few = fewNow;
        }
        boolean keep = labels.size() <= MOST_KEPT;
        if (!keep) {
            positions.clear();
        }
        return keep
                ? placer.place(labels, label -> positions.computeIfAbsent(label, placer::candidates))
                : placer.place(labels);
    }
}
