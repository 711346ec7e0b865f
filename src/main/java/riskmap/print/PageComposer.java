package riskmap.print;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.map.Box;
import riskmap.map.GridLines;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;
import riskmap.render.LayeredTarget;
import riskmap.render.MapPainter;
import riskmap.render.Viewport;

/**
 * Puts a page together: a layout and what fills it, painted into a {@link Graphics2D} as often as asked, each time the
 * same. What stands in the way (an empty map, a missing table, a legend without room) is said when the composer is made,
 * at {@link #check} or at the first painting, naming the item; a half page is never written.
 */
public final class PageComposer {
    private final Layout layout;
    private final PageContent content;
    private final Fields fields;
    private final MapPainter painter;
    private final Map<String, FrameView> views = new LinkedHashMap<>();
    private final Map<String, List<LegendContents.Group>> legends = new LinkedHashMap<>();

    /** A page of a layout; reads the layers once for the legend. */
    public PageComposer(Layout layout, PageContent content, Progress progress) {
        this(layout, content, new MapPainter(), progress);
    }

    /** As above, with a painter whose cache already holds the layers. */
    public PageComposer(Layout layout, PageContent content, MapPainter painter, Progress progress) {
        this.layout = layout;
        this.content = content;
        this.painter = painter;
        this.fields = new Fields(content.fields());
        // first: what is missing is told before layers are read
        for (LayoutItem item : layout.items()) {
            if (item instanceof LayoutItem.ResultTable table) {
                table(item.id(), table.table(), table.optional());
            } else if (item instanceof LayoutItem.Chart chart) {
                table(item.id(), chart.table(), chart.optional());
            }
        }
        CoordinateReferenceSystem crs = Crs.of(content.map().crs());
        for (LayoutItem.MapFrame frame : layout.frames()) {
            views.put(frame.id(), FrameExtent.view(frame, content, crs));
        }
        addFields(crs);
        for (LayoutItem item : layout.items()) {
            if (item instanceof LayoutItem.Legend legend) {
                FrameView view = views.get(legend.frame());
                legends.put(legend.id(), LegendContents.collect(legend, view, content, painter, progress));
            }
        }
    }

    public Layout layout() {
        return layout;
    }

    /** Scale denominator of a map frame, true at its centre. */
    public double denominator(String frame) {
        return views.get(frame).denominator();
    }

    /** World rectangle that a map frame shows, in the map's CRS turned as the frame is. */
    public Envelope extent(String frame) {
        return new Envelope(views.get(frame).extent());
    }

    /** What a map frame shows. */
    FrameView view(String frame) {
        return views.get(frame);
    }

    /** Code of the map's CRS. */
    String mapCrs() {
        return content.map().crs();
    }

    /** Titles of the PDF layers, by id. */
    public Map<String, String> layerTitles() {
        Map<String, String> titles = new LinkedHashMap<>();
        content.map().layers().forEach(layer -> titles.put(layer.id(), layer.title()));
        titles.put(LayeredTarget.LABELS, Message.of("print.labels").text(content.language()));
        return titles;
    }

    /** The inks in which the page is written when others are asked for: a page in greys needs black alone. */
    public InkPalette inks(InkPalette asked) {
        return asked.with(content.colours().scheme());
    }

    Fields fields() {
        return fields;
    }

    Language language() {
        return content.language();
    }

    /**
     * Paints the page.
     *
     * @param millimetres graphics whose user space is millimetres from the top left corner of the sheet
     */
    public void paint(Graphics2D millimetres, Progress progress) {
        Sheet sheet = new Sheet(millimetres);
        sheet.fill(layout.page().box(), layout.background());
        int done = 0;
        for (LayoutItem item : layout.items()) {
            progress.check();
            progress.report((double) done++ / layout.items().size(), Message.of("print.painting", item.id()));
            sheet.item(item.id());
            paint(sheet, item, progress);
        }
        for (LayoutItem.MapFrame frame : layout.frames()) {
            sheet.item(frame.id());
            AbsentPainter.paint(sheet, layout, frame, content);
        }
    }

    /** The layers that the page should show and that could not be read, each once. */
    public List<AbsentLayer> absent() {
        return layout.frames().stream()
                .flatMap(frame -> content.absent(frame).stream())
                .distinct()
                .toList();
    }

    /** Lays out all but the maps, so that what has no room for its content is told before anything else is painted. */
    public void check(Progress progress) {
        Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        Sheet sheet = new Sheet(nowhere);
        for (LayoutItem item : layout.items()) {
            progress.check();
            if (!(item instanceof LayoutItem.MapFrame)) {
                paint(sheet, item, progress);
            }
        }
        nowhere.dispose();
    }

    /** The page as an image in memory, in the colours of the screen unless it is one in greys. */
    public BufferedImage image(double dpi, Progress progress) {
        return image(dpi, InkPalette.SCREEN, progress);
    }

    /** The page as an image in memory as it looks in inks, for previews. */
    public BufferedImage image(double dpi, InkPalette asked, Progress progress) {
        BufferedImage page =
                PageBands.of(layout.page(), dpi, PageBands.BAND_PIXELS).whole(this, progress);
        return inks(asked).see(page);
    }

