package riskmap.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import riskmap.app.Answer;
import riskmap.app.TextTable;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;

/**
 * {@code riskmap bench DIR}: the tasks of the risk map on the benchmark district ({@code district.gpkg} and {@code
 * dem.tif} in one folder), timed within this program, with the counts and areas that any program must find.
 *
 * <p>Each task runs several times: the first run pays for a cold program, the best one is what a user at the open window
 * waits for. A task's inputs are made before its clock starts.
 */
public final class Benchmarks {
    private static final int RUNS = 3;

    private final Progress progress;
    private final List<List<Object>> rows = new ArrayList<>();
    private int done;

    private Benchmarks(Progress progress) {
        this.progress = progress;
    }

    /**
     * Runs all tasks on a folder's data; nothing is written there.
     *
     * @throws RiskMapException when the folder does not hold the data
     */
    public static Table run(Path folder, Progress progress) {
        for (String name : List.of("district.gpkg", "dem.tif")) {
            if (!Files.isReadable(folder.resolve(name))) {
                throw RiskMapException.of("app.file-missing", folder.resolve(name));
            }
        }
        Benchmarks benchmarks = new Benchmarks(progress);
        new BenchmarkTasks(folder, benchmarks).run();
        return new Table(
                "bench",
                Message.of("app.bench"),
                List.of(
                        new Table.Column("task", Message.of("app.bench-column-task"), "", 0),
                        new Table.Column("first", Message.of("app.bench-column-first"), "s", 3),
                        new Table.Column("best", Message.of("app.bench-column-best"), "s", 3),
                        new Table.Column("result", Message.of("app.bench-column-result"), "", 0)),
                benchmarks.rows);
    }

    /** The same, told to a person or a script. */
    public static Answer answer(Path folder, Progress progress) {
        Table table = run(folder, progress);
        return new Answer(TextTable.text(table), TextTable.facts(table));
    }

    /** Times a task, keeps what it found, and gives its last result. */
    <T> T time(Message task, Supplier<T> work, java.util.function.Function<T, String> found) {
        double first = 0;
        double best = Double.POSITIVE_INFINITY;
        T result = null;
        for (int run = 0; run < RUNS; run++) {
            progress.report(Math.min(0.99, done++ / (double) (RUNS * BenchmarkTasks.COUNT)), task);
            progress.check();
            // the last result is let go first: two of the largest side by side are not part of the task
            result = null;
            long start = System.nanoTime();
            result = work.get();
            double seconds = (System.nanoTime() - start) / 1e9;
            first = run == 0 ? seconds : first;
            best = Math.min(best, seconds);
        }
        rows.add(List.of(task, first, best, found.apply(result)));
        return result;
    }

    /** A number as it is compared: plain digits, so many decimals. */
    static String plain(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
