package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.edit.EditSession;

/**
 * A project that cannot be written: its file, its folder, or the whole medium; at rest, left in WAL mode, and with a log
 * or a rollback journal of a program that died. It opens to be read, says why, shows every commit and no half one, and
 * nothing is changed where it lies.
 */
class ReadOnlyPlacesTest {
    @TempDir
    Path folder;

    private final Deque<Path> mounted = new ArrayDeque<>();
    private final Deque<Path> locked = new ArrayDeque<>();

    @BeforeEach
    void ownFolder() {
        System.setProperty("riskmap.settings", folder.resolve("own").toString());
    }

    @AfterEach
    void release() throws Exception {
        for (Path path : locked) {
            assertThat(path.toFile().setWritable(true)).isTrue();
        }
        for (Path path : mounted) {
            assertThat(run("umount", path.toString())).isTrue();
        }
        System.clearProperty("riskmap.settings");
        System.clearProperty("riskmap.journal");
    }

    @ParameterizedTest
    @CsvSource({
        "file, rest", "file, wal", "file, log", "file, journal",
        "folder, rest", "folder, wal", "folder, log", "folder, journal",
        "medium, rest", "medium, wal", "medium, log", "medium, journal"
    })
    void itOpensToBeReadWithEveryCommitAndSaysWhy(String what, String state) throws Exception {
        Path place = Files.createDirectory(folder.resolve("medium"));
        Path project = place.resolve("区.gpkg");
        make(project, state);
        protect(what, place, project);
        TreeMap<String, String> before = contents(place);

        assertThatThrownBy(
                        () -> Workspace.open(project, false, Progress.silent()).close())
                .isInstanceOf(RiskMapException.class);
        try (Workspace opened = Workspace.openAsAllowed(project, Progress.silent())) {
            assertThat(opened.isReadOnly()).isTrue();
            assertThat(opened.refusal().orElseThrow().userMessage().text()).contains("只读", project.toString());
            assertThat(opened.notes()).isNotEmpty();
            assertThat(opened.layers()).contains("stop", "parcel");
            // three steps were finished; a fourth was under way where there is a journal
            assertThat(opened.features("stop").getFeatures().size()).isEqualTo(3);
            assertThat(opened.features("stop").getBounds().getWidth()).isEqualTo(6);
            assertThatThrownBy(opened::edits).isInstanceOf(RiskMapException.class);
        }
        // where the folder can be written SQLite may keep its lock files there
        before.keySet().removeIf(name -> name.endsWith("-shm"));
        TreeMap<String, String> after = contents(place);
        after.keySet().removeIf(name -> name.endsWith("-shm") || name.endsWith("-wal") && !before.containsKey(name));
        assertThat(after).isEqualTo(before);
    }

    /** A project with three rows, in the state that a program has left it in. */
    private void make(Path project, String state) throws Exception {
        Path origin = folder.resolve("origin.gpkg");
        EditProject.create(origin);
        System.setProperty("riskmap.journal", state.equals("log") ? "wal" : "delete");
        try (Workspace open = Workspace.open(origin, false, Progress.silent())) {
            EditModel model = EditProject.fresh();
            EditSession edits = open.edits();
            for (String step : new String[] {"+stop:11:1", "+stop:12:2", "+stop:13:3"}) {
                EditProject.perform(edits, model, EditOperation.parse(step));
                model.apply(EditOperation.parse(step));
            }
            if (state.equals("log")) {
                copy(origin, project, "", "-wal");
                assertThat(Files.size(sidecar(project, "-wal"))).isPositive();
            }
        }
        System.clearProperty("riskmap.journal");
        switch (state) {
            case "rest" -> copy(origin, project, "");
            case "wal" -> {
                sql(origin, "PRAGMA journal_mode=WAL", () -> {});
                copy(origin, project, "");
                assertThat(Files.readAllBytes(project)[18]).isEqualTo((byte) 2);
            }
            case "journal" ->
                sql(
                        origin,
                        "PRAGMA cache_size=2; BEGIN IMMEDIATE; DELETE FROM stop WHERE fid > 11;"
                                + " CREATE TABLE filler AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                                + " WHERE i < 4000) SELECT i, hex(randomblob(50)) AS t FROM n",
                        () -> {
                            copy(origin, project, "", "-journal");
                            assertThat(Files.size(sidecar(project, "-journal"))).isPositive();
                        });
            default -> {
                // copied while it was open
            }
        }
    }

    /** What is done while a statement's transaction is open. */
    private interface Meanwhile {
        void run() throws Exception;
    }

    private static void sql(Path file, String script, Meanwhile then) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            for (String part : script.split(";")) {
                statement.execute(part);
            }
            then.run();
        }
    }

    /** With another program: this one would drop the locks of what it has open. */
    private static void copy(Path from, Path to, String... parts) throws Exception {
        for (String part : parts) {
            assertThat(run(
                            "cp",
                            sidecar(from, part).toString(),
                            sidecar(to, part).toString()))
                    .isTrue();
        }
    }

    private static Path sidecar(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Takes the right to write away; from the system's own administrator only a mount does. */
    private void protect(String what, Path place, Path project) throws Exception {
        boolean mounts = "root".equals(System.getProperty("user.name"));
        if (mounts) {
            if (!what.equals("file")) {
                mount(place);
            }
            if (!what.equals("medium")) {
                Path target = project;
                if (what.equals("folder")) {
                    // the file itself may be written, only nothing beside it
                    Path free = folder.resolve("free.gpkg");
                    Files.copy(project, free);
                    assumeTrue(run("mount", "--bind", free.toString(), target.toString()), "mounts are not allowed");
                    mounted.push(target);
                } else {
                    mount(target);
                }
            }
            return;
        }
        if (!what.equals("folder")) {
            lock(project);
        }
        if (!what.equals("file")) {
            lock(place);
        }
    }

    private void lock(Path path) {
        assertThat(path.toFile().setReadOnly()).isTrue();
        locked.push(path);
    }

    private void mount(Path path) throws Exception {
        assumeTrue(run("mount", "--bind", path.toString(), path.toString()), "mounts are not allowed here");
        mounted.push(path);
        assumeTrue(run("mount", "-o", "remount,ro,bind", path.toString()), "mounts are not allowed here");
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Name → content of what lies in a folder. */
    private static TreeMap<String, String> contents(Path place) throws IOException {
        TreeMap<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                found.put(file.getFileName().toString(), java.util.Arrays.hashCode(Files.readAllBytes(file)) + "");
            }
        }
        return found;
    }
}
