package riskmap.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.base.Language;
import riskmap.map.Box;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;
import riskmap.map.TextStyle.Align;
import riskmap.print.PdfBook.Bookmark;
import riskmap.print.Sheet;

/** A document set on pages, in the manner of Chinese official papers: red head, numbered headings, page number below. */
final class Typesetter {
    private static final String RED = "#c8102e";
    private static final String INK = "#1b2733";
    private static final String GREY = "#5a6772";
    private static final String WARNING = "#9a3412";
    private static final String WARNING_GROUND = "#fff4e6";

    private static final TextStyle ISSUER =
            TextStyle.of(26).withBold(true).withColour(RED).withAlign(Align.CENTRE);
    private static final TextStyle TITLE =
            TextStyle.of(19).withBold(true).withColour(INK).withAlign(Align.CENTRE);
    private static final TextStyle SECTION = TextStyle.of(14).withBold(true).withColour("#12304a");
    private static final TextStyle PART = TextStyle.of(12).withBold(true).withColour(INK);
    private static final TextStyle BODY = new TextStyle(11, false, INK, null, null, 0, 1.62);
    private static final TextStyle SMALL = new TextStyle(8.5, false, GREY, null, null, 0, 1.5);
    private static final TextStyle CAPTION =
            TextStyle.of(9.5).withBold(true).withColour(INK).withAlign(Align.CENTRE);

    /** Most of a paragraph that is moved to another page for what follows it, in millimetres. */
    private static final double KEPT = 60;
    /** Height of the signatures, in millimetres. */
    private static final double SIGNED = 34;

    private final ReportDocument document;
    private final PageFlow flow = new PageFlow();
    private final List<Bookmark> bookmarks = new ArrayList<>();
    private final Map<String, String> layers = new LinkedHashMap<>();

    Typesetter(ReportDocument document) {
        // a letter that the face lacks is no reason to have no report; who asks for it is told which ones were changed
        this.document = document.with(Sheet::displayable);
    }

