package riskmap.app.tool;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.analysis.Output;
import riskmap.app.ProgramVersion;
import riskmap.app.importing.ImportedMap;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.risk.ContentHash;

/** Running a tool on the layers of an open project: the result is a new layer of it, the run is recorded. */
public final class ToolRuns {
    private ToolRuns() {}

    /**
     * What to run.
     *
     * @param operation id of the tool
     * @param inputs name of the input → {@code #layer} of the project or the path of a raster beside it
     * @param parameters values as text; those left out have their default
     * @param result name of the new layer, raster or table
     */
    public record Request(String operation, Map<String, String> inputs, Map<String, String> parameters, String result) {
        public Request {
            inputs = Map.copyOf(inputs);
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * What a run left.
     *
     * @param record its record
     * @param output what the tool made
     */
    public record Outcome(ToolRecord record, Output output) {}

    /**
     * What repeating a run showed.
     *
     * @param runId the run
     * @param differences what is no longer the same; none: all is
     */
    public record Rerun(String runId, List<Message> differences) {
        public Rerun {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Runs a tool and stores what it makes under a new name; sources and results that are there are never replaced.
     *
     * @throws RiskMapException when inputs do not fit, the name is taken, or the project cannot be written
     */
    public static Outcome run(Workspace project, Request request, Progress progress) {
        Operation operation = Operations.byId(request.operation());
        ParameterValues values = ParameterValues.of(operation.parameters(), request.parameters());
        ToolInputs.checkNames(operation, request.inputs());
        ToolResults results = new ToolResults(project);
        results.requireFree(request.result());
        progress.report(0, Message.of("app.step-reading"));
        Inputs inputs = ToolInputs.of(project, request.inputs(), progress.part(0, 0.1));
        ToolInputs.check(operation, inputs, values);
        Map<String, ToolRecord.Content> contents =
                ToolInputs.contents(inputs, request.inputs(), progress.part(0.1, 0.2));
        progress.report(0.2, operation.title());
        Output output = Operations.run(operation, inputs, values, progress.part(0.2, 0.8));
        progress.report(0.8, Message.of("app.step-storing"));
        ToolRecord.Content made = results.store(output, request.result(), progress.part(0.8, 0.98));
        ToolRecord record = record(operation, contents, values, made);
        project.store().putDocument(ToolRecord.PREFIX + record.runId(), record.toJson());
        project.updateMap(map -> ImportedMap.with(project, map, List.of(made.source())));
        return new Outcome(record, output);
    }

    /** The record of a run that made this. */
    static ToolRecord record(
            Operation operation,
            Map<String, ToolRecord.Content> inputs,
            ParameterValues values,
            ToolRecord.Content output) {
        StringBuilder canonical = new StringBuilder(operation.id() + '\n');
        Map<String, String> parameters = values.asText();
        parameters.forEach(
                (key, value) -> canonical.append(key).append('=').append(value).append('\n'));
        inputs.forEach((name, content) ->
                canonical.append(name).append(' ').append(content.sha256()).append('\n'));
        canonical.append(output.source());
        String runId =
                operation.id() + "-" + ContentHash.of(canonical.toString()).substring(0, 12);
        // of two runs in a second the later stands before the other
        String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        return new ToolRecord(runId, operation.id(), ProgramVersion.text(), inputs, parameters, output, time);
    }

    /** Repeats a recorded run without changing the project and compares what comes out. */
    public static Rerun rerun(Workspace project, String runId, Progress progress) {
        ToolRecord recorded = find(project, runId)
                .orElseThrow(() -> RiskMapException.of("app.run-missing", runId, NameList.of(runs(project))));
        Operation operation = Operations.byId(recorded.operation());
        ParameterValues values = ParameterValues.of(operation.parameters(), recorded.parameters());
        List<Message> differences = new ArrayList<>();
        Map<String, String> sources = new java.util.LinkedHashMap<>();
        recorded.inputs().forEach((name, content) -> sources.put(name, content.source()));
        try (SourceReader reader = new SourceReader(project)) {
            Inputs inputs = reader.read(sources, progress.part(0, 0.1));
            ToolInputs.contents(inputs, sources, progress.part(0.1, 0.2)).forEach((name, now) -> {
                ToolRecord.Content then = recorded.inputs().get(name);
                if (!then.sha256().equals(now.sha256())) {
                    differences.add(Message.of("app.tool-input-differs", name, now.source(), then.size(), now.size()));
                }
            });
            Output output = Operations.run(operation, inputs, values, progress.part(0.2, 0.9));
            ToolRecord.Content made =
                    ToolResults.content(output, recorded.output().source(), progress.part(0.9, 1));
            if (!made.sha256().equals(recorded.output().sha256())) {
                differences.add(Message.of(
                        "app.tool-output-differs",
                        made.source(),
                        recorded.output().size(),
                        made.size()));
            }
        }
        return new Rerun(runId, differences);
    }

    /** Ids of the recorded runs of tools. */
    public static List<String> runs(Workspace project) {
        return project.store().documents(ToolRecord.PREFIX).stream()
                .map(key -> key.substring(ToolRecord.PREFIX.length()))
                .toList();
    }

    /** The record of a run. */
    public static Optional<ToolRecord> find(Workspace project, String runId) {
        return project.store().document(ToolRecord.PREFIX + runId).map(text -> ToolRecord.fromJson(text, runId));
    }

    /** All records, the latest first. */
    public static List<ToolRecord> history(Workspace project) {
        return runs(project).stream()
                .flatMap(id -> find(project, id).stream())
                .sorted(Comparator.comparing((ToolRecord run) -> OffsetDateTime.parse(run.time()))
                        .reversed()
                        .thenComparing(ToolRecord::runId))
                .toList();
    }
}
