package riskmap.io.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import riskmap.base.Message;
import riskmap.io.Encodings;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.SourceFiles;

/**
 * Which encoding a DBF table is in: what the user said, else what the .cpg file or the language id says unless the bytes
 * contradict it, else what the bytes look like.
 *
 * <p><b>Source:</b> language driver ids: dBase and FoxPro code page table as used by Esri.
 */
final class DbfEncoding {
    /** Values looked at; enough to tell, a second for the largest tables. */
    private static final int SAMPLES = 2000;
    /** Longest .cpg file taken seriously. */
    private static final int CPG_BYTES = 64;

    private static final Map<Integer, String> LANGUAGES = Map.ofEntries(
            Map.entry(0x01, "437"),
            Map.entry(0x02, "850"),
            Map.entry(0x03, "1252"),
            Map.entry(0x13, "932"),
            Map.entry(0x4d, "936"),
            Map.entry(0x4e, "949"),
            Map.entry(0x4f, "950"),
            Map.entry(0x65, "866"),
            Map.entry(0x78, "950"),
            Map.entry(0x79, "949"),
            Map.entry(0x7a, "936"),
            Map.entry(0x7b, "932"),
            Map.entry(0xc8, "1250"),
            Map.entry(0xc9, "1251"),
            Map.entry(0xcb, "1253"),
            Map.entry(0xca, "1254"));

    private DbfEncoding() {}

    static Charset find(Path cpg, DbfReader table, ReadOptions options, ImportLog log) throws IOException {
        if (options.encoding() != null) {
            log.encoding(options.encoding().name(), Message.of("io.encoding-by-user"));
            return options.encoding();
        }
        List<byte[]> samples = table.samples(SAMPLES);
        Charset byFile = byFile(cpg);
        Charset stated = byFile != null ? byFile : byLanguage(table.language());
        if (stated != null && samples.stream().allMatch(piece -> Encodings.isPossible(piece, stated))) {
            log.encoding(
                    stated.name(),
                    byFile != null
                            ? Message.of("io.encoding-by-cpg")
                            : Message.of("io.encoding-by-language", Integer.toString(table.language())));
            return stated;
        }
        Charset detected = Encodings.detect(samples);
        log.encoding(detected.name(), Encodings.reason(samples, detected));
        if (stated != null) {
            log.notice(Message.of("io.encoding-contradicted", stated.name(), detected.name()));
        } else if (!samples.isEmpty()) {
            log.notice(Message.of("io.encoding-detected", detected.name()));
        }
        return detected;
    }

    private static Charset byFile(Path cpg) {
        return cpg == null
                ? null
                : Encodings.find(new String(SourceFiles.head(cpg, CPG_BYTES), StandardCharsets.ISO_8859_1).strip());
    }

    private static Charset byLanguage(int language) {
        String page = LANGUAGES.get(language);
        return page == null ? null : Encodings.find(page);
    }
}
