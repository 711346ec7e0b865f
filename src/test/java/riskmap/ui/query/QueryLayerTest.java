package riskmap.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.Workspace;
import riskmap.data.Catalogue;
import riskmap.data.Title;
import riskmap.geo.crs.Crs;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;

/** What the query panel calls the layers of a project. */
class QueryLayerTest {
    @TempDir
    private Path folder;

    @Test
    void aLayerThatTheMapShowsInPartsIsCalledByItsKindNotByOneOfThem() {
        try (Workspace project = Workspace.create(folder.resolve("p.gpkg"), "试验区", "EPSG:4550")) {
            create(project, "hazard_zone");
            create(project, "town");
            project.updateMap(empty -> new MapDocument(
                    "试验区",
                    "EPSG:4550",
                    List.of(),
                    List.of(
                            shown("洪水危险区", "#hazard_zone", "hazard = 'flood'"),
                            shown("内涝危险区", "#hazard_zone", "hazard = 'waterlogging'"),
                            shown("本区镇街", "#town", ""))));
            assertThat(QueryLayer.of(project))
                    .extracting(QueryLayer::text)
                    .containsExactly(
                            "本区镇街",
                            Catalogue.standard().kind("hazard_zone").title().chinese());
        }
    }

    @Test
    void resultsAreCalledAsInTheLayerTreeInEitherLanguage() {
        try (Workspace project = Workspace.create(folder.resolve("r.gpkg"), "试验区", "EPSG:4550")) {
            create(project, "risk_zone");
            project.updateMap(empty -> new MapDocument(
                    "试验区",
                    "EPSG:4550",
                    List.of(),
                    List.of(new MapLayer("risk_zone", "综合风险区", "成果", "#risk_zone", "", "", true, 1))));
            Title title = QueryLayer.of(project).get(0).title().known().orElseThrow();
            assertThat(title.chinese()).isEqualTo("综合风险区");
            assertThat(title.english()).isEqualTo("Combined risk zones");
        }
    }

    private static void create(Workspace project, String kind) {
        var known = Catalogue.standard().kind(kind);
        project.store().createLayer(known.featureType(kind, Crs.of("EPSG:4550")), kind);
    }

    private static MapLayer shown(String title, String source, String filter) {
        return new MapLayer(title, title, "成果", source, "", filter, true, 1);
    }
}
