package riskmap.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.GregorianCalendar;
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
        TargetFile.write(target, stream -> write(page, stream, options, progress));
    }

    private static void write(PageComposer composer, OutputStream stream, PrintOptions options, Progress progress)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(VERSION);
            PageSize size = composer.layout().page();
            double width = size.width() / Sheet.POINT;
            double height = size.height() / Sheet.POINT;
            PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
            document.addPage(page);
            PDResources resources = new PDResources();
            page.setResources(resources);
            PDOptionalContentProperties properties = new PDOptionalContentProperties();
            document.getDocumentCatalog().setOCProperties(properties);
            COSStream content = document.getDocument().createCOSStream();
            try (PdfFonts fonts = new PdfFonts(document, resources)) {
                PdfLayers layers = new PdfLayers(properties, resources, composer.layerTitles());
                PdfCanvas canvas = new PdfCanvas(document, resources, fonts, layers, content, width, height);
                PdfGraphics graphics = new PdfGraphics(canvas);
                graphics.scale(1 / Sheet.POINT, 1 / Sheet.POINT);
                composer.paint(graphics, progress.part(0, 0.8));
                canvas.close();
                page.getCOSObject().setItem(COSName.CONTENTS, content);
                describe(document, composer, options);
                progress.report(0.85, Message.of("print.saving"));
                fonts.subset();
                // Without object streams the time stamp stands in plain text, and all other bytes stay the same.
                document.save(stream, CompressParameters.NO_COMPRESSION);
            }
        }
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
