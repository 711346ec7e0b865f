package riskmap.io.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;

/** Fields of GeoJSON whose names no table can have. */
class GeoJsonNamesTest {
    @TempDir
    Path folder;

    @Test
    void aFieldWithoutANameGetsOneAndItIsSaid() throws IOException {
        Path file = Files.writeString(
                folder.resolve("e.geojson"),
                """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"":7,"column_1":"b","a":2},
                "geometry":{"type":"Point","coordinates":[122,37]}}]}""");
        ImportLog log = new ImportLog();
        try (FeatureStream stream = new GeoJsonFormat().read(file, "e", ReadOptions.standard(), log)) {
            SimpleFeature feature = stream.next();
            assertThat(feature.getAttribute("column_1")).isEqualTo(7L);
            assertThat(feature.getAttribute("column_1_2")).isEqualTo("b");
            assertThat(feature.getAttribute("a")).isEqualTo(2L);
        }
        assertThat(log.reasons())
                .anySatisfy(reason -> assertThat(reason.example().text()).isEqualTo("第 1 列没有名称，取名“column_1”"));
    }
}
