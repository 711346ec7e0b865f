package riskmap.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.map.PageSize;

/**
 * A PDF of one or more pages that share fonts and layers. Two books of the same pages differ in nothing but the time
 * written into the file. A page that fails leaves no trace.
 */
final class PdfPages implements AutoCloseable {
    /** Optional content (layers) and transparency came with PDF 1.5 and 1.4. */
    private static final float VERSION = 1.7f;

    private final PrintOptions options;
    private final PDDocument document = new PDDocument();
    private final PDOptionalContentProperties properties = new PDOptionalContentProperties();
    private final PDResources resources = new PDResources();
    private final PdfFonts fonts = new PdfFonts(document, resources);
    private final PdfLayers layers = new PdfLayers(properties, resources);
    private final List<String> names = new ArrayList<>();

    PdfPages(PrintOptions options) {
        this.options = options;
        document.setVersion(VERSION);
        document.getDocumentCatalog().setOCProperties(properties);
    }

    /** Adds a page. */
    void add(PageComposer composer, Progress progress) {
        PageSize size = composer.layout().page();
        double width = size.width() / Sheet.POINT;
        double height = size.height() / Sheet.POINT;
        COSStream content = document.getDocument().createCOSStream();
        layers.titles(composer.layerTitles());
        PdfCanvas canvas = new PdfCanvas(document, resources, fonts, layers, content, width, height, options.palette());
        PdfGraphics graphics = new PdfGraphics(canvas);
        graphics.scale(1 / Sheet.POINT, 1 / Sheet.POINT);
        composer.paint(graphics, progress);
        canvas.close();
        PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
        page.setResources(resources);
        page.getCOSObject().setItem(COSName.CONTENTS, content);
        PdfRegistration.add(page, composer);
        document.addPage(page);
        names.add(composer.fields().get("page-name"));
        if (document.getNumberOfPages() == 1) {
            describe(composer);
        }
    }

    /** Writes it; once. */
    void save(OutputStream stream) throws IOException {
        if (names.size() > 1) {
            outline();
        }
        fonts.subset();
        // Without object streams the time stamp stands in plain text, and all other bytes stay the same.
        document.save(stream, CompressParameters.NO_COMPRESSION);
    }

    /** The names of the pages, to jump to. */
    private void outline() {
        PDDocumentOutline outline = new PDDocumentOutline();
        for (int i = 0; i < names.size(); i++) {
            PDPageFitDestination place = new PDPageFitDestination();
            place.setPage(document.getPage(i));
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(names.get(i).isEmpty() ? "" + (i + 1) : names.get(i));
            item.setDestination(place);
            outline.addLast(item);
        }
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    private void describe(PageComposer composer) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(composer.fields().get("title"));
        information.setAuthor(composer.fields().get("maker"));
        information.setSubject(composer.layout().title().text(composer.language()));
        information.setCreator("riskmap");
        information.setProducer("riskmap");
        GregorianCalendar created = GregorianCalendar.from(options.created());
        information.setCreationDate(created);
        information.setModificationDate(created);
        document.setDocumentId(options.created().toEpochSecond());
        boolean chinese = composer.language() == Language.CHINESE;
        document.getDocumentCatalog().setLanguage(chinese ? "zh-CN" : "en");
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
