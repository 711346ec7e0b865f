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
 * @param atlas how it becomes an atlas, or null when it is one page
 * @param items from the bottom up
 */
public record Layout(
        String name, LocalText title, PageSize page, String background, AtlasPlan atlas, List<LayoutItem> items) {
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
            for (String frame : framesOf(item)) {
                if (!(byId.get(frame) instanceof LayoutItem.MapFrame)) {
                    throw RiskMapException.of("map.frame-missing", item.id(), frame);
                }
            }
        }
    }

    /** A layout of one page. */
    public Layout(String name, LocalText title, PageSize page, String background, List<LayoutItem> items) {
        this(name, title, page, background, null, items);
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
        return new Layout(name, title, page, background, atlas, changed);
    }

    /** The same items on a page of another size. */
    public Layout withPage(PageSize size) {
        return new Layout(name, title, size, background, atlas, items);
    }

    /** The same page under another name. */
    public Layout withName(String other, LocalText otherTitle) {
        return new Layout(other, otherTitle, page, background, atlas, items);
    }

    /** The same page as an atlas, or as one page for null. */
    public Layout withAtlas(AtlasPlan plan) {
        return new Layout(name, title, page, background, plan, items);
    }

    /** Ids of the map frames that an item speaks of. */
    public static List<String> framesOf(LayoutItem item) {
        if (item instanceof LayoutItem.Inset inset) {
            return one(inset.frame());
        } else if (item instanceof LayoutItem.Legend legend) {
            return one(legend.frame());
        } else if (item instanceof LayoutItem.ScaleBar bar) {
            return one(bar.frame());
        } else if (item instanceof LayoutItem.NorthArrow arrow) {
            return one(arrow.frame());
        } else if (item instanceof LayoutItem.MapFrame map) {
            return map.marks();
        }
        return List.of();
    }

    private static List<String> one(String frame) {
        return List.of(frame == null ? "" : frame);
    }
}
