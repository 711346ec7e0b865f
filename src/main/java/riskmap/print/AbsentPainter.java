package riskmap.print;

import java.util.List;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.map.Box;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;

/**
 * Says on a map which layers are missing from it: in a framed note that is painted over all other items, whatever the layout
 * is, because a sheet that lacks a layer must not look like one that has nothing to show there.
 */
final class AbsentPainter {
    private static final String INK = "#b3261e";

    /** Points. */
    private static final double SIZE = 9;

    private static final double SMALLEST_SIZE = 4;

    /** Millimetres between the note and the edge of the frame, and from one place that is tried to the next. */
    private static final double STEP = 3;

    /** Millimetres around the words. */
    private static final double ROOM = 1.5;

    private AbsentPainter() {}

    static void paint(Sheet sheet, Layout layout, LayoutItem.MapFrame frame, PageContent content) {
        List<AbsentLayer> absent = content.absent(frame);
        if (absent.isEmpty()) {
            return;
        }
        Box map = frame.box();
        TextBlock words = words(text(absent, content.language()), map);
        double width = Math.min(map.width(), words.width() + 2 * ROOM);
        double height = Math.min(map.height(), words.height() + 2 * ROOM);
        Box note = place(layout, map, width, height);
        sheet.fill(note, "#ffffff");
        sheet.draw(Sheet.rectangle(note), new LineStyle(INK, 0.4, null));
        words.draw(sheet, note);
    }

    static String text(List<AbsentLayer> absent, Language language) {
        NameList titles = NameList.of(absent.stream().map(AbsentLayer::title).toList());
        return Message.of("print.layers-absent", titles, absent.size()).text(language);
    }

    /** The words as large as the map has room for. */
    private static TextBlock words(String text, Box map) {
        TextStyle style = TextStyle.of(SIZE)
                .withBold(true)
                .withColour(INK)
                .withAlign(TextStyle.Align.CENTRE)
                .withVertical(TextStyle.Vertical.MIDDLE);
        double width = Math.max(1, map.width() - 2 * (STEP + ROOM));
        TextBlock words = TextBlock.of(text, style, width);
        for (double size = SIZE - 1; size >= SMALLEST_SIZE && words.height() > map.height() / 3; size--) {
            words = TextBlock.of(text, style.withSize(size), width);
        }
        return words;
    }

    /** The highest place on the map where the note covers no other item; the middle where there is none. */
    private static Box place(Layout layout, Box map, double width, double height) {
        double x = map.centreX() - width / 2;
        for (double y = map.y() + STEP; y + height + STEP <= map.bottom(); y += STEP) {
            Box tried = new Box(x, y, width, height);
            boolean free = layout.items().stream()
                    .filter(item -> !(item instanceof LayoutItem.MapFrame) && !(item instanceof LayoutItem.Border))
                    .noneMatch(item -> item.box().overlaps(tried));
            if (free) {
                return tried;
            }
        }
        return new Box(x, map.centreY() - height / 2, width, height);
    }
}
