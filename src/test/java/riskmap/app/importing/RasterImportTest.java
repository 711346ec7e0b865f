package riskmap.app.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.raster.GeoTiffFormat;

/** A raster that comes into a project. */
class RasterImportTest {
    @TempDir
    private Path folder;

    @Test
    void thatTheCellsAreNotThoseOfTheFileAnyMoreIsSaid() throws IOException {
        Path project = folder.resolve("区.gpkg");
        Workspace.create(project, "试验区", "EPSG:4550").close();
        String geographic = imported(
                project, "degrees.tif", new GridGeometry(20, 20, 122, 37.4, 0.001, 0.001, Crs.of("EPSG:4326")));
        assertThat(geographic)
                .contains(Message.of(
                                "app.import-resampled", Crs.title(Crs.of("EPSG:4326")), Crs.title(Crs.of("EPSG:4550")))
                        .text());
        String own = imported(
                project, "metres.tif", new GridGeometry(20, 20, 500_000, 4_140_000, 10, 10, Crs.of("EPSG:4550")));
        assertThat(own).contains("metres.tif", "20 × 20").doesNotContain("重采样");
        assertThat(own)
                .as("a raster has no features that were read")
                .doesNotContain("读取")
                .doesNotContain("跳过");
    }

    private String imported(Path project, String name, GridGeometry cells) {
        Path file = folder.resolve("from").resolve(name);
        file.getParent().toFile().mkdirs();
        new GeoTiffFormat().write(file, Grid.filled(cells, 12), Progress.silent());
        return Imports.run(ImportRequest.of(project, file.toString()), Progress.silent())
                .text();
    }
}
