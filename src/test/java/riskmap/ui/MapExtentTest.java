package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.map.MapDocument;

/** How far a map reaches that is shown as a whole. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class MapExtentTest {
    @TempDir
    private Path folder;

    /** The district stood small in the middle of the sea around it. */
    @Test
    void theWholeMapIsItsOwnExtentAndWhatLiesBesideItWithoutTheBackdrop() throws Exception {
        // towns and buildings cover it and go on, the flood and the shelters lie beside it in part
        assertThat(wholeOf(at(1_000, 1_000, 3_000, 3_000))).isEqualTo(at(1_000, 0, 6_800, 8_000));
    }

    /** What a zone reaches beyond the district was cut off, as if the zone were the sea. */
    @Test
    void aLayerThatReachesALittleBeyondTheMapsOwnExtentIsShownAsAWhole() throws Exception {
        assertThat(wholeOf(at(500, 500, 7_500, 7_500))).isEqualTo(at(0, 0, 8_000, 8_000));
    }

    private List<Double> wholeOf(List<Double> own) throws Exception {
        Path file = SmallProject.write(folder);
        try (Workspace workspace = Workspace.open(file, false, Progress.silent())) {
            workspace.updateMap(map -> new MapDocument(map.title(), map.crs(), own, map.layers()));
        }
        try (WindowDriver driver = WindowDriver.open(folder).project(file)) {
            Envelope whole = driver.get(() -> driver.model().map().fullExtent());
            return List.of(whole.getMinX(), whole.getMinY(), whole.getMaxX(), whole.getMaxY());
        }
    }

    private static List<Double> at(double minX, double minY, double maxX, double maxY) {
        return List.of(
                SmallProject.WEST + minX,
                SmallProject.SOUTH + minY,
                SmallProject.WEST + maxX,
                SmallProject.SOUTH + maxY);
    }
}
