package riskmap.ui.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import riskmap.map.Box;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;

/** Changes of where items stand: pure, a layout in and a layout out. An item never leaves the page. */
final class Arrangement {
    /** Lengths are kept to a hundredth of a millimetre. */
    private static final double FINE = 100;

    /** How several items are brought in line, or spread. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT,
        TOP,
        MIDDLE,
        BOTTOM,
        SPREAD_ACROSS,
        SPREAD_DOWN
    }

    private Arrangement() {}

    /** Moves the selected items together as far as the page allows. */
    static Layout move(Layout layout, Set<String> selected, double dx, double dy) {
        double width = layout.page().width();
        double height = layout.page().height();
        double right = dx;
        double down = dy;
        for (LayoutItem item : chosen(layout, selected)) {
            right = Math.max(-item.box().x(), Math.min(width - item.box().right(), right));
            down = Math.max(-item.box().y(), Math.min(height - item.box().bottom(), down));
        }
        double x = right;
        double y = down;
        return map(layout, selected, box -> new Box(box.x() + x, box.y() + y, box.width(), box.height()));
    }

    /** Brings the selected items in line with each other; a single one with the page. */
    static Layout align(Layout layout, Set<String> selected, Align how) {
        List<LayoutItem> items = chosen(layout, selected);
        if (items.isEmpty()) {
            return layout;
        }
        if (how == Align.SPREAD_ACROSS || how == Align.SPREAD_DOWN) {
            return spread(layout, items, how == Align.SPREAD_ACROSS);
        }
        Box all = items.size() == 1 ? layout.page().box().inset(PageSnapping.MARGIN) : around(items);
        return map(layout, selected, box -> switch (how) {
            case LEFT -> at(box, all.x(), box.y());
            case CENTRE -> at(box, all.centreX() - box.width() / 2, box.y());
            case RIGHT -> at(box, all.right() - box.width(), box.y());
            case TOP -> at(box, box.x(), all.y());
            case MIDDLE -> at(box, box.x(), all.centreY() - box.height() / 2);
            default -> at(box, box.x(), all.bottom() - box.height());
        });
    }

    private static Layout spread(Layout layout, List<LayoutItem> items, boolean across) {
        List<LayoutItem> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparingDouble(
                item -> across ? item.box().centreX() : item.box().centreY()));
        Box all = around(items);
        double taken = items.stream()
                .mapToDouble(item -> across ? item.box().width() : item.box().height())
                .sum();
        double gap = ((across ? all.width() : all.height()) - taken) / Math.max(1, items.size() - 1);
        double at = across ? all.x() : all.y();
        Layout result = layout;
        for (LayoutItem item : sorted) {
            Box box = item.box();
            double place = at;
            result = map(result, Set.of(item.id()), old -> across ? at(old, place, old.y()) : at(old, old.x(), place));
            at += (across ? box.width() : box.height()) + gap;
        }
        return result;
    }

    /** Brings the selected items one step, or all the way, to the front or back. */
    static Layout raise(Layout layout, Set<String> selected, boolean up, boolean allTheWay) {
        List<LayoutItem> items = new ArrayList<>(layout.items());
        if (allTheWay) {
            List<LayoutItem> moved = chosen(layout, selected);
            items.removeAll(moved);
            items.addAll(up ? items.size() : 0, moved);
            return layout.withItems(items);
        }
        int step = up ? -1 : 1;
        for (int i = up ? items.size() - 2 : 1; i >= 0 && i < items.size(); i += step) {
            int next = i - step;
            if (selected.contains(items.get(i).id())
                    && !selected.contains(items.get(next).id())) {
                LayoutItem kept = items.get(next);
                items.set(next, items.get(i));
                items.set(i, kept);
            }
        }
        return layout.withItems(items);
    }

    /** The box around items. */
    static Box around(List<LayoutItem> items) {
        double left = items.stream().mapToDouble(item -> item.box().x()).min().orElse(0);
        double top = items.stream().mapToDouble(item -> item.box().y()).min().orElse(0);
        double right =
                items.stream().mapToDouble(item -> item.box().right()).max().orElse(0);
        double bottom =
                items.stream().mapToDouble(item -> item.box().bottom()).max().orElse(0);
        return new Box(left, top, right - left, bottom - top);
    }

    /** The selected items, from the bottom up. */
    static List<LayoutItem> chosen(Layout layout, Set<String> selected) {
        return layout.items().stream()
                .filter(item -> selected.contains(item.id()))
                .toList();
    }

    /** A box on the page, rounded to what is kept, and inside it. */
    static Box kept(Box box, Box page) {
        double width = Math.min(page.width(), round(box.width()));
        double height = Math.min(page.height(), round(box.height()));
        double x = Math.max(0, Math.min(page.width() - width, round(box.x())));
        double y = Math.max(0, Math.min(page.height() - height, round(box.y())));
        return new Box(x, y, width, height);
    }

    private static double round(double value) {
        return Math.round(value * FINE) / FINE;
    }

    private static Box at(Box box, double x, double y) {
        return new Box(x, y, box.width(), box.height());
    }

    private static Layout map(Layout layout, Set<String> selected, java.util.function.UnaryOperator<Box> change) {
        Box page = layout.page().box();
        return layout.withItems(layout.items().stream()
                .map(item -> selected.contains(item.id())
                        ? LayoutItems.withBox(item, kept(change.apply(item.box()), page))
                        : item)
                .toList());
    }
}
