package riskmap.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.geotools.geometry.jts.ReferencedEnvelope;
import riskmap.app.Answer;
import riskmap.app.TextTable;
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRuns;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.risk.ContentHash;
import riskmap.risk.Provenance;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;

/**
 * {@code riskmap bench PROJECT.gpkg}: every model of the program on one project, one after another in one process, with
 * its usual values; how long each takes with so many threads, and a sum of all it made, which must be the same with each.
 *
 * <p>A run counts what a user waits for: reading the layers, the checks, the model, and the sums of what came out. Nothing
 * is stored, so models that read what another one stored read what the project holds already.
 */
public final class ModelBenchmark {
    /** Digits of the sum that are shown. */
    private static final int SHOWN = 12;

    private final Workspace project;
    private final int[] threads;
    private final Progress progress;
    private final double[] sums;
    private double processor;

    private ModelBenchmark(Workspace project, int[] threads, Progress progress) {
        this.project = project;
        this.threads = threads.clone();
        this.progress = progress;
        this.sums = new double[threads.length];
    }

    /** Runs all models with each of these numbers of threads; the project is only read. */
    public static Answer answer(Path file, int[] threads, Progress progress) {
        for (int count : threads) {
            if (count < 1) {
                throw RiskMapException.of("app.bench-threads-wrong", Integer.toString(count));
            }
        }
        try (Workspace project = Workspace.open(file, true, progress.part(0, 0))) {
            ModelBenchmark benchmark = new ModelBenchmark(project, threads, progress);
            List<List<Object>> rows = new ArrayList<>();
            boolean same = true;
            for (RiskModel model : RiskModels.all()) {
                List<Object> row = benchmark.row(
                        model, rows.size() / (double) RiskModels.all().size());
                same &= !row.get(row.size() - 1).equals(Message.of("app.bench-differs"));
                rows.add(row);
            }
            rows.add(benchmark.sum());
            Table table = new Table("bench-models", Message.of("app.bench"), benchmark.columns(), rows);
            return new Answer(TextTable.text(table), TextTable.facts(table), same);
        }
    }

    private List<Table.Column> columns() {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("model", Message.of("app.bench-column-model"), "", 0));
        for (int count : threads) {
            columns.add(new Table.Column(
                    "threads_" + count, Message.of("app.bench-column-threads", Integer.toString(count)), "s", 2));
        }
        columns.add(new Table.Column("processor", Message.of("app.bench-column-processor"), "s", 2));
        columns.add(new Table.Column("result", Message.of("app.bench-column-result"), "", 0));
        return columns;
    }

    private List<Object> row(RiskModel model, double done) {
        List<Object> row = new ArrayList<>();
        row.add(model.title());
        double before = processorSeconds();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < threads.length; i++) {
            progress.report(done, model.title());
            progress.check();
            long start = System.nanoTime();
            found.add(result(model, threads[i]));
            double seconds = (System.nanoTime() - start) / 1e9;
            sums[i] += seconds;
            row.add(seconds);
        }
        double used = processorSeconds() - before;
        processor += used;
        row.add(used);
        boolean same = Collections.frequency(found, found.get(0)) == found.size();
        row.add(same ? found.get(0).substring(0, SHOWN) : Message.of("app.bench-differs"));
        return row;
    }

    private List<Object> sum() {
        List<Object> row = new ArrayList<>(List.of(Message.of("app.bench-all")));
        for (double seconds : sums) {
            row.add(seconds);
        }
        row.add(processor);
        row.add("");
        return row;
    }

    /** What a model makes, as one sum. */
    private String result(RiskModel model, int count) {
        ForkJoinPool pool = new ForkJoinPool(count);
        try {
            List<Provenance.Content> made = pool.submit(
                            () -> RiskRuns.tried(project, model, values(model), Progress.silent()))
                    .get();
            return ContentHash.of(made.stream().map(Provenance.Content::sha256).collect(Collectors.joining(" ")));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }

    /** What a model has to be told beside its usual values: a place for the accident, zones that are there. */
    private Map<String, String> values(RiskModel model) {
        Map<String, String> values = new LinkedHashMap<>();
        if (model.id().equals("accident")) {
            ReferencedEnvelope district = district();
            values.put("substance", "chlorine");
            values.put("amount", "1");
            values.put("x", Long.toString(Math.round(district.getMedian(0))));
            values.put("y", Long.toString(Math.round(district.getMedian(1))));
        } else if (model.id().equals("geohazard-warning") && !project.layers().contains("susceptibility_zone")) {
            values.put("zones", RiskRuns.ZONES);
        }
        return values;
    }

    private ReferencedEnvelope district() {
        try {
            return project.features("town").getBounds();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seconds of processor this process has used. */
    private static double processorSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : Double.NaN;
    }
}
