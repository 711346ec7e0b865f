package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import riskmap.base.Progress;

/** Reads a range of keys for {@link PackedPoints}: runs of keys without a gap where there are any, else row after row. */
final class PointReading implements AutoCloseable {
    private static final int ROWS = 4096;

    /** After so many gaps in the keys no more runs without one are looked for. */
    private static final int GAPS = 8;

    /** Room for so many keys is made before it is known how many there are. */
    private static final int MOST_AT_ONCE = 1 << 18;

    /** More rows than an array of their coordinates can hold. */
    private static final int MOST = Integer.MAX_VALUE / 2 - 8 - ROWS;

    private final PreparedStatement inRun;
    private final PreparedStatement scattered;
    private final boolean byRuns;
    private long[] keys = new long[4 * ROWS];
    private double[] xy = new double[8 * ROWS];
    private int done;
    private int gaps;

    PointReading(Connection connection, LayerTable table) throws SQLException {
        String run = run(table);
        byRuns = Sql.rows(connection, "EXPLAIN QUERY PLAN " + run, 0, ROWS).stream()
                .allMatch(step -> String.valueOf(step[3]).contains("USING INTEGER PRIMARY KEY"));
        inRun = connection.prepareStatement(run);
        scattered = connection.prepareStatement(scattered(table));
    }

    /** The geometries of a range of keys; in the order of the keys where the plan is to go along the table. */
    private static String run(LayerTable table) {
        String geometry = table.sqlGeometry();
        return "SELECT CAST(group_concat(" + geometry + ", '') AS BLOB), max(octet_length(" + geometry + ")) FROM "
                + table.sqlName() + " WHERE " + table.sqlKey() + ">=? AND " + table.sqlKey() + "<=?";
    }

    /** The next rows whatever their keys: half as fast. */
    private static String scattered(LayerTable table) {
        String key = table.sqlKey();
        return "SELECT CAST(group_concat(coalesce(g, x'00'), '') AS BLOB), count(*), group_concat(k),"
                + " max(k), count(g), min(l) FROM"
                + " (SELECT " + key + " k, " + table.sqlGeometry() + " g, length(" + table.sqlGeometry()
                + ") l FROM " + table.sqlName() + " WHERE " + key + ">=? AND " + key + "<=? ORDER BY " + key
                + " LIMIT " + ROWS + ")";
    }

    /** The points with keys from one to another, both included; null where not all are plain ones. */
    PackedPoints read(long from, long to, Deadline deadline, Progress progress) throws SQLException {
        long span = to - from;
        if (from < to && span > 0 && span < MOST_AT_ONCE) {
            // as many as there can be: none is moved when more room is needed
            keys = new long[(int) span + 1 + ROWS];
            xy = new double[2 * keys.length];
        }
        long next = from;
        while (done <= MOST) {
            int count = take(next, to, deadline, progress);
            if (count < 0) {
                return null;
            }
            done += count;
            if (count == 0 || keys[done - 1] == to) {
                return new PackedPoints(Arrays.copyOf(keys, done), Arrays.copyOf(xy, 2 * done));
            }
            next = keys[done - 1] + 1;
        }
        return null;
    }

    /**
     * Hands over the points with keys from one to another, both included, without keeping them.
     *
     * @return the key that the first that was not handed over has at least, as it may be no plain one; null for all
     */
    Long handOver(long from, long to, RowSink sink, Deadline deadline, Progress progress) throws SQLException {
        long next = from;
        while (true) {
            int count = take(next, to, deadline, progress);
            for (int i = 0; i < count; i++) {
                sink.point(keys[i], xy[2 * i], xy[2 * i + 1]);
            }
            if (count < 0) {
                return next;
            }
            if (count == 0 || keys[count - 1] == to) {
                return null;
            }
            next = keys[count - 1] + 1;
        }
    }

    /** Takes the next rows behind those that are kept; how many, 0 where there are none left, −1 where they are no plain points. */
    private int take(long next, long to, Deadline deadline, Progress progress) throws SQLException {
        progress.check();
        if (deadline != null) {
            deadline.restart();
        }
        room();
        boolean maybeRun = byRuns && gaps < GAPS && next > Long.MIN_VALUE && next <= Long.MAX_VALUE - ROWS;
        // the last run of a range is a shorter one; no run goes beyond it
        int rows = maybeRun ? (int) Math.min(ROWS, Math.min(to, next + ROWS - 1) - next + 1) : 0;
        int count = maybeRun ? takeRun(next, rows) : 0;
        if (count == 0) {
            gaps += maybeRun ? 1 : 0;
            count = takeScattered(next, to);
        }
        return count;
    }

