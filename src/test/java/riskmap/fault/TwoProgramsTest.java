package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Author;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.data.StoreUnavailableException;
import riskmap.data.gpkg.GeoPackage;

/**
 * Two programs write the same file at once, a thousand commits each, and a third one that knows nothing of this program
 * writes beside them: what each was told to be done is there. {@code -Driskmap.commits=50000} goes on for longer.
 */
class TwoProgramsTest {
    private static final int COMMITS = Integer.getInteger("riskmap.commits", 1000);

    private Path folder;

    @BeforeEach
    void aFolder() throws Exception {
        folder = Folders.inMemory("riskmap-two");
    }

    @AfterEach
    void clean() throws Exception {
        Folders.remove(folder);
    }

    /** Adds rows one by one; says the key of each when it is done. Arguments: file, first key, how many. */
    public static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            long first = Long.parseLong(arguments[1]);
            StringBuilder done = new StringBuilder();
            try (GeoPackage file = GeoPackage.open(Path.of(arguments[0]), false)) {
                for (long fid = first; fid < first + Long.parseLong(arguments[2]); fid++) {
                    Map<String, Object> values = EditProject.values("stop", new EditModel.Cell((int) fid % 1000, 5));
                    Changes step = Changes.of(Message.of("加"), RowChange.added("stop", fid, values));
                    while (!isDone(file, step)) {
                        Thread.onSpinWait();
                    }
                    done.append(fid).append('\n');
                }
            }
            System.out.print(done);
        }

        private static boolean isDone(GeoPackage file, Changes step) {
            try {
                file.edits().commit(step, new Author("甲", "机", ""), Progress.silent());
                return true;
            } catch (StoreUnavailableException busy) {
                return false;
            }
        }
    }

    @Test
    void whatEachWasToldToBeDoneIsThere() throws Exception {
        Path file = folder.resolve("区.gpkg");
        EditProject.create(file);
        List<Process> programs = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            programs.add(Child.start(
                    Writer.class,
                    List.of(),
                    Map.of(),
                    file.toString(),
                    Integer.toString(i * 1_000_000),
                    Integer.toString(COMMITS)));
        }
        int foreign = 0;
        while (programs.stream().anyMatch(Process::isAlive)) {
            foreign += writeAsAnother(file, foreign);
        }
        TreeSet<Long> acked = new TreeSet<>();
        for (Process program : programs) {
            Child.lines(program).lines().map(Long::valueOf).forEach(acked::add);
            assertThat(program.waitFor()).as(Child.errors(program)).isZero();
        }
        assertThat(acked).hasSize(2 * COMMITS);
        TreeSet<Long> found = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT fid FROM stop")) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            assertThat(number(statement, "SELECT count(*) FROM riskmap_edit WHERE state='DONE'"))
                    .isEqualTo(2 * COMMITS);
            assertThat(number(statement, "SELECT count(*) FROM rtree_stop_geom"))
                    .isEqualTo(2 * COMMITS);
            assertThat(number(statement, "SELECT count(*) FROM foreign_notes")).isEqualTo(foreign);
        }
        System.out.printf("two programs: %d + %d commits, a third beside: %d, lost 0%n", COMMITS, COMMITS, foreign);
        assertThat(found).isEqualTo(acked);
        assertThat(foreign).isPositive();
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }

    private static int writeAsAnother(Path file, int number) throws Exception {
        Thread.sleep(20);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout=5000");
            statement.execute("CREATE TABLE IF NOT EXISTS foreign_notes (n INTEGER)");
            return statement.executeUpdate("INSERT INTO foreign_notes VALUES (" + number + ")");
        } catch (SQLException busy) {
            return 0;
        }
    }
}
