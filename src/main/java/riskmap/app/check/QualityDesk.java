package riskmap.app.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.edit.EditSession;
import riskmap.edit.check.CheckReport;
import riskmap.edit.check.Excuse;
import riskmap.edit.check.Excuses;
import riskmap.edit.check.Finding;
import riskmap.edit.check.FixPlan;
import riskmap.edit.check.FixPlans;
import riskmap.edit.check.LayerReport;
import riskmap.edit.check.QualityCheck;
import riskmap.edit.check.Recheck;
import riskmap.edit.check.Scope;
import riskmap.edit.check.SignOff;
import riskmap.edit.check.Verdict;
import riskmap.edit.check.VerdictRule;

/**
 * The quality of an open project: the last check and what is done with its findings. Edits made after the check, by
 * whatever door, are noted and checked again by {@link #catchUp}. One thread at a time works with it; edits may come from
 * any other.
 */
public final class QualityDesk implements AutoCloseable {
    private final Workspace workspace;
    private final QualityBook book;
    private final EditSession.Listener listener = new Edits();
    private final List<Changes> pending = new ArrayList<>();
    private final Set<String> appended = new HashSet<>();
    private volatile CheckReport report;
    private LastCheck last;
    private boolean looked;
    /** Layer → when its rows had changed last when it was checked. */
    private final Map<String, String> seen = new TreeMap<>();

    private volatile Runnable onEdit = () -> {};

    public QualityDesk(Workspace workspace) {
        this.workspace = workspace;
        this.book = new QualityBook(workspace);
        if (!workspace.isReadOnly()) {
            workspace.edits().addListener(listener);
        }
    }

    private final class Edits implements EditSession.Listener {
        @Override
        public void applied(Changes changes) {
            synchronized (pending) {
                if (report != null) {
                    pending.add(changes);
                }
            }
            onEdit.run();
        }

        @Override
        public void appended(String layer, long count) {
            synchronized (pending) {
                appended.add(layer);
            }
            onEdit.run();
        }
    }

    /** Who is told, on the thread that edits, after an edit was noted: {@link #catchUp} then knows of it. */
    public void onEdit(Runnable listener) {
        onEdit = listener;
    }

    private ProjectLayers data() {
        return new ProjectLayers(workspace);
    }

    /** Checks what the scope says; the report is the one that is worked with from now on. */
    public synchronized CheckReport check(Scope scope, Progress progress) {
        synchronized (pending) {
            pending.clear();
            appended.clear();
        }
        seen.clear();
        seen.putAll(workspace.store().lastChanges());
        CheckReport fresh = QualityCheck.run(data(), scope, progress);
        report = fresh;
        return fresh;
    }

    /** The check the project was closed with, as long as none was run since. */
    public synchronized Optional<LastCheck> last(Progress progress) {
        if (report != null) {
            return Optional.empty();
        }
        last = looked
                ? last == null ? null : last.now(workspace)
                : LastCheck.of(workspace, progress).orElse(null);
        looked = true;
        return Optional.ofNullable(last);
    }

