package riskmap.app.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.app.project.Workspace;

/**
 * Records of runs whose layers a later run has replaced: their tables and parameters stay in the project under
 * {@code former-run:ID}, so that a report can say what has changed since. The newest of each model are kept.
 */
public final class FormerRuns {
    private static final String PREFIX = "former-run:";
    /** How many of each model are kept. */
    private static final int KEPT = 20;

    private FormerRuns() {}

    /** Ids of the former runs in a project. */
    public static List<String> ids(Workspace project) {
        return project.store().documents(PREFIX).stream()
                .map(key -> key.substring(PREFIX.length()))
                .toList();
    }

    /** The record of a former run. */
    public static Optional<RunRecord> find(Workspace project, String runId) {
        return project.store().document(PREFIX + runId).map(text -> RunRecord.fromJson(text, runId));
    }

    /**
     * Adds to the documents that a run stores: what becomes a former run by it is kept as one, the run itself is none any
     * more, and the oldest beyond those kept go.
     */
    static void keep(Workspace project, String model, String runId, Map<String, String> documents) {
        List<String> replaced = documents.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(RunRecord.PREFIX) && entry.getValue() == null)
                .map(entry -> entry.getKey().substring(RunRecord.PREFIX.length()))
                .toList();
        for (String id : replaced) {
            project.store().document(RunRecord.PREFIX + id).ifPresent(text -> documents.put(PREFIX + id, text));
        }
        List<String> known = ids(project);
        if (known.contains(runId)) {
            documents.put(PREFIX + runId, null);
        }
        known.stream()
                .filter(id -> id.startsWith(model + "-") && !id.equals(runId) && !replaced.contains(id))
                .flatMap(id -> find(project, id).stream())
                .sorted(Comparator.comparing(
                                (RunRecord record) -> record.provenance().time())
                        .reversed())
                .skip(Math.max(0, KEPT - replaced.size()))
                .forEach(old -> documents.put(PREFIX + old.provenance().runId(), null));
    }
}
