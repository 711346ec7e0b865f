package riskmap.app.tool;

import java.nio.file.Path;
import riskmap.app.Answer;
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRequest;
import riskmap.base.Progress;

/** Repeating recorded runs, of models and of tools alike. */
public final class Reruns {
    private Reruns() {}

    /** Repeats a recorded run without changing the project; not good when something differs. */
    public static Answer repeat(Path project, String runId, Progress progress) {
        try (Workspace workspace = Workspace.open(project, true, progress)) {
            if (ToolRuns.find(workspace, runId).isPresent()) {
                return RiskRequest.compared(
                        runId, ToolRuns.rerun(workspace, runId, progress).differences());
            }
        }
        return RiskRequest.rerun(project, runId, progress);
    }
}
