package riskmap.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import riskmap.app.project.Workspace;
import riskmap.app.run.FormerRuns;
import riskmap.app.run.RiskRuns;
import riskmap.app.run.RunRecord;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.report.ReportTemplate;

/**
 * Which runs a report is about.
 *
 * @param run the one it is about, null where the template needs none
 * @param former the one of the same model before it, null for none
 */
record RunChoice(RunRecord run, RunRecord former) {
    private static final Comparator<RunRecord> BY_TIME =
            Comparator.comparing((RunRecord record) -> record.provenance().time());

    /**
     * Chooses.
     *
     * @throws RiskMapException when a run that was asked for does not exist, or the template needs one and there is none
     */
    static RunChoice of(Workspace workspace, ReportTemplate template, ReportRequest request) {
        if (template.models().isEmpty()) {
            return new RunChoice(null, null);
        }
        RunRecord run = request.run().isEmpty() ? last(workspace, template) : asked(workspace, request.run());
        String model = run.provenance().model();
        if (!template.models().contains("*") && !template.models().contains(model)) {
            throw RiskMapException.of(
                    "report.run-other-model",
                    run.provenance().runId(),
                    model,
                    template.name(),
                    NameList.of(template.models()));
        }
        return new RunChoice(run, former(workspace, request, run));
    }

    private static RunRecord last(Workspace workspace, ReportTemplate template) {
        List<RunRecord> found = new ArrayList<>();
        if (template.models().contains("*")) {
            RiskRuns.runs(workspace).forEach(id -> RiskRuns.find(workspace, id).ifPresent(found::add));
            return found.stream().max(BY_TIME).orElseThrow(() -> none(workspace, template, "combined"));
        }
        return template.models().stream()
                .flatMap(model -> RiskRuns.latest(workspace, model).stream())
                .max(BY_TIME)
                .orElseThrow(() -> none(workspace, template, template.models().get(0)));
    }

    private static RiskMapException none(Workspace workspace, ReportTemplate template, String model) {
        NameList needed = NameList.of(template.models().stream()
                .filter(id -> !id.equals("*"))
                .map(id -> ReportContext.model(id)
                        .map(known -> known.title().text() + " (" + id + ")")
                        .orElse(id))
                .toList());
        return RiskMapException.of(
                "report.no-run",
                template.label().text(riskmap.base.Language.current()),
                needed,
                model,
                workspace.file());
    }

    private static RunRecord asked(Workspace workspace, String id) {
        return RiskRuns.find(workspace, id)
                .or(() -> FormerRuns.find(workspace, id))
                .orElseThrow(() -> {
                    List<String> known = new ArrayList<>(RiskRuns.runs(workspace));
                    known.addAll(FormerRuns.ids(workspace));
                    return RiskMapException.of("report.run-missing", id, known.isEmpty() ? "–" : NameList.of(known));
                });
    }

    private static RunRecord former(Workspace workspace, ReportRequest request, RunRecord run) {
        String model = run.provenance().model();
        if (!request.compare().isEmpty()) {
            RunRecord other = asked(workspace, request.compare());
            if (!other.provenance().model().equals(model)) {
                throw RiskMapException.of(
                        "report.compare-other-model",
                        request.compare(),
                        other.provenance().model(),
                        model);
            }
            return other;
        }
        List<RunRecord> others = new ArrayList<>();
        RiskRuns.runs(workspace).forEach(id -> RiskRuns.find(workspace, id).ifPresent(others::add));
        FormerRuns.ids(workspace).forEach(id -> FormerRuns.find(workspace, id).ifPresent(others::add));
        Optional<RunRecord> before = others.stream()
                .filter(other -> other.provenance().model().equals(model))
                .filter(other ->
                        !other.provenance().runId().equals(run.provenance().runId()))
                .filter(other ->
                        other.provenance().time().compareTo(run.provenance().time()) <= 0)
                .max(BY_TIME);
        return before.orElse(null);
    }
}