    /**
     * Findings that can be worked with: those that are only remembered from the last check are looked for in a new one of
     * the same layers, and left out where they are no longer there.
     */
    private List<Finding> known(List<Finding> findings, Progress progress) {
        LastCheck before = last;
        if (before == null || findings.stream().noneMatch(before::remembers)) {
            return findings;
        }
        if (report == null) {
            check(
                    Scope.layers(before.report().layers().stream()
                            .map(LayerReport::layer)
                            .toList()),
                    progress);
        }
        Map<String, Finding> now = new HashMap<>();
        report.findings().forEach(finding -> now.put(finding.key(), finding));
        return findings.stream()
                .map(finding -> before.remembers(finding) ? now.get(finding.key()) : finding)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The last check, brought up to date by {@link #catchUp}. */
    public Optional<CheckReport> report() {
        return Optional.ofNullable(report);
    }

    /** Whether rows were edited that the report does not know of yet. */
    public boolean isBehind() {
        synchronized (pending) {
            return report != null && !(pending.isEmpty() && appended.isEmpty());
        }
    }

    /** Checks again what was edited since. */
    public synchronized Optional<CheckReport> catchUp(Progress progress) {
        if (report != null) {
            List<Changes> edits;
            Set<String> grown;
            Map<String, String> now = workspace.store().lastChanges();
            synchronized (pending) {
                edits = List.copyOf(pending);
                grown = Set.copyOf(appended);
                pending.clear();
                appended.clear();
            }
            edits.forEach(edit -> edit.layers().forEach(layer -> seen.put(layer, now.getOrDefault(layer, ""))));
            ProjectLayers data = data();
            for (Changes edit : edits) {
                report = Recheck.after(data, report, edit, progress);
            }
            if (!edits.isEmpty() || !grown.isEmpty()) {
                Set<String> anew = new TreeSet<>(grown);
                anew.addAll(unknown(data));
                for (String layer : anew) {
                    seen.put(layer, now.getOrDefault(layer, ""));
                    report = Recheck.anew(data, report, layer, progress);
                }
                report = report.withMissing(data);
            }
        }
        return report();
    }

    /** Layers that came after the check of the whole project. */
    private List<String> unknown(ProjectLayers data) {
        return report.complete()
                ? data.checked().stream()
                        .filter(layer -> report.layer(layer).isEmpty())
                        .toList()
                : List.of();
    }

    /** What the project excuses. */
    public Excuses excuses() {
        return book.excuses();
    }

    /**
     * Excuses findings.
     *
     * @throws RiskMapException when the reason or the name is empty
     */
    public synchronized void excuse(List<Finding> findings, String reason, String by, Progress progress) {
        if (reason.isBlank()) {
            throw RiskMapException.of("app.quality-no-reason");
        }
        if (by.isBlank()) {
            throw RiskMapException.of("app.quality-nobody");
        }
        String now = QualityBook.now();
        book.put(excuses()
                .with(known(findings, progress).stream()
                        .map(finding -> Excuse.of(finding, reason.strip(), by.strip(), now))
                        .toList()));
    }

    /** Takes excuses back. */
    public synchronized void withdraw(List<Finding> findings, Progress progress) {
        book.put(excuses().without(known(findings, progress)));
    }

    /** What the fix of a finding would do. */
    public synchronized FixPlan plan(Finding finding, Progress progress) {
        return known(List.of(finding), progress).stream()
                .findFirst()
                .map(new FixPlans(data())::of)
                .orElseGet(() -> FixPlan.refused(finding, Message.of("app.quality-gone")));
    }

    /**
     * Fixes findings and checks them again.
     *
     * @param alsoUnsafe whether fixes are done too that somebody should look at first
     */
    public synchronized FixOutcome fix(List<Finding> findings, boolean alsoUnsafe, Progress progress) {
        List<Finding> still = known(findings, progress);
        CheckReport now = catchUp(progress).orElseThrow(() -> RiskMapException.of("app.quality-no-report"));
        Fixing fixing = new Fixing(data(), workspace.edits(), now, (before, changes) -> {
            report = before;
            return catchUp(progress).orElseThrow();
        });
        try {
            return fixing.fix(still, alsoUnsafe, progress);
        } finally {
            catchUp(Progress.silent());
        }
    }

    /** Writes the last report into the project's error layer. */
    public synchronized void writeLayer(Progress progress) {
        if (report != null && !workspace.isReadOnly()) {
            progress.report(0, Message.of("app.quality-writing"));
            new FindingLayer(workspace, excuses()).write(report, progress);
            keep();
        }
    }

    /** Keeps how and when the layers were checked; of a layer looked at in part, what is known of the whole stays. */
    private void keep() {
        Map<String, CheckedLayer> all = new LinkedHashMap<>();
        book.checked().stream()
                .filter(layer -> workspace.layers().contains(layer.layer()))
                .forEach(layer -> all.put(layer.layer(), layer));
        String now = QualityBook.now();
        for (LayerReport layer : report.layers()) {
            String name = layer.layer();
            if (layer.whole() || !all.containsKey(name)) {
                all.put(
                        name,
                        new CheckedLayer(
                                name, now, seen.getOrDefault(name, ""), layer.rows(), layer.whole(), layer.unlisted()));
            }
        }
        book.checked(List.copyOf(all.values()));
        if (report.complete()) {
            book.checkedAll(now);
        }
    }

    /** The values of the verdict's parameters that the project keeps. */
    public Map<String, String> rule() {
        return book.rule();
    }

    /** Keeps the values of the verdict's parameters in the project. */
    public void keepRule(Map<String, String> given) {
        VerdictRule.of(given);
        book.put(given);
    }

    /** The verdict on the last check. */
    public Optional<Verdict> verdict(VerdictRule rule) {
        return report().map(checked -> Verdict.of(checked, excuses(), rule));
    }

    /** All sign-offs, each with whether it still holds for the rows as they are. */
    public List<SignState> signOffs(Progress progress) {
        return new Signing(workspace).states(progress);
    }

    /** Whether anything has been signed off at all. */
    public boolean hasSignOffs() {
        return !book.signOffs().isEmpty();
    }

    /**
     * Checks a layer as it is now and signs a town off.
     *
     * @param reason why it is signed though errors are open; empty where none should be
     * @throws RiskMapException when errors without an excuse are open and no reason is given
     */
    public SignOff sign(String layer, String town, String by, String reason, Progress progress) {
        Signing.Attempt attempt =
                signEach(layer, List.of(town), by, reason, progress).get(0);
        if (attempt.refusal() != null) {
            throw new RiskMapException(attempt.refusal(), null);
        }
        return attempt.signed();
    }

    /** The same for several towns; those with open errors are refused, the others signed. */
    synchronized List<Signing.Attempt> signEach(
            String layer, Collection<String> towns, String by, String reason, Progress progress) {
        return new Signing(workspace).sign(layer, towns, by, reason, progress);
    }

    /** Signs several towns of a layer; why each of those was refused that were not signed. */
    public List<Message> signTowns(
            String layer, Collection<String> towns, String by, String reason, Progress progress) {
        return signEach(layer, towns, by, reason, progress).stream()
                .map(Signing.Attempt::refusal)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Writes the verdict on the last check to a file, by its ending: pdf, csv, xlsx or json. */
    public void writeVerdict(VerdictRule rule, Path target, Progress progress) {
        CheckReport now = report().orElseThrow(() -> RiskMapException.of("app.quality-no-report"));
        List<SignState> signed = signOffs(progress.part(0, 0.5));
        new VerdictFiles(workspace, now, verdict(rule).orElseThrow(), signed).write(target, progress.part(0.5, 1));
    }

    /** Who works here, as excuses and sign-offs name them. */
    public String author() {
        return workspace.isReadOnly()
                ? System.getProperty("user.name", "")
                : workspace.edits().author().user();
    }

    /** Takes a sign-off back; whether there was one. */
    public synchronized boolean withdrawSignOff(String layer, String town) {
        return book.withdraw(layer, town);
    }

    @Override
    public void close() {
        if (!workspace.isReadOnly()) {
            workspace.edits().removeListener(listener);
        }
    }
}
