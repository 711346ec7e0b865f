package riskmap.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.Tasks;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.raster.GeoTiffFormat;
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
        opened(file, painter, (project, shown) -> {
            assertThat(shown).as("layers there at once with the project").isEqualTo(1);
            await(() -> painter.cache().bytes() > 0);
            assertThat(painter.cache().bytes())
                    .as("read, though nothing was drawn")
                    .isPositive();
            painter.cache().forget(project.workspace().get().store().dataStore());
            assertThat(painter.cache().bytes()).isZero();
        });
    }

    @Test
    void aMapWithARasterIsNotDrawnWithoutItFirst() throws Exception {
        Path file = SurveyProject.write(folder);
        GridGeometry cells = new GridGeometry(8, 6, 404000, 4125060, 10, 10, Crs.of("EPSG:4550"));
        new GeoTiffFormat().write(folder.resolve("dem.tif"), Grid.filled(cells, 12), Progress.silent());
        try (Workspace workspace = Workspace.open(file, false, Progress.silent())) {
            workspace.updateMap(map -> map.withLayers(List.of(
                    new MapLayer("dem", "dem", "", "dem.tif", "", "", true, 1),
                    new MapLayer("building", "building", "", "#building", "plain-point", "", true, 1))));
        }
        opened(file, new MapPainter(), (project, shown) -> {
            assertThat(shown).as("nothing to draw yet").isZero();
            await(() -> project.content().get().layers().size() == 2);
        });
    }

    /** What is looked at of an open project; how many layers it showed when it was there. */
    private interface Look {
        void at(ProjectViewModel project, int shown) throws Exception;
    }

    private static void opened(Path file, MapPainter painter, Look look) throws Exception {
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
            look.at(project, shown.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            CompletableFuture<CompletableFuture<?>> closed = new CompletableFuture<>();
            windowThread.execute(() -> closed.complete(project.close()));
            closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            windowThread.shutdown();
        }
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            Thread.sleep(2);
        }
    }
}
