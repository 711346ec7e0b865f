package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.ShareKeeper;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.ProjectLock;

/**
 * A project on a network share, for which a folder stands in that is said to be one: it is copied, locked, worked on
 * here, and written back; nobody's work is written over. {@code -Driskmap.kills.share=200} kills more often.
 */
class SharedProjectTest {
    private static final int KILLS = Integer.getInteger("riskmap.kills.share", 4);

    @TempDir
    Path folder;

    private Path share;
    private Path project;
    private final EditModel model = EditProject.fresh();

    @BeforeEach
    void aProjectOnAShare() throws Exception {
        share = Files.createDirectory(folder.resolve("share"));
        project = share.resolve("区.gpkg");
        EditProject.create(project);
        System.setProperty("riskmap.remote", share.toString());
        System.setProperty("riskmap.settings", folder.resolve("own").toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("riskmap.remote");
        System.clearProperty("riskmap.settings");
    }

    private static Workspace open(Path file) {
        return Workspace.open(file, false, Progress.silent());
    }

    private void edit(Workspace workspace, String operation) {
        EditOperation parsed = EditOperation.parse(operation);
        EditProject.perform(workspace.edits(), model, parsed);
        model.apply(parsed);
    }

    private List<String> onTheShare() throws Exception {
        try (Stream<Path> files = Files.list(share)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private List<Path> copies() throws Exception {
        Path copies = folder.resolve("own/shares");
        if (!Files.exists(copies)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(copies)) {
            return files.filter(path -> path.getFileName().toString().equals("区.gpkg"))
                    .toList();
        }
    }

    @Test
    void itIsEditedInACopyWhileLockedOnTheShareAndWrittenBackOnClosing() throws Exception {
        byte[] before = Files.readAllBytes(project);
        try (Workspace here = open(project)) {
            edit(here, "+stop:2:7");
            assertThat(Files.readAllBytes(project)).isEqualTo(before);
            assertThat(copies()).hasSize(1);
            assertThat(ProjectLock.holder(project)).isPresent();
            assertThat(onTheShare()).containsExactly(".区.gpkg.lock", "区.gpkg");
            assertThat(here.file()).isEqualTo(project);
            assertThat(here.share().orElseThrow().status().text()).contains(project.toString(), "最近写回：–");
            try (Workspace second = open(project)) {
                assertThat(second.edits().history(1))
                        .as("one copy for the process")
                        .hasSize(1);
            }
        }
        assertThat(EditCheck.problem(project, model)).isEmpty();
        assertThat(onTheShare()).containsExactly("区.gpkg");
        assertThat(copies()).isEmpty();
    }

    @Test
    void itIsWrittenBackInBetweenAndOnlyWhereSomethingChanged() throws Exception {
        try (Workspace here = open(project)) {
            ShareKeeper keeper = here.share().orElseThrow();
            assertThat(keeper.writeBack(Progress.silent())).isFalse();
            edit(here, "+stop:2:7");
            assertThat(keeper.writeBack(Progress.silent())).isTrue();
            assertThat(EditCheck.problem(project, model)).isEmpty();
            assertThat(keeper.writeBack(Progress.silent())).isFalse();
            edit(here, "=stop:2:8");
        }
        assertThat(EditCheck.problem(project, model)).isEmpty();
    }

    @Test
    void whatSomebodyElseMadeOfItIsNotWrittenOverAndBothAreKept() throws Exception {
        try (Workspace here = open(project)) {
            edit(here, "+stop:2:7");
            byAnother("UPDATE gpkg_contents SET description='别人'");
            ShareKeeper keeper = here.share().orElseThrow();
            keeper.writeBack(Progress.silent());
            assertThat(keeper.notes()).singleElement().satisfies(note -> assertThat(note.text())
                    .contains("已被别人改动", "conflict"));
            edit(here, "+stop:3:9");
        }
        List<String> files = onTheShare();
        assertThat(files).hasSize(2).contains("区.gpkg");
        String ours = files.stream()
                .filter(name -> name.contains("conflict"))
                .findFirst()
                .orElseThrow();
        assertThat(EditCheck.problem(share.resolve(ours), model)).isEmpty();
        assertThat(EditCheck.problem(project, EditProject.fresh())).isEmpty();
        assertThat(byAnother("SELECT description FROM gpkg_contents")).isEqualTo("别人");
    }

    @Test
    void anotherMachineThatHasItIsNamedAndItCanBeReadMeanwhile() throws Exception {
        Files.writeString(
                share.resolve(".区.gpkg.lock"),
                "user=李四\nhost=科室-2\nmachine=another\npid=77\nstarted=\nsince=2026-11-28T08:00:00Z\ntoken=t\n",
                StandardCharsets.UTF_8);
        try (Workspace reading = Workspace.openAsAllowed(project, Progress.silent())) {
            assertThat(reading.isReadOnly()).isTrue();
            assertThat(reading.refusal().orElseThrow().userMessage().text()).contains("李四", "科室-2");
            assertThat(copies()).isEmpty();
        }
    }

    @Test
    void whileTheShareIsAwayEditingGoesOnAndTheNextStartWritesItBack() throws Exception {
        Path away = folder.resolve("unplugged");
        try (Workspace here = open(project)) {
            edit(here, "+stop:2:7");
            Files.move(share, away);
            ShareKeeper keeper = here.share().orElseThrow();
            assertThatThrownBy(() -> keeper.writeBack(Progress.silent())).isInstanceOf(RiskMapException.class);
            assertThat(keeper.problem().orElseThrow().text()).contains("编辑都在本机");
            edit(here, "+stop:3:9");
        }
        assertThat(copies()).hasSize(1);
        Files.move(away, share);
        try (Workspace again = open(project)) {
            assertThat(again.notes()).anySatisfy(note -> assertThat(note.text()).contains("从本机接着做"));
        }
        assertThat(EditCheck.problem(project, model)).isEmpty();
        assertThat(copies()).isEmpty();
    }

    @Test
    void aKilledProgramLosesNothingAndTheFileOnTheShareIsAlwaysWhole() throws Exception {
        Random random = new Random(5);
        List<String> done = new ArrayList<>();
        Path history = folder.resolve("done");
        for (int kill = 0; kill < KILLS; kill++) {
            Files.write(history, done);
            List<String> said = killed(history, random);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + project.toUri());
                    Statement statement = connection.createStatement();
                    var sound = statement.executeQuery("PRAGMA integrity_check(1)")) {
                assertThat(sound.getString(1)).isEqualTo("ok");
            }
            for (int i = 0; i + 1 < said.size(); i++) {
                if (said.get(i + 1).equals("ACK")) {
                    take(said.get(i), done);
                }
            }
            String last = said.isEmpty() ? "" : said.get(said.size() - 1);
            open(project).close();
            String problem = EditCheck.problem(project, model);
            if (!problem.isEmpty() && last.startsWith("TRY ")) {
                take(last, done);
                problem = EditCheck.problem(project, model);
            }
            assertThat(problem).as("kill " + kill).isEmpty();
            assertThat(onTheShare())
                    .filteredOn(name -> name.contains("conflict"))
                    .isEmpty();
        }
        assertThat(done).hasSizeGreaterThan(KILLS);
    }

    private void take(String said, List<String> done) {
        EditOperation operation = EditOperation.parse(said.substring(4));
        model.apply(operation);
        done.add(operation.text());
    }

    private List<String> killed(Path history, Random random) throws Exception {
        Process child = Child.start(
                Editor.class,
                List.of("-Driskmap.remote=" + share, "-Driskmap.settings=" + folder.resolve("own")),
                Map.of(),
                project.toString(),
                history.toString(),
                Long.toString(random.nextLong()),
                "0");
        BufferedReader lines = Child.lines(child);
        List<String> said = new ArrayList<>();
        String line = lines.readLine();
        for (; line != null && !line.equals("READY"); line = lines.readLine()) {
            said.add(line);
        }
        assertThat(line).as(line == null ? Child.errors(child) : "ready").isNotNull();
        Thread.sleep(random.nextInt(400));
        child.toHandle().destroyForcibly();
        lines.lines().forEach(said::add);
        child.waitFor();
        return said;
    }

    private String byAnother(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + project.toUri());
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (var row = statement.getResultSet()) {
                    return row.getString(1);
                }
            }
            return "";
        }
    }
}
