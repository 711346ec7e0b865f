package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that go in several with a statement are those that went in one by one. */
class RowsInsertTest {
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 64, 500})
    void everyRowKeepsItsKeyItsValuesAndItsPlace(int count) throws SQLException {
        Sql.script(
                connection,
                "CREATE TABLE t (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom BLOB, name TEXT, n REAL)");
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] blob = i % 7 == 0 ? null : new byte[] {(byte) i, 1};
            rows.add(new Object[] {3L * i + 1, blob, i % 5 == 0 ? null : "镇(" + i + ")", i / 3.0});
        }
        try (RowsInsert insert =
                new RowsInsert(connection, "INSERT INTO t (\"fid\", \"geom\", \"name\", \"n\") VALUES (?, ?, ?, ?)")) {
            insert.add(rows);
        }
        List<Object[]> found = Sql.rows(connection, "SELECT * FROM t ORDER BY fid");
        assertThat(found).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(((Number) found.get(i)[0]).longValue()).isEqualTo(3L * i + 1);
            assertThat(found.get(i)[1]).isEqualTo(rows.get(i)[1]);
            assertThat(found.get(i)[2]).isEqualTo(rows.get(i)[2]);
            assertThat(found.get(i)[3]).isEqualTo(rows.get(i)[3]);
        }
        assertThat(Sql.number(connection, "SELECT seq FROM sqlite_sequence"))
                .isEqualTo(count == 0 ? 0 : 3L * count - 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 600, 1500})
    void tablesOfAnyWidthAreFilled(int width) throws SQLException {
        StringJoiner columns = new StringJoiner(", ");
        StringJoiner marks = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < width; i++) {
            columns.add("c" + i);
            marks.add("?");
        }
        Sql.script(connection, "CREATE TABLE t (" + columns + ")");
        try (RowsInsert insert = new RowsInsert(connection, "INSERT INTO t VALUES " + marks)) {
            List<Object[]> rows = new ArrayList<>();
            for (int row = 0; row < 70; row++) {
                Object[] values = new Object[width];
                for (int i = 0; i < width; i++) {
                    values[i] = (long) row * i;
                }
                rows.add(values);
            }
            insert.add(rows);
        }
        assertThat(Sql.number(connection, "SELECT count(*) FROM t")).isEqualTo(70);
        assertThat(Sql.number(connection, "SELECT sum(c" + (width - 1) + ") FROM t"))
                .isEqualTo(69L * 70 / 2 * (width - 1));
    }

    @Test
    void rowsOfMegabytesGoInBesideSmallOnes() throws SQLException {
        Sql.script(connection, "CREATE TABLE t (id INTEGER PRIMARY KEY, geom BLOB)");
        List<Object[]> rows = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < 100; i++) {
            byte[] blob = new byte[i % 40 == 3 ? 2_000_000 : 10];
            bytes += blob.length;
            rows.add(new Object[] {(long) i, blob});
        }
        try (RowsInsert insert = new RowsInsert(connection, "INSERT INTO t VALUES (?, ?)")) {
            insert.add(rows);
        }
        assertThat(Sql.number(connection, "SELECT sum(length(geom)) FROM t")).isEqualTo(bytes);
        assertThat(Sql.number(connection, "SELECT count(*) FROM t")).isEqualTo(100);
    }

    @Test
    void aRowThatIsRefusedIsTold() throws SQLException {
        Sql.script(connection, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(new Object[] {(long) Math.min(i, 20)});
        }
        try (RowsInsert insert = new RowsInsert(connection, "INSERT INTO t VALUES (?)")) {
            assertThatThrownBy(() -> insert.add(rows))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("UNIQUE");
        }
    }
}
