package riskmap.app.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.app.Answer;
import riskmap.app.TextTable;
import riskmap.app.project.Workspace;
import riskmap.base.FileProblem;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.base.SafeFile;
import riskmap.risk.RiskModels;

/**
 * Run files: the record of a run as JSON in a file of its own, with the inputs and results by SHA-256, all parameters and
 * the versions of model and program. Another copy of the project repeats the run from it and tells what differs.
 */
public final class RunFiles {
    private RunFiles() {}

    /** Writes the record of a run. */
    public static void write(RunRecord run, Path file) {
        try {
            SafeFile.write(file, run.toJson().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.io-failed", FileProblem.reason(e)), e);
        }
    }

    /**
     * Reads a run file.
     *
     * @throws RiskMapException when there is none or it is no run file
     */
    public static RunRecord read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw RiskMapException.of("app.file-missing", file);
            }
            return RunRecord.fromJson(Files.readString(file), file.getFileName().toString());
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.run-record-wrong", file.getFileName()), e);
        }
    }

    /** Whether a text is the path of a file and not the id of a run. */
    static boolean isFile(String text) {
        try {
            return text.endsWith(".json") || Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The runs of a project, the latest first: when, which model, and its id. */
    public static Answer list(Path project, Progress progress) {
        try (Workspace workspace = Workspace.open(project, true, progress)) {
            List<RunRecord> found = new ArrayList<>();
            RiskRuns.runs(workspace).forEach(id -> RiskRuns.find(workspace, id).ifPresent(found::add));
            found.sort(Comparator.comparing((RunRecord run) -> run.provenance().time())
                    .reversed());
            List<List<String>> lines = new ArrayList<>();
            List<Object> facts = new ArrayList<>();
            for (RunRecord run : found) {
                String model = run.provenance().model();
                String title = RiskModels.all().stream()
                        .filter(each -> each.id().equals(model))
                        .findFirst()
                        .map(each -> each.title().text())
                        .orElse(model);
                lines.add(List.of(
                        run.provenance().runId(),
                        run.provenance().time(),
                        title,
                        NameList.of(run.zones()).in(Language.current())));
                Map<String, Object> fact = new LinkedHashMap<>();
                fact.put("run", run.provenance().runId());
                fact.put("time", run.provenance().time());
                fact.put("model", model);
                fact.put("layers", run.zones());
                facts.add(fact);
            }
            return new Answer(
                    lines.isEmpty() ? Message.of("app.runs-none").text() : TextTable.columns(lines, null), facts);
        }
    }

    /** Everything about a run; written to a run file where one is given. */
    public static Answer show(Path project, String runId, Path file, Progress progress) {
        try (Workspace workspace = Workspace.open(project, true, progress)) {
            RunRecord run = RiskRuns.find(workspace, runId)
                    .orElseThrow(
                            () -> RiskMapException.of("app.run-missing", runId, NameList.of(RiskRuns.runs(workspace))));
            if (file == null) {
                return RiskRequest.answer(run);
            }
            write(run, file);
            return new Answer(
                    Message.of("app.run-file-written", runId, file).text(),
                    Map.of("run", runId, "file", file.toString()));
        }
    }
}
