package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.data.gpkg.Samples.wkt;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Author;
import riskmap.data.Changes;
import riskmap.data.EditStep;
import riskmap.data.RowChange;

/** Steps of editing on a file that other people and programs reach into. */
class EditJournalTest {
    private static final Author SOMEBODY = new Author("王芳", "平板", "");

    @TempDir
    Path folder;

    private Path path;
    private GeoPackage file;

    @BeforeEach
    void open() throws IOException {
        path = folder.resolve("a.gpkg");
        file = Samples.squares(path, 50);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t AFTER UPDATE ON square BEGIN UPDATE square SET \"use\"=OLD.\"use\" WHERE fid=NEW.fid; END",
                "CREATE TRIGGER t BEFORE UPDATE ON square BEGIN SELECT RAISE(IGNORE); END",
                "CREATE TRIGGER t AFTER UPDATE ON square BEGIN DELETE FROM square; END"
            })
    void aTriggerThatAnotherProgramPutInWhileTheFileIsOpenSwallowsNoEdit(String trigger) throws Exception {
        change(1, "住宅", "商业");
        sql(trigger);
        assertThatThrownBy(() -> change(4, "住宅", "商业"))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        refused -> assertThat(refused.userMessage().text()).contains("square", "t"));
        sql("DROP TRIGGER t");
        assertThat(use(4)).isEqualTo("住宅");
        assertThat(Samples.read(file, "square")).hasSize(50);
        assertThat(file.edits().history(10)).hasSize(1);
        change(4, "住宅", "商业");
        assertThat(use(4)).isEqualTo("商业");
    }

    @Test
    void aStepWhoseColumnIsGoneIsRefusedWithItsName() throws Exception {
        change(1, "住宅", "商业");
        sql("ALTER TABLE square RENAME COLUMN \"use\" TO \"usage\"");
        assertThatThrownBy(() -> file.edits().undo(Progress.silent()))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        refused -> assertThat(refused.userMessage().text()).contains("square", "use"));
        assertThat(file.edits().undoStep()).isPresent();
        sql("ALTER TABLE square RENAME COLUMN \"usage\" TO \"use\"");
        file.edits().undo(Progress.silent());
        assertThat(use(1)).isEqualTo("住宅");
    }

    @Test
    void undoDoesNotOverwriteWhatAnotherProgramChangedSince() throws Exception {
        change(1, "住宅", "商业");
        sql("UPDATE square SET \"use\"='学校' WHERE fid=1");
        assertThatThrownBy(() -> file.edits().undo(Progress.silent()))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        refused -> assertThat(refused.userMessage().text()).contains("square.1", "use"));
        assertThat(use(1)).isEqualTo("学校");
        assertThat(file.edits().history(1).get(0).state()).isEqualTo(EditStep.State.DONE);
    }

    @Test
    void aCancelledOrRefusedStepLeavesNeitherRowsNorIndexNorRecord() throws Exception {
        List<RowChange> rows = new ArrayList<>();
        for (long fid = 1; fid <= 40; fid += 3) {
            rows.add(RowChange.changed("square", fid, "use", use(fid), "商业"));
        }
        rows.add(RowChange.added("square", 20, Map.of("n", 7)));
        List<SimpleFeature> before = Samples.read(file, "square");
        assertThatThrownBy(() -> file.edits().commit(new Changes(Message.of("一步"), rows), SOMEBODY, Progress.silent()))
                .isInstanceOf(RiskMapException.class);
        assertThatThrownBy(() ->
                        file.edits().commit(new Changes(Message.of("一步"), rows.subList(0, 5)), SOMEBODY, new Stopped()))
                .isInstanceOf(CancelledException.class);
        assertThat(Samples.read(file, "square")).isEqualTo(before);
        assertThat(file.edits().history(10)).isEmpty();
        assertThat(file.verify(Progress.silent())).isEmpty();
    }

    @Test
    void readersSeeEachStepWholeOrNotAtAll() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Callable<Integer> reading = () -> {
            int seen = 0;
            while (!done.get()) {
                List<SimpleFeature> rows = Samples.read(file, "square");
                List<Object> both =
                        List.of(rows.get(0).getAttribute("n"), rows.get(1).getAttribute("n"));
                // each step gives the first two rows the same number
                assertThat(both.get(0)).isEqualTo(both.get(1));
                seen++;
            }
            return seen;
        };
        try {
            pair(0, 1, 100);
            List<Future<Integer>> readers = List.of(threads.submit(reading), threads.submit(reading));
            for (int i = 100; i < 160; i++) {
                pair(i, i, i + 1);
            }
            done.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        } finally {
            done.set(true);
            threads.shutdown();
        }
    }

    @Test
    void aStepOfManyRowsLeavesTheIndexAsManySmallStepsWould() throws Exception {
        file.close();
        path = folder.resolve("many.gpkg");
        file = Samples.squares(path, 900);
        List<SimpleFeature> before = Samples.read(file, "square");
        List<RowChange> rows = new ArrayList<>();
        for (SimpleFeature row : before.subList(0, 800)) {
            Geometry shape = (Geometry) row.getDefaultGeometry();
            long fid = RowChange.key(row);
            if (fid % 9 == 0) {
                rows.add(RowChange.removed("square", row));
            } else if (shape == null || fid % 5 == 0) {
                Geometry other = shape == null ? wkt("POLYGON((0 0,1 0,0 1,0 0))") : null;
                rows.add(RowChange.changed("square", fid, "geom", shape, other));
            } else {
                Geometry moved = AffineTransformation.translationInstance(3, 4).transform(shape);
                rows.add(RowChange.changed("square", fid, "geom", shape, moved));
            }
        }
        file.edits().commit(new Changes(Message.of("许多"), rows), SOMEBODY, Progress.silent());
        assertThat(file.verify(Progress.silent())).isEmpty();
        List<SimpleFeature> after = Samples.read(file, "square");
        file.edits().undo(Progress.silent());
        assertThat(file.verify(Progress.silent())).isEmpty();
        assertThat(Samples.read(file, "square")).isEqualTo(before);
        file.edits().redo(Progress.silent());
        assertThat(Samples.read(file, "square")).isEqualTo(after);
        assertThat(file.verify(Progress.silent())).isEmpty();
        // and the index's own triggers are back
        add(file.edits().newFid("square"));
        assertThat(file.verify(Progress.silent())).isEmpty();
    }

    @Test
    void rowsAddedInBulkAreOneStepOfTheHistory() throws Exception {
        change(1, "住宅", "商业");
        List<SimpleFeature> before = Samples.read(file, "square");
        List<SimpleFeature> more = new ArrayList<>(before.subList(0, 30));
        assertThat(file.edits().append(Message.of("导入"), "square", more.iterator(), 30, SOMEBODY, Progress.silent()))
                .isEqualTo(30);
        change(60, (String) use(60), "学校");
        List<SimpleFeature> after = Samples.read(file, "square");
        assertThat(after).hasSize(80);
        assertThat(file.edits().history(2).get(1).rows()).isEqualTo(30);

        file.edits().undo(Progress.silent());
        assertThat(file.edits().undo(Progress.silent()).orElseThrow().rows())
                .hasSize(30)
                .allMatch(RowChange::isRemoved);
        assertThat(Samples.read(file, "square")).isEqualTo(before);
        file.edits().redo(Progress.silent());
        file.edits().redo(Progress.silent());
        assertThat(Samples.read(file, "square")).isEqualTo(after);
        file.edits().undo(Progress.silent());
        file.edits().undo(Progress.silent());
        assertThat(Samples.read(file, "square")).isEqualTo(before);
        assertThat(file.verify(Progress.silent())).isEmpty();
    }

    @Test
    void otherProgramsFindNothingWrongWithTheFileAndNoLayerMore() throws Exception {
        change(1, "住宅", "商业");
        file.edits().undo(Progress.silent());
        file.edits().save("上午", SOMEBODY);
        assertThat(file.layers()).extracting(GeoPackageLayer::name).containsExactly("square");
        assertThat(file.dataStore().getTypeNames()).containsExactly("square");
        assertThat(file.verify(Progress.silent())).isEmpty();
    }

    @Test
    void aKeyIsGivenOutOnceAlsoAfterTheRowIsUndone() {
        long first = file.edits().newFid("square");
        long second = file.edits().newFid("square");
        assertThat(first).isEqualTo(51);
        assertThat(second).isEqualTo(52);
        add(second);
        file.edits().undo(Progress.silent());
        file.close();
        file = GeoPackage.open(path, false);
        assertThat(file.edits().newFid("square")).isEqualTo(53);
    }

    @Test
    @Tag("slow")
    void fiveThousandStepsAreUndoneAndRedone() throws Exception {
        manySteps(5000);
    }

    @Test
    void hundredsOfStepsAreUndoneAndRedone() throws Exception {
        manySteps(200);
    }

    private void manySteps(int count) throws Exception {
        List<SimpleFeature> before = Samples.read(file, "square");
        for (int i = 0; i < count; i++) {
            add(file.edits().newFid("square"));
        }
        List<SimpleFeature> after = Samples.read(file, "square");
        file.close();
        file = GeoPackage.open(path, false);
        for (int i = 0; i < count; i++) {
            assertThat(file.edits().undo(Progress.silent())).isPresent();
        }
        assertThat(file.edits().undo(Progress.silent())).isEmpty();
        assertThat(Samples.read(file, "square")).isEqualTo(before);
        for (int i = 0; i < count; i++) {
            assertThat(file.edits().redo(Progress.silent())).isPresent();
        }
        assertThat(Samples.read(file, "square")).isEqualTo(after);
        assertThat(file.verify(Progress.silent())).isEmpty();
    }

    private void add(long fid) {
        double x = 420_000 + fid;
        file.edits()
                .commit(
                        Changes.of(
                                Message.of("添加"),
                                RowChange.added(
                                        "square",
                                        fid,
                                        Map.of(
                                                "geom",
                                                wkt("POLYGON((" + x + " 0," + (x + 1) + " 0," + x + " 1," + x + " 0))"),
                                                "n",
                                                fid))),
                        SOMEBODY,
                        Progress.silent());
    }

    /** Both of the first two rows from one number to another. */
    private void pair(long first, long second, long after) {
        file.edits()
                .commit(
                        Changes.of(
                                Message.of("一对"),
                                RowChange.changed("square", 1, "n", first, after),
                                RowChange.changed("square", 2, "n", second, after)),
                        SOMEBODY,
                        Progress.silent());
    }

    private void change(long fid, String before, String after) {
        file.edits()
                .commit(
                        Changes.of(Message.of("用途"), RowChange.changed("square", fid, "use", before, after)),
                        SOMEBODY,
                        Progress.silent());
    }

    private Object use(long fid) {
        return file.edits().values("square", fid, List.of("use")).get("use");
    }

    /** Another program at the same file. */
    private void sql(String statement) throws Exception {
        try (Connection other =
                new Connections(path, Connections.Access.WRITE, true).open().connection()) {
            Sql.script(other, statement);
        }
    }

    /** A user who has stopped the work before it began. */
    private static final class Stopped implements Progress {
        @Override
        public void report(double fraction, Message step) {
            // not watched
        }

        @Override
        public boolean isCancelled() {
            return true;
        }
    }
}
