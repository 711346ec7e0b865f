package riskmap.app.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import riskmap.app.Answer;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.edit.check.CheckReport;
import riskmap.edit.check.Finding;
import riskmap.edit.check.LayerReport;
import riskmap.edit.check.Scope;
import riskmap.edit.check.Verdict;
import riskmap.edit.check.VerdictRule;

/** The check of a project file in one go: check, fix, excuse, error layer, verdict, sign-off. */
public final class CheckRuns {
    private final CheckRequest request;
    private final Workspace workspace;
    private final QualityDesk desk;
    private final List<Message> notes = new ArrayList<>();
    private boolean refused;

    private CheckRuns(CheckRequest request, Workspace workspace, QualityDesk desk) {
        this.request = request;
        this.workspace = workspace;
        this.desk = desk;
    }

    /** Does what is asked; the answer is not good where errors are open or the verdict is not passed. */
    public static Answer run(CheckRequest request, Progress progress) {
        request.verdict().forEach(VerdictFiles::checkEnding);
        VerdictRule.of(request.rule());
        try (Workspace workspace = Workspace.open(request.project(), !request.changes(), progress);
                QualityDesk desk = new QualityDesk(workspace)) {
            return new CheckRuns(request, workspace, desk).run(progress);
        }
    }

    /** What the last check found that was written into the project, without checking. */
    public static Answer last(Path project, Progress progress) {
        try (Workspace workspace = Workspace.open(project, true, progress);
                QualityDesk desk = new QualityDesk(workspace)) {
            LastCheck last =
                    desk.last(progress).orElseThrow(() -> RiskMapException.of("app.quality-last-none", project));
            return CheckAnswer.of(project, last, desk.excuses());
        }
    }

    private Answer run(Progress progress) {
        for (String layer : request.layers()) {
            // a name that is not there is said before everything is checked
            workspace.features(layer);
        }
        Scope scope = request.layers().isEmpty() ? Scope.all() : Scope.layers(request.layers());
        desk.check(scope.withTown(request.town()), progress.part(0, 0.7));
        fix(progress.part(0.7, 0.8));
        excuse();
        if (request.write()) {
            desk.writeLayer(progress.part(0.8, 0.85));
            notes.add(Message.of("app.quality-written", FindingLayer.NAME));
        }
        signOff(progress.part(0.85, 0.9));
        Map<String, String> given = new TreeMap<>(desk.rule());
        given.putAll(request.rule());
        Verdict verdict = desk.verdict(VerdictRule.of(given)).orElseThrow();
        CheckReport report = desk.report().orElseThrow();
        List<SignState> signed = desk.hasSignOffs() ? desk.signOffs(progress.part(0.9, 0.95)) : List.of();
        VerdictFiles files = new VerdictFiles(workspace, report, verdict, signed);
        for (Path target : request.verdict()) {
            files.write(target, progress.part(0.95, 1));
            notes.add(Message.of("app.verdict-written", target));
        }
        boolean lacking =
                report.missing().stream().anyMatch(missing -> missing.rule().error());
        boolean good = verdict.passes() && openErrors(report) == 0 && !lacking && !refused;
        return new CheckAnswer(workspace.file(), report, desk.excuses(), verdict, signed, notes).answer(good);
    }

    private long openErrors(CheckReport report) {
        var excuses = desk.excuses();
        long excused = report.findings()
                .filter(finding -> finding.isError() && excuses.excuses(finding))
                .count();
        return report.layers().stream().mapToLong(LayerReport::errors).sum() - excused;
    }

    private void fix(Progress progress) {
        if (request.fix().isEmpty()) {
            return;
        }
        boolean all = request.fix().contains("all");
        List<Finding> wanted = desk.report()
                .orElseThrow()
                .findings()
                .filter(finding -> finding.fix() != null)
                .filter(finding -> all || request.fix().contains(finding.rule().key()))
                .toList();
        FixOutcome outcome = desk.fix(wanted, false, progress);
        notes.add(Message.of("app.quality-fixed", outcome.fixed().size()));
        Map<String, Long> why = outcome.left().stream()
                .collect(Collectors.groupingBy(
                        left -> left.finding().rule().title().text() + "："
                                + left.why().text(),
                        LinkedHashMap::new,
                        Collectors.counting()));
        why.forEach((reason, count) -> notes.add(Message.of("app.quality-not-fixed", count, reason)));
    }

    private void excuse() {
        if (!request.excuse().isEmpty()) {
            List<Finding> findings = findings(request.excuse());
            desk.excuse(findings, request.reason(), request.by(), Progress.silent());
            notes.add(Message.of("app.quality-excused", findings.size()));
        }
        if (!request.withdraw().isEmpty()) {
            List<Finding> findings = findings(request.withdraw());
            desk.withdraw(findings, Progress.silent());
            notes.add(Message.of("app.quality-withdrawn", findings.size()));
        }
    }

    private List<Finding> findings(List<String> ids) {
        Map<String, Finding> byId = new LinkedHashMap<>();
        desk.report().orElseThrow().findings().forEach(finding -> byId.put(finding.id(), finding));
        List<Finding> found = new ArrayList<>();
        for (String id : ids) {
            Finding finding = byId.get(id);
            if (finding == null) {
                throw RiskMapException.of("app.quality-no-finding", id);
            }
            found.add(finding);
        }
        return found;
    }

    private void signOff(Progress progress) {
        if (!request.signOff()) {
            return;
        }
        Set<String> towns = request.town().isEmpty() ? Set.of() : Set.of(request.town());
        for (LayerReport layer : desk.report().orElseThrow().layers()) {
            if (Verdict.isSurveyed(layer) && layer.rows() > 0) {
                sign(layer.layer(), towns.isEmpty() ? layer.towns() : towns, progress);
            }
        }
    }

    /** Signs town by town, so that one with open errors does not hold the others up. */
    private void sign(String layer, Set<String> towns, Progress progress) {
        for (Signing.Attempt attempt : desk.signEach(layer, towns, request.by(), request.reason(), progress)) {
            refused |= attempt.refusal() != null;
            notes.add(
                    attempt.refusal() != null
                            ? attempt.refusal()
                            : Message.of("app.quality-signed-now", layer, Signing.townName(attempt.town())));
        }
    }
}