    /** Sets the whole document. */
    Typesetter set() {
        head();
        List<Block> blocks = document.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            set(blocks.get(i), blocks.subList(i + 1, blocks.size()));
        }
        int count = flow.pages().size();
        for (int page = 0; page < count; page++) {
            foot(page);
        }
        return this;
    }

    List<List<PageFlow.Mark>> pages() {
        return flow.pages();
    }

    List<Bookmark> bookmarks() {
        return bookmarks;
    }

    /** Titles of the layers of all maps, by id. */
    Map<String, String> layers() {
        return layers;
    }

    private void head() {
        if (!document.mark().isEmpty()) {
            text(List.of(document.mark()), PART.withColour(RED), PageFlow.LEFT, flow.y() - 8);
        }
        paragraph(document.issuer(), ISSUER, 0, 2.5);
        paragraph(document.issue(), TextStyle.of(10.5).withColour(INK).withAlign(Align.CENTRE), 0, 2.5);
        double y = flow.y();
        flow.put((sheet, progress) -> sheet.fill(new Box(PageFlow.LEFT, y, PageFlow.MEASURE, 0.7), RED));
        flow.down(9);
        paragraph(document.title(), TITLE, 0, 6);
    }

    private void foot(int page) {
        String number = "— " + (page + 1) + " —";
        TextStyle style = TextStyle.of(9.5).withColour(INK).withAlign(Align.CENTRE);
        TextStyle small = SMALL.withSize(7);
        List<String> footer = LineBreaks.of(document.footer(), small, PageFlow.MEASURE);
        flow.pages().get(page).add((sheet, progress) -> {
            double y = PageFlow.HEIGHT - PageFlow.BOTTOM + 9;
            sheet.line(PageFlow.LEFT, y, PageFlow.WIDTH - PageFlow.RIGHT, y, new LineStyle("#b8c2cc", 0.15, List.of()));
            sheet.text(footer.get(0), PageFlow.LEFT, y + 4, small);
            sheet.text(number, PageFlow.WIDTH / 2, y + 9, style);
            if (page > 0) {
                double top = PageFlow.TOP - 11;
                sheet.text(shortened(document.title(), small), PageFlow.LEFT, top, small);
                sheet.text(document.mark(), PageFlow.WIDTH - PageFlow.RIGHT, top, small.withAlign(Align.RIGHT));
                double line = top + 1.8;
                sheet.line(
                        PageFlow.LEFT,
                        line,
                        PageFlow.WIDTH - PageFlow.RIGHT,
                        line,
                        new LineStyle("#b8c2cc", 0.15, List.of()));
            }
        });
    }

    private static String shortened(String text, TextStyle style) {
        List<String> lines = LineBreaks.of(text, style, 0.85 * PageFlow.MEASURE);
        return lines.size() == 1 ? text : lines.get(0) + "…";
    }

    private void set(Block block, List<Block> following) {
        Block next = following.isEmpty() ? null : following.get(0);
        if (block instanceof Block.Heading heading) {
            heading(heading, following);
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(paragraph, signed(next));
        } else if (block instanceof Block.Items items) {
            items(items, signed(next));
        } else if (block instanceof Block.Grid grid) {
            List<Block.Grid> parts = GridParts.of(grid, document.language());
            for (Block.Grid part : parts) {
                boolean last = part == parts.get(parts.size() - 1);
                GridSetter setter = new GridSetter(flow, part, last ? signed(next) : 0);
                caption(part.caption(), setter.beginning());
                setter.set();
                flow.gap(4);
            }
        } else if (block instanceof Block.Figure figure) {
            figure(figure);
        } else if (block instanceof Block.Signature signature) {
            signature(signature);
        }
    }

    /** Room that signatures which follow need on the same page: alone on a page they could belong to anything. */
    private static double signed(Block next) {
        return next instanceof Block.Signature ? SIGNED : 0;
    }

    private void heading(Block.Heading heading, List<Block> following) {
        TextStyle style = style(heading);
        flow.gap(heading.level() == 1 ? 4 : 2.5);
        List<String> lines = LineBreaks.of(heading.text(), style, PageFlow.MEASURE);
        double height = lines.size() * line(style);
        double kept = kept(following);
        flow.need(Math.min(height + kept, PageFlow.HEIGHT - PageFlow.TOP - PageFlow.BOTTOM));
        bookmarks.add(new Bookmark(heading.level(), heading.text(), flow.page(), flow.y() - 3));
        text(lines, style, PageFlow.LEFT, flow.y());
        flow.down(height + 1.8);
    }

    private static TextStyle style(Block.Heading heading) {
        return heading.level() == 1 ? SECTION : PART;
    }

    /** Room that what follows a heading needs on the same page; of a heading below it, with what follows that one. */
    private double kept(List<Block> following) {
        Block next = following.isEmpty() ? null : following.get(0);
        if (next instanceof Block.Heading below) {
            TextStyle style = style(below);
            int lines = LineBreaks.of(below.text(), style, PageFlow.MEASURE).size();
            return lines * line(style) + 6 + kept(following.subList(1, following.size()));
        } else if (next instanceof Block.Figure figure) {
            return figure.drawing().height() + 10;
        } else if (next instanceof Block.Grid grid) {
            Block.Grid first = GridParts.of(grid, document.language()).get(0);
            return new GridSetter(flow, first, 0).beginning() + 12;
        }
        return 24;
    }

    private void paragraph(Block.Paragraph paragraph, double after) {
        double indent = paragraph.tone() == Block.Tone.BODY && document.language() == Language.CHINESE
                ? 2 * BODY.size() * Sheet.POINT
                : 0;
        switch (paragraph.tone()) {
            case BODY -> {
                together(paragraph.text(), BODY, indent, after);
                paragraph(paragraph.text(), BODY, indent, 1.8);
            }
            case NOTE -> {
                together(paragraph.text(), SMALL, 0, after);
                paragraph(paragraph.text(), SMALL, 0, 1.6);
            }
            case WARNING -> warning(paragraph.text());
        }
    }

    /** Begins a new page where a short paragraph fits on this one, but not with what must stay with it. */
    private void together(String text, TextStyle style, double indent, double after) {
        if (after > 0) {
            int lines = LineBreaks.of(text, style, PageFlow.MEASURE - indent, PageFlow.MEASURE)
                    .size();
            flow.need(Math.min(lines * line(style), KEPT) + 2 + after);
        }
    }

    private void warning(String text) {
        TextStyle style = BODY.withSize(9.5).withColour(WARNING);
        List<String> lines = LineBreaks.of(text, style, PageFlow.MEASURE - 8);
        double height = lines.size() * line(style) + 3;
        flow.need(Math.min(height, 60));
        double y = flow.y();
        if (height <= flow.room()) {
            flow.put((sheet, progress) -> {
                sheet.fill(new Box(PageFlow.LEFT, y, PageFlow.MEASURE, height), WARNING_GROUND);
                sheet.fill(new Box(PageFlow.LEFT, y, 1, height), WARNING);
            });
        }
        flow.down(1.5);
        running(lines, style, PageFlow.LEFT + 4, 0, PageFlow.MEASURE - 8);
        flow.down(1.5 + 2);
    }

    /** Lines of text, going on over the end of the page. */
    private void paragraph(String text, TextStyle style, double indent, double after) {
        if (text.isEmpty()) {
            return;
        }
        List<String> lines = LineBreaks.of(text, style, PageFlow.MEASURE - indent, PageFlow.MEASURE);
        // no single line of a paragraph alone at the foot of a page
        flow.need(Math.min(2, lines.size()) * line(style));
        running(lines, style, PageFlow.LEFT, indent, PageFlow.MEASURE);
        flow.down(after);
    }

    private void running(List<String> lines, TextStyle style, double left, double indent, double width) {
        for (int i = 0; i < lines.size(); i++) {
            flow.need(line(style));
            double baseline = flow.y() + line(style) / 2 + style.size() * Sheet.POINT * Sheet.CAPITAL / 2;
            String line = lines.get(i);
            double begin = left + (i == 0 ? indent : 0);
            double room = width - (i == 0 ? indent : 0);
            TextStyle shown = i < lines.size() - 1 ? justified(line, style, room) : style;
            double x = style.align() == Align.CENTRE ? left + width / 2 : begin;
            flow.put((sheet, progress) -> sheet.text(line, x, baseline, shown));
            flow.down(line(style));
        }
    }

    /** Spreads a line that ends well before the edge because the next word did not fit. */
    private static TextStyle justified(String line, TextStyle style, double width) {
        double spare = width - Sheet.width(line, style);
        int letters = line.codePointCount(0, line.length());
        double each = spare / Math.max(1, letters - 1) / (style.size() * Sheet.POINT) * 100;
        boolean spread = style.align() == Align.LEFT && each > 0.05 && each < 8;
        return spread
                ? new TextStyle(style.size(), style.bold(), style.colour(), style.align(), null, each, style.leading())
                : style;
    }

    private void items(Block.Items items, double after) {
        double indent = 7;
        for (int i = 0; i < items.texts().size(); i++) {
            List<String> lines = LineBreaks.of(items.texts().get(i), BODY, PageFlow.MEASURE - indent - 3);
            boolean last = i == items.texts().size() - 1;
            flow.need(Math.min(lines.size(), 3) * line(BODY) + (last ? 2 + after : 0));
            double y = flow.y();
            double middle = y + line(BODY) / 2;
            String number = i + 1 + ".";
            flow.put((sheet, progress) -> mark(sheet, items.mark(), number, middle));
            running(lines, BODY, PageFlow.LEFT + indent + 3, 0, PageFlow.MEASURE - indent - 3);
        }
        flow.down(2);
    }

    private static void mark(Sheet sheet, Block.Mark mark, String number, double middle) {
        double x = PageFlow.LEFT + 4;
        switch (mark) {
            case BULLET -> sheet.fill(new Box(x + 1.4, middle - 0.6, 1.2, 1.2), INK);
            case NUMBER -> sheet.text(number, x, middle + 1.4, BODY);
            case BOX -> {
                LineStyle line = new LineStyle(INK, 0.25, List.of());
                double top = middle - 1.6;
                sheet.line(x, top, x + 3.2, top, line);
                sheet.line(x, top + 3.2, x + 3.2, top + 3.2, line);
                sheet.line(x, top, x, top + 3.2, line);
                sheet.line(x + 3.2, top, x + 3.2, top + 3.2, line);
            }
        }
    }

    private void caption(String text, double below) {
        if (text.isEmpty()) {
            return;
        }
        List<String> lines = LineBreaks.of(text, CAPTION, PageFlow.MEASURE);
        flow.gap(2);
        flow.need(lines.size() * line(CAPTION) + below);
        running(lines, CAPTION, PageFlow.LEFT, 0, PageFlow.MEASURE);
        flow.down(1);
    }

    private void figure(Block.Figure figure) {
        Drawing drawing = figure.drawing();
        layers.putAll(drawing.layerTitles());
        double scale = Math.min(1, PageFlow.MEASURE / drawing.width());
        double height = drawing.height() * scale;
        flow.need(height + 9);
        double x = PageFlow.LEFT + (PageFlow.MEASURE - drawing.width() * scale) / 2;
        double y = flow.y();
        flow.put((sheet, progress) -> {
            var graphics = (java.awt.Graphics2D) sheet.graphics().create();
            graphics.translate(x, y);
            graphics.scale(scale, scale);
            drawing.paint(graphics, progress);
            graphics.dispose();
        });
        flow.down(height + 1.5);
        running(
                LineBreaks.of(figure.caption(), CAPTION, PageFlow.MEASURE),
                CAPTION,
                PageFlow.LEFT,
                0,
                PageFlow.MEASURE);
        flow.down(3);
    }

    private void signature(Block.Signature signature) {
        flow.need(SIGNED);
        flow.down(6);
        double y = flow.y();
        int count = signature.roles().size();
        double each = PageFlow.MEASURE / Math.max(1, count);
        String colon = document.language() == Language.CHINESE ? "：" : ":";
        for (int i = 0; i < count; i++) {
            double x = PageFlow.LEFT + i * each;
            String role = signature.roles().get(i) + colon;
            flow.put((sheet, progress) -> {
                double width = sheet.text(role, x, y + 5, BODY);
                sheet.line(x + width + 1, y + 6, x + each - 4, y + 6, new LineStyle(INK, 0.2, List.of()));
            });
        }
        double right = PageFlow.WIDTH - PageFlow.RIGHT;
        flow.put((sheet, progress) -> {
            sheet.text(signature.place(), right, y + 17, BODY.withAlign(Align.RIGHT));
            sheet.text(signature.date(), right, y + 24, BODY.withAlign(Align.RIGHT));
        });
        flow.down(28);
    }

    private void text(List<String> lines, TextStyle style, double x, double y) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            double baseline = y + i * line(style) + style.size() * Sheet.POINT * Sheet.ASCENT;
            flow.put((sheet, progress) -> sheet.text(line, x, baseline, style));
        }
    }

    private static double line(TextStyle style) {
        return style.size() * Sheet.POINT * style.leading();
    }
}
