package riskmap.app.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import riskmap.app.Failures;
import riskmap.app.project.Workspace;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Progress;

/**
 * Several imports into an open project, each with its own settings, one after the other. Each is done whole or not at
 * all; one that fails or is stopped leaves those before it as they are.
 */
public final class ImportBatch {
    private ImportBatch() {}

    /**
     * What became of one of them.
     *
     * @param request what was asked for
     * @param outcomes of its layers; none for a raster
     * @param failure what stood against it, or null
     */
    public record Result(ImportRequest request, List<ImportOutcome> outcomes, Message failure) {
        public Result {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Finds out what they would do, each by itself; nothing is written. */
    public static List<Result> dryRun(List<ImportRequest> requests, Workspace workspace, Progress progress) {
        return each(requests, workspace, true, progress);
    }

    /** Imports; when stopped, what was finished before is told, the rest was not begun. */
    public static List<Result> run(List<ImportRequest> requests, Workspace workspace, Progress progress) {
        return each(requests, workspace, false, progress);
    }

    private static List<Result> each(
            List<ImportRequest> requests, Workspace workspace, boolean dry, Progress progress) {
        List<Result> results = new ArrayList<>();
        Set<String> replaced = new HashSet<>();
        boolean stopped = false;
        for (int i = 0; i < requests.size(); i++) {
            ImportRequest request = requests.get(i);
            Progress share = progress.part((double) i / requests.size(), (i + 1.0) / requests.size());
            // the rows of a first source are not replaced by those of the second
            boolean again = request.mode() == ImportMode.REPLACE && !replaced.add(String.valueOf(request.layer()));
            ImportRequest mine = again ? request.with(ImportMode.APPEND, null) : request;
            try {
                stopped |= progress.isCancelled();
                List<ImportOutcome> outcomes = stopped
                        ? List.of()
                        : dry ? Imports.dryRun(mine, workspace, share) : Imports.run(mine, workspace, share);
                results.add(new Result(mine, outcomes, stopped ? Message.of("app.import-stopped") : null));
            } catch (CancelledException cancelled) {
                stopped = true;
                results.add(new Result(mine, List.of(), Message.of("app.import-stopped")));
            } catch (RuntimeException failure) {
                results.add(new Result(mine, List.of(), Failures.message(failure)));
            }
        }
        return results;
    }
}
