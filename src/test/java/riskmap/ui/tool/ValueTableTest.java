package riskmap.ui.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.analysis.Operations;
import riskmap.app.Tasks;
import riskmap.app.project.Workspace;
import riskmap.app.tool.ToolRecord;
import riskmap.app.tool.ToolRuns;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.ui.feature.SurveyProject;
import riskmap.ui.rows.ValueTable;
import riskmap.ui.task.TasksViewModel;

/** A tool over rows of values without the toolkit: rows made, filled, checked, run, mended, read and written. */
class ValueTableTest {
    @TempDir
    private Path folder;

    private Workspace project;
    private final Tasks tasks = new Tasks();
    /** What the window's thread has to do. */
    private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();

    private final List<ToolViewModel.Done> told = new ArrayList<>();
    private ToolViewModel buffer;
    private ValueTable table;

    @BeforeEach
    void open() {
        project = Workspace.open(SurveyProject.write(folder), false, Progress.silent());
        buffer = new ToolViewModel(
                Operations.byId("buffer"),
                ToolSources.of(project),
                new TasksViewModel(tasks, window::add),
                (request, progress) -> ToolRuns.run(project, request, progress),
                told::addAll);
        buffer.input("features").set(buffer.sources().find("#building").orElseThrow());
        buffer.result().set("缓冲");
        table = buffer.rows();
    }

    @AfterEach
    void close() {
        tasks.close();
        project.close();
    }

    private ValueTable.Row row(String distance) {
        ValueTable.Row row = table.add();
        row.call().form().value("distance").set(distance);
        return row;
    }

    private void run() throws InterruptedException {
        table.run();
        until(() -> !table.running().get());
    }

