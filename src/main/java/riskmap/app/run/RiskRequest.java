package riskmap.app.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.app.Answer;
import riskmap.app.TextTable;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.risk.Working;

/** Running a model on a project file and telling what came out. */
public final class RiskRequest {
    private RiskRequest() {}

    /**
     * Runs a model; the results are stored in the project.
     *
     * @param zones name of the model's main layer, such as the risk zones, or null for the usual one
     */
    public static Answer run(Path project, String model, Map<String, String> values, String zones, Progress progress) {
        try (Workspace workspace = Workspace.openReadingFirst(project, progress)) {
            return answer(RiskRuns.run(workspace, model, values, zones, progress));
        }
    }

    /**
     * Repeats a recorded run; not good when something differs.
     *
     * @param run id of the run, or the path of a run file
     */
    public static Answer rerun(Path project, String run, Progress progress) {
        try (Workspace workspace = Workspace.open(project, true, progress)) {
            RiskRuns.Rerun rerun = RunFiles.isFile(run)
                    ? RiskRuns.rerun(workspace, RunFiles.read(Path.of(run)), progress)
                    : RiskRuns.rerun(workspace, run, progress);
            return compared(rerun.runId(), rerun.differences());
        }
    }

    /** What repeating a run showed; not good when something differs. */
    public static Answer compared(String runId, List<Message> found) {
        List<String> differences = found.stream().map(Message::text).toList();
        String text = differences.isEmpty()
                ? Message.of("app.rerun-same", runId).text()
                : Message.of("app.rerun-differs", runId, differences.size()).text() + "\n"
                        + String.join("\n", differences);
        return new Answer(text, Map.of("run", runId, "differences", differences), differences.isEmpty());
    }

    /** A run as text and facts: its tables, what to know, and its id. */
    public static Answer answer(RunRecord record) {
        StringBuilder text = new StringBuilder();
        Map<String, Object> tables = new LinkedHashMap<>();
        for (Table table : record.tables()) {
            text.append(TextTable.text(table)).append('\n');
            tables.put(table.id(), TextTable.facts(table));
        }
        List<String> workings = record.workings().stream().map(Working::text).toList();
        if (!workings.isEmpty()) {
            text.append(Message.of("app.run-workings").text()).append('\n');
            workings.forEach(line -> text.append("  ").append(line).append('\n'));
            text.append('\n');
        }
        List<String> notes = new ArrayList<>();
        record.notes().forEach(note -> notes.add(note.text()));
        notes.forEach(note -> text.append(note).append('\n'));
        String id = record.provenance().runId();
        text.append(Message.of("app.run-stored", id).text());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("run", id);
        facts.put("zones", record.zones());
        facts.put("tables", tables);
        facts.put("workings", workings);
        facts.put("notes", notes);
        return new Answer(text.toString(), facts);
    }
}
