package riskmap.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.base.RiskMapException;

/**
 * A page: what stands where on the sheet. Immutable; saved as JSON in {@code maps/layouts} or in a project.
 *
 * @param name file name without ending
 * @param title what the layout is called
 * @param page size of the sheet in millimetres
 * @param background colour of the sheet, empty for white paper left bare
 * @param items from the bottom up
 */
public record Layout(String name, LocalText title, PageSize page, String background, List<LayoutItem> items) {
    public Layout {
        items = items == null ? List.of() : List.copyOf(items);
        title = title == null ? LocalText.of(name) : title;
        background = Colours.checkOptional(background);
        Map<String, LayoutItem> byId = new HashMap<>();
        for (LayoutItem item : items) {
            if (byId.put(item.id(), item) != null) {
                throw RiskMapException.of("map.item-twice", item.id());
            }
            if (!page.box().contains(item.box())) {
                throw RiskMapException.of("map.item-outside", item.id(), "" + page.width(), "" + page.height());
            }
        }
        for (LayoutItem item : items) {
            String frame = frameOf(item);
            if (frame != null && !(byId.get(frame) instanceof LayoutItem.MapFrame)) {
                throw RiskMapException.of("map.frame-missing", item.id(), frame);
            }
        }
    }

    /** The item with this id. */
    public Optional<LayoutItem> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** The map frames, from the bottom up. */
    public List<LayoutItem.MapFrame> frames() {
        return items.stream()
                .filter(LayoutItem.MapFrame.class::isInstance)
                .map(LayoutItem.MapFrame.class::cast)
                .toList();
    }

    /** The same page with other items. */
    public Layout withItems(List<LayoutItem> changed) {
        return new Layout(name, title, page, background, changed);
    }

    private static String frameOf(LayoutItem item) {
        if (item instanceof LayoutItem.Inset inset) {
            return inset.frame();
        } else if (item instanceof LayoutItem.Legend legend) {
            return legend.frame();
        } else if (item instanceof LayoutItem.ScaleBar bar) {
            return bar.frame();
        } else if (item instanceof LayoutItem.NorthArrow arrow) {
            return arrow.frame();
        }
        return null;
    }
}
