package riskmap.print;

import java.nio.file.Path;
import java.util.List;
import riskmap.base.Message;
import riskmap.base.Progress;

/**
 * Vector PDF: shapes as paths, searchable text in embedded subset fonts, a PDF layer per map layer. Two prints of the
 * same page differ in nothing but the time written into the file.
 */
final class PdfOutput implements PrintOutput {
    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public void prepare() {
        PdfFaces.prepare();
    }

    @Override
    public void write(PageComposer page, Path target, PrintOptions options, Progress progress) {
        write(List.of(page), target, options, progress);
    }

    /** Writes pages one behind the other; the first says what the document is called. */
    static void write(List<PageComposer> pages, Path target, PrintOptions options, Progress progress) {
        TargetFile.write(target, stream -> {
            try (PdfBook book = new PdfBook(options.palette())) {
                for (int i = 0; i < pages.size(); i++) {
                    book.add(
                            pages.get(i),
                            options.created(),
                            progress.part(0.8 * i / pages.size(), 0.8 * (i + 1) / pages.size()));
                }
                progress.report(0.85, Message.of("print.saving"));
                book.save(stream);
            }
        });
    }
}
