package riskmap.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Progress;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;

class WorkspaceTest {
    @TempDir
    Path folder;

    @Test
    void changesMadeAtTheSameTimeThroughTwoWorkspacesAllEndUpInTheFile() throws Exception {
        Path file = folder.resolve("区.gpkg");
        Workspace.create(file, "区", "EPSG:4550").close();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Workspace window = Workspace.open(file, false, Progress.silent());
                Workspace run = Workspace.open(file, false, Progress.silent())) {
            List<Callable<Void>> changes = IntStream.range(0, 40)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        (i % 2 == 0 ? window : run).updateMap(map -> with(map, "layer-" + i));
                        return null;
                    })
                    .toList();
            for (var change : threads.invokeAll(changes)) {
                change.get();
            }
        } finally {
            threads.shutdown();
        }
        try (Workspace again = Workspace.open(file, true, Progress.silent())) {
            assertThat(again.map().layers())
                    .extracting(MapLayer::id)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 40).mapToObj(i -> "layer-" + i).toList());
        }
    }

    @Test
    void aProjectOpenForReadingChangesItsMapInMemoryOnly() {
        Path file = folder.resolve("区.gpkg");
        Workspace.create(file, "区", "EPSG:4550").close();
        try (Workspace reading = Workspace.open(file, true, Progress.silent())) {
            reading.updateMap(map -> with(map, "a"));
            reading.updateMap(map -> with(map, "b"));
            assertThat(reading.map().layers()).extracting(MapLayer::id).containsExactly("a", "b");
        }
        try (Workspace again = Workspace.open(file, true, Progress.silent())) {
            assertThat(again.map().layers()).isEmpty();
        }
    }

    private static MapDocument with(MapDocument map, String id) {
        List<MapLayer> layers = new ArrayList<>(map.layers());
        layers.add(new MapLayer(id, id, "", "#" + id, "plain-point", "", true, 1));
        return map.withLayers(layers);
    }
}
