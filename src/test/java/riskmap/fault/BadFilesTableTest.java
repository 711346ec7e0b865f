package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of the collection of damaged, odd and hostile ones, through the doors a user has: asked about and imported.
 * Valid ones open without loss, others open or are refused in a sentence; none crashes, hangs, connects, changes its
 * source or leaves anything beside it, and half a gigabyte of memory is enough. The table is written to
 * {@code target/bad-files.csv}.
 */
class BadFilesTableTest {
    static final Path CORPUS = Path.of("../shared/data/bad");
    private static final int WORKERS = 2;

    @TempDir
    Path folder;

    @Test
    void everyFileIsOpenedOrRefusedAsTheIndexSays() throws Exception {
        assumeTrue(Files.exists(CORPUS.resolve("INDEX.csv")), "no ../shared/data");
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(CORPUS.resolve("INDEX.csv"))) {
            csv.stream().forEach(rows::add);
        }
        List<BadFileCase> cases = run(rows);
        StringBuilder table = new StringBuilder("format,file,kind,outcome,count,expected,problem,message\n");
        TreeMap<String, Integer> summary = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (BadFileCase one : cases) {
            table.append(one.line()).append('\n');
            summary.merge(one.kind() + " " + one.outcome(), 1, Integer::sum);
            if (!one.problem().isEmpty()) {
                problems.add(one.format() + "/" + one.file() + " (" + one.kind() + "): " + one.problem());
            }
        }
        Files.writeString(Path.of("target/bad-files.csv"), table);
        System.out.println("bad files: " + cases.size() + " " + summary);
        assertThat(problems).isEmpty();
        assertThat(cases).hasSameSizeAs(rows);
    }

    /** The files dealt out to a few processes. */
    private List<BadFileCase> run(List<NamedCsvRecord> rows) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<List<BadFileCase>>> shares = new ArrayList<>();
            for (int share = 0; share < WORKERS; share++) {
                int first = share;
                shares.add(pool.submit(() -> runShare(rows, first)));
            }
            List<BadFileCase> all = new ArrayList<>();
            for (Future<List<BadFileCase>> share : shares) {
                all.addAll(share.get());
            }
            all.sort(java.util.Comparator.comparing(BadFileCase::format).thenComparing(BadFileCase::file));
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<BadFileCase> runShare(List<NamedCsvRecord> rows, int first) throws IOException, InterruptedException {
        List<BadFileCase> done = new ArrayList<>();
        try (BadFileProcess process = new BadFileProcess(folder.resolve("w" + first))) {
            for (int i = first; i < rows.size(); i += WORKERS) {
                NamedCsvRecord row = rows.get(i);
                BadFileSource source = BadFileSource.copy(
                        CORPUS, row.getField("format"), row.getField("file"), folder.resolve("f" + i));
                BadFileProcess.Answer answer = process.ask(row.getField("format"), source.file());
                JsonNode facts = answer.facts();
                done.add(BadFileCase.of(row, source.changes(), answer.failure(), facts));
                source.delete();
            }
        }
        return done;
    }
}
