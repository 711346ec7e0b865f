package riskmap.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;

class UnsavedChangesTest {
    @TempDir
    Path folder;

    @Test
    void aLayerHiddenWhileARunStoredItsResultsLeavesTheResultsOnTheMap() {
        Path file = folder.resolve("区.gpkg");
        try (Workspace workspace = Workspace.create(file, "区", "EPSG:4550")) {
            workspace.updateMap(map -> map.withLayers(List.of(layer("building"))));
            UnsavedChanges unsaved = new UnsavedChanges();
            assertThat(unsaved.add(UnsavedChangesTest::hideBuildings)).isTrue();
            assertThat(unsaved.add(map -> map)).as("storing is asked for once").isFalse();
            workspace.updateMap(
                    map -> map.withLayers(Stream.concat(map.layers().stream(), Stream.of(layer("risk_zone")))
                            .toList()));
            assertThat(unsaved.onMapOf(workspace).layers()).containsExactly(hidden("building"), layer("risk_zone"));
            unsaved.store(workspace);
        }
        try (Workspace again = Workspace.open(file, true, Progress.silent())) {
            assertThat(again.map().layers()).containsExactly(hidden("building"), layer("risk_zone"));
        }
    }

    private static MapDocument hideBuildings(MapDocument map) {
        return map.withLayers(map.layers().stream()
                .map(layer -> layer.id().equals("building") ? layer.withVisible(false) : layer)
                .toList());
    }

    private static MapLayer hidden(String id) {
        return layer(id).withVisible(false);
    }

    private static MapLayer layer(String id) {
        return new MapLayer(id, id, "", "#" + id, "plain-point", "", true, 1);
    }
}
