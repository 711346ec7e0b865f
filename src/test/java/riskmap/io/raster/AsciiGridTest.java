package riskmap.io.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;

class AsciiGridTest {
    private static final String HEADER = "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 10\nnodata_value -9\n";

    private final ImportLog log = new ImportLog();

    @TempDir
    Path folder;

    private Grid read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("depth.asc"), text);
        ReadOptions options = ReadOptions.standard();
        return new AsciiGridFormat().read(file, options, log, Progress.silent());
    }

    @Test
    void remarksBehindTheCellsAreLeftOutAndNoticed() throws IOException {
        Grid grid = read(HEADER + "1 2\n-9 4\nCRS\n\nNOTES made by " + "x".repeat(200) + "\n7\n");
        assertThat(grid.cells()).containsExactly(1, 2, Float.NaN, 4);
        assertThat(log.reasons()).anySatisfy(reason -> {
            assertThat(reason.example().key()).isEqualTo("io.asc-text");
            assertThat(reason.example().text(Language.ENGLISH)).contains("3 lines", "line 9", "CRS");
        });
    }

    @Test
    void aWordAmongTheCellsIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read(HEADER + "1 2\n3 NOTES\n"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("io.asc-value")
                .hasMessageContaining("8");
        assertThatThrownBy(() -> read(HEADER + "1 2\n" + "3".repeat(300) + " 4\n"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("io.asc-value");
    }
}
