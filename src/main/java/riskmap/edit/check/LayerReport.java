package riskmap.edit.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
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

    /**
     * What was found in a layer by a check that is past: its findings alone, nothing a verdict could be drawn from.
     *
     * @param rows rows that were checked then
     * @param unlisted findings by rule that were counted but not listed
     */
    public static LayerReport past(
            String layer, LayerKind kind, long rows, List<Finding> findings, Map<String, Long> unlisted) {
        Map<String, Long> counts = new LinkedHashMap<>(unlisted);
        findings.forEach(finding -> counts.merge(finding.rule().key(), 1L, Long::sum));
        List<Finding> ordered = new ArrayList<>(findings);
        ordered.sort(order(kind));
        return new LayerReport(
                layer, kind, rows, false, ordered, counts, List.of(), List.of(), new Indicators(kind, true));
    }

    /** Findings by rule that are counted but not listed. */
    public Map<String, Long> unlisted() {
        Map<String, Long> more = new LinkedHashMap<>(counts);
        findings.forEach(finding -> more.merge(finding.rule().key(), -1L, Long::sum));
        more.values().removeIf(count -> count <= 0);
        return more;
    }

    /** Number of findings, unlisted ones too. */
    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Number of findings of severity error, unlisted and excused ones too. */
    public long errors() {
        return kind.rules().stream()
                .filter(QualityRule::error)
                .mapToLong(rule -> counts.getOrDefault(rule.key(), 0L))
                .sum();
    }

    /** The towns that its rows belong to, the empty name for none, in order. */
    public Set<String> towns() {
        Set<String> towns = new TreeSet<>();
        for (int row = 0; row < indicators.size(); row++) {
            towns.add(indicators.town(row));
        }
        return towns;
    }

    /** Whether some findings are counted but not listed. */
    public boolean isCut() {
        return count() > findings.size();
    }

    /**
     * The same after some rows were checked again.
     *
     * @param again what was found now
     * @param gone which of the findings before no longer count
     * @param rows the rows that were checked again, empty when only some rules were
     */
    LayerReport merged(LayerReport again, Predicate<Finding> gone, Set<Long> rows) {
        Map<String, Long> fresh = new LinkedHashMap<>(counts);
        List<Finding> all = new ArrayList<>();
        for (Finding finding : findings) {
            if (gone.test(finding)) {
                fresh.merge(finding.rule().key(), -1L, Long::sum);
            } else {
                all.add(finding);
            }
        }
        all.addAll(again.findings);
        again.counts.forEach((rule, count) -> fresh.merge(rule, count, Long::sum));
        fresh.values().removeIf(count -> count <= 0);
        all.sort(order(kind));
        Indicators now = rows.isEmpty() ? indicators : indicators.merged(again.indicators, rows);
        boolean counted = !again.plans.isEmpty();
        return new LayerReport(layer, kind, now.size(), whole, all, fresh, counted ? again.plans : plans, skipped, now);
    }

    /** The order of findings: by rule, then by row. */
    static Comparator<Finding> order(LayerKind kind) {
        Map<String, Integer> order = new HashMap<>();
        kind.rules().forEach(rule -> order.put(rule.key(), order.size()));
        return Comparator.comparingInt(
                        (Finding finding) -> order.getOrDefault(finding.rule().key(), -1))
                .thenComparingLong(Finding::fid);
    }
}
