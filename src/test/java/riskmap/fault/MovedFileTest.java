package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.edit.EditSession;
import riskmap.edit.StepPendingException;

/**
 * The file is taken away, replaced or cut under the open program. What is told as done can be read from the file by
 * somebody else; what cannot be done waits beside, on the disk.
 */
class MovedFileTest {
    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("riskmap.journal");
        System.clearProperty("riskmap.settings");
    }

    @ParameterizedTest
    @CsvSource({
        "wal, rm -f P", "delete, rm -f P",
        "wal, mv P P.away", "delete, mv P P.away",
        "wal, mv P.old P", "delete, mv P.old P",
        "wal, cp P.old P", "delete, cp P.old P",
        "wal, truncate -s 0 P", "delete, truncate -s 0 P",
        "wal, truncate -s 8192 P", "delete, truncate -s 8192 P",
        "wal, rm -f P-wal", "wal, rm -f P-wal P-shm",
        "wal, mv D D.away", "delete, mv D D.away",
        "wal, mv P.other P", "delete, mv P.other P",
        "wal, dd if=/dev/zero of=P bs=4096 count=1 conv=notrunc",
                "delete, dd if=/dev/zero of=P bs=4096 count=1 conv=notrunc"
    })
    void nothingIsToldAsDoneThatIsNot(String journal, String command) throws Exception {
        System.setProperty("riskmap.settings", folder.resolve("own").toString());
        System.setProperty("riskmap.journal", journal);
        Path place = Files.createDirectory(folder.resolve("d"));
        Path project = place.resolve("p.gpkg");
        EditProject.create(place.resolve("p.gpkg.other"));
        EditProject.create(project);
        Files.copy(project, place.resolve("p.gpkg.old"));
        EditModel model = EditProject.fresh();
        String outcome;
        Workspace open = Workspace.open(project, false, Progress.silent());
        try {
            edit(open.edits(), model, "+stop:1:1");
            run(command.replace("P", project.toString()).replace("D", place.toString()));
            try {
                edit(open.edits(), model, "+stop:2:2");
                outcome = "done";
                assertThat(stops(project)).as("told as done").contains(2L);
            } catch (StepPendingException waits) {
                outcome = "waits";
                assertThat(open.edits().pending()).hasSize(1);
            } catch (RiskMapException refused) {
                outcome = "refused: " + refused.userMessage().text();
            }
        } finally {
            closeAnyhow(open);
        }
        if (outcome.equals("done")) {
            assertThat(stops(project)).as("told as done, after closing").contains(2L);
        }
        System.out.printf("%s, %s: %s%n", journal, command, outcome);
        assertThat(outcome).doesNotStartWith("refused");
    }

    /** A file that is damaged may say so once more. */
    private static void closeAnyhow(Workspace open) {
        try {
            open.close();
        } catch (RiskMapException told) {
            assertThat(told.userMessage().text()).isNotBlank();
        }
    }

    private static void edit(EditSession edits, EditModel model, String operation) {
        EditOperation parsed = EditOperation.parse(operation);
        EditProject.perform(edits, model, parsed);
        model.apply(parsed);
    }

    /** From outside: a file handle of this process that is closed would drop SQLite's locks. */
    private static void run(String command) throws Exception {
        Process process =
                new ProcessBuilder(command.split(" ")).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).as(command).isZero();
    }

    private static List<Long> stops(Path project) {
        List<Long> found = new java.util.ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + project.toUri());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT fid FROM stop")) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        } catch (SQLException unreadable) {
            found.clear();
        }
        return found;
    }
}
