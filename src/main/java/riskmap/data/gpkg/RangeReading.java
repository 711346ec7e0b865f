package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
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

    /** What is read of a range of keys, both ends included. */
    @FunctionalInterface
    private interface Range<T> {
        T read(int number, long from, long to, Connections.Opened reader, Progress progress) throws SQLException;
    }

    /** The first keys of all ranges but the first, which has no beginning as the last has no end. */
    private final long[] bounds;

    private final AtomicInteger next = new AtomicInteger();

    private RangeReading(long... bounds) {
        this.bounds = bounds;
    }

    /**
     * Rows of a layer.
     *
     * @param rows those asked for
     * @param withoutGeometry how many rows of the layer have no geometry
     */
    record Found(FeatureTable rows, long withoutGeometry) {}

    /** The rows; null where the query is for something else, or one thread reads them as well. */
    static FeatureTable read(Database database, LayerAccess access, Query query, Progress progress) {
        Found found = RowPlan.isOfAllRows(query) ? rows(database, access, query, progress) : null;
        return found == null ? null : found.rows();
    }

    /**
     * The rows of a query for all, or for those in a window, without the index; null where one thread reads them as well.
     */
    static Found rows(Database database, LayerAccess access, Query query, Progress progress) {
        if (readers() < 2 || !access.table().hasGeometry()) {
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
        List<List<Message>> notices = new ArrayList<>();
        for (int i = 0; i < RANGES; i++) {
            notices.add(new ArrayList<>());
        }
        Range<Found> range = (number, from, to, reader, own) -> {
            RowPlan rows = plan.between(from, to);
            try (RowCursor cursor =
                    new RowCursor(notices.get(number)::add, reader.connection(), reader.deadline(), rows)) {
                FeatureTable table = FeatureTable.of(rows, cursor, own);
                return new Found(table, cursor.withoutGeometry());
            }
        };
        List<Found> parts = new RangeReading(bounds).all(database, range, progress);
        notices.forEach(each -> each.forEach(database::notice));
        return new Found(
                FeatureTable.joined(parts.stream().map(Found::rows).toList()),
                parts.stream().mapToLong(Found::withoutGeometry).sum());
    }

    /** The points of a layer, for which the query asks; null where they are no plain ones. */
    static PackedPoints points(Database database, LayerAccess access, Query query, Progress progress) {
        RowPlan plan = RowPlan.of(access.table(), access.type(), query, false);
        long[] found = readers() < 2 ? null : database.read(connection -> bounds(connection, plan));
        Range<PackedPoints> range =
                (number, from, to, reader, own) -> PackedPoints.read(reader, access.table(), from, to, own);
        return PackedPoints.joined(
                new RangeReading(found == null ? new long[0] : found).all(database, range, progress));
    }

    private static int readers() {
        return Math.min(MOST_READERS, Parallel.processors());
    }

    private <T> List<T> all(Database database, Range<T> range, Progress progress) {
        List<T> parts = new ArrayList<>(Collections.nCopies(bounds.length + 1, null));
        try (SameState state = SameState.begin(database, bounds.length == 0 ? 1 : readers())) {
            run(state.connections(), (reader, own) -> readRanges(reader, range, parts, own), progress);
        } catch (SQLException e) {
            throw SqlFailure.of(database.file(), e);
        }
        return parts;
    }

    /**
     * The first keys of all ranges but the first; null where the keys are too few, or are not what the rows
     * lie by, as in a view.
     */
    private static long[] bounds(Connection connection, RowPlan plan) throws SQLException {
        long[] keys = keys(connection, plan);
        long span = keys == null ? -1 : keys[1] - keys[0];
        if (span < FEWEST_KEYS) {
            // or more keys than there are numbers
            return null;
        }
        long[] bounds = new long[RANGES - 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = keys[0] + span / RANGES * (i + 1) + 1;
        }
        return bounds;
    }

    /** The least and the greatest key of a table; null where it is empty or its rows do not lie by their keys, as in a view. */
    static long[] keys(Connection connection, RowPlan plan) throws SQLException {
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
        return least instanceof Number first && most instanceof Number last
                ? new long[] {first.longValue(), last.longValue()}
                : null;
    }

    /** What one of the threads does. */
    @FunctionalInterface
    private interface Share {
        void read(Connections.Opened reader, Progress progress) throws SQLException;
    }

    private static void run(List<Connections.Opened> readers, Share share, Progress progress) throws SQLException {
        List<Beside<SQLException>> others = new ArrayList<>();
        try {
            for (Connections.Opened reader : readers.subList(1, readers.size())) {
                others.add(Beside.begin("riskmap-read", progress, own -> beside(reader, share, own)));
            }
            share.read(readers.get(0), progress);
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
    private static SQLException beside(Connections.Opened reader, Share share, Progress progress) {
        try {
            share.read(reader, progress);
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    private <T> void readRanges(Connections.Opened reader, Range<T> range, List<T> parts, Progress progress)
            throws SQLException {
        for (int number = next.getAndIncrement(); number < parts.size(); number = next.getAndIncrement()) {
            long from = number == 0 ? Long.MIN_VALUE : bounds[number - 1];
            long to = number == bounds.length ? Long.MAX_VALUE : bounds[number] - 1;
            // each thread puts what it read in places of its own
            parts.set(number, range.read(number, from, to, reader, progress));
        }
    }
}
