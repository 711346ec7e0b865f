package riskmap.app.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.map.MapLayer;
import riskmap.risk.model.SampleDistrict;

/** Conditions of map layers come with projects that others made. */
class MapFilterTest {
    private static MapLayer layer(String source, String filter) {
        return new MapLayer("zones", "风险区", "", source, "", filter, true, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level = ",
                "level LIKE '%' ) OR (1=1",
                "env('user.home') = 'x'",
                "NOT (level = 1 AND jsonPointer(name, '/x') = 'y')",
                "Categorize(level) = 1",
                "regexp_match(name, '(((') > 0"
            })
    void aConditionThatIsWrongOrCallsWhatIsNotListedIsToldWithItsLayer(String filter) {
        assertThatThrownBy(() -> DrawnLayers.filter(layer("#zones", filter)))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("风险区");
    }

    @Test
    void aConditionNestedWithoutEndIsToldAndEndsNothing() {
        for (int depth : new int[] {5_000, 100_000}) {
            String filter = "(".repeat(depth) + "level = 1" + ")".repeat(depth);
            assertThatThrownBy(() -> DrawnLayers.filter(layer("#zones", filter)))
                    .isInstanceOf(RiskMapException.class)
                    .hasMessageContaining("风险区")
                    .satisfies(told -> assertThat(told.getMessage()).hasSizeLessThan(1000));
        }
        assertThat(DrawnLayers.filter(layer("#zones", "((level = 1))"))).isNotNull();
    }

    @Test
    void aFieldThatTheLayerHasNotIsToldInsteadOfShowingNothing(@TempDir Path folder) throws Exception {
        try (Workspace project = Workspace.create(folder.resolve("区.gpkg"), "区", "EPSG:4550")) {
            SimpleFeatureType towns =
                    SampleDistrict.withReservoir().features("town").getSchema();
            project.store().createLayer(towns, "town");
            assertThatThrownBy(() -> DrawnLayers.one(project, layer("#town", "levle = 3"), Progress.silent()))
                    .isInstanceOf(RiskMapException.class)
                    .hasMessageContaining("levle");
            assertThat(DrawnLayers.one(project, layer("#town", "NAME IS NOT NULL"), Progress.silent())
                            .id())
                    .isEqualTo("zones");
        }
    }
}
