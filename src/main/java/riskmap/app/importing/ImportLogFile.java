package riskmap.app.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import riskmap.app.ProgramVersion;
import riskmap.app.project.TableFiles;
import riskmap.base.FileProblem;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.io.ImportLog;
import riskmap.io.NewFiles;
import riskmap.io.Place;

/**
 * The log of an import or a dry run as a file to keep or to send back: a text for people, or a table with a row for each
 * place. Everything the import kept is in it, not only what fits the screen.
 */
public final class ImportLogFile {
    private static final Set<String> ENDINGS = Set.of("txt", "csv", "xlsx");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Path project;
    private final boolean dry;
    private final List<Part> parts = new ArrayList<>();

    /** What became of one source: lines in words, and the log of its features (none where it failed). */
    private record Part(String source, String target, List<Message> lines, ImportLog log) {}

    ImportLogFile(Path project, boolean dry) {
        this.project = project;
        this.dry = dry;
    }

    /** What became of sources in an open project. */
    public static ImportLogFile of(Path project, boolean dry, List<ImportBatch.Result> results) {
        ImportLogFile file = new ImportLogFile(project, dry);
        for (ImportBatch.Result result : results) {
            result.outcomes().forEach(file::add);
            if (result.outcomes().isEmpty()) {
                Message what = result.failure() == null ? Message.of("app.import-log-raster") : result.failure();
                String source = NameList.of(result.request().sources()).in(Language.current());
                file.parts.add(new Part(source, "", List.of(what), new ImportLog()));
            }
        }
        return file;
    }

    void add(ImportOutcome outcome) {
        parts.add(new Part(outcome.source(), outcome.layer(), outcome.lines(), outcome.log()));
    }

    /** A raster, or whatever else is told by its log alone. */
    void add(String target, ImportLog log) {
        parts.add(new Part(target, target, List.of(), log));
    }

    /** A line about the whole. */
    void note(Message note) {
        parts.add(new Part("", "", List.of(note), new ImportLog()));
    }

    /** Refuses a name whose ending says nothing that a log can be written as. */
    static void checkEnding(Path target) {
        if (!ENDINGS.contains(ending(target))) {
            throw RiskMapException.of("app.import-log-ending", target, "txt, csv, xlsx");
        }
    }

    private static String ending(Path target) {
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * Writes it; what was there is replaced when it is complete.
     *
     * @param target ends with .txt, .csv or .xlsx
     */
    public void write(Path target, Progress progress) {
        checkEnding(target);
        if (!ending(target).equals("txt")) {
            TableFiles.write(table(), target, progress);
            return;
        }
        String name = target.getFileName().toString();
        try (NewFiles files = new NewFiles(target)) {
            Files.writeString(files.path(name), text(), StandardCharsets.UTF_8);
            files.finish();
        } catch (IOException e) {
            throw new RiskMapException(Message.of("io.file-unwritable", target, FileProblem.reason(e)), e);
        }
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        String what = dry ? "app.import-log-head-dry" : "app.import-log-head";
        lines.add(Message.of(what, project).text());
        lines.add(Message.of("app.import-log-when", WHEN.format(LocalDateTime.now()), ProgramVersion.text())
                .text());
        for (Part part : parts) {
            lines.add("");
            if (!part.source().isEmpty()) {
                lines.add(part.source() + (part.target().isEmpty() ? "" : " → " + part.target()));
            }
            part.lines().forEach(line -> lines.add("  " + line.text()));
            for (ImportLog.Reason reason : part.log().reasons()) {
                lines.add("  " + reason.message().text());
                if (reason.kind() != ImportLog.Kind.NOTICE) {
                    reason.entries()
                            .forEach(entry ->
                                    lines.add("    " + entry.place().message().text() + "  "
                                            + entry.reason().text()));
                    more(reason).ifPresent(more -> lines.add("    " + more.text()));
                }
            }
        }
        // Windows' editor shows a file without the mark in its own encoding
        return "\uFEFF" + String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static java.util.Optional<Message> more(ImportLog.Reason reason) {
        long left = reason.count() - reason.entries().size();
        return left > 0
                ? java.util.Optional.of(Message.of("app.import-log-more", Long.toString(left)))
                : java.util.Optional.empty();
    }

    private Table table() {
        List<Table.Column> columns = new ArrayList<>();
        for (String key : List.of("source", "layer", "kind", "count", "place", "x", "y", "text")) {
            int decimals = key.equals("x") || key.equals("y") ? 6 : 0;
            columns.add(new Table.Column(key, Message.of("app.import-log-" + key), "", decimals));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Part part : parts) {
            part.lines().forEach(line -> rows.add(row(part, "app.import-log-result", null, null, line)));
            for (ImportLog.Reason reason : part.log().reasons()) {
                String kind = "app.import-log-" + reason.kind().name().toLowerCase(Locale.ROOT);
                reason.entries().forEach(entry -> rows.add(row(part, kind, 1L, entry.place(), entry.reason())));
                long left = reason.count() - reason.entries().size();
                more(reason).ifPresent(more -> rows.add(row(part, kind, left, null, reason.example())));
            }
        }
        return new Table("import-log", Message.of("app.import-log"), columns, rows);
    }

    private static List<Object> row(Part part, String kind, Long count, Place place, Message text) {
        List<Object> row = new ArrayList<>(List.of(part.source(), part.target(), Message.of(kind)));
        boolean placed = place != null && place.hasCoordinates();
        row.add(count);
        row.add(place == null ? null : place.message());
        row.add(placed ? place.x() : null);
        row.add(placed ? place.y() : null);
        row.add(text);
        return java.util.Collections.unmodifiableList(row);
    }
}
