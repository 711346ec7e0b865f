package riskmap.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** An office document packed anew, with the time the report was made in place of the time it was packed. */
final class StableZip {
    private static final String CORE = "docProps/core.xml";
    /** The formats of a workbook, which LibreOffice applies only where they say that they are to be applied. */
    private static final String STYLES = "xl/styles.xml";

    private StableZip() {}

    static void write(byte[] packed, ZonedDateTime created, OutputStream stream) throws IOException {
        LocalDateTime time = created.toLocalDateTime().withNano(0);
        String stamp = DateTimeFormatter.ISO_INSTANT.format(created.toInstant().truncatedTo(ChronoUnit.SECONDS));
        try (ZipFile from = ZipFile.builder().setByteArray(packed).get()) {
            ZipOutputStream to = new ZipOutputStream(stream);
            for (ZipArchiveEntry each : Collections.list(from.getEntries())) {
                ZipEntry entry = new ZipEntry(each.getName());
                entry.setTimeLocal(time);
                to.putNextEntry(entry);
                byte[] part = from.getInputStream(each).readAllBytes();
                if (each.getName().equals(CORE)) {
                    String text = new String(part, StandardCharsets.UTF_8);
                    part = text.replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*(</)", "$1" + stamp + "$3")
                            .getBytes(StandardCharsets.UTF_8);
                }
                if (each.getName().equals(STYLES)) {
                    String text = new String(part, StandardCharsets.UTF_8);
                    part = text.replace("<xf ", "<xf applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" ")
                            .getBytes(StandardCharsets.UTF_8);
                }
                to.write(part);
                to.closeEntry();
            }
            to.finish();
            to.flush();
        }
    }
}
