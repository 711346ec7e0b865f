package riskmap.ui.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRuns;
import riskmap.app.run.RunFiles;
import riskmap.app.run.RunRecord;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.risk.Provenance;
import riskmap.risk.RiskModels;
import riskmap.ui.form.SourceTitles;
import riskmap.ui.look.LocalTime;
import riskmap.ui.task.TasksViewModel;

/** The runs recorded in the project, the latest first. Knows no toolkit. */
public final class RunsViewModel {
    private final TasksViewModel tasks;
    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<List<RunRecord>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final SourceTitles titles = SourceTitles.ofCatalogue();
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();

    /** Reads the records of a project. */
    public RunsViewModel(TasksViewModel tasks, Workspace workspace) {
        this.tasks = tasks;
        this.workspace = workspace;
        refresh();
    }

    public ReadOnlyObjectProperty<List<RunRecord>> runs() {
        return runs.getReadOnlyProperty();
    }

    /** What the project calls its layers; as new as the runs. */
    SourceTitles titles() {
        return titles;
    }

    /** Whether the records are being read: that none is known yet says nothing then. */
    public ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /** Reads them again. */
    public void refresh() {
        reading.set(true);
        tasks.start(
                Message.of("ui.runs-reading"),
                progress -> {
                    titles.readAgain(workspace);
                    List<RunRecord> found = new ArrayList<>();
                    for (String id : RiskRuns.runs(workspace)) {
                        RiskRuns.find(workspace, id).ifPresent(found::add);
                    }
                    found.sort(Comparator.comparing(
                                    (RunRecord run) -> run.provenance().time())
                            .reversed());
                    return List.copyOf(found);
                },
                found -> {
                    runs.set(found);
                    reading.set(false);
                },
                failure -> {
                    reading.set(false);
                    tasks.ended(Message.of("ui.runs-reading"), failure);
                });
    }

    /** Repeats the run of a run file. */
    public void repeat(Path file, Consumer<RiskRuns.Rerun> done) {
        tasks.start(
                Message.of("ui.runs-repeating", file.getFileName()),
                progress -> RiskRuns.rerun(workspace, RunFiles.read(file), progress),
                done);
    }

    /** Writes the run file of a run. */
    public void export(RunRecord run, Path file) {
        tasks.start(
                Message.of("ui.runs-exporting", file.getFileName()),
                progress -> {
                    RunFiles.write(run, file);
                    return file;
                },
                written -> tasks.say(
                        Message.of("app.run-file-written", run.provenance().runId(), written)));
    }

    /** Repeats a run without changing the project and tells what differs. */
    public void repeat(RunRecord run, Consumer<RiskRuns.Rerun> done) {
        String id = run.provenance().runId();
        tasks.start(
                Message.of("ui.runs-repeating", name(run.provenance())),
                progress -> RiskRuns.rerun(workspace, id, progress),
                done);
    }

    /** What a run is called in a sentence: by its model and time. */
    public static String name(Provenance run) {
        return Message.of("ui.run-name", title(run.model()), LocalTime.text(run.time()))
                .text();
    }

    static String title(String model) {
        try {
            return RiskModels.byId(model).title().text();
        } catch (RiskMapException e) {
            // a run of a model this version does not have any more
            return model;
        }
    }
}
