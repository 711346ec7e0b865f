package riskmap.data.gpkg;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.geotools.api.data.Query;
import org.locationtech.jts.geom.Point;
import riskmap.base.Progress;

/**
 * Hands over all points, lines or areas of a layer where nothing else of it is asked for. SQLite strings the geometries of
 * many rows together and hands them over at once, and no object is made of any. Rows among which a key is left out, a geometry is missing or is no {@link PlainShape} are read one by one.
 */
final class ShapeReading implements AutoCloseable {
    /** About how many bytes are strung together: as many as SQLite keeps in memory for who reads a table once. */
    private static final int BYTES = 1 << 19;

    /** No more than this of them: of more rows only shorter geometries are strung together. */
    private static final int MOST_BYTES = 16 * BYTES;

    private static final int FIRST_ROWS = 64;
    private static final int MOST_ROWS = 4096;

    /** After so many stretches, one after the other, that could not be read so, all that is left is read one by one. */
    private static final int FAILURES = 8;

    private final Database database;
    private final Connections.Opened reader;
    private final RowPlan plan;
    private final RowSink sink;
    private final PreparedStatement stretch;
    private final PlainShape shape = new PlainShape();
    /** Of the rows of a stretch: how many bytes each geometry has. */
    private final int[] sizes = new int[MOST_ROWS];

    /** How many bytes were strung together last. */
    private int length;

    private ShapeReading(Database database, Connections.Opened reader, RowPlan plan, RowSink sink) throws SQLException {
        this.database = database;
        this.reader = reader;
        this.plan = plan;
        this.sink = sink;
        LayerTable table = plan.table();
        String shape = table.sqlGeometry();
        String of = " FROM " + table.sqlName() + " WHERE " + table.sqlKey() + ">=? AND " + table.sqlKey() + "<=?";
        stretch = reader.connection()
                .prepareStatement("SELECT count(*), group_concat(octet_length(" + shape + ")),"
                        + " CAST(group_concat(CASE WHEN octet_length(" + shape + ")<=? THEN " + shape
                        + " END, '') AS BLOB)" + of);
    }

    /** Hands over the rows; false, with none handed over, where they do not lie in the order of their keys. */
    static boolean read(Database database, LayerAccess access, Query query, RowSink sink, Progress progress) {
        RowPlan plan = RowPlan.of(access.table(), access.type(), query, false);
        try (SameState state = SameState.begin(database, 1)) {
            Connections.Opened reader = state.connections().get(0);
            long[] keys = RangeReading.keys(reader.connection(), plan);
            boolean countable = keys != null && keys[1] - keys[0] >= 0 && keys[1] < Long.MAX_VALUE;
            if (!countable || !"UTF-8".equals(Sql.value(reader.connection(), "PRAGMA encoding"))) {
                return false;
            }
            Long first = keys[0];
            if (access.type().getGeometryDescriptor().getType().getBinding() == Point.class) {
                try (PointReading points = new PointReading(reader.connection(), access.table())) {
                    first = points.handOver(first, keys[1], sink, reader.deadline(), progress);
                }
            }
            if (first != null) {
                try (ShapeReading reading = new ShapeReading(database, reader, plan, sink)) {
                    reading.all(first, keys[1], progress);
                }
            }
            return true;
        } catch (SQLException e) {
            throw SqlFailure.of(database.file(), e);
        }
    }

    private void all(long first, long last, Progress progress) throws SQLException {
        int rows = FIRST_ROWS;
        int failures = 0;
        long from = first;
        while (true) {
            progress.check();
            boolean isRest = last - from < rows;
            long to = isRest ? last : from + rows - 1;
            long done = shapes(from, (int) (to - from + 1));
            if (done <= to && rows > FIRST_ROWS) {
                // of fewer rows at a time maybe more can be read so
                from = done;
                rows = FIRST_ROWS;
                continue;
            }
            failures = done > to ? 0 : failures + 1;
            if (done <= to) {
                oneByOne(done, failures == FAILURES ? last : to, progress);
            }
            Long next = isRest || failures == FAILURES ? null : done > to ? (Long) done : keyAfter(to);
            if (next == null) {
                return;
            }
            from = next;
            if (failures == 0) {
                long fitting = (long) rows * BYTES / Math.max(1, length);
                rows = (int) Math.max(FIRST_ROWS, Math.min(fitting, Math.min(MOST_ROWS, 4 * rows)));
            }
        }
    }

    /** The next key behind one, null where there is none: behind a gap there may be a wide one. */
    private Long keyAfter(long key) throws SQLException {
        LayerTable table = plan.table();
        String sql = "SELECT min(" + table.sqlKey() + ") FROM " + table.sqlName() + " WHERE " + table.sqlKey() + ">?";
        return Sql.value(reader.connection(), sql, key) instanceof Number next ? (Long) next.longValue() : null;
    }

    /** Hands over some rows without a gap, as far as they are plain shapes; the key of the first that is not. */
    private long shapes(long from, int rows) throws SQLException {
        if (reader.deadline() != null) {
            reader.deadline().restart();
        }
        int longest = MOST_BYTES / rows;
        stretch.setInt(1, longest);
        stretch.setLong(2, from);
        stretch.setLong(3, from + rows - 1);
        byte[] bytes;
        try (ResultSet row = stretch.executeQuery()) {
            boolean whole = row.next() && row.getLong(1) == rows && lengths(row.getString(2)) == rows;
            bytes = whole ? row.getBytes(3) : null;
        }
        length = bytes == null ? 0 : bytes.length;
        int at = 0;
        for (int i = 0; i < rows; i++) {
            if (bytes == null || sizes[i] > longest || shape.read(bytes, at) != at + sizes[i]) {
                return from + i;
            }
            sink.shape(from + i, shape);
            at += sizes[i];
        }
        return from + rows;
    }

    /** Notes how long geometries are; of how many. */
    private int lengths(String list) {
        int count = 0;
        int size = 0;
        int end = list == null ? -1 : list.length();
        for (int i = 0; i <= end; i++) {
            char letter = i == end ? ',' : list.charAt(i);
            if (letter == ',') {
                sizes[count++] = size;
                size = 0;
            } else {
                size = 10 * size + letter - '0';
            }
        }
        return count;
    }

    private void oneByOne(long from, long to, Progress progress) throws SQLException {
        RowPlan rows = plan.between(from, to);
        try (RowCursor cursor = new RowCursor(database::notice, reader.connection(), reader.deadline(), rows)) {
            rows.handOver(cursor, sink, progress);
        }
    }

    @Override
    public void close() throws SQLException {
        stretch.close();
    }
}
