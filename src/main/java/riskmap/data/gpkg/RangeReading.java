package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.geotools.api.data.Query;
import riskmap.base.Beside;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

/**
 * Reads all rows of a layer on several threads: each reads one range of keys after the other through a connection of its
 * own, and all of them see the same state of the file. The rows, their order and what is noticed are those of one thread.
 */
final class RangeReading {
    /** More threads gain nothing: the file is read through one disk. */
    private static final int MOST_READERS = 4;

    /** Ranges are many, so that none waits for another where the rows lie unevenly. */
    private static final int RANGES = 16;

    /** A second connection costs as much as reading so many rows. */
    private static final int FEWEST_KEYS = 1024;

    private final RowPlan plan;
    private final long[] bounds;
    private final AtomicInteger next = new AtomicInteger();
    private final FeatureTable[] parts = new FeatureTable[RANGES];
    private final List<List<Message>> notices = new ArrayList<>();

    private RangeReading(RowPlan plan, long[] bounds) {
        this.plan = plan;
        this.bounds = bounds;
        for (int i = 0; i < RANGES; i++) {
            notices.add(new ArrayList<>());
        }
    }

    /** The rows; null where the query is for something else, or one thread reads them as well. */
    static FeatureTable read(Database database, LayerAccess access, Query query, Progress progress) {
        int readers = Math.min(MOST_READERS, Parallel.processors());
        if (readers < 2 || !access.table().hasGeometry() || !RowPlan.isOfAllRows(query)) {
            return null;
        }
        RowPlan plan = RowPlan.of(access.table(), access.type(), query, false);
        if (plan.readType().getGeometryDescriptor() == null) {
            return null;
        }
        long[] bounds = database.read(connection -> bounds(connection, plan));
        if (bounds == null) {
            return null;
        }
        RangeReading reading = new RangeReading(plan, bounds);
        try (SameState state = SameState.begin(database, readers)) {
            reading.run(database, state.connections(), progress);
        } catch (SQLException e) {
            throw SqlFailure.of(database.file(), e);
        }
        reading.notices.forEach(each -> each.forEach(database::notice));
        return FeatureTable.joined(Arrays.asList(reading.parts));
    }

    /**
     * The last keys of all ranges but the last, which has no end; null where the keys are too few, or are not what the rows
     * lie by, as in a view.
     */
    private static long[] bounds(Connection connection, RowPlan plan) throws SQLException {
        String key = plan.table().sqlKey();
        String from = " FROM " + plan.table().sqlName();
        if (!Sql.exists(connection, "table", plan.table().name())) {
            return null;
        }
        boolean byKey = Sql.rows(
                        connection, "EXPLAIN QUERY PLAN " + plan.between(0, 0).sql(), 0, 0)
                .stream()
                .allMatch(step -> String.valueOf(step[3]).contains("USING INTEGER PRIMARY KEY"));
        Object least = byKey ? Sql.value(connection, "SELECT min(" + key + ")" + from) : null;
        Object most = least == null ? null : Sql.value(connection, "SELECT max(" + key + ")" + from);
        if (!(least instanceof Number first) || !(most instanceof Number last)) {
            return null;
        }
        long span = last.longValue() - first.longValue();
        if (span < FEWEST_KEYS) {
            // or more keys than there are numbers
            return null;
        }
        long[] bounds = new long[RANGES - 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = first.longValue() + span / RANGES * (i + 1);
        }
        return bounds;
    }

    private void run(Database database, List<Connections.Opened> readers, Progress progress) throws SQLException {
        List<Beside<SQLException>> others = new ArrayList<>();
        try {
            for (Connections.Opened reader : readers.subList(1, readers.size())) {
                others.add(Beside.begin("riskmap-read", progress, own -> beside(reader, own)));
            }
            readRanges(readers.get(0), progress);
            for (Beside<SQLException> other : others) {
                SQLException failure = other.result();
                if (failure != null) {
                    throw failure;
                }
            }
        } finally {
            // none reads any more when the connections are given back
            others.forEach(Beside::close);
        }
    }

    /** What went wrong, null for nothing. */
    private SQLException beside(Connections.Opened reader, Progress progress) {
        try {
            readRanges(reader, progress);
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    private void readRanges(Connections.Opened reader, Progress progress) throws SQLException {
        for (int range = next.getAndIncrement(); range < RANGES; range = next.getAndIncrement()) {
            RowPlan rows = plan.between(
                    range == 0 ? Long.MIN_VALUE : bounds[range - 1] + 1,
                    range == RANGES - 1 ? Long.MAX_VALUE : bounds[range]);
            try (RowCursor cursor =
                    new RowCursor(notices.get(range)::add, reader.connection(), reader.deadline(), rows)) {
                parts[range] = FeatureTable.of(rows, cursor, progress);
            }
        }
    }
}
