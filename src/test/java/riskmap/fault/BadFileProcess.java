package riskmap.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link BadFileWorker}, started again where a file has brought it down. */
final class BadFileProcess implements AutoCloseable {
    /** Of computing for one thing the user asks; a file that needs more counts as hanging. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    /** On the clock: other work may hold the machine. */
    private static final Duration WALL = Duration.ofSeconds(40);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the worker said, or why it said nothing. */
    record Answer(JsonNode facts, String failure) {}

    private final Path work;
    private Process process;
    private BufferedReader answers;
    private Writer questions;

    BadFileProcess(Path work) throws IOException {
        this.work = work;
        Files.createDirectories(work.resolve("w"));
        Files.createDirectories(work.resolve("tmp"));
    }

    Answer ask(String format, Path file) throws IOException, InterruptedException {
        if (process == null || !process.isAlive()) {
            start();
        }
        questions.write(format + "\t" + file.toAbsolutePath() + "\n");
        questions.flush();
        CompletableFuture<String> line = CompletableFuture.supplyAsync(this::readLine);
        try {
            String said = line.get(WALL.toMillis(), TimeUnit.MILLISECONDS);
            if (said == null) {
                process.waitFor();
                return new Answer(JSON.createObjectNode(), "process ended " + Child.errors(process));
            }
            JsonNode facts = JSON.readTree(said);
            long spent = facts.path("milliseconds").asLong();
            return new Answer(facts, spent > LIMIT.toMillis() ? "computed for " + spent + " ms" : "");
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly().waitFor();
            return new Answer(JSON.createObjectNode(), "hangs");
        }
    }

    private String readLine() {
        try {
            return answers.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    private void start() throws IOException {
        List<String> options = List.of(
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + work.resolve("tmp").toAbsolutePath(),
                "-Driskmap.settings=" + work.resolve("settings").toAbsolutePath());
        process = Child.start(
                BadFileWorker.class, options, Map.of(), work.resolve("w").toString());
        answers = Child.lines(process);
        questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        if (!"READY".equals(answers.readLine())) {
            throw new IOException(Child.errors(process));
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }
}
