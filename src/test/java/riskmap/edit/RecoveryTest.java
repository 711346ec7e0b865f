package riskmap.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.edit.SurveyFile.name;
import static riskmap.edit.SurveyFile.row;
import static riskmap.edit.SurveyFile.wkt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.EditStep;
import riskmap.data.RowChange;
import riskmap.data.gpkg.GeoPackage;

/** What is there after a session that did not end as it should, and after steps that the file did not take. */
class RecoveryTest {
    @TempDir
    Path folder;

    private Path path;
    private GeoPackage file;
    private EditSession edits;

    @BeforeEach
    void open() {
        path = folder.resolve("区.gpkg");
        file = SurveyFile.create(path, "place");
        edits = SurveyFile.session(file);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void aSessionClosedInOrderLeavesNothingToTell() {
        place("东山");
        edits.close();
        reopen();
        assertThat(edits.interrupted()).isEmpty();
        assertThat(edits.sketch().left()).isEmpty();
        assertThat(edits.pending()).isEmpty();
    }

    @Test
    void afterAKillTheNextStartSaysWhatWasFinishedSinceTheSessionBegan() {
        place("东山");
        edits.close();
        reopen();
        place("西山");
        place("南山");
        place("北山");
        edits.undo(Progress.silent());
        kill();

        Interrupted left = edits.interrupted().orElseThrow();
        assertThat(left.user()).isEqualTo("王芳");
        assertThat(left.steps())
                .extracting(step -> step.name().key(), EditStep::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("添加 北山", EditStep.State.UNDONE),
                        org.assertj.core.groups.Tuple.tuple("添加 南山", EditStep.State.DONE),
                        org.assertj.core.groups.Tuple.tuple("添加 西山", EditStep.State.DONE));
        assertThat(left.done()).isEqualTo(2);

        edits.settle();
        reopen();
        assertThat(edits.interrupted()).isEmpty();
        assertThat(names()).containsExactly("东山", "西山", "南山");
    }

    @Test
    void theInterruptedSessionCanBeTakenBackToItsLastCheckpointAndRedone() {
        place("东山");
        edits.save("上午");
        place("西山");
        place("南山");
        kill();
        Interrupted left = edits.interrupted().orElseThrow();
        assertThat(left.checkpoint()).map(riskmap.data.Checkpoint::name).contains("上午");
        assertThat(edits.takeBack(left.takeBackTo(), Progress.silent())).isEqualTo(2);
        assertThat(names()).containsExactly("东山");
        edits.redo(Progress.silent());
        assertThat(names()).containsExactly("东山", "西山");
    }

    @Test
    void twoCrashesInARowAreToldTogetherWhenNobodyDecidedInBetween() {
        place("东山");
        kill();
        place("西山");
        kill();
        assertThat(edits.interrupted().orElseThrow().done()).isEqualTo(2);
    }

    @Test
    void aStepTheFileDoesNotTakeWaitsOnTheDiskAndIsDoneWhenTheFileIsBack() throws Exception {
        place("东山");
        Path away = folder.resolve("elsewhere.gpkg");
        Files.move(path, away);
        assertThatThrownBy(() -> place("西山"))
                .isInstanceOfSatisfying(StepPendingException.class, waiting -> assertThat(waiting.pending())
                        .isEqualTo(1));
        assertThatThrownBy(() -> place("南山")).isInstanceOf(StepPendingException.class);
        assertThat(edits.pending()).extracting(step -> step.name().key()).containsExactly("添加 西山", "添加 南山");
        Files.move(away, path);

        place("北山");
        assertThat(edits.pending()).isEmpty();
        assertThat(names()).containsExactly("东山", "西山", "南山", "北山");
        assertThat(edits.undoName()).map(riskmap.base.Message::key).contains("添加 北山");
    }

    @Test
    void whileAStepWaitsUndoTakesBackNoOlderOneAndAfterwardsTheStepThatWaited() throws Exception {
        place("东山");
        List<Integer> waiting = new ArrayList<>();
        edits.addListener(new EditSession.Listener() {
            @Override
            public void applied(Changes changes) {
                // only what waits is of interest here
            }

            @Override
            public void waits(int pending) {
                waiting.add(pending);
            }
        });
        Path away = folder.resolve("elsewhere.gpkg");
        Files.move(path, away);
        assertThatThrownBy(() -> place("西山")).isInstanceOf(StepPendingException.class);
        assertThat(waiting).containsExactly(1);
        assertThatThrownBy(() -> edits.undo(Progress.silent())).isInstanceOf(RiskMapException.class);
        Files.move(away, path);
        edits.undo(Progress.silent());
        assertThat(names()).containsExactly("东山");
        edits.redo(Progress.silent());
        assertThat(names()).containsExactly("东山", "西山");
    }

    @Test
    void whatWaitsIsFoundByTheNextStartAndDoneOnce() throws Exception {
        place("东山");
        Path away = folder.resolve("elsewhere.gpkg");
        Files.move(path, away);
        assertThatThrownBy(() -> place("西山")).isInstanceOf(StepPendingException.class);
        Path waiting = pendingFile();
        byte[] bytes = Files.readAllBytes(waiting);
        Files.move(away, path);
        kill();
        assertThat(edits.pending()).hasSize(1);
        assertThat(edits.retryPending(Progress.silent())).isEqualTo(new Replay(1, List.of()));
        assertThat(names()).containsExactly("东山", "西山");

        // as if the machine had stopped before the waiting file was cleared
        Files.write(waiting, bytes);
        assertThat(edits.retryPending(Progress.silent())).isEqualTo(new Replay(1, List.of()));
        assertThat(names()).containsExactly("东山", "西山");
    }

    @Test
    void aWaitingStepThatNoLongerFitsIsToldAndKeptNotLost() throws Exception {
        long fid = place("东山");
        Path away = folder.resolve("elsewhere.gpkg");
        Files.move(path, away);
        RowChange rename = RowChange.changed("place", fid, "name", "东山", "大东山");
        assertThatThrownBy(() -> commit("改名", rename)).isInstanceOf(StepPendingException.class);
        Files.move(away, path);
        try (GeoPackage other = GeoPackage.open(path, false)) {
            SurveyFile.session(other, folder.resolve("colleague"))
                    .commit(
                            Changes.of(name("同事"), RowChange.changed("place", fid, "name", "东山", "小东山")),
                            Progress.silent());
        }
        List<Replay> told = new ArrayList<>();
        edits.addListener(new EditSession.Listener() {
            @Override
            public void applied(Changes changes) {
                // only what waited is of interest here
            }

            @Override
            public void replayed(Replay replay) {
                told.add(replay);
            }
        });
        place("西山");
        assertThat(told).singleElement().satisfies(replay -> {
            assertThat(replay.done()).isZero();
            assertThat(replay.refused()).singleElement().satisfies(refused -> {
                assertThat(refused.name().key()).isEqualTo("改名");
                assertThat(refused.reason().text()).contains("place." + fid, "name");
            });
        });
        assertThat(names()).containsExactly("小东山", "西山");
        Path kept = Path.of(pendingFile().toString().replace(".pending", ".refused"));
        assertThat(new PendingSteps(kept).all())
                .singleElement()
                .satisfies(step -> assertThat(step.changes().rows()).containsExactly(rename));
    }

    @Test
    void aTornRecordAtTheEndOfTheWaitingFileHidesNothingBeforeOrAfterIt() throws Exception {
        PendingSteps steps = new PendingSteps(folder.resolve("a.pending"));
        steps.add(pending("一"));
        byte[] whole = Files.readAllBytes(folder.resolve("a.pending"));
        steps.add(pending("二"));
        byte[] both = Files.readAllBytes(folder.resolve("a.pending"));
        for (int cut = whole.length; cut < both.length; cut++) {
            Files.write(
                    folder.resolve("a.pending"),
                    java.util.Arrays.copyOf(both, cut),
                    StandardOpenOption.TRUNCATE_EXISTING);
            assertThat(steps.all()).hasSize(1);
        }
        steps.add(pending("三"));
        assertThat(steps.all()).extracting(step -> step.changes().name().key()).containsExactly("一", "三");
    }

    @Test
    void theSketchInProgressIsThereAfterAKill() throws Exception {
        Sketch sketch = new Sketch(
                "place",
                -1,
                "point",
                wkt("LINESTRING Z (1 2 3, 4 5 6)"),
                row("name", "半个", "surveyed_on", LocalDate.of(2026, 11, 24), "photo", new byte[] {1, 2}, "n", null),
                Instant.parse("2026-11-24T05:00:00Z"));
        edits.sketch().keep(new Sketch("place", -1, "point", null, row(), Instant.EPOCH));
        edits.sketch().keep(sketch);
        long waited = System.nanoTime();
        while (edits.sketch().left().isEmpty()) {
            assertThat(System.nanoTime() - waited).isLessThan(10_000_000_000L);
            Thread.sleep(20);
        }
        kill();
        Sketch left = edits.sketch().left().orElseThrow();
        assertThat(left.values()).containsEntry("photo", new byte[] {1, 2}).containsEntry("n", null);
        assertThat(left.values().get("surveyed_on")).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(RowChange.same(left.geometry(), sketch.geometry())).isTrue();
        assertThat(left.time()).isEqualTo(sketch.time());
        edits.sketch().clear();
        assertThat(edits.sketch().left()).isEmpty();
    }

    private static PendingSteps.Pending pending(String text) {
        return new PendingSteps.Pending(
                java.util.UUID.randomUUID(), Changes.of(name(text), RowChange.changed("place", 1, "name", "a", text)));
    }

    /** What a killed program leaves: its mark with the token of a session that nobody has any more. */
    private void kill() {
        String mark = file.document("edit-session").orElse(null);
        if (mark != null) {
            file.putDocument("edit-session", mark.replaceFirst("\"token\":\"[^\"]+\"", "\"token\":\"gone\""));
        }
        reopen();
    }

    private void reopen() {
        file.close();
        file = GeoPackage.open(path, false);
        edits = SurveyFile.session(file);
    }

    private Path pendingFile() throws Exception {
        try (var files = Files.list(folder.resolve("own"))) {
            return files.map(path -> Path.of(
                            path.toString().replace(".refused", ".pending").replace(".sketch", ".pending")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private long place(String called) {
        long fid = edits.newFid("place");
        commit("添加 " + called, RowChange.added("place", fid, row("geom", wkt("POINT(1 2)"), "name", called)));
        return fid;
    }

    private void commit(String name, RowChange change) {
        edits.commit(Changes.of(name(name), change), Progress.silent());
    }

    private List<String> names() {
        List<String> result = new ArrayList<>();
        try (var features =
                file.dataStore().getFeatureSource("place").getFeatures().features()) {
            while (features.hasNext()) {
                result.add((String) features.next().getAttribute("name"));
            }
        } catch (java.io.IOException e) {
            throw new RiskMapException(name("unreadable"), e);
        }
        return result;
    }
}
