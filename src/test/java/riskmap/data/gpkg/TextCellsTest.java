package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a column of texts holds is read alike from the bytes of the file and as SQLite's text. */
class TextCellsTest {
    @TempDir
    Path folder;

    @Test
    void textsAreReadAlikeFromTheirBytesAndAsText() throws Exception {
        try (Connection connection = open("utf8", "UTF-8")) {
            List<Object> expected = new ArrayList<>();
            for (Object text : texts()) {
                expected.add(text);
                expected.add(text);
            }
            assertThat(read(connection, true)).isEqualTo(expected);
            assertThat(read(connection, false)).isEqualTo(expected);
        }
    }

    @Test
    void textsOfAFileInAnotherEncodingAreReadAsText() throws Exception {
        try (Connection connection = open("utf16", "UTF-16le")) {
            assertThat(read(connection, false)).startsWith("镇", "镇", "", "", null, null);
        }
    }

    @Test
    void bytesThatAreNoUtf8AreReadAsChineseAndTold() throws Exception {
        try (Connection connection = open("chinese", "UTF-8");
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM t");
            statement.execute(
                    "INSERT INTO t VALUES (1, CAST(x'd5f2' AS TEXT)), (2, CAST(x'ff' AS TEXT)), (3, '\uFFFD')");
            List<Long> told = new ArrayList<>();
            List<Object> read = new ArrayList<>();
            Long[] id = {null};
            CellReader reader = new CellReader.TextReader(() -> told.add(id[0]), true);
            try (ResultSet rows = statement.executeQuery("SELECT id, text FROM t ORDER BY id")) {
                StoredRow row = new StoredRow(statement);
                while (rows.next()) {
                    row.read(at -> {
                        id[0] = at.number(1);
                        read.add(reader.read(at, 2));
                    });
                }
            }
            assertThat(read).containsExactly("镇", "\uFFFD", "\uFFFD");
            assertThat(told).containsExactly(1L, 2L);
        }
    }

    private static List<Object> texts() {
        List<Object> texts = new ArrayList<>();
        texts.add("镇");
        texts.add("");
        texts.add(null);
        texts.add("a\0b");
        texts.add("𠮷".repeat(3000));
        texts.add("7.50");
        for (int i = 0; i < 2000; i++) {
            texts.add("第" + i + "号");
        }
        return texts;
    }

    /** A table in which each of the texts stands twice. */
    private Connection open(String name, String encoding) throws Exception {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name + ".db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA encoding='" + encoding + "'");
            statement.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)");
        }
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t (text) VALUES (?), (?)")) {
            for (Object text : texts()) {
                insert.setObject(1, text);
                insert.setObject(2, text);
                insert.executeUpdate();
            }
        }
        connection.setAutoCommit(true);
        return connection;
    }

    private static List<Object> read(Connection connection, boolean isUtf8) throws Exception {
        CellReader reader = new CellReader.TextReader(() -> {}, isUtf8);
        List<Object> read = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, text FROM t ORDER BY id")) {
            StoredRow row = new StoredRow(statement);
            while (rows.next()) {
                row.read(at -> read.add(reader.read(at, 2)));
            }
        }
        return read;
    }
}
