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
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.map.PageSize;

/**
 * A PDF of several pages of one size, with bookmarks: vector, its text searchable in embedded subset fonts. Two of the
 * same pages differ in nothing but the time written into the file.
 */
public final class PdfBook {
    private static final float VERSION = 1.7f;

    private PdfBook() {}

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
     * @param top where on the page, in millimetres
     */
    public record Bookmark(int depth, String text, int page, double top) {}

    /** What the file says about itself. */
    public record About(String title, String author, Language language, ZonedDateTime created) {}

    /**
     * Writes the pages.
     *
     * @param layers titles of the layers in maps on the pages, by id
     */
    public static void write(
            OutputStream stream,
            PageSize size,
            List<Leaf> leaves,
            List<Bookmark> bookmarks,
            Map<String, String> layers,
            About about,
            Progress progress)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(VERSION);
            PDResources resources = new PDResources();
            PDOptionalContentProperties properties = new PDOptionalContentProperties();
            document.getDocumentCatalog().setOCProperties(properties);
            PdfLayers named = new PdfLayers(properties, resources);
            named.titles(layers);
            double width = size.width() / Sheet.POINT;
            double height = size.height() / Sheet.POINT;
            PdfFonts fonts = new PdfFonts(document, resources);
            for (int i = 0; i < leaves.size(); i++) {
                progress.check();
                Progress part = progress.part(0.9 * i / leaves.size(), 0.9 * (i + 1) / leaves.size());
                PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
                document.addPage(page);
                page.setResources(resources);
                COSStream content = document.getDocument().createCOSStream();
                PdfCanvas canvas =
                        new PdfCanvas(document, resources, fonts, named, content, width, height, InkPalette.SCREEN);
                PdfGraphics graphics = new PdfGraphics(canvas);
                graphics.scale(1 / Sheet.POINT, 1 / Sheet.POINT);
                leaves.get(i).paint(graphics, part);
                canvas.close();
                page.getCOSObject().setItem(COSName.CONTENTS, content);
            }
            outline(document, bookmarks, height);
            describe(document, about);
            progress.report(0.92, Message.of("print.saving"));
            fonts.subset();
            // as for single pages: the time stamp in plain text, all other bytes the same
            document.save(stream, CompressParameters.NO_COMPRESSION);
        }
    }

    private static void outline(PDDocument document, List<Bookmark> bookmarks, double height) {
        if (bookmarks.isEmpty()) {
            return;
        }
        PDDocumentOutline root = new PDDocumentOutline();
        document.getDocumentCatalog().setDocumentOutline(root);
        List<PDOutlineNode> parents = new ArrayList<>(List.of(root));
        for (Bookmark bookmark : bookmarks) {
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(bookmark.text());
            PDPageXYZDestination place = new PDPageXYZDestination();
            place.setPage(document.getPage(bookmark.page()));
            place.setTop((int) Math.round(height - bookmark.top() / Sheet.POINT));
            item.setDestination(place);
            int depth = Math.max(1, Math.min(bookmark.depth(), parents.size()));
            while (parents.size() > depth) {
                parents.remove(parents.size() - 1);
            }
            parents.get(depth - 1).addLast(item);
            parents.add(item);
        }
        root.openNode();
    }

    private static void describe(PDDocument document, About about) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(about.title());
        information.setAuthor(about.author());
        information.setCreator("riskmap");
        information.setProducer("riskmap");
        GregorianCalendar created = GregorianCalendar.from(about.created());
        information.setCreationDate(created);
        information.setModificationDate(created);
        document.setDocumentId(about.created().toEpochSecond());
        document.getDocumentCatalog().setLanguage(about.language() == Language.CHINESE ? "zh-CN" : "en");
    }
}
