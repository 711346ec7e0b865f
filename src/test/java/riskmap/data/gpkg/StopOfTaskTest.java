package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.geotools.api.data.Query;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.Task;
import riskmap.app.Tasks;
import riskmap.base.CancelledException;
import riskmap.base.CurrentProgress;
import riskmap.base.Message;
import riskmap.base.Progress;

/** Stop ends what SQLite alone works at, in a file of ours too, where nothing else would ever end it. */
class StopOfTaskTest {
    @TempDir
    Path folder;

    private final Tasks tasks = new Tasks();
    private GeoPackage project;

    @BeforeEach
    void aProjectWithATableWithoutEnd() throws Exception {
        Path file = folder.resolve("project.gpkg");
        Samples.squares(file, 50).close();
        try (Connection connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.script(
                    connection,
                    "CREATE VIEW endless AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c)"
                            + " SELECT i AS fid, 1 AS n FROM c",
                    "INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES('endless','attributes','endless')");
        }
        project = GeoPackage.open(file, false);
    }

    @AfterEach
    void close() {
        tasks.close();
        project.close();
    }

    @Test
    void aCountIsStopped() throws Exception {
        assertStops(() -> project.dataStore().getFeatureSource("endless").getCount(Query.ALL));
    }

    @Test
    void aSearchWithoutHitsIsStopped() throws Exception {
        Query without = new Query("endless", ECQL.toFilter("n = 2"));
        assertStops(() -> Samples.read(project.dataStore().getFeatureSource("endless"), without));
    }

    @Test
    void whatIsWrittenIsNotStoppedInTheMiddle() throws Exception {
        CurrentProgress.during(Progress.silentUntil(() -> true), () -> {
            project.putDocument("note", "{\"text\":\"" + "x".repeat(3_000_000) + "\"}");
            return null;
        });
        assertThat(project.document("note").orElseThrow()).hasSizeGreaterThan(3_000_000);
    }

    private interface Reading {
        Object run() throws Exception;
    }

    private void assertStops(Reading reading) throws Exception {
        CompletableFuture<?> before = new CompletableFuture<>();
        Task<Object> task = tasks.start(Message.of("data.gpkg-step-integrity"), progress -> {
            before.complete(null);
            return reading.run();
        });
        before.get(10, TimeUnit.SECONDS);
        assertThat(task.result()).isNotDone();
        task.cancel();
        assertThatThrownBy(() -> task.result().get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CancelledException.class);
        assertThat(task.state()).isEqualTo(Task.State.CANCELLED);
        assertThat(project.dataStore().getFeatureSource("square").getCount(Query.ALL))
                .as("what is read afterwards")
                .isEqualTo(50);
    }
}
