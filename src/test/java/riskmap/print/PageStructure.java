package riskmap.print;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.map.Box;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;
import riskmap.render.MapPainter;

/**
 * What a page consists of whatever its face: a line for each item with its kind, its box, what it says and the shares of
 * its colours, each channel in eight steps.
 */
final class PageStructure {
    private static final String GAP = "\t";
    /** Colours of a smaller share of the box, in percent, are not written. */
    private static final double LEAST = 0.5;
    /** By so many percent of a map a share may differ: labels lie over it. */
    private static final double MOST_OF_MAP = 1;
    /** By so many of a border: the title lies over it. */
    private static final double MOST_OF_BORDER = 4;
    /** By so many where an item is mostly letters, which are thicker in another face. */
    private static final double MOST_OF_LETTERS = 12;

    private PageStructure() {}

    static List<String> of(PageComposer page, PageContent content, BufferedImage picture) {
        List<String> lines = new ArrayList<>();
        for (LayoutItem item : page.layout().items()) {
            Box box = item.box();
            String place = box.x() + " " + box.y() + " " + box.width() + " " + box.height();
            lines.add(String.join(
                    GAP,
                    item.id(),
                    LayoutItems.kind(item),
                    place,
                    says(item, page, content),
                    shares(picture, box, page.layout().page().width())));
        }
        return lines;
    }

    private static String says(LayoutItem item, PageComposer page, PageContent content) {
        Language language = content.language();
        String text = "";
        if (item instanceof LayoutItem.Text words) {
            text = page.fields().fill(words.text().text(language), item.id());
        } else if (item instanceof LayoutItem.Stamp stamp) {
            text = page.fields().fill(stamp.text().text(language), item.id());
        } else if (item instanceof LayoutItem.ResultTable table) {
            text = table.table() + " " + page.fields().fill(table.title().text(language), item.id());
        } else if (item instanceof LayoutItem.Legend legend) {
            List<String> entries = new ArrayList<>();
            for (LegendContents.Group group : LegendContents.collect(
                    legend, page.view(legend.frame()), content, new MapPainter(), Progress.silent())) {
                group.rows().forEach(row -> entries.add(group.title() + ": " + row.title() + " " + row.count()));
            }
            text = String.join("; ", entries);
        }
        return text.replace("\n", " / ");
    }

    private static String shares(BufferedImage picture, Box box, double pageWidth) {
        double scale = picture.getWidth() / pageWidth;
        Map<String, Integer> counts = new TreeMap<>();
        int all = 0;
        for (int y = (int) Math.ceil(box.y() * scale); y < (int) (box.bottom() * scale); y++) {
            for (int x = (int) Math.ceil(box.x() * scale); x < (int) (box.right() * scale); x++) {
                int rgb = picture.getRGB(x, y);
                counts.merge("" + (rgb >> 21 & 7) + (rgb >> 13 & 7) + (rgb >> 5 & 7), 1, Integer::sum);
                all++;
            }
        }
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Integer> colour : counts.entrySet()) {
            double percent = 100.0 * colour.getValue() / all;
            if (percent >= LEAST) {
                text.append(colour.getKey()).append(String.format(Locale.ROOT, "=%.2f ", percent));
            }
        }
        return text.toString().strip();
    }

    /** In what a page differs from its golden one, as lines to read. */
    static List<String> differences(List<String> golden, List<String> actual) {
        List<String> found = new ArrayList<>();
        Map<String, String[]> before = byId(golden);
        Map<String, String[]> now = byId(actual);
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(now.keySet());
        for (String id : ids) {
            if (!before.containsKey(id) || !now.containsKey(id)) {
                found.add(id + (now.containsKey(id) ? ": new" : ": missing"));
                continue;
            }
            String[] was = before.get(id);
            String[] is = now.get(id);
            for (int i = 1; i < 4; i++) {
                if (!was[i].equals(is[i])) {
                    found.add(id + ": " + was[i] + " → " + is[i]);
                }
            }
            double most =
                    switch (is[1]) {
                        case "map-frame", "inset" -> MOST_OF_MAP;
                        case "border" -> MOST_OF_BORDER;
                        default -> MOST_OF_LETTERS;
                    };
            colours(id, percents(was[4]), percents(is[4]), most, found);
        }
        return found;
    }

    private static void colours(
            String id, Map<String, Double> was, Map<String, Double> is, double most, List<String> found) {
        Set<String> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        for (String colour : all) {
            double a = was.getOrDefault(colour, 0.0);
            double b = is.getOrDefault(colour, 0.0);
            if (Math.abs(a - b) > most) {
                found.add(id + ": colour " + colour + " " + a + " % → " + b + " %");
            }
        }
    }

    private static Map<String, String[]> byId(List<String> lines) {
        Map<String, String[]> result = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(GAP, -1);
            result.put(parts[0], parts);
        }
        return result;
    }

    private static Map<String, Double> percents(String text) {
        Map<String, Double> result = new TreeMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(" ")) {
            int equals = part.indexOf('=');
            result.put(part.substring(0, equals), Double.valueOf(part.substring(equals + 1)));
        }
        return result;
    }
}
