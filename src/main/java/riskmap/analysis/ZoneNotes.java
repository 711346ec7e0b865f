package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.geo.zonal.ZonalStatistics;

/** What is said of zones whose cells were counted: by which rule, which of them by another, and which have none. */
public final class ZoneNotes {
    /** Zones named; the others are counted. */
    private static final int NAMED = 20;

    private ZoneNotes() {}

    /**
     * Notes of the zones, those of the reading first.
     *
     * @param byCoverage whether a zone was measured by shares of cells
     * @param isEmpty whether a zone has no cell with data
     */
    public static List<Message> of(
            LayerRows zones, ZonalStatistics.Rule rule, IntPredicate byCoverage, IntPredicate isEmpty) {
        List<Message> notes = new ArrayList<>(zones.notes("zones"));
        notes.add(Message.of("analysis.rule-" + rule.key()));
        if (rule == ZonalStatistics.Rule.CENTRE || rule == ZonalStatistics.Rule.SEVERAL_CENTRES) {
            IntPredicate tiny = zone -> byCoverage.test(zone) && !isEmpty.test(zone);
            count(zones, tiny, (many, ids) -> notes.add(Message.of("analysis.note-tiny-zones", many, ids)));
        }
        count(
                zones,
                isEmpty,
                (many, ids) -> notes.add(Message.of("analysis.note-empty-zones", many, zones.size(), ids)));
        return notes;
    }

    /** Adds that zones have cells of infinite value, and with them no sum and no mean. */
    static void addInfinite(LayerRows zones, IntPredicate isInfinite, List<Message> notes) {
        count(zones, isInfinite, (many, ids) -> notes.add(Message.of("analysis.note-infinite-zones", many, ids)));
    }

    private static void count(LayerRows zones, IntPredicate wanted, BiConsumer<Long, NameList> found) {
        long many = IntStream.range(0, zones.size()).filter(wanted).count();
        if (many > 0) {
            List<String> ids = IntStream.range(0, zones.size())
                    .filter(wanted)
                    .limit(NAMED + 1)
                    .mapToObj(zones::id)
                    .toList();
            found.accept(many, NameList.of(ids, NAMED));
        }
    }
}
