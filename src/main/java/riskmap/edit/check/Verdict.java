package riskmap.edit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import riskmap.data.QualityRule;

/**
 * The survey verdict (质量核查结论): the share of wrong indicators among those of the rows drawn, per layer and town. Excused
 * findings do not count; nor do the layers of results, which no surveyor wrote.
 *
 * @param rule how it was reached
 * @param lines one a layer and town, by layer in the order of the project, then by town
 */
public record Verdict(VerdictRule rule, List<VerdictLine> lines) {
    /** Stands for all towns. */
    public static final String ALL = "*";

    public Verdict {
        lines = List.copyOf(lines);
    }

    /** The verdict on what a report says. */
    public static Verdict of(CheckReport report, Excuses excuses, VerdictRule rule) {
        List<VerdictLine> lines = new ArrayList<>();
        for (LayerReport layer : report.layers()) {
            if (isSurveyed(layer)) {
                lines.addAll(new Count(layer, excuses, rule).lines());
            }
        }
        return new Verdict(rule, lines);
    }

    /** Whether a verdict is given on a layer. */
    public static boolean isSurveyed(LayerReport layer) {
        return !layer.kind().family().equals("result");
    }

    /** Each layer over all towns. */
    public List<VerdictLine> byLayer() {
        Map<String, VerdictLine> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(line.layer(), line, VerdictLine::plus));
        return sums.values().stream()
                .map(line -> VerdictLine.none(line.layer(), ALL).plus(line))
                .toList();
    }

    /** Each town over all layers, rows of no town last. */
    public List<VerdictLine> byTown() {
        Map<String, VerdictLine> sums = new TreeMap<>(TOWNS);
        lines.forEach(line -> sums.merge(line.town(), line, VerdictLine::plus));
        return sums.values().stream()
                .map(line -> VerdictLine.none("", line.town()).plus(line))
                .toList();
    }

    /** All layers and towns. */
    public VerdictLine total() {
        return lines.stream().reduce(VerdictLine.none("", ALL), VerdictLine::plus);
    }

    /** Whether the whole and each layer in each town passes. */
    public boolean passes() {
        return total().passes(rule) && lines.stream().allMatch(line -> line.passes(rule));
    }

    private static final java.util.Comparator<String> TOWNS =
            java.util.Comparator.comparing(String::isEmpty).thenComparing(java.util.Comparator.naturalOrder());

    /** Counts one layer. */
    private static final class Count {
        private final LayerReport layer;
        private final Excuses excuses;
        private final VerdictRule rule;
        private final Indicators indicators;
        private final Map<Long, Long> errors = new HashMap<>();
        private final Map<Long, Long> warnings = new HashMap<>();
        private final Map<String, long[]> open = new HashMap<>();
        private final double[] weights = new double[Long.SIZE];

        Count(LayerReport layer, Excuses excuses, VerdictRule rule) {
            this.layer = layer;
            this.excuses = excuses;
            this.rule = rule;
            this.indicators = layer.indicators();
            long required = indicators.mask(riskmap.data.Field::required);
            for (int bit = 0; bit < weights.length; bit++) {
                long mask = 1L << bit;
                weights[bit] = mask == Indicators.position()
                        ? rule.position()
                        : (required & mask) != 0 ? rule.required() : rule.other();
            }
            layer.findings().forEach(this::take);
            for (QualityRule broken : layer.kind().rules()) {
                indicators.unlisted().getOrDefault(broken.key(), Map.of()).forEach((fid, mask) -> {
                    int row = indicators.row(fid);
                    wrong(broken, fid, mask);
                    open(row < 0 ? "" : indicators.town(row))[broken.error() ? 0 : 1]++;
                });
            }
        }

        private void take(Finding finding) {
            if (excuses.excuses(finding)) {
                open(finding.town())[2]++;
                return;
            }
            open(finding.town())[finding.isError() ? 0 : 1]++;
            if (finding.fid() > 0) {
                wrong(finding.rule(), finding.fid(), indicators.bit(finding.field()));
            }
        }

        private void wrong(QualityRule broken, long fid, long mask) {
            (broken.error() ? errors : warnings).merge(fid, mask, (a, b) -> a | b);
        }

        private long[] open(String town) {
            return open.computeIfAbsent(town, key -> new long[3]);
        }

        List<VerdictLine> lines() {
            Map<String, List<Integer>> towns = new TreeMap<>(TOWNS);
            for (int row = 0; row < indicators.size(); row++) {
                towns.computeIfAbsent(indicators.town(row), key -> new ArrayList<>())
                        .add(row);
            }
            // what is missing in a town without any rows stands in a line of its own
            open.keySet().forEach(town -> towns.computeIfAbsent(town, key -> new ArrayList<>()));
            List<VerdictLine> lines = new ArrayList<>();
            towns.forEach((town, rows) -> lines.add(line(town, rows)));
            return lines;
        }

        private VerdictLine line(String town, List<Integer> rows) {
            List<Integer> drawn = Sample.of(indicators, layer.layer(), rows, rule);
            double checked = 0;
            double wrong = 0;
            for (int row : drawn) {
                long error = errors.getOrDefault(indicators.fid(row), 0L);
                long warning = warnings.getOrDefault(indicators.fid(row), 0L) & ~error;
                checked += weight(indicators.checked(row) | error | warning);
                wrong += rule.error() * weight(error) + rule.warning() * weight(warning);
            }
            long[] counts = open.getOrDefault(town, new long[3]);
            return new VerdictLine(
                    layer.layer(), town, rows.size(), drawn.size(), checked, wrong, counts[0], counts[1], counts[2]);
        }

        private double weight(long mask) {
            double sum = 0;
            for (long rest = mask; rest != 0; rest &= rest - 1) {
                sum += weights[Long.numberOfTrailingZeros(rest)];
            }
            return sum;
        }
    }
}
