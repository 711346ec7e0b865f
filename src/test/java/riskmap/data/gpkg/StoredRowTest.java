package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells asked straight of SQLite are what JDBC gives, in kind and value. */
class StoredRowTest {
    private static final String EVERY_KIND = "VALUES (1, NULL), (2, 0), (3, -2147483648),"
            + " (4, 2147483648), (5, 9223372036854775807), (6, 0.1), (7, 9e999), (8, ''), (9, '镇'), (10, x''),"
            + " (11, x'00ff'), (12, '7')";

    @Test
    void everyKindOfCellIsAsJdbcGivesIt() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(EVERY_KIND)) {
            StoredRow row = new StoredRow(statement);
            List<Long> keys = new ArrayList<>();
            while (rows.next()) {
                Object expected = rows.getObject(2);
                row.read(at -> {
                    keys.add(at.number(1));
                    assertThat(at.value(2)).isEqualTo(expected);
                    assertThat(at.bytes(2)).isEqualTo(rows.getBytes(2));
                    assertThat(at.text(2)).isEqualTo(rows.getString(2));
                });
            }
            assertThat(keys).hasSize(12).startsWith(1L, 2L, 3L).endsWith(12L);
        }
    }

    @Test
    void aRowIsNotReadOnceItsStatementIsClosed() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Statement statement = connection.createStatement();
            statement.executeQuery("SELECT 1");
            StoredRow row = new StoredRow(statement);
            statement.close();
            assertThatThrownBy(() -> row.read(at -> at.number(1))).isInstanceOf(SQLException.class);
        }
    }
}
