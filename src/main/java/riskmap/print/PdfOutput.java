package riskmap.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
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
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.map.PageSize;

/**
 * Vector PDF: shapes as paths, searchable text in embedded subset fonts, a PDF layer per map layer. Two prints of the
 * same page differ in nothing but the time written into the file.
 */
final class PdfOutput implements PrintOutput {
    /** Optional content (layers) and transparency came with PDF 1.5 and 1.4. */
    private static final float VERSION = 1.7f;

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public void write(PageComposer page, Path target, PrintOptions options, Progress progress) {
        write(List.of(page), target, options, progress);
    }

    /** Writes pages one behind the other; the first says what the document is called. */
    static void write(List<PageComposer> pages, Path target, PrintOptions options, Progress progress) {
        TargetFile.write(target, stream -> write(pages, stream, options, progress));
    }

    private static void write(
            List<PageComposer> composers, OutputStream stream, PrintOptions options, Progress progress)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(VERSION);
            // fonts and layers are those of the document: all pages name them in the same resources
            PDResources resources = new PDResources();
            PDOptionalContentProperties properties = new PDOptionalContentProperties();
            document.getDocumentCatalog().setOCProperties(properties);
            PageComposer first = composers.get(0);
            try (PdfFonts fonts = new PdfFonts(document, resources)) {
                PdfLayers layers = new PdfLayers(properties, resources, first.layerTitles());
                for (int i = 0; i < composers.size(); i++) {
                    Progress part = progress.part(0.8 * i / composers.size(), 0.8 * (i + 1) / composers.size());
                    page(document, resources, fonts, layers, composers.get(i), part);
                }
                describe(document, first, options);
                progress.report(0.85, Message.of("print.saving"));
                fonts.subset();
                // Without object streams the time stamp stands in plain text, and all other bytes stay the same.
                document.save(stream, CompressParameters.NO_COMPRESSION);
            }
        }
    }

    private static void page(
            PDDocument document,
            PDResources resources,
            PdfFonts fonts,
            PdfLayers layers,
            PageComposer composer,
            Progress progress) {
        PageSize size = composer.layout().page();
        double width = size.width() / Sheet.POINT;
        double height = size.height() / Sheet.POINT;
        PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
        document.addPage(page);
        page.setResources(resources);
        COSStream content = document.getDocument().createCOSStream();
        PdfCanvas canvas = new PdfCanvas(document, resources, fonts, layers, content, width, height);
        PdfGraphics graphics = new PdfGraphics(canvas);
        graphics.scale(1 / Sheet.POINT, 1 / Sheet.POINT);
        composer.paint(graphics, progress);
        canvas.close();
        page.getCOSObject().setItem(COSName.CONTENTS, content);
    }

    private static void describe(PDDocument document, PageComposer composer, PrintOptions options) {
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
}
