package riskmap.render;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds room for labels: those of higher priority first, each at the first of its positions where nothing stands yet. A
 * label that finds none is left out; but one of priority {@value #ORIENTATION} or more, such as the name of a town, rather
 * covers symbols than goes missing. The same labels find the same places whatever order they come in.
 */
final class LabelPlacer {
    /** From this priority on a label gives the map its orientation. */
    private static final int ORIENTATION = 900;

    private final PaintTarget target;
    private final CollisionIndex taken;
    private final CollisionIndex symbols;
    private final Rectangle2D page;
    private final LineLabels lines;
    private final PointLabels points;
    /** Where labels of groups stand already. */
    private final Map<String, List<Point2D>> groups = new HashMap<>();

    LabelPlacer(PaintTarget target) {
        this.target = target;
        taken = new CollisionIndex(24 * target.pixel());
        symbols = new CollisionIndex(24 * target.pixel());
        page = new Rectangle2D.Double(
                0, 0, target.viewport().width(), target.viewport().height());
        lines = new LineLabels(target);
        points = new PointLabels(target);
    }

    /** A symbol that labels must keep off. */
    void obstacle(Rectangle2D box) {
        symbols.take(box);
    }

    /** The positions where a label may stand, the best first, however much room is taken. */
    List<PlacedLabel> candidates(Label label) {
        return label.look().place().onLine() && label.layer().dimension(label.row()) >= 2
                ? lines.candidates(label)
                : points.candidates(label);
    }

    List<PlacedLabel> place(List<Label> labels) {
        return place(labels, this::candidates);
    }

    /** @param positions the {@link #candidates} of a label, which may be remembered */
    List<PlacedLabel> place(List<Label> labels, Function<Label, List<PlacedLabel>> positions) {
        List<Label> sorted = new ArrayList<>(labels);
        sorted.sort(Comparator.comparingDouble(Label::priority)
                .reversed()
                .thenComparing(Comparator.comparingDouble(LabelPlacer::extent).reversed())
                .thenComparingLong(Label::order));
        points.expect(sorted.size());
        List<PlacedLabel> placed = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            if ((i & 0x3F) == 0) {
                target.progress().check();
            }
            Label label = sorted.get(i);
            List<PlacedLabel> candidates = positions.apply(label);
            if (!place(label, candidates, false, placed) && label.priority() >= ORIENTATION) {
                place(label, candidates, true, placed);
            }
        }
        return placed;
    }

    /** Of a group's features the largest is labelled first. */
    private static double extent(Label label) {
        if (!label.look().place().group()) {
            return 0;
        }
        return (double) label.layer().maxX(label.row())
                - label.layer().minX(label.row())
                + label.layer().maxY(label.row())
                - label.layer().minY(label.row());
    }

    private boolean place(Label label, List<PlacedLabel> candidates, boolean overSymbols, List<PlacedLabel> placed) {
        TextLook.Place wish = label.look().place();
        double repeat = wish.onLine() ? wish.repeat() : 0;
        Point2D last = null;
        for (PlacedLabel candidate : candidates) {
            Point2D centre = centre(candidate);
            if (last != null && (repeat <= 0 || last.distance(centre) < repeat)) {
                continue;
            }
            if (inside(candidate) && alone(label, centre) && (!wish.conflicts() || free(candidate, overSymbols))) {
                placed.add(candidate);
                candidate.boxes().forEach(taken::take);
                groups.computeIfAbsent(label.text(), absent -> new ArrayList<>())
                        .add(centre);
                last = centre;
                if (repeat <= 0) {
                    return true;
                }
            }
        }
        return last != null;
    }

    private boolean free(PlacedLabel candidate, boolean overSymbols) {
        return taken.free(candidate.boxes()) && (overSymbols || symbols.free(candidate.boxes()));
    }

    /** Whether no label of the same group stands near, or anywhere when the group is labelled once. */
    private boolean alone(Label label, Point2D centre) {
        TextLook.Place wish = label.look().place();
        if (!wish.group()) {
            return true;
        }
        for (Point2D other : groups.getOrDefault(label.text(), List.of())) {
            if (wish.repeat() <= 0 || other.distance(centre) < wish.repeat()) {
                return false;
            }
        }
        return true;
    }

    private boolean inside(PlacedLabel candidate) {
        for (Rectangle2D box : candidate.boxes()) {
            if (!page.contains(box)) {
                return false;
            }
        }
        return !candidate.boxes().isEmpty();
    }

    private static Point2D centre(PlacedLabel label) {
        Rectangle2D middle = label.boxes().get(label.boxes().size() / 2);
        return new Point2D.Double(middle.getCenterX(), middle.getCenterY());
    }
}
