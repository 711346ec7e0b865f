package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import riskmap.base.CancelledException;
import riskmap.base.Progress;

/** Rows put in by a thread of their own: all of them in their order, or the failure where the caller sees it. */
class BatchInsertTest {
    private static final String SQL = "INSERT INTO t VALUES (?, ?)";

    private Connection connection;

    @BeforeEach
    void aTableThatRefusesNegativeNumbers() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Sql.script(connection, "CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER CHECK (n >= 0))");
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1000, 12_345})
    void allRowsAreInWhenItIsFinished(int count) throws SQLException {
        try (BatchInsert insert = new BatchInsert(connection, SQL, Progress.silent())) {
            for (int i = 0; i < count; i++) {
                insert.add(new Object[] {(long) i, 2L * i});
            }
            insert.finish();
        }
        assertThat(Sql.number(connection, "SELECT count(*) FROM t WHERE n = 2 * id"))
                .isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 700, 4900, 4999})
    void aRowThatIsRefusedEndsItForTheCaller(int refused) throws SQLException {
        try (BatchInsert insert = new BatchInsert(connection, SQL, Progress.silent())) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 5000; i++) {
                            insert.add(new Object[] {(long) i, i == refused ? -1L : 1L});
                        }
                        insert.finish();
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("CHECK");
        }
        connection.rollback();
        assertThat(Sql.number(connection, "SELECT count(*) FROM t")).isZero();
    }

    @Test
    void whenItIsClosedUnfinishedNothingGoesInAfterwards() throws SQLException {
        AtomicBoolean cancelled = new AtomicBoolean();
        BatchInsert insert = new BatchInsert(connection, SQL, Progress.silentUntil(cancelled::get));
        for (int i = 0; i < 3000; i++) {
            insert.add(new Object[] {(long) i, 1L});
        }
        cancelled.set(true);
        assertThatThrownBy(() -> {
                    for (int i = 3000; i < 100_000; i++) {
                        insert.add(new Object[] {(long) i, 1L});
                    }
                })
                .isInstanceOf(CancelledException.class);
        insert.close();
        long count = Sql.number(connection, "SELECT count(*) FROM t");
        connection.rollback();
        assertThat(count).isLessThan(100_000);
        assertThat(Sql.number(connection, "SELECT count(*) FROM t")).isZero();
    }
}