    private void paint(Sheet sheet, LayoutItem item, Progress progress) {
        Language language = content.language();
        if (item instanceof LayoutItem.MapFrame frame) {
            map(sheet, frame, progress);
        } else if (item instanceof LayoutItem.Inset inset) {
            new InsetPainter(sheet, inset, content.colours().scheme())
                    .paint(views.get(inset.frame()), fields, language);
        } else if (item instanceof LayoutItem.Text text) {
            text(sheet, item, fields.fill(text.text().text(language), item.id()), text.style(), item.box());
        } else if (item instanceof LayoutItem.Legend legend) {
            new LegendPainter(sheet, legend, views.get(legend.frame()), language).paint(legends.get(legend.id()));
        } else if (item instanceof LayoutItem.ScaleBar bar) {
            ScaleBarPainter.paint(sheet, bar, views.get(bar.frame()), language);
        } else if (item instanceof LayoutItem.NorthArrow arrow) {
            NorthArrowPainter.paint(sheet, arrow, views.get(arrow.frame()), language);
        } else if (item instanceof LayoutItem.ResultTable table) {
            Table rows = table(item.id(), table.table(), table.optional());
            if (rows != null) {
                new TablePainter(sheet, table, language).paint(rows, fields);
            }
        } else if (item instanceof LayoutItem.Chart chart) {
            Table rows = table(item.id(), chart.table(), chart.optional());
            if (rows != null) {
                new ChartPainter(sheet, chart, language, content.colours()).paint(rows, fields);
            }
        } else if (item instanceof LayoutItem.Signatures signatures) {
            SignaturesPainter.paint(sheet, signatures, fields, language);
        } else if (item instanceof LayoutItem.Marginalia marginalia) {
            MarginaliaPainter.paint(sheet, marginalia, fields, language);
        } else if (item instanceof LayoutItem.Picture picture) {
            PicturePainter.paint(sheet, picture, content.folder());
        } else if (item instanceof LayoutItem.Border border) {
            sheet.fill(Sheet.rounded(border.box(), border.radius()), border.fill());
            sheet.draw(Sheet.rounded(border.box(), border.radius()), border.line());
        } else if (item instanceof LayoutItem.Line line) {
            sheet.line(
                    item.box().x(),
                    item.box().y(),
                    item.box().right(),
                    item.box().bottom(),
                    line.line());
        } else if (item instanceof LayoutItem.Stamp stamp) {
            stamp(sheet, stamp);
        }
    }

    private void map(Sheet sheet, LayoutItem.MapFrame frame, Progress progress) {
        FrameView view = views.get(frame.id());
        Box box = frame.box();
        sheet.fill(box, frame.background());
        Sheet inside = sheet.clipped(box);
        Graphics2D graphics = inside.graphics();
        double units = DeviceUnits.enter(graphics, box);
        double inch = units * 25.4 * frame.magnification();
        Viewport viewport = new Viewport(view.extent(), box.width() * units, box.height() * units, inch, view.crs());
        Runnable over = () -> FramePainter.fade(sheet, view, content);
        painter.paint(content.layers(frame), viewport, graphics, over, progress);
        graphics.dispose();
        FramePainter.marks(sheet, view, content, views);
        GridPainter grids = new GridPainter(sheet, view);
        for (GridLines grid : frame.grids()) {
            grids.paint(grid);
        }
        sheet.draw(Sheet.rectangle(box), frame.border());
    }

    private static void text(Sheet sheet, LayoutItem item, String text, TextStyle style, Box box) {
        TextBlock block = TextBlock.of(text, style, box.width());
        if (!block.fits(box)) {
            throw RiskMapException.of("print.text-too-long", item.id());
        }
        block.draw(sheet, box);
    }

    private void stamp(Sheet sheet, LayoutItem.Stamp stamp) {
        String text = fields.fill(stamp.text().text(content.language()), stamp.id());
        if (text.isEmpty()) {
            return;
        }
        TextStyle style = stamp.style().withAlign(TextStyle.Align.CENTRE).withVertical(TextStyle.Vertical.MIDDLE);
        sheet.draw(Sheet.rounded(stamp.box(), 1), new LineStyle(style.colour(), 0.5, null));
        text(sheet, stamp, text, style, stamp.box());
    }

    /** The table that an item shows; null where it may be missing. */
    private Table table(String item, String id, boolean optional) {
        Table found = content.table(id == null ? "" : id).orElse(null);
        if (found == null && !optional) {
            throw RiskMapException.of("print.table-missing", item, id);
        }
        return found;
    }

    private void addFields(CoordinateReferenceSystem crs) {
        fields.put("crs", CrsTitle.of(crs, content.language()));
        double denominator =
                views.isEmpty() ? 0 : views.values().iterator().next().denominator();
        fields.put("scale", denominator > 0 ? scaleText(denominator) : "");
        views.forEach((id, view) -> fields.put("scale." + id.toLowerCase(Locale.ROOT), scaleText(view.denominator())));
        fields.put(
                "page",
                Math.round(layout.page().width()) + " × "
                        + Math.round(layout.page().height()) + " mm");
    }

    /** The numeric scale, {@code 1:100 000}. */
    static String scaleText(double denominator) {
        String digits = Long.toString(Math.round(denominator));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append('\u00a0');
            }
            text.append(digits.charAt(i));
        }
        return "1:" + text;
    }
}