    /** Does what the window's thread has to do until something holds. */
    private void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Runnable next = window.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("something to do").isNotNull();
            next.run();
        }
    }

    @Test
    void eachRowHasItsOwnResultAndItsOwnRecordWhichCanBeRepeated() throws Exception {
        row("10");
        row("25");
        row("40");
        assertThat(table.canRun().get()).isTrue();
        run();
        assertThat(table.rows()).extracting(ValueTable.Row::state).containsOnly(ValueTable.State.MADE);
        assertThat(project.layers()).contains("缓冲_1", "缓冲_2", "缓冲_3");
        List<ToolRecord> history = ToolRuns.history(project);
        assertThat(history)
                .extracting(
                        run -> run.output().source() + " " + run.parameters().get("distance"))
                .containsExactlyInAnyOrder("#缓冲_1 10", "#缓冲_2 25", "#缓冲_3 40");
        for (ToolRecord run : history) {
            assertThat(ToolRuns.rerun(project, run.runId(), Progress.silent()).differences())
                    .isEmpty();
        }
        assertThat(told).hasSize(3);
    }

    @Test
    void aRowThatFailsSaysWhyTheRestGoesOnAndOnlyItIsRunAgain() throws Exception {
        row("10");
        ValueTable.Row wrong = row("20");
        // a file of that name lies beside the project: only the run finds out
        Path other = Files.createFile(project.folder().resolve("缓冲_2.tif"));
        row("30");
        run();
        assertThat(table.rows())
                .extracting(ValueTable.Row::state)
                .containsExactly(ValueTable.State.MADE, ValueTable.State.FAILED, ValueTable.State.MADE);
        assertThat(wrong.said().text()).contains("缓冲_2").contains("已有");
        assertThat(project.layers()).contains("缓冲_1", "缓冲_3").doesNotContain("缓冲_2");
        assertThat(table.openCount()).isEqualTo(1);
        Files.delete(other);
        told.clear();
        run();
        assertThat(told).hasSize(1);
        assertThat(project.layers()).contains("缓冲_2");
        assertThat(table.hindrance().key()).isEqualTo("ui.rows-all-made");
    }

    @Test
    void aRowIsCheckedWhileItIsFilledIn() throws Exception {
        ValueTable.Row first = row("10");
        ValueTable.Row second = row("far");
        assertThat(second.state()).isEqualTo(ValueTable.State.WRONG);
        assertThat(table.leftOut().text()).contains("2");
        assertThat(table.openCount()).isEqualTo(1);
        first.call().form().value("distance").set("near");
        assertThat(table.hindrance().text()).contains("1");
        assertThat(table.canRun().get()).isFalse();
        first.call().form().value("distance").set("10");
        second.call().form().value("distance").set("20");
        assertThat(table.canRun().get()).isTrue();
        second.call().result().set(first.call().result().get());
        assertThat(first.said().text()).contains("缓冲_1").contains("两行");
        assertThat(second.state()).isEqualTo(ValueTable.State.WRONG);
        second.call().result().set("Building");
        assertThat(second.said().text()).contains("Building");
        assertThat(first.state()).isEqualTo(ValueTable.State.READY);
        table.remove(List.of(second));
        assertThat(table.canRun().get()).isTrue();
        table.remove(List.of(first));
        assertThat(table.hindrance().key()).isEqualTo("ui.rows-none");
    }

    @Test
    void rowsToBeMendedDoNotHoldUpTheOthersAndAreNamedUntilTheyAreRun() throws Exception {
        row("10");
        ValueTable.Row second = row("far");
        row("30");
        ValueTable.Row fourth = row("farther");
        assertThat(table.canRun().get()).isTrue();
        assertThat(table.openCount()).isEqualTo(2);
        assertThat(table.leftOut().text()).contains("2、4").contains("far");
        run();
        assertThat(project.layers()).contains("缓冲_1", "缓冲_3").doesNotContain("缓冲_2", "缓冲_4");
        assertThat(second.state()).isEqualTo(ValueTable.State.WRONG);
        assertThat(table.canRun().get()).isFalse();
        assertThat(table.hindrance().text()).contains("2");
        second.call().form().value("distance").set("20");
        fourth.call().form().value("distance").set("40");
        assertThat(table.leftOut()).isNull();
        told.clear();
        run();
        assertThat(told).hasSize(2);
        assertThat(project.layers()).contains("缓冲_2", "缓冲_4");
    }

    @Test
    void rowsAreDuplicatedBelowAndFilledDown() throws Exception {
        ValueTable.Row first = row("10");
        ValueTable.Row last = row("20");
        ValueTable.Row copy = table.duplicate(first);
        assertThat(table.rows()).containsExactly(first, copy, last);
        assertThat(copy.call().form().value("distance").get()).isEqualTo("10");
        assertThat(copy.call().result().get()).isEqualTo("缓冲_3");
        copy.call().form().value("distance").set("15");
        table.fillDown(copy, "distance");
        assertThat(table.rows())
                .extracting(row -> row.call().form().value("distance").get())
                .containsExactly("10", "15", "15");
        first.call()
                .input("features")
                .setValue(buffer.sources().find("#hazardous_site").orElseThrow());
        table.fillDown(first, "features");
        assertThat(last.call().input("features").getValue().name()).isEqualTo("hazardous_site");
    }

    @Test
    void aRowThatIsChangedAfterItsRunIsOpenAgain() throws Exception {
        ValueTable.Row row = row("10");
        run();
        assertThat(table.hindrance().key()).isEqualTo("ui.rows-all-made");
        row.call().form().value("distance").set("11");
        // what it made keeps its name
        assertThat(row.state()).isEqualTo(ValueTable.State.WRONG);
        assertThat(row.said().text()).contains("缓冲_1");
        row.call().result().set("缓冲 11 米");
        run();
        assertThat(project.layers()).contains("缓冲_1", "缓冲 11 米");
    }

    @Test
    void rowsGoIntoAFileAndComeBackUnderTitlesOfAnyLanguage() throws Exception {
        row("10").call().result().set("近");
        row("20.5").call().form().value("dissolve").set("true");
        Path file = folder.resolve("行.csv");
        table.write(file);
        until(() -> Files.exists(file));
        table.remove(List.copyOf(table.rows()));
        table.read(file);
        until(() -> table.rows().size() == 2);
        assertThat(table.rows())
                .extracting(row -> row.call().layers().toString())
                .allSatisfy(text -> assertThat(text).contains("#building"));
        assertThat(table.rows().get(0).call().result().get()).isEqualTo("近");
        assertThat(table.rows().get(0).call().form().value("distance").get()).isEqualTo("10");
        assertThat(table.rows().get(1).call().form().value("distance").get()).isEqualTo("20.5");
        assertThat(table.rows().get(1).call().form().value("dissolve").get()).isEqualTo("true");

        String title = buffer.operation().parameters().stream()
                .filter(parameter -> parameter.key().equals("distance"))
                .findFirst()
                .orElseThrow()
                .title()
                .text(Language.CHINESE);
        Path own = folder.resolve("own.csv");
        Files.writeString(own, title + ",结果名称\n7,七米\n8,\n");
        table.read(own);
        until(() -> table.rows().size() == 4);
        assertThat(table.rows().get(2).call().result().get()).isEqualTo("七米");
        assertThat(table.rows().get(3).state()).isEqualTo(ValueTable.State.READY);

        Files.writeString(own, "distance,width\n7,9\n");
        table.read(own);
        until(() -> table.problem().get() != null);
        assertThat(table.problem().get().text()).contains("width").contains("distance-field");
        assertThat(table.rows()).hasSize(4);
    }
}
