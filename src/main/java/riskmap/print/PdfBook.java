package riskmap.print;

import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.map.PageSize;

/**
 * A PDF of one or more pages that share fonts and layers: vector, its text searchable in embedded subset fonts. Two books
 * of the same pages differ in nothing but the time written into the file. A page that fails leaves no trace.
 */
public final class PdfBook implements AutoCloseable {
    /** Optional content (layers) and transparency came with PDF 1.5 and 1.4. */
    private static final float VERSION = 1.7f;

    private final InkPalette palette;
    private final PDDocument document = new PDDocument();
    private final PDOptionalContentProperties properties = new PDOptionalContentProperties();
    private final PDResources resources = new PDResources();
    private final PdfFonts fonts = new PdfFonts(document, resources);
    private final PdfLayers layers = new PdfLayers(properties, resources);
    private final List<String> names = new ArrayList<>();

    /** A page to be painted. */
    @FunctionalInterface
    public interface Leaf {
        /** Paints it; user space is millimetres from the top left corner of the sheet. */
        void paint(Graphics2D millimetres, Progress progress);
    }

    /**
     * An entry of the table of contents beside the pages.
     *
     * @param depth 1 for the outermost
     * @param text what it is called
     * @param page from 0
     * @param top where on the page, in millimetres; 0 for the whole page
     */
    public record Bookmark(int depth, String text, int page, double top) {}

    /** What the file says about itself. */
    public record About(String title, String author, String subject, Language language, ZonedDateTime created) {}

    /** Begins an empty book for the inks of a palette. */
    public PdfBook(InkPalette palette) {
        this.palette = palette;
        document.setVersion(VERSION);
        document.getDocumentCatalog().setOCProperties(properties);
    }

    /**
     * Adds a page.
     *
     * @param titles of the layers in maps on the page, by id
     */
    public void add(PageSize size, Map<String, String> titles, Leaf leaf, Progress progress) {
        document.addPage(painted(size, titles, palette, leaf, progress));
    }

    /** Adds a sheet with the coordinates of its maps; the first says what the book is called. */
    void add(PageComposer composer, ZonedDateTime created, Progress progress) {
        PDPage page = painted(
                composer.layout().page(), composer.layerTitles(), composer.inks(palette), composer::paint, progress);
        PdfRegistration.add(page, composer);
        document.addPage(page);
        names.add(composer.fields().get("page-name"));
        if (document.getNumberOfPages() == 1) {
            describe(new About(
                    composer.fields().get("title"),
                    composer.fields().get("maker"),
                    composer.layout().title().text(composer.language()),
                    composer.language(),
                    created));
        }
    }

    private PDPage painted(PageSize size, Map<String, String> titles, InkPalette inks, Leaf leaf, Progress progress) {
        double width = size.width() / Sheet.POINT;
        double height = size.height() / Sheet.POINT;
        COSStream content = document.getDocument().createCOSStream();
        layers.titles(titles);
        PdfCanvas canvas = new PdfCanvas(document, resources, fonts, layers, content, width, height, inks);
        PdfGraphics graphics = new PdfGraphics(canvas);
        graphics.scale(1 / Sheet.POINT, 1 / Sheet.POINT);
        leaf.paint(graphics, progress);
        canvas.close();
        PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
        page.setResources(resources);
        page.getCOSObject().setItem(COSName.CONTENTS, content);
        return page;
    }

    /** Says what the file says about itself. */
    public void describe(About about) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(about.title());
        information.setAuthor(about.author());
        if (!about.subject().isEmpty()) {
            information.setSubject(about.subject());
        }
        information.setCreator("riskmap");
        information.setProducer("riskmap");
        GregorianCalendar created = GregorianCalendar.from(about.created());
        information.setCreationDate(created);
        information.setModificationDate(created);
        document.setDocumentId(about.created().toEpochSecond());
        document.getDocumentCatalog().setLanguage(about.language() == Language.CHINESE ? "zh-CN" : "en");
    }

    /** Adds the table of contents; once, after the pages. */
    public void outline(List<Bookmark> bookmarks) {
        if (bookmarks.isEmpty()) {
            return;
        }
        PDDocumentOutline root = new PDDocumentOutline();
        document.getDocumentCatalog().setDocumentOutline(root);
        List<PDOutlineNode> parents = new ArrayList<>(List.of(root));
        for (Bookmark bookmark : bookmarks) {
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(bookmark.text());
            item.setDestination(place(bookmark));
            int depth = Math.max(1, Math.min(bookmark.depth(), parents.size()));
            while (parents.size() > depth) {
                parents.remove(parents.size() - 1);
            }
            parents.get(depth - 1).addLast(item);
            parents.add(item);
        }
        root.openNode();
    }

    private PDPageDestination place(Bookmark bookmark) {
        PDPage page = document.getPage(bookmark.page());
        PDPageDestination place;
        if (bookmark.top() <= 0) {
            place = new PDPageFitDestination();
        } else {
            PDPageXYZDestination point = new PDPageXYZDestination();
            point.setTop((int) Math.round(page.getMediaBox().getHeight() - bookmark.top() / Sheet.POINT));
            place = point;
        }
        place.setPage(page);
        return place;
    }

    /** Writes it; once. Several sheets get a table of contents of their names. */
    public void save(OutputStream stream) throws IOException {
        if (names.size() > 1) {
            List<Bookmark> sheets = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                sheets.add(new Bookmark(1, names.get(i).isEmpty() ? "" + (i + 1) : names.get(i), i, 0));
            }
            outline(sheets);
        }
        fonts.subset();
        // Without object streams the time stamp stands in plain text, and all other bytes stay the same.
        document.save(stream, CompressParameters.NO_COMPRESSION);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
