package riskmap.ui.check;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import riskmap.app.Tasks;
import riskmap.app.check.FixOutcome;
import riskmap.app.check.LastCheck;
import riskmap.app.check.QualityDesk;
import riskmap.app.check.SignState;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.edit.check.CheckReport;
import riskmap.edit.check.Excuses;
import riskmap.edit.check.Finding;
import riskmap.edit.check.FixPlan;
import riskmap.edit.check.Scope;
import riskmap.edit.check.Verdict;
import riskmap.edit.check.VerdictRule;
import riskmap.ui.task.TasksViewModel;

/** The quality of the open project as the panel shows it. Used on the window's thread; the work is done beside it. */
public final class CheckViewModel implements AutoCloseable {
    /**
     * What there is to show.
     *
     * @param report the last check; null before the first
     * @param excuses of the project
     * @param verdict on the report; null before the first check
     * @param signed the sign-offs
     * @param last where the report is of the check the project was closed with; else null
     */
    public record Shown(CheckReport report, Excuses excuses, Verdict verdict, List<SignState> signed, LastCheck last) {
        static final Shown NOTHING = new Shown(null, Excuses.none(), null, List.of(), null);
    }

    private final TasksViewModel tasks;
    private final QualityDesk desk;
    private final boolean readOnly;
    private final Runnable layerWritten;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Map<String, String> rule = new TreeMap<>();
    private int running;
    private boolean behind;

    /**
     * The quality of a project.
     *
     * @param windowThread where edits are heard of
     * @param layerWritten called when the error layer was written anew
     */
    public CheckViewModel(TasksViewModel tasks, Workspace workspace, Executor windowThread, Runnable layerWritten) {
        this.tasks = tasks;
        this.desk = new QualityDesk(workspace);
        this.readOnly = workspace.isReadOnly();
        this.layerWritten = layerWritten;
        desk.onEdit(() -> windowThread.execute(this::edited));
        work("ui.check-reading", progress -> Map.copyOf(desk.rule()), kept -> rule.putAll(kept), false);
    }

    public ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Whether something is being done that the next command must wait for. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    /** Values of the verdict's parameters that are set. */
    public Map<String, String> rule() {
        return Map.copyOf(rule);
    }

    public String author() {
        return desk.author();
    }

    /** Checks what the scope says and writes the error layer. */
    public void check(Scope scope) {
        work("ui.check-running", progress -> desk.check(scope, progress.part(0, 0.9)), report -> {}, true);
    }

    /** Works out what the fix of a finding would do. */
    public void plan(Finding finding, Consumer<FixPlan> then) {
        if (shown.get().last() == null) {
            tasks.start(Message.of("ui.check-planning"), progress -> desk.plan(finding, progress), then);
        } else {
            // what is only remembered is checked again for it
            work("ui.check-planning", progress -> desk.plan(finding, progress.part(0, 0.9)), then, true);
        }
    }

    /** Fixes findings. */
    public void fix(List<Finding> findings, boolean alsoUnsafe) {
        work(
                "ui.check-fixing",
                progress -> desk.fix(findings, alsoUnsafe, progress.part(0, 0.9)),
                (FixOutcome outcome) -> tasks.say(outcome.sentence()),
                true);
    }

    public void excuse(List<Finding> findings, String reason, String by) {
        work(
                "ui.check-excusing",
                progress -> done(() -> desk.excuse(findings, reason, by, progress.part(0, 0.9))),
                done -> {},
                true);
    }

    /** Takes excuses back. */
    public void withdraw(List<Finding> findings) {
        work(
                "ui.check-excusing",
                progress -> done(() -> desk.withdraw(findings, progress.part(0, 0.9))),
                done -> {},
                true);
    }

    /** Judges anew by other values of the verdict's parameters and keeps them in the project. */
    public void judge(Map<String, String> given) {
        work(
                "ui.check-judging",
                progress -> done(() -> {
                    VerdictRule.of(given);
                    if (!readOnly) {
                        desk.keepRule(given);
                    }
                }),
                done -> {},
                false,
                given);
    }

    /** Signs towns of a layer off; says which were refused. */
    public void sign(String layer, Collection<String> towns, String by, String reason) {
        work(
                "ui.check-signing",
                progress -> desk.signTowns(layer, towns, by, reason, progress),
                (List<Message> refused) -> tasks.say(
                        refused.isEmpty()
                                ? Message.of("ui.check-signed", towns.size())
                                : Message.of("ui.check-refused", refused.size(), refused.get(0))),
                false);
    }

    /** Takes sign-offs back. */
    public void withdrawSignOff(String layer, Collection<String> towns) {
        work(
                "ui.check-signing",
                progress -> done(() -> towns.forEach(town -> desk.withdrawSignOff(layer, town))),
                done -> {},
                false);
    }

    /** Writes the verdict to a file. */
    public void export(Path target) {
        VerdictRule by = VerdictRule.of(rule);
        work(
                "ui.check-exporting",
                progress -> done(() -> desk.writeVerdict(by, target, progress)),
                done -> tasks.say(Message.of("app.verdict-written", target)),
                false);
    }

    /** Rows were edited, by whatever door: checks them again and looks whether sign-offs still hold. */
    private void edited() {
        if (busy.get()) {
            behind = true;
        } else if (desk.isBehind()
                || shown.get().last() != null
                || !shown.get().signed().isEmpty()) {
            behind = false;
            work("ui.check-again", progress -> desk.catchUp(progress.part(0, 0.9)), report -> {}, false);
        }
    }

    private static Boolean done(Runnable what) {
        what.run();
        return Boolean.TRUE;
    }

    private <T> void work(String title, Tasks.Work<T> work, Consumer<T> then, boolean write) {
        work(title, work, then, write, null);
    }

    /** Does something with the desk beside the window and shows what has become of it. */
    private <T> void work(
            String title, Tasks.Work<T> work, Consumer<T> then, boolean write, Map<String, String> newRule) {
        running++;
        busy.set(true);
        Map<String, String> judged = newRule == null ? Map.copyOf(rule) : Map.copyOf(newRule);
        record Outcome<T>(T value, Shown shown) {}
        tasks.start(
                Message.of(title),
                progress -> {
                    T value = work.run(progress);
                    if (write && !readOnly) {
                        desk.writeLayer(progress.part(0.9, 1));
                    }
                    return new Outcome<>(value, look(judged, progress));
                },
                outcome -> {
                    if (newRule != null) {
                        rule.clear();
                        rule.putAll(newRule);
                    }
                    shown.set(outcome.shown());
                    then.accept(outcome.value());
                    if (write && !readOnly) {
                        layerWritten.run();
                    }
                    ended();
                },
                failure -> {
                    ended();
                    tasks.tell(failure);
                });
    }

    private void ended() {
        running--;
        busy.set(running > 0);
        if (behind && running == 0) {
            edited();
        }
    }

    private Shown look(Map<String, String> given, Progress progress) {
        List<SignState> signed = desk.hasSignOffs() ? desk.signOffs(progress) : List.of();
        VerdictRule by = VerdictRule.of(given);
        LastCheck last = desk.last(progress).orElse(null);
        CheckReport report = last == null ? desk.report().orElse(null) : last.report();
        return new Shown(report, desk.excuses(), desk.verdict(by).orElse(null), signed, last);
    }

    @Override
    public void close() {
        desk.close();
    }
}