    private void room() {
        if (done + ROWS > keys.length) {
            int more = (int) Math.min(MOST + (long) ROWS, 2L * keys.length);
            keys = Arrays.copyOf(keys, more);
            xy = Arrays.copyOf(xy, 2 * more);
        }
    }

    /**
     * Takes so many rows from a key on where their keys have no gap; how many, 0 where they have, −1 if not plain. No
     * geometry is longer than the longest: where all together are so many times as long, no row and none of them is missing.
     */
    private int takeRun(long next, int rows) throws SQLException {
        inRun.setLong(1, next);
        inRun.setLong(2, next + rows - 1);
        try (ResultSet row = inRun.executeQuery()) {
            byte[] bytes = row.next() ? row.getBytes(1) : null;
            long length = row.getLong(2);
            if (bytes == null || length == 0 || bytes.length != rows * length) {
                return 0;
            }
            for (int i = 0; i < rows; i++) {
                keys[done + i] = next + i;
            }
            return take(done, rows, bytes, (int) length, rows) ? rows : -1;
        }
    }

    /** Takes the next rows of a range; how many, 0 where there are none left, −1 where they are no plain points. */
    private int takeScattered(long next, long to) throws SQLException {
        scattered.setLong(1, next);
        scattered.setLong(2, to);
        try (ResultSet row = scattered.executeQuery()) {
            int count = row.next() ? row.getInt(2) : 0;
            if (count == 0) {
                return 0;
            }
            String list = row.getString(3);
            int at = done;
            for (int digit = 0; digit < list.length(); at++) {
                int comma = list.indexOf(',', digit);
                int end = comma < 0 ? list.length() : comma;
                keys[at] = Long.parseLong(list, digit, end, 10);
                digit = end + 1;
            }
            return take(done, count, row.getBytes(1), row.getInt(6), row.getInt(5)) ? count : -1;
        }
    }

    /**
     * Decodes the geometries of so many rows; false where one is no plain point. As many as expected, and all together as
     * long as if each had the least or the greatest length: then each of them is one.
     */
    private boolean take(int from, int count, byte[] bytes, int length, int expected) {
        int at = 0;
        int points = 0;
        for (int row = from; row < from + count; row++) {
            int next = point(row, bytes, at);
            if (next < 0 || next - at != 1 && next - at != length) {
                return false;
            }
            points += next - at == 1 ? 0 : 1;
            at = next;
        }
        return at == bytes.length && points == expected;
    }

    /** Decodes the point that begins here; where the next one does, or −1 where this is no plain point. */
    private int point(int row, byte[] bytes, int at) {
        if (at < bytes.length && bytes[at] == 0) {
            Arrays.fill(xy, 2 * row, 2 * row + 2, Double.NaN);
            return at + 1;
        }
        int wkb = wkb(bytes, at);
        if (wkb < 0 || wkb + 21 > bytes.length || bytes[wkb] != 0 && bytes[wkb] != 1) {
            return -1;
        }
        boolean little = bytes[wkb] == 1;
        if (GeometryBlob.integer(bytes, wkb + 1, little) != WkbType.POINT) {
            return -1;
        }
        double x = GeometryBlob.number(bytes, wkb + 5, little);
        double y = GeometryBlob.number(bytes, wkb + 13, little);
        boolean saysEmpty = (bytes[at + 3] & 0x10) != 0;
        if (Double.isNaN(x) != Double.isNaN(y) || saysEmpty && !Double.isNaN(x)) {
            return -1;
        }
        xy[2 * row] = x;
        xy[2 * row + 1] = y;
        return wkb + 21;
    }

    /** Where the WKB begins of a geometry without or with the plainest envelope, −1 where it is something else. */
    private static int wkb(byte[] bytes, int at) {
        boolean plain = at + GeometryBlob.FIXED < bytes.length
                && bytes[at] == 'G'
                && bytes[at + 1] == 'P'
                && bytes[at + 2] == 0
                && (bytes[at + 3] & 0x20) == 0;
        int envelope = plain ? (bytes[at + 3] >> 1) & 7 : 7;
        return envelope > 1 ? -1 : at + GeometryBlob.FIXED + 32 * envelope;
    }

    @Override
    public void close() throws SQLException {
        try (PreparedStatement first = inRun) {
            scattered.close();
        }
    }
}
