package riskmap.app.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.edit.EditSession;
import riskmap.edit.RuleViolation;
import riskmap.edit.RuleViolations;
import riskmap.edit.check.CheckReport;
import riskmap.edit.check.Finding;
import riskmap.edit.check.FixPlan;
import riskmap.edit.check.FixPlans;
import riskmap.edit.check.SurveyData;

/**
 * Carries out fixes: as few undoable steps as possible, each through the project's edit session, each checked again. A fix
 * that leaves its finding, or that breaks another rule, is taken back and told.
 */
final class Fixing {
    /** Findings of one step. */
    private static final int MOST = 2_000;

    private final SurveyData data;
    private final EditSession edits;
    private final BiFunction<CheckReport, Changes, CheckReport> recheck;
    private final List<Finding> fixed = new ArrayList<>();
    private final Map<String, FixOutcome.Left> left = new LinkedHashMap<>();
    private CheckReport report;
    private int steps;

    /** @param recheck the report after an edit */
    Fixing(
            SurveyData data,
            EditSession edits,
            CheckReport report,
            BiFunction<CheckReport, Changes, CheckReport> recheck) {
        this.data = data;
        this.edits = edits;
        this.report = report;
        this.recheck = recheck;
    }

    /**
     * Fixes what can be fixed.
     *
     * @param alsoUnsafe whether fixes are done too that change what somebody should have looked at
     */
    FixOutcome fix(List<Finding> findings, boolean alsoUnsafe, Progress progress) {
        List<Finding> open = new ArrayList<>(findings);
        while (!open.isEmpty()) {
            progress.report(1 - (double) open.size() / findings.size(), Message.of("app.quality-fixing"));
            progress.check();
            List<FixPlan> group = group(open, alsoUnsafe);
            if (!group.isEmpty()) {
                commit(group, progress);
            }
        }
        return new FixOutcome(fixed, List.copyOf(left.values()), steps);
    }

    CheckReport report() {
        return report;
    }

    /** Takes findings of one kind of fix whose rows do not meet, and plans them; what cannot be done is told. */
    private List<FixPlan> group(List<Finding> open, boolean alsoUnsafe) {
        FixPlans plans = new FixPlans(data);
        Set<List<Object>> touched = new HashSet<>();
        List<FixPlan> group = new ArrayList<>();
        List<Finding> later = new ArrayList<>();
        Finding first = open.get(0);
        for (Finding finding : open) {
            Set<List<Object>> rows = rows(finding);
            boolean alike = finding.fix() == first.fix() && group.size() < MOST;
            if (!alike || rows.stream().anyMatch(touched::contains)) {
                later.add(finding);
                continue;
            }
            FixPlan plan = isThere(finding) ? plans.of(finding) : null;
            if (plan == null) {
                // an earlier fix has mended it by the way
                fixed.add(finding);
            } else if (!plan.isPossible()) {
                leave(finding, plan.effect());
            } else if (!plan.safe() && !alsoUnsafe) {
                leave(finding, Message.of("app.quality-look", plan.effect()));
            } else {
                touched.addAll(rows);
                group.add(plan);
            }
        }
        open.clear();
        open.addAll(later);
        return group;
    }

    private static Set<List<Object>> rows(Finding finding) {
        Set<List<Object>> rows = new HashSet<>();
        rows.add(List.of(finding.layer(), finding.fid()));
        finding.others().forEach(fid -> rows.add(List.of(finding.layer(), fid)));
        return rows;
    }

    private boolean isThere(Finding finding) {
        return report.findings().anyMatch(now -> now.key().equals(finding.key()));
    }

    private void leave(Finding finding, Message why) {
        left.put(finding.key(), new FixOutcome.Left(finding, why));
    }

    /** Commits a group; whatever of it proves wrong is taken back, and the rest is committed without it. */
    private void commit(List<FixPlan> group, Progress progress) {
        List<FixPlan> plans = group;
        while (!plans.isEmpty()) {
            Map<FixPlan, Message> bad = attempt(plans, progress);
            if (bad.isEmpty()) {
                plans.forEach(plan -> fixed.add(plan.finding()));
                steps++;
                return;
            }
            bad.forEach((plan, why) -> leave(plan.finding(), why));
            plans = plans.stream().filter(plan -> !bad.containsKey(plan)).toList();
        }
    }

    /** Makes one step of the plans; which of them went wrong, in which case nothing of the step stays. */
    private Map<FixPlan, Message> attempt(List<FixPlan> plans, Progress progress) {
        List<RowChange> rows =
                plans.stream().flatMap(plan -> plan.changes().rows().stream()).toList();
        Message name = Message.of("edit.fix-step", plans.get(0).finding().fix().title(), plans.size());
        Changes applied;
        try {
            applied = edits.commit(new Changes(name, rows), progress);
        } catch (RuleViolations e) {
            return refused(plans, e);
        }
        CheckReport before = report;
        report = recheck.apply(before, applied);
        Map<FixPlan, Message> bad = judge(plans, before);
        if (!bad.isEmpty()) {
            Changes back = edits.undo(progress).orElseThrow();
            report = recheck.apply(report, back);
        }
        return bad;
    }

    private static Map<FixPlan, Message> refused(List<FixPlan> plans, RuleViolations violations) {
        Map<FixPlan, Message> bad = new LinkedHashMap<>();
        for (RuleViolation violation : violations.list()) {
            plans.stream()
                    .filter(plan -> touches(plan, violation.layer(), violation.fid()))
                    .forEach(plan -> bad.putIfAbsent(plan, violation.sentence()));
        }
        if (bad.isEmpty()) {
            throw violations;
        }
        return bad;
    }

    private static boolean touches(FixPlan plan, String layer, long fid) {
        return plan.changes().rows().stream()
                .anyMatch(row -> row.fid() == fid && row.layer().equals(layer));
    }

    private Map<FixPlan, Message> judge(List<FixPlan> plans, CheckReport before) {
        Map<List<Object>, List<Finding>> now = errors(report);
        Map<List<Object>, List<Finding>> was = errors(before);
        Map<FixPlan, Message> bad = new LinkedHashMap<>();
        for (FixPlan plan : plans) {
            boolean still = report.findings().anyMatch(plan.finding()::isStill);
            if (still) {
                bad.put(plan, Message.of("app.quality-fix-failed"));
                continue;
            }
            for (RowChange row : plan.changes().rows()) {
                List<Object> key = List.of(row.layer(), row.fid());
                List<Finding> old = was.getOrDefault(key, List.of());
                now.getOrDefault(key, List.of()).stream()
                        .filter(finding -> old.stream().noneMatch(finding::isAlike))
                        .findFirst()
                        .ifPresent(finding -> bad.put(plan, Message.of("app.quality-fix-breaks", finding.message())));
            }
        }
        return bad;
    }

    /** Findings of severity error by row. */
    private static Map<List<Object>, List<Finding>> errors(CheckReport report) {
        return report.findings()
                .filter(Finding::isError)
                .collect(Collectors.groupingBy(finding -> List.of(finding.layer(), finding.fid())));
    }
}
