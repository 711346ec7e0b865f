package riskmap.edit.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.data.LayerKind;
import riskmap.data.QualityRule;

/**
 * What the checks say of one layer.
 *
 * @param layer its name
 * @param kind what it holds
 * @param rows rows that were checked
 * @param whole whether these are all rows and all rules were run
 * @param findings in the order of rules and rows; of one rule no more than {@link LayerRun#LISTED}
 * @param counts findings by rule, unlisted ones too
 * @param plans how far the plan's numbers are reached
 * @param skipped rules that could not be run because the layer or the project lacks what they are about
 * @param indicators what the verdict counts
 */
public record LayerReport(
        String layer,
        LayerKind kind,
        long rows,
        boolean whole,
        List<Finding> findings,
        Map<String, Long> counts,
        List<PlanProgress> plans,
        List<QualityRule> skipped,
        Indicators indicators) {
    public LayerReport {
        findings = List.copyOf(findings);
        counts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        plans = List.copyOf(plans);
        skipped = List.copyOf(skipped);
    }

    /** Number of findings, unlisted ones too. */
    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether some findings are counted but not listed. */
    public boolean isCut() {
        return count() > findings.size();
    }

    /** The same with other findings, as after some rows were checked again. */
    LayerReport with(List<Finding> others, long rowsNow, List<PlanProgress> plansNow, Indicators indicatorsNow) {
        Map<String, Long> fresh = new LinkedHashMap<>();
        others.forEach(finding -> fresh.merge(finding.rule().key(), 1L, Long::sum));
        return new LayerReport(layer, kind, rowsNow, whole, others, fresh, plansNow, skipped, indicatorsNow);
    }
}
