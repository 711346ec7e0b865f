package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;
import riskmap.base.Progress;

class PdfOutputTest {
    @TempDir
    Path folder;

    @Test
    void aPageIsWritten() {
        Path out = Path.of(System.getProperty("page.out", folder.toString())).resolve("page.pdf");
        PageComposer page = PageFixture.page("one-map-a3", Language.CHINESE);
        new PdfOutput().write(page, out, PrintOptions.now(), Progress.silent());
        assertThat(out).exists();
    }
}
