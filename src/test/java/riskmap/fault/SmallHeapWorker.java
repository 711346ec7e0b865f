package riskmap.fault;

import java.nio.file.Path;
import riskmap.app.Failures;
import riskmap.app.check.QualityDesk;
import riskmap.app.importing.ImportRequest;
import riskmap.app.importing.Imports;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.edit.check.Scope;

/**
 * A surveyor whose program has little memory: a step, an import, a check, a step, and so on, in a process of its own with
 * a small heap. Whatever does not fit is told in a line. Says {@code STEP n} once a step is acknowledged, {@code DONE
 * what} or {@code REFUSED what: message}. Arguments: project, files to import.
 */
public final class SmallHeapWorker {
    private SmallHeapWorker() {}

    public static void main(String[] arguments) {
        Path project = Path.of(arguments[0]);
        EditModel model = EditProject.fresh();
        try (Workspace workspace = Workspace.open(project, false, Progress.silent())) {
            step(workspace, model, 11);
            for (int i = 1; i < arguments.length; i++) {
                String source = arguments[i];
                ImportRequest request = ImportRequest.of(project, source).withCrs("EPSG:4550");
                attempt(
                        "import " + Path.of(source).getFileName(),
                        () -> Imports.run(request, workspace, Progress.silent()));
                step(workspace, model, 11 + i);
            }
            attempt("check", () -> new QualityDesk(workspace).check(Scope.all(), Progress.silent()));
            step(workspace, model, 11 + arguments.length);
        }
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
            say("DONE " + what);
        } catch (RuntimeException | Error failure) {
            say("REFUSED " + what + ": " + Failures.message(failure).text());
        }
    }

    private static void step(Workspace workspace, EditModel model, int place) {
        EditOperation step = EditOperation.parse("+stop:" + place + ":1");
        EditProject.perform(workspace.edits(), model, step);
        model.apply(step);
        say("STEP " + place);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
