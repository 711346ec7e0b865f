package riskmap.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.RiskMapException;
import riskmap.io.ImportLog;

class XlsxRowsWriterTest {
    @TempDir
    private Path folder;

    private final ImportLog log = new ImportLog();

    private interface Rows {
        void write(XlsxRowsWriter writer) throws IOException;
    }

    /** The parts of the workbook, one after the other. */
    private String written(Rows rows) throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0");
                XlsxRowsWriter writer = new XlsxRowsWriter(workbook, "s", log)) {
            rows.write(writer);
        }
        StringBuilder parts = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var part : zip.stream().toList()) {
                parts.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts.toString();
    }

    @Test
    void aColumnNameLongerThanACellIsCutAndTold() throws IOException {
        String parts = written(writer -> {
            writer.header(List.of("a", "n".repeat(40_000)));
            writer.row(List.of(1L, 2L));
        });

        assertThat(parts).contains("n".repeat(32_766)).doesNotContain("n".repeat(32_767));
        assertThat(log.repairedCount()).isEqualTo(1);
    }

    @Test
    void moreColumnsThanASheetHasAreRefusedInWords() {
        assertThatThrownBy(() -> written(writer -> writer.header(Collections.nCopies(16_385, "a"))))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("16385");
    }

    @Test
    void numbersAreWholeAndShownWithTheirDecimals() throws IOException {
        String parts = written(writer -> {
            writer.header(List.of("mean", "year"));
            writer.shown(0, 2);
            writer.shown(1, 0);
            writer.row(List.of(1 / 3.0, 2024L));
        });

        assertThat(parts).contains("0.3333333333333333", "#,##0.00", "2024").doesNotContain("\"#,##0\"");
    }

    @Test
    void daysThatExcelDoesNotCountAreTexts() throws IOException {
        String parts = written(writer -> {
            writer.header(List.of("a", "b", "c", "d"));
            writer.row(List.of(
                    LocalDate.of(1899, 12, 31),
                    LocalDate.of(12024, 1, 1),
                    Instant.parse("1644-06-05T10:00:00Z"),
                    LocalDate.of(1900, 3, 1)));
        });

        assertThat(parts).contains("1899-12-31", "12024-01-01", "1644-06-05T10:00:00Z", "<v>61.0</v>");
    }
}
