package riskmap.app.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import riskmap.app.Answer;
import riskmap.base.Message;
import riskmap.io.ImportLog;

/** What became of an import or export, layer by layer, in words and as facts. */
public final class ImportReport {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> layers = new ArrayList<>();
    private final List<ImportOutcome> outcomes = new ArrayList<>();
    private final List<Consumer<ImportLogFile>> told = new ArrayList<>();

    /** Adds what happened on the way of the features into one target. */
    public void add(String target, ImportLog log) {
        String counts = Message.of(
                        "app.import-counts",
                        target,
                        Long.toString(log.readCount()),
                        Long.toString(log.writtenCount()),
                        Long.toString(log.repairedCount()),
                        Long.toString(log.skippedCount()))
                .text();
        add(target, counts, log);
    }

    /** Adds what is to be told of a raster: it has no features to be counted. */
    void addRaster(String target, ImportLog log) {
        add(target, target, log);
    }

    private void add(String target, String line, ImportLog log) {
        text.append(line).append('\n');
        for (ImportLog.Reason reason : log.reasons()) {
            text.append("  ").append(reason.message().text()).append('\n');
        }
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("target", target);
        fact.putAll(log.toMap());
        layers.add(fact);
        told.add(file -> file.add(target, log));
    }

    /** Adds what became of the rows of one source. */
    public void add(ImportOutcome outcome) {
        text.append(Message.of(
                                "app.import-into",
                                outcome.source(),
                                outcome.layer(),
                                outcome.mode().title())
                        .text())
                .append('\n');
        for (Message line : outcome.lines()) {
            text.append("  ").append(line.text()).append('\n');
        }
        for (ImportLog.Reason reason : outcome.log().reasons()) {
            text.append("  ").append(reason.message().text()).append('\n');
        }
        layers.add(outcome.toMap());
        outcomes.add(outcome);
        told.add(file -> file.add(outcome));
    }

    /** Adds a line about the whole. */
    void note(Message message) {
        text.append("! ").append(message.text()).append('\n');
        told.add(file -> file.note(message));
    }

    /** Everything that was added, to be written to a file. */
    ImportLogFile logFile(Path project, boolean dry) {
        ImportLogFile file = new ImportLogFile(project, dry);
        told.forEach(part -> part.accept(file));
        return file;
    }

    List<ImportOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    public Answer answer(Path project) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("project", project.toString());
        facts.put("layers", layers);
        return new Answer(text.toString(), facts);
    }
}
