package riskmap.edit.check;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which rows are drawn for a verdict: of each layer and town the rows with the least hash of seed, layer and uuid. So the
 * same seed draws the same rows on every machine, in whatever order they are stored, and a row added elsewhere changes
 * nothing.
 */
final class Sample {
    private record Ranked(int row, long rank, String identity) {}

    private Sample() {}

    /**
     * The rows that are drawn, ascending.
     *
     * @param rows the rows of one layer and town
     */
    static List<Integer> of(Indicators indicators, String layer, List<Integer> rows, VerdictRule rule) {
        int wanted = (int) Math.min(rows.size(), Math.ceil(rows.size() * rule.samplePercent() / 100 - 1e-9));
        if (wanted >= rows.size()) {
            return rows;
        }
        List<Ranked> ranked = new ArrayList<>(rows.size());
        for (int row : rows) {
            String identity = indicators.identity(row);
            byte[] hash = Evidence.sha256(Evidence.bytes(rule.seed(), layer, identity));
            ranked.add(new Ranked(row, ByteBuffer.wrap(hash).getLong(), identity));
        }
        ranked.sort(Comparator.comparingLong(Ranked::rank).thenComparing(Ranked::identity));
        return ranked.stream().limit(wanted).map(Ranked::row).sorted().toList();
    }
}
