package riskmap.print;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/** Writes many pages into one PDF. A page that fails is told of and the others go on. */
public final class AtlasOutput {
    private AtlasOutput() {}

    /**
     * A page that is put together when its turn comes.
     *
     * @param name by which it is told of when it fails
     */
    public record Page(String name, Supplier<PageComposer> composer) {}

    /**
     * Writes the pages.
     *
     * @param failed told of every page that could not be made
     * @return how many pages there are; when none could be made, nothing is written
     */
    public static int write(
            List<Page> pages, Path target, PrintOptions options, Consumer<Message> failed, Progress progress) {
        List<String> made = new ArrayList<>();
        TargetFile.write(target, stream -> {
            try (PdfBook book = new PdfBook(options.palette())) {
                for (int i = 0; i < pages.size(); i++) {
                    Page page = pages.get(i);
                    progress.check();
                    progress.report((double) i / pages.size(), Message.of("print.painting", page.name()));
                    if (attempt(
                            page.name(),
                            failed,
                            () -> book.add(page.composer().get(), options.created(), Progress.silent()))) {
                        made.add(page.name());
                    }
                }
                if (made.isEmpty()) {
                    throw RiskMapException.of("print.no-page", target.getFileName());
                }
                progress.report(1, Message.of("print.saving"));
                book.save(stream);
            }
        });
        return made.size();
    }

    /** Does something for a page; false when it fails, which is told. */
    public static boolean attempt(String page, Consumer<Message> failed, Runnable action) {
        try {
            action.run();
            return true;
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (RiskMapException e) {
            failed.accept(Message.of("print.page-failed", page, e.userMessage()));
        } catch (RuntimeException e) {
            failed.accept(Message.of("print.page-failed", page, "" + e.getMessage()));
        }
        return false;
    }
}
