package riskmap.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.Tasks;
import riskmap.app.Workspace;
import riskmap.base.Progress;
import riskmap.map.MapLayer;
import riskmap.render.MapPainter;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.feature.SurveyProject;
import riskmap.ui.task.TasksViewModel;

class ReadAheadTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void layersAreReadWhileTheWindowStillMakesReadyAndForgottenWithTheirProject() throws Exception {
        Path file = SurveyProject.write(folder);
        try (Workspace workspace = Workspace.open(file, false, Progress.silent())) {
            workspace.updateMap(map -> map.withLayers(
                    List.of(new MapLayer("building", "building", "", "#building", "plain-point", "", true, 1))));
        }
        MapPainter painter = new MapPainter();
        // what is told after the end is dropped, as by the window's own thread
        ExecutorService windowThread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());
        try (Tasks tasks = new Tasks()) {
            ProjectViewModel project = new ProjectViewModel(
                    new TasksViewModel(tasks, windowThread), new MapViewModel(), windowThread, painter);
            CompletableFuture<Integer> shown = new CompletableFuture<>();
            windowThread.execute(() -> project.open(
                    file,
                    workspace -> shown.complete(project.content().get().layers().size())));
            assertThat(shown.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("layers there at once with the project")
                    .isEqualTo(1);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (painter.cache().bytes() == 0 && System.nanoTime() < end) {
                Thread.sleep(2);
            }
            assertThat(painter.cache().bytes())
                    .as("read, though nothing was drawn")
                    .isPositive();
            painter.cache().forget(project.workspace().get().store().dataStore());
            assertThat(painter.cache().bytes()).isZero();
            CompletableFuture<CompletableFuture<?>> closed = new CompletableFuture<>();
            windowThread.execute(() -> closed.complete(project.close()));
            closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            windowThread.shutdown();
        }
    }
}
