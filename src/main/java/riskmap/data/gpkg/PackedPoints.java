package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.geotools.api.data.Query;
import org.locationtech.jts.geom.Point;
import riskmap.base.Progress;

/**
 * All points of a layer as plain coordinates. SQLite strings the geometries of some thousand rows together and hands them
 * over at once: a seventh of the time that one row after the other takes. Only for layers of plain points in tables; of
 * whatever else is met there is nothing, and the rows are read one by one.
 *
 * @param keys the keys of the rows, ascending
 * @param xy x and y of each row; NaN where it has no geometry
 */
record PackedPoints(long[] keys, double[] xy) {
    private static final int ROWS = 4096;

    /** After so many gaps in the keys no more runs without one are looked for. */
    private static final int GAPS = 8;

    /** Whether a query asks for the points of a layer and for nothing else. */
    static boolean canAnswer(Query query, LayerAccess access) {
        String[] names = query.getPropertyNames();
        return access.table().hasGeometry()
                && access.type().getGeometryDescriptor().getType().getBinding() == Point.class
                && names != null
                && names.length == 1
                && names[0].equals(access.table().layer().geometryColumn())
                && RowPlan.isOfAllRows(query);
    }

    /** Reads them in one state of the file; null where they cannot be had so. */
    static PackedPoints read(Connection connection, Deadline deadline, LayerTable table, Progress progress)
            throws SQLException {
        if (!Sql.exists(connection, "table", table.name())
                || !"UTF-8".equals(Sql.value(connection, "PRAGMA encoding"))) {
            return null;
        }
        long rows = Sql.number(connection, "SELECT count(*) FROM " + table.sqlName());
        if (rows > Integer.MAX_VALUE / 2 - 8) {
            return null;
        }
        PackedPoints result = new PackedPoints(new long[(int) rows], new double[(int) rows * 2]);
        String run = run(table);
        boolean byRuns = Sql.rows(connection, "EXPLAIN QUERY PLAN " + run, 0, ROWS).stream()
                .allMatch(step -> String.valueOf(step[3]).contains("USING INTEGER PRIMARY KEY"));
        int done = 0;
        int gaps = 0;
        try (PreparedStatement inRun = connection.prepareStatement(run);
                PreparedStatement scattered = connection.prepareStatement(scattered(table))) {
            long last = Long.MIN_VALUE;
            while (done < rows) {
                progress.check();
                if (deadline != null) {
                    deadline.restart();
                }
                boolean maybeRun = byRuns && gaps < GAPS && last >= 0 && last < Long.MAX_VALUE - ROWS;
                int count = maybeRun ? result.takeRun(inRun, last, done) : 0;
                if (count == 0) {
                    gaps += maybeRun ? 1 : 0;
                    count = result.takeScattered(scattered, last, done);
                }
                if (count <= 0) {
                    return null;
                }
                done += count;
                last = result.keys[done - 1];
            }
        }
        return result;
    }

    /** The geometries of a range of keys; in the order of the keys where the plan is to go along the table. */
    private static String run(LayerTable table) {
        String geometry = table.sqlGeometry();
        return "SELECT CAST(group_concat(" + geometry + ", '') AS BLOB), max(octet_length(" + geometry + ")) FROM "
                + table.sqlName() + " WHERE " + table.sqlKey() + ">? AND " + table.sqlKey() + "<=?";
    }

    /** The next rows whatever their keys: half as fast. */
    private static String scattered(LayerTable table) {
        return "SELECT CAST(group_concat(coalesce(g, x'00'), '') AS BLOB), count(*), group_concat(k),"
                + " max(k), count(g), min(l) FROM"
                + " (SELECT " + table.sqlKey() + " k, " + table.sqlGeometry() + " g, length(" + table.sqlGeometry()
                + ") l FROM " + table.sqlName() + " WHERE " + table.sqlKey() + ">? ORDER BY " + table.sqlKey()
                + " LIMIT "
                + ROWS + ")";
    }

    /**
     * Takes the next {@value #ROWS} rows where their keys have no gap; how many, 0 where they have, −1 if not plain. No
     * geometry is longer than the longest: where all together are so many times as long, no row and none of them is missing.
     */
    private int takeRun(PreparedStatement statement, long last, int done) throws SQLException {
        if (keys.length - done < ROWS) {
            return 0;
        }
        statement.setLong(1, last);
        statement.setLong(2, last + ROWS);
        try (ResultSet row = statement.executeQuery()) {
            byte[] bytes = row.next() ? row.getBytes(1) : null;
            long length = row.getLong(2);
            if (bytes == null || length == 0 || bytes.length != ROWS * length) {
                return 0;
            }
            for (int i = 0; i < ROWS; i++) {
                keys[done + i] = last + 1 + i;
            }
            return take(done, ROWS, bytes, (int) length, ROWS) ? ROWS : -1;
        }
    }

    /** Takes the next rows; how many, −1 where they are no plain points or there are none. */
    private int takeScattered(PreparedStatement statement, long last, int done) throws SQLException {
        statement.setLong(1, last);
        try (ResultSet row = statement.executeQuery()) {
            int count = row.next() ? row.getInt(2) : 0;
            if (count == 0 || count > keys.length - done) {
                return -1;
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

    void handOver(RowSink sink) {
        for (int row = 0; row < keys.length; row++) {
            sink.point(keys[row], xy[2 * row], xy[2 * row + 1]);
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
}
