package riskmap.print;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.print.Book;
import java.awt.print.PageFormat;
import java.awt.print.Paper;
import java.awt.print.Printable;
import java.awt.print.PrinterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.map.PageSize;

/**
 * Sends pages to a printer of the system, in their true size: as the pixels that an image output of the same resolution
 * has, so that paper shows what the preview showed.
 */
public final class PagePrinter {
    /** Rows sent at a time. */
    private static final int BAND_ROWS = 512;

    private PagePrinter() {}

    /** Names of the printers there are. */
    public static List<String> names() {
        return Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
                .map(PrintService::getName)
                .sorted()
                .toList();
    }

    /**
     * Prints pages.
     *
     * @param printer its name; empty for the system's usual one
     * @throws RiskMapException when there is no such printer, naming those there are, or when it refuses
     */
    public static void print(List<PageComposer> pages, String printer, PrintOptions options, Progress progress) {
        print(pages, service(printer), options, progress);
    }

    static void print(List<PageComposer> pages, PrintService service, PrintOptions options, Progress progress) {
        Book book = new Book();
        for (PageComposer page : pages) {
            book.append(
                    new Pixels(page, options, progress), format(page.layout().page()));
        }
        PrintRequestAttributeSet attributes = new HashPrintRequestAttributeSet();
        attributes.add(new JobName(pages.get(0).fields().get("title"), null));
        try {
            service.createPrintJob().print(new SimpleDoc(book, DocFlavor.SERVICE_FORMATTED.PAGEABLE, null), attributes);
        } catch (PrintException e) {
            if (e.getCause() instanceof PrinterException cause && cause.getCause() instanceof RiskMapException known) {
                throw known;
            }
            throw new RiskMapException(Message.of("print.printer-failed", service.getName(), e.getMessage()), e);
        }
    }

    private static PrintService service(String name) {
        PrintService usual = name.isBlank() ? PrintServiceLookup.lookupDefaultPrintService() : null;
        if (usual != null) {
            return usual;
        }
        List<String> names = names();
        if (names.isEmpty()) {
            throw name.isBlank()
                    ? RiskMapException.of("print.no-printer")
                    : RiskMapException.of("print.no-printer-called", name);
        }
        return Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
                .filter(service -> service.getName().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> RiskMapException.of("print.printer-missing", name, NameList.of(names)));
    }

    private static PageFormat format(PageSize size) {
        // Java's paper stands upright; a landscape page is a turned one
        double width = Math.min(size.width(), size.height()) / Sheet.POINT;
        double height = Math.max(size.width(), size.height()) / Sheet.POINT;
        Paper paper = new Paper();
        paper.setSize(width, height);
        paper.setImageableArea(0, 0, width, height);
        PageFormat format = new PageFormat();
        format.setPaper(paper);
        format.setOrientation(size.isLandscape() ? PageFormat.LANDSCAPE : PageFormat.PORTRAIT);
        return format;
    }

    /** A page that the printer asks for in pixels, more than once if it likes. */
    private record Pixels(PageComposer page, PrintOptions options, Progress progress) implements Printable {
        @Override
        public int print(java.awt.Graphics target, PageFormat format, int index) {
            Graphics2D graphics = (Graphics2D) target;
            PageBands bands = PageBands.of(
                    page.layout().page(),
                    options.dpi(),
                    (long) BAND_ROWS
                            * Math.max(1, Math.round(page.layout().page().width() * options.dpi() / 25.4)));
            int[] top = {0};
            try {
                bands.paint(page, options.palette(), progress, (pixels, rows) -> {
                    BufferedImage band = new BufferedImage(bands.width(), rows, BufferedImage.TYPE_INT_RGB);
                    band.setRGB(0, 0, bands.width(), rows, pixels, 0, bands.width());
                    AffineTransform place = AffineTransform.getScaleInstance(72 / options.dpi(), 72 / options.dpi());
                    place.translate(0, top[0]);
                    graphics.drawImage(band, place, null);
                    top[0] += rows;
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Printable.PAGE_EXISTS;
        }
    }
}
