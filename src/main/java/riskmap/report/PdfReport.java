package riskmap.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.map.PageSize;
import riskmap.print.PdfBook;
import riskmap.print.Sheet;

/** A report as PDF: vector maps, searchable text, bookmarks, page numbers. */
public final class PdfReport implements ReportOutput {
    private static final PageSize PAGE = new PageSize(PageFlow.WIDTH, PageFlow.HEIGHT);

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public void write(ReportDocument document, OutputStream stream, Progress progress) throws IOException {
        Typesetter set = new Typesetter(document).set();
        List<List<PageFlow.Mark>> pages = set.pages();
        try (PdfBook book = new PdfBook(document.inks())) {
            book.describe(new PdfBook.About(
                    document.title(), document.issuer(), "", document.language(), document.created()));
            for (int i = 0; i < pages.size(); i++) {
                progress.check();
                List<PageFlow.Mark> page = pages.get(i);
                book.add(
                        PAGE,
                        set.layers(),
                        (graphics, part) -> paint(page, graphics, part),
                        progress.part(0.9 * i / pages.size(), 0.9 * (i + 1) / pages.size()));
            }
            progress.report(0.92, Message.of("print.saving"));
            book.outline(set.bookmarks());
            book.save(stream);
        }
    }

    /** The pages as pictures, for a preview. */
    public static List<BufferedImage> pictures(ReportDocument document, double dpi, Progress progress) {
        List<List<PageFlow.Mark>> pages = new Typesetter(document).set().pages();
        List<BufferedImage> pictures = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            progress.check();
            int wide = (int) Math.round(PageFlow.WIDTH / 25.4 * dpi);
            int high = (int) Math.round(PageFlow.HEIGHT / 25.4 * dpi);
            BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, wide, high);
            graphics.scale(dpi / 25.4, dpi / 25.4);
            paint(pages.get(i), graphics, progress.part((double) i / pages.size(), (i + 1.0) / pages.size()));
            graphics.dispose();
            pictures.add(document.inks().see(image));
        }
        return pictures;
    }

    private static void paint(List<PageFlow.Mark> page, Graphics2D graphics, Progress progress) {
        Sheet sheet = new Sheet(graphics);
        for (PageFlow.Mark mark : page) {
            progress.check();
            mark.paint(sheet, progress);
        }
    }
}
